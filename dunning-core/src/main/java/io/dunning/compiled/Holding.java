package io.dunning.compiled;

import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.overdue;
import static io.dunning.policy.Condition.planActive;
import static io.dunning.policy.Condition.promiseActive;
import static io.dunning.policy.Condition.settlementOffered;

import io.dunning.policy.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a policy's {@code holdWhile} a packed standing can make true.
 *
 * @param disputes whether a dispute holds an item
 * @param promises whether a running promise does
 * @param onlyOverdue whether either holds overdue items only
 */
record Holding(boolean disputes, boolean promises, boolean onlyOverdue) {
  private static final Map<Condition, Holding> KNOWN = known();

  /** Every order in which the usual parts are joined, on their own and behind {@code overdue}. */
  private static Map<Condition, Holding> known() {
    Map<Condition, Holding> all = new HashMap<>();
    all.put(Condition.never(), new Holding(false, false, false));
    add(all, null, List.of(disputeOpen(), promiseActive(), planActive(), settlementOffered()));
    return all;
  }

  private static void add(Map<Condition, Holding> all, Condition joined, List<Condition> left) {
    if (joined != null) {
      boolean disputes = !left.contains(disputeOpen());
      boolean promises = !left.contains(promiseActive());
      all.put(joined, new Holding(disputes, promises, false));
      all.put(overdue().and(joined), new Holding(disputes, promises, true));
    }
    for (Condition each : left) {
      List<Condition> rest = new ArrayList<>(left);
      rest.remove(each);
      add(all, joined == null ? each : joined.or(each), rest);
    }
  }

  /** What a condition comes to for packed standings; null if these do not tell. */
  static Holding of(Condition condition) {
    return KNOWN.get(condition);
  }
}
