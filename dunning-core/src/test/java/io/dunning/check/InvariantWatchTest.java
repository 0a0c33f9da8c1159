package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.Channel.SMS;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.check.OneWorld.CALENDAR;
import static io.dunning.check.OneWorld.day;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.settlementOffered;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Invariant.atMost;
import static io.dunning.policy.Invariant.chargesAtMost;
import static io.dunning.policy.Invariant.neverBefore;
import static io.dunning.policy.Invariant.neverBeforeDelivered;
import static io.dunning.policy.Invariant.noContactAfterPayment;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.charge.LateFee;
import io.dunning.check.PolicyReport.InvariantAnswer;
import io.dunning.check.PolicyReport.InvariantAnswer.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Customer;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.Invariant.During;
import io.dunning.policy.PolicyDraft;
import io.dunning.terms.Instalment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvariantWatchTest {
  private static final EscalationStep CALL = step("call").at(daysPastDue(20)).take(placeCall());

  private static InvariantAnswer answer(
      PolicyDraft draft, Debtor debtor, Invariant invariant, LedgerEvent... events) {
    InvariantWatch watch = new InvariantWatch(draft.build(), CALENDAR, List.of(invariant));
    new Player(draft.build(), CALENDAR, watch)
        .play(debtor, OneWorld.scheduled(events), OneWorld.LAST);
    return watch.answers(Optional.empty(), new Answers()).get(0);
  }

  private static boolean keeps(PolicyDraft draft, Invariant invariant, LedgerEvent... events) {
    return answer(draft, OneWorld.usual(), invariant, events).verdict() == Verdict.HOLDS;
  }

  /** A policy that holds for nothing, and calls on day 20. */
  private static PolicyDraft pressing() {
    return policy(CALL).holdWhile(overdueAtLeast(eur("99999.00")));
  }

  private static LedgerEvent[] at(During during, int last) {
    LedgerEvent event =
        switch (during) {
          case DISPUTED -> dispute(day(1), "late");
          case PARTLY_DISPUTED -> dispute(day(1), eur("10.00"), "late");
          case PROMISED -> promise(day(1), day(last));
          case IN_PLAN ->
              planAgreed(
                  day(1),
                  List.of(
                      new Instalment(day(last), eur("500.00")),
                      new Instalment(day(200), eur("500.00"))));
          case OFFERED -> settlementOffered(day(1), eur("700.00"), day(last));
          case RESTRICTED -> restricted(day(1), Restriction.INSOLVENCY, day(last));
        };
    return new LedgerEvent[] {event};
  }

  @ParameterizedTest
  @EnumSource(During.class)
  void seesWhatRunsWhenAStepIsTaken(During during) {
    Invariant never = Invariant.never(placeCall(), during);
    PolicyDraft draft = policy(CALL.evenDuring(Restriction.INSOLVENCY));
    draft = draft.holdWhile(overdueAtLeast(eur("99999.00")));
    assertThat(keeps(draft, never)).isTrue();
    assertThat(keeps(draft, never, at(during, 60))).isFalse();
    assertThat(keeps(draft, Invariant.never(referToAgency(), during), at(during, 60))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = During.class,
      names = {"PROMISED", "OFFERED", "RESTRICTED"})
  void whatEndsOnADayStillRunsOnIt(During during) {
    Invariant never = Invariant.never(placeCall(), during);
    PolicyDraft draft = policy(CALL.evenDuring(Restriction.INSOLVENCY));
    draft = draft.holdWhile(overdueAtLeast(eur("99999.00")));
    assertThat(keeps(draft, never, at(during, 20))).isFalse();
    assertThat(keeps(draft, never, at(during, 19))).isTrue();
  }

  @Test
  void aWholeDisputeIsAPartlyDisputeTooButNotTheOtherWayRound() {
    Invariant partly = Invariant.never(placeCall(), During.PARTLY_DISPUTED);
    Invariant whole = Invariant.never(placeCall(), During.DISPUTED);
    assertThat(keeps(pressing(), partly, at(During.DISPUTED, 60))).isFalse();
    assertThat(keeps(pressing(), whole, at(During.PARTLY_DISPUTED, 60))).isTrue();
  }

  @Test
  void aBrokenPlanDoesNotRun() {
    Invariant never = Invariant.never(placeCall(), During.IN_PLAN);
    assertThat(keeps(pressing(), never, at(During.IN_PLAN, 5))).isTrue();
  }

  @Test
  void whatHappensToAnotherInvoiceIsNotAboutThisOne() {
    Debtor two = OneWorld.debtor(OneWorld.account(Customer.of("C-1"), "10.00", "1000.00"));
    PolicyDraft large = policy(CALL.onlyIf(overdueAtLeast(eur("500.00")))).holdWhile(disputeOpen());
    for (During during : List.of(During.PROMISED, During.OFFERED)) {
      Invariant never = Invariant.never(placeCall(), during);
      assertThat(answer(large, two, never, at(during, 60)).verdict()).isEqualTo(Verdict.HOLDS);
    }
    Invariant planned = Invariant.never(placeCall(), During.IN_PLAN);
    LedgerEvent plan = planAgreed(day(1), List.of(new Instalment(day(200), eur("10.00"))));
    assertThat(answer(large, two, planned, plan).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void whatHappensToTheAccountIsAboutEachInvoice() {
    assertThat(
            keepsOnAccount(During.RESTRICTED, restricted(day(1), Restriction.INSOLVENCY, day(60))))
        .isFalse();
    LedgerEvent plan = planAgreed(day(1), List.of(new Instalment(day(60), eur("1000.00"))));
    assertThat(keepsOnAccount(During.IN_PLAN, plan)).isFalse();
    LedgerEvent broken = planAgreed(day(1), List.of(new Instalment(day(5), eur("1000.00"))));
    assertThat(keepsOnAccount(During.IN_PLAN, broken)).isTrue();
  }

  private static boolean keepsOnAccount(During during, LedgerEvent event) {
    Condition nothing = overdueAtLeast(eur("99999.00"));
    PolicyDraft draft = policy(CALL.evenDuring(Restriction.INSOLVENCY)).holdWhile(nothing);
    InvariantWatch watch = watch(draft, Invariant.never(placeCall(), during));
    new Player(draft.build(), CALENDAR, watch)
        .play(OneWorld.usual(), List.of(new Player.Scheduled(day(1), "", event)), OneWorld.LAST);
    return watch.answers(Optional.empty(), new Answers()).get(0).verdict() == Verdict.HOLDS;
  }

  @Test
  void aStepComesBeforeAnother() {
    Invariant demanded = neverBefore(referToAgency(), "demand");
    assertThat(keeps(sound(), demanded)).isTrue();
    assertThat(keeps(policy(NOTICE, DEMAND, AGENCY.at(daysPastDue(41))), demanded)).isTrue();
    PolicyDraft early =
        policy(
            NOTICE,
            step("agency").at(daysPastDue(20)).take(referToAgency()).needsApproval(),
            DEMAND);
    assertThat(keeps(early, demanded)).isFalse();
    assertThat(keeps(early, neverBefore(referToAgency(), "notice"))).isTrue();
  }

  @Test
  void aLetterThatCameBackWasTakenAndNotDelivered() {
    LedgerEvent back = notDelivered(day(5), "reminder", EMAIL);
    assertThat(keeps(sound(), neverBeforeDelivered(referToAgency(), "reminder"))).isTrue();
    assertThat(keeps(sound(), neverBeforeDelivered(referToAgency(), "reminder"), back)).isFalse();
    assertThat(keeps(sound(), neverBefore(referToAgency(), "reminder"), back)).isTrue();
    LedgerEvent other = notDelivered(day(5), "reminder", EMAIL);
    assertThat(keeps(sound(), neverBeforeDelivered(referToAgency(), "demand"), other)).isTrue();
  }

  /** The whole account goes to the agency on the day after the deadline of the first demand. */
  @Test
  void aStepComesBeforeAnotherForEachInvoice() {
    PolicyDraft whole = sound().per(AccountRules.Unit.ACCOUNT);
    Invariant demanded = neverBefore(referToAgency(), "demand");
    assertThat(answer(whole, OneWorld.withSecond(0), demanded).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(answer(whole, OneWorld.withSecond(35), demanded).verdict())
        .isEqualTo(Verdict.VIOLATED);
    assertThat(answer(sound(), OneWorld.withSecond(35), demanded).verdict())
        .isEqualTo(Verdict.HOLDS);
  }

  @Test
  void aLetterCameBackAboutTheInvoiceThatItWasAbout() {
    PolicyDraft whole = sound().per(AccountRules.Unit.ACCOUNT);
    Invariant told = neverBeforeDelivered(referToAgency(), "reminder");
    Debtor two = OneWorld.withSecond(0);
    LedgerEvent back = notDelivered(day(5), "reminder", EMAIL);
    assertThat(answer(whole, two, told).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(answer(whole, two, told, back).verdict()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void countsContactsByAChannelWithinDays() {
    PolicyDraft draft = policy(NOTICE, DEMAND, AGENCY);
    assertThat(keeps(draft, atMost(1, LETTER, 16))).isTrue();
    assertThat(keeps(draft, atMost(1, LETTER, 17))).isFalse();
    assertThat(keeps(draft, atMost(2, LETTER, 17))).isTrue();
    assertThat(keeps(draft, atMost(0, EMAIL, 17))).isTrue();
    assertThat(keeps(policy(REMINDER, NOTICE), atMost(1, LETTER, 30))).isTrue();
    assertThat(keeps(sound(), atMost(0, EMAIL, 17))).isFalse();
  }

  @Test
  void countsEachChannelByWhichAStepReachesTheCustomer() {
    PolicyDraft both = policy(REMINDER, NOTICE.take(sendNotice(1, LETTER), placeCall()), DEMAND);
    assertThat(keeps(both, atMost(0, PHONE, 30))).isFalse();
    assertThat(keeps(both, atMost(1, PHONE, 30))).isTrue();
    assertThat(keeps(both, atMost(1, LETTER, 17))).isFalse();
    assertThat(keeps(both, atMost(0, SMS, 30))).isTrue();
  }

  @Test
  void noContactFollowsAPaymentTooSoon() {
    LedgerEvent paid = payment(day(15), eur("10.00"));
    assertThat(keeps(policy(CALL), noContactAfterPayment(5), paid)).isFalse();
    assertThat(keeps(policy(CALL), noContactAfterPayment(4), paid)).isTrue();
    assertThat(keeps(policy(CALL), noContactAfterPayment(0), payment(day(20), eur("10.00"))))
        .isFalse();
    assertThat(keeps(policy(CALL), noContactAfterPayment(5), promise(day(15), day(16)))).isTrue();
    PolicyDraft stops =
        policy(step("stop").at(daysPastDue(20)).take(referToAgency()).needsApproval());
    assertThat(keeps(stops, noContactAfterPayment(5), paid)).isTrue();
  }

  private static PolicyDraft charging(String fee) {
    return policy(DEMAND.take(assessCharges())).lateFee(LateFee.flat(eur(fee)).at("demand"));
  }

  @Test
  void chargesStayBelowAShareOfTheInvoice() {
    assertThat(keeps(charging("100.00"), chargesAtMost(percent("10")))).isTrue();
    assertThat(keeps(charging("100.01"), chargesAtMost(percent("10")))).isFalse();
    PolicyDraft twice =
        policy(NOTICE.take(assessCharges()), DEMAND.take(assessCharges()))
            .lateFee(LateFee.flat(eur("50.00")).at("notice"))
            .lateFee(LateFee.flat(eur("50.01")).at("demand"));
    assertThat(keeps(twice, chargesAtMost(percent("10")))).isFalse();
    assertThat(keeps(twice, chargesAtMost(percent("11")))).isTrue();
  }

  @Test
  void namesTheStepAndTheDayOfTheShortestViolation() {
    InvariantAnswer found = answer(policy(NOTICE, DEMAND), OneWorld.usual(), atMost(0, LETTER, 30));
    assertThat(found.why()).isEqualTo("step \"notice\" violates it on 2025-02-19");
    assertThat(found.example().orElseThrow().lastDay()).isEqualTo(day(14));
  }

  private static InvariantWatch watch(PolicyDraft draft, Invariant... invariants) {
    return new InvariantWatch(draft.build(), CALENDAR, List.of(invariants));
  }
}
