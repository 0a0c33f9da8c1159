package io.dunning.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that fail and are repeated, and runs that were killed, give the same rows. */
class RepeatedTasksTest {
  @TempDir static Path folder;
  private static SparkSession spark;
  private static String portfolio;
  private static Dataset<Row> rows;

  @BeforeAll
  static void write() throws Exception {
    Ledgers ledgers = Ledgers.full(folder, 150);
    portfolio = ledgers.portfolio();
    spark = Sparks.local();
    rows =
        SparkPortfolio.read(spark, portfolio)
            .inPartitions(2)
            .decisions(Sparks.policies("standard-b2b"), LocalDate.of(2025, 3, 30), Reasons.DUE);
  }

  private static void write(Dataset<Row> from, String out) {
    OutFolder.of(spark, out, portfolio).write(from);
  }

  @Test
  void tasksThatFailOnceGiveTheSameRows() {
    List<String> expected = Sparks.sorted(rows);
    String out = folder.resolve("repeated").toString();
    int before = Troubled.FAILURES.get();
    write(new Troubled(20).in(rows), out);
    assertThat(Troubled.FAILURES.get() - before).isEqualTo(2);
    assertThat(Sparks.sorted(spark.read().parquet(out)))
        .isEqualTo(expected)
        .hasSizeGreaterThan(140);
  }

  /** A run whose task fails too often leaves what a killed one leaves, and half a file by hand. */
  @Test
  void whatAKilledRunLeftIsWrittenAgain() throws Exception {
    String out = folder.resolve("killed").toString();
    MapPartitionsFunction<Row, Row> breaks =
        all -> {
          throw new IllegalStateException("a machine broke");
        };
    Dataset<Row> broken = rows.mapPartitions(breaks, Encoders.row(rows.schema()));
    assertThatThrownBy(() -> write(broken, out)).hasRootCauseMessage("a machine broke");
    Files.createDirectories(Path.of(out, "_temporary", "0"));
    Files.writeString(Path.of(out, "part-00000-of-before.snappy.parquet"), "half a file");
    write(rows, out);
    assertThat(Sparks.sorted(spark.read().parquet(out))).isEqualTo(Sparks.sorted(rows));
    assertThat(new File(out).list()).contains("_SUCCESS").noneMatch(n -> n.contains("unfinished"));
  }

  @Test
  void aTableThatNoRunWroteIsLeftAlone() throws Exception {
    Path table = Files.createDirectories(folder.resolve("portfolio-of-tomorrow/events"));
    Path part = Files.writeString(table.resolve("part-00000.parquet"), "events");
    assertThatThrownBy(() -> write(rows, table.toString()))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage(
            table
                + ": is no folder that a stopped run left: part-00000.parquet is in it\n"
                + "Maybe write to another folder");
    assertThat(part).hasContent("events");
    assertThat(table.toFile().list()).containsExactly("part-00000.parquet");
  }

  @Test
  void nothingIsWrittenIntoThePortfolio() {
    String out = portfolio + "/../portfolio/decisions";
    assertThatThrownBy(() -> write(rows, out))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage(out + ": lies in the portfolio\nMaybe write to another folder");
    assertThat(new File(portfolio, "decisions")).doesNotExist();
    String beside = portfolio + "-decisions";
    write(rows.limit(3), beside);
    assertThat(new File(beside, "_SUCCESS")).exists();
  }

  @Test
  void anEmptyFolderMayBeWritten() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    write(rows.limit(3), empty.toString());
    assertThat(spark.read().parquet(empty.toString()).count()).isEqualTo(3);
  }

  /** Spark had told that all is there; the mark tells that the run did not end. */
  @Test
  void whatWasKilledBeforeItsMarkWasGoneIsWrittenAgain() throws Exception {
    Path out = folder.resolve("marked");
    write(rows.limit(3), out.toString());
    Path mark = Files.createFile(out.resolve("_unfinished-dunning-run"));
    assertThat(out.resolve("_SUCCESS")).exists();
    write(rows.limit(2), out.toString());
    assertThat(spark.read().parquet(out.toString()).count()).isEqualTo(2);
    assertThat(mark).doesNotExist();
    assertThat(out.resolve("_SUCCESS")).exists();
  }

  @Test
  void aWholeRunAndOtherFilesAreLeftAlone() throws Exception {
    String out = folder.resolve("whole").toString();
    write(rows.limit(3), out);
    assertThatThrownBy(() -> write(rows, out))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageEndingWith(": holds a whole run\nMaybe write to another folder");
    Path mine = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(mine.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> write(rows, mine.toString()))
        .hasMessageContaining(": is no folder that a stopped run left: mine.txt is in it");
    assertThat(new File(out).list()).contains("_SUCCESS");
    assertThat(mine.resolve("mine.txt")).hasContent("mine");
  }
}
