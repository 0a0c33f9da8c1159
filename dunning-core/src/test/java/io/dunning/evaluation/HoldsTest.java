package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.task;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.evaluation.Verdict.ACT;
import static io.dunning.evaluation.Verdict.CLOSED;
import static io.dunning.evaluation.Verdict.HOLD;
import static io.dunning.evaluation.Verdict.NOT_DUE;
import static io.dunning.evaluation.Verdict.WAIT;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.disputeResolved;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.scenario.Scenario.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.AgreementEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.OpenItem;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Resumption;
import io.dunning.scenario.Scenario;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds a debt, in part or in whole, and how it goes on; due on 14 February 2026. */
class HoldsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final EscalationLadder LADDER =
      EscalationLadder.of(
          step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
          step("notice").at(daysPastDue(14)).take(sendNotice(1, EMAIL)),
          step("demand").at(daysPastDue(60)).take(sendDemand(LETTER)));

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static Scenario story(PolicyDraft draft) {
    return Scenario.of(draft.build()).invoice("INV-1", "100.00 EUR", "2026-01-15", "2026-02-14");
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("INV-1", eur("100.00"), LocalDate.of(2026, 1, 15), DUE))
        .with(events);
  }

  private static Recommendation now(PolicyDraft draft, int on, LedgerEvent... events) {
    return EVALUATOR.evaluate(draft.build(), invoice(events), day(on));
  }

  @Test
  void aHeldDebtSaysHowOldItIs() {
    Recommendation held = now(draft().ladder(LADDER), 20, dispute(day(5), "wrong price"));
    assertThat(held.verdict()).isEqualTo(HOLD);
    assertThat(held.overdue()).isEmpty();
    assertThat(held.heldOverdue()).containsExactly(eur("100.00"));
    assertThat(held.heldOverdueSince()).contains(DUE);
    assertThat(Wording.ENGLISH.circumstances(held))
        .contains("100.00 EUR overdue and held since 2026-02-14");
    Recommendation early = now(draft().ladder(LADDER), -2, dispute(day(-5), "wrong price"));
    assertThat(early.heldOverdue()).isEmpty();
    assertThat(early.heldOverdueSince()).isEmpty();
  }

  /** A promise for a part of another invoice ends before anything is due, and changes nothing. */
  @Test
  void aPartPromiseThatEndsBeforeAnythingIsDueNeedsNoReview() {
    Invoice other = Invoice.of("INV-2", eur("70.00"), DUE.minusDays(30), DUE.plusDays(5));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                invoice(), InvoiceHistory.of(other).with(promise(day(-9), eur("45.00"), day(-2)))));
    DunningPolicy policy = draft().ladder(LADDER).per(AccountRules.Unit.ACCOUNT).build();
    Recommendation now = EVALUATOR.evaluate(policy, account, day(-5)).recommendations().get(0);
    assertThat(now.verdict()).isEqualTo(NOT_DUE);
    assertThat(now.reviewOn()).contains(day(1));
  }

  /** The second invoice is free, so that the debt goes on; the first one is held. */
  @Test
  void whatIsHeldBesideAFreeInvoiceIsSaidApart() {
    Invoice other = Invoice.of("INV-2", eur("50.00"), DUE.minusDays(30), DUE.plusDays(10));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(invoice(dispute(day(5), "wrong price")), InvoiceHistory.of(other)));
    DunningPolicy policy = draft().ladder(LADDER).per(AccountRules.Unit.ACCOUNT).build();
    Recommendation now = EVALUATOR.evaluate(policy, account, day(20)).recommendations().get(0);
    assertThat(now.overdue()).containsExactly(eur("50.00"));
    assertThat(now.overdueSince()).contains(DUE.plusDays(10));
    assertThat(now.heldOverdue()).containsExactly(eur("100.00"));
    assertThat(now.heldOverdueSince()).contains(DUE);
  }

  private static Explanation why(PolicyDraft draft, int on, LedgerEvent... events) {
    return EVALUATOR.explain(draft.build(), invoice(events), day(on));
  }

  // disputes

  @Test
  void theUndisputedPartOfADebtGoesOn() {
    Recommendation now = now(draft(), 3, dispute(day(1), eur("30.00"), "damaged"));
    assertThat(now.verdict()).isEqualTo(ACT);
    assertThat(now.open()).containsExactly(eur("100.00"));
    assertThat(now.overdue()).containsExactly(eur("70.00"));
    assertThat(why(draft(), 3, dispute(day(1), eur("30.00"), "damaged")).leftOut())
        .contains(new AmountReason.PartlyDisputed(eur("30.00"), "damaged", day(1)));
  }

  @Test
  void onceOnlyTheDisputedPartIsLeftTheDebtIsHeld() {
    LedgerEvent[] events = {
      dispute(day(1), eur("30.00"), "damaged"), new MoneyEvent.Payment(day(2), eur("70.00"))
    };
    assertThat(now(draft(), 2, events).verdict()).isEqualTo(HOLD);
    assertThat(now(draft(), 1, events).verdict()).isEqualTo(WAIT);
  }

  @Test
  void disputedPartsAddUpUntilEachIsResolved() {
    LedgerEvent first = dispute(day(1), eur("60.00"), "damaged").withId("D-1");
    LedgerEvent second = dispute(day(2), eur("50.00"), "late").withId("D-2");
    LedgerEvent ofFirst = disputeResolved(day(4), Outcome.CREDITOR_WON, "D-1");
    assertThat(now(draft(), 3, first, second).verdict()).isEqualTo(HOLD);
    assertThat(now(draft(), 4, first, second, ofFirst).overdue()).containsExactly(eur("50.00"));
    // without an id the one that was opened last and is still open
    assertThat(now(draft(), 4, first, second, disputeResolved(day(4))).overdue())
        .containsExactly(eur("40.00"));
    assertThat(now(draft(), 4, first, second, ofFirst, disputeResolved(day(4))).overdue())
        .containsExactly(eur("100.00"));
    // nobody opened this one
    LedgerEvent ofAnother = disputeResolved(day(4), Outcome.CREDITOR_WON, "D-3");
    assertThat(now(draft(), 4, first, second, ofAnother).verdict()).isEqualTo(HOLD);
  }

  @Test
  void whatTheCustomerWonIsHeldUntilItIsCredited() {
    LedgerEvent whole = dispute(day(1), "damaged").withId("D-1");
    LedgerEvent won = disputeResolved(day(4), Outcome.CUSTOMER_WON);
    Recommendation held = now(draft(), 400, whole, won);
    assertThat(held.verdict()).isEqualTo(HOLD);
    assertThat(held.reviewOn()).isEmpty();
    assertThat(held.reason())
        .isEqualTo(new HoldReason.CreditNoteOwed("damaged", day(4), eur("100.00")))
        .hasToString(
            "the customer won the dispute (damaged) on 2026-02-18: a credit note of 100.00 EUR is"
                + " owed");
    LedgerEvent some = new MoneyEvent.Credit(day(5), eur("30.00"));
    assertThat(now(draft(), 5, whole, won, some).reason())
        .isEqualTo(new HoldReason.CreditNoteOwed("damaged", day(4), eur("70.00")));
    LedgerEvent rest = new MoneyEvent.Credit(day(6), eur("70.00"));
    assertThat(now(draft(), 6, whole, won, some, rest).verdict()).isEqualTo(CLOSED);
    // a later word about the same dispute counts instead
    LedgerEvent lost = disputeResolved(day(7), Outcome.CREDITOR_WON, "D-1");
    assertThat(now(draft(), 7, whole, won, some, lost).overdue()).containsExactly(eur("70.00"));
  }

  @Test
  void theRestGoesOnWhileACreditOfAPartIsOwed() {
    LedgerEvent part = dispute(day(1), eur("30.00"), "damaged");
    LedgerEvent won = disputeResolved(day(2), Outcome.CUSTOMER_WON);
    assertThat(now(draft(), 3, part, won).overdue()).containsExactly(eur("70.00"));
    assertThat(why(draft(), 3, part, won).leftOut())
        .contains(new AmountReason.CreditNoteOwed(eur("30.00"), "damaged", day(2)))
        .extracting(Reason::toString)
        .contains(
            "30.00 EUR is left out: the customer won the dispute (damaged) on 2026-02-16, and a"
                + " credit note is owed");
    // credited before it was decided, or after
    LedgerEvent credit = new MoneyEvent.Credit(day(2), eur("30.00"));
    assertThat(now(draft(), 3, part, credit, won).overdue()).containsExactly(eur("70.00"));
    assertThat(now(draft(), 3, part, won, credit).overdue()).containsExactly(eur("70.00"));
    assertThat(why(draft(), 3, part, won, credit).leftOut())
        .noneMatch(AmountReason.CreditNoteOwed.class::isInstance);
  }

  @Test
  void whatTheCustomerWonForTheWholeAccountHoldsItsInvoicesButNoLaterOnes() {
    InvoiceHistory later = InvoiceHistory.of(Invoice.of("INV-2", eur("80.00"), day(5), day(20)));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(invoice(), later),
            List.of(
                dispute(day(1), "wrong prices"), disputeResolved(day(4), Outcome.CUSTOMER_WON)));
    assertThat(EVALUATOR.evaluate(draft().build(), account, day(30)).recommendations())
        .extracting(r -> r.verdict() + " " + r.reason())
        .containsExactly(
            "hold the customer won the dispute (wrong prices) on 2026-02-18: a credit note of"
                + " 100.00 EUR is owed",
            "act reminder: 3 days past due was reached on 2026-03-09");
    assertThat(account.openItems(day(30)))
        .extracting(OpenItem::claim)
        .containsExactly(OpenItem.Claim.DISPUTED, OpenItem.Claim.PLAIN);
  }

  @Test
  void minimumAmountsCountWhatIsNotDisputed() {
    PolicyDraft draft = draft().minimumAmount(eur("80.00"));
    assertThat(now(draft, 3).verdict()).isEqualTo(ACT);
    assertThat(now(draft, 3, dispute(day(1), eur("30.00"), "")).reason())
        .isEqualTo(new AmountReason.BelowMinimum(eur("70.00"), eur("80.00")));
  }

  @Test
  void conditionsCanAskWhyADebtIsDisputed() {
    PolicyDraft draft =
        draft()
            .holdWhile(Condition.never())
            .ladder(
                EscalationLadder.of(
                    step("settle price")
                        .at(daysPastDue(0))
                        .take(task("settle price"))
                        .onlyIf(Condition.disputedFor("Price")),
                    step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL))));
    assertThat(now(draft, 3, dispute(day(1), eur("1.00"), "wrong price")).step())
        .contains("settle price");
    assertThat(now(draft, 3, dispute(day(1), eur("1.00"), "damaged")).step()).contains("reminder");
  }

  // promises of a part

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # promised of 100.00, holds all from, verdict, overdue
          1.00,   100, ACT,  99.00
          99.99,  100, ACT,   0.01
          100.00, 100, HOLD,
          79.99,   80, ACT,  20.01
          80.00,   80, HOLD,
          """)
  void aPromiseOfAPartHoldsItsPart(String amount, String from, Verdict verdict, String overdue) {
    PolicyDraft draft = draft().promiseHoldsAllFrom(percent(from));
    Recommendation now = now(draft, 3, promise(day(2), eur(amount), day(9)));
    assertThat(now.verdict()).isEqualTo(verdict);
    assertThat(now.overdue()).isEqualTo(overdue == null ? List.of() : List.of(eur(overdue)));
  }

  @Test
  void whatWasPromisedComesBackOnceThePromiseIsBroken() {
    LedgerEvent part = promise(day(2), eur("30.00"), day(5));
    PolicyDraft draft = draft().promiseTolerance(calendarDays(2)).minimumAmount(eur("80.00"));
    Explanation why = why(draft, 3, part);
    assertThat(why.recommendation().reason())
        .isEqualTo(new AmountReason.BelowMinimum(eur("70.00"), eur("80.00")));
    assertThat(why.leftOut())
        .contains(new AmountReason.PartlyPromised(eur("30.00"), day(5)))
        .extracting(Reason::toString)
        .contains("30.00 EUR promised by 2026-02-19 is left out");
    assertThat(why.recommendation().reviewOn()).contains(day(8));
    assertThat(now(draft, 7, part).verdict()).isEqualTo(WAIT);
    assertThat(now(draft, 8, part).verdict()).isEqualTo(ACT);
  }

  @Test
  void whatIsPaidCountsForThePromise() {
    LedgerEvent part = promise(day(1), eur("30.00"), day(9));
    LedgerEvent some = new MoneyEvent.Payment(day(2), eur("10.00"));
    LedgerEvent rest = new MoneyEvent.Payment(day(3), eur("20.00"));
    assertThat(now(draft(), 3, part, some).overdue()).containsExactly(eur("70.00"));
    assertThat(now(draft(), 3, part, some, rest).overdue()).containsExactly(eur("70.00"));
    // only what is promised is left
    LedgerEvent disputed = dispute(day(2), eur("70.00"), "");
    assertThat(now(draft(), 3, disputed, part).verdict()).isEqualTo(HOLD);
    assertThat(now(draft(), 3, part, dispute(day(3), eur("70.00"), "")).verdict()).isEqualTo(HOLD);
    // a promise that was kept holds nothing, even if it was for so much that it held all
    PolicyDraft draft = draft().promiseHoldsAllFrom(percent("30"));
    assertThat(now(draft, 3, part, some).verdict()).isEqualTo(HOLD);
    assertThat(now(draft, 3, part, some, rest).verdict()).isEqualTo(ACT);
  }

  @Test
  void aPromiseForAnAccountIsAboutTheInvoicesThatFellDueFirst() {
    InvoiceHistory later = InvoiceHistory.of(Invoice.of("INV-2", eur("80.00"), day(-20), day(1)));
    InvoiceHistory abroad =
        InvoiceHistory.of(Invoice.of("INV-3", Money.usd("9.00"), day(-20), day(1)));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(later, invoice(), abroad),
            List.of(promise(day(5), eur("130.00"), day(9))));
    assertThat(EVALUATOR.evaluate(draft().build(), account, day(6)).recommendations())
        .extracting(r -> r.subject().invoices() + " " + r.verdict() + " " + r.overdue())
        .containsExactlyInAnyOrder(
            "[INV-2] act [50.00 EUR]", "[INV-1] hold []", "[INV-3] act [9.00 USD]");
    assertThat(account.openItems(day(6)))
        .extracting(i -> i.invoice() + " " + i.amount() + " " + i.claim())
        .containsExactly(
            "INV-2 30.00 EUR PROMISED",
            "INV-2 50.00 EUR PLAIN",
            "INV-1 100.00 EUR PROMISED",
            "INV-3 9.00 USD PLAIN");
  }

  @Test
  void aPromisedPartIsWhatFellDueFirst() {
    InvoiceHistory history =
        InvoiceHistory.of(
                Invoice.of("I", eur("200.00"), DUE.minusDays(30), DUE)
                    .inInstalments(
                        List.of(
                            new Instalment(DUE, eur("100.00")),
                            new Instalment(day(30), eur("100.00")))))
            .with(promise(day(2), eur("30.00"), day(40)));
    assertThat(EVALUATOR.evaluate(draft().build(), history, day(3)).overdue())
        .containsExactly(eur("70.00"));
    assertThat(EVALUATOR.evaluate(draft().build(), history, day(31)).overdue())
        .containsExactly(eur("170.00"));
    // all that is overdue is promised
    assertThat(
            EVALUATOR
                .evaluate(
                    draft().build(), history.with(promise(day(3), eur("100.00"), day(40))), day(3))
                .verdict())
        .isEqualTo(HOLD);
  }

  // promises and plans

  @Test
  void aChainOfPromisesHoldsAsLongAsEachIsKeptOrReplaced() {
    story(draft())
        .tells(
            on("2026-02-16").promises("2026-02-20").verdict(HOLD),
            on("2026-02-19").promises("2026-02-25").looksAgainOn("2026-02-26"),
            on("2026-02-26").takes("reminder", EMAIL));
  }

  @Test
  void aBrokenPromiseSkipsAheadWhereThePolicySaysSo() {
    PolicyDraft draft =
        draft()
            .ladder(LADDER)
            .brokenPromise(Resumption.at("demand"))
            .promiseTolerance(businessDays(1));
    story(draft)
        .tells(
            on("2026-02-16").promises("2026-02-20").looksAgainOn("2026-02-24"),
            on("2026-02-24").takes("demand", LETTER));
    Recommendation now = now(draft, 10, promise(day(2), day(6)));
    assertThat(now.reason()).isEqualTo(new StepReason.StepBroughtForward("demand", day(9)));
    assertThat(why(draft, 10, promise(day(2), day(6))).leftOut())
        .containsExactly(
            new LeftOutReason.PromiseBroken(day(2), Optional.empty(), Optional.empty(), day(6), 4),
            new LeftOutReason.StepPassedOver("reminder", "demand"),
            new LeftOutReason.StepPassedOver("notice", "demand"));
  }

  /** Where a part was paid, the rest is named; a later promise makes the broken one old news. */
  @Test
  void theExplanationNamesWhatWasBroken() {
    LedgerEvent half = promise(day(2), eur("60.00"), day(6));
    LedgerEvent paid = LedgerEvent.payment(day(5), eur("20.00"));
    PolicyDraft draft = draft().ladder(LADDER);
    assertThat(why(draft, 10, half, paid).toString())
        .contains("to pay 60.00 EUR by 2026-02-20 was broken: 40.00 EUR is 4 days late");
    assertThat(why(draft, 6, half, paid).toString()).doesNotContain("was broken");
    assertThat(why(draft, 12, half, paid, promise(day(11), eur("1.00"), day(20))).toString())
        .doesNotContain("was broken");
    Account ofAccount = Account.of(Customer.of("C"), List.of(invoice()), List.of(half));
    assertThat(EVALUATOR.explain(draft.build(), ofAccount, day(10)).toString())
        .contains("was broken: 60.00 EUR is 4 days late");
  }

  @Test
  void aPromiseBrokenBeforeTheDueDateSkipsNothing() {
    PolicyDraft draft = draft().ladder(LADDER).brokenPromise(Resumption.at("demand"));
    assertThat(now(draft, 3, promise(day(-9), day(-2))).step().orElseThrow()).isEqualTo("reminder");
  }

  private static LedgerEvent plan(int on, int... dueDays) {
    List<Instalment> parts =
        Arrays.stream(dueDays).mapToObj(d -> new Instalment(day(d), eur("25.00"))).toList();
    return new AgreementEvent.PlanAgreed(day(on), parts);
  }

  @Test
  void aPaymentPlanHoldsWhileItIsKept() {
    story(draft().ladder(LADDER).planCure(calendarDays(5)))
        .tells(
            on("2026-02-16").happens(plan(2, 10, 40)).verdict(HOLD).looksAgainOn("2026-03-02"),
            on("2026-02-25").pays("25.00 EUR").looksAgainOn("2026-04-01"),
            on("2026-03-31").pays("75.00 EUR").verdict(CLOSED));
  }

  @Test
  void aMissedInstalmentPastItsCurePeriodBreaksThePlan() {
    PolicyDraft draft = draft().ladder(LADDER).planCure(calendarDays(5));
    assertThat(now(draft, 15, plan(2, 10, 40)).reason())
        .isEqualTo(new HoldReason.InPlan(day(2), new Instalment(day(10), eur("25.00")), day(15)));
    assertThat(now(draft, 16, plan(2, 10, 40)).step().orElseThrow()).isEqualTo("reminder");
    // paid on the last day of the cure period it is kept, a day later it stays broken
    LedgerEvent late = new MoneyEvent.Payment(day(16), eur("25.00"));
    LedgerEvent inTime = new MoneyEvent.Payment(day(15), eur("25.00"));
    assertThat(now(draft, 20, plan(2, 10, 40), inTime).verdict()).isEqualTo(HOLD);
    assertThat(now(draft, 20, plan(2, 10, 40), late).verdict()).isEqualTo(ACT);
  }

  @Test
  void aBouncedInstalmentBreaksThePlanOnTheDayItBounces() {
    PolicyDraft draft = draft().ladder(LADDER);
    LedgerEvent paid = new MoneyEvent.Payment(day(10), eur("25.00"));
    LedgerEvent bounced = new MoneyEvent.PaymentReversed(day(13), eur("25.00"));
    assertThat(now(draft, 12, plan(2, 10, 40), paid, bounced).verdict()).isEqualTo(HOLD);
    assertThat(now(draft, 13, plan(2, 10, 40), paid, bounced).verdict()).isEqualTo(ACT);
  }

  @Test
  void theLadderResumesAfterABrokenPlanWhereThePolicySays() {
    PolicyDraft draft =
        draft().ladder(LADDER).minimumDaysBetweenContacts(30).brokenPlan(Resumption.at("demand"));
    LedgerEvent reminded = stepTaken(day(3), "reminder");
    assertThat(now(draft, 11, reminded, plan(4, 10)).reason())
        .isEqualTo(new ContactReason.ContactTooSoon("demand", day(3), day(33)));
    draft.brokenPlan(Resumption.atOnce());
    assertThat(now(draft, 14, reminded, plan(4, 10)).step().orElseThrow()).isEqualTo("notice");
    assertThat(now(draft, 14, reminded, plan(4, 10)).verdict()).isEqualTo(ACT);
    draft.brokenPlan(Resumption.whereItWas());
    assertThat(now(draft, 14, reminded, plan(4, 10)).verdict()).isEqualTo(WAIT);
  }

  @Test
  void aCancelledPlanIsNotBrokenAndHoldsNoMore() {
    PolicyDraft draft = draft().ladder(LADDER).brokenPlan(Resumption.at("demand"));
    Recommendation now = now(draft, 6, plan(2, 10), new AgreementEvent.PlanCancelled(day(5)));
    assertThat(now.step().orElseThrow()).isEqualTo("reminder");
  }

  /** Whether more is known of the invoice or of the account makes no difference. */
  @Test
  void whatWasBrokenStaysSoOnceItIsTakenBack() {
    DunningPolicy policy =
        draft()
            .ladder(LADDER)
            .brokenPromise(Resumption.at("demand"))
            .brokenPlan(Resumption.at("demand"))
            .build();
    LedgerEvent unrelated = LedgerEvent.limitation(day(1), day(1_000));
    List<List<LedgerEvent>> all =
        List.of(
            List.of(promise(day(2), day(6)), LedgerEvent.promiseWithdrawn(day(8))),
            List.of(plan(2, 6), new AgreementEvent.PlanCancelled(day(8))));
    for (List<LedgerEvent> each : all) {
      LedgerEvent[] events = each.toArray(new LedgerEvent[0]);
      Account plain = Account.of(Customer.of("C"), List.of(invoice()));
      List<Account> accounts =
          List.of(
              plain.with(events),
              plain.mapInvoices(h -> h.with(events)),
              plain.mapInvoices(h -> h.with(unrelated)).with(events));
      for (Account account : accounts) {
        Recommendation now = EVALUATOR.evaluate(policy, account, day(10)).recommendations().get(0);
        assertThat(now.step()).as("%s", account.events()).contains("demand");
        assertThat(EVALUATOR.explain(policy, account, day(10)).get(0).recommendation())
            .isEqualTo(now);
      }
    }
  }

  @Test
  void conditionsCanAskForTheStateOfAPlan() {
    PolicyDraft draft =
        draft()
            .holdWhile(Condition.never())
            .ladder(
                EscalationLadder.of(
                    step("offer plan")
                        .at(daysPastDue(1))
                        .take(sendReminder(EMAIL))
                        .onlyIf(Condition.planActive().or(Condition.planBroken()).not()),
                    step("demand")
                        .at(daysPastDue(1))
                        .take(sendDemand(LETTER))
                        .requires(Condition.planBroken())));
    assertThat(now(draft, 5).step().orElseThrow()).isEqualTo("offer plan");
    Recommendation kept = now(draft, 5, plan(2, 10));
    assertThat(kept.reason())
        .isEqualTo(new StepReason.PrerequisiteMissing("demand", List.of("plan broken")));
    assertThat(kept.reviewOn()).contains(day(11));
    assertThat(now(draft, 11, plan(2, 10)).verdict()).isEqualTo(ACT);
  }

  @Test
  void aPlanForTheAccountHoldsAllItsInvoices() {
    InvoiceHistory other =
        InvoiceHistory.of(Invoice.of("INV-2", eur("5.00"), DUE.minusDays(30), DUE));
    Account account = Account.of(Customer.of("C"), List.of(invoice(), other), List.of(plan(2, 10)));
    for (Recommendation each :
        EVALUATOR.evaluate(draft().build(), account, day(5)).recommendations()) {
      assertThat(each.verdict()).isEqualTo(HOLD);
      assertThat(each.reviewOn()).contains(day(11));
    }
    Account paid = account.with(other.with(new MoneyEvent.Payment(day(6), eur("25.00"))));
    assertThat(EVALUATOR.evaluate(draft().build(), paid, day(7)).due()).hasSize(1);
  }

  // deferral, new terms, delivery

  @Test
  void aDeferralMovesTheStepsButNotTheAge() {
    Recommendation now = now(draft(), 9, new TermsEvent.Deferral(day(2), day(10)));
    assertThat(now.verdict()).isEqualTo(NOT_DUE);
    assertThat(now.reason()).isEqualTo(new DueReason.Deferred(day(10)));
    assertThat(now.reviewOn()).contains(day(11));
    assertThat(now(draft(), 13, new TermsEvent.Deferral(day(2), day(10))).verdict()).isEqualTo(ACT);
    Account account =
        Account.of(Customer.of("C"), List.of(invoice(new TermsEvent.Deferral(day(2), day(10)))));
    assertThat(account.openItems(day(9)).get(0).dueDay()).isEqualTo((int) DUE.toEpochDay());
  }

  @Test
  void newTermsMoveTheAgeAndStartTheLadderAgain() {
    LedgerEvent reminded = stepTaken(day(3), "reminder");
    LedgerEvent newTerms = new TermsEvent.TermsRenegotiated(day(5), day(30));
    assertThat(now(draft(), 20, reminded, newTerms).reason())
        .isEqualTo(new DueReason.NotDue(day(30)));
    assertThat(now(draft(), 33, reminded, newTerms).step().orElseThrow()).isEqualTo("reminder");
    assertThat(
            Account.of(Customer.of("C"), List.of(invoice(reminded, newTerms)))
                .openItems(day(9))
                .get(0)
                .dueDay())
        .isEqualTo((int) day(30).toEpochDay());
  }

  @Test
  void anInvoiceThatDidNotArriveIsNotChasedUntilItDoes() {
    LedgerEvent lost = notDelivered(day(4));
    LedgerEvent reminded = stepTaken(day(3), "reminder");
    Recommendation now = now(draft(), 20, reminded, lost);
    assertThat(now.verdict()).isEqualTo(HOLD);
    assertThat(now.reason()).isEqualTo(new HoldReason.NotDelivered(day(4)));
    assertThat(now.reviewOn()).isEmpty();
    // 30 days to pay from the day it arrived, and the reminder does not count
    LedgerEvent arrived = delivered(day(21));
    assertThat(now(draft(), 53, reminded, lost, arrived).reason())
        .isEqualTo(new StepReason.StepTooEarly("reminder", daysPastDue(3), day(54)));
    assertThat(now(draft(), 54, reminded, lost, arrived).verdict()).isEqualTo(ACT);
  }

  @Test
  void aLetterThatCameBackDoesNotCountAndWasNoContact() {
    PolicyDraft draft = draft().minimumDaysBetweenContacts(10);
    LedgerEvent sent = stepTaken(day(3), "reminder", EMAIL);
    assertThat(
            now(
                    draft,
                    5,
                    sent,
                    new DeliveryEvent.DeliveryFailed(
                        day(4), Optional.of("reminder"), Optional.empty()))
                .verdict())
        .isEqualTo(ACT);
  }

  // restrictions

  @ParameterizedTest
  @EnumSource(Restriction.class)
  void aRestrictionLeavesTheDebtToAPerson(Restriction restriction) {
    Recommendation now = now(draft(), 5, restricted(day(1), restriction));
    assertThat(now.verdict()).isEqualTo(HOLD);
    assertThat(now.reason())
        .isEqualTo(new HoldReason.Restricted(restriction, "", day(1), Optional.empty()))
        .hasToString(restriction + " since 2026-02-15: a person has to decide");
    assertThat(
            now(
                    draft(),
                    5,
                    restricted(day(1), restriction),
                    new RestrictionEvent.RestrictionLifted(day(5), restriction))
                .verdict())
        .isEqualTo(ACT);
  }

  @Test
  void aBreathingSpaceEndsByItself() {
    LedgerEvent pause =
        new RestrictionEvent.Restricted(
            day(1), Restriction.BREATHING_SPACE, Optional.of(day(60)), "advice");
    Recommendation now = now(draft(), 5, pause);
    assertThat(now.reviewOn()).contains(day(61));
    assertThat(now.reason())
        .hasToString(
            "in a breathing space (advice) since 2026-02-15 through 2026-04-15: a person has to decide");
  }

  private static final EscalationLadder WITH_CLAIM =
      EscalationLadder.of(
          step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
          step("register claim")
              .at(daysPastDue(0))
              .take(task("register claim"))
              .onlyIf(Condition.restricted(Restriction.INSOLVENCY))
              .evenDuring(Restriction.INSOLVENCY));

  @Test
  void aLawfulStepIsTakenDuringARestrictionAndThenAPersonGoesOn() {
    PolicyDraft draft =
        DunningPolicy.named("careful")
            .ladder(
                EscalationLadder.of(
                    step("register claim")
                        .at(daysPastDue(0))
                        .take(task("register claim"))
                        .onlyIf(Condition.restricted(Restriction.INSOLVENCY))
                        .evenDuring(Restriction.INSOLVENCY),
                    step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL))));
    LedgerEvent insolvent = restricted(day(1), Restriction.INSOLVENCY);
    Recommendation now = now(draft, 5, insolvent);
    assertThat(now.step().orElseThrow()).isEqualTo("register claim");
    assertThat(why(draft, 5, insolvent).leftOut())
        .containsExactly(
            new LeftOutReason.StepForbidden("reminder", List.of(Restriction.INSOLVENCY)));
    Recommendation then = now(draft, 6, insolvent, stepTaken(day(5), "register claim"));
    assertThat(then.verdict()).isEqualTo(HOLD);
    assertThat(then.reason())
        .isEqualTo(new HoldReason.Restricted(Restriction.INSOLVENCY, "", day(1), Optional.empty()));
    assertThat(now(draft, 5).step().orElseThrow()).isEqualTo("reminder");
  }

  @Test
  void aStepLawfulInOneCaseIsNotLawfulInTwo() {
    PolicyDraft draft = DunningPolicy.named("careful").ladder(WITH_CLAIM_FIRST);
    LedgerEvent insolvent = restricted(day(1), Restriction.INSOLVENCY);
    LedgerEvent pause =
        new RestrictionEvent.Restricted(
            day(1), Restriction.BREATHING_SPACE, Optional.of(day(9)), "");
    Recommendation now = now(draft, 5, insolvent, pause);
    assertThat(now.verdict()).isEqualTo(HOLD);
    assertThat(now.reviewOn()).contains(day(10));
    assertThat(now(draft, 10, insolvent, pause).verdict()).isEqualTo(ACT);
  }

  private static final EscalationLadder WITH_CLAIM_FIRST =
      EscalationLadder.of(WITH_CLAIM.steps().get(1), WITH_CLAIM.steps().get(0));

  @Test
  void aRestrictionOfTheAccountCountsForEveryInvoice() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(invoice()),
            List.of(restricted(day(1), Restriction.HANDED_OVER)));
    assertThat(
            EVALUATOR.evaluate(draft().build(), account, day(9)).recommendations().get(0).verdict())
        .isEqualTo(HOLD);
  }

  @Test
  void aClockThatStopsLeavesOutEveryHeldDayOnce() {
    PolicyDraft draft = draft().clock(DunningPolicy.Clock.STOPS);
    LedgerEvent pause =
        new RestrictionEvent.Restricted(
            day(1), Restriction.BREATHING_SPACE, Optional.of(day(10)), "");
    LedgerEvent hold = LedgerEvent.hold(day(5), "asked", day(12));
    // twelve days held, so that the third day past due is the fifteenth
    assertThat(now(draft, 14, pause, hold).reviewOn()).contains(day(15));
    assertThat(now(draft, 15, pause, hold).verdict()).isEqualTo(ACT);
    assertThat(now(draft, 15, hold, pause).verdict()).isEqualTo(ACT);
  }

  // letters that came back

  private static final EscalationLadder CLAIM =
      EscalationLadder.of(
          step("claim").at(daysPastDue(10)).take(sendDemand(LETTER)).grants(calendarDays(14)),
          step("agency").at(afterDeadlineOf("claim", calendarDays(1))).take(referToAgency()));

  @ParameterizedTest
  @EnumSource(Progression.class)
  void aLetterThatCameBackGrantsNoDeadline(Progression progression) {
    PolicyDraft draft = draft().ladder(CLAIM.progression(progression));
    LedgerEvent claim = stepTaken(day(10), "claim", LETTER);
    LedgerEvent back = notDelivered(day(14), "claim", LETTER);
    assertThat(now(draft, 25, claim).step()).contains("agency");
    Recommendation waits = now(draft, 25, claim, back);
    assertThat(waits.verdict()).isEqualTo(WAIT);
    assertThat(waits.reason()).hasToString("agency: counts from claim, which has not been taken");
    assertThat(waits.reviewOn()).isEmpty();
    // once it is sent again, its deadline counts
    LedgerEvent again = stepTaken(day(30), "claim", EMAIL);
    assertThat(now(draft, 44, claim, back, again).reviewOn()).contains(day(45));
    assertThat(now(draft, 45, claim, back, again).step()).contains("agency");
  }

  @Test
  void aLetterOfTheAccountThatCameBackFromAnInvoiceGivesTheStepBack() {
    LedgerEvent claim = stepTaken(day(10), "claim");
    LedgerEvent back =
        new DeliveryEvent.DeliveryFailed(day(14), Optional.of("claim"), Optional.empty());
    DunningPolicy policy = draft().ladder(CLAIM).build();
    Customer customer = Customer.of("C");
    Account ofAccount = Account.of(customer, List.of(invoice(back)), List.of(claim));
    Account ofInvoice = Account.of(customer, List.of(invoice(claim)), List.of(back));
    for (Account each : List.of(ofAccount, ofInvoice)) {
      assertThat(EVALUATOR.evaluate(policy, each, day(12)).recommendations().get(0).waitsFor())
          .contains("agency");
      Recommendation now = EVALUATOR.evaluate(policy, each, day(30)).recommendations().get(0);
      assertThat(now.step()).contains("claim");
      assertThat(now.verdict()).isEqualTo(ACT);
    }
  }

  @Test
  void aStepWaitsForADeliveryUntilItIsPresumed() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("claim").at(daysPastDue(10)).take(sendDemand(LETTER)),
            step("agency")
                .at(daysPastDue(12))
                .take(referToAgency())
                .requires(Condition.delivered("claim")));
    LedgerEvent claim = stepTaken(day(10), "claim", LETTER);
    assertThat(now(draft().ladder(ladder), 20, claim).reviewOn()).isEmpty();
    PolicyDraft presuming = draft().ladder(ladder).deliveryPresumedAfter(calendarDays(4));
    assertThat(now(presuming, 12, claim).verdict()).isEqualTo(WAIT);
    assertThat(now(presuming, 12, claim).reviewOn()).contains(day(14));
    assertThat(now(presuming, 14, claim).step()).contains("agency");
    LedgerEvent back =
        new DeliveryEvent.DeliveryFailed(day(13), Optional.of("claim"), Optional.empty());
    assertThat(now(presuming, 14, claim, back).step()).contains("claim");
  }
}
