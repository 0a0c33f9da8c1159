package io.dunning.policy;

import static io.dunning.calendar.EpochDay.NEVER;
import static io.dunning.event.LedgerEvent.customerReplied;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.NonpaymentReason.CASH_FLOW;
import static io.dunning.event.NonpaymentReason.FORGOT;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.Condition.always;
import static io.dunning.policy.Condition.askedForTime;
import static io.dunning.policy.Condition.balanceAtLeast;
import static io.dunning.policy.Condition.brokenPromisesAtLeast;
import static io.dunning.policy.Condition.customerFact;
import static io.dunning.policy.Condition.customerInCountry;
import static io.dunning.policy.Condition.customerInSegment;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.daysPastDueAtLeast;
import static io.dunning.policy.Condition.daysSince;
import static io.dunning.policy.Condition.described;
import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.disputedFor;
import static io.dunning.policy.Condition.disputedVerbally;
import static io.dunning.policy.Condition.invoiceDelivered;
import static io.dunning.policy.Condition.invoiceNotDelivered;
import static io.dunning.policy.Condition.latestReply;
import static io.dunning.policy.Condition.never;
import static io.dunning.policy.Condition.overdue;
import static io.dunning.policy.Condition.overdueAtLeast;
import static io.dunning.policy.Condition.overdueInvoicesAtLeast;
import static io.dunning.policy.Condition.partlyDisputed;
import static io.dunning.policy.Condition.planActive;
import static io.dunning.policy.Condition.planBroken;
import static io.dunning.policy.Condition.promiseActive;
import static io.dunning.policy.Condition.reached;
import static io.dunning.policy.Condition.repliedSince;
import static io.dunning.policy.Condition.repliedWith;
import static io.dunning.policy.Condition.taken;
import static io.dunning.policy.Condition.unansweredAttemptsAtLeast;
import static io.dunning.policy.Facts.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.behaviour.RiskBand;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.CustomerReplied;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.settlement.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each condition: when it holds, when that can change by itself, and how it reads. */
class ConditionTest {
  private static final LocalDate ISSUED = Facts.ISSUED;
  private static final LocalDate DUE = Facts.DUE;

  private static void no(Condition condition, Facts facts) {
    assertThat(condition.holds(facts)).as(condition.toString()).isFalse();
    assertThat(condition.not().holds(facts)).isTrue();
  }

  private static void yes(Condition condition, Facts facts) {
    assertThat(condition.holds(facts)).as(condition.toString()).isTrue();
    assertThat(condition.not().holds(facts)).isFalse();
  }

  /** What only an event can change never changes by itself. */
  private static void still(Condition condition, Facts facts) {
    assertThat(condition.changesOn(facts)).isEqualTo(NEVER);
    assertThat(condition.not().changesOn(facts)).isEqualTo(NEVER);
  }

  @Test
  void constantsNeverChange() {
    yes(always(), new Facts());
    no(never(), new Facts());
    still(always(), new Facts());
    still(never(), new Facts());
    assertThat(always()).hasToString("always");
    assertThat(never().needs().failsForPlainInvoices()).isTrue();
    assertThat(always().needs().failsForPlainInvoices()).isFalse();
  }

  @Test
  void amountsAreReachedExactlyAndInTheirCurrency() {
    Facts facts = new Facts();
    facts.open = 5_000;
    facts.overdue = 3_000;
    yes(Condition.balanceMoreThan(eur("49.99")), facts);
    no(Condition.balanceMoreThan(eur("50.00")), facts);
    no(Condition.balanceMoreThan(usd("0.00")), facts);
    assertThat(Condition.balanceMoreThan(eur("1.00")).changesOn(facts)).isEqualTo(facts.day + 7);
    assertThat(Condition.balanceMoreThan(eur("1.00")).needs().amounts())
        .containsExactly(eur("1.01"));
    assertThat(Condition.balanceMoreThan(eur("1.00"))).hasToString("balance more than 1.00 EUR");
    yes(Condition.overdueMoreThan(eur("29.99")), facts);
    no(Condition.overdueMoreThan(eur("30.00")), facts);
    assertThat(Condition.overdueMoreThan(eur("1.00"))).hasToString("overdue more than 1.00 EUR");
    assertThat(Condition.overdueMoreThan(eur("1.00")).changesOn(facts)).isEqualTo(facts.day + 7);
    assertThat(Condition.overdueMoreThan(eur("1.00")).needs().amounts())
        .containsExactly(eur("1.01"));
    yes(balanceAtLeast(eur("50.00")), facts);
    no(balanceAtLeast(eur("50.01")), facts);
    no(balanceAtLeast(usd("0.01")), facts);
    yes(overdueAtLeast(eur("30.00")), facts);
    no(overdueAtLeast(eur("30.01")), facts);
    assertThat(balanceAtLeast(eur("1.00")).changesOn(facts)).isEqualTo(facts.day + 7);
    assertThat(overdueAtLeast(eur("1.00")).changesOn(facts)).isEqualTo(facts.day + 7);
    assertThat(balanceAtLeast(eur("1.00")).needs().amounts()).containsExactly(eur("1.00"));
    assertThat(overdueAtLeast(eur("1.00")).not().needs().amounts()).containsExactly(eur("1.00"));
    assertThat(overdueAtLeast(eur("1.00"))).hasToString("overdue at least 1.00 EUR");
    assertThat(balanceAtLeast(eur("1.00"))).hasToString("balance at least 1.00 EUR");
    facts.charges = 500;
    yes(Condition.chargesAtLeast(eur("5.00")), facts);
    no(Condition.chargesAtLeast(eur("5.01")), facts);
    no(Condition.chargesAtLeast(usd("0.01")), facts);
    assertThat(Condition.chargesAtLeast(eur("5.01")).changesOn(facts)).isEqualTo(facts.day + 5);
    assertThat(Condition.chargesAtLeast(eur("5.00")).changesOn(facts)).isEqualTo(facts.day + 7);
    assertThat(Condition.chargesAtLeast(eur("5.01")).needs().amounts()).isEmpty();
    assertThat(Condition.chargesAtLeast(eur("5.01"))).hasToString("charges at least 5.01 EUR");
  }

  @Test
  void daysAreReachedOnTheirDay() {
    Facts facts = new Facts();
    yes(daysPastDueAtLeast(10), facts);
    // an older item may be paid, a younger one lead
    assertThat(daysPastDueAtLeast(10).changesOn(facts)).isEqualTo(facts.day + 7);
    no(daysPastDueAtLeast(12), facts);
    assertThat(daysPastDueAtLeast(12).changesOn(facts)).isEqualTo(day(12).toEpochDay());
    assertThat(daysPastDueAtLeast(12)).hasToString("at least 12 days past due");
  }

  @Test
  void countsAreReachedExactly() {
    Facts facts = new Facts();
    no(overdue(), facts);
    facts.count = 2;
    yes(overdue(), facts);
    yes(overdueInvoicesAtLeast(2), facts);
    no(overdueInvoicesAtLeast(3), facts);
    assertThat(overdue().changesOn(facts)).isEqualTo(facts.day + 7);
    assertThat(overdue()).hasToString("overdue");
    assertThat(overdueInvoicesAtLeast(2)).hasToString("at least 2 invoices overdue");
    facts.broken = 2;
    yes(brokenPromisesAtLeast(2), facts);
    no(brokenPromisesAtLeast(3), facts);
    assertThat(brokenPromisesAtLeast(2).changesOn(facts)).isEqualTo(facts.day + 5);
    assertThat(brokenPromisesAtLeast(1)).hasToString("a promise was broken");
    assertThat(brokenPromisesAtLeast(2)).hasToString("2 promises were broken");
  }

  @Test
  void claimsHoldThroughTheirLastDay() {
    Facts facts = new Facts();
    no(promiseActive(), facts);
    no(planActive(), facts);
    no(planBroken(), facts);
    still(promiseActive(), facts);
    still(planActive(), facts);
    still(planBroken(), facts);
    facts.promisedThrough = facts.planThrough = facts.day;
    yes(promiseActive(), facts);
    yes(planActive(), facts);
    assertThat(promiseActive().changesOn(facts)).isEqualTo(facts.day + 1);
    assertThat(planActive().changesOn(facts)).isEqualTo(facts.day + 1);
    assertThat(planBroken().changesOn(facts)).isEqualTo(facts.day + 1);
    facts.promisedThrough = facts.planThrough = facts.day - 1;
    no(promiseActive(), facts);
    no(planActive(), facts);
    facts.planBroken = true;
    yes(planBroken(), facts);
    facts.planThrough = Long.MAX_VALUE;
    assertThat(planActive().changesOn(facts)).isEqualTo(NEVER);
    assertThat(planActive()).hasToString("plan active");
    for (Condition each :
        List.of(promiseActive(), planActive(), planBroken(), disputeOpen(), partlyDisputed())) {
      assertThat(each.needs().failsForPlainInvoices()).as(each.toString()).isTrue();
    }
  }

  @Test
  void disputesAreAskedForByExtentAndReason() {
    Facts facts = new Facts();
    no(disputeOpen(), facts);
    facts.disputed = true;
    yes(disputeOpen(), facts);
    no(partlyDisputed(), facts);
    Facts part = new Facts().of(dispute(day(1), eur("3.00"), "Wrong Price"));
    yes(partlyDisputed(), part);
    no(partlyDisputed(), new Facts());
    part.disputed = true;
    no(partlyDisputed(), part);
    yes(disputedFor("PRICE"), part);
    no(disputedFor("damage"), part);
    no(disputedFor("price"), new Facts());
    Facts account = new Facts().ofAccount(new DisputeEvent.DisputeOpened(day(1), "price"));
    yes(disputedFor("price"), account);
    still(disputedFor("price"), account);
    assertThat(disputedFor("Price")).hasToString("disputed for price");
    assertThat(disputedFor("price").needs().failsForPlainInvoices()).isTrue();
  }

  @Test
  void restrictionsHoldThroughTheirLastDay() {
    LedgerEvent pause =
        new RestrictionEvent.Restricted(
            day(1), Restriction.BREATHING_SPACE, Optional.of(day(10)), "");
    Condition condition = Condition.restricted(Restriction.BREATHING_SPACE);
    Facts facts = new Facts().of(pause);
    yes(condition, facts);
    assertThat(condition.changesOn(facts)).isEqualTo(facts.day + 1);
    facts.day++;
    no(condition, facts);
    still(condition, facts);
    no(Condition.restricted(Restriction.DECEASED), facts);
    Facts open = new Facts().ofAccount(restricted(day(1), Restriction.DECEASED));
    yes(Condition.restricted(Restriction.DECEASED), open);
    still(Condition.restricted(Restriction.DECEASED), open);
    assertThat(condition).hasToString("in a breathing space");
    assertThat(condition.needs().failsForPlainInvoices()).isTrue();
  }

  @Test
  void deliveryIsKnownOrNot() {
    no(invoiceDelivered(), new Facts());
    no(invoiceNotDelivered(), new Facts());
    no(partlyDisputed(), new Facts().of(delivered(day(0))));
    Facts arrived = new Facts().of(delivered(day(0)));
    yes(invoiceDelivered(), arrived);
    no(invoiceNotDelivered(), arrived);
    Facts lost = new Facts().of(notDelivered(day(0)));
    no(invoiceDelivered(), lost);
    yes(invoiceNotDelivered(), lost);
    still(invoiceDelivered(), lost);
    assertThat(invoiceDelivered().needs().failsForPlainInvoices()).isFalse();
    assertThat(invoiceNotDelivered().needs().failsForPlainInvoices()).isTrue();
    assertThat(invoiceNotDelivered()).hasToString("invoice not delivered");
  }

  @Test
  void aDeliveryCountsFromTheDayTheStepWasTaken() {
    Condition condition = Condition.delivered("demand");
    no(condition, new Facts().of(delivered(day(3), "demand")));
    yes(condition, new Facts().of(delivered(day(3), "demand")).takenOn(3));
    yes(condition, new Facts().ofAccount(delivered(day(4), "demand")).takenOn(3));
    no(condition, new Facts().of(delivered(day(2), "demand")).takenOn(3));
    no(condition, new Facts().takenOn(3));
    still(condition, new Facts().takenOn(3));
    assertThat(condition).hasToString("demand was delivered");
    // or from the day on which the policy presumes it
    Facts today = new Facts();
    today.presumed = today.day;
    yes(condition, today);
    still(condition, today);
    Facts tomorrow = new Facts();
    tomorrow.presumed = tomorrow.day + 1;
    no(condition, tomorrow);
    assertThat(condition.changesOn(tomorrow)).isEqualTo(tomorrow.day + 1);
  }

  @Test
  void stepsTakenAreAskedForByNameAndDays() {
    no(taken("demand"), new Facts());
    yes(taken("demand"), new Facts().takenOn(3));
    no(taken("other"), new Facts().takenOn(3));
    still(taken("demand"), new Facts());
    assertThat(taken("demand")).hasToString("demand was taken");
    yes(daysSince(7, "demand"), new Facts().takenOn(3));
    no(daysSince(8, "demand"), new Facts().takenOn(3));
    no(daysSince(0, "demand"), new Facts());
    assertThat(daysSince(8, "demand").changesOn(new Facts().takenOn(3)))
        .isEqualTo(day(11).toEpochDay());
    still(daysSince(7, "demand"), new Facts().takenOn(3));
    still(daysSince(7, "demand"), new Facts());
    assertThat(daysSince(8, "demand")).hasToString("at least 8 days since demand");
  }

  @Test
  void whoWasReachedSinceTheInvoiceDate() {
    LedgerEvent before =
        new Contact(ISSUED.minusDays(1), Channel.PHONE, Direction.OUT, Reached.OWNER);
    LedgerEvent onTheDay = new Contact(ISSUED, Channel.PHONE, Direction.OUT, Reached.OWNER);
    no(reached(Reached.OWNER), new Facts().of(before));
    yes(reached(Reached.OWNER), new Facts().of(onTheDay));
    yes(reached(Reached.RIGHT_PERSON), new Facts().ofAccount(onTheDay));
    no(reached(Reached.OWNER), new Facts());
    still(reached(Reached.OWNER), new Facts());
    assertThat(reached(Reached.OWNER)).hasToString("the owner was reached");
  }

  @Test
  void attemptsCountAcrossInvoiceAndAccountUntilSomebodyAnswers() {
    LedgerEvent one = new Contact(day(1), Channel.PHONE, Direction.OUT, Reached.NOBODY);
    LedgerEvent two = new Contact(day(3), Channel.PHONE, Direction.OUT, Reached.NOBODY);
    LedgerEvent answer = new CustomerReplied(day(2), "");
    Condition condition = unansweredAttemptsAtLeast(2);
    yes(condition, new Facts().of(one, two));
    yes(condition, new Facts().of(one).ofAccount(two));
    yes(condition, new Facts().of(two).ofAccount(one));
    no(condition, new Facts().of(one, answer, two));
    no(condition, new Facts().of(one, two).ofAccount(answer));
    yes(unansweredAttemptsAtLeast(1), new Facts().of(one, two).ofAccount(answer));
    no(condition, new Facts());
    still(condition, new Facts());
    assertThat(condition).hasToString("nobody reached in 2 attempts");
    assertThat(unansweredAttemptsAtLeast(1)).hasToString("nobody reached in 1 attempt");
    yes(unansweredAttemptsAtLeast(0), new Facts());
  }

  @Test
  void repliesCountFromTheDayOfTheStep() {
    LedgerEvent reply = new CustomerReplied(day(4), "");
    yes(repliedSince("demand"), new Facts().of(reply).takenOn(4));
    no(repliedSince("demand"), new Facts().of(reply).takenOn(5));
    yes(repliedSince("demand"), new Facts().ofAccount(reply).takenOn(4));
    no(repliedSince("demand"), new Facts().of(reply));
    no(repliedSince("demand"), new Facts().takenOn(4));
    still(repliedSince("demand"), new Facts());
    assertThat(repliedSince("demand")).hasToString("customer replied since demand");
  }

  @Test
  void theLatestReasonForNotPayingCountsForItsDays() {
    LedgerEvent forgot = customerReplied(day(4), Reply.OTHER, FORGOT);
    LedgerEvent broke = customerReplied(day(6), Reply.ASKS_FOR_TIME, CASH_FLOW);
    LedgerEvent noReason = customerReplied(day(8), Reply.PROMISES);
    yes(repliedWith(FORGOT), new Facts().of(forgot));
    yes(repliedWith(FORGOT), new Facts().ofAccount(forgot));
    yes(repliedWith(FORGOT), new Facts().of(forgot, noReason));
    no(repliedWith(FORGOT), new Facts().of(forgot).ofAccount(broke));
    yes(repliedWith(CASH_FLOW), new Facts().of(forgot, broke));
    no(repliedWith(FORGOT), new Facts().of(noReason));
    no(repliedWith(FORGOT), new Facts());
    still(repliedWith(FORGOT), new Facts().of(forgot));
    // on one day the reason about the invoice is the latest
    LedgerEvent refuses = customerReplied(day(4), Reply.REFUSES, NonpaymentReason.REFUSES);
    yes(repliedWith(FORGOT), new Facts().of(forgot).ofAccount(refuses));
    // the tenth day is six days after the reply
    yes(repliedWith(FORGOT, 6), new Facts().of(forgot));
    no(repliedWith(FORGOT, 5), new Facts().of(forgot));
    yes(repliedWith(FORGOT, 0), new Facts().of(customerReplied(day(10), Reply.OTHER, FORGOT)));
    no(repliedWith(FORGOT, 6), new Facts().of(broke));
    assertThat(repliedWith(FORGOT, 6).changesOn(new Facts().of(forgot)))
        .isEqualTo(day(11).toEpochDay());
    still(repliedWith(FORGOT, 5), new Facts().of(forgot));
    still(repliedWith(FORGOT, 6), new Facts());
    assertThat(repliedWith(FORGOT)).hasToString("customer gave the reason forgot");
    assertThat(repliedWith(CASH_FLOW, 30))
        .hasToString("customer gave the reason cash-flow hardship at most 30 days ago");
    assertThat(repliedWith(CASH_FLOW, 1)).asString().endsWith("at most 1 day ago");
    assertThatThrownBy(() -> repliedWith(FORGOT, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("greatest age of a reason is negative: -1");
  }

  @Test
  void whatWouldAlwaysHoldIsRefused() {
    assertThatThrownBy(() -> Condition.collectionsFailedAtLeast(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of failed collections is below 1: 0");
    assertThatThrownBy(() -> Condition.creditLimitUsed(percent("0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("share of a credit limit is not above 0%: 0%");
    assertThatThrownBy(() -> Condition.parse("0 collections failed"))
        .hasMessageContaining("number of failed collections is below 1: 0");
  }

  @Test
  void theLatestReplyCountsUntilALaterStep() {
    LedgerEvent asks = new CustomerReplied(day(4), Reply.ASKS_FOR_TIME, "");
    LedgerEvent disputes = new CustomerReplied(day(5), Reply.DISPUTES, "");
    yes(askedForTime(), new Facts().of(asks));
    yes(askedForTime(), new Facts().of(asks).lastStepOn(4));
    no(askedForTime(), new Facts().of(asks).lastStepOn(5));
    no(askedForTime(), new Facts().of(asks, disputes));
    yes(disputedVerbally(), new Facts().of(asks, disputes));
    yes(disputedVerbally(), new Facts().of(asks).ofAccount(disputes));
    no(askedForTime(), new Facts().of(asks).ofAccount(disputes));
    // on one day the invoice's own reply is the latest
    yes(
        askedForTime(),
        new Facts().of(asks).ofAccount(new CustomerReplied(day(4), Reply.REFUSES, "")));
    no(latestReply(Reply.OTHER), new Facts());
    still(askedForTime(), new Facts());
    assertThat(askedForTime()).hasToString("customer asks for time");
    assertThat(latestReply(Reply.REFUSES)).hasToString("customer refuses to pay");
  }

  @Test
  void customersAreAskedForByTagSegmentAndFact() {
    Facts facts = new Facts();
    facts.customer = Customer.of("C").tagged("key").inSegment("retail").with("country", "DE");
    yes(customerTagged("key"), facts);
    no(customerTagged("other"), facts);
    yes(customerInSegment("retail"), facts);
    no(customerInSegment("other"), facts);
    no(customerInCountry("DE"), facts);
    facts.customer = facts.customer.inCountry("DE");
    yes(customerInCountry("DE"), facts);
    no(customerInCountry("AT"), facts);
    no(customerInSegment("retail"), new Facts());
    yes(customerFact("country", "DE"), facts);
    no(customerFact("country", "FR"), facts);
    no(customerFact("city", "DE"), facts);
    for (Condition each :
        List.of(
            customerTagged("key"),
            customerInSegment("retail"),
            customerInCountry("DE"),
            customerFact("country", "DE"))) {
      still(each, facts);
    }
    assertThat(customerTagged("key")).hasToString("customer tagged key");
  }

  @Test
  void aTestOfTheUsersOwnIsAskedEveryDay() {
    Facts facts = new Facts();
    Condition even = described("an even day", s -> s.asOf().toEpochDay() % 2 == 0);
    assertThat(even.holds(facts)).isEqualTo(facts.day % 2 == 0);
    assertThat(even.changesOn(facts)).isEqualTo(facts.day + 1);
    assertThat(even.needs().dailyReview()).isTrue();
    assertThat(even.not().needs().dailyReview()).isTrue();
    assertThat(always().needs().dailyReview()).isFalse();
    assertThat(even.and(always()).needs().dailyReview()).isTrue();
    assertThat(always().and(even).needs().dailyReview()).isTrue();
    assertThat(always().and(never()).needs().dailyReview()).isFalse();
    assertThat(even.or(always()).needs().dailyReview()).isTrue();
    assertThat(always().or(even).needs().dailyReview()).isTrue();
    assertThat(always().or(never()).needs().dailyReview()).isFalse();
    assertThatThrownBy(() -> described(" ", s -> true)).hasMessage("condition has no sentence");
    // two tests cannot be compared, but their sentences can
    assertThat(described("it rains", s -> true))
        .isEqualTo(described("it rains", s -> false))
        .hasSameHashCodeAs(described("it rains", s -> false))
        .isNotEqualTo(described("it snows", s -> true));
    assertThat(described("it rains", s -> true).hashCode())
        .isNotEqualTo(described("it snows", s -> true).hashCode());
    assertThat(described("it rains", s -> true)).hasToString("described as \"it rains\"");
  }

  /** Early and late change by themselves on days 12 and 15; both fail today. */
  @Test
  void combinationsChangeWhenTheirPartsMakeThem() {
    Facts facts = new Facts();
    Condition early = daysPastDueAtLeast(12);
    Condition late = daysPastDueAtLeast(15);
    long first = day(12).toEpochDay();
    long second = day(15).toEpochDay();
    // both fail: "and" waits for both, "or" for the first
    no(early.and(late), facts);
    assertThat(early.and(late).changesOn(facts)).isEqualTo(second);
    assertThat(late.and(early).changesOn(facts)).isEqualTo(second);
    assertThat(early.or(late).changesOn(facts)).isEqualTo(first);
    assertThat(late.or(early).changesOn(facts)).isEqualTo(first);
    // both hold: the other way round
    Condition notEarly = early.not();
    Condition notLate = late.not();
    yes(notEarly.and(notLate), facts);
    assertThat(notEarly.and(notLate).changesOn(facts)).isEqualTo(first);
    assertThat(notLate.and(notEarly).changesOn(facts)).isEqualTo(first);
    assertThat(notEarly.or(notLate).changesOn(facts)).isEqualTo(second);
    assertThat(notLate.or(notEarly).changesOn(facts)).isEqualTo(second);
    // one holds: the one that fails decides "and", the one that holds decides "or"
    assertThat(notLate.and(early).changesOn(facts)).isEqualTo(first);
    assertThat(early.and(notLate).changesOn(facts)).isEqualTo(first);
    assertThat(notLate.or(early).changesOn(facts)).isEqualTo(second);
    assertThat(early.or(notLate).changesOn(facts)).isEqualTo(second);
    // any part, whatever it does to the whole
    assertThat(early.and(late).reasonChangesOn(facts)).isEqualTo(first);
    assertThat(notLate.or(notEarly.not().not()).reasonChangesOn(facts)).isEqualTo(first);
    assertThat(always().or(late).reasonChangesOn(facts)).isEqualTo(second);
    // what never changes keeps "and" as it is
    assertThat(never().and(early).changesOn(facts)).isEqualTo(NEVER);
    assertThat(early.and(never()).changesOn(facts)).isEqualTo(NEVER);
    assertThat(always().and(early).changesOn(facts)).isEqualTo(first);
    assertThat(always().or(early).changesOn(facts)).isEqualTo(NEVER);
    no(early.or(late), facts);
    yes(early.or(notLate), facts);
    no(early.and(notLate), facts);
  }

  @Test
  void theDecidingPartIsTheOneThatLastsLongest() {
    Facts facts = new Facts();
    facts.promisedThrough = facts.day + 3;
    facts.planThrough = facts.day + 9;
    Condition either = promiseActive().or(planActive());
    assertThat(either.reason(facts)).isEqualTo(planActive());
    assertThat(planActive().or(promiseActive()).reason(facts)).isEqualTo(planActive());
    facts.promisedThrough = facts.planThrough;
    assertThat(either.reason(facts)).isEqualTo(promiseActive());
    facts.promisedThrough = facts.day - 1;
    assertThat(either.reason(facts)).isEqualTo(planActive());
    // of "both" the first to end
    facts.promisedThrough = facts.day + 3;
    assertThat(promiseActive().and(planActive()).reason(facts)).isEqualTo(promiseActive());
    assertThat(planActive().and(promiseActive()).reason(facts)).isEqualTo(promiseActive());
  }

  @Test
  void combinationsNeedAClaimWhereEveryWayDoes() {
    Condition claim = disputeOpen();
    Condition other = customerTagged("x");
    assertThat(claim.or(promiseActive()).needs().failsForPlainInvoices()).isTrue();
    assertThat(claim.or(other).needs().failsForPlainInvoices()).isFalse();
    assertThat(other.or(claim).needs().failsForPlainInvoices()).isFalse();
    assertThat(other.and(claim).needs().failsForPlainInvoices()).isTrue();
    assertThat(claim.and(other).needs().failsForPlainInvoices()).isTrue();
    assertThat(other.and(other).needs().failsForPlainInvoices()).isFalse();
    assertThat(claim.not().needs().failsForPlainInvoices()).isFalse();
  }

  /** What a plain invoice answers, no review needs to look for. */
  @Test
  void whatCanHoldForAPlainInvoiceNeedsNoDealings() {
    for (Condition each :
        List.of(
            daysPastDueAtLeast(3),
            brokenPromisesAtLeast(1),
            Condition.disputesAtLeast(0, "price"),
            Condition.addressUnknown(),
            Condition.collectionFailed())) {
      assertThat(each.needs()).as(each.toString()).hasToString("nothing");
    }
    for (Condition each :
        List.of(Condition.limitationPassed(), Condition.limitationWithin(3), disputeOpen())) {
      assertThat(each.needs()).as(each.toString()).hasToString("fails for plain invoices");
    }
    assertThat(Condition.overCreditLimit().needs()).hasToString("credit");
    assertThat(Condition.creditLimitUsed(percent("80")).needs().credit()).isTrue();
  }

  @Test
  void combinationsReadAsSentences() {
    Condition either = overdue().or(disputeOpen());
    assertThat(either.and(customerTagged("x")))
        .hasToString("(overdue or dispute open) and customer tagged x");
    assertThat(customerTagged("x").and(either.not()))
        .hasToString("customer tagged x and not (overdue or dispute open)");
    assertThat(balanceAtLeast(eur("1.00")).and(overdueAtLeast(eur("2.00"))).needs().amounts())
        .containsExactly(eur("1.00"), eur("2.00"));
    assertThat(balanceAtLeast(eur("1.00")).or(overdueAtLeast(eur("2.00"))).needs().amounts())
        .containsExactly(eur("1.00"), eur("2.00"));
  }

  private static InvoiceHistory paid(String number, int days) {
    return InvoiceHistory.of(Invoice.of(number, eur("10.00"), ISSUED, DUE))
        .with(new MoneyEvent.Payment(DUE.plusDays(days), eur("10.00")));
  }

  @Test
  void conditionsAskHowTheCustomerHasPaid() {
    Facts late = new Facts();
    late.history = List.of(paid("A", 4), paid("B", 0), paid("C", 4), paid("D", 0));
    assertThat(Condition.lateRatioAtLeast(percent("50")).holds(late)).isTrue();
    assertThat(Condition.lateRatioAtLeast(percent("51")).holds(late)).isFalse();
    assertThat(Condition.averageDaysLateMoreThan(1).holds(late)).isTrue();
    assertThat(Condition.averageDaysLateMoreThan(2).holds(late)).isFalse();
    assertThat(Condition.customerIs(RiskBand.OFTEN_LATE, RiskBand.CHRONIC).holds(late)).isTrue();
    assertThat(Condition.customerIs(RiskBand.PROMPT).holds(late)).isFalse();
    assertThat(Condition.riskAtLeast(percent("67")).holds(late)).isTrue();
    assertThat(Condition.riskAtLeast(percent("68")).holds(late)).isFalse();
    Condition all =
        Condition.lateRatioAtLeast(percent("50"))
            .and(Condition.averageDaysLateMoreThan(2))
            .or(Condition.customerIs(RiskBand.PROMPT, RiskBand.SEVERE).not())
            .or(Condition.riskAtLeast(percent("60")));
    assertThat(all)
        .hasToString(
            "late ratio at least 50% and more than 2 days late on average or not (customer is"
                + " prompt or severe) or risk at least 60%");
    assertThat(all.needs().profile()).isTrue();
    assertThat(Condition.overdue().needs().profile()).isFalse();
    assertThat(all.changesOn(late)).isEqualTo(NEVER);
  }

  @Test
  void aCustomerTurnsSevereWithTime() {
    Facts open = new Facts();
    open.history =
        List.of(
            paid("A", 0),
            paid("B", 0),
            paid("C", 0),
            InvoiceHistory.of(Invoice.of("O", eur("10.00"), ISSUED, DUE)));
    long severe = DUE.plusDays(91).toEpochDay();
    assertThat(Condition.customerIs(RiskBand.PROMPT).changesOn(open)).isEqualTo(severe);
    assertThat(Condition.customerIs(RiskBand.SEVERE).changesOn(open)).isEqualTo(severe);
    assertThat(Condition.riskAtLeast(percent("60")).changesOn(open))
        .isEqualTo(open.riskChangesOn());
    // neither now nor then, or now and then
    assertThat(Condition.customerIs(RiskBand.CHRONIC).changesOn(open)).isEqualTo(NEVER);
    assertThat(Condition.customerIs(RiskBand.PROMPT, RiskBand.SEVERE).changesOn(open))
        .isEqualTo(NEVER);
  }

  @Test
  void conditionsAskForOffersAndRoutes() {
    Facts facts = new Facts();
    assertThat(Condition.settlementOffered().holds(facts)).isFalse();
    assertThat(Condition.settlementOffered().changesOn(facts)).isEqualTo(NEVER);
    facts.offeredThrough = facts.day + 3;
    assertThat(Condition.settlementOffered().holds(facts)).isTrue();
    assertThat(Condition.settlementOffered().changesOn(facts)).isEqualTo(facts.day + 4);
    assertThat(Condition.settlementOffered().needs().failsForPlainInvoices()).isTrue();
    assertThat(Condition.settlementPossible().holds(facts)).isFalse();
    facts.open = 1;
    assertThat(Condition.settlementPossible().holds(facts)).isTrue();
    assertThat(Condition.settlementPossible().changesOn(facts)).isEqualTo(NEVER);
    assertThat(Condition.settlementPossible().needs().failsForPlainInvoices()).isFalse();
    assertThat(Condition.worthMost(Route.AGENCY).holds(facts)).isTrue();
    assertThat(Condition.worthMost(Route.COURT).holds(facts)).isFalse();
    assertThat(Condition.worthMost(Route.KEEP_ASKING).or(Condition.settlementPossible()))
        .hasToString("keep asking is worth most or settlement possible");
    assertThat(Condition.worthMost(Route.AGENCY).changesOn(facts)).isEqualTo(NEVER);
  }
}
