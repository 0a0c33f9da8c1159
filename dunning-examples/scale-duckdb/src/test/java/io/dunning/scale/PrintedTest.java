package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands print about what they did. */
class PrintedTest {
  @TempDir Path folder;

  private List<String> printed(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    System.setOut(new PrintStream(all, true, StandardCharsets.UTF_8));
    try {
      assertThat(Scale.run(args)).isZero();
    } finally {
      System.setOut(before);
    }
    return all.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void agesAsSqlOfDuckDbDoes() throws Exception {
    String portfolio = Runs.generated(folder.resolve("portfolio"), 500).toString();
    String out = folder.resolve("measured").toString();
    String day = Runs.DAY.minusDays(40).toString();
    List<String> said =
        printed("bench-aging", "--portfolio", portfolio, "--as-of", day, "--out", out);
    assertThat(said.get(0)).startsWith("SQL of DuckDB ");
    assertThat(said.get(said.size() - 1)).endsWith("; rows that differ: 0");
  }

  /** With reasons for all, they do not tell what is due. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "due", "all"})
  void showsWhatIsDueFirst(String reasons) throws Exception {
    String portfolio = Runs.generated(folder.resolve("portfolio"), 300).toString();
    String run = folder.resolve("run").toString();
    String day = Runs.DAY.toString();
    printed(
        ("decide --portfolio " + portfolio + " --policy standard-b2b --on " + day)
            .concat(" --reasons " + reasons + " --out " + run)
            .split(" "));
    List<String> due =
        Runs.lines("SELECT 1 FROM '" + run + "/part-*.parquet' WHERE verdict = 'act'");
    assertThat(due).hasSizeGreaterThan(2);
    List<String> shown = printed("show", run, "--most", "" + (due.size() + 1));
    assertThat(shown.subList(1, due.size() + 1)).allMatch(row -> row.contains(" | act | "));
    assertThat(shown.get(due.size() + 1)).doesNotContain(" | act | ");
  }

  @Test
  void saysWhatWasDoneAndHowToLookAtIt() throws Exception {
    String portfolio = Runs.generated(folder.resolve("portfolio"), 50).toString();
    String run = folder.resolve("run").toString();
    List<String> said =
        printed(
            "decide",
            "--portfolio",
            portfolio,
            "--policy",
            "standard-b2b",
            "--on",
            Runs.DAY.toString(),
            "--out",
            run);
    assertThat(said.get(0)).startsWith("decided about 50 accounts: ");
    assertThat(said.get(2)).isEqualTo("See: dunning-scale show " + run);
    String sql = said.get(3).substring("In DuckDB: ".length());
    assertThat(Runs.lines(sql)).isNotEmpty().allMatch(row -> row.contains("|act|"));
    assertThat(printed("show", run, "--most", "1"))
        .hasSize(2)
        .first()
        .isEqualTo("customer | invoices | verdict | step | review_on | reason or rule");
    Path aging = folder.resolve("aging.parquet");
    List<String> aged =
        printed(
            "aging",
            "--portfolio",
            portfolio,
            "--as-of",
            Runs.DAY.toString(),
            "--out",
            aging.toString());
    assertThat(aged).containsExactly("wrote " + aging, "In DuckDB: FROM '" + aging + "'");
  }
}
