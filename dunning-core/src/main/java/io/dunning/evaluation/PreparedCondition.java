package io.dunning.evaluation;

import io.dunning.money.Money;
import io.dunning.policy.Condition;
import java.util.List;

/**
 * A condition of a policy with what deciding asks of it, found once.
 *
 * @param condition the condition
 * @param isAlways whether it always holds, so that nobody need ask
 * @param isNever whether it never holds
 * @param opaque whether nobody can foresee when its answer changes
 */
record PreparedCondition(Condition condition, boolean isAlways, boolean isNever, boolean opaque) {

  static PreparedCondition of(Condition condition) {
    return new PreparedCondition(
        condition,
        condition.equals(Condition.always()),
        condition.equals(Condition.never()),
        condition.needs().dailyReview());
  }

  List<Money> amounts() {
    return condition.needs().amounts();
  }

  @Override
  public String toString() {
    return condition.toString();
  }
}
