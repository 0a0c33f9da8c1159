package io.dunning.evaluation;

import static io.dunning.Policies.LADDER;
import static io.dunning.Policies.draft;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.candidateReceipt;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.writtenOff;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.policy.AccountRules.Unit.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Closure;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Trigger;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an explanation says beside the decision: each other step, and what did not count. */
class LeftOutTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return Fixtures.history("A", eur("100.00"), DUE, events);
  }

  private static Account account(InvoiceHistory history, LedgerEvent... ofAccount) {
    return Account.of(Customer.of("C"), List.of(history), List.of(ofAccount));
  }

  private static List<Reason> leftOut(PolicyDraft draft, Account account, int on) {
    return EVALUATOR.explain(draft.build(), account, day(on)).get(0).leftOut();
  }

  private static Reason why(PolicyDraft draft, Account account, int on) {
    return BothWays.decide(EVALUATOR, draft.build(), account, day(on)).get(0).reason();
  }

  private static Reason tooEarly(String step, int pastDue) {
    return new StepReason.StepTooEarly(step, Trigger.daysPastDue(pastDue), day(pastDue));
  }

  // the other steps

  @Test
  void aStepThatIsReachedComesAfterTheOneInQuestion() {
    Account account = account(invoice());
    assertThat(leftOut(draft(), account, 13))
        .containsExactly(tooEarly("notice", 14), tooEarly("agency", 28));
    assertThat(leftOut(draft(), account, 14))
        .containsExactly(
            new LeftOutReason.StepBehind("notice", "reminder"), tooEarly("agency", 28));
  }

  @Test
  void aStepIsPassedOverByTheOneThatCatchesUp() {
    PolicyDraft draft = draft().ladder(LADDER.progression(Progression.CATCH_UP));
    assertThat(leftOut(draft, account(invoice()), 14))
        .containsExactly(
            new LeftOutReason.StepPassedOver("reminder", "notice"), tooEarly("agency", 28));
  }

  @Test
  void aStepThatIsHeldSaysOfTheOthersAsMuch() {
    Account received = account(invoice(candidateReceipt(day(2), "R-1", eur("100.00"), "ACME")));
    assertThat(why(draft(), received, 4)).isInstanceOf(HoldReason.ReceiptProposed.class);
    assertThat(leftOut(draft(), received, 4))
        .containsExactly(tooEarly("notice", 14), tooEarly("agency", 28));
  }

  @Test
  void aReceiptForAnotherInvoiceIsNotNamed() {
    InvoiceHistory other =
        Fixtures.history(
            "B", eur("50.00"), day(2), candidateReceipt(day(2), "R-1", eur("20.00"), "ACME"));
    Account account = Account.of(Customer.of("C"), List.of(invoice(), other), List.of());
    assertThat(leftOut(draft(), account, 4))
        .containsExactly(tooEarly("notice", 14), tooEarly("agency", 28));
  }

  // what did not count

  @Test
  void stepsThatThePolicyDoesNotKnowAreNamed() {
    Account account = account(invoice(stepTaken(day(3), "fax")), stepTaken(day(4), "telegram"));
    assertThat(leftOut(draft(), account, 5))
        .contains(
            new LeftOutReason.UnknownStep("fax", day(3)),
            new LeftOutReason.UnknownStep("telegram", day(4)));
  }

  @Test
  void disputesLeaveOutNoMoreThanIsOpen() {
    Account account =
        account(
            invoice(
                dispute(day(1), eur("60.00"), "broken").withId("1"),
                dispute(day(2), eur("30.00"), "late").withId("2"),
                payment(day(3), eur("20.00"))));
    assertThat(leftOut(draft(), account, 4))
        .filteredOn(AmountReason.PartlyDisputed.class::isInstance)
        .isEmpty();
    PolicyDraft chased = draft().holdWhile(Condition.never());
    assertThat(leftOut(chased, account, 4))
        .filteredOn(AmountReason.PartlyDisputed.class::isInstance)
        .containsExactly(
            new AmountReason.PartlyDisputed(eur("60.00"), "broken", day(1)),
            new AmountReason.PartlyDisputed(eur("20.00"), "late", day(2)));
  }

  @Test
  void aBrokenPlanOfTheInvoiceOrTheAccountIsNamed() {
    Instalment part = new Instalment(day(4), eur("20.00"));
    Instalment rest = new Instalment(day(18), eur("80.00"));
    LedgerEvent agreed = planAgreed(day(1), List.of(part, rest));
    PolicyDraft draft = draft().planCure(calendarDays(2));
    Reason broken = new LeftOutReason.PlanBroken(day(1), part, 5);
    assertThat(leftOut(draft, account(invoice(agreed)), 9)).contains(broken);
    assertThat(leftOut(draft, account(invoice(), agreed), 9)).contains(broken);
    // within the days in which it can still be cured, it holds
    assertThat(leftOut(draft, account(invoice(agreed)), 6)).doesNotContain(broken);
    assertThat(leftOut(draft, account(invoice(agreed, payment(day(4), eur("20.00")))), 9))
        .noneMatch(LeftOutReason.PlanBroken.class::isInstance);
  }

  /** Of an invoice, only what is about it: issued by then, and in the currency of an amount. */
  @Test
  void whatWasBrokenAboutOthersIsNotNamed() {
    Instalment part = new Instalment(day(-5), eur("20.00"));
    LedgerEvent plan = planAgreed(day(-29), List.of(part));
    LedgerEvent all = promise(day(-29), day(-9));
    LedgerEvent dollars = promise(day(-28), usd("9.00"), day(-9));
    PolicyDraft draft = draft().planCure(calendarDays(0));
    assertThat(leftOut(draft, account(invoice(), plan), 9))
        .anyMatch(LeftOutReason.PlanBroken.class::isInstance);
    assertThat(leftOut(draft, account(invoice(), all), 9))
        .anyMatch(LeftOutReason.PromiseBroken.class::isInstance);
    assertThat(leftOut(draft, account(invoice(), all, dollars), 9))
        .noneMatch(LeftOutReason.PromiseBroken.class::isInstance);
    InvoiceHistory later = InvoiceHistory.of(Invoice.of("B", eur("9.00"), day(-27), DUE));
    assertThat(leftOut(draft, account(later, all, plan), 9))
        .noneMatch(LeftOutReason.PromiseBroken.class::isInstance)
        .noneMatch(LeftOutReason.PlanBroken.class::isInstance);
  }

  // why nothing is left to do

  @Test
  void theInvoiceClosedLastSaysHowTheAccountWasClosed() {
    PolicyDraft draft = draft().per(ACCOUNT);
    InvoiceHistory paid = Fixtures.history("A", eur("9.00"), DUE, payment(day(5), eur("9.00")));
    InvoiceHistory lost = Fixtures.history("B", eur("9.00"), DUE, writtenOff(day(7)));
    InvoiceHistory lostSooner = Fixtures.history("B", eur("9.00"), DUE, writtenOff(day(3)));
    InvoiceHistory lostThen = Fixtures.history("B", eur("9.00"), DUE, writtenOff(day(5)));
    assertThat(closed(draft, paid, lost))
        .isEqualTo(new DueReason.Closed(Closure.WRITTEN_OFF, Optional.of(day(7))));
    assertThat(closed(draft, lost, paid))
        .isEqualTo(new DueReason.Closed(Closure.WRITTEN_OFF, Optional.of(day(7))));
    assertThat(closed(draft, paid, lostSooner))
        .isEqualTo(new DueReason.Closed(Closure.SETTLED, Optional.of(day(5))));
    // on one day, the later in the account
    assertThat(closed(draft, paid, lostThen))
        .isEqualTo(new DueReason.Closed(Closure.WRITTEN_OFF, Optional.of(day(5))));
  }

  private static Reason closed(PolicyDraft draft, InvoiceHistory... histories) {
    return why(draft, Account.of(Customer.of("C"), List.of(histories), List.of()), 10);
  }

  @Test
  void anExhaustedLadderNamesTheStepThatWasReached() {
    PolicyDraft one = draft().ladder(EscalationLadder.of(LADDER.steps().get(0)));
    assertThat(why(one, account(invoice(stepTaken(day(3), "reminder"))), 5))
        .isEqualTo(new StepReason.LadderDone(Optional.of("reminder")));
    PolicyDraft never =
        draft().ladder(EscalationLadder.of(LADDER.steps().get(0).onlyIf(Condition.never())));
    assertThat(why(never, account(invoice()), 5))
        .isEqualTo(new StepReason.LadderDone(Optional.empty()));
  }
}
