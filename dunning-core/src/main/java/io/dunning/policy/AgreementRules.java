package io.dunning.policy;

import io.dunning.calendar.Days;
import io.dunning.ledger.Patience;
import io.dunning.money.Percentage;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.StringJoiner;
import org.immutables.value.Value;

/**
 * How long promises to pay and payment plans can still be kept, and what follows when they are
 * broken. Prints in words: {@code 2 days of tolerance for promises, broken plan resumes at once}.
 * Immutable and thread-safe.
 */
@Value.Immutable
public abstract class AgreementRules implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Percentage ALL = Percentage.percent("100");

  /** The rules of a policy that says nothing about agreements. */
  static final AgreementRules DEFAULT = new ImmutableAgreementRules.Builder().build();

  AgreementRules() {}

  /**
   * How long after its day a promise can still be kept.
   *
   * @return no days unless set
   */
  @Value.Default
  public Days promiseTolerance() {
    return Days.NONE;
  }

  /**
   * From which share of what was overdue a promise of an amount holds the whole debt, while it
   * runs. A promise of less holds its part, and the ladder goes on for the rest.
   *
   * @return 100 % unless set
   */
  @Value.Default
  public Percentage promiseHoldsAllFrom() {
    return ALL;
  }

  /**
   * How the ladder goes on once a promise was broken.
   *
   * @return {@link Resumption#whereItWas} unless set
   */
  @Value.Default
  public Resumption brokenPromise() {
    return Resumption.whereItWas();
  }

  /**
   * How long after its due date an instalment of a payment plan can still be paid.
   *
   * @return no days unless set
   */
  @Value.Default
  public Days planCure() {
    return Days.NONE;
  }

  /**
   * How the ladder goes on once a payment plan was broken.
   *
   * @return {@link Resumption#whereItWas} unless set
   */
  @Value.Default
  public Resumption brokenPlan() {
    return Resumption.whereItWas();
  }

  /**
   * How many promises, payment plans, deferrals and holds a debt gets, and for how long. What goes
   * beyond is recorded, but does not hold.
   *
   * @return {@link Patience#UNLIMITED} unless set
   */
  @Value.Default
  public Patience patience() {
    return Patience.UNLIMITED;
  }

  /** What differs from its default; {@code agreements as agreed} if nothing does. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ").setEmptyValue("agreements as agreed");
    if (promiseTolerance().count() > 0) {
      text.add(promiseTolerance() + " of tolerance for promises");
    }
    if (!promiseHoldsAllFrom().equals(ALL)) {
      text.add("promises of " + promiseHoldsAllFrom() + " hold all");
    }
    if (!brokenPromise().equals(Resumption.whereItWas())) {
      text.add("broken promise " + brokenPromise());
    }
    if (planCure().count() > 0) {
      text.add(planCure() + " to cure a payment plan");
    }
    if (!brokenPlan().equals(Resumption.whereItWas())) {
      text.add("broken plan " + brokenPlan());
    }
    if (!patience().equals(Patience.UNLIMITED)) {
      text.add(patience().toString());
    }
    return text.toString();
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableAgreementRules.Builder().from(this).build());
  }
}
