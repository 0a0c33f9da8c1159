package io.dunning.conduct;

import io.dunning.calendar.WeeklyHours;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The hours of a day at which a customer may be contacted. The library reads no clock; compare the
 * window with the current time yourself. Immutable and thread-safe.
 *
 * @param date the day
 * @param zone the time zone of the hours; empty if the customer's zone is unknown
 * @param hours the spans of allowed time to the minute, both ends included; none if no hour of the
 *     day is allowed
 */
public record ContactWindow(LocalDate date, Optional<ZoneId> zone, List<WeeklyHours.Span> hours)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a window.
   *
   * @param date the day
   * @param zone the time zone of the hours
   * @param hours the spans of allowed time to the minute, both ends included
   */
  public ContactWindow {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(hours, "hours");
    hours = List.copyOf(hours);
  }

  /**
   * {@return whether a contact is allowed at a time of the day}
   *
   * @param time the time in the {@link #zone}
   */
  public boolean contains(LocalTime time) {
    return hours.stream().anyMatch(s -> s.contains(time));
  }

  /** {@return whether any hour of the day is allowed} */
  public boolean isOpen() {
    return !hours.isEmpty();
  }

  /** Returns the hours and the zone, such as {@code 08:00-21:00 America/Chicago}. */
  @Override
  public String toString() {
    String text =
        hours.stream().map(WeeklyHours.Span::toString).collect(Collectors.joining(" and "));
    return (text.isEmpty() ? "no hour" : text)
        + zone.map(z -> " " + z).orElse(" by the customer's clock");
  }

  private Object writeReplace() {
    return new Form(date, zone.orElse(null), hours);
  }

  /** The serialized form, with null in place of an empty optional. */
  private record Form(LocalDate date, ZoneId zone, List<WeeklyHours.Span> hours)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new ContactWindow(date, Optional.ofNullable(zone), hours);
    }
  }
}
