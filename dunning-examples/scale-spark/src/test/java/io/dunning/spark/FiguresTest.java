package io.dunning.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.aging.AgingSchedule;
import io.dunning.json.DunningJson;
import io.dunning.portfolio.CollectionMetrics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Aging and metrics of the same ledger by the command line and by Spark: equal figures. */
class FiguresTest {
  private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);

  @TempDir static Path folder;
  private static Ledgers ledgers;
  private static SparkSession spark;

  @BeforeAll
  static void write() throws Exception {
    ledgers = Ledgers.full(folder, 200);
    spark = Sparks.local();
  }

  /** What a command of this module prints. It closes the session of the test. */
  private static String printed(String... args) {
    StringWriter out = new StringWriter();
    CommandLine command = DunningSpark.commandLine().setOut(new PrintWriter(out));
    assertThat(command.execute(args)).isZero();
    spark = Sparks.local();
    return out.toString();
  }

  private static String byCommandLine(String... args) throws Exception {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--ledger", ledgers.ledger(), "--format", "csv"));
    return Programs.dunning(all.toArray(String[]::new));
  }

  @Test
  void printsTheAgingOfTheCommandLine() throws Exception {
    String day = LEAP_DAY.toString();
    assertThat(printed("aging", ledgers.portfolio(), "--on", day, "--master", "local[2]"))
        .isEqualTo(byCommandLine("aging", "--as-of", day))
        .contains("EUR,credit,", "USD,total,");
  }

  @Test
  void agesByIssueDateInOtherBands() throws Exception {
    String day = "2025-03-30";
    assertThat(
            printed(
                "aging",
                ledgers.portfolio(),
                "--as-of",
                day,
                "--basis",
                "issue-date",
                "--bands",
                "10,400",
                "--parts",
                "8",
                "--master",
                "local[2]"))
        .isEqualTo(
            byCommandLine("aging", "--as-of", day, "--basis", "issue-date", "--bands", "10,400"));
  }

  @Test
  void agesEachCustomerAsTheCommandLineDoes() throws Exception {
    List<String> expected = new ArrayList<>();
    for (String line :
        byCommandLine("aging", "--as-of", "2025-10-26", "--by", "customer")
            .lines()
            .skip(1)
            .toList()) {
      // as_of, customer, currency, band, amount, count
      String[] cells = line.split(",");
      if (!cells[3].equals("total") && !cells[5].equals("0")) {
        String minor = new BigDecimal(cells[4]).movePointRight(2).toBigIntegerExact().toString();
        expected.add(String.join("|", cells[1], cells[2], cells[3], minor, cells[5]));
      }
    }
    Collections.sort(expected);
    for (int parts : new int[] {1, 2, 8}) {
      assertThat(
              Sparks.sorted(
                  SparkPortfolio.read(spark, ledgers.portfolio())
                      .inPartitions(parts)
                      .agingByCustomer(AgingSchedule.STANDARD, LocalDate.of(2025, 10, 26))))
          .isEqualTo(expected)
          .hasSizeGreaterThan(150);
    }
  }

  @Test
  void metricsAreThoseOfTheCommandLine() throws Exception {
    String day = "2024-10-27";
    TreeMap<String, String> expected = new TreeMap<>();
    for (String line : byCommandLine("metrics", "--as-of", day).lines().skip(1).toList()) {
      // as_of, currency, metric, value
      String[] cells = line.split(",", -1);
      expected.put(cells[1] + " " + cells[2], cells[3]);
    }
    List<CollectionMetrics> all =
        printed("metrics", ledgers.portfolio(), "--on", day, "--master", "local[2]")
            .lines()
            .map(line -> DunningJson.mapper().readValue(line, CollectionMetrics.class))
            .toList();
    assertThat(all).hasSize(2);
    for (CollectionMetrics each : all) {
      String of = each.currency() + " ";
      assertThat(each.receivables().amount()).hasToString(expected.get(of + "ar_total"));
      assertThat(each.overdue().amount()).hasToString(expected.get(of + "ar_overdue"));
      assertThat(each.salesOfMonth().amount()).hasToString(expected.get(of + "sales_month"));
      assertThat(each.dsoByCountBack()).hasToString(expected.get(of + "dso_countback"));
      assertThat(each.weightedDaysToPay().map(BigDecimal::toString).orElse(""))
          .isEqualTo(expected.get(of + "amount_weighted_days_to_pay_month"));
      assertThat(each.quarter().collectionEffectiveness().map(BigDecimal::toString).orElse(""))
          .isEqualTo(expected.get(of + "cei_quarter"));
    }
    for (int parts : new int[] {1, 8}) {
      assertThat(
              SparkPortfolio.read(spark, ledgers.portfolio())
                  .inPartitions(parts)
                  .metrics(LocalDate.parse(day))
                  .values())
          .containsExactlyElementsOf(all);
    }
  }

  @Test
  void nothingHasNoFigures() {
    SparkPortfolio none =
        SparkPortfolio.of(
            spark.read().parquet(ledgers.portfolio() + "/invoices").limit(0),
            spark.read().parquet(ledgers.portfolio() + "/events").limit(0),
            spark.read().parquet(ledgers.portfolio() + "/customers").limit(0));
    assertThat(none.aging(AgingSchedule.STANDARD, LEAP_DAY).lines()).isEmpty();
    assertThat(none.metrics(LEAP_DAY)).isEmpty();
  }
}
