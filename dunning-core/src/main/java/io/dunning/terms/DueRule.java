package io.dunning.terms;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A rule that finds the due date for an invoice date, before any moves and adjustments. */
sealed interface DueRule extends Serializable {
  LocalDate due(LocalDate issued);

  /** {@code net n}: n days after the invoice date, which is day 0. */
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

  /** {@code net n weeks}: n weeks after the invoice date. */
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

  /** {@code net n months}: the same day of the month, or the last day of a shorter month. */
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

  /** {@code net n months sticky}: as n months, but the last day of a month stays the last day. */
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

  /** {@code net n EOM}: adds the days, then goes to the end of that month. */
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

  /** {@code EOM + n}: goes to the end of the month, then adds the days. */
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

  /** {@code EOM next}: the end of the month after the invoice date. */
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

  /** {@code n prox}: a day of the next month; from the cut-off day on, of the month after that. */
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
