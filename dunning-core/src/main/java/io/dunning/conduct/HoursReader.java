package io.dunning.conduct;

import io.dunning.calendar.WeeklyHours;
import io.dunning.grammar.Reader;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads hours of a week in the words in which they print. */
final class HoursReader {
  private static final String TIME = "((?:[01][0-9]|2[0-3]):[0-5][0-9])";
  private static final Pattern SPAN = Pattern.compile(TIME + "-" + TIME);

  private final Reader words;

  HoursReader(Reader words) {
    this.words = words;
  }

  /** Such as {@code 08:00-21:00 daily}, {@code mon to fri 07:30-21:00, sat sun 09:00-21:00}. */
  WeeklyHours hours() {
    if (words.take("never")) {
      return WeeklyHours.NONE;
    }
    WeeklyHours hours = WeeklyHours.NONE;
    do {
      hours = hours.plus(some());
    } while (words.take(","));
    return hours;
  }

  private WeeklyHours some() {
    Set<DayOfWeek> weekdays = weekdays();
    List<Matcher> spans = new ArrayList<>();
    do {
      spans.add(span());
    } while (words.take("and"));
    if (weekdays.isEmpty()) {
      words.expect("daily");
      weekdays = EnumSet.allOf(DayOfWeek.class);
    }
    WeeklyHours hours = WeeklyHours.NONE;
    for (Matcher each : spans) {
      Set<DayOfWeek> on = weekdays;
      hours = hours.plus(words.made(() -> WeeklyHours.on(on, each.group(1), each.group(2))));
    }
    return hours;
  }

  private Matcher span() {
    Matcher span = SPAN.matcher(words.next());
    if (!span.matches()) {
      throw words.stopped("hours such as 08:00-21:00");
    }
    words.skip();
    return span;
  }

  private Set<DayOfWeek> weekdays() {
    Set<DayOfWeek> found = EnumSet.noneOf(DayOfWeek.class);
    if (words.take("mon to fri")) {
      found.addAll(WeeklyHours.mondayToFriday());
      return found;
    }
    DayOfWeek next = weekday();
    while (next != null) {
      found.add(next);
      next = weekday();
    }
    return found;
  }

  private DayOfWeek weekday() {
    for (DayOfWeek each : DayOfWeek.values()) {
      if (words.take(each.name().substring(0, 3).toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    return null;
  }
}
