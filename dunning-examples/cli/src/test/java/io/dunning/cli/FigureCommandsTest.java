package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that look at payments and disputes as a whole. */
class FigureCommandsTest extends CommandFixture {
  @BeforeEach
  void twoCustomersOneOfThemSlow() throws IOException {
    StringBuilder invoices = new StringBuilder();
    StringBuilder events = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      invoices.append("I%d,A,2026-0%d-01,2026-0%d-11,,EUR,100.00\n".formatted(i, i, i));
      events.append("2026-0%d-13,I%d,,payment,100.00,,,,\n".formatted(i, i));
    }
    invoices.append("I7,A,2026-06-20,2026-06-30,,EUR,100.00\n");
    invoices.append("J1,B,2026-05-01,2026-05-11,,EUR,200.00\n");
    events.append("2026-05-20,J1,,step-taken,,,notice,letter,\n");
    events.append("2026-06-02,J1,,payment,50.00,,,,\n");
    events.append("2026-06-20,J1,,dispute-opened,,,,,damaged\n");
    ledger(invoices.toString(), events.toString());
  }

  @Test
  void forecastPrintsTheCashOfEachWeek() {
    assertThat(rows("forecast --as-of 2026-06-30 --weeks 2"))
        .containsExactly(
            "EUR,week,2026-06-29,2026-07-05,100.00,100.00",
            "EUR,week,2026-07-06,2026-07-12,0.00,0.00",
            "EUR,later,,,0.00,0.00",
            "EUR,no day,,,150.00,150.00");
  }

  @Test
  void forecastPrintsEachDebtAndHowItsDayWasFound() {
    assertThat(rows("forecast --as-of 2026-06-30 --debts"))
        .containsExactly(
            "A,I7,EUR,100.00,2026-06-30,2026-07-02,2026-07-02,customer,6",
            "B,J1,EUR,150.00,2026-05-11,,,held,0");
  }

  @Test
  void forecastSaysOnAScreenWhatItCannotKnow() {
    assertThat(run("forecast --as-of 2026-06-30").out())
        .contains("Sales that are not invoiced yet are not in it.");
  }

  @Test
  void forecastIsTriedOnThePast() {
    assertThat(rows("forecast --as-of 2026-06-30 --weeks 2 --backtest 2026-06-05"))
        .containsExactly("EUR,1,1,2.0000,2.0000,100.0000,100.0000,100.00,100.00,100.00");
  }

  @Test
  void collectedPrintsWhatCameInAfterWhichStep() {
    assertThat(rows("collected --from 2026-05-01 --to 2026-06-30"))
        .containsExactly("EUR,after step,notice,letter,1,1,50.00", "EUR,without step,,,0,2,200.00");
    assertThat(rows("collected --from 2026-06-01 --to 2026-06-30 --window 12"))
        .containsExactly("EUR,without step,,,0,2,150.00");
  }

  @Test
  void changesPrintsWhoGotWorse() {
    assertThat(rows("changes --as-of 2026-06-30"))
        .containsExactly(
            "B,EUR,dispute opened,200.00,150.00,200.00,150.00,20,50,0.00,50.00,,,0,0,1");
    assertThat(rows("changes --as-of 2026-06-30 --all")).hasSize(2);
  }

  @Test
  void practicesPrintsHowLongInvoicesTook() {
    assertThat(rows("practices --from 2026-01-01 --to 2026-06-30"))
        .contains(
            "EUR,paid_count,6",
            "EUR,days_to_pay_median,12",
            "EUR,days_to_pay_p95,12",
            "EUR,within_30_percent_by_number,100.0000",
            "EUR,late_percent_by_value,100.0000",
            "EUR,overdue_unpaid_amount,150.00");
    assertThat(rows("practices --from 2026-01-01 --to 2026-06-30 --by customer"))
        .contains("A,EUR,paid_count,6", "B,EUR,paid_count,0");
  }

  @Test
  void disputesPrintsReasonsAndOutcomes() {
    assertThat(rows("disputes --from 2026-01-01 --to 2026-06-30"))
        .containsExactly("EUR,damaged,1,150.00,1,150.00,0,0.00,0,0,,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          collected --from 2026-06-30 --to 2026-06-01 | --to: is before --from 2026-06-30: 2026-06-01
          collected --from 2026-06-01 --to 2026-06-30 --window 0 | --window: must be 1 day or more: 0
          forecast --as-of 2026-06-30 --weeks 0 | --weeks: must be 1 to 260: 0
          forecast --as-of 2026-06-30 --debts --backtest 2026-05-01 | --debts: does not work with --backtest
          changes --as-of 2026-06-30 --days-later 0 | --days-later, --overdue-growth: not 1 day or more
          """)
  void refusesWhatMakesNoSense(String command, String error) {
    Run run = run(command);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith(error);
  }
}
