package io.dunning.bridges.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import java.time.LocalDate;
import java.time.Year;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes a {@link BusinessCalendar} of the public holidays that Jollyday knows.
 *
 * <p>The calendar covers the years that you ask for and no other day, so that nothing is decided on
 * holidays that nobody looked up. Jollyday counts a holiday on the day on which it is observed. Its
 * data have gaps: the guide lists those that are known, and you can add or take out days.
 */
public final class JollydayCalendars {
  private JollydayCalendars() {}

  /**
   * {@return a calendar on which Saturdays, Sundays and the public holidays of a country are off}
   *
   * @param country a calendar of Jollyday, such as {@code HolidayCalendar.GERMANY}
   * @param first the first year that the calendar covers
   * @param lastInclusive the last year that it covers
   * @param region the codes of a part of the country, such as {@code "by"} for Bavaria, from the
   *     larger to the smaller; none for what is off in the whole country
   * @throws IllegalArgumentException if the last year lies before the first, or Jollyday has no
   *     such region
   */
  public static BusinessCalendar of(
      HolidayCalendar country, Year first, Year lastInclusive, String... region) {
    return of(BusinessCalendar.weekends(), country, first, lastInclusive, region);
  }

  /**
   * {@return a calendar with the public holidays of a country added to those of another calendar}
   *
   * @param base tells which weekdays are off, and knows days that Jollyday lacks
   * @param country a calendar of Jollyday
   * @param first the first year that the calendar covers
   * @param lastInclusive the last year that it covers
   * @param region the codes of a part of the country, from the larger to the smaller
   * @throws IllegalArgumentException if the last year lies before the first, or Jollyday has no
   *     such region
   */
  public static BusinessCalendar of(
      BusinessCalendar base,
      HolidayCalendar country,
      Year first,
      Year lastInclusive,
      String... region) {
    Objects.requireNonNull(base, "base");
    DateSpan span = span(first, lastInclusive);
    return base.withHolidays(holidays(country, first, lastInclusive, region), span);
  }

  /**
   * {@return the public holidays that Jollyday knows, by day, those on weekends, too}
   *
   * @param country a calendar of Jollyday
   * @param first the first year
   * @param lastInclusive the last year
   * @param region the codes of a part of the country, from the larger to the smaller
   * @throws IllegalArgumentException if the last year lies before the first, or Jollyday has no
   *     such region
   */
  public static SortedSet<LocalDate> holidays(
      HolidayCalendar country, Year first, Year lastInclusive, String... region) {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(region, "region");
    DateSpan span = span(first, lastInclusive);
    HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
    requireRegion(manager.getCalendarHierarchy(), country, region);
    SortedSet<LocalDate> days = new TreeSet<>();
    // a holiday can be observed in the year before or after its own
    for (int year = first.getValue() - 1; year <= lastInclusive.getValue() + 1; year++) {
      for (Holiday holiday : manager.getHolidays(Year.of(year), region)) {
        if (holiday.getType() == HolidayType.PUBLIC_HOLIDAY && span.contains(holiday.getDate())) {
          days.add(holiday.getDate());
        }
      }
    }
    return days;
  }

  private static DateSpan span(Year first, Year lastInclusive) {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(lastInclusive, "lastInclusive");
    return new DateSpan(first.atDay(1), lastInclusive.atDay(lastInclusive.length()));
  }

  /** Jollyday takes an unknown region for the whole country, without a word. */
  private static void requireRegion(
      CalendarHierarchy country, HolidayCalendar name, String... region) {
    CalendarHierarchy place = country;
    for (String code : region) {
      CalendarHierarchy part = place.getChildren().get(code);
      if (part == null) {
        throw new IllegalArgumentException(
            "Jollyday has no such region in "
                + name
                + ": "
                + code
                + "\nMaybe "
                + String.join(", ", new TreeSet<>(place.getChildren().keySet())));
      }
      place = part;
    }
  }
}
