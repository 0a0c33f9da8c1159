package io.dunning.check;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.proposePlan;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.OneWorld.CALENDAR;
import static io.dunning.check.OneWorld.day;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.policy.Trigger.pastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.Route;
import io.dunning.settlement.SettlementRule;
import org.junit.jupiter.api.Test;

class PolicyCoverageTableTest {
  private static final DunningPolicy POLICY = policy(REMINDER, NOTICE.onlyIf(VIP)).build();
  private static final Account ACCOUNT = OneWorld.usual().account();

  private final PolicyCoverage coverage = PolicyCoverage.of(POLICY);

  private void asked(int daysPastDue) {
    coverage.asked(POLICY, CALENDAR, ACCOUNT, day(daysPastDue));
  }

  @Test
  void printsWhatWasExercisedAndWhatWasNot() {
    asked(1);
    asked(3);
    assertThat(coverage)
        .hasToString(
            """
            coverage of faulty by 2 looks (answers about an account)
              step               reminder             1
              step               notice               0
              ladder[2].only if  customer tagged vip  0 true, 0 false
              verdict            wait                 1
              verdict            act                  1
              hold               disputed             0
              hold               promised             0
            not exercised: step "notice": never taken
            not exercised: ladder[2].only if: "customer tagged vip": never true
            not exercised: ladder[2].only if: "customer tagged vip": never false
            not exercised: verdict not due: never given
            not exercised: verdict hold: never given
            not exercised: verdict exhausted: never given
            not exercised: verdict closed: never given
            not exercised: hold disputed: never came about
            not exercised: hold promised: never came about\
            """);
    assertThat(PolicyCoverage.of(POLICY).toString()).contains(" by 0 looks (answers");
  }

  @Test
  void countsALookOnceHoweverOftenItIsTaken() {
    asked(3);
    asked(3);
    assertThat(coverage.looks()).isEqualTo(1);
    assertThat(coverage.toString()).contains(" by 1 look (an answer about an account)");
    asked(4);
    asked(3);
    assertThat(coverage.looks()).isEqualTo(3);
    coverage.asked(POLICY, CALENDAR, ACCOUNT.with(ACCOUNT.invoices().get(0)), day(3));
    assertThat(coverage.looks()).isEqualTo(4);
  }

  @Test
  void anotherPolicyDoesNotCountAndAnEqualOneDoes() {
    coverage.asked(policy(REMINDER).build(), CALENDAR, ACCOUNT, day(3));
    assertThat(coverage.looks()).isZero();
    coverage.asked(policy(REMINDER, NOTICE.onlyIf(VIP)).build(), CALENDAR, ACCOUNT, day(3));
    assertThat(coverage.looks()).isEqualTo(1);
  }

  /** On a calendar without weekends, ten business days are over sooner. */
  @Test
  void countsOnTheCalendarThatIsAskedWith() {
    DunningPolicy business =
        policy(step("call").at(pastDue(Days.businessDays(10))).take(placeCall())).build();
    PolicyCoverage both = PolicyCoverage.of(business);
    both.asked(business, CALENDAR, ACCOUNT, day(10));
    assertThat(both.taken("call")).isZero();
    both.asked(business, BusinessCalendar.everyDay(), ACCOUNT, day(10));
    both.asked(business, BusinessCalendar.everyDay(), ACCOUNT, day(11));
    assertThat(both.taken("call")).isPositive();
  }

  @Test
  void conditionsAnswerAboutTheDayThatIsAsked() {
    asked(14);
    assertThat(coverage.answered("ladder[2].only if", true)).isZero();
    assertThat(coverage.answered("nowhere", true)).isZero();
    assertThat(coverage.answered("nowhere", false)).isZero();
  }

  @Test
  void listsOffersPlansAndRoutes() {
    EscalationStep offer = step("offer").at(daysPastDue(30)).take(offerSettlement(LETTER));
    EscalationStep plan = step("plan").at(daysPastDue(60)).take(proposePlan(LETTER));
    DunningPolicy policy =
        policy(offer, plan)
            .settlement(SettlementRule.lumpSum(percent("70")))
            .plans(PlanRule.monthly(6))
            .endgame(EndgameRule.of(EndgameRule.terms(Route.AGENCY, "100", "25", 6)))
            .build();
    PolicyCoverage all = PolicyCoverage.of(policy);
    assertThat(all.missing())
        .contains(
            "settlement offer: never made",
            "payment plan: never proposed",
            "route settle: never worth most",
            "hold in plan: never came about",
            "hold settlement offered: never came about");
    assertThat(all.rows())
        .extracting(PolicyCoverage.Row::subject)
        .doesNotContain(PolicyCoverage.Subject.OFFER, PolicyCoverage.Subject.PLAN);
    all.asked(policy, CALENDAR, ACCOUNT, day(30));
    assertThat(all.missing()).doesNotContain("settlement offer: never made");
    LedgerEvent offered = LedgerEvent.stepTaken(day(30), "offer", LETTER);
    all.asked(policy, CALENDAR, ACCOUNT.with(ACCOUNT.invoices().get(0).with(offered)), day(60));
    assertThat(all.missing()).doesNotContain("payment plan: never proposed");
    assertThat(all.toString()).contains("settlement offered", "payment plan proposed");
  }

  @Test
  void aPolicyWithoutOffersLacksNone() {
    assertThat(coverage.missing())
        .noneMatch(m -> m.startsWith("settlement") || m.startsWith("payment"))
        .doesNotContain("verdict await approval: never given");
    DunningPolicy asking = policy(REMINDER.needsApproval()).build();
    assertThat(PolicyCoverage.of(asking).missing())
        .contains("verdict " + Verdict.AWAIT_APPROVAL + ": never given");
  }

  @Test
  void aLadderThatRepeatsIsNeverExhausted() {
    DunningPolicy daily =
        DunningPolicy.named("daily")
            .ladder(EscalationLadder.of(REMINDER).repeatLastEvery(Days.calendarDays(1)))
            .build();
    assertThat(PolicyCoverage.of(daily).missing())
        .doesNotContain("verdict exhausted: never given")
        .contains("verdict hold: never given");
  }

  @Test
  void requiresAllOfIt() {
    assertThatThrownBy(coverage::requireAll)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "tests of policy faulty leave out:\n  step \"reminder\": never taken\n  step");
  }

  /** A hold is counted by its reason. */
  @Test
  void countsHolds() {
    Account disputed =
        ACCOUNT.with(ACCOUNT.invoices().get(0).with(LedgerEvent.dispute(day(1), "late")));
    coverage.asked(POLICY, CALENDAR, disputed, day(3));
    assertThat(coverage.missing()).doesNotContain("hold disputed: never came about");
    Account promised =
        ACCOUNT.with(
            ACCOUNT.invoices().get(0).with(LedgerEvent.promise(day(1), eur("1000.00"), day(9))));
    coverage.asked(POLICY, CALENDAR, promised, day(3));
    assertThat(coverage.missing()).doesNotContain("hold promised: never came about");
  }

  @Test
  void holdsThatCannotComeAboutAreNotMissing() {
    DunningPolicy only = policy(REMINDER).holdWhile(Condition.disputeOpen()).build();
    assertThat(PolicyCoverage.of(only).missing())
        .contains("hold disputed: never came about")
        .doesNotContain("hold promised: never came about");
  }
}
