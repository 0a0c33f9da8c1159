package io.dunning.peers;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.LedgerEvent;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.util.List;

/** Dynamics 365: collection letters three and seven days after the due date, credits netted. */
final class Dynamics extends Peer {
  private static DunningPolicy.Draft letters() {
    return draft(
            step("1").at(daysPastDue(3)).take(sendNotice(1, LETTER)),
            step("2").at(daysPastDue(7)).take(sendNotice(2, LETTER)))
        .per(DunningPolicy.Unit.ACCOUNT);
  }

  private static Account customer() {
    return Account.of(
        Customer.of("C"),
        List.of(
            invoice("I", "500.00 USD", "2024-01-01", "2024-01-16"),
            invoice("N1", "-100.00 USD", "2024-01-10", "2024-01-16"),
            invoice("N2", "-200.00 USD", "2024-01-10", "2024-01-16")));
  }

  Dynamics() {
    super("Dynamics 365 letters");
    table("d365_collection_letters_interest");
    same(
        "D3L-1",
        () -> {
          DunningPolicy policy = letters().credits(DunningPolicy.Credits.NET).build();
          Recommendation now =
              EVALUATOR.evaluate(policy, customer(), on("2024-01-19")).due().get(0);
          assertThat(now.step().orElseThrow().name()).isEqualTo("1");
        });
    differs(
        "D3L-2",
        "a document is at the level of its lines; there is no level for lines alone",
        () -> {
          Account sent = customer().with(LedgerEvent.stepTaken(on("2024-01-19"), "1"));
          Recommendation now =
              EVALUATOR.evaluate(letters().build(), sent, on("2024-01-23")).due().get(0);
          assertThat(now.step().orElseThrow().name()).isEqualTo("2");
          assertThat(now.overdue()).containsExactly(Money.usd("500.00"));
        });
    same(
        "D3P-lead",
        () -> {
          Account several =
              Account.of(
                  Customer.of("C"),
                  List.of(
                      invoice("B", "9.00 USD", "2024-01-01", "2024-01-19"),
                      invoice("A", "1.00 USD", "2024-01-01", "2024-01-16")));
          Recommendation now =
              EVALUATOR
                  .evaluate(
                      letters().build(),
                      several.with(LedgerEvent.stepTaken(on("2024-01-19"), "1")),
                      on("2024-01-23"))
                  .due()
                  .get(0);
          assertThat(now.step().orElseThrow().name()).isEqualTo("2");
          assertThat(now.overdueSince()).contains(on("2024-01-16"));
        });
    outside(
        "interest is not part of the library yet",
        "D3I-range-2",
        "D3I-range-3",
        "D3I-days",
        "D3I-gbl");
    outside("predictions of late payment are not part of the library yet", "D3P-pred");
  }
}
