package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
}
