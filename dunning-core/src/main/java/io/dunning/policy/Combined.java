package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Several conditions in one. A chain of {@code and} or of {@code or} is one list of parts, however
 * long, so that asking it needs no deeper stack than asking one part.
 *
 * <p>The names of these classes are part of every stored fingerprint; never rename one.
 */
abstract sealed class Combined implements Question permits And, Or {
  private static final long serialVersionUID = 1L;

  /** Each further one deepens the stack. */
  private static final int MOST_NESTED = 500;

  /** At least two; never changed. */
  final Condition[] parts;

  /** Found when first asked for; the same whoever finds it. */
  private transient ConditionNeeds needs;

  private final int depth;

  Combined(Condition[] parts) {
    this.parts = parts;
    int deepest = 0;
    for (Condition part : parts) {
      deepest = Math.max(deepest, depth(Objects.requireNonNull(part, "part")));
    }
    depth = requireFew(deepest + 1);
  }

  /** How deep a condition is nested. */
  static int depth(Condition condition) {
    int above = 0;
    Condition inner = condition;
    while (inner instanceof Not not) {
      inner = not.inner();
      above++;
    }
    return above + (inner instanceof Combined combined ? combined.depth : 0);
  }

  static int requireFew(int depth) {
    if (depth > MOST_NESTED) {
      throw new IllegalArgumentException(
          "conditions are nested more than "
              + MOST_NESTED
              + " deep"
              + "\nMaybe join them in one long chain of and, or of or");
    }
    return depth;
  }

  /** The parts of a chain: those of what is of this kind already, else the condition itself. */
  static Condition[] join(Condition[] left, Condition[] right) {
    Condition[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }

  abstract ConditionNeeds combined(List<ConditionNeeds> ofParts);

  @Override
  public ConditionNeeds needs() {
    ConditionNeeds known = needs;
    if (known == null) {
      known = combined(Arrays.stream(parts).map(Condition::needs).toList());
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
