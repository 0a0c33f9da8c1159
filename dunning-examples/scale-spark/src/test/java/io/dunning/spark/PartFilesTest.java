package io.dunning.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a folder are one table, whatever their names, columns and types. */
class PartFilesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final String PAYMENT = "'A', 'A-1', 2026-01-05, 'payment', ";

  private final SparkSession spark = Sparks.local();

  @TempDir Path folder;

  private Dataset<Row> table(String columns, String rows) {
    String dated = rows.replaceAll("(\\d{4}-\\d\\d-\\d\\d)", "DATE '$1'");
    return spark.sql("SELECT * FROM VALUES " + dated + " AS t" + columns);
  }

  /** Writes files of a table, each of one row, by name. */
  private void files(String columns, String... rows) throws Exception {
    for (int i = 0; i < rows.length; i++) {
      Path part = folder.resolve("part");
      table(columns, "(" + rows[i] + ")").coalesce(1).write().mode("overwrite").parquet("" + part);
      try (Stream<Path> all = Files.list(part)) {
        Path file = all.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
        String name = (char) ('a' + i) + ".parquet";
        Files.move(file, Files.createDirectories(folder.resolve("events")).resolve(name));
      }
    }
  }

  private List<String> decided() throws Exception {
    table(
            "(customer, invoice, issued, due, currency, minor)",
            "('A', 'A-1', 2026-01-01, 2026-02-01, 'EUR', 50000L)")
        .write()
        .mode("overwrite")
        .parquet(folder.resolve("invoices").toString());
    return Sparks.lines(
        SparkPortfolio.read(spark, folder.toString())
            .decisions(Sparks.policies("standard-b2b"), DAY, Reasons.DUE));
  }

  /** Which file, which column: Spark says neither. */
  @ParameterizedTest
  @CsvSource({"5L, 8.40, c, minor, BIGINT, 'DECIMAL(3,2)'", "5L, 'cash', c, minor, BIGINT, STRING"})
  void saysWhichFileHasAColumnOfAnotherType(
      String fits, String odd, String file, String column, String type, String found)
      throws Exception {
    String cell = odd.equals("cash") ? "'cash'" : odd;
    files("(customer, invoice, day, type, minor)", PAYMENT + fits, PAYMENT + fits, PAYMENT + cell);
    assertThatThrownBy(this::decided)
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage(
            "%s/events/%s.parquet: column %s must be %s: %s", folder, file, column, type, found);
  }

  /** Copies a file under the next letters. */
  private void copies(String file, int howMany) throws Exception {
    Path events = folder.resolve("events");
    for (int i = 1; i <= howMany; i++) {
      Files.copy(events.resolve(file + ".parquet"), events.resolve(file + i + ".parquet"));
    }
  }

  @Test
  void saysHowManyMoreFilesAreWrong() throws Exception {
    files("(customer, invoice, day, type, minor)", PAYMENT + "5L", PAYMENT + "'cash'");
    copies("b", 22);
    assertThatThrownBy(this::decided)
        .hasMessageContaining("events/b.parquet: column minor must be BIGINT: STRING\n")
        .hasMessageEndingWith("BIGINT: STRING\nand 3 more");
  }

  @Test
  void aFileIsNoJobOfItsOwn() throws Exception {
    files("(customer, invoice, day, type, minor)", PAYMENT + "5L", PAYMENT + "5");
    decided();
    copies("b", 30);
    SparkContext context = spark.sparkContext();
    context.setJobGroup("footers", "reads footers", false);
    try {
      SparkPortfolio.read(spark, folder.toString());
    } finally {
      context.clearJobGroup();
    }
    context.listenerBus().waitUntilEmpty();
    assertThat(context.statusTracker().getJobIdsForGroup("footers").length).isBetween(1, 15);
  }

  /** Whole numbers of two sizes, and types of a column that nobody reads. */
  @Test
  void filesWhoseTypesFitAreReadTogether() throws Exception {
    files(
        "(customer, invoice, day, type, minor, note)",
        PAYMENT + "20000L, 1",
        PAYMENT + "30000, 'paid'",
        PAYMENT + "CAST(1 AS SMALLINT), 2026-01-01");
    assertThat(decided()).singleElement().asString().startsWith("A||closed|closed|");
  }

  /** As Spark writes with partitionBy; the name of a folder is a column of its files. */
  @Test
  void filesInFoldersAreReadTogether() throws Exception {
    String columns = "(customer, invoice, type, minor)";
    files(columns, "'A', 'A-1', 'payment', 20000L", "'A', 'A-1', 'payment', 30000");
    Path events = folder.resolve("events");
    for (String each : List.of("a", "b")) {
      String name = each.equals("a") ? "day=2026-01-05" : "day=2026-01-06";
      Path day = Files.createDirectories(events.resolve(name));
      Files.move(events.resolve(each + ".parquet"), day.resolve(each + ".parquet"));
    }
    assertThat(decided()).singleElement().asString().startsWith("A||closed|closed|");
  }

  @Test
  void filesThatAreNoPartOfATableAreSkipped() throws Exception {
    files("(customer, invoice, day, type, minor)", PAYMENT + "1L", PAYMENT + "49999L");
    Path events = folder.resolve("events");
    assertThat(decided()).singleElement().asString().startsWith("A||closed|");
    for (String each : List.of("_b.parquet", ".b.parquet", "_x=b.parquet")) {
      Files.move(events.resolve("b.parquet"), events.resolve(each));
      assertThat(decided()).as(each).singleElement().asString().startsWith("A|A-1|act|");
      Files.move(events.resolve(each), events.resolve("b.parquet"));
    }
  }

  @Test
  void saysWhichFileIsNoParquetFile() throws Exception {
    Path events = Files.createDirectories(folder.resolve("events"));
    assertThatThrownBy(this::decided).hasMessage(events + ": has no Parquet files");
    Path cut = Files.writeString(events.resolve("a.parquet"), "PAR1");
    assertThatThrownBy(this::decided).hasMessage("file:" + cut + ": is no whole Parquet file");
  }

  /** The file that comes first may have fewer columns, or more. */
  @Test
  void allFilesOfATableHaveTheirColumns() {
    String events = folder.resolve("events").toString();
    table(
            "(customer, invoice, issued, due, currency, minor)",
            "('A', 'A-1', 2026-01-01, 2026-02-01, 'EUR', 50000L)")
        .write()
        .parquet(folder.resolve("invoices").toString());
    table("(customer, invoice, day, type)", "('A', 'A-1', 2026-01-05, 'dispute')")
        .write()
        .parquet(events);
    String hold = "{\"event\":{\"type\":\"hold\",\"date\":\"2026-01-05\",\"reason\":\"x\"}}";
    table("(customer, invoice, day, type)", "('A', 'A-1', 2026-01-05, 'other')")
        .withColumn("json", functions.lit(hold))
        .write()
        .mode("append")
        .parquet(events);
    assertThat(
            SparkPortfolio.read(spark, folder.toString())
                .decisions(Sparks.policies("standard-b2b"), DAY, Reasons.DUE)
                .collectAsList())
        .singleElement()
        .asString()
        .contains("A-1,hold,held");
  }
}
