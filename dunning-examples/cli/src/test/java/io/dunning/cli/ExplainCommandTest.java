package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExplainCommandTest extends CommandFixture {
  private static final String EXPLAIN = "explain --policy standard-b2b --as-of ";

  @Test
  void explainsACustomerAsText() throws IOException {
    ledger(ONE_INVOICE, "");
    assertThat(run(EXPLAIN + "2026-06-03 --customer A").out())
        .startsWith("I1: send reminder by email, friendly\n  as of 2026-06-03");
  }

  @Test
  void explainsAnInvoiceAsData() throws IOException {
    ledger(ONE_INVOICE, "");
    assertThat(rows(EXPLAIN + "2026-06-03 --invoice I1"))
        .hasSize(6)
        .contains(
            "2026-06-03,I1,act,yes,friendly reminder: 3 days past due was reached on 2026-06-03");
    assertThat(rows(EXPLAIN + "2026-06-01 --invoice I1"))
        .contains("2026-06-01,I1,wait,flip,would be friendly reminder from 2026-06-03");
  }

  @Test
  void wrapsAnExplanation() throws IOException {
    ledger(ONE_INVOICE, "");
    Run text = run(EXPLAIN + "2026-06-01 --invoice I1 --width 60");
    assertThat(text.out().lines()).allMatch(l -> l.length() <= 60);
    assertThat(text.out()).contains("~ would be friendly reminder from 2026-06-03");
  }

  @Test
  void ranksTheRoutesOfAnOldDebt() throws IOException {
    ledger("I1,A,2026-01-01,2026-01-31,,EUR,20000.00\n", "");
    assertThat(run("explain --policy endgame-b2b --as-of 2026-05-31 --invoice I1").out())
        .contains("  1. settle ")
        .contains("  2. agency ")
        .contains("  4. write off 0.00 EUR");
  }

  @Test
  void explainsWhatAStepCharges() throws IOException {
    ledger(
        "I1,A,2026-01-01,2026-01-31,,EUR,1000.00\n",
        "2026-02-05,I1,A,step-taken,,,Zahlungserinnerung,email,\n");
    assertThat(run("explain --policy german-b2b --as-of 2026-02-15 --invoice I1").out())
        .contains("I1: send notice 1 by letter and assess charges")
        .contains("owed 1000.00 EUR, fees 40.00 EUR, interest 4.22 EUR: 1044.22 EUR")
        .contains("assess fee 40.00 EUR on I1, interest 4.22 EUR on I1");
  }

  @Test
  void refusesStrangers() throws IOException {
    ledger("", "");
    assertThat(run(EXPLAIN + "2026-06-30 --invoice I1"))
        .isEqualTo(new Run(2, "", "--invoice: no such invoice: I1\n"));
    assertThat(run(EXPLAIN + "2026-06-30 --customer A"))
        .isEqualTo(new Run(2, "", "--customer: no such customer: A\n"));
  }
}
