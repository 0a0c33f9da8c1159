package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.BusinessDayConvention;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a law gives the debtor to pay.
 *
 * @param days the days if nothing was agreed; {@link #UNSET} if the law does not say
 * @param includesStart whether the day from which the law counts is the first of them
 * @param mostDays the most days that can be agreed; {@link #UNSET} if the law does not say
 * @param convention how the last day moves if it is no business day
 */
record StatutoryTerm(
    int days, boolean includesStart, int mostDays, BusinessDayConvention convention)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int UNSET = -1;
  static final StatutoryTerm NONE =
      new StatutoryTerm(UNSET, false, UNSET, BusinessDayConvention.NO_ADJUST);

  Optional<LocalDate> lastDay(LocalDate start, BusinessCalendar calendar) {
    return days == UNSET
        ? Optional.empty()
        : Optional.of(calendar.adjust(last(start, days), convention));
  }

  Optional<LocalDate> latestAgreed(LocalDate start) {
    return mostDays == UNSET ? Optional.empty() : Optional.of(last(start, mostDays));
  }

  private LocalDate last(LocalDate start, int count) {
    return start.plusDays(includesStart ? count - 1L : count);
  }
}
