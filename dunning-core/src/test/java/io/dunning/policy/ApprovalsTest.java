package io.dunning.policy;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sellClaim;
import static io.dunning.action.DunningAction.writeOff;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Policies;
import io.dunning.action.DunningAction;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which steps a person has to approve. */
class ApprovalsTest {
  private static final Map<Route, DunningAction> TAKEN_BY =
      Map.of(
          Route.COURT, fileClaim(),
          Route.WRITE_OFF, writeOff(),
          Route.AGENCY, referToAgency(),
          Route.SETTLE, offerSettlement(LETTER));

  private static EscalationStep taking(DunningAction action) {
    return step("last").at(daysPastDue(60)).take(action);
  }

  private static boolean isNeeded(EscalationStep step, Route... routes) {
    EndgameRule endgame = EndgameRule.standard().approval(routes);
    return Policies.draft().endgame(endgame).build().needsApproval(step);
  }

  @Test
  void aStepIsForPersonsIfItsRouteIs() {
    TAKEN_BY.forEach(
        (route, action) -> {
          assertThat(isNeeded(taking(action))).as(action.toString()).isFalse();
          for (Route each : Route.values()) {
            assertThat(isNeeded(taking(action), each))
                .as("%s, %s for persons", action, each)
                .isEqualTo(each == route);
          }
        });
    assertThat(isNeeded(taking(placeCall()), Route.values())).isFalse();
  }

  @Test
  void nothingUndoesASale() {
    assertThat(isNeeded(taking(sellClaim()))).isTrue();
  }

  @Test
  void anyStepMayAskForIt() {
    assertThat(isNeeded(taking(placeCall()).needsApproval())).isTrue();
  }

  @Test
  void withoutAnEndgameRuleTheStandardOneSaysIt() {
    DunningPolicy policy = Policies.draft().build();
    for (DunningAction each : List.of(fileClaim(), writeOff(), referToAgency())) {
      assertThat(policy.needsApproval(taking(each)))
          .as(each.toString())
          .isEqualTo(
              isNeeded(taking(each), EndgameRule.standard().approval().toArray(new Route[0])));
    }
  }
}
