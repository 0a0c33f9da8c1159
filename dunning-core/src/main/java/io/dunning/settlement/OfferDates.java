package io.dunning.settlement;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** The last day of an offer to settle, and the due dates of its instalments. */
final class OfferDates {
  private OfferDates() {}

  /** Returns the last day of an offer that is made on a day, included. */
  static LocalDate lastDay(SettlementRule rule, LocalDate on, BusinessCalendar calendar) {
    int through = rule.throughDayOfMonth();
    if (through == 0) {
      return calendar.find(on, rule.validity()).orElse(on);
    }
    LocalDate day = dayOfMonth(on, through);
    return day.isBefore(on)
        ? dayOfMonth(PaymentPlan.later(on.withDayOfMonth(1), Period.ofMonths(1), 1), through)
        : day;
  }

  private static LocalDate dayOfMonth(LocalDate month, int day) {
    return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
  }

  /**
   * Returns equal instalments a month apart; the last takes the rest.
   *
   * @param count the number of instalments; fewer if the amount has fewer minor units
   * @param first the due date of the first instalment
   */
  static List<Instalment> instalments(Money amount, int count, LocalDate first) {
    long n = Math.min(count, Math.max(1, amount.minorUnits()));
    long each = amount.minorUnits() / n;
    List<Instalment> instalments = new ArrayList<>();
    for (int i = 0; i < n && each > 0; i++) {
      long minor = i < n - 1 ? each : amount.minorUnits() - each * (n - 1);
      LocalDate due = PaymentPlan.later(first, Period.ofMonths(1), i);
      instalments.add(new Instalment(due, Money.ofMinor(minor, amount.currency())));
    }
    return instalments;
  }
}
