package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.action.DunningAction.task;
import static io.dunning.action.DunningAction.writeOff;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.Restriction;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SevereFaultsTest {
  private static final EscalationStep LAST = step("last").at(daysPastDue(60));
  private static final EscalationStep STOP = LAST.take(stopSupply());

  private static List<String> lines(PolicyDraft draft) {
    return Findings.lines(SevereFaults.of(draft.build()));
  }

  private static List<String> places(PolicyDraft draft) {
    return Findings.places(SevereFaults.of(draft.build()));
  }

  @Test
  void aSoundPolicyHasNoFault() {
    assertThat(places(sound())).isEmpty();
  }

  @Test
  void handingOverNeedsApproval() {
    EscalationStep agency = LAST.take(referToAgency());
    assertThat(lines(policy(REMINDER, NOTICE, agency)))
        .containsExactly(
            "severe-without-approval at ladder[3].take: step \"last\" is severe and needs no"
                + " approval: refer to agency");
    assertThat(places(policy(REMINDER, NOTICE, agency.needsApproval()))).isEmpty();
    assertThat(places(policy(REMINDER, NOTICE, LAST.take(task("decide"))))).isEmpty();
  }

  /** The library itself asks for an approval of these. */
  @Test
  void aCourtAndAWriteOffAreNeverWithoutApproval() {
    assertThat(places(policy(REMINDER, NOTICE, LAST.take(fileClaim())))).isEmpty();
    assertThat(places(policy(REMINDER, NOTICE, LAST.take(writeOff())))).isEmpty();
  }

  @Test
  void anEndgameRuleSaysWhichRoutesNeedAPerson() {
    EndgameRule rule = EndgameRule.of(EndgameRule.terms(Route.AGENCY, "100", "25", 6));
    assertThat(places(policy(REMINDER, NOTICE, LAST.take(referToAgency())).endgame(rule)))
        .isEmpty();
  }

  @Test
  void supplyIsStoppedOnlyAfterAWarning() {
    String fault =
        "severe-without-approval at ladder[2].take: step \"last\" stops supply without anyone's"
            + " approval, and no notice or demand comes before it";
    assertThat(lines(policy(REMINDER, STOP))).containsExactly(fault);
    assertThat(places(policy(REMINDER, STOP.needsApproval()))).isEmpty();
    assertThat(places(policy(NOTICE, STOP))).isEmpty();
    assertThat(places(policy(DEMAND, STOP))).isEmpty();
    EscalationStep early = step("early").at(daysBeforeDue(3)).take(sendNotice(1, EMAIL));
    assertThat(lines(policy(early, STOP))).containsExactly(fault);
    assertThat(lines(policy(early.at(daysPastDue(0)), STOP))).containsExactly(fault);
    assertThat(places(policy(early.at(daysPastDue(1)), STOP))).isEmpty();
  }

  @Test
  void nobodyIsHandedOverWithoutAWordOnceTheDebtIsDue() {
    EscalationStep agency = LAST.take(referToAgency()).needsApproval();
    EscalationStep call = step("call").at(daysPastDue(20)).take(placeCall());
    assertThat(lines(policy(call, agency)))
        .containsExactly(
            "notice-missing at ladder[2]: step \"last\" hands the debt over, but no step before it"
                + " reminds the customer once the debt is overdue");
    assertThat(places(policy(REMINDER, agency))).isEmpty();
    assertThat(places(policy(NOTICE, agency))).isEmpty();
    assertThat(places(policy(DEMAND, agency))).isEmpty();
    EscalationStep early = step("early").at(daysBeforeDue(3)).take(sendReminder(EMAIL));
    assertThat(places(policy(early, agency))).containsExactly("notice-missing at ladder[2]");
    assertThat(places(policy(early.at(daysPastDue(0)), agency))).hasSize(1);
    assertThat(places(policy(call, LAST.take(writeOff())))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Restriction.class)
  void whoMustNotBeContactedIsNotContactedByAnException(Restriction restriction) {
    boolean barred = restriction != Restriction.INSOLVENCY && restriction != Restriction.DECEASED;
    List<String> found = lines(policy(REMINDER, NOTICE.evenDuring(restriction)));
    if (barred) {
      assertThat(found)
          .containsExactly(
              "contact-during-restriction at ladder[2].even during: step \"notice\" contacts"
                  + " the customer during a restriction that forbids it: "
                  + restriction);
    } else {
      assertThat(found).isEmpty();
    }
    EscalationStep task = LAST.take(task("look")).evenDuring(restriction);
    assertThat(places(policy(REMINDER, task))).isEmpty();
  }

  @Test
  void whoIsHandedOverIsNotContactedAnyMore() {
    EscalationStep agency = LAST.take(referToAgency()).needsApproval();
    EscalationStep call = step("call").at(daysPastDue(80)).take(placeCall());
    assertThat(lines(policy(NOTICE, agency, call)))
        .containsExactly(
            "contact-after-hand-over at ladder[3]: step \"call\" contacts the customer after"
                + " \"last\" has handed the debt over");
    assertThat(lines(policy(NOTICE, LAST.take(writeOff()), call)))
        .containsExactly(
            "contact-after-hand-over at ladder[3]: step \"call\" contacts the customer after"
                + " \"last\" has written the debt off");
    assertThat(places(policy(NOTICE, agency.onlyIf(VIP), call))).isEmpty();
    EscalationStep look = step("look").at(daysPastDue(80)).take(task("look"));
    assertThat(places(policy(NOTICE, agency, look))).isEmpty();
    assertThat(places(policy(NOTICE, STOP, call))).isEmpty();
  }
}
