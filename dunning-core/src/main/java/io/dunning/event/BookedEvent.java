package io.dunning.event;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * An event and the day on which it was entered into the books. {@code asKnownOn} of a history
 * leaves out what was booked later. Immutable and thread-safe.
 *
 * @param event what happened
 * @param bookedOn the day of entry; the day of the event itself unless it was entered on another
 */
public record BookedEvent(LedgerEvent event, LocalDate bookedOn) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * An event and the day on which it was entered.
   *
   * @param event what happened
   * @param bookedOn the day of entry
   */
  public BookedEvent {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(bookedOn, "bookedOn");
  }

  /** Such as {@code 2026-03-02 payment 100.00 EUR, booked on 2026-03-06}. */
  @Override
  public String toString() {
    return bookedOn.equals(event.date()) ? event.toString() : event + ", booked on " + bookedOn;
  }
}
