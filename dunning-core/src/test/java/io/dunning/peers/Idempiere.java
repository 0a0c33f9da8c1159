package io.dunning.peers;

import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.PolicyDraft;
import io.dunning.scenario.Timeline;
import java.util.List;

/** iDempiere: a run a level, the most severe first, one entry a partner. */
final class Idempiere extends Peer {
  private static final PolicyDraft LEVELS =
      draft(
              step("10").at(daysPastDue(10)).take(sendNotice(1, LETTER)),
              step("20").at(daysPastDue(20)).take(sendNotice(2, LETTER)))
          .per(AccountRules.Unit.ACCOUNT)
          .credits(AccountRules.Credits.NET);

  private static final DunningPolicy HIGHEST_FIRST =
      LEVELS.ladder(LEVELS.build().ladder().progression(Progression.CATCH_UP)).build();

  private static Account partner(InvoiceHistory... invoices) {
    return Account.of(Customer.of("partner"), List.of(invoices));
  }

  private static AccountRecommendation now(String day, InvoiceHistory... invoices) {
    return EVALUATOR.evaluate(HIGHEST_FIRST, partner(invoices), on(day));
  }

  Idempiere() {
    super("iDempiere");
    table("idempiere_misc");
    InvoiceHistory net30 = invoice("I", "100.00 EUR", "2024-01-01", "2024-01-31");
    same(
        "ID-01",
        () ->
            assertThat(now("2024-01-31", net30).recommendations().get(0).verdict())
                .isEqualTo(Verdict.NOT_DUE));
    same(
        "ID-03",
        () -> {
          DunningPolicy atOnce =
              draft(step("0").at(daysPastDue(0)).take(sendNotice(1, LETTER))).build();
          assertThat(EVALUATOR.evaluate(atOnce, net30, on("2024-01-31")).verdict())
              .isEqualTo(Verdict.NOT_DUE);
          assertThat(EVALUATOR.evaluate(atOnce, net30, on("2024-02-01")).verdict())
              .isEqualTo(Verdict.ACT);
        });
    InvoiceHistory note = invoice("N", "-100.00 EUR", "2024-02-01", "2024-02-01");
    InvoiceHistory smaller = invoice("N", "-40.00 EUR", "2024-02-01", "2024-02-01");
    same(
        "ID-04",
        () -> {
          assertThat(now("2024-02-12", net30, note).due()).isEmpty();
          assertThat(now("2024-02-12", net30, smaller).due()).hasSize(1);
        });
    InvoiceHistory twin = invoice("J", "50.00 EUR", "2024-01-01", "2024-01-31");
    same(
        "ID-05",
        () -> {
          AccountRecommendation both = now("2024-02-12", net30, twin);
          assertThat(both.documents()).hasSize(1);
          assertThat(both.documents().get(0).invoices()).containsExactly("I", "J");
        });
    same(
        "ID-06",
        () -> {
          Recommendation high = now("2024-02-21", net30).due().get(0);
          assertThat(high.step().orElseThrow()).isEqualTo("20");
          Account taken = Timeline.take(partner(net30), high);
          assertThat(EVALUATOR.evaluate(HIGHEST_FIRST, taken, on("2024-03-30")).due()).isEmpty();
        });
    InvoiceHistory january = invoice("A", "1.00 EUR", "2024-01-01", "2024-01-10");
    InvoiceHistory february = invoice("B", "1.00 EUR", "2024-01-01", "2024-02-10");
    same(
        "ID-08",
        () ->
            assertThat(now("2024-03-01", february, january).recommendations().get(0).overdueSince())
                .contains(on("2024-01-10")));
  }
}
