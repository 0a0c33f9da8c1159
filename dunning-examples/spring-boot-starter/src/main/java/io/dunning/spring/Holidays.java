package io.dunning.spring;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Public holidays of a country from Jollyday, on top of Saturdays and Sundays. What it does not
 * know: days that a government declares at short notice, religious days that are announced by the
 * moon, and holidays of banks only. A day that is moved to a weekday is off on both days.
 */
final class Holidays {
  private Holidays() {}

  static BusinessCalendar calendar(DunningProperties.DaysOff settings, LocalDate today) {
    String country = settings.country().orElseThrow();
    requireKnown(country);
    HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
    String[] regions = settings.regions().toArray(String[]::new);
    SortedSet<LocalDate> days = new TreeSet<>();
    int first = today.getYear() - 1;
    int last = first + settings.years() - 1;
    for (int year = first; year <= last; year++) {
      manager
          .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, regions)
          .forEach(
              h -> {
                days.add(h.getActualDate());
                days.add(h.getDate());
              });
    }
    LocalDate begin = LocalDate.of(first, 1, 1);
    LocalDate end = LocalDate.of(last, 12, 31);
    days.removeIf(d -> d.isBefore(begin) || d.isAfter(end));
    return BusinessCalendar.weekends().withHolidays(days, new DateSpan(begin, end));
  }

  private static void requireKnown(String country) {
    Set<String> known = HolidayManager.getSupportedCalendarCodes();
    if (known.stream().noneMatch(country::equalsIgnoreCase)) {
      throw new IllegalArgumentException(
          "dunning.holidays.country: no holidays are known: "
              + country
              + "\nMaybe one of "
              + String.join(", ", new TreeSet<>(known)));
    }
  }
}
