package io.dunning.policy;

import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** Holds while all parts hold. */
final class And extends Combined {
  private static final long serialVersionUID = 1L;

  private And(Condition[] parts) {
    super(parts);
  }

  static And of(Condition left, Condition right) {
    return new And(join(parts(left), parts(right)));
  }

  /** Joins two conditions or more. */
  static And of(List<Condition> conditions) {
    return new And(
        conditions.stream().flatMap(c -> Arrays.stream(parts(c))).toArray(Condition[]::new));
  }

  private static Condition[] parts(Condition condition) {
    return condition instanceof And and ? and.parts : new Condition[] {condition};
  }

  @Override
  public boolean holds(Circumstances c) {
    for (Condition part : parts) {
      if (!part.holds(c)) {
        return false;
      }
    }
    return true;
  }

  /** While it holds, the first part to change ends it; else all that fail have to change. */
  @Override
  public long changesOn(Circumstances c) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    boolean holds = true;
    for (Condition part : parts) {
      boolean partHolds = part.holds(c);
      if (!partHolds) {
        last = Math.max(last, part.changesOn(c));
      } else if (holds) {
        first = Math.min(first, part.changesOn(c));
      }
      holds &= partHolds;
    }
    return holds ? first : last;
  }

  /** The part that ends first; of several on one day the last named. */
  @Override
  public Condition reason(Circumstances c) {
    Condition reason = parts[0];
    long ends = reason.changesOn(c);
    for (int i = 1; i < parts.length; i++) {
      long partEnds = parts[i].changesOn(c);
      if (partEnds <= ends) {
        reason = parts[i];
        ends = partEnds;
      }
    }
    return reason.reason(c);
  }

  @Override
  ConditionNeeds combined(List<ConditionNeeds> ofParts) {
    return ConditionNeeds.ofAll(ofParts);
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(" and ");
    for (Condition part : parts) {
      text.add(containsOr(part) ? "(" + part + ")" : part.toString());
    }
    return text.toString();
  }

  /** Whether a part needs brackets: for the reader, also a list of ways to pay. */
  private static boolean containsOr(Condition part) {
    return part instanceof Or
        || part instanceof PaymentCondition.CustomerIs customer && customer.bands().size() > 1;
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new And(parts.clone()));
  }
}
