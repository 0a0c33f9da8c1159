package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourCommandTest extends CommandFixture {
  @Test
  void theSampleLedgerShowsEveryVerdict() {
    List<Verdict> verdicts =
        TourCommand.sample().accounts().stream()
            .flatMap(
                a ->
                    Command.EVALUATOR
                        .evaluate(TourCommand.POLICY, a, TourCommand.TODAY)
                        .recommendations()
                        .stream())
            .map(Recommendation::verdict)
            .distinct()
            .toList();
    assertThat(verdicts).containsExactlyInAnyOrder(Verdict.values());
    assertThat(TourCommand.sample().accounts()).hasSize(15);
  }

  @Test
  void theTourShowsItAll() {
    Run run = dunning("tour");
    assertThat(run.code()).isZero();
    String last = run.out().stripTrailing();
    Path page = Path.of(last.substring(last.lastIndexOf('\n') + 1));
    assertThat(page).content().contains("<title>Receivables on 2026-06-30</title>");
    assertThat(page.toFile().delete()).isTrue();
    assertThat(run.out())
        .contains("What is open on 2026-06-30")
        .contains("Insolvia GmbH INV-1035")
        .contains("2026-05-04 promise to pay 3400.00 EUR by 2026-05-20")
        .contains("and if nobody pays")
        .contains("INV-1048: 4800.00 USD due 2026-06-16, 2/10 net 30")
        .contains("2026-05-26 payment 4704.00 USD\n  2026-05-26 discount taken 96.00 USD")
        .contains("discount of 96.00 USD on INV-1048 until 2026-05-27, if 4704.00 USD are paid")
        .contains("because nothing is owed: settled since 2026-05-26")
        .contains("because disputed since 2026-05-26 (goods arrived broken)")
        .contains(
            "the customer won the dispute (goods arrived broken) on 2026-06-10: a credit note of")
        .contains("because nothing is owed: settled since 2026-06-25")
        .contains("- last day to enforce LAPSE-1 at law: 2026-06-30")
        .contains("settled by delivery of LOST-1")
        .contains("Late and short: 999.50 EUR of 1000.00 EUR, paid 20 days late")
        .contains("the principal is settled since 2026-06-10; charges of 45.63 EUR stay owed")
        .contains("policy charges chased, 45.63 EUR overdue since 2026-06-10")
        .contains("settled within the tolerance since 2026-06-10: 0.50 EUR is a difference")
        .contains(
            "hold: 1200.00 EUR from ACME on 2026-06-27 may be this payment: held through"
                + " 2026-07-04; bank data go up to 2026-06-29; look again on 2026-07-05")
        .contains("act: reminder: 14 days past due was reached on 2026-06-24")
        .contains("LIMIT-1: block orders")
        .contains("orders blocked since 2026-06-30 by stop orders, for LIMIT-1")
        .contains("in segment partners, because contract is framework")
        .contains("hold: you collect by direct debit, and no collection has failed")
        .contains("act: try again: 1 day past due was reached on 2026-06-11")
        .contains("week of 2026-06-29: ")
        .contains("after which step")
        .contains("GB-CPB (bill): Commercial Payments Bill [HL]")
        .contains("owed: 3400.00 EUR, fees 40.00 EUR, interest 72.71 EUR: 3512.71 EUR");
  }
}
