package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run says row by row how far it has come. */
class RunWatcherTest {
  @TempDir Path folder;

  /** Notes what it is told, and stops the run once so many parts are done. */
  private static final class Notes implements RunWatcher {
    private final int most;
    private long[] counted;
    private long[] decided;
    private int part;
    private final Set<Integer> begun = new TreeSet<>();
    private final Set<Integer> sorted = new TreeSet<>();
    private final List<Long> steps = new ArrayList<>();

    Notes(int most) {
      this.most = most;
    }

    @Override
    public boolean wantsCounts() {
      return true;
    }

    @Override
    public void counted(long[] rowsOfParts) {
      counted = rowsOfParts.clone();
      decided = new long[counted.length];
    }

    @Override
    public void notCounted(int parts) {
      decided = new long[parts];
    }

    @Override
    public void partBegins(int which) {
      part = which;
      begun.add(which);
    }

    @Override
    public void partSorted() {
      assertThat(decided[part]).isZero();
      assertThat(sorted.add(part)).isTrue();
    }

    @Override
    public void rowsDecided(long rows) {
      assertThat(sorted).contains(part);
      decided[part] += rows;
      steps.add(rows);
    }

    @Override
    public void partsDone(int parts) {
      if (parts == most) {
        throw new IllegalStateException("stopped");
      }
    }
  }

  private Notes run(DecisionRun.Question question, String out) throws Exception {
    Notes notes = new Notes(-1);
    new DecisionRun(question, Runs.means(2)).into(folder.resolve(out), notes);
    if (notes.counted != null) {
      assertThat(notes.decided).isEqualTo(notes.counted);
    }
    return notes;
  }

  @ParameterizedTest
  @CsvSource({"false, 1", "true, 1", "true, 3"})
  void tellsHowManyOfTheCountedRowsAreDone(boolean isAfter, int parts) throws Exception {
    Path portfolio = Runs.generated(folder.resolve("portfolio"), 300);
    Path monday = folder.resolve("monday");
    Notes all = run(Runs.question(portfolio, "standard-b2b", Runs.DAY, 1), "monday");
    assertThat(all.steps).hasSizeGreaterThan(3);
    Notes some =
        run(
            Runs.question(
                portfolio,
                "standard-b2b",
                Runs.DAY.plusDays(1),
                parts,
                Reasons.DUE,
                isAfter ? monday : null),
            "tuesday");
    assertThat(some.begun).hasSize(parts);
    if (isAfter) {
      assertThat(some.counted).as("read once").isNull();
      assertThat(LongStream.of(some.decided).sum()).isBetween(10L, all.counted[0] / 2);
    } else {
      assertThat(some.counted).isEqualTo(all.counted);
    }
  }

  @Test
  void countsNothingOfPartsThatAreDone() throws Exception {
    Path portfolio = Runs.generated(folder.resolve("portfolio"), 100);
    DecisionRun.Question question = Runs.question(portfolio, "standard-b2b", Runs.DAY, 4);
    Notes first = new Notes(3);
    assertThatThrownBy(
            () -> new DecisionRun(question, Runs.means(2)).into(folder.resolve("out"), first))
        .hasMessage("stopped");
    Notes rest = run(question, "out");
    assertThat(rest.begun).containsExactly(3);
    assertThat(rest.counted).containsExactly(0, 0, 0, first.counted[3]);
    assertThat(first.counted[3]).isPositive();
    assertThat(run(question, "out").counted).containsOnly(0);
  }

  @Test
  void aCsvIsNotParsedOnceMoreToCountItsRows() throws Exception {
    Path portfolio = Runs.generated(folder.resolve("portfolio"), 100);
    long rows = run(Runs.question(portfolio, "standard-b2b", Runs.DAY, 1), "all").counted[0];
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      Path events = portfolio.resolve("events");
      Path csv = portfolio.resolve("events.csv");
      sql.execute("COPY (FROM " + Duck.parquets(events, "part-") + ") TO '" + csv + "' (HEADER)");
      Files.move(events, folder.resolve("events"));
    }
    Notes notes = run(Runs.question(portfolio, "standard-b2b", Runs.DAY, 2), "out");
    assertThat(notes.counted).isNull();
    assertThat(LongStream.of(notes.decided).sum()).isEqualTo(rows);
  }
}
