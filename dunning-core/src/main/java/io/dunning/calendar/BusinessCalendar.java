package io.dunning.calendar;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are business days, within the range of days it covers.
 *
 * <p>No holidays ship: the user lists them and says which days the list covers. Outside that range
 * {@link #plus} and {@link #adjust} throw, rather than treat an unknown holiday as a business day;
 * {@link #find} answers empty. Immutable and thread-safe.
 */
public final class BusinessCalendar implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY =
      EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final Set<DayOfWeek> weekend;
  private final Set<LocalDate> holidays;
  private final DateSpan covered;

  private BusinessCalendar(Set<DayOfWeek> weekend, Set<LocalDate> holidays, DateSpan covered) {
    this.weekend = weekend;
    this.holidays = holidays;
    this.covered = covered;
  }

  /**
   * Saturdays and Sundays off, no holidays, every day covered.
   *
   * @return the calendar
   */
  public static BusinessCalendar weekends() {
    return weekends(SATURDAY_AND_SUNDAY);
  }

  /**
   * Every day is a business day, every day covered.
   *
   * @return the calendar
   */
  public static BusinessCalendar everyDay() {
    return weekends(Set.of());
  }

  /**
   * Given weekdays off, no holidays, every day covered.
   *
   * @param daysOff the weekdays that are not business days
   * @return the calendar
   * @throws IllegalArgumentException if no weekday is left
   */
  public static BusinessCalendar weekends(Set<DayOfWeek> daysOff) {
    Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
    weekend.addAll(daysOff);
    if (weekend.size() == 7) {
      throw new IllegalArgumentException("no weekday is a business day");
    }
    return new BusinessCalendar(weekend, Set.of(), DateSpan.ALWAYS);
  }

  /**
   * This calendar with holidays, and the range that their list covers.
   *
   * @param days the holidays
   * @param range the days for which the list is complete, ends included
   * @return the calendar
   * @throws IllegalArgumentException if a holiday lies outside the range
   */
  public BusinessCalendar withHolidays(Collection<LocalDate> days, DateSpan range) {
    Objects.requireNonNull(range, "range");
    Set<LocalDate> all = new TreeSet<>(days);
    for (LocalDate day : all) {
      if (!range.contains(day)) {
        throw new IllegalArgumentException("holiday lies outside " + range + ": " + day);
      }
    }
    all.addAll(holidays);
    return new BusinessCalendar(weekend, Collections.unmodifiableSet(all), range);
  }

  /**
   * The days this calendar knows.
   *
   * @return the range, ends included
   */
  public DateSpan covered() {
    return covered;
  }

  /**
   * Whether a day is a business day.
   *
   * @param day a covered day
   * @return false on weekends and holidays
   * @throws DateTimeException if the day is not covered
   */
  public boolean isBusinessDay(LocalDate day) {
    requireCovered(day);
    return works(day);
  }

  /**
   * The day so many days after a start. Business days count from the day after the start, and zero
   * business days is the start itself, whatever day it is.
   *
   * @param start where counting begins, itself not counted
   * @param days how many
   * @return the day
   * @throws DateTimeException if business days are counted and the result is not covered
   */
  public LocalDate plus(LocalDate start, Days days) {
    return find(start, days)
        .orElseThrow(
            () -> new DateTimeException(days + " after " + start + " lies outside " + covered));
  }

  /**
   * As {@link #plus}, but empty where the result, or a day counted on the way, is not covered or
   * not a {@link LocalDate} any more.
   *
   * @param start where counting begins, itself not counted
   * @param days how many
   * @return the day, if it is known
   */
  public Optional<LocalDate> find(LocalDate start, Days days) {
    if (days.unit() == Days.Unit.CALENDAR) {
      long day = start.toEpochDay() + days.count();
      return day > LocalDate.MAX.toEpochDay()
          ? Optional.empty()
          : Optional.of(LocalDate.ofEpochDay(day));
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
   * The day so many days before an end, counted as {@link #find} does, backwards.
   *
   * @param end where counting begins, itself not counted
   * @param days how many
   * @return the day, if it is known
   */
  public Optional<LocalDate> findBefore(LocalDate end, Days days) {
    if (days.unit() == Days.Unit.CALENDAR) {
      long day = end.toEpochDay() - days.count();
      return day < LocalDate.MIN.toEpochDay()
          ? Optional.empty()
          : Optional.of(LocalDate.ofEpochDay(day));
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
   * A date moved off a day that is not a business day.
   *
   * @param date a covered day
   * @param convention how to move it
   * @return the date itself if it is a business day, else where the convention puts it
   * @throws DateTimeException if a day that has to be looked at is not covered; never for {@link
   *     BusinessDayConvention#NO_ADJUST}
   */
  public LocalDate adjust(LocalDate date, BusinessDayConvention convention) {
    return switch (convention) {
      case NO_ADJUST -> date;
      case FOLLOWING -> next(date);
      case PRECEDING -> previous(date);
      case MODIFIED_FOLLOWING -> {
        LocalDate moved = next(date);
        yield sameMonth(moved, date) ? moved : previous(date);
      }
      case MODIFIED_PRECEDING -> {
        LocalDate moved = previous(date);
        yield sameMonth(moved, date) ? moved : next(date);
      }
      case NEAREST -> {
        DayOfWeek weekday = date.getDayOfWeek();
        boolean forward = weekday == DayOfWeek.SUNDAY || weekday == DayOfWeek.MONDAY;
        yield forward ? next(date) : previous(date);
      }
    };
  }

  private LocalDate next(LocalDate date) {
    LocalDate day = date;
    while (!isBusinessDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private LocalDate previous(LocalDate date) {
    LocalDate day = date;
    while (!isBusinessDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  private static boolean sameMonth(LocalDate a, LocalDate b) {
    return a.getLong(ChronoField.PROLEPTIC_MONTH) == b.getLong(ChronoField.PROLEPTIC_MONTH);
  }

  private boolean works(LocalDate day) {
    return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /**
   * Whether a day is one of the holidays, weekend or not.
   *
   * @param day a day
   * @return true if it is listed; false outside the covered range, where none is known
   */
  public boolean isHoliday(LocalDate day) {
    return holidays.contains(day);
  }

  /**
   * The next holiday.
   *
   * @param day a day
   * @return the first holiday after it; empty if none is listed
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

  /** Such as {@code weekend [SATURDAY, SUNDAY], 9 holidays, covers 2026-01-01..2026-12-31}. */
  @Override
  public String toString() {
    String range = covered.equals(DateSpan.ALWAYS) ? "" : ", covers " + covered;
    return "weekend " + weekend + ", " + holidays.size() + " holidays" + range;
  }
}
