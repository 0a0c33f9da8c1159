package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.Channel.SMS;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.task;
import static io.dunning.action.DunningAction.traceCustomer;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.evaluation.Verdict.ACT;
import static io.dunning.evaluation.Verdict.AWAIT_APPROVAL;
import static io.dunning.evaluation.Verdict.EXHAUSTED;
import static io.dunning.evaluation.Verdict.WAIT;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.askedForTime;
import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.daysPastDueAtLeast;
import static io.dunning.policy.Condition.daysSince;
import static io.dunning.policy.Condition.repliedSince;
import static io.dunning.policy.Condition.taken;
import static io.dunning.policy.Condition.unansweredAttemptsAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.scenario.Scenario.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.CustomerReplied;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.scenario.Scenario;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must come about before a step, how it reaches the customer, and what a reply changes. */
class PrerequisitesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("INV-1", eur("100.00"), LocalDate.of(2026, 1, 15), DUE))
        .with(events);
  }

  private static DunningPolicy policy(EscalationStep... steps) {
    return DunningPolicy.named("test").ladder(EscalationLadder.of(steps)).build();
  }

  private static Recommendation now(DunningPolicy policy, int on, LedgerEvent... events) {
    return EVALUATOR.evaluate(policy, invoice(events), day(on));
  }

  private static Explanation why(DunningPolicy policy, int on, LedgerEvent... events) {
    return EVALUATOR.explain(policy, invoice(events), day(on));
  }

  private static String stepOf(Recommendation now) {
    return now.step().or(now::waitsFor).orElseThrow();
  }

  // prerequisites

  private static final DunningPolicy SEVERE =
      policy(
          step("demand").at(daysPastDue(30)).take(sendDemand(LETTER)),
          step("inform sales").at(daysPastDue(30)).take(task("inform sales")),
          step("agency")
              .at(daysPastDue(40))
              .take(referToAgency())
              .requires(
                  Condition.delivered("demand"),
                  daysSince(14, "demand"),
                  taken("inform sales"),
                  Condition.reached(Reached.OWNER))
              .needsApproval());

  @Test
  void aSevereStepWaitsForEachOfItsPrerequisites() {
    LedgerEvent sent = stepTaken(day(35), "demand", LETTER);
    LedgerEvent informed = stepTaken(day(36), "inform sales");
    LedgerEvent arrived = delivered(day(38), "demand");
    LedgerEvent spoken = new Contact(day(39), PHONE, Direction.OUT, Reached.OWNER);
    assertThat(now(SEVERE, 60, sent, informed).reason())
        .isEqualTo(
            new StepReason.PrerequisiteMissing(
                "agency", List.of("demand was delivered", "the owner was reached")));
    assertThat(now(SEVERE, 60, sent, informed).reviewOn()).isEmpty();
    assertThat(now(SEVERE, 48, sent, informed, arrived, spoken).reason())
        .isEqualTo(
            new StepReason.PrerequisiteMissing("agency", List.of("at least 14 days since demand")));
    assertThat(now(SEVERE, 48, sent, informed, arrived, spoken).reviewOn()).contains(day(49));
    assertThat(now(SEVERE, 49, sent, informed, arrived).reason())
        .isEqualTo(new StepReason.PrerequisiteMissing("agency", List.of("the owner was reached")));
    Recommendation ready = now(SEVERE, 49, sent, informed, arrived, spoken);
    assertThat(ready.verdict()).isEqualTo(AWAIT_APPROVAL);
  }

  @Test
  void namesEveryOpenPrerequisiteAtOnceAndReviewsWhenTheLastIsMet() {
    DunningPolicy policy =
        policy(
            step("call")
                .at(daysPastDue(3))
                .take(placeCall())
                .requires(daysPastDueAtLeast(5), daysPastDueAtLeast(8)));
    Recommendation both = now(policy, 3);
    Recommendation one = now(policy, 5);
    assertThat(both.toString())
        .startsWith(
            "wait: call: waits until at least 5 days past due,"
                + " and until at least 8 days past due");
    assertThat(one.toString()).startsWith("wait: call: waits until at least 8 days past due");
    assertThat(both.decidesLike(one)).isTrue();
    assertThat(both.reviewOn()).contains(day(8));
    assertThat(one.reviewOn()).contains(day(8));
  }

  @Test
  void aDeliveryBeforeTheStepWasTakenAgainDoesNotCount() {
    DunningPolicy policy =
        policy(
            step("demand").at(daysPastDue(3)).take(sendDemand(LETTER)),
            step("agency")
                .at(daysPastDue(4))
                .take(referToAgency())
                .requires(Condition.delivered("demand")));
    LedgerEvent early = delivered(day(2), "demand");
    assertThat(now(policy, 9, early, stepTaken(day(3), "demand")).verdict()).isEqualTo(WAIT);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # who was reached counts for all who decide less
          OWNER,          OWNER,          ACT
          RIGHT_PERSON,   OWNER,          WAIT
          OWNER,          RIGHT_PERSON,   ACT
          ANOTHER_PERSON, RIGHT_PERSON,   WAIT
          NOBODY,         ANOTHER_PERSON, WAIT
          """)
  void whoWasReachedCountsForAllWhoDecideLess(Reached whom, Reached asked, Verdict verdict) {
    DunningPolicy policy =
        policy(
            step("agency")
                .at(daysPastDue(1))
                .take(referToAgency())
                .requires(Condition.reached(asked)));
    Contact contact = new Contact(day(0), PHONE, Direction.IN, whom);
    assertThat(now(policy, 2, contact).verdict()).isEqualTo(verdict);
  }

  @Test
  void aConditionIsPassedOverWhereAPrerequisiteWaits() {
    EscalationStep call = step("call").at(daysPastDue(1)).take(placeCall());
    EscalationStep notice = step("notice").at(daysPastDue(2)).take(sendNotice(1, EMAIL));
    assertThat(stepOf(now(policy(call.onlyIf(customerTagged("x")), notice), 5)))
        .isEqualTo("notice");
    assertThat(now(policy(call.requires(customerTagged("x")), notice), 5).reason())
        .isEqualTo(new StepReason.PrerequisiteMissing("call", List.of("customer tagged x")));
  }

  // approval

  @Test
  void aStepIsRecommendedApprovedAndTaken() {
    Scenario.of(draft().build())
        .invoice("INV-1", "100.00 EUR", "2026-01-15", "2026-02-14")
        .tells(
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-02-28").takes("notice", LETTER),
            on("2026-03-14").approves("agency").takes("agency").verdict(EXHAUSTED));
    LedgerEvent[] before = {stepTaken(day(3), "reminder"), stepTaken(day(14), "notice")};
    InvoiceHistory asked = invoice(before);
    InvoiceHistory approved = asked.with(new StepEvent.StepApproved(day(29), "agency"));
    DunningPolicy policy = draft().build();
    assertThat(EVALUATOR.evaluate(policy, asked, day(30)).verdict()).isEqualTo(AWAIT_APPROVAL);
    assertThat(EVALUATOR.evaluate(policy, approved, day(30)).verdict()).isEqualTo(ACT);
  }

  @Test
  void aRefusedStepIsPassedOverUntilItIsApproved() {
    DunningPolicy policy =
        policy(
            step("agency").at(daysPastDue(3)).take(referToAgency()).needsApproval(),
            step("notice").at(daysPastDue(5)).take(sendNotice(1, EMAIL)));
    LedgerEvent refused = new StepEvent.StepRefused(day(4), "agency");
    Recommendation now = now(policy, 6, refused);
    assertThat(stepOf(now)).isEqualTo("notice");
    assertThat(why(policy, 6, refused).leftOut())
        .containsExactly(new LeftOutReason.StepRefused("agency", day(4)));
    Recommendation then = now(policy, 6, refused, new StepEvent.StepApproved(day(5), "agency"));
    assertThat(stepOf(then)).isEqualTo("agency");
  }

  @Test
  void anApprovalIsUsedUpByTheStep() {
    DunningPolicy policy =
        DunningPolicy.named("test")
            .ladder(
                EscalationLadder.of(
                        step("visit")
                            .at(daysPastDue(3))
                            .take(sendReminder(Channel.VISIT))
                            .needsApproval())
                    .repeatLastEvery(calendarDays(5)))
            .build();
    LedgerEvent[] events = {
      new StepEvent.StepApproved(day(3), "visit"), stepTaken(day(4), "visit")
    };
    assertThat(now(policy, 9, events).verdict()).isEqualTo(AWAIT_APPROVAL);
  }

  // channels

  private static final DunningPolicy FALLING_BACK =
      policy(
          step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)).orBy(SMS, LETTER),
          step("notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)));

  private static Recommendation now(Customer customer, int on, LedgerEvent... events) {
    Account account = Account.of(customer, List.of(invoice(events)));
    return EVALUATOR.evaluate(FALLING_BACK, account, day(on)).recommendations().get(0);
  }

  private static Explanation why(Customer customer, int on, LedgerEvent... events) {
    Account account = Account.of(customer, List.of(invoice(events)));
    return EVALUATOR.explain(FALLING_BACK, account, day(on)).get(0);
  }

  @Test
  void theFirstOpenChannelIsUsed() {
    Customer customer = Customer.of("C");
    assertThat(now(customer, 3).channel()).contains(EMAIL);
    assertThat(now(customer.without(EMAIL), 3).channel()).contains(SMS);
    assertThat(now(customer.without(EMAIL), 3).actions()).containsExactly(sendReminder(SMS));
    assertThat(now(customer.without(EMAIL).without(SMS), 3).channel()).contains(LETTER);
    LeftOutReason noEmail = new DetourReason.ChannelPassedOver("reminder", EMAIL, Optional.empty());
    assertThat(noEmail).hasToString("reminder: not by email, which is closed or failed");
    assertThat(why(customer.without(EMAIL), 3).leftOut()).contains(noEmail);
    assertThat(why(customer, 3).leftOut())
        .noneMatch(DetourReason.ChannelPassedOver.class::isInstance);
  }

  @Test
  void aStepThatCannotReachTheCustomerIsPassedOver() {
    Customer customer = Customer.of("C").without(EMAIL);
    Recommendation now = now(customer, 20, stepTaken(day(3), "reminder"));
    assertThat(now.verdict()).isEqualTo(EXHAUSTED);
    assertThat(why(customer, 20, stepTaken(day(3), "reminder")).leftOut())
        .contains(new LeftOutReason.StepWithoutChannel("notice", List.of(EMAIL)));
  }

  @Test
  void aChannelThatFailedIsNotUsedUntilItWorksAgain() {
    LedgerEvent sent = stepTaken(day(3), "reminder", EMAIL);
    LedgerEvent bounced = notDelivered(day(4), "reminder", EMAIL);
    Recommendation now = now(Customer.of("C"), 5, sent, bounced);
    assertThat(stepOf(now)).isEqualTo("reminder");
    assertThat(now.channel()).contains(SMS);
    LedgerEvent works =
        new DeliveryEvent.DeliveryConfirmed(day(5), Optional.empty(), Optional.of(EMAIL));
    assertThat(now(Customer.of("C"), 5, sent, bounced, works).channel()).contains(EMAIL);
  }

  @Test
  void aCallByAnotherChannelIsAMessage() {
    assertThat(placeCall().by(SMS)).hasToString("send message by sms");
    assertThat(sendNotice(1, EMAIL).by(LETTER)).isEqualTo(sendNotice(1, LETTER));
    assertThat(referToAgency().by(SMS)).isEqualTo(referToAgency());
    assertThat(DunningAction.traceCustomer().by(SMS)).hasToString("trace customer");
  }

  // tones

  @Test
  void goodCustomersAreRemindedSofter() {
    DunningPolicy policy =
        policy(
            step("reminder")
                .at(daysPastDue(3))
                .take(sendReminder(EMAIL))
                .tone(Tone.NEUTRAL, daysPastDueAtLeast(6).not()));
    Recommendation soft = now(policy, 3);
    assertThat(soft.tone()).contains(Tone.FRIENDLY);
    // the tone is part of the decision
    assertThat(soft.reviewOn()).contains(day(6));
    assertThat(now(policy, 6).tone()).contains(Tone.NEUTRAL);
    assertThat(now(policy, 2).tone()).isEmpty();
    assertThat(why(policy, 3).toString()).startsWith("INV-1: send reminder by email, friendly\n");
    assertThat(Tone.FRIENDLY.softer()).isEqualTo(Tone.FRIENDLY);
    assertThat(Tone.FINAL.softer()).isEqualTo(Tone.FIRM);
  }

  // replies

  private static final DunningPolicy LISTENING =
      policy(
          step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
          step("confirm").at(daysPastDue(7)).take(sendReminder(EMAIL)).onlyIf(askedForTime()),
          step("call").at(daysPastDue(7)).take(placeCall()).onlyIf(repliedSince("reminder").not()),
          step("notice").at(daysPastDue(14)).take(sendNotice(1, LETTER)));

  @Test
  void whoRepliedIsTreatedDifferentlyFromWhoDidNot() {
    LedgerEvent reminded = stepTaken(day(3), "reminder");
    assertThat(stepOf(now(LISTENING, 7, reminded))).isEqualTo("call");
    LedgerEvent asks = new CustomerReplied(day(4), Reply.ASKS_FOR_TIME, "next week");
    assertThat(stepOf(now(LISTENING, 7, reminded, asks))).isEqualTo("confirm");
    LedgerEvent says = new CustomerReplied(day(4), "hello");
    assertThat(stepOf(now(LISTENING, 7, reminded, says))).isEqualTo("notice");
    // a reply from before the reminder is none to it
    LedgerEvent before = new CustomerReplied(day(2), Reply.ASKS_FOR_TIME, "");
    assertThat(stepOf(now(LISTENING, 7, before, reminded))).isEqualTo("call");
    // the latest reply counts
    LedgerEvent refuses = new CustomerReplied(day(5), Reply.REFUSES, "");
    assertThat(stepOf(now(LISTENING, 7, reminded, asks, refuses))).isEqualTo("notice");
  }

  @Test
  void aReplyToTheAccountCounts() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(invoice(stepTaken(day(3), "reminder"))),
            List.of(new CustomerReplied(day(4), Reply.ASKS_FOR_TIME, "")));
    assertThat(stepOf(EVALUATOR.evaluate(LISTENING, account, day(7)).recommendations().get(0)))
        .isEqualTo("confirm");
  }

  @Test
  void aCustomerNobodyCanReachIsTraced() {
    DunningPolicy policy =
        policy(
            step("trace")
                .at(daysPastDue(5))
                .take(traceCustomer())
                .onlyIf(unansweredAttemptsAtLeast(3)),
            step("agency").at(daysPastDue(9)).take(referToAgency()));
    LedgerEvent call = new Contact(day(1), PHONE, Direction.OUT, Reached.NOBODY);
    LedgerEvent again = new Contact(day(2), PHONE, Direction.OUT, Reached.NOBODY);
    LedgerEvent returned = notDelivered(day(3), "agency", LETTER);
    LedgerEvent spoken = new Contact(day(4), PHONE, Direction.IN, Reached.UNKNOWN);
    assertThat(stepOf(now(policy, 5, call, again))).isEqualTo("agency");
    assertThat(stepOf(now(policy, 5, call, again, returned))).isEqualTo("trace");
    assertThat(stepOf(now(policy, 5, call, again, returned, spoken))).isEqualTo("agency");
  }

  @Test
  void aContactByTheCustomerIsNoContactWithTheCustomer() {
    DunningPolicy policy = draft().minimumDaysBetweenContacts(10).build();
    assertThat(now(policy, 3, new Contact(day(2), PHONE)).verdict()).isEqualTo(WAIT);
    assertThat(now(policy, 3, new Contact(day(2), PHONE, Direction.IN, Reached.UNKNOWN)).verdict())
        .isEqualTo(ACT);
  }

  // cycles

  @Test
  void aLaterInstalmentIsWarnedFromTheBeginning() {
    Invoice parts =
        Invoice.of("INV-1", eur("100.00"), LocalDate.of(2026, 1, 15), DUE)
            .inInstalments(
                List.of(new Instalment(DUE, eur("40.00")), new Instalment(day(40), eur("60.00"))));
    InvoiceHistory history =
        InvoiceHistory.of(parts)
            .with(
                stepTaken(day(3), "reminder"),
                stepTaken(day(14), "notice"),
                new MoneyEvent.Payment(day(20), eur("40.00")));
    Recommendation now = EVALUATOR.evaluate(draft().build(), history, day(43));
    assertThat(stepOf(now)).isEqualTo("reminder");
    assertThat(now.verdict()).isEqualTo(ACT);
  }

  @Test
  void conditionsAskForSegmentAndFacts() {
    DunningPolicy policy =
        policy(
            step("call")
                .at(daysPastDue(1))
                .take(placeCall())
                .onlyIf(
                    Condition.customerInSegment("retail")
                        .and(Condition.customerFact("country", "DE"))),
            step("letter").at(daysPastDue(1)).take(sendNotice(1, LETTER)));
    Customer customer = Customer.of("C").inSegment("retail").with("country", "DE");
    Account account = Account.of(customer, List.of(invoice()));
    assertThat(stepOf(EVALUATOR.evaluate(policy, account, day(2)).recommendations().get(0)))
        .isEqualTo("call");
    assertThat(stepOf(now(policy, 2))).isEqualTo("letter");
    assertThat(policy.ladder().steps().get(0).condition())
        .hasToString("customer in segment retail and country is DE");
  }
}
