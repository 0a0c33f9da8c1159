package io.dunning.json;

import io.dunning.action.PersonRole;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.GracePeriod;
import io.dunning.terms.PaymentSchedule;
import io.dunning.terms.PaymentTerms;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A value of any type of the library at random, the same for the same seed: records by their
 * constructors, families by their members, and the others by the makers here.
 */
final class AnyValues {
  private static final int TRIES = 2_000;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();
  private final Random random;

  AnyValues(long seed) {
    random = new Random(seed);
    plain();
    words();
    ledger();
    MoreValues.register(this);
  }

  /** A seed that stays the same for a type. */
  static AnyValues of(Class<?> type, int number) {
    return new AnyValues(type.getName().hashCode() * 31L + number);
  }

  <T> void add(Class<T> type, Supplier<? extends T> maker) {
    makers.put(type, maker);
  }

  @SafeVarargs
  final <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  private void plain() {
    makers.put(int.class, () -> upTo(40));
    makers.put(Integer.class, () -> upTo(40));
    makers.put(long.class, () -> one(0L, 7L, 1_250L, 123_456_789_012L));
    makers.put(Long.class, () -> one(0L, 7L, 1_250L, 123_456_789_012L));
    makers.put(boolean.class, random::nextBoolean);
    add(String.class, () -> one("first notice", "INV-7", "Müller & \"Söhne\"", "call", "agreed"));
    add(BigDecimal.class, () -> new BigDecimal(one("1", "4.2500", "-0.5", "1E+3", "12")));
    add(BigInteger.class, () -> new BigInteger(one("0", "1250", "123456789012345678901234567890")));
    add(LocalDate.class, () -> DAY.plusDays(random.nextInt(200) - 50L));
    add(LocalTime.class, () -> LocalTime.of(8 + upTo(4), one(0, 30)));
    add(MonthDay.class, () -> MonthDay.of(1 + upTo(11), 1 + upTo(27)));
    add(YearMonth.class, () -> YearMonth.of(2026, 1 + upTo(11)));
    add(Period.class, () -> one(Period.ofDays(7), Period.ofMonths(1), Period.ofYears(1)));
    add(DayOfWeek.class, () -> one(DayOfWeek.values()));
    add(ZoneId.class, () -> ZoneId.of(one("Europe/Berlin", "UTC", "Asia/Seoul")));
    add(Locale.class, () -> Locale.forLanguageTag(one("de", "en-GB", "pt-BR")));
    add(URI.class, () -> URI.create(one("https://pay.example/k-17", "mailto:a@example.org")));
  }

  private void words() {
    add(CurrencyUnit.class, () -> one(unit("EUR"), unit("EUR"), unit("USD"), unit("JPY")));
    add(Money.class, () -> Money.eur(one("0.00", "12.50", "120.00", "1000.00")));
    add(Percentage.class, () -> Percentage.percent(one("0", "1.5", "9.15", "60", "100")));
    add(Days.class, () -> Days.parse(one("14 days", "20 business days", "3 months", "1 year")));
    add(PersonRole.class, () -> new PersonRole(one("accountant", "managing director")));
    add(GracePeriod.class, () -> new GracePeriod(any(Days.class)));
    add(
        PaymentTerms.class,
        () -> PaymentTerms.parse(one("2/10 net 30", "net 30", "3/10 2/20 net 60", "net 30 EOM")));
    add(EarlyPaymentDiscount.class, () -> EarlyPaymentDiscount.parse(one("2/10", "3/20 EOM")));
    add(
        PaymentSchedule.class,
        () -> PaymentSchedule.parse(one("50% net 30, 50% net 60", "30% net 10, 70% net 30")));
    add(DateSpan.class, () -> new DateSpan(DAY.plusDays(upTo(3)), DAY.plusDays(3L + upTo(90))));
    add(
        WeeklyHours.class,
        () ->
            WeeklyHours.on(WeeklyHours.mondayToFriday(), "08:00", "20:59")
                .minus(WeeklyHours.daily(one("12:00", "13:00"), "14:00")));
    add(
        BusinessCalendar.class,
        () ->
            one(
                BusinessCalendar.weekends(),
                BusinessCalendar.everyDay(),
                BusinessCalendar.weekends(Set.of(DayOfWeek.FRIDAY))
                    .withHolidays(
                        List.of(DAY, DAY.plusDays(upTo(5))),
                        new DateSpan(DAY, DAY.plusDays(365)))));
  }

  private static CurrencyUnit unit(String code) {
    return CurrencyUnit.of(code);
  }

  private void ledger() {
    add(
        Invoice.class,
        () -> {
          Invoice invoice =
              Invoice.of("INV-" + upTo(9), Money.eur("120.00"), DAY, DAY.plusDays(30));
          return one(
              invoice,
              invoice.bookedOn(DAY.plusDays(2)),
              invoice.onTerms(any(PaymentTerms.class)),
              invoice.onTerms(any(PaymentTerms.class), DAY.plusDays(1)),
              invoice.inInstalments(PaymentSchedule.equalMonthly(3, Money.eur("120.00"), DAY)));
        });
    add(
        Customer.class,
        () ->
            Customer.of("C-" + upTo(9))
                .named("Müller GmbH")
                .inSegment("retail")
                .ofKind(any(Customer.Kind.class))
                .inCountry("DE")
                .inZone(any(ZoneId.class))
                .tagged("key-account")
                .with("language", "de"));
    add(InvoiceHistory.class, () -> history(any(Invoice.class)));
    add(
        Account.class,
        () ->
            Account.ofBooked(
                any(Customer.class), List.of(any(InvoiceHistory.class)), List.of(booked())));
    add(
        OpenItem.class,
        () ->
            OpenItem.of("C-1", "INV-1", any(Money.class), DAY, any(LocalDate.class))
                .claimed(any(OpenItem.Claim.class)));
  }

  private InvoiceHistory history(Invoice invoice) {
    return InvoiceHistory.ofBooked(
        invoice,
        List.of(
            booked(),
            new BookedEvent(LedgerEvent.payment(DAY.plusDays(upTo(40)), Money.eur("20.00")), DAY)));
  }

  private BookedEvent booked() {
    LedgerEvent event = LedgerEvent.noticeGiven(any(LocalDate.class), "terms");
    return one(
        new BookedEvent(event, event.date()),
        (BookedEvent) record(BookedEvent.class, Map.of("event", event)));
  }

  @SuppressWarnings("unchecked")
  <T> T any(Class<T> type) {
    return (T) value(type);
  }

  Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return many((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> raw = (Class<?>) type;
    if (makers.containsKey(raw)) {
      return makers.get(raw).get();
    }
    if (raw.isEnum()) {
      return one(raw.getEnumConstants());
    }
    if (raw == OptionalInt.class) {
      return one(OptionalInt.empty(), OptionalInt.of(upTo(40)));
    }
    if (raw == OptionalLong.class) {
      return one(OptionalLong.empty(), OptionalLong.of(upTo(40)));
    }
    if (raw.isRecord()) {
      return record(raw, Map.of());
    }
    if (raw.isSealed()) {
      return value(one(members(raw).toArray(new Class<?>[0])));
    }
    throw new IllegalArgumentException("nobody makes " + raw);
  }

  /** The members of a family that have a form. */
  static List<Class<?>> members(Class<?> family) {
    List<Class<?>> all = new ArrayList<>();
    for (Class<?> each : family.getPermittedSubclasses()) {
      if (each.isRecord() && Forms.ALL.find(each).isPresent()) {
        all.add(each);
      } else if (each.isInterface() && each.isSealed()) {
        all.addAll(members(each));
      }
    }
    return all;
  }

  private Object many(Class<?> raw, Type[] of) {
    if (raw == Optional.class) {
      return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value(of[0]));
    }
    if (raw == List.class || raw == Collection.class) {
      return some(of[0]);
    }
    if (raw == Set.class) {
      return new LinkedHashSet<>(some(of[0]));
    }
    if (raw == SortedSet.class) {
      return new TreeSet<>(some(of[0]));
    }
    Map<Object, Object> map = raw == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
    for (int i = upTo(2); i >= 0; i--) {
      map.put(value(of[0]), value(of[1]));
    }
    return map;
  }

  private List<Object> some(Type of) {
    List<Object> all = new ArrayList<>();
    for (int i = upTo(2); i > 0; i--) {
      all.add(value(of));
    }
    return all;
  }

  /** A record, with some components as they are told; tried until its constructor takes it. */
  Object record(Class<?> type, Map<String, Object> told) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    RuntimeException last = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        Constructor<?> constructor = type.getConstructor(types);
        Object[] parts = new Object[components.length];
        for (int part = 0; part < parts.length; part++) {
          Object known = told.get(components[part].getName());
          parts[part] = known == null ? value(components[part].getGenericType()) : known;
        }
        return constructor.newInstance(parts);
      } catch (InvocationTargetException refused) {
        last = new IllegalStateException(refused.getCause());
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    throw new IllegalStateException("no random parts make " + type, last);
  }
}
