package io.dunning.compiled;

import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.overdue;
import static io.dunning.policy.Condition.planActive;
import static io.dunning.policy.Condition.promiseActive;
import static io.dunning.policy.Condition.settlementOffered;

import io.dunning.policy.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a policy's {@code holdWhile} a packed standing can make true.
 *
 * @param disputes whether a dispute holds an item
 * @param promises whether a running promise does
 * @param onlyOverdue whether either holds overdue items only
 */
record Holding(boolean disputes, boolean promises, boolean onlyOverdue) {
  private static final Holding NOTHING = new Holding(false, false, false);

  /**
   * What a condition comes to for packed standings; null if these do not tell.
   *
   * <p>It is compared with the usual parts, joined in every order, on their own and behind {@code
   * overdue}. The usual orders come first, so that a first decision is not kept waiting.
   */
  static Holding of(Condition condition) {
    List<Condition> parts =
        List.of(disputeOpen(), promiseActive(), planActive(), settlementOffered());
    return condition.equals(Condition.never()) ? NOTHING : find(condition, null, parts);
  }

  private static Holding find(Condition condition, Condition joined, List<Condition> left) {
    if (joined != null) {
      boolean disputes = !left.contains(disputeOpen());
      boolean promises = !left.contains(promiseActive());
      if (condition.equals(joined)) {
        return new Holding(disputes, promises, false);
      }
      if (condition.equals(overdue().and(joined))) {
        return new Holding(disputes, promises, true);
      }
    }
    for (Condition each : left) {
      List<Condition> rest = new ArrayList<>(left);
      rest.remove(each);
      Holding found = find(condition, joined == null ? each : joined.or(each), rest);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
