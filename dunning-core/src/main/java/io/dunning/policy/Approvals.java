package io.dunning.policy;

import io.dunning.action.DunningAction;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import java.util.Set;

/** Which steps a person has to approve, whatever they offer. */
final class Approvals {
  private Approvals() {}

  /** Whether the step says so, or the endgame rule for its route; nothing undoes a sale. */
  static boolean needed(DunningPolicy policy, EscalationStep step) {
    return step.approvalNeeded()
        || takes(step, DunningAction.sellClaim())
        || takesRouteForPersons(policy, step);
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
