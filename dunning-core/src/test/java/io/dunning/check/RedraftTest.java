package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.action.Tone;
import io.dunning.charge.ChargeCap;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.event.Concession;
import io.dunning.event.Restriction;
import io.dunning.ledger.Patience;
import io.dunning.ledger.Tolerance;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.Invariant;
import io.dunning.policy.PaymentRules;
import io.dunning.policy.ReopeningRules;
import io.dunning.policy.Resumption;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.Route;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedraftTest {
  private static final DunningPolicy FULL =
      policy(
              REMINDER
                  .onlyIf(VIP)
                  .requires(customerTagged("a"), customerTagged("b"))
                  .orBy(LETTER)
                  .addressedTo(PersonRole.THIRD_PARTY)
                  .evenDuring(Restriction.INSOLVENCY)
                  .minimumDaysSinceLastContact(4)
                  .minimumAmount(eur("3.00"))
                  .evenWhileOverdue(),
              NOTICE
                  .take(assessCharges())
                  .grants(calendarDays(5))
                  .tone(Tone.FIRM, customerTagged("c"))
                  .performedBy(Performer.lawyer("Kern"), customerTagged("d"))
                  .performedBy(Performer.SALES),
              step("offer").at(daysPastDue(60)).take(offerSettlement(EMAIL)),
              step("agency").at(daysPastDue(90)).take(referToAgency()).needsApprovalOf("the boss"))
          .version("7")
          .charges(
              ChargeRules.of(LateFee.flat(eur("5.00")).at("notice"))
                  .with(LateInterest.fixed(percent("8")))
                  .capped(ChargeCap.of(eur("50.00")))
                  .by("terms"))
          .grace(calendarDays(1))
          .holdWhile(customerTagged("e"))
          .leastSettledInvoices(9)
          .settlement(SettlementRule.lumpSum(percent("70")))
          .plans(PlanRule.monthly(6))
          .endgame(EndgameRule.of(EndgameRule.terms(Route.AGENCY, "100", "25", 6)))
          .profileWindow(calendarDays(90))
          .liveFrom(LocalDate.of(2026, 1, 1))
          .minimumAmount(eur("2.00"))
          .keeping(Invariant.atMost(3, LETTER, 30))
          .clock(DunningPolicy.Clock.STOPS)
          .tolerance(Tolerance.upTo(eur("1.00")))
          .promiseTolerance(calendarDays(3))
          .promiseHoldsAllFrom(percent("50"))
          .brokenPromise(Resumption.at("notice"))
          .planCure(calendarDays(6))
          .brokenPlan(Resumption.at("notice"))
          .patience(Patience.UNLIMITED.atMost(2, Concession.PROMISE))
          .minimumDaysBetweenContacts(3)
          .minimumDaysBetweenSteps(2)
          .deliveryPresumedAfter(calendarDays(3))
          .thanksWithin(calendarDays(8))
          .receiptsHold(calendarDays(4))
          .bankDataStaleAfter(calendarDays(5))
          .staleBankDataHoldsFrom("notice")
          .collectionAwaitedFor(calendarDays(7))
          .untilCollectionFailed(PaymentRules.UntilCollectionFailed.values()[1])
          .reversedAge(ReopeningRules.ReversedAge.FROM_REVERSAL)
          .reversedSteps(ReopeningRules.ReversedSteps.START_AGAIN)
          .build();

  @Test
  void aPolicyMadeAnewIsThePolicy() {
    assertThat(Redraft.of(FULL).build()).isEqualTo(FULL);
    assertThat(Redraft.of(FULL).build().invariants()).isEqualTo(FULL.invariants());
    assertThat(Redraft.withConditions(FULL, (place, c) -> c)).isEqualTo(FULL);
    DunningPolicy together =
        policy(REMINDER)
            .per(AccountRules.Unit.ACCOUNT)
            .documentLevel(AccountRules.DocumentLevel.OWN)
            .deliveryGivenUpAfter(calendarDays(9))
            .credits(AccountRules.Credits.values()[1])
            .accountSteps(AccountRules.AccountSteps.values()[1])
            .build();
    assertThat(Redraft.of(together).build()).isEqualTo(together);
  }

  @Test
  void aLadderKeepsHowItIsClimbedAndRepeated() {
    EscalationLadder ladder =
        EscalationLadder.of(REMINDER, NOTICE)
            .progression(Progression.CATCH_UP)
            .repeatLastEvery(calendarDays(30));
    DunningPolicy policy = DunningPolicy.named("leaps").ladder(ladder).build();
    assertThat(Redraft.withSteps(policy, List.of(REMINDER)).ladder())
        .isEqualTo(
            EscalationLadder.of(REMINDER)
                .progression(Progression.CATCH_UP)
                .repeatLastEvery(calendarDays(30)));
    assertThat(Redraft.withStep(policy, 1, s -> s.at(daysPastDue(20))).ladder().steps())
        .containsExactly(REMINDER, NOTICE.at(daysPastDue(20)));
  }

  @Test
  void everyConditionHasItsPlace() {
    List<String> places = new ArrayList<>();
    Redraft.withConditions(
        FULL,
        (place, condition) -> {
          if (!condition.equals(Condition.always()) && !condition.equals(Condition.never())) {
            places.add(place + ": " + condition);
          }
          return condition;
        });
    assertThat(places)
        .containsExactlyInAnyOrder(
            "ladder[1].only if: customer tagged vip",
            "ladder[1].requires[1]: customer tagged a",
            "ladder[1].requires[2]: customer tagged b",
            "ladder[2].softer tone if: customer tagged c",
            "ladder[2].performed by[1].only if: customer tagged d",
            "hold while: customer tagged e");
  }

  @Test
  void replacesAConditionAndNothingElse() {
    DunningPolicy other =
        Redraft.withConditions(
            FULL, (place, c) -> place.equals("hold while") ? customerTagged("z") : c);
    assertThat(other).isEqualTo(Redraft.of(FULL).holdWhile(customerTagged("z")).build());
  }

  @Test
  void changesFeesAndNothingElseOfTheCharges() {
    LateFee other = LateFee.flat(eur("6.00")).at("notice");
    ChargeRules changed = Redraft.withFees(FULL, List.of(other)).charges();
    assertThat(changed)
        .isEqualTo(
            ChargeRules.of(other)
                .with(LateInterest.fixed(percent("8")))
                .capped(ChargeCap.of(eur("50.00")))
                .by("terms"));
  }

  @Test
  void changesActionsAndApprovalOfAStep() {
    var agency = FULL.ladder().steps().get(3);
    assertThat(new Redraft.StepDraft(agency).build()).isEqualTo(agency);
    assertThat(new Redraft.StepDraft(agency).unapproved().build().approvalNeeded()).isFalse();
    assertThat(new Redraft.StepDraft(agency).doing(List.of(assessCharges())).build().actions())
        .containsExactly(assessCharges());
  }
}
