package io.dunning.ledger;

import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.terms.Instalment;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a payment plan. Derived from the payments that followed it, never stored: what
 * came in settles the earliest instalments first. A plan is judged at the end of a day, so that
 * money that is moved from one place to another on one day breaks nothing. What bounces opens its
 * instalment again, if it came in since the plan: the plan is broken if its cure period is over by
 * then, and runs on otherwise, also if all had been paid. Immutable and thread-safe.
 *
 * @param plan the plan
 * @param state what became of it
 * @param lastDay the last day on which the plan holds, cure period included: of a running plan, if
 *     nothing more is paid; of another, the last on which it did
 * @param open the earliest instalment that is not paid; empty if all are
 */
public record PlanOutcome(
    PlanAgreed plan, State state, LocalDate lastDay, Optional<Instalment> open)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What can become of a plan. */
  public enum State {
    /** Everything that fell due was paid within its cure period, and more falls due. */
    RUNNING,
    /** Every instalment was paid within its cure period. */
    KEPT,
    /** An instalment was not paid within its cure period. */
    BROKEN,
    /** Cancelled, or replaced by a later plan. */
    CANCELLED
  }

  /**
   * An outcome.
   *
   * @param plan the plan
   * @param state what became of it
   * @param lastDay the last day on which the plan holds, cure period included: of a running plan,
   *     if nothing more is paid; of another, the last on which it did
   * @param open the earliest instalment that is not paid; empty if all are
   */
  public PlanOutcome {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(lastDay, "lastDay");
    Objects.requireNonNull(open, "open");
  }

  /**
   * Whether the plan is broken on a day, if nothing more is paid.
   *
   * @param day a day
   * @return true if an instalment is past its cure period on it
   */
  public boolean isBrokenOn(LocalDate day) {
    return state == State.BROKEN || state == State.RUNNING && lastDay.isBefore(day);
  }

  private Object writeReplace() {
    return new Form(plan, state, lastDay, open.orElse(null));
  }

  /** The serial form, without an optional. */
  private record Form(PlanAgreed plan, State state, LocalDate lastDay, Instalment open)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new PlanOutcome(plan, state, lastDay, Optional.ofNullable(open));
    }
  }
}
