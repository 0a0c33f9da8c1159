package io.dunning.cli;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.action.DunningAction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.PaymentMethod;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import java.io.PrintWriter;
import java.time.LocalDate;

/** The stories of the tour about money that may be under way. */
final class PaymentTour {
  private static final DunningPolicy POLICY =
      DunningPolicy.named("careful")
          .ladder(
              EscalationLadder.of(
                  step("try again")
                      .at(daysPastDue(1))
                      .take(DunningAction.retryCollection())
                      .onlyIf(Condition.collectionFailed()),
                  step("reminder").at(daysPastDue(14)).take(DunningAction.sendReminder(EMAIL))))
          .build();

  private PaymentTour() {}

  static void print(PrintWriter out, LocalDate today) {
    out.println("Why was my customer not reminded? The money may be at the bank already");
    out.println();
    LocalDate due = today.minusDays(20);
    Invoice invoice = Invoice.of("BANK-1", Money.eur("1200.00"), due.minusDays(30), due);
    LedgerEvent received =
        LedgerEvent.candidateReceipt(today.minusDays(3), "R-81", Money.eur("1200.00"), "ACME");
    InvoiceHistory proposed =
        InvoiceHistory.of(invoice).with(received, LedgerEvent.bankDataAsOf(today.minusDays(1)));
    answer(out, proposed, today);
    answer(out, proposed.with(LedgerEvent.candidateRejected(today, "R-81")), today);
    out.println();
    out.println("Collected by direct debit: no reminder before a collection failed");
    out.println();
    InvoiceHistory debited =
        InvoiceHistory.of(Invoice.of("DEBIT-1", Money.eur("49.00"), due.minusDays(14), due))
            .with(LedgerEvent.paidBy(due.minusDays(14), PaymentMethod.DIRECT_DEBIT));
    answer(out, debited, today);
    answer(out, debited.with(LedgerEvent.collectionFailed(today, "SEPA-SDD", "AM04")), today);
  }

  /** What was heard last, and what follows. */
  private static void answer(PrintWriter out, InvoiceHistory history, LocalDate day) {
    out.println(history.events().get(history.events().size() - 1));
    out.println("  " + Command.EVALUATOR.evaluate(POLICY, history, day));
  }
}
