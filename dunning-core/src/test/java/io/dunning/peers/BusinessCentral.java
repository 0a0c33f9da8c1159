package io.dunning.peers;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.charge.AccruedCharges;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.ChargeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.AccountRules.DocumentLevel;
import io.dunning.policy.PolicyDraft;
import java.util.List;
import java.util.Optional;

/**
 * Business Central: reminder levels with a grace period each, counted from the due date, then from
 * the due date of the reminder before; lines keep their own level.
 */
final class BusinessCentral extends Peer {
  /** Three levels; a reminder is due as many days after it is sent as it grants. */
  private static PolicyDraft levels(int grace, int next, int last, int granted) {
    return draft(
            step("1")
                .at(daysPastDue(grace + 1))
                .take(sendNotice(1, LETTER))
                .grants(calendarDays(granted)),
            step("2")
                .at(afterDeadlineOf("1", calendarDays(next + 1)))
                .take(sendNotice(2, LETTER))
                .grants(calendarDays(granted)),
            step("3").at(afterDeadlineOf("2", calendarDays(last + 1))).take(sendNotice(3, LETTER)))
        .grace(calendarDays(grace))
        .per(AccountRules.Unit.ACCOUNT)
        .documentLevel(DocumentLevel.OWN);
  }

  private static Account customer(InvoiceHistory... invoices) {
    return Account.of(Customer.of("C"), List.of(invoices));
  }

  private static AccountRecommendation now(PolicyDraft draft, Account account, String day) {
    return EVALUATOR.evaluate(draft.build(), account, on(day));
  }

  BusinessCentral() {
    super("Business Central reminders");
    table("bc_reminder_rules");
    grace();
    documents();
    cancellations();
    LateFee first = LateFee.flat(eur("10.00")).at("1");
    LateFee second = LateFee.flat(eur("15.00")).at("2");
    same(
        "BCG-fee-idem",
        () -> {
          ChargeRules rules = ChargeRules.of(first);
          InvoiceHistory told = told(rules, owed(), "1");
          assertThat(rules.assess(told, "1", on("2024-02-20"), EVALUATOR.calendar())).isEmpty();
        });
    same(
        "BCG-fee-l2",
        () -> assertThat(fees(ChargeRules.of(first, second), "1", "2")).isEqualTo(eur("25.00")));
    same(
        "BCG-fee-l2-zero",
        () -> assertThat(fees(ChargeRules.of(first), "1", "2")).isEqualTo(eur("10.00")));
    differs(
        "BCG-cancel-paidfee",
        "a fee can be reversed once it was paid; the payment then stays where it went",
        () -> {
          ChargeRules rules =
              ChargeRules.of(first).paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL);
          InvoiceHistory paid =
              told(rules, owed(), "1")
                  .with(
                      new MoneyEvent.Payment(on("2024-02-20"), eur("10.00")),
                      new ChargeEvent.ChargeReversed(
                          on("2024-02-21"),
                          ChargeEvent.Charge.FEE,
                          eur("10.00"),
                          Optional.of("1")));
          AccruedCharges now = rules.accrue(paid, on("2024-02-22"));
          assertThat(now.fees().isZero()).isTrue();
          assertThat(now.principal()).isEqualTo(eur("100.00"));
        });
    outside("drafts are kept by the host; nothing is stored here", "BCG-draft");
  }

  private void grace() {
    Account account = customer(invoice("I", "9.00 EUR", "2024-01-01", "2024-01-31"));
    PolicyDraft levels = levels(5, 4, 4, 7);
    same("BCG-1", () -> assertThat(now(levels, account, "2024-02-04").due()).isEmpty());
    same(
        "BCG-2",
        () -> {
          assertThat(now(levels, account, "2024-02-05").due()).isEmpty();
          assertThat(now(levels, account, "2024-02-06").due()).hasSize(1);
        });
    Account sent =
        customer(
            invoice("I", "9.00 EUR", "2024-01-01", "2024-01-31", stepTaken(on("2024-02-06"), "1")));
    // the first reminder is due on 13 February
    same("BCG-4", () -> assertThat(now(levels, sent, "2024-02-17").due()).isEmpty());
    same(
        "BCG-5",
        () ->
            assertThat(now(levels, sent, "2024-02-18").due().get(0).step().orElseThrow())
                .isEqualTo("2"));
  }

  private void documents() {
    PolicyDraft three = levels(13, 13, 30, 0);
    InvoiceHistory first = invoice("I1", "9.00 EUR", "2020-08-01", "2020-09-01");
    InvoiceHistory second = invoice("I2", "9.00 EUR", "2020-08-01", "2020-10-01");
    same(
        "BCG-3lv-a",
        () -> {
          DunningDocument document =
              now(three, customer(first, second), "2020-09-15").documents().get(0);
          assertThat(document.invoices()).containsExactly("I1");
          assertThat(document.step()).isEqualTo("1");
        });
    same(
        "BCG-3lv-c",
        () -> {
          InvoiceHistory twice =
              first.with(stepTaken(on("2020-09-15"), "1"), stepTaken(on("2020-10-01"), "2"));
          DunningDocument document =
              now(three, customer(twice, second), "2020-11-15").documents().get(0);
          assertThat(document.lines())
              .extracting(l -> l.subject().invoices() + " " + l.step().orElseThrow())
              .containsExactly("[I1] 3", "[I2] 1");
        });
    PolicyDraft ten = levels(10, 10, 10, 0);
    same(
        "BCG-line-a",
        () -> {
          DunningDocument document =
              now(ten, customer(first, second), "2020-10-11").documents().get(0);
          assertThat(document.invoices()).containsExactly("I1");
          assertThat(document.forInformation()).containsExactly("I2");
          assertThat(document.overdue()).containsExactly(Money.eur("9.00"));
        });
    same(
        "BCG-notdue-a",
        () -> {
          Account both =
              customer(
                  invoice("A", "9.00 EUR", "2024-01-01", "2024-01-01"),
                  invoice("B", "9.00 EUR", "2024-01-01", "2024-02-01"));
          for (String day : List.of("2024-02-19", "2024-02-20")) {
            assertThat(now(levels(20, 5, 5, 0), both, day).documents().get(0).invoices())
                .containsExactly("A");
          }
        });
    same(
        "BCG-min-3",
        () -> {
          Account account = customer(first, invoice("N", "-2.00 EUR", "2020-09-02", "2020-09-02"));
          PolicyDraft net =
              levels(10, 10, 10, 0)
                  .documentLevel(DocumentLevel.OLDEST)
                  .credits(AccountRules.Credits.NET);
          assertThat(now(net.minimumAmount(Money.eur("7.00")), account, "2020-10-11").due())
              .hasSize(1);
          assertThat(now(net.minimumAmount(Money.eur("7.01")), account, "2020-10-11").due())
              .isEmpty();
        });
    same(
        "BCG-neg",
        () -> {
          Account account = customer(first, invoice("N", "-20.00 EUR", "2020-09-02", "2020-09-02"));
          PolicyDraft net = levels(10, 10, 10, 0).credits(AccountRules.Credits.NET);
          assertThat(now(net, account, "2020-10-11").documents()).isEmpty();
        });
  }

  private void cancellations() {
    PolicyDraft two = levels(0, 0, 30, 7);
    LedgerEvent reminded = stepTaken(on("2017-01-27"), "1");
    InvoiceHistory x = invoice("X", "9.00 EUR", "2017-01-26", "2017-01-26", reminded);
    InvoiceHistory y = invoice("Y", "9.00 EUR", "2017-01-26", "2017-01-26", reminded);
    same(
        "BCG-x-y",
        () ->
            assertThat(now(two, customer(x, y), "2017-02-09").documents().get(0).lines())
                .extracting(l -> l.step().orElseThrow())
                .containsExactly("2", "2"));
    LedgerEvent again = stepTaken(on("2017-02-09"), "2");
    LedgerEvent cancelled = new StepEvent.StepWithdrawn(on("2017-02-10"), "2");
    same(
        "BCG-cancel",
        () -> {
          for (InvoiceHistory each : List.of(x, y)) {
            assertThat(each.with(again, cancelled).standingOn(on("2017-02-10")).steps().taken())
                .extracting(StepEvent.StepTaken::step)
                .containsExactly("1");
          }
        });
    differs(
        "BCG-cancel-order",
        "any step can be withdrawn; the level stays at the most severe one that was not",
        () -> {
          LedgerEvent first = new StepEvent.StepWithdrawn(on("2017-02-10"), "1");
          Recommendation now =
              now(two, customer(x.with(again, first)), "2017-02-10").recommendations().get(0);
          assertThat(now.verdict()).isEqualTo(Verdict.WAIT);
          assertThat(now.waitsFor().orElseThrow()).isEqualTo("3");
        });
  }

  private static InvoiceHistory owed() {
    return invoice("F", "100.00 EUR", "2024-01-01", "2024-01-31");
  }

  private static InvoiceHistory told(ChargeRules rules, InvoiceHistory history, String step) {
    return history.with(
        rules
            .assess(history, step, on("2024-02-10"), EVALUATOR.calendar())
            .toArray(new LedgerEvent[0]));
  }

  private static Money fees(ChargeRules rules, String... steps) {
    InvoiceHistory history = owed();
    for (String step : steps) {
      history = told(rules, history, step);
    }
    return rules.accrue(history, on("2024-02-10")).fees();
  }
}
