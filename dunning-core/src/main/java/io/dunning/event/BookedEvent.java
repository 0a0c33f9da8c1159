package io.dunning.event;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * An event, the day on which it was entered into the books, and the evidence for it. {@code
 * asKnownOn} of a history leaves out what was booked later. Immutable and thread-safe.
 *
 * @param event what happened
 * @param bookedOn the day of entry; the day of the event itself unless it was entered on another
 * @param evidence who did it, at what time, and where the proof is filed
 */
public record BookedEvent(LedgerEvent event, LocalDate bookedOn, Evidence evidence)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * An event, the day on which it was entered, and the evidence for it.
   *
   * @param event what happened
   * @param bookedOn the day of entry
   * @param evidence who did it, at what time, and where the proof is filed
   */
  public BookedEvent {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(bookedOn, "bookedOn");
    Objects.requireNonNull(evidence, "evidence");
  }

  /**
   * An event and the day on which it was entered, without evidence.
   *
   * @param event what happened
   * @param bookedOn the day of entry
   */
  public BookedEvent(LedgerEvent event, LocalDate bookedOn) {
    this(event, bookedOn, Evidence.NONE);
  }

  /**
   * {@return this event with other evidence and its day of entry}
   *
   * @param other the evidence
   */
  public BookedEvent with(Evidence other) {
    return new BookedEvent(event, bookedOn, other);
  }

  /** Such as {@code 2026-03-02 payment 100.00 EUR, booked on 2026-03-06, by Anna}. */
  @Override
  public String toString() {
    return event
        + (bookedOn.equals(event.date()) ? "" : ", booked on " + bookedOn)
        + (evidence.equals(Evidence.NONE) ? "" : ", " + evidence);
  }
}
