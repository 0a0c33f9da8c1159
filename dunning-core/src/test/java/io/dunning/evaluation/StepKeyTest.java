package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules.Unit;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an answer says about a step that is to be taken: its key, what is owed, when it repeats. */
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
  void chargesOfTheLedgerAreOwedWhateverThePolicyCharges() {
    InvoiceHistory charged =
        invoice(
            "I-1",
            "2026-01-15",
            LedgerEvent.chargeAssessed(day("2026-01-20"), Charge.FEE, eur("40.00")));
    DunningPolicy reminds = draft().ladder(EscalationLadder.of(REMINDER)).build();
    DunningPolicy settles =
        draft()
            .settlement(SettlementRule.lumpSum(percent("80")))
            .ladder(
                EscalationLadder.of(step("offer").at(daysPastDue(10)).take(offerSettlement(EMAIL))))
            .build();
    assertThat(evaluate(reminds, account(charged), "2026-02-01").owed())
        .singleElement()
        .satisfies(
            owed -> {
              assertThat(owed.principal()).isEqualTo(eur("100.00"));
              assertThat(owed.fees()).isEqualTo(eur("40.00"));
            });
    assertThat(evaluate(settles, account(charged), "2026-02-01").settlements().get("I-1").amount())
        .isEqualTo(eur("112.00"));
  }

  @Test
  void aRepeatInGraceDoesNotDependOnOtherSteps() {
    EscalationStep soon = step("reminder").at(daysPastDue(1)).take(sendReminder(EMAIL));
    EscalationStep note = step("note").at(daysBeforeDue(3)).take(sendReminder(EMAIL));
    Account taken =
        account(invoice("I-1", "2026-01-15", LedgerEvent.stepTaken(day("2026-01-16"), "reminder")));
    for (EscalationLadder ladder :
        List.of(EscalationLadder.of(soon), EscalationLadder.of(note, soon))) {
      DunningPolicy policy =
          draft().grace(calendarDays(10)).ladder(ladder.repeatLastEvery(calendarDays(3))).build();
      assertThat(evaluate(policy, taken, "2026-01-20").verdict()).isEqualTo(Verdict.ACT);
    }
  }
}
