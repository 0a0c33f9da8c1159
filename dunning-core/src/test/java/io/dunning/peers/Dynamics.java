package io.dunning.peers;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import io.dunning.behaviour.RiskModel;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.FeeBand;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Trigger;
import java.util.List;

/** Dynamics 365: collection letters three and seven days after the due date, credits netted. */
final class Dynamics extends Peer {
  private static PolicyDraft letters() {
    return draft(
            step("1").at(daysPastDue(3)).take(sendNotice(1, LETTER)),
            step("2").at(daysPastDue(7)).take(sendNotice(2, LETTER)))
        .per(AccountRules.Unit.ACCOUNT);
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
          DunningPolicy policy = letters().credits(AccountRules.Credits.NET).build();
          Recommendation now =
              EVALUATOR.evaluate(policy, customer(), on("2024-01-19")).due().get(0);
          assertThat(now.step().orElseThrow()).isEqualTo("1");
        });
    differs(
        "D3L-2",
        "a document is at the level of its lines; there is no level for lines alone",
        () -> {
          Account sent = customer().with(LedgerEvent.stepTaken(on("2024-01-19"), "1"));
          Recommendation now =
              EVALUATOR.evaluate(letters().build(), sent, on("2024-01-23")).due().get(0);
          assertThat(now.step().orElseThrow()).isEqualTo("2");
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
          assertThat(now.step().orElseThrow()).isEqualTo("2");
          assertThat(now.overdueSince()).contains(on("2024-01-16"));
        });
    LateFee bands =
        LateFee.banded(
            LateFee.Banding.SINGLE,
            List.of(
                new FeeBand(Money.usd("0"), Money.usd("0"), percent("1")),
                new FeeBand(Money.usd("1000"), Money.usd("0"), percent("2")),
                new FeeBand(Money.usd("5000"), Money.usd("0"), percent("3"))));
    same(
        "D3I-range-2", () -> assertThat(bands.of(Money.usd("3000"))).isEqualTo(Money.usd("60.00")));
    same(
        "D3I-range-3",
        () -> assertThat(bands.of(Money.usd("6000"))).isEqualTo(Money.usd("180.00")));
    same(
        "D3I-gbl",
        () ->
            assertThat(
                    ChargeRules.of(LateInterest.fixed(percent("8")))
                        .accrue(
                            invoice("I", "1000.00 USD", "2024-01-01", "2024-01-31"),
                            on("2024-03-01"))
                        .interest())
                .isEqualTo(Money.usd("6.58")));
    outside("a fee does not go by bands of days", "D3I-days");
    same(
        "D3P-pred",
        () -> {
          assertThat(predicted("60")).isEqualTo(Verdict.ACT);
          assertThat(predicted("59")).isEqualTo(Verdict.NOT_DUE);
        });
  }

  /** An activity before the due date for customers that their own model predicts to be late. */
  private static Verdict predicted(String percent) {
    DunningPolicy policy =
        DunningPolicy.named("p")
            .ladder(
                EscalationLadder.of(
                    step("activity")
                        .at(Trigger.daysBeforeDue(5))
                        .take(DunningAction.task("call ahead"))
                        .onlyIf(Condition.riskAtLeast(percent("60")))))
            .riskModel(RiskModel.described("theirs", p -> percent(percent)))
            .build();
    return EVALUATOR
        .evaluate(policy, invoice("I", "9.00 USD", "2024-01-01", "2024-01-31"), on("2024-01-30"))
        .verdict();
  }
}
