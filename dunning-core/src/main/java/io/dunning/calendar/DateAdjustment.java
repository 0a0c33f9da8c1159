package io.dunning.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoField;

/** Moves a date to a business day of a calendar. */
final class DateAdjustment {
  private final BusinessCalendar calendar;
  private final LocalDate date;

  DateAdjustment(BusinessCalendar calendar, LocalDate date) {
    this.calendar = calendar;
    this.date = date;
  }

  /** Returns the date itself if it is a business day, else the day that the convention picks. */
  LocalDate by(BusinessDayConvention convention) {
    return switch (convention) {
      case NO_ADJUST -> date;
      case FOLLOWING -> next();
      case PRECEDING -> previous();
      case MODIFIED_FOLLOWING -> {
        LocalDate moved = next();
        yield isSameMonth(moved) ? moved : previous();
      }
      case MODIFIED_PRECEDING -> {
        LocalDate moved = previous();
        yield isSameMonth(moved) ? moved : next();
      }
      case NEAREST -> {
        DayOfWeek weekday = date.getDayOfWeek();
        boolean forward = weekday == DayOfWeek.SUNDAY || weekday == DayOfWeek.MONDAY;
        yield forward ? next() : previous();
      }
    };
  }

  private LocalDate next() {
    LocalDate day = date;
    while (!calendar.isBusinessDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private LocalDate previous() {
    LocalDate day = date;
    while (!calendar.isBusinessDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  private boolean isSameMonth(LocalDate moved) {
    return moved.getLong(ChronoField.PROLEPTIC_MONTH) == date.getLong(ChronoField.PROLEPTIC_MONTH);
  }
}
