package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CompareCommandTest extends CommandFixture {
  private static final String INVOICES = "INV-1,C-1,2026-04-01,2026-05-01,,EUR,900.00\n";

  @Test
  void fitsOnAScreen() {
    Run run = dunning("compare", "courteous-consumer", "german-b2b");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().count()).isLessThan(40);
    assertThat(run.out())
        .contains("courteous-consumer -> german-b2b")
        .contains("grace: 5 days of grace -> 0 days of grace")
        .contains("contacted ");
  }

  @Test
  void aPolicyDoesNotDifferFromItself() {
    assertThat(dunning("compare", "german-b2b", "german-b2b").out())
        .contains("no rule differs")
        .contains("no debtor is treated otherwise");
  }

  @Test
  void reportsTheFirstDayOnALedger() throws IOException {
    ledger(INVOICES, "");
    Run run = run("compare courteous-consumer german-b2b --on 2026-06-05");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("courteous-consumer -> german-b2b on 2026-06-05")
        .contains("at stake: 900.00 EUR");
    assertThat(run("compare courteous-consumer german-b2b").code()).isEqualTo(2);
  }

  @Test
  void coverageSaysWhatALedgerLeavesOut() throws IOException {
    ledger(INVOICES, "");
    Run run = run("coverage --policy courteous-consumer --from 2026-04-01 --to 2026-12-31");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("final notice")
        .contains("not exercised: verdict hold: never given");
  }

  @Test
  void backtestSetsPoliciesBesideEachOther() throws IOException {
    ledger(INVOICES, "2026-05-09,INV-1,,payment,900.00,,,,\n");
    Run run =
        run(
            "backtest --policy courteous-consumer,german-b2b --from 2026-04-01 --to 2026-12-31"
                + " --soon 5");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("customers contacted").contains("cannot know");
    assertThat(run("backtest --policy german-b2b --from 2026-04-01 --to 2026-01-01").code())
        .isEqualTo(2);
  }
}
