package io.dunning.calendar;

import io.dunning.calendar.WeeklyHours.Span;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Hours of a week in words. */
final class WeeklyHoursText {
  private WeeklyHoursText() {}

  /** Returns text such as {@code mon to fri 07:30-21:00, sat sun 09:00-21:00}. */
  static String of(WeeklyHours hours) {
    List<String> parts = new ArrayList<>();
    EnumSet<DayOfWeek> left = EnumSet.allOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (left.contains(day) && hours.hasAny(day)) {
        List<DayOfWeek> alike =
            left.stream().filter(d -> hours.on(d).equals(hours.on(day))).toList();
        left.removeAll(alike);
        String spans =
            hours.on(day).stream().map(Span::toString).collect(Collectors.joining(" and "));
        parts.add(alike.size() == 7 ? spans + " daily" : weekdays(alike) + " " + spans);
      }
    }
    return parts.isEmpty() ? "never" : String.join(", ", parts);
  }

  private static String weekdays(List<DayOfWeek> weekdays) {
    if (weekdays.equals(List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)))) {
      return "mon to fri";
    }
    return weekdays.stream()
        .map(d -> d.name().substring(0, 3).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}
