package io.dunning.terms;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A step that moves a due date on, after the rule has found it. */
sealed interface Move extends Serializable {
  LocalDate from(LocalDate date);

  /** {@code then n days}. */
  record Days(int days) implements Move {
    private static final long serialVersionUID = 1L;

    @Override
    public LocalDate from(LocalDate date) {
      return date.plusDays(days);
    }

    @Override
    public String toString() {
      return "then " + days + (days == 1 ? " day" : " days");
    }
  }

  /** {@code then n months}: the same day of the month, or the last day of a shorter month. */
  record Months(int months) implements Move {
    private static final long serialVersionUID = 1L;

    @Override
    public LocalDate from(LocalDate date) {
      return date.plusMonths(months);
    }

    @Override
    public String toString() {
      return "then " + months + (months == 1 ? " month" : " months");
    }
  }

  /** {@code then EOM}: the last day of the month that was reached. */
  record MonthEnd() implements Move {
    private static final long serialVersionUID = 1L;

    @Override
    public LocalDate from(LocalDate date) {
      return date.with(TemporalAdjusters.lastDayOfMonth());
    }

    @Override
    public String toString() {
      return "then EOM";
    }
  }

  /** {@code then n prox}: a day of the month after the one that was reached. */
  record DayOfNextMonth(int day) implements Move {
    private static final long serialVersionUID = 1L;

    @Override
    public LocalDate from(LocalDate date) {
      LocalDate month = date.withDayOfMonth(1).plusMonths(1);
      return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    }

    @Override
    public String toString() {
      return "then " + day + " prox";
    }
  }
}
