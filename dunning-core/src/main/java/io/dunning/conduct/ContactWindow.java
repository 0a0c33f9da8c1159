package io.dunning.conduct;

import io.dunning.calendar.WeeklyHours;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The hours of a day at which a customer may be contacted. The host keeps the clock. Immutable and
 * thread-safe.
 *
 * @param date the day
 * @param zone whose clock it is; empty if nothing is known but that it is the customer's
 * @param hours spans with both ends, to the minute; none if the day has no allowed hour
 */
public record ContactWindow(LocalDate date, Optional<ZoneId> zone, List<WeeklyHours.Span> hours)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A window.
   *
   * @param date the day
   * @param zone whose clock it is
   * @param hours spans with both ends, to the minute
   */
  public ContactWindow {
    hours = List.copyOf(hours);
  }

  /**
   * Whether a contact is allowed at a time.
   *
   * @param time a time of the day, by the clock of the {@link #zone}
   * @return true if it is
   */
  public boolean contains(LocalTime time) {
    return hours.stream().anyMatch(s -> s.contains(time));
  }

  /**
   * Whether there is any allowed hour.
   *
   * @return true if there is
   */
  public boolean isOpen() {
    return !hours.isEmpty();
  }

  /** Such as {@code 08:00-21:00 America/Chicago}. */
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

  /** The serial form, without an optional. */
  private record Form(LocalDate date, ZoneId zone, List<WeeklyHours.Span> hours)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new ContactWindow(date, Optional.ofNullable(zone), hours);
    }
  }
}
