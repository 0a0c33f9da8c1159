package io.dunning.terms;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How a due date follows from the invoice date, before it is moved off non-business days. */
sealed interface DueRule extends Serializable {
  LocalDate due(LocalDate issued);

  /** {@code net n}: the invoice date is day 0. */
  record Net(int days) implements DueRule {
    @Override
    public LocalDate due(LocalDate issued) {
      return issued.plusDays(days);
    }

    @Override
    public String toString() {
      return days == 0 ? "due on receipt" : "net " + days;
    }
  }

  /** {@code net n weeks}. */
  record NetWeeks(int weeks) implements DueRule {
    @Override
    public LocalDate due(LocalDate issued) {
      return issued.plusWeeks(weeks);
    }

    @Override
    public String toString() {
      return "net " + weeks + (weeks == 1 ? " week" : " weeks");
    }
  }

  /** {@code net n months}: the same day number, clamped to the length of the month. */
  record NetMonths(int months) implements DueRule {
    @Override
    public LocalDate due(LocalDate issued) {
      return issued.plusMonths(months);
    }

    @Override
    public String toString() {
      return "net " + months + (months == 1 ? " month" : " months");
    }
  }

  /** {@code net n months sticky}: as months, and the end of a month stays the end of a month. */
  record NetMonthsSticky(int months) implements DueRule {
    @Override
    public LocalDate due(LocalDate issued) {
      boolean last = issued.getDayOfMonth() == issued.lengthOfMonth();
      LocalDate due = issued.plusMonths(months);
      return last ? due.with(TemporalAdjusters.lastDayOfMonth()) : due;
    }

    @Override
    public String toString() {
      return "net " + months + (months == 1 ? " month" : " months") + " sticky";
    }
  }

  /** {@code n days EOM}: add the days, then roll to the end of that month. */
  record DaysThenMonthEnd(int days) implements DueRule {
    @Override
    public LocalDate due(LocalDate issued) {
      return issued.plusDays(days).with(TemporalAdjusters.lastDayOfMonth());
    }

    @Override
    public String toString() {
      return days == 0 ? "EOM" : "net " + days + " EOM";
    }
  }

  /** {@code EOM + n}: roll to the end of the month, then add the days. */
  record MonthEndThenDays(int days) implements DueRule {
    @Override
    public LocalDate due(LocalDate issued) {
      return issued.with(TemporalAdjusters.lastDayOfMonth()).plusDays(days);
    }

    @Override
    public String toString() {
      return "EOM + " + days;
    }
  }

  /** {@code EOM next}: the end of the month after the invoice's. */
  record EndOfNextMonth() implements DueRule {
    @Override
    public LocalDate due(LocalDate issued) {
      return issued.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth());
    }

    @Override
    public String toString() {
      return "EOM next";
    }
  }

  /** {@code n prox}: a day of the next month; from the cut-off day on, of the month after it. */
  record DayOfNextMonth(int day, int cutOff) implements DueRule {
    static final int NO_CUT_OFF = 32;

    @Override
    public LocalDate due(LocalDate issued) {
      LocalDate month =
          issued.withDayOfMonth(1).plusMonths(issued.getDayOfMonth() < cutOff ? 1 : 2);
      return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    }

    @Override
    public String toString() {
      return day + " prox" + (cutOff == NO_CUT_OFF ? "" : " cut-off " + cutOff);
    }
  }
}
