package io.dunning.policy;

import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** Holds while at least one part holds. */
final class Or extends Combined {
  private static final long serialVersionUID = 1L;

  private Or(Condition[] parts) {
    super(parts);
  }

  static Or of(Condition left, Condition right) {
    return new Or(join(parts(left), parts(right)));
  }

  /** Joins two conditions or more. */
  static Or of(List<Condition> conditions) {
    return new Or(
        conditions.stream().flatMap(c -> Arrays.stream(parts(c))).toArray(Condition[]::new));
  }

  private static Condition[] parts(Condition condition) {
    return condition instanceof Or or ? or.parts : new Condition[] {condition};
  }

  @Override
  public boolean holds(Circumstances c) {
    for (Condition part : parts) {
      if (part.holds(c)) {
        return true;
      }
    }
    return false;
  }

  /** While it fails, the first part to change ends that; else all that hold have to change. */
  @Override
  public long changesOn(Circumstances c) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    boolean holds = false;
    for (Condition part : parts) {
      boolean partHolds = part.holds(c);
      if (partHolds) {
        last = Math.max(last, part.changesOn(c));
      } else if (!holds) {
        first = Math.min(first, part.changesOn(c));
      }
      holds |= partHolds;
    }
    return holds ? last : first;
  }

  /** Of the parts that hold, the one that lasts longest; of several the first named. */
  @Override
  public Condition reason(Circumstances c) {
    Condition reason = null;
    long ends = Long.MIN_VALUE;
    for (Condition part : parts) {
      if (part.holds(c)) {
        long partEnds = part.changesOn(c);
        if (reason == null || partEnds > ends) {
          reason = part;
          ends = partEnds;
        }
      }
    }
    return (reason == null ? parts[parts.length - 1] : reason).reason(c);
  }

  @Override
  ConditionNeeds combined(List<ConditionNeeds> ofParts) {
    return ConditionNeeds.ofAny(ofParts);
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(" or ");
    for (Condition part : parts) {
      text.add(part.toString());
    }
    return text.toString();
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new Or(parts.clone()));
  }
}
