package io.dunning.json;

import io.dunning.action.PersonRole;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.DayCount;
import io.dunning.calendar.Days;
import io.dunning.calendar.WeeklyHours;
import io.dunning.calendar.WeeklyHours.Span;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.GracePeriod;
import io.dunning.terms.PaymentSchedule;
import io.dunning.terms.PaymentTerms;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Forms of money, of days, and of terms. */
final class MoneyForms {
  private static final String AMOUNT = "an amount in quotes such as \"120.00\"";

  private MoneyForms() {}

  static void register(Forms forms) {
    forms.text(
        CurrencyUnit.class,
        "a currency such as EUR; its decimals after a colon if they are unusual, such as EUR:4",
        "[A-Z]{3}(?::[0-9])?",
        MoneyForms::currency,
        MoneyForms::currency);
    forms.add(Amount.class, Amount.form());
    forms.describe(Money.class, MoneyForms::money);
    forms.text(
        Percentage.class,
        "a percentage such as 9.15%",
        "[+-]?[0-9]{0,100}(?:\\.[0-9]{1,100})?%",
        Percentage::toString,
        MoneyForms::percentage);
    forms.text(
        Days.class,
        "a number of days such as 14 days, 20 business days or 3 months",
        "[0-9]{1,5} (?:day|business day|month|year)s?",
        Days::toString,
        Days::parse);
    terms(forms);
    forms.text(
        DayCount.class, "a day count such as ACT/365F", "", DayCount::toString, DayCount::parse);
    forms.text(
        PersonRole.class, "a role such as accountant", "", PersonRole::name, PersonRole::new);
    forms.text(
        GracePeriod.class,
        "a number of days such as 3 days",
        "",
        grace -> grace.days().toString(),
        text -> new GracePeriod(Days.parse(text)));
    forms.describe(WeeklyHours.class, MoneyForms::hours);
    forms.describe(BusinessCalendar.class, MoneyForms::calendar);
  }

  private static void terms(Forms forms) {
    forms.text(
        PaymentTerms.class,
        "payment terms such as 2/10 net 30",
        "",
        PaymentTerms::toString,
        PaymentTerms::parse);
    forms.text(
        EarlyPaymentDiscount.class,
        "a discount such as 2/10",
        "",
        EarlyPaymentDiscount::toString,
        EarlyPaymentDiscount::parse);
    forms.text(
        PaymentSchedule.class,
        "a payment schedule such as 50% net 30, 50% net 60",
        "",
        PaymentSchedule::toString,
        PaymentSchedule::parse);
  }

  private static String currency(CurrencyUnit unit) {
    return unit.equals(usual(unit.code())) ? unit.code() : unit.code() + ":" + unit.decimals();
  }

  /** The currency of a code as everybody knows it; null if nobody does. */
  private static CurrencyUnit usual(String code) {
    try {
      return CurrencyUnit.of(code);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static CurrencyUnit currency(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return CurrencyUnit.of(text);
    }
    String decimals = text.substring(colon + 1);
    if (!decimals.matches("[0-9]")) {
      throw new IllegalArgumentException("decimals are not a digit: " + decimals);
    }
    return CurrencyUnit.of(text.substring(0, colon), Integer.parseInt(decimals));
  }

  private static Percentage percentage(String text) {
    if (!text.endsWith("%")) {
      throw new IllegalArgumentException("percentage does not end with %: " + text);
    }
    return Percentage.parse(text);
  }

  private static Form<Money> money(ObjectForm.Draft<Money> draft) {
    return draft
        .field("amount", Amount.class, Amount::of)
        .field("currency", CurrencyUnit.class, Money::currency)
        .madeBy(
            parts -> {
              Amount amount = parts.get("amount");
              return Money.of(amount.text, parts.get("currency"));
            });
  }

  /** The text of an amount, which only its currency can read. */
  record Amount(String text) {
    static Amount of(Money money) {
      return new Amount(money.amount().toPlainString());
    }

    static Form<Amount> form() {
      return new TextForm<>(
          Amount.class, AMOUNT, "[+-]?[0-9]{1,19}(?:\\.[0-9]+)?", Amount::text, Amount::new);
    }
  }

  private static Form<WeeklyHours> hours(ObjectForm.Draft<WeeklyHours> draft) {
    return draft
        .field(
            "weekdays",
            Forms.generic(SortedMap.class, DayOfWeek.class, Forms.generic(List.class, Span.class)),
            MoneyForms::spans)
        .madeBy(
            parts -> {
              SortedMap<DayOfWeek, List<Span>> all = parts.get("weekdays");
              WeeklyHours hours = WeeklyHours.NONE;
              for (var day : all.entrySet()) {
                for (Span span : day.getValue()) {
                  hours =
                      hours.plus(
                          WeeklyHours.on(
                              List.of(day.getKey()),
                              span.from().toString(),
                              span.through().toString()));
                }
              }
              return hours;
            });
  }

  private static SortedMap<DayOfWeek, List<Span>> spans(WeeklyHours hours) {
    SortedMap<DayOfWeek, List<Span>> all = new TreeMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (hours.hasAny(day)) {
        all.put(day, hours.on(day));
      }
    }
    return all;
  }

  private static Form<BusinessCalendar> calendar(ObjectForm.Draft<BusinessCalendar> draft) {
    return draft
        .field("daysOff", Forms.generic(Set.class, DayOfWeek.class), BusinessCalendar::daysOff)
        .field("holidays", Forms.generic(Set.class, LocalDate.class), BusinessCalendar::holidays)
        .field("covered", DateSpan.class, BusinessCalendar::covered, DateSpan.ALWAYS)
        .madeBy(
            parts -> {
              DateSpan covered = parts.get("covered");
              Set<LocalDate> holidays = parts.get("holidays");
              Map<Boolean, List<LocalDate>> known =
                  holidays.stream().collect(Collectors.partitioningBy(covered::contains));
              // a calendar can know holidays from a time when it covered more
              return BusinessCalendar.weekends(parts.get("daysOff"))
                  .withHolidays(known.get(false), DateSpan.ALWAYS)
                  .withHolidays(known.get(true), covered);
            });
  }
}
