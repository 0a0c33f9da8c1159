package io.dunning.peers;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.scenario.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Upflow: the oldest unpaid invoice carries the workflow of its customer. */
final class Upflow extends Peer {
  private static PolicyDraft reminders() {
    List<EscalationStep> steps = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      steps.add(step("reminder " + i).at(daysPastDue(12 * i)).take(sendReminder(EMAIL)));
    }
    return draft(steps.toArray(new EscalationStep[0])).per(AccountRules.Unit.ACCOUNT);
  }

  private static Account customer(String paid) {
    List<LedgerEvent> sent = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      sent.add(LedgerEvent.stepTaken(on("2024-01-01").plusDays(12L * i), "reminder " + i));
    }
    LedgerEvent[] payment =
        paid.isEmpty()
            ? new LedgerEvent[0]
            : new LedgerEvent[] {new MoneyEvent.Payment(on(paid), Money.eur("10.00"))};
    return Account.of(
        Customer.of("C"),
        List.of(
            invoice("A", "10.00 EUR", "2023-12-01", "2024-01-01"),
            invoice("B", "10.00 EUR", "2023-12-01", "2024-01-26", payment),
            invoice("C", "10.00 EUR", "2023-12-01", "2024-02-09", payment),
            invoice("D", "10.00 EUR", "2023-12-01", "2024-02-27")),
        sent);
  }

  Upflow() {
    super("Upflow");
    table("upflow_workflow");
    same(
        "UP-carry-1",
        () -> {
          Recommendation now =
              EVALUATOR
                  .evaluate(reminders().build(), customer("2024-02-28"), on("2024-03-01"))
                  .recommendations()
                  .get(0);
          assertThat(now.step().orElseThrow()).isEqualTo("reminder 5");
          assertThat(now.overdueSince()).contains(on("2024-01-01"));
        });
    same(
        "UP-carry-tie",
        () -> {
          // of two that fell due on one day it does not matter which one leads
          List<String> steps = new ArrayList<>();
          for (String[] amounts : new String[][] {{"5.00", "9.00"}, {"9.00", "5.00"}}) {
            Account account =
                Account.of(
                    Customer.of("C"),
                    List.of(
                        invoice("A", amounts[0] + " EUR", "2023-12-01", "2024-01-01"),
                        invoice("B", amounts[1] + " EUR", "2023-12-01", "2024-01-01")));
            Recommendation now =
                EVALUATOR
                    .evaluate(reminders().build(), account, on("2024-01-20"))
                    .recommendations()
                    .get(0);
            steps.add(now.step().orElseThrow() + now.overdue() + now.invoices());
          }
          assertThat(steps.get(0)).isEqualTo(steps.get(1));
        });
    same(
        "UP-contact-1",
        () -> {
          DunningPolicy policy =
              draft(
                      step("A").at(daysPastDue(0)).take(sendReminder(EMAIL)),
                      step("B").at(daysPastDue(5)).take(sendReminder(EMAIL)),
                      step("C").at(daysPastDue(9)).take(sendReminder(EMAIL)),
                      step("D").at(daysPastDue(20)).take(sendReminder(EMAIL)))
                  .minimumDaysBetweenContacts(5)
                  .build();
          Account account =
              Account.of(
                  Customer.of("C"), List.of(invoice("I", "1.00 EUR", "2024-01-01", "2024-01-01")));
          assertThat(Timeline.of(EVALUATOR, policy, account, on("2024-01-01"), on("2024-02-01")))
              .hasToString(
                  """
                  2024-01-02 A: I
                  2024-01-07 B: I
                  2024-01-12 C: I
                  2024-01-21 D: I
                  """);
        });
    same(
        "UP-promise",
        () -> {
          DunningPolicy policy = reminders().holdWhile(Condition.disputeOpen()).build();
          Account promised =
              Account.of(
                  Customer.of("C"),
                  List.of(invoice("A", "10.00 EUR", "2023-12-01", "2024-01-01")),
                  List.of(LedgerEvent.promise(on("2024-01-05"), on("2024-02-05"))));
          assertThat(
                  EVALUATOR
                      .evaluate(policy, promised, on("2024-01-13"))
                      .recommendations()
                      .get(0)
                      .verdict())
              .isEqualTo(Verdict.ACT);
        });
  }
}
