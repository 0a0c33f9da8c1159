package io.dunning.compiled;

import io.dunning.action.DunningAction;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import java.util.Set;

/** Which steps a person has to approve, whatever they offer. */
public final class Approvals {
  private Approvals() {}

  /**
   * Whether a person has to approve a step: the policy says so, or for the route that it takes.
   *
   * @param policy the policy
   * @param step one of its steps
   * @return true if it may be taken only once it was approved
   */
  public static boolean needed(DunningPolicy policy, EscalationStep step) {
    return step.approvalNeeded() || takesRouteForPersons(policy, step);
  }

  private static boolean takesRouteForPersons(DunningPolicy policy, EscalationStep step) {
    Set<Route> routes = policy.endgame().orElseGet(EndgameRule::standard).approval();
    return routes.contains(Route.COURT) && takes(step, DunningAction.fileClaim())
        || routes.contains(Route.WRITE_OFF) && takes(step, DunningAction.writeOff())
        || routes.contains(Route.AGENCY) && takes(step, DunningAction.referToAgency())
        || routes.contains(Route.SETTLE) && step.offersSettlement();
  }

  private static boolean takes(EscalationStep step, DunningAction action) {
    return step.actions().contains(action);
  }
}
