package io.dunning.peers;

import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.action.DunningAction.task;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysAfterInvoice;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Timeline;
import java.util.List;

/** frappe/central: a clock that starts on a day; retries, then overdue, suspension, termination. */
final class FrappeCentral extends Peer {
  private static final DunningPolicy LADDER =
      draft(
              step("Retry 1").at(daysAfterInvoice(1)).take(task("charge again")),
              step("Retry 3").at(daysAfterInvoice(7)).take(task("charge again")),
              step("Overdue").at(daysAfterInvoice(7)).take(task("mark overdue")),
              step("Suspend").at(daysAfterInvoice(14)).take(stopSupply()),
              step("Terminate").at(daysAfterInvoice(44)).take(task("terminate")))
          .build();

  private static InvoiceHistory clock(LedgerEvent... events) {
    return invoice("I", "10.00 USD", "2026-06-01", "2026-06-01", events);
  }

  private static List<String> played(DunningPolicy policy, String last) {
    return Timeline.of(
            EVALUATOR,
            policy,
            Account.of(Customer.of("C"), List.of(clock())),
            on("2026-06-01"),
            on(last))
        .entries()
        .stream()
        .map(e -> e.date() + " " + e.step())
        .toList();
  }

  FrappeCentral() {
    super("frappe/central");
    table("frappe_central_ladder");
    same(
        "FC-dates",
        () ->
            assertThat(played(LADDER, "2026-12-31"))
                .containsExactly(
                    "2026-06-02 Retry 1",
                    "2026-06-08 Retry 3",
                    "2026-06-08 Overdue",
                    "2026-06-15 Suspend",
                    "2026-07-15 Terminate"));
    same(
        "FC-order",
        () ->
            assertThat(played(LADDER, "2026-06-08"))
                .endsWith("2026-06-08 Retry 3", "2026-06-08 Overdue"));
    same(
        "FC-noretry",
        () ->
            assertThat(
                    played(
                        draft(step("Overdue").at(daysAfterInvoice(0)).take(task("mark"))).build(),
                        "2026-06-30"))
                .containsExactly("2026-06-01 Overdue"));
    reached("FC-reach-1", "2026-06-02", "Retry");
    reached("FC-reach-2", "2026-06-08", "Retry", "Overdue");
    reached("FC-reach-3", "2026-06-15", "Retry", "Overdue", "Suspend");
    same(
        "FC-defer",
        () -> {
          DunningPolicy policy =
              draft(step("Suspend").at(daysPastDue(14)).take(stopSupply())).build();
          LedgerEvent fault = new TermsEvent.Deferral(on("2026-06-08"), on("2026-06-22"));
          for (InvoiceHistory history : List.of(clock(fault), clock(fault, fault))) {
            assertThat(EVALUATOR.evaluate(policy, history, on("2026-07-05")).verdict())
                .isEqualTo(Verdict.WAIT);
            assertThat(EVALUATOR.evaluate(policy, history, on("2026-07-06")).verdict())
                .isEqualTo(Verdict.ACT);
            assertThat(history.standingOn(on("2026-07-06")).balance().due())
                .isEqualTo(on("2026-06-01"));
          }
        });
    same(
        "FC-idem",
        () -> {
          InvoiceHistory charged = clock(LedgerEvent.stepTaken(on("2026-06-02"), "Retry 1"));
          assertThat(EVALUATOR.evaluate(LADDER, charged, on("2026-06-02")).verdict())
              .isNotEqualTo(Verdict.ACT);
        });
    outside(
        "comparing two policies over many accounts comes later",
        "FC-blast-1",
        "FC-blast-2",
        "FC-blast-3");
  }

  private void reached(String id, String day, String... names) {
    same(
        id,
        () ->
            assertThat(
                    played(LADDER, day).stream()
                        .map(s -> s.substring(11).replaceAll(" \\d", ""))
                        .distinct())
                .containsExactly(names));
  }
}
