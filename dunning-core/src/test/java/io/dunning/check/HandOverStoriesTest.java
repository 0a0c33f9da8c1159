package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendMessage;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.task;
import static io.dunning.action.DunningAction.writeOff;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.OneWorld.day;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.settlementOffered;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.daysSince;
import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Customer;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.settlement.SettlementRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandOverStoriesTest {
  private static final EscalationStep AGENCY =
      step("agency").at(daysPastDue(40)).take(referToAgency()).needsApproval();
  private static final EscalationStep CALL = step("call").at(daysPastDue(80)).take(placeCall());

  private static List<String> lines(PolicyDraft draft, LedgerEvent... events) {
    return Findings.lines(OneWorld.faults(draft.build(), events));
  }

  private static List<String> places(PolicyDraft draft, LedgerEvent... events) {
    return Findings.places(OneWorld.faults(draft.build(), events));
  }

  @Test
  void whoIsHandedOverGotANoticeOnceTheDebtWasDue() {
    EscalationStep early = step("early").at(daysBeforeDue(3)).take(sendReminder(EMAIL));
    assertThat(lines(policy(early, AGENCY)))
        .containsExactly(
            "notice-missing at ladder[2]: step \"agency\" hands over INV-1 before the customer got"
                + " any notice of it");
    assertThat(lines(policy(REMINDER, AGENCY))).isEmpty();
    assertThat(lines(policy(AGENCY)))
        .singleElement()
        .asString()
        .startsWith("notice-missing at ladder[1]");
    assertThat(places(policy(REMINDER.onlyIf(VIP), AGENCY)))
        .containsExactly("notice-missing at ladder[2]");
  }

  /** The notice comes on day 14, and the agency on day 40. */
  @Test
  void aHandOverWaitsForTheDeadlineOfTheLastNotice() {
    assertThat(lines(policy(NOTICE.grants(calendarDays(27)), AGENCY)))
        .contains(
            "notice-not-waited-for at ladder[2]: step \"agency\" hands the debt over on 2025-03-17,"
                + " although the customer has until 2025-03-18 to pay");
    assertThat(places(policy(NOTICE.grants(calendarDays(26)), AGENCY)))
        .doesNotContain("notice-not-waited-for at ladder[2]");
    EscalationStep later = CALL.at(daysPastDue(30)).grants(calendarDays(5));
    assertThat(places(policy(NOTICE.grants(calendarDays(90)), later, AGENCY)))
        .doesNotContain("notice-not-waited-for at ladder[3]");
  }

  /** The reminder of day 3 was a word of its own; the demand asks for payment by a later day. */
  @Test
  void aHandOverOnTheDayOfTheNoticeLeavesNoDayToPay() {
    EscalationStep demand = step("demand").at(daysPastDue(40)).take(sendDemand(LETTER));
    String found =
        "notice-not-waited-for at ladder[3]: step \"agency\" hands the debt over on 2025-03-17,"
            + " although \"demand\" asked for payment only on that day";
    assertThat(lines(policy(REMINDER, demand, AGENCY))).containsExactly(found);
    EscalationStep same = AGENCY.at(after("demand", calendarDays(0)));
    assertThat(lines(policy(REMINDER, demand, same))).containsExactly(found);
    EscalationStep next = AGENCY.at(after("demand", calendarDays(1)));
    assertThat(lines(policy(REMINDER, demand, next))).isEmpty();
  }

  /** A reminder asks for payment, too; a message, a call or a task does not. */
  @Test
  void whatElseComesOnTheDayOfTheHandOverIsNoNotice() {
    EscalationStep last = step("last word").at(daysPastDue(40));
    assertThat(places(policy(NOTICE, last.take(sendReminder(EMAIL)), AGENCY)))
        .containsExactly("notice-not-waited-for at ladder[3]");
    for (DunningAction each : List.of(sendMessage(LETTER), placeCall(), task("look"))) {
      assertThat(places(policy(NOTICE, last.take(each), AGENCY))).isEmpty();
    }
  }

  @Test
  void aStepThatAsksForPaymentAndHandsOverLeavesNoDayToPay() {
    EscalationStep both = AGENCY.take(sendDemand(LETTER), referToAgency());
    assertThat(lines(policy(NOTICE, both)))
        .containsExactly(
            "notice-not-waited-for at ladder[2]: step \"agency\" hands the debt over on 2025-03-17,"
                + " although it asks for payment only on that day");
    assertThat(lines(policy(NOTICE, both.grants(calendarDays(10)))))
        .containsExactly(
            "notice-not-waited-for at ladder[2]: step \"agency\" hands the debt over on 2025-03-17,"
                + " although the customer has until 2025-03-27 to pay");
    EscalationStep told = AGENCY.take(sendMessage(LETTER), referToAgency());
    assertThat(lines(policy(NOTICE, told))).isEmpty();
  }

  /** A hold ends on day 60, long after the days of the demand and of the agency. */
  @Test
  void thatAHoldBringsNoticeAndHandOverTogetherIsANote() {
    EscalationStep demand = step("demand").at(daysPastDue(20)).take(sendDemand(LETTER));
    LedgerEvent held = restricted(day(10), Restriction.BREATHING_SPACE, day(60));
    assertThat(places(policy(REMINDER, demand, AGENCY))).isEmpty();
    assertThat(OneWorld.faults(policy(REMINDER, demand, AGENCY).build(), held))
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(FindingKind.NOTICE_NOT_WAITED_FOR))
        .satisfies(f -> assertThat(f.severity()).isEqualTo(PolicyFinding.Severity.NOTE));
    EscalationStep later = AGENCY.requires(daysSince(10, "demand"));
    assertThat(places(policy(REMINDER, demand, later), held)).isEmpty();
  }

  @Test
  void whoHasNoOpenChannelIsLeftToThePersonWhoApproves() {
    Customer mute = Customer.of("C-1").without(EMAIL).without(LETTER);
    Debtor debtor = OneWorld.debtor(OneWorld.account(mute, "1000.00"));
    assertThat(Findings.places(OneWorld.faults(policy(REMINDER, AGENCY).build(), debtor)))
        .isEmpty();
    EscalationStep alone = step("agency").at(daysPastDue(40)).take(referToAgency());
    assertThat(Findings.places(OneWorld.faults(policy(REMINDER, alone).build(), debtor)))
        .containsExactly("notice-missing at ladder[2]");
  }

  @Test
  void aChannelInThePlaceOfAnotherIsOpenToo() {
    Customer mute = Customer.of("C-1").without(EMAIL);
    Debtor debtor = OneWorld.debtor(OneWorld.account(mute, "1000.00"));
    EscalationStep other = REMINDER.orBy(LETTER).onlyIf(VIP);
    assertThat(Findings.places(OneWorld.faults(policy(other, AGENCY).build(), debtor)))
        .containsExactly("notice-missing at ladder[2]");
    assertThat(
            Findings.places(OneWorld.faults(policy(REMINDER.onlyIf(VIP), AGENCY).build(), debtor)))
        .isEmpty();
  }

  @Test
  void aMessageThatCameBackClosesItsChannel() {
    EscalationStep early = step("early").at(daysBeforeDue(3)).take(sendReminder(EMAIL));
    PolicyDraft draft = policy(early, REMINDER.onlyIf(VIP), AGENCY);
    assertThat(places(draft)).containsExactly("notice-missing at ladder[3]");
    assertThat(places(draft, notDelivered(day(-1), "early", EMAIL))).isEmpty();
  }

  private static PolicyDraft offering(int validDays) {
    EscalationStep offer = step("offer").at(daysPastDue(30)).take(offerSettlement(LETTER));
    return policy(NOTICE, offer, AGENCY)
        .settlement(SettlementRule.lumpSum(percent("70")).validFor(calendarDays(validDays)))
        .holdWhile(disputeOpen());
  }

  @Test
  void anOfferEndsBeforeTheHandOver() {
    assertThat(lines(offering(10)))
        .contains(
            "offer-outlives-hand-over at ladder[3]: step \"agency\" hands the debt over while an"
                + " offer to settle stands");
    assertThat(places(offering(9))).doesNotContain("offer-outlives-hand-over at ladder[3]");
  }

  @Test
  void anOfferAboutTheWholeAccountStandsToo() {
    PolicyDraft draft = policy(NOTICE, AGENCY).holdWhile(disputeOpen());
    LedgerEvent offered = settlementOffered(day(30), eur("700.00"), day(40));
    ExploredFaults faults = new ExploredFaults(draft.build(), OneWorld.CALENDAR, true);
    new Player(draft.build(), OneWorld.CALENDAR, faults)
        .play(OneWorld.usual(), List.of(new Player.Scheduled(day(30), "", offered)), OneWorld.LAST);
    assertThat(Findings.places(faults.findings()))
        .contains("offer-outlives-hand-over at ladder[2]");
  }

  @Test
  void whoWasHandedOverHearsNothingMore() {
    assertThat(lines(policy(NOTICE, AGENCY, CALL)))
        .containsExactly(
            "contact-after-hand-over at ladder[3]: step \"call\" contacts the customer after"
                + " \"agency\" has handed the debt over");
    EscalationStep off = step("write off").at(daysPastDue(50)).take(writeOff());
    assertThat(places(policy(NOTICE, CALL, off.at(daysPastDue(90))))).isEmpty();
    EscalationStep offer = CALL.take(offerSettlement(LETTER));
    assertThat(
            lines(policy(NOTICE, AGENCY, offer).settlement(SettlementRule.lumpSum(percent("70")))))
        .contains(
            "offer-outlives-hand-over at ladder[3]: step \"call\" offers a settlement after"
                + " \"agency\" has handed the debt over");
  }

  /** Whose payment bounces owes anew. */
  @Test
  void aPaymentThatIsReversedBeginsAnew() {
    LedgerEvent paid = payment(day(60), eur("1000.00"));
    LedgerEvent back = paymentReversed(day(65), eur("1000.00"));
    assertThat(places(policy(NOTICE, AGENCY, CALL), paid, back))
        .doesNotContain("contact-after-hand-over at ladder[3]");
  }
}
