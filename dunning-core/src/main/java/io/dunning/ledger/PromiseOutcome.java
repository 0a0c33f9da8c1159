package io.dunning.ledger;

import io.dunning.event.AgreementEvent;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What became of a promise. Derived from what was paid, and is owed, between the promise and its
 * last day plus tolerance, never stored.
 *
 * <p>It is kept if as much came in after its day as was open and not disputed at the end of its day
 * (as was open, if all of it was disputed), or as was promised if that is less. What is paid back
 * on an invoice takes back only what came in there since the promise. It is also kept while nothing
 * of it is owed that is not disputed, whatever became of it: it was voided, written off, or settled
 * for less by a settlement that was paid by its days. What tolerance a policy has is not known
 * here: a promise of all of which a cent is open is partly kept. Immutable and thread-safe.
 *
 * @param promise the promise
 * @param lastDay its last day, tolerance included; of a promise that is kept, the day on which it
 *     was
 * @param state what became of it
 * @param ofMinor what a promise of an amount is a part of, in minor units: what was overdue and not
 *     disputed at the end of its day, or what was to fall due first if nothing was; zero for a
 *     promise of all
 * @param leftMinor what of a promised amount has yet to come in to keep the promise, in minor
 *     units; zero for a promise of all
 */
public record PromiseOutcome(
    AgreementEvent.PromiseToPay promise,
    LocalDate lastDay,
    State state,
    long ofMinor,
    long leftMinor)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What can become of a promise. */
  public enum State {
    /** The last day is not over, and not all of it is paid. */
    RUNNING,
    /** All of it was paid in time, or nothing of it is owed that is not disputed. */
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
   * @param lastDay its last day, tolerance included; of one that is kept, the day on which it was
   * @param state what became of it
   * @param ofMinor what a promise of an amount is a part of, in minor units
   * @param leftMinor what of a promised amount has yet to come in, in minor units
   */
  public PromiseOutcome {
    Objects.requireNonNull(promise, "promise");
    Objects.requireNonNull(lastDay, "lastDay");
    Objects.requireNonNull(state, "state");
  }

  /**
   * Whether the promise is about so much that it holds all, while it runs.
   *
   * @param from the least share of what it is a part of, such as 100 %
   * @return true for a promise of all, or of at least that share
   */
  public boolean isOfAll(Percentage from) {
    if (promise.amount().isEmpty()) {
      return true;
    }
    BigDecimal amount = BigDecimal.valueOf(promise.amount().get().minorUnits()).movePointRight(2);
    return amount.compareTo(from.value().multiply(BigDecimal.valueOf(ofMinor))) >= 0;
  }

  /** {@return whether it is {@link State#KEPT}, so that it holds nothing any more} */
  public boolean isKept() {
    return state == State.KEPT;
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
