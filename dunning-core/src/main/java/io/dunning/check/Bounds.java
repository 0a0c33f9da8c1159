package io.dunning.check;

import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Count;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the bounds of conditions as little as possible: "at least 500.00 EUR" becomes "at least
 * 500.01 EUR", and a number of days, invoices or events becomes one more or one less. Tests that
 * ask just below, at and just above a bound notice that.
 */
final class Bounds {
  private Bounds() {}

  /** A condition with one bound moved, and how it was moved. */
  record Moved(String words, Condition condition) {}

  /** Every way to move one bound. */
  static List<Moved> of(Condition condition) {
    List<Condition> parts = ConditionParts.of(condition);
    List<Moved> all = new ArrayList<>();
    for (Condition moved : ConditionParts.moved(condition)) {
      List<Condition> now = ConditionParts.of(moved);
      int i = 0;
      while (parts.get(i).equals(now.get(i))) {
        i++;
      }
      all.add(new Moved(words(parts.get(i), now.get(i)), moved));
    }
    return all;
  }

  private static String words(Condition part, Condition moved) {
    List<Count> was = ConditionParts.counts(part);
    return was.isEmpty()
        ? "asks for more than %s, not for at least that".formatted(part.needs().amounts().get(0))
        : "asks for %d instead of %d"
            .formatted(ConditionParts.counts(moved).get(0).least(), was.get(0).least());
  }
}
