package io.dunning.evaluation;

import io.dunning.policy.Condition;
import io.dunning.policy.ConditionNeeds;
import io.dunning.policy.DunningPolicy;
import io.dunning.settlement.SettlementRule;

/**
 * A condition of a policy with what deciding asks of it, found once.
 *
 * @param condition the condition
 * @param isAlways whether it always holds, so that nobody need ask
 * @param isNever whether it never holds
 * @param opaque whether nobody can foresee when its answer changes
 * @param namesAmounts whether it names every amount at which its answer changes
 * @param sentence its sentence, made once
 */
record PreparedCondition(
    Condition condition,
    boolean isAlways,
    boolean isNever,
    boolean opaque,
    boolean namesAmounts,
    String sentence) {

  static PreparedCondition of(DunningPolicy policy, Condition condition) {
    return new PreparedCondition(
        condition,
        condition.equals(Condition.always()),
        condition.equals(Condition.never()),
        isOpaque(policy, condition.needs()),
        namesAmounts(condition.needs()),
        condition.toString());
  }

  /**
   * Whether a condition names every amount at which it changes: routes, credit limits and users'
   * own do not.
   */
  static boolean namesAmounts(ConditionNeeds needs) {
    return !needs.dailyReview() && !needs.routes() && !needs.credit();
  }

  /**
   * Whether nobody can foresee when a condition changes: it is described, or it goes by a risk
   * model of which nobody knows what it reads.
   */
  static boolean isOpaque(DunningPolicy policy, ConditionNeeds needs) {
    return needs.dailyReview() || policy.riskModel().dailyReview() && asksRisk(policy, needs);
  }

  private static boolean asksRisk(DunningPolicy policy, ConditionNeeds needs) {
    boolean offerGoesByRisk = policy.settlement().flatMap(SettlementRule::fromRisk).isPresent();
    return needs.risk() || offerGoesByRisk && (needs.settlement() || needs.routes());
  }

  /** Its sentence. */
  @Override
  public String toString() {
    return sentence;
  }
}
