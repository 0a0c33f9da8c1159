package io.dunning;

import io.dunning.behaviour.RiskModel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.WeeklyHours;
import io.dunning.charge.LateFee;
import io.dunning.check.PolicyExamples;
import io.dunning.check.World;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.AgreementEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyTrial;
import io.dunning.portfolio.AccountRow;
import io.dunning.portfolio.AccountTable;
import io.dunning.portfolio.Worklist;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * A value of each type of the library: some are written here, and the others are made from them by
 * the library's own constructors and factories.
 */
final class Samples {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  /** Texts that one of the factories reads. */
  private static final List<String> TEXTS =
      List.of("text", "2026-03-02", "--12-20", "08:00", "1.00", "EUR", "DE", "de", "-P1D");

  private final Map<Class<?>, Object> byType = new HashMap<>();

  Samples() {
    plain();
    times();
    collections();
    functions();
    household();
  }

  private <T> void add(Class<T> type, T value) {
    byType.put(type, value);
  }

  /** All values, in no order. */
  Collection<Object> values() {
    return List.copyOf(byType.values());
  }

  private void plain() {
    byType.put(int.class, 1);
    byType.put(long.class, 1L);
    byType.put(boolean.class, true);
    byType.put(double.class, 0.5);
    add(Integer.class, 1);
    add(String.class, "text");
    add(CharSequence.class, "text");
    add(Object.class, "text");
    add(BigDecimal.class, BigDecimal.ONE);
    add(BigInteger.class, BigInteger.ONE);
    add(Locale.class, Locale.ROOT);
    add(URI.class, URI.create("https://example.com"));
    add(RuntimeException.class, new IllegalStateException("text"));
  }

  private void times() {
    add(LocalDate.class, DAY);
    add(LocalTime.class, LocalTime.NOON);
    add(YearMonth.class, YearMonth.of(2026, 3));
    add(MonthDay.class, MonthDay.of(3, 2));
    add(Period.class, Period.ofMonths(1));
    add(DayOfWeek.class, DayOfWeek.MONDAY);
    add(ZoneId.class, ZoneId.of("UTC"));
    add(Duration.class, Duration.ofMinutes(1));
  }

  private void collections() {
    add(Optional.class, Optional.empty());
    add(OptionalInt.class, OptionalInt.of(30));
    add(OptionalLong.class, OptionalLong.empty());
    add(List.class, List.of());
    add(Collection.class, List.of());
    add(Iterable.class, List.of());
    add(Set.class, Set.of());
    add(Map.class, Map.of());
    add(SortedMap.class, new TreeMap<>());
    add(Comparator.class, Comparator.naturalOrder());
  }

  private void functions() {
    add(BooleanSupplier.class, () -> false);
    add(LongConsumer.class, n -> {});
    add(Consumer.class, x -> {});
    add(Function.class, Function.identity());
    add(UnaryOperator.class, UnaryOperator.identity());
    add(Predicate.class, x -> true);
    add(LongStream.class, LongStream.empty());
    add(Worklist.Rates.class, Worklist.Rates.ONE);
    add(
        PolicyTrial.class,
        new PolicyTrial(
            "trial",
            Policies.draft().build(),
            DunningPolicy.named("tried").ladder(Policies.LADDER).build(),
            Percentage.percent("20")));
    add(RiskModel.Probability.class, p -> Percentage.percent("1"));
    add(LateFee.Formula.class, m -> m);
    add(Condition.Test.class, s -> true);
  }

  private void household() {
    Money euro = Money.eur("1.00");
    add(Money.class, euro);
    add(Percentage.class, Percentage.percent("1"));
    add(CurrencyUnit.class, CurrencyUnit.of("EUR"));
    add(WeeklyHours.class, WeeklyHours.daily("08:00", "18:00"));
    add(LedgerEvent.class, LedgerEvent.payment(DAY, euro));
    add(PaymentTerms.class, PaymentTerms.net(30));
    List<Instalment> instalments = List.of(new Instalment(DAY, euro));
    add(AgreementEvent.PlanAgreed.class, new AgreementEvent.PlanAgreed(DAY, instalments));
    InvoiceHistory history = InvoiceHistory.of(Fixtures.invoice("I-1", euro, DAY.minusDays(20)));
    Account account = Fixtures.account("C-1", history);
    DunningPolicy policy = Policies.draft().build();
    DunningEvaluator evaluator = DunningEvaluator.on(BusinessCalendar.everyDay());
    AccountRecommendation answer = evaluator.evaluate(policy, account, DAY);
    add(InvoiceHistory.class, history);
    add(Account.class, account);
    add(DunningPolicy.class, policy);
    add(DunningEvaluator.class, evaluator);
    add(AccountRecommendation.class, answer);
    add(Recommendation.class, answer.recommendations().get(0));
    add(DunningDocument.class, answer.documents().get(0));
    PolicyExamples examples = PolicyExamples.of(policy, BusinessCalendar.weekends());
    add(World.class, examples.stories().get(examples.stories().firstKey()));
    add(InvalidPolicyException.class, refusal());
    AccountRow row = new AccountTable().row("C-1");
    add(AccountRow.class, row.invoice(CurrencyUnit.of("EUR"), 100, 0, DAY.toEpochDay()));
  }

  private static InvalidPolicyException refusal() {
    try {
      DunningPolicy.named("without steps").build();
      throw new AssertionError("a policy without steps was built");
    } catch (InvalidPolicyException e) {
      return e;
    }
  }

  /** Makes values of more types with makers, until no maker makes one of another type. */
  void learnFrom(List<Executable> makers) {
    for (int known = -1; known < byType.size(); ) {
      known = byType.size();
      makers.forEach(this::learn);
    }
  }

  private void learn(Executable maker) {
    Class<?> made = maker instanceof Method m ? m.getReturnType() : maker.getDeclaringClass();
    if (!byType.containsKey(made) && made != void.class) {
      argumentsFor(maker).ifPresent(a -> keep(made, a.made()));
    }
  }

  private void keep(Class<?> made, Object value) {
    if (value != null) {
      byType.put(made, value);
      for (Class<?> each = value.getClass(); each != null; each = each.getSuperclass()) {
        byType.putIfAbsent(each, value);
        for (Class<?> face : each.getInterfaces()) {
          byType.putIfAbsent(face, value);
        }
      }
    }
  }

  /** The arguments for a maker, and what it makes of them: null if it refuses them. */
  record Arguments(Object[] values, Object made) {}

  /**
   * The first sample arguments that a maker does not refuse, or the first of all if it refuses all;
   * empty if there is no sample of a parameter's type.
   */
  Optional<Arguments> argumentsFor(Executable maker) {
    Arguments first = null;
    for (String text : TEXTS) {
      Object[] values = arguments(maker, text);
      if (Arrays.asList(values).contains(null) || !hasOwner(maker)) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Arguments(values, call(maker, values)));
      } catch (InvocationTargetException refused) {
        first = first == null ? new Arguments(values, null) : first;
      }
    }
    return Optional.ofNullable(first);
  }

  private Object[] arguments(Executable maker, String text) {
    Class<?>[] types = maker.getParameterTypes();
    return Arrays.stream(types).map(type -> sample(type, text)).toArray();
  }

  private boolean hasOwner(Executable maker) {
    return maker instanceof Constructor || isStatic(maker) || owner(maker) != null;
  }

  private Object owner(Executable maker) {
    return sample(maker.getDeclaringClass(), "");
  }

  private static boolean isStatic(Executable maker) {
    return Modifier.isStatic(maker.getModifiers());
  }

  private Object sample(Class<?> type, String text) {
    if (type == String.class) {
      return text;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (!type.isArray()) {
      return byType.get(type);
    }
    Object element = sample(type.getComponentType(), text);
    Object array = Array.newInstance(type.getComponentType(), element == null ? 0 : 1);
    if (element != null) {
      Array.set(array, 0, element);
    }
    return array;
  }

  /** Calls a maker, on a sample of its type if it is the method of a value. */
  Object call(Executable maker, Object[] arguments) throws InvocationTargetException {
    try {
      if (maker instanceof Constructor<?> constructor) {
        return constructor.newInstance(arguments);
      }
      return ((Method) maker).invoke(isStatic(maker) ? null : owner(maker), arguments);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(maker.toString(), e);
    }
  }
}
