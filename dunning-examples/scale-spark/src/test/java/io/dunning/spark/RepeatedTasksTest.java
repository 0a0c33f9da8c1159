package io.dunning.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that fail and are repeated, and runs that were killed, give the same rows. */
class RepeatedTasksTest {
  @TempDir static Path folder;
  private static SparkSession spark;
  private static Dataset<Row> rows;

  @BeforeAll
  static void write() throws Exception {
    Ledgers ledgers = Ledgers.full(folder, 150);
    spark = Sparks.local();
    rows =
        SparkPortfolio.read(spark, ledgers.portfolio())
            .inPartitions(2)
            .decisions(Sparks.policies("standard-b2b"), LocalDate.of(2025, 3, 30), Reasons.DUE);
  }

  private static void write(Dataset<Row> from, String out) {
    OutFolder.of(spark, out).write(from);
  }

  @Test
  void tasksThatFailOnceGiveTheSameRows() {
    List<String> expected = Sparks.sorted(rows);
    String out = folder.resolve("repeated").toString();
    int before = Troubled.FAILURES.get();
    write(new Troubled(20, Troubled.Trouble.FAILS).in(rows), out);
    assertThat(Troubled.FAILURES.get() - before).isEqualTo(2);
    assertThat(Sparks.sorted(spark.read().parquet(out)))
        .isEqualTo(expected)
        .hasSizeGreaterThan(140);
  }

  @Test
  void whatAKilledRunLeftIsWrittenAgain() throws Exception {
    String out = folder.resolve("killed").toString();
    Files.createDirectories(Path.of(out, "_temporary", "0"));
    Files.writeString(Path.of(out, "part-00000-of-before.snappy.parquet"), "half a file");
    write(rows, out);
    assertThat(Sparks.sorted(spark.read().parquet(out))).isEqualTo(Sparks.sorted(rows));
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
        .hasMessageEndingWith(": is no folder that a run left: mine.txt is in it");
    assertThat(new File(out).list()).contains("_SUCCESS");
    assertThat(mine.resolve("mine.txt")).hasContent("mine");
  }
}
