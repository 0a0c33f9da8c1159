package io.dunning.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** One account has most of the invoices. Property {@code skew}: how many (50,000 by default). */
class SkewTest {
  private static final int INVOICES = Integer.getInteger("skew", 50_000);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  /** BIG has nine of ten invoices, and has paid half of them; each of the others has one. */
  private static SparkPortfolio skewed(SparkSession spark) {
    Dataset<Row> invoices =
        spark
            .range(INVOICES)
            .select(
                when(col("id").mod(10).equalTo(0), expr("'C-' || id"))
                    .otherwise("BIG")
                    .as("customer"),
                expr("format_string('I-%08d', id)").as("invoice"),
                expr("date_sub(DATE '2026-11-27', CAST(id % 300 AS INT))").as("issued"),
                expr("date_sub(DATE '2026-11-27', CAST(id % 300 AS INT) - 30)").as("due"),
                lit("EUR").as("currency"),
                lit(10_000L).as("minor"));
    Dataset<Row> events =
        invoices
            .where("customer = 'BIG' AND CAST(substring(invoice, 3) AS INT) % 2 = 0")
            .selectExpr(
                "customer", "invoice", "DATE '2026-11-27' AS day", "'payment' AS type", "minor");
    Dataset<Row> customers = spark.emptyDataFrame().selectExpr("'' AS customer", "'' AS json");
    return SparkPortfolio.of(invoices, events, customers).inPartitions(4);
  }

  @Test
  void oneAccountMayHaveMostOfTheInvoices() {
    SparkPortfolio portfolio = skewed(Sparks.local());
    // the policy decides about invoices one by one
    Dataset<Row> rows = portfolio.decisions(Sparks.policies("standard-b2b"), DAY, Reasons.NONE);
    long open = 0;
    for (int id = 0; id < INVOICES; id++) {
      open += id % 10 != 0 && id % 2 != 0 ? 1 : 0;
    }
    assertThat(rows.where("customer = 'BIG'").count()).isEqualTo(open);
    assertThat(rows.where("customer <> 'BIG'").count()).isEqualTo(INVOICES / 10);
    AgingReport aging = portfolio.aging(AgingSchedule.STANDARD, DAY);
    assertThat(aging.totals().get(CurrencyUnit.of("EUR")).totalCount())
        .isEqualTo(open + INVOICES / 10);
  }
}
