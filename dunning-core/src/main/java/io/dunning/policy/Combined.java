package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import java.util.Arrays;

/**
 * Several conditions in one. A chain of {@code and} or of {@code or} is one list of parts, however
 * long, so that asking it needs no deeper stack than asking one part.
 */
abstract sealed class Combined implements Question permits And, Or {
  private static final long serialVersionUID = 1L;

  /** At least two; never changed. */
  final Condition[] parts;

  /** Found when first asked for; the same whoever finds it. */
  private transient ConditionNeeds needs;

  Combined(Condition[] parts) {
    this.parts = parts;
  }

  /** The parts of a chain: those of what is of this kind already, else the condition itself. */
  static Condition[] join(Condition[] left, Condition[] right) {
    Condition[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }

  abstract ConditionNeeds combinedNeeds();

  @Override
  public ConditionNeeds needs() {
    ConditionNeeds known = needs;
    if (known == null) {
      known = combinedNeeds();
      needs = known;
    }
    return known;
  }

  @Override
  public long reasonChangesOn(Circumstances c) {
    long first = EpochDay.NEVER;
    for (Condition part : parts) {
      first = Math.min(first, part.reasonChangesOn(c));
    }
    return first;
  }

  @Override
  public void write(CanonicalForm form) {
    form.text(getClass().getSimpleName()).number(parts.length);
    for (Condition part : parts) {
      Question.write(form, part);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other != null
        && other.getClass() == getClass()
        && Arrays.equals(parts, ((Combined) other).parts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(parts) + getClass().getSimpleName().hashCode();
  }
}
