package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.event.LedgerEvent.customerReplied;
import static io.dunning.event.LedgerEvent.deferred;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.disputeResolved;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.limitation;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.settlementAccepted;
import static io.dunning.event.LedgerEvent.settlementOffered;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.promiseActive;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds an item: a condition of the policy about it, its own events, those of its account. */
class HeldItemsTest {
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

  private static Recommendation now(PolicyDraft draft, Account account, int on) {
    return BothWays.decide(EVALUATOR, draft.build(), account, day(on)).get(0);
  }

  // conditions that hold an item

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # condition, last day on which it is false, first on which it holds
          at least 5 days past due                       | 4  | 5
          at least 100.00 EUR overdue                    | 0  | 1
          at least 1 overdue invoice                     | 0  | 1
          claim can no longer be enforced                | 10 | 11
          claim can be enforced for at most 5 more days  | 4  | 5
          at least 5 days since reminder                 | 7  | 8
          """,
      delimiter = '|')
  void aConditionHoldsFromTheDayOnWhichItIsTrue(String name, int before, int from) {
    Condition condition =
        switch (name) {
          case "at least 5 days past due" -> Condition.daysPastDueAtLeast(5);
          case "at least 100.00 EUR overdue" -> Condition.overdueAtLeast(eur("100.00"));
          case "at least 1 overdue invoice" -> Condition.overdueInvoicesAtLeast(1);
          case "claim can no longer be enforced" -> Condition.limitationPassed();
          case "claim can be enforced for at most 5 more days" -> Condition.limitationWithin(5);
          default -> Condition.daysSince(5, "reminder");
        };
    PolicyDraft draft = draft().holdWhile(condition);
    Account account =
        account(invoice(limitation(day(-20), day(10)), stepTaken(day(3), "reminder", EMAIL)));
    Recommendation free = now(draft, account, before);
    assertThat(free.verdict()).isNotEqualTo(Verdict.HOLD);
    assertThat(free.reviewOn()).contains(day(from));
    assertThat(now(draft, account, from).verdict()).isEqualTo(Verdict.HOLD);
  }

  @Test
  void aClaimThatHasLapsedIsNotAboutToLapse() {
    PolicyDraft draft = draft().holdWhile(Condition.limitationWithin(5));
    Account account = account(invoice(limitation(day(-20), day(10))));
    Recommendation last = now(draft, account, 10);
    assertThat(last.verdict()).isEqualTo(Verdict.HOLD);
    assertThat(last.reviewOn()).contains(day(11));
    assertThat(now(draft, account, 11).verdict()).isEqualTo(Verdict.ACT);
  }

  @Test
  void anAmountHoldsInItsOwnCurrencyOnly() {
    Account hundred = account(invoice());
    Account less = account(invoice(payment(day(1), eur("0.01"))));
    for (String sentence : List.of("balance is at least", "overdue is at least")) {
      boolean balance = sentence.startsWith("balance");
      Condition euros =
          balance
              ? Condition.balanceAtLeast(eur("100.00"))
              : Condition.overdueAtLeast(eur("100.00"));
      Condition dollars =
          balance ? Condition.balanceAtLeast(usd("0.01")) : Condition.overdueAtLeast(usd("0.01"));
      assertThat(now(draft().holdWhile(euros), hundred, 4).verdict()).isEqualTo(Verdict.HOLD);
      assertThat(now(draft().holdWhile(euros), less, 4).verdict()).isEqualTo(Verdict.ACT);
      assertThat(now(draft().holdWhile(dollars), hundred, 4).verdict()).isEqualTo(Verdict.ACT);
    }
  }

  @ParameterizedTest
  @CsvSource({"9, HOLD", "8, ACT"})
  void aReplyHoldsUnlessAStepCameAfterIt(int replied, Verdict verdict) {
    Condition asks = Condition.latestReply(Reply.ASKS_FOR_TIME);
    PolicyDraft draft = draft().holdWhile(asks);
    LedgerEvent reply = customerReplied(day(replied), Reply.ASKS_FOR_TIME);
    Account account = account(invoice(stepTaken(day(9), "reminder", EMAIL), reply));
    assertThat(now(draft, account, 20).verdict()).isEqualTo(verdict);
    Account together = account(invoice(), stepTaken(day(9), "reminder", EMAIL), reply);
    assertThat(now(draft, together, 20).verdict()).isEqualTo(verdict);
  }

  @Test
  void aConditionOfYourOwnThatMayHoldIsLookedAtEveryDay() {
    Condition own = Condition.described("clerk is away", s -> s.asOf().equals(day(2)));
    PolicyDraft draft = draft().holdWhile(own);
    for (int on : List.of(-9, -1, 1, 5)) {
      assertThat(now(draft, account(invoice()), on).reviewOn()).contains(day(on + 1));
    }
    assertThat(now(draft, account(invoice()), 2).verdict()).isEqualTo(Verdict.HOLD);
  }

  // events of the account

  @ParameterizedTest
  @CsvSource({"5, HOLD", "6, ACT"})
  void aDisputeThatTheCustomerWonContestsWhatWasIssuedByThen(int issued, Verdict verdict) {
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("A", eur("100.00"), day(issued), day(20)));
    Account account =
        account(history, dispute(day(1), "prices"), disputeResolved(day(5), Outcome.CUSTOMER_WON));
    assertThat(now(draft(), account, 24).verdict()).isEqualTo(verdict);
  }

  @Test
  void aDeferralOfTheAccountDefersItsInvoices() {
    Account account = account(invoice(), deferred(day(-5), day(10)));
    Recommendation now = now(draft(), account, 5);
    assertThat(now.reason()).isEqualTo(new DueReason.Deferred(day(10)));
    assertThat(now(draft(), account, 13).step()).contains("reminder");
  }

  @Test
  void aDeferralToTheDueDateDefersNothing() {
    Account account = account(invoice(deferred(day(-5), day(0))));
    assertThat(now(draft(), account, -2).reason()).isEqualTo(new DueReason.NotDue(day(0)));
    Account later = account(invoice(deferred(day(-5), day(1))));
    assertThat(now(draft(), later, -2).reason()).isEqualTo(new DueReason.Deferred(day(1)));
  }

  @ParameterizedTest
  @CsvSource({"4, HOLD", "5, ACT"})
  void aSettlementThatIsPaidSettlesWhatWasIssuedByThen(int issued, Verdict verdict) {
    InvoiceHistory first = invoice(payment(day(5), eur("60.00")));
    InvoiceHistory other = InvoiceHistory.of(Invoice.of("B", eur("100.00"), day(issued), day(20)));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(first, other),
            List.of(settlementAccepted(day(4), eur("60.00"), day(9))));
    assertThat(BothWays.decide(EVALUATOR, draft().build(), account, day(24)).get(1).verdict())
        .isEqualTo(verdict);
  }

  // what is asked of steps

  @Test
  void aStepAsksWhetherADisputeIsOpenOrAPromiseRuns() {
    Account disputed = account(invoice(dispute(day(1), "broken")));
    Account promised = account(invoice(promise(day(1), day(9))));
    Account plain = account(invoice());
    assertThat(now(onlyIf(disputeOpen()), disputed, 4).step()).contains("reminder");
    assertThat(now(onlyIf(disputeOpen()), promised, 4).rule()).isEqualTo(Rule.LADDER_DONE);
    assertThat(now(onlyIf(disputeOpen()), plain, 4).rule()).isEqualTo(Rule.LADDER_DONE);
    assertThat(now(onlyIf(promiseActive()), promised, 9).step()).contains("reminder");
    assertThat(now(onlyIf(promiseActive()), promised, 9).reviewOn()).contains(day(10));
    assertThat(now(onlyIf(promiseActive()), promised, 10).rule()).isEqualTo(Rule.LADDER_DONE);
    assertThat(now(onlyIf(promiseActive()), plain, 9).rule()).isEqualTo(Rule.LADDER_DONE);
  }

  private static PolicyDraft onlyIf(Condition condition) {
    return draft()
        .ladder(
            EscalationLadder.of(
                step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)).onlyIf(condition)))
        .holdWhile(Condition.never());
  }

  // which of several is named

  @Test
  void ofAHoldAndAPromiseThatEndTogetherTheHoldIsNamedToTheLast() {
    Account account = account(invoice(hold(day(1), "asked", day(10)), promise(day(1), day(10))));
    HoldReason.OnHold named = new HoldReason.OnHold("asked", Optional.of(day(10)));
    assertThat(now(draft(), account, 5).reason()).isEqualTo(named);
    assertThat(now(draft(), account, 10).reason()).isEqualTo(named);
  }

  @Test
  void ofEqualsTheOneOfTheInvoiceItselfIsNamed() {
    Account held = account(invoice(hold(day(1), "own", day(9))), hold(day(1), "all", day(9)));
    assertThat(now(draft(), held, 5).reason())
        .isEqualTo(new HoldReason.OnHold("own", Optional.of(day(9))));
    Account offered =
        account(
            invoice(settlementOffered(day(1), eur("70.00"), day(9))),
            settlementOffered(day(1), eur("80.00"), day(9)));
    assertThat(now(draft(), offered, 5).reason())
        .isEqualTo(new HoldReason.SettlementOffered(eur("70.00"), day(1), day(9)));
    LedgerEvent pause = restricted(day(1), Restriction.BREATHING_SPACE, day(9));
    LedgerEvent pauseOfAll = restricted(day(2), Restriction.BREATHING_SPACE, day(9));
    assertThat(now(draft(), account(invoice(pause), pauseOfAll), 5).reason())
        .hasToString(
            "in a breathing space since 2026-02-15 through 2026-02-23: a person has to decide");
    List<Instalment> own = List.of(new Instalment(day(9), eur("70.00")));
    List<Instalment> whole = List.of(new Instalment(day(9), eur("80.00")));
    Account planned = account(invoice(planAgreed(day(1), own)), planAgreed(day(1), whole));
    assertThat(now(draft(), planned, 5).reason().toString()).contains("70.00 EUR");
  }
}
