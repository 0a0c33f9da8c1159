package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DuckDB does not say whether it handed out all rows or failed. */
class BatchReaderTest {
  private static final String FAILED = "DuckDB failed before it had handed out all rows";

  @TempDir Path folder;

  private static int accounts(BatchReader reader) {
    int all = 0;
    for (Batch each = reader.next(); each != null; each = reader.next()) {
      all += each.accounts();
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {" LIMIT 0", " LIMIT 7", " WHERE kind < 6"})
  void rowsThatBreakOffAreNoWholePart(String rest) throws Exception {
    Path portfolio = Runs.generated(folder.resolve("portfolio"), 20);
    try (SpillFolder spill = new SpillFolder(folder);
        Connection duck = Duck.reading(1, "500MB", spill)) {
      new Portfolio(portfolio).open(duck);
      String sql = SortedRows.marked("", "");
      try (BatchReader whole = new BatchReader(duck.prepareStatement(sql), 10)) {
        assertThat(accounts(whole)).isEqualTo(20);
        assertThat(whole.next()).isNull();
      }
      try (BatchReader part =
          new BatchReader(duck.prepareStatement("FROM (" + sql + ")" + rest), 10)) {
        assertThatThrownBy(() -> accounts(part))
            .isInstanceOf(BadPortfolioException.class)
            .hasMessageStartingWith(FAILED);
      }
    }
  }

  /** What was sorted on disk is damaged while rows are handed out. */
  @Test
  void aFaultOfTheDiskEndsTheRun() throws Exception {
    Path portfolio = Runs.generated(folder.resolve("portfolio"), 40_000);
    try (SpillFolder spill = new SpillFolder(folder);
        Connection duck = Duck.reading(1, "75MB", spill)) {
      new Portfolio(portfolio).open(duck);
      try (BatchReader reader = new BatchReader(duck, "", 1000)) {
        assertThat(spilled(spill.path().resolve("reading")))
            .isNotEmpty()
            .allSatisfy(BatchReaderTest::damage);
        assertThatThrownBy(() -> accounts(reader))
            .isInstanceOf(BadPortfolioException.class)
            .hasMessageStartingWith(FAILED);
      }
    }
  }

  private static List<Path> spilled(Path in) throws Exception {
    try (Stream<Path> all = Files.list(in)) {
      return all.filter(f -> f.toString().endsWith(".tmp")).toList();
    }
  }

  private static void damage(Path file) throws Exception {
    try (FileChannel all = FileChannel.open(file, StandardOpenOption.WRITE)) {
      all.truncate(0);
    }
  }
}
