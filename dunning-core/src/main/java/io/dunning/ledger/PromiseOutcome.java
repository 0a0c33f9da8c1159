package io.dunning.ledger;

import io.dunning.event.AgreementEvent;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What became of a promise. Derived from the payments between the promise and its last day plus
 * tolerance, never stored. Immutable and thread-safe.
 *
 * @param promise the promise
 * @param lastDay its last day, tolerance included
 * @param state what became of it
 */
public record PromiseOutcome(AgreementEvent.PromiseToPay promise, LocalDate lastDay, State state)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What can become of a promise. */
  public enum State {
    /** The last day is not over, and not all of it is paid. */
    RUNNING,
    /** All of it was paid in time. */
    KEPT,
    /** Something was paid in time, but not all: counts as broken. */
    PARTLY_KEPT,
    /** Nothing was paid in time. */
    BROKEN,
    /** Taken back, or replaced by a later promise before its last day was over. */
    WITHDRAWN
  }

  /**
   * An outcome.
   *
   * @param promise the promise
   * @param lastDay its last day, tolerance included
   * @param state what became of it
   */
  public PromiseOutcome {
    Objects.requireNonNull(promise, "promise");
    Objects.requireNonNull(lastDay, "lastDay");
    Objects.requireNonNull(state, "state");
  }

  /**
   * Whether the promise counts as broken.
   *
   * @return true if its last day is over and not all of it was paid
   */
  public boolean isBroken() {
    return state == State.BROKEN || state == State.PARTLY_KEPT;
  }
}
