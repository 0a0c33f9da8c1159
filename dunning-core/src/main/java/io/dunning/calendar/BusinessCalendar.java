package io.dunning.calendar;

import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells which days are business days.
 *
 * <p>The library ships no holidays. You list them, and you say which period your list covers.
 * Outside that period the calendar does not guess: {@link #isBusinessDay}, {@link #plus} and {@link
 * #adjust} throw an exception, and {@link #find} and {@link #findBefore} return empty. Immutable
 * and thread-safe.
 */
public final class BusinessCalendar implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY =
      EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private static final BusinessCalendar EVERY_DAY = weekends(Set.of());

  private final Set<DayOfWeek> weekend;
  private final Set<LocalDate> holidays;
  private final DateSpan covered;

  private BusinessCalendar(Set<DayOfWeek> weekend, Set<LocalDate> holidays, DateSpan covered) {
    this.weekend = weekend;
    this.holidays = holidays;
    this.covered = covered;
  }

  /**
   * {@return a calendar on which Saturdays and Sundays are off} It has no holidays and covers every
   * day.
   */
  public static BusinessCalendar weekends() {
    return weekends(SATURDAY_AND_SUNDAY);
  }

  /** {@return a calendar on which every day is a business day} It covers every day. */
  public static BusinessCalendar everyDay() {
    return EVERY_DAY;
  }

  /**
   * {@return a calendar on which certain weekdays are off} It has no holidays and covers every day.
   *
   * @param daysOff the weekdays that are not business days
   * @throws IllegalArgumentException if all seven weekdays are off
   */
  public static BusinessCalendar weekends(Set<DayOfWeek> daysOff) {
    Objects.requireNonNull(daysOff, "daysOff");
    Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
    weekend.addAll(daysOff);
    if (weekend.size() == 7) {
      throw new IllegalArgumentException("no weekday is a business day");
    }
    return new BusinessCalendar(weekend, Set.of(), DateSpan.ALWAYS);
  }

  /**
   * {@return this calendar with further holidays} It covers only the period that you give, whatever
   * it covered before.
   *
   * @param days the holidays
   * @param range the period for which the list is complete; its first and last day belong to it
   * @throws IllegalArgumentException if one of these holidays lies outside the period
   */
  public BusinessCalendar withHolidays(Collection<LocalDate> days, DateSpan range) {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(days, "days");
    Set<LocalDate> all = new TreeSet<>(days);
    for (LocalDate day : all) {
      if (!range.contains(day)) {
        throw new IllegalArgumentException("holiday lies outside " + range + ": " + day);
      }
    }
    all.addAll(holidays);
    return new BusinessCalendar(weekend, Collections.unmodifiableSet(all), range);
  }

  /** {@return the weekdays on which nobody works, at most six, in the order of the week} */
  public Set<DayOfWeek> daysOff() {
    return Collections.unmodifiableSet(weekend);
  }

  /**
   * All holidays that it knows, on weekends, too.
   *
   * @return by day; one that was known when the calendar covered other days can lie outside the
   *     days {@linkplain #covered covered}
   */
  public SortedSet<LocalDate> holidays() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
  }

  /**
   * {@return the period in which this calendar knows all holidays; its first and last day belong to
   * it}
   */
  public DateSpan covered() {
    return covered;
  }

  /**
   * {@return whether a day is a business day: neither a weekday that is off nor a holiday}
   *
   * @param day a day that the calendar covers
   * @throws DateTimeException if the calendar does not cover the day
   */
  public boolean isBusinessDay(LocalDate day) {
    requireCovered(day);
    return works(day);
  }

  /**
   * {@return the day that lies a number of days or months after a start} The start itself does not
   * count. Zero days after the start is the start, even if it is not a business day. Months lead to
   * the same day of a later month, or to its last day if that month is too short.
   *
   * @param start the day before the first day that counts
   * @param days how many days or months, and whether only business days count
   * @throws DateTimeException if the result lies after {@link LocalDate#MAX}, or if business days
   *     count and the calendar does not cover them all
   */
  public LocalDate plus(LocalDate start, Days days) {
    return find(start, days)
        .orElseThrow(
            () -> new DateTimeException(days + " after " + start + " lies outside " + covered));
  }

  /**
   * Returns the same day as {@link #plus}, or empty where {@code plus} throws an exception.
   *
   * @param start the day before the first day that counts
   * @param days how many days, and whether only business days count
   * @return the day; empty if the calendar does not cover all days that count, or if the result
   *     lies after {@link LocalDate#MAX}
   */
  public Optional<LocalDate> find(LocalDate start, Days days) {
    if (days.unit() == Days.Unit.CALENDAR) {
      long day = start.toEpochDay() + days.count();
      return day > LocalDate.MAX.toEpochDay()
          ? Optional.empty()
          : Optional.of(LocalDate.ofEpochDay(day));
    }
    if (days.unit() == Days.Unit.MONTH) {
      return EpochDay.date(EpochDay.monthsAfter(start.toEpochDay(), days.count()));
    }
    LocalDate day = start;
    for (int left = days.count(); left > 0; ) {
      if (!day.isBefore(covered.lastInclusive())) {
        return Optional.empty();
      }
      day = day.plusDays(1);
      if (!covered.contains(day)) {
        return Optional.empty();
      }
      if (works(day)) {
        left--;
      }
    }
    return Optional.of(day);
  }

  /**
   * {@return the day that lies a number of days or months before an end; empty if the calendar does
   * not cover all days that count, or if the result lies before {@link LocalDate#MIN}} The end
   * itself does not count.
   *
   * @param end the day after the first day that counts, as you count backwards
   * @param days how many days or months, and whether only business days count
   */
  public Optional<LocalDate> findBefore(LocalDate end, Days days) {
    if (days.unit() == Days.Unit.CALENDAR) {
      long day = end.toEpochDay() - days.count();
      return day < LocalDate.MIN.toEpochDay()
          ? Optional.empty()
          : Optional.of(LocalDate.ofEpochDay(day));
    }
    if (days.unit() == Days.Unit.MONTH) {
      return EpochDay.date(EpochDay.monthsAfter(end.toEpochDay(), -days.count()));
    }
    LocalDate day = end;
    for (int left = days.count(); left > 0; ) {
      if (!day.isAfter(covered.first())) {
        return Optional.empty();
      }
      day = day.minusDays(1);
      if (!covered.contains(day)) {
        return Optional.empty();
      }
      if (works(day)) {
        left--;
      }
    }
    return Optional.of(day);
  }

  /**
   * Moves a date that is not a business day to one that is.
   *
   * @param date a day that the calendar covers
   * @param convention how to move it
   * @return the date itself if it is a business day, else the day that the convention picks
   * @throws DateTimeException if the calendar does not cover every day that the convention looks
   *     at; never for {@link BusinessDayConvention#NO_ADJUST}
   */
  public LocalDate adjust(LocalDate date, BusinessDayConvention convention) {
    return new DateAdjustment(this, date).by(convention);
  }

  private boolean works(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /**
   * {@return whether a day is one of the listed holidays, which may fall on a weekend; false
   * outside the covered period}
   *
   * @param day any day
   */
  public boolean isHoliday(LocalDate day) {
    return holidays.contains(day);
  }

  /**
   * {@return the first holiday after a day; empty if no later one is listed}
   *
   * @param day any day; it does not count itself
   */
  public Optional<LocalDate> holidayAfter(LocalDate day) {
    return holidays.stream().filter(h -> h.isAfter(day)).findFirst();
  }

  private void requireCovered(LocalDate day) {
    if (!covered.contains(day)) {
      throw new DateTimeException(day + " lies outside the days the calendar covers: " + covered);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BusinessCalendar that
        && weekend.equals(that.weekend)
        && holidays.equals(that.holidays)
        && covered.equals(that.covered);
  }

  @Override
  public int hashCode() {
    return Objects.hash(weekend, holidays, covered);
  }

  /** Returns {@code weekend [SATURDAY, SUNDAY], 9 holidays, covers 2026-01-01..2026-12-31}. */
  @Override
  public String toString() {
    String range = covered.equals(DateSpan.ALWAYS) ? "" : ", covers " + covered;
    return "weekend " + weekend + ", " + holidays.size() + " holidays" + range;
  }

  private BusinessCalendar checked() {
    BusinessCalendar calendar = weekends(weekend);
    boolean plain = holidays.isEmpty() && covered.equals(DateSpan.ALWAYS);
    return plain ? calendar : calendar.withHolidays(holidays, covered);
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> checked());
  }
}
