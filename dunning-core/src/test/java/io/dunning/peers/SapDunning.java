package io.dunning.peers;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.money.CurrencyUnit;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import java.util.List;

/** SAP: minimum days in arrears of an account, minimum percentage of a level, promises. */
final class SapDunning extends Peer {
  private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");

  SapDunning() {
    super("SAP dunning and promises");
    table("sap_dunning_p2p");
    same(
        "SAP-mindays",
        () -> {
          DunningPolicy policy =
              draft(step("1").at(daysPastDue(12)).take(sendNotice(1, LETTER)))
                  .per(AccountRules.Unit.ACCOUNT)
                  .build();
          Account account =
              Account.of(
                  Customer.of("C"),
                  List.of(
                      invoice("A", "1.00 EUR", "2024-01-01", "2024-01-01"),
                      invoice("B", "1.00 EUR", "2024-01-01", "2024-01-09")));
          assertThat(EVALUATOR.evaluate(policy, account, on("2024-01-12")).due()).isEmpty();
          assertThat(EVALUATOR.evaluate(policy, account, on("2024-01-13")).due().get(0).invoices())
              .containsExactly("A", "B");
        });
    String percent = "a level below its percentage is passed over, it does not fall back a level";
    differs(
        "SAP-minpct-2", percent, () -> assertThat(percentage("100.00", "1000.00")).isEqualTo("3"));
    differs(
        "SAP-minpct-4", percent, () -> assertThat(percentage("100.00", "1000.00")).isEqualTo("3"));
    same(
        "SAP-p2p-1",
        () ->
            assertThat(
                    twoPromises()
                        .promises(on("2024-02-01"), Days.NONE, BusinessCalendar.everyDay()))
                .extracting(PromiseOutcome::state)
                .containsExactly(PromiseOutcome.State.WITHDRAWN, PromiseOutcome.State.RUNNING));
    same(
        "SAP-p2p-one",
        () ->
            assertThat(
                    twoPromises()
                        .standingOn(on("2024-02-01"))
                        .agreements()
                        .promise()
                        .orElseThrow()
                        .until())
                .isEqualTo(on("2024-03-01")));
  }

  private static InvoiceHistory twoPromises() {
    return invoice(
        "I",
        "100.00 EUR",
        "2024-01-01",
        "2024-01-10",
        LedgerEvent.promise(on("2024-01-20"), on("2024-02-20")),
        LedgerEvent.promise(on("2024-02-01"), on("2024-03-01")));
  }

  /** The step for an account of which a part has been due for long, and a rest is not due. */
  private static String percentage(String overdue, String rest) {
    Condition tenth =
        Condition.described(
            "at least 10% of the balance is overdue",
            s -> s.overdue(EUR).times(10).compareTo(s.open(EUR)) >= 0);
    DunningPolicy policy =
        draft(
                step("1").at(daysPastDue(5)).take(sendNotice(1, LETTER)),
                step("2").at(daysPastDue(20)).take(sendNotice(2, LETTER)).onlyIf(tenth),
                step("3").at(daysPastDue(30)).take(sendNotice(3, LETTER)))
            .per(AccountRules.Unit.ACCOUNT)
            .build();
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                invoice("A", overdue + " EUR", "2024-01-01", "2024-01-01"),
                invoice("B", rest + " EUR", "2024-01-01", "2024-06-01")),
            List.of(LedgerEvent.stepTaken(on("2024-01-10"), "1")));
    Recommendation now =
        EVALUATOR.evaluate(policy, account, on("2024-02-15")).recommendations().get(0);
    return now.step().orElseThrow();
  }
}
