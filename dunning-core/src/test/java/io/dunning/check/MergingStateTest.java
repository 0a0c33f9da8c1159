package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.check.OneWorld.day;
import static io.dunning.event.LedgerEvent.addressFound;
import static io.dunning.event.LedgerEvent.addressUnknown;
import static io.dunning.event.LedgerEvent.collectionFailed;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.customerReplied;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.disputeResolved;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.settlementOffered;
import static io.dunning.event.LedgerEvent.stepRefused;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.askedForTime;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.event.Concession;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Patience;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Resumption;
import io.dunning.settlement.SettlementRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tells two worlds apart on day 60, and what does not. */
class MergingStateTest {
  private static final int LOOK = 60;

  private static List<Long> state(Merging merging, int left, LedgerEvent... events) {
    Debtor debtor = OneWorld.usual();
    Account account = debtor.account();
    Path path = Path.of(debtor);
    for (LedgerEvent each : events) {
      account = Happening.happened(account, Debtors.INVOICE, each);
      path = path.happens(each.date(), Debtors.INVOICE, each);
    }
    Fingerprint state = merging.state(account, day(LOOK), path, left);
    return List.of(state.high(), state.low());
  }

  private static Merging merging(PolicyDraft draft, LookBack back) {
    DunningPolicy policy = draft.build();
    return new Merging(policy, Boundary.of(policy), back);
  }

  /** Whether a world in which some things happened goes on like one of others. */
  private static boolean alike(PolicyDraft draft, List<LedgerEvent> one, List<LedgerEvent> other) {
    Merging merging = merging(draft, LookBack.NONE);
    return state(merging, 1, one.toArray(new LedgerEvent[0]))
        .equals(state(merging, 1, other.toArray(new LedgerEvent[0])));
  }

  private static boolean alike(PolicyDraft draft, LedgerEvent one, LedgerEvent other) {
    return alike(draft, List.of(one), List.of(other));
  }

  @Test
  void theSameHistoryIsTheSameState() {
    LedgerEvent part = payment(day(1), eur("10.00"));
    assertThat(alike(sound(), part, part)).isTrue();
    assertThat(alike(sound(), List.of(part), List.of())).isFalse();
  }

  /** What is owed matters; when it was paid does not, unless somebody asks. */
  @Test
  void aPaymentMattersByWhatItLeaves() {
    LedgerEvent early = payment(day(1), eur("10.00"));
    LedgerEvent late = payment(day(9), eur("10.00"));
    assertThat(alike(sound(), early, late)).isTrue();
    assertThat(alike(sound(), early, payment(day(1), eur("11.00")))).isFalse();
    assertThat(alike(sound().thanksWithin(calendarDays(7)), early, late)).isFalse();
    Condition often = Condition.lateRatioAtLeast(percent("50"));
    assertThat(alike(policy(REMINDER, NOTICE.onlyIf(often)), early, late)).isFalse();
  }

  @Test
  void aPaymentMattersAsLongAsSomebodyLooksBackAtIt() {
    LedgerEvent before = payment(day(52), eur("10.00"));
    LedgerEvent edge = payment(day(53), eur("10.00"));
    LedgerEvent after = payment(day(54), eur("10.00"));
    Merging week = merging(sound(), new LookBack(7, 0));
    assertThat(state(week, 1, before)).isEqualTo(state(week, 1, edge));
    assertThat(state(week, 1, edge)).isNotEqualTo(state(week, 1, after));
  }

  @Test
  void aReversalAlwaysMatters() {
    LedgerEvent paid = payment(day(1), eur("10.00"));
    LedgerEvent back = paymentReversed(day(2), eur("10.00"));
    LedgerEvent later = paymentReversed(day(3), eur("10.00"));
    assertThat(alike(sound(), List.of(paid, back), List.of(paid, later))).isFalse();
  }

  @Test
  void aPromiseMattersUntilItsToleranceIsLongOver() {
    LedgerEvent old = promise(day(1), day(10));
    LedgerEvent older = promise(day(1), day(9));
    assertThat(alike(sound(), old, older)).isTrue();
    assertThat(alike(sound(), promise(day(1), day(58)), promise(day(1), day(59)))).isFalse();
    assertThat(alike(sound().brokenPromise(Resumption.at("demand")), old, older)).isFalse();
    Condition broken = Condition.brokenPromisesAtLeast(1);
    assertThat(alike(policy(REMINDER, NOTICE.onlyIf(broken)), old, older)).isFalse();
    Patience once = Patience.UNLIMITED.atMost(1, Concession.PROMISE);
    assertThat(alike(sound().patience(once), old, older)).isFalse();
  }

  /** Whether a promise is kept depends on what was paid and disputed before it and after it. */
  @Test
  void whatWasPaidBackOrDisputedMattersByItsDayWhileAPromiseDoes() {
    LedgerEvent promise = promise(day(40), day(70));
    LedgerEvent before = payment(day(30), eur("10.00"));
    LedgerEvent after = payment(day(45), eur("10.00"));
    LedgerEvent back = paymentReversed(day(50), eur("10.00"));
    List<LedgerEvent> old = List.of(before, promise, back);
    assertThat(alike(sound(), old, List.of(promise, after, back))).isFalse();
    LedgerEvent one = dispute(day(30), eur("10.00"), "late");
    LedgerEvent other = dispute(day(45), eur("10.00"), "late");
    LedgerEvent lost = disputeResolved(day(50), DisputeEvent.Outcome.CREDITOR_WON);
    List<LedgerEvent> earlier = List.of(one, promise, lost);
    assertThat(alike(sound(), earlier, List.of(promise, other, lost))).isFalse();
    // it is over, and nobody asks
    LedgerEvent past = promise(day(31), day(32));
    assertThat(alike(sound(), List.of(one, past, lost), List.of(past, other, lost))).isTrue();
  }

  /** Two promises that were broken count as two, though only the latest one is in force. */
  @Test
  void anEarlierPromiseMattersWherePromisesAreCounted() {
    LedgerEvent latest = promise(day(40), day(45));
    List<LedgerEvent> one = List.of(restricted(day(5), Restriction.INSOLVENCY, day(20)), latest);
    List<LedgerEvent> two = List.of(promise(day(5), day(12)), latest);
    Condition twice = Condition.brokenPromisesAtLeast(2);
    assertThat(alike(policy(REMINDER, NOTICE, DEMAND.onlyIf(twice)), one, two)).isFalse();
    assertThat(alike(policy(REMINDER, NOTICE, DEMAND), one, two)).isTrue();
  }

  /** A scorecard reads how often a customer broke a promise. */
  @Test
  void aPromiseMattersWhereTheRiskOfACustomerIsAsked() {
    LedgerEvent promise = promise(day(1), day(8));
    LedgerEvent space = restricted(day(1), Restriction.BREATHING_SPACE, day(31));
    Condition risky = Condition.riskAtLeast(percent("50"));
    assertThat(alike(policy(REMINDER, NOTICE.onlyIf(risky)), promise, space)).isFalse();
    assertThat(alike(sound(), promise, space)).isTrue();
  }

  /** An offer that was accepted can be accepted no more. */
  @Test
  void anOfferMattersByWhetherItStands() {
    LedgerEvent offer = settlementOffered(day(1), eur("700.00"), day(80));
    LedgerEvent lapsed = LedgerEvent.settlementLapsed(day(50));
    PolicyDraft offering = sound().settlement(SettlementRule.lumpSum(percent("70")));
    assertThat(alike(offering, List.of(offer), List.of(offer, lapsed))).isFalse();
  }

  /** A reply counts as long as no step was taken after it. */
  @Test
  void theDayOfAStepMattersWhereRepliesAreAskedFor() {
    LedgerEvent reply = customerReplied(day(20), Reply.ASKS_FOR_TIME);
    List<LedgerEvent> before = List.of(reply, stepTaken(day(20), "notice", LETTER));
    List<LedgerEvent> after = List.of(reply, stepTaken(day(21), "notice", LETTER));
    Condition asked = askedForTime().not();
    assertThat(alike(policy(REMINDER, NOTICE, DEMAND.onlyIf(asked)), before, after)).isFalse();
    assertThat(alike(policy(REMINDER, NOTICE, DEMAND), before, after)).isTrue();
  }

  @Test
  void anOfferMattersWhereThereAreOffers() {
    LedgerEvent one = settlementOffered(day(1), eur("700.00"), day(10));
    LedgerEvent other = settlementOffered(day(2), eur("700.00"), day(11));
    assertThat(alike(sound(), one, other)).isTrue();
    assertThat(alike(sound().settlement(SettlementRule.lumpSum(percent("70"))), one, other))
        .isFalse();
  }

  @Test
  void aDisputeMattersWhileItIsOpenOrACreditIsOwed() {
    LedgerEvent one = dispute(day(1), eur("10.00"), "late");
    LedgerEvent other = dispute(day(2), eur("10.00"), "late");
    LedgerEvent lost = disputeResolved(day(5), DisputeEvent.Outcome.CREDITOR_WON);
    LedgerEvent won = disputeResolved(day(5), DisputeEvent.Outcome.CUSTOMER_WON);
    assertThat(alike(sound(), one, other)).isTrue();
    assertThat(alike(sound(), List.of(one, lost), List.of(other, lost))).isTrue();
    assertThat(alike(sound(), List.of(one), List.of(one, lost))).isFalse();
    assertThat(alike(sound(), List.of(one, won), List.of(one, lost))).isFalse();
    assertThat(alike(sound(), List.of(one, won), List.of(one))).isFalse();
    PolicyDraft asking = policy(REMINDER, NOTICE.onlyIf(Condition.disputedFor("late")));
    assertThat(alike(asking, List.of(one, lost), List.of(other, lost))).isFalse();
    assertThat(alike(sound(), one, dispute(day(1), eur("20.00"), "late"))).isFalse();
  }

  @Test
  void aRestrictionMattersWhileItRuns() {
    LedgerEvent over = restricted(day(1), Restriction.INSOLVENCY, day(58));
    LedgerEvent overToo = restricted(day(1), Restriction.INSOLVENCY, day(59));
    LedgerEvent today = restricted(day(1), Restriction.INSOLVENCY, day(60));
    LedgerEvent tomorrow = restricted(day(1), Restriction.INSOLVENCY, day(61));
    assertThat(alike(sound(), over, overToo)).isTrue();
    assertThat(alike(sound(), overToo, today)).isFalse();
    assertThat(alike(sound(), today, tomorrow)).isFalse();
  }

  /** The distance between contacts is seven days. */
  @Test
  void aContactMattersWhileItKeepsTheNextOneAway() {
    PolicyDraft spaced = sound().minimumDaysBetweenContacts(7);
    assertThat(alike(spaced, contact(day(51), Channel.PHONE), contact(day(52), Channel.PHONE)))
        .isTrue();
    assertThat(alike(spaced, contact(day(52), Channel.PHONE), contact(day(53), Channel.PHONE)))
        .isFalse();
    PolicyDraft steps = sound().minimumDaysBetweenSteps(7);
    assertThat(alike(steps, contact(day(52), Channel.PHONE), contact(day(53), Channel.PHONE)))
        .isFalse();
    PolicyDraft own = policy(REMINDER, NOTICE.minimumDaysSinceLastContact(7));
    assertThat(alike(own, contact(day(52), Channel.PHONE), contact(day(53), Channel.PHONE)))
        .isFalse();
  }

  @Test
  void aReplyMattersWhereSomebodyAsks() {
    LedgerEvent time = customerReplied(day(1), Reply.ASKS_FOR_TIME);
    LedgerEvent refuses = customerReplied(day(1), Reply.REFUSES);
    assertThat(alike(sound(), time, refuses)).isTrue();
    assertThat(alike(policy(REMINDER, NOTICE.onlyIf(askedForTime())), time, refuses)).isFalse();
  }

  @Test
  void aMessageThatCameBackClosesItsChannel() {
    LedgerEvent mail = notDelivered(day(1), "reminder", EMAIL);
    LedgerEvent letter = notDelivered(day(1), "reminder", LETTER);
    assertThat(alike(sound(), mail, letter)).isFalse();
    PolicyDraft asking = policy(REMINDER, NOTICE.requires(Condition.delivered("reminder")));
    assertThat(alike(asking, delivered(day(1), "reminder"), delivered(day(2), "reminder")))
        .isFalse();
    assertThat(alike(sound(), notDelivered(day(1)), notDelivered(day(2)))).isFalse();
  }

  @Test
  void anAddressMattersByTheDayItGotLostOrFound() {
    assertThat(alike(sound(), addressUnknown(day(1)), addressUnknown(day(2)))).isFalse();
    List<LedgerEvent> soon = List.of(addressUnknown(day(1)), addressFound(day(2)));
    List<LedgerEvent> late = List.of(addressUnknown(day(1)), addressFound(day(3)));
    assertThat(alike(sound(), soon, late)).isFalse();
  }

  @Test
  void aFailedCollectionMattersWhereSomebodyAsks() {
    LedgerEvent one = collectionFailed(day(1), "SEPA-SDD", "AM04");
    LedgerEvent other = collectionFailed(day(2), "SEPA-SDD", "AM04");
    assertThat(alike(sound(), one, other)).isTrue();
    assertThat(alike(policy(REMINDER, NOTICE.onlyIf(Condition.collectionFailed())), one, other))
        .isFalse();
  }

  @Test
  void aRefusalOrADeliveryIsRemembered() {
    assertThat(alike(sound(), stepRefused(day(1), "agency"), stepRefused(day(1), "demand")))
        .isFalse();
    assertThat(alike(sound(), stepRefused(day(1), "nowhere"), customerReplied(day(1), Reply.OTHER)))
        .isFalse();
  }

  @Test
  void aStepMattersByItsDayOnlyWhileSomethingCountsFromIt() {
    LedgerEvent first = stepTaken(day(3), "reminder", EMAIL);
    Merging merging = merging(sound(), LookBack.NONE);
    assertThat(state(merging, 0, first))
        .isEqualTo(state(merging, 0, stepTaken(day(4), "reminder", EMAIL)))
        .isNotEqualTo(state(merging, 0, stepTaken(day(3), "reminder", LETTER)))
        .isNotEqualTo(state(merging, 0));
    assertThat(state(merging, 0, first, stepTaken(day(30), "demand", LETTER)))
        .isNotEqualTo(state(merging, 0, first, stepTaken(day(31), "demand", LETTER)));
  }

  @Test
  void contactsMatterWhereTheyAreCounted() {
    DunningPolicy policy = sound().build();
    Path once = OneWorld.play(policy);
    LookBack month = new LookBack(0, 70);
    Merging counting = new Merging(policy, Boundary.of(policy), month);
    Account account = OneWorld.usual().account();
    Fingerprint state = counting.state(account, day(LOOK), once, 1);
    List<Long> counted = List.of(state.high(), state.low());
    Fingerprint none = counting.state(account, day(LOOK), Path.of(OneWorld.usual()), 1);
    assertThat(List.of(none.high(), none.low())).isNotEqualTo(counted);
    Merging blind = new Merging(policy, Boundary.of(policy), LookBack.NONE);
    Fingerprint uncounted = blind.state(account, day(LOOK), once, 1);
    List<Long> unseen = List.of(uncounted.high(), uncounted.low());
    Fingerprint nobody = blind.state(account, day(LOOK), Path.of(OneWorld.usual()), 1);
    assertThat(List.of(nobody.high(), nobody.low())).isEqualTo(unseen);
  }

  @Test
  void mergesOnlyWorldsInWhichSomethingHappened() {
    DunningPolicy policy = sound().build();
    Merging merging = new Merging(policy, Boundary.of(policy), LookBack.NONE);
    Path start = Path.of(OneWorld.usual());
    assertThat(merging.applies(start)).isFalse();
    Path paid = start.happens(day(1), Debtors.INVOICE, payment(day(1), eur("1.00")));
    assertThat(merging.applies(paid)).isTrue();
    DunningPolicy own =
        policy(REMINDER, NOTICE.onlyIf(Condition.described("sunny", s -> true))).build();
    assertThat(new Merging(own, Boundary.of(own), LookBack.NONE).applies(paid)).isFalse();
    DunningPolicy stopping = sound().clock(DunningPolicy.Clock.STOPS).build();
    assertThat(new Merging(stopping, Boundary.of(stopping), LookBack.NONE).applies(paid)).isFalse();
  }
}
