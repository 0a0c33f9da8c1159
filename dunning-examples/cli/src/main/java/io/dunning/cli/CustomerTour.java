package io.dunning.cli;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;

import io.dunning.action.DunningAction;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicySet;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;

/** The stories of the tour about which customer it is: a credit limit, and a segment by rule. */
final class CustomerTour {
  private static final DunningPolicy STANDARD =
      DunningPolicy.named("standard")
          .ladder(
              EscalationLadder.of(
                  step("stop orders")
                      .at(daysPastDue(3))
                      .take(DunningAction.blockOrders())
                      .onlyIf(Condition.overCreditLimit()),
                  step("reminder").at(daysPastDue(3)).take(DunningAction.sendReminder(EMAIL))))
          .build();

  private static final DunningPolicy GENTLE =
      DunningPolicy.named("gentle")
          .ladder(
              EscalationLadder.of(step("call").at(daysPastDue(10)).take(DunningAction.placeCall())))
          .build();

  private CustomerTour() {}

  static void print(PrintWriter out, LocalDate today) {
    out.println("Over the credit limit: no more orders until something is paid");
    out.println();
    Account over = account(Customer.of("ACME").withCreditLimit(Money.eur("500.00")), today);
    out.println(Command.EVALUATOR.explain(STANDARD, over, today).get(0));
    Account blocked = over.with(LedgerEvent.stepTaken(today, "stop orders"));
    out.println(Command.EVALUATOR.orderBlocks(STANDARD, blocked, today.plusDays(1)).get(0));
    out.println();
    out.println("Which policy is it? A rule puts the customer into a segment");
    out.println();
    PolicySet policies =
        PolicySet.byDefault(STANDARD)
            .forSegment("partners", GENTLE)
            .segmentIf("partners", Condition.customerFact("contract", "framework"));
    Account partner = account(Customer.of("ACME").with("contract", "framework"), today);
    out.println(Command.EVALUATOR.explain(policies, partner, today).get(0));
  }

  private static Account account(Customer customer, LocalDate today) {
    LocalDate due = today.minusDays(4);
    Invoice invoice = Invoice.of("LIMIT-1", Money.eur("600.00"), due.minusDays(30), due);
    return Account.of(customer, List.of(InvoiceHistory.of(invoice)));
  }
}
