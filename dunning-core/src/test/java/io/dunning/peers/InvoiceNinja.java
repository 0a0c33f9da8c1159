package io.dunning.peers;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysAfterInvoice;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.List;

/** Invoice Ninja: numbered reminders around the invoice and due dates, then an endless one. */
final class InvoiceNinja extends Peer {
  InvoiceNinja() {
    super("Invoice Ninja");
    table("invoiceninja_reminders");
    same(
        "IN-after",
        () -> {
          DunningPolicy policy =
              DunningPolicy.named("endless")
                  .ladder(
                      EscalationLadder.of(
                              send("1", daysAfterInvoice(5)),
                              send("2", daysAfterInvoice(10)),
                              send("3", daysAfterInvoice(15)))
                          .repeatLastEvery(calendarDays(14)))
                  .build();
          assertThat(sent(policy, "2024-03-01", "2024-03-31", "2024-04-05"))
              .containsExactly(
                  on("2024-03-06"), on("2024-03-11"), on("2024-03-16"), on("2024-03-30"));
        });
    same(
        "IN-before",
        () ->
            assertThat(
                    sent(
                        draft(send("1", daysBeforeDue(14))).build(),
                        "2024-03-01",
                        "2024-03-31",
                        "2024-05-01"))
                .containsExactly(on("2024-03-17")));
    same(
        "IN-mixed",
        () ->
            assertThat(
                    sent(
                            draft(
                                    send("1", daysAfterInvoice(7)),
                                    send("2", daysBeforeDue(1)),
                                    send("3", daysPastDue(1)))
                                .build(),
                            "2024-01-01",
                            "2024-01-31",
                            "2024-05-01")
                        .get(0))
                .isEqualTo(on("2024-01-08")));
    same(
        "IN-mixed-2",
        () ->
            assertThat(
                    sent(
                            draft(
                                    send("1", daysBeforeDue(2)),
                                    send("2", daysPastDue(14)),
                                    send("3", daysPastDue(30)))
                                .build(),
                            "2024-01-01",
                            "2024-01-31",
                            "2024-05-01")
                        .get(0))
                .isEqualTo(on("2024-01-29")));
    outside("the host chooses whose calendar day it is; there is no time of day", "IN-tz");
    differs(
        "IN-past",
        "what is long overdue is due today, not in another month",
        () -> {
          DunningPolicy policy =
              DunningPolicy.named("endless")
                  .ladder(
                      EscalationLadder.of(send("endless", daysPastDue(30)))
                          .repeatLastEvery(calendarDays(30)))
                  .build();
          assertThat(
                  EVALUATOR
                      .evaluate(
                          policy,
                          invoice("I", "1.00 EUR", "2024-01-01", "2024-02-01"),
                          on("2024-03-04"))
                      .channel())
              .contains(EMAIL);
        });
    same(
        "IN-fee-5",
        () -> {
          ChargeRules rules = ChargeRules.of(LateFee.flat(eur("5.00")).once());
          assertThat(
                  rules
                      .accrue(
                          invoice("I", "10.00 EUR", "2024-01-01", "2024-02-01"), on("2024-02-02"))
                      .total())
              .isEqualTo(eur("15.00"));
        });
    same(
        "IN-fee-order",
        () -> {
          ChargeRules rules =
              ChargeRules.of(
                  LateFee.flat(eur("101.00")).at("1"),
                  LateFee.flat(eur("102.00")).at("2"),
                  LateFee.flat(eur("103.00")).at("3"));
          InvoiceHistory history = invoice("I", "10.00 EUR", "2024-01-01", "2024-02-01");
          int expected = 10;
          for (int day = 1; day <= 3; day++) {
            LocalDate on = on("2024-02-01").plusDays(day);
            history =
                history.with(
                    rules
                        .assess(history, day + "", on, EVALUATOR.calendar())
                        .toArray(new LedgerEvent[0]));
            expected += 100 + day;
            assertThat(rules.accrue(history, on).total()).isEqualTo(eur(expected + ".00"));
          }
        });
    differs(
        "IN-fee-locked",
        "a fee stands beside its invoice, whose amount never changes",
        () -> {
          ChargeRules rules = ChargeRules.of(LateFee.flat(eur("10.00")).once());
          var now =
              rules.accrue(invoice("I", "10.00 EUR", "2024-01-01", "2024-02-01"), on("2024-02-02"));
          assertThat(now.principal()).isEqualTo(eur("10.00"));
          assertThat(now.total()).isEqualTo(eur("20.00"));
        });
    differs(
        "IN-compound",
        "the base of a fee is the overdue principal, never earlier fees",
        () -> {
          ChargeRules rules = ChargeRules.of(LateFee.percent(percent("10")));
          InvoiceHistory history = invoice("I", "10.00 EUR", "2024-01-01", "2024-02-01");
          LocalDate on = on("2024-02-02");
          InvoiceHistory told =
              history.with(
                  rules.assess(history, "1", on, EVALUATOR.calendar()).toArray(new LedgerEvent[0]));
          assertThat(rules.assess(told, "2", on, EVALUATOR.calendar()).get(0).amount())
              .isEqualTo(eur("1.00"));
        });
  }

  private static EscalationStep send(String name, Trigger at) {
    return step(name).at(at).take(sendReminder(EMAIL));
  }

  private static List<LocalDate> sent(
      DunningPolicy policy, String issued, String due, String last) {
    Account account = Account.of(Customer.of("C"), List.of(invoice("I", "1.00 EUR", issued, due)));
    return Timeline.of(EVALUATOR, policy, account, on(issued), on(last)).entries().stream()
        .map(Timeline.Entry::date)
        .toList();
  }
}
