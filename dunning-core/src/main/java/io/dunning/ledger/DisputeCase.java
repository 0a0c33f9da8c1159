package io.dunning.ledger;

import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.DisputeEvent.DisputeResolved;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.MoneyEvent.Credit;
import io.dunning.serial.RecordForm;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A dispute and what became of it. Derived from the events, never stored. Immutable and
 * thread-safe.
 *
 * @param opened the dispute
 * @param resolved how it ended, by the latest word; empty while it is open
 * @param amountMinor how much it is about, in minor units; {@link #ALL} for all that is open. Once
 *     the customer won a dispute of all that is open, it is what was open then, and what was
 *     credited before
 * @param credits what was credited since the dispute was opened and counts for it: credits count
 *     for disputes that the customer won before those that are open, and for early ones first
 */
public record DisputeCase(
    DisputeOpened opened,
    Optional<DisputeResolved> resolved,
    long amountMinor,
    List<Credit> credits)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The amount of a dispute about all that is open. */
  public static final long ALL = Long.MAX_VALUE;

  /**
   * A dispute and what became of it.
   *
   * @param opened the dispute
   * @param resolved how it ended; empty while it is open
   * @param amountMinor how much it is about, in minor units; {@link #ALL} for all that is open
   * @param credits what was credited and counts for it
   */
  public DisputeCase {
    Objects.requireNonNull(opened, "opened");
    Objects.requireNonNull(resolved, "resolved");
    Objects.requireNonNull(credits, "credits");
    credits = List.copyOf(credits);
  }

  /** A dispute that was just opened. */
  DisputeCase(DisputeOpened opened) {
    this(opened, Optional.empty(), opened.amount().map(a -> a.minorUnits()).orElse(ALL), List.of());
  }

  /** {@return whether it has not ended} */
  public boolean isOpen() {
    return resolved.isEmpty();
  }

  /** {@return who was right; empty while it is open} */
  public Optional<Outcome> outcome() {
    return resolved.map(DisputeResolved::outcome);
  }

  /** {@return whether the customer won and not all of the amount was credited} */
  public boolean isCreditOwed() {
    return creditOwedMinor() > 0;
  }

  /**
   * What is still to be credited, because the customer won.
   *
   * @return minor units; {@link #ALL} for all that is open on an account; zero unless the customer
   *     won
   */
  public long creditOwedMinor() {
    if (outcome().filter(o -> o == Outcome.CUSTOMER_WON).isEmpty()) {
      return 0;
    }
    return amountMinor == ALL ? ALL : Math.max(0, amountMinor - creditedMinor());
  }

  /** {@return what was credited and counts for it, in minor units} */
  public long creditedMinor() {
    return credits.stream().mapToLong(c -> c.amount().minorUnits()).sum();
  }

  /** What of the debt is contested by it: its amount while it is open, then what is owed. */
  long contestedMinor() {
    return isOpen() ? amountMinor : creditOwedMinor();
  }

  private Object writeReplace() {
    return new RecordForm(this);
  }
}
