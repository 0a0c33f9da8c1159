package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules.Unit;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One key for one taking of a step, as long as it stays due; another for the next. */
class StepKeyTest {
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(10)).take(sendReminder(EMAIL));

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private static InvoiceHistory invoice(String number, String due, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), day("2026-01-01"), day(due)))
        .with(events);
  }

  private static Account account(InvoiceHistory... invoices) {
    return Account.of(Customer.of("C"), List.of(invoices));
  }

  private static Recommendation evaluate(DunningPolicy policy, Account account, String on) {
    return EVALUATOR.evaluate(policy, account, day(on)).recommendations().get(0);
  }

  @Test
  void isOneForAStepThatStaysDueWhicheverInvoiceLeads() {
    DunningPolicy policy = draft().per(Unit.ACCOUNT).ladder(EscalationLadder.of(REMINDER)).build();
    Account account =
        account(
            invoice(
                "I-1", "2026-01-10", LedgerEvent.hold(day("2026-01-11"), "h", day("2026-02-05"))),
            invoice("I-2", "2026-01-20"));
    Recommendation held = evaluate(policy, account, "2026-02-05");
    Recommendation both = evaluate(policy, account, "2026-02-06");
    assertThat(held.invoices()).isNotEqualTo(both.invoices());
    assertThat(held.key()).isPresent().isEqualTo(both.key());
    assertThat(held.key().orElseThrow()).hasToString("test/C//reminder/1");
  }

  @Test
  void isAnotherOneNextTimeEvenIfAnotherInvoiceLeads() {
    DunningPolicy policy =
        draft()
            .per(Unit.ACCOUNT_AND_CURRENCY)
            .ladder(
                EscalationLadder.of(step("note").at(daysBeforeDue(5)).take(sendReminder(EMAIL))))
            .build();
    Account account = account(invoice("I-1", "2026-02-15"), invoice("I-2", "2026-02-15"));
    Recommendation first = evaluate(policy, account, "2026-02-10");
    Account paid =
        Posting.storeIn(
            Posting.storeIn(account, first.eventsWhenTaken(day("2026-02-10"))),
            List.of(
                new Posting(
                    "C",
                    Optional.of("I-1"),
                    LedgerEvent.payment(day("2026-02-11"), eur("100.00")))));
    Recommendation second = evaluate(policy, paid, "2026-02-11");
    assertThat(first.key().orElseThrow()).hasToString("test/C/EUR/note/1");
    assertThat(second.key()).isNotEqualTo(first.key());
  }

  @Test
  void isAnotherOneForEachPolicyOfASet() {
    DunningPolicy mine =
        DunningPolicy.named("mine").per(Unit.ACCOUNT).ladder(EscalationLadder.of(REMINDER)).build();
    DunningPolicy yours =
        DunningPolicy.named("yours").per(Unit.ACCOUNT).ladder(mine.ladder()).build();
    AccountRecommendation both =
        EVALUATOR.evaluate(
            PolicySet.byDefault(mine).forInvoice("I-2", yours),
            account(invoice("I-1", "2026-01-10"), invoice("I-2", "2026-01-10")),
            day("2026-02-01"));
    assertThat(both.recommendations())
        .extracting(r -> r.key().orElseThrow().toString())
        .containsExactly("mine/C//reminder/1", "yours/C//reminder/1");
  }

  @Test
  void countsATakingOnSeveralInvoicesOnceAndAWithdrawnOneToo() {
    DunningPolicy policy =
        draft().per(Unit.ACCOUNT_AND_CURRENCY).ladder(EscalationLadder.of(REMINDER)).build();
    LedgerEvent taken = LedgerEvent.stepTaken(day("2026-01-20"), "reminder", EMAIL);
    LedgerEvent withdrawn = LedgerEvent.stepWithdrawn(day("2026-01-21"), "reminder");
    Account account =
        account(
            invoice("I-1", "2026-01-10", taken, withdrawn),
            invoice("I-2", "2026-01-10", taken, withdrawn));
    assertThat(evaluate(policy, account, "2026-02-01").key().orElseThrow())
        .hasToString("test/C/EUR/reminder/2");
  }

  @Test
  void writesSlashesAndPercentSignsSoThatUnequalKeysHaveUnequalTexts() {
    assertThat(new StepKey("p", "a/b", "c", "d", 1)).hasToString("p/a%2Fb/c/d/1");
    assertThat(new StepKey("p", "a", "b/c", "d", 1)).hasToString("p/a/b%2Fc/d/1");
    assertThat(new StepKey("p", "a%2Fb", "c", "d", 1)).hasToString("p/a%252Fb/c/d/1");
  }
}
