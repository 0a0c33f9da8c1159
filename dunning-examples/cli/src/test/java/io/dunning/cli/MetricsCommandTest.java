package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsCommandTest extends CommandFixture {
  @BeforeEach
  void twoInvoicesAndAPayment() throws IOException {
    ledger(
        """
        I1,A,2026-03-01,2026-03-31,,EUR,100.00
        I2,A,2026-02-01,2026-03-03,,EUR,50.00
        """,
        "2026-03-13,I2,,payment,50.00,,,,\n");
  }

  @Test
  void measuresCollecting() {
    assertThat(run("metrics --as-of 2026-03-31 --format csv").out())
        .startsWith(
            """
            as_of,currency,metric,value
            2026-03-31,EUR,ar_total,100.00
            2026-03-31,EUR,ar_not_due,100.00
            2026-03-31,EUR,ar_overdue,0.00
            2026-03-31,EUR,sales_month,100.00
            2026-03-31,EUR,sales_90d,150.00
            2026-03-31,EUR,dso_month,31.0000
            2026-03-31,EUR,dso_90d,60.0000
            """)
        .contains("2026-03-31,EUR,overdue_weighted_days_past_due,\n")
        .contains("2026-03-31,EUR,avg_days_late_paid_month,10.0000\n");
  }

  @Test
  void measuresHowCustomersPay() {
    assertThat(run("metrics --as-of 2026-03-31 --by customer --format csv").out())
        .startsWith(
            """
            as_of,customer,currency,metric,value
            2026-03-31,A,EUR,invoices,2
            2026-03-31,A,EUR,settled,1
            2026-03-31,A,EUR,late,1
            2026-03-31,A,EUR,late_ratio,1.0000
            """)
        .endsWith("2026-03-31,A,EUR,band,unknown\n");
  }

  /** By hand: 50.00 was open from February on, 100.00 was invoiced in March, 50.00 was paid. */
  @Test
  void measuresMonthAndQuarter() {
    assertThat(rows("metrics --as-of 2026-03-31"))
        .contains(
            "2026-03-31,EUR,amount_weighted_days_to_pay_month,40.0000",
            "2026-03-31,EUR,on_time_share_month,0.0000",
            "2026-03-31,EUR,ar_opening_month,50.00",
            // (50 + 100) / 2 * 31 / 100
            "2026-03-31,EUR,dso_average_month,23.2500",
            "2026-03-31,EUR,turnover_month,1.3333",
            "2026-03-31,EUR,ar_opening_quarter,0.00",
            "2026-03-31,EUR,sales_quarter,150.00",
            // (0 + 100) / 2 * 90 / 150
            "2026-03-31,EUR,dso_average_quarter,30.0000",
            "2026-03-31,EUR,turnover_quarter,3.0000",
            "2026-03-31,EUR,dso_quarter,60.0000",
            "2026-03-31,EUR,cei_quarter,100.0000");
  }

  /** Of two invoices settled late, one had been disputed: it says nothing about paying on time. */
  @Test
  void leavesDisputedInvoicesOutOfTheOnTimeShare() throws IOException {
    ledger(
        """
        I1,A,2026-02-01,2026-03-03,,EUR,50.00
        I2,A,2026-02-01,2026-03-31,,EUR,50.00
        """,
        """
        2026-02-20,I1,,dispute-opened,,,,,price
        2026-03-13,I1,,payment,50.00,,,,
        2026-03-13,I2,,payment,50.00,,,,
        """);
    assertThat(rows("metrics --as-of 2026-03-31"))
        .contains("2026-03-31,EUR,on_time_share_month,100.0000");
  }

  @Test
  void saysWhenACustomerPays() {
    assertThat(rows("metrics --as-of 2026-04-30 --by customer"))
        .contains(
            "2026-04-30,A,EUR,amount_weighted_days_vs_due,10.0000",
            "2026-04-30,A,EUR,usual_day_of_month,",
            "2026-04-30,A,EUR,last_settled,2026-03-13",
            "2026-04-30,A,EUR,overdue,1",
            "2026-04-30,A,EUR,long_overdue,0");
  }

  /** Every figure that is printed is explained. */
  @ParameterizedTest
  @ValueSource(strings = {"currency", "customer"})
  void isDocumented(String by) throws IOException {
    String page = Files.readString(Path.of("../../docs/reference/ledger-format.md"));
    assertThat(rows("metrics --as-of 2026-03-31 --by " + by))
        .map(row -> row.split(",")[by.equals("currency") ? 2 : 3])
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }
}
