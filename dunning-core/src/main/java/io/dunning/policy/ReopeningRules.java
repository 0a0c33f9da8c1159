package io.dunning.policy;

import io.dunning.serial.Checked;
import io.dunning.text.ConstantWords;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.StringJoiner;
import org.immutables.value.Value;

/**
 * How a debt goes on that was paid and reopened, because the payment was reversed. Prints in words:
 * {@code reopened debts start again}. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class ReopeningRules implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The rules of a policy that says nothing about reopened debts. */
  static final ReopeningRules DEFAULT = new ImmutableReopeningRules.Builder().build();

  ReopeningRules() {}

  /** The day from which a reopened debt is aged. */
  public enum ReversedAge {
    /** From the original due date. */
    FROM_DUE_DATE,
    /** From the day of the reversal. */
    FROM_REVERSAL
  }

  /** What becomes of steps taken before a payment that was reversed. */
  public enum ReversedSteps {
    /** They count. */
    COUNT,
    /** They do not: the ladder starts again. */
    START_AGAIN
  }

  /**
   * The day from which a reopened debt is aged.
   *
   * @return {@link ReversedAge#FROM_DUE_DATE} unless set
   */
  @Value.Default
  public ReversedAge age() {
    return ReversedAge.FROM_DUE_DATE;
  }

  /**
   * What becomes of the steps of a reopened debt.
   *
   * @return {@link ReversedSteps#COUNT} unless set
   */
  @Value.Default
  public ReversedSteps steps() {
    return ReversedSteps.COUNT;
  }

  /** What differs from its default; {@code reopened debts go on} if nothing does. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ").setEmptyValue("reopened debts go on");
    if (age() != ReversedAge.FROM_DUE_DATE) {
      text.add("reopened debts age " + ConstantWords.of(age()));
    }
    if (steps() != ReversedSteps.COUNT) {
      text.add("reopened debts start again");
    }
    return text.toString();
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableReopeningRules.Builder().from(this).build());
  }
}
