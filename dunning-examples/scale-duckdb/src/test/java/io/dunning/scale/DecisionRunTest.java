package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionRunTest {
  private static final String POLICY = "standard-b2b";

  @TempDir static Path shared;
  private static Path portfolio;

  @TempDir Path folder;

  @BeforeAll
  static void generate() throws Exception {
    portfolio = Runs.generated(shared.resolve("portfolio"), 2000);
  }

  private Path run(String name, int parts, int threads) throws Exception {
    Path out = folder.resolve(name);
    Runs.decide(Runs.question(portfolio, POLICY, Runs.DAY, parts), out, threads);
    return out;
  }

  @Test
  void decidesAboutEveryCustomer() throws Exception {
    Path run = run("run", 2, 2);
    assertThat(
            Runs.lines(
                "SELECT count(DISTINCT customer), count(DISTINCT verdict), count(reason) > 50 FROM"
                    + " read_parquet('"
                    + run
                    + "/part-*.parquet')"))
        .containsExactly("2000|7|true");
  }

  /** With all reasons, an account is made of every customer, whatever columns tell. */
  @Test
  void whatColumnsTellIsDecidedAsWholeAccountsAre() throws Exception {
    Path whole = folder.resolve("whole");
    Runs.decide(Runs.question(portfolio, POLICY, Runs.DAY, 1, Reasons.ALL, null), whole, 2);
    String decisions =
        "SELECT customer, invoice, verdict, rule, step, review_on FROM (%s) ORDER BY ALL"
            + " NULLS FIRST";
    assertThat(Runs.lines(decisions.formatted(current(run("run", 1, 2)))))
        .isEqualTo(Runs.lines(decisions.formatted(current(whole))))
        .filteredOn(line -> line.contains("||closed|"))
        .hasSizeGreaterThan(400);
  }

  @Test
  void saysWhatWasDecided() throws Exception {
    DecisionRun.Question question = Runs.question(portfolio, POLICY, Runs.DAY, 1);
    Path out = folder.resolve("told");
    RunSummary done = Runs.decide(question, out, 1);
    assertThat(done.inWords())
        .startsWith("decided about 2,000 accounts: ")
        .contains(done.verdicts().get("act") + " act, ");
    assertThat(Runs.decide(question, out, 1).inWords())
        .isEqualTo(
            done.inWords()
                .replace(
                    "accounts: ", "accounts, 2,000 of them in 1 part that was there already: "));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void theFilesDoNotDependOnTheNumberOfThreads(int threads) throws Exception {
    assertThat(Runs.bytes(run("many", 3, threads))).isEqualTo(Runs.bytes(run("one", 3, 1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void theDecisionsDoNotDependOnTheNumberOfParts(int parts) throws Exception {
    assertThat(Runs.current(run("many", parts, 2))).isEqualTo(Runs.current(run("one", 1, 2)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void theFilesDoNotDependOnTheOrderOfTheRows(int parts) throws Exception {
    Path shuffled = folder.resolve("shuffled");
    for (String table : List.of("invoices", "events", "customers")) {
      Files.createDirectories(shuffled.resolve(table));
      for (int half = 0; half < 2; half++) {
        Runs.run(
            "COPY (SELECT * FROM read_parquet('%s/%s/*.parquet') rows WHERE hash(rows) %% 2 = %d"
                    .formatted(portfolio, table, half)
                + " ORDER BY hash(rows)) TO '%s/%s/%d.parquet' (FORMAT parquet)"
                    .formatted(shuffled, table, half));
      }
    }
    Path out = folder.resolve("of-shuffled");
    Runs.decide(Runs.question(shuffled, POLICY, Runs.DAY, parts), out, 2);
    assertThat(parts(out)).isEqualTo(parts(run("in-order", parts, 1)));
  }

  private static TreeMap<String, String> parts(Path run) throws Exception {
    TreeMap<String, String> all = Runs.bytes(run);
    all.remove("run.properties"); // names the files of the portfolio
    return all;
  }

  @Test
  void aRunThatWasStoppedGoesOnWhereItWas() throws Exception {
    DecisionRun.Question question = Runs.question(portfolio, POLICY, Runs.DAY, 5);
    Path out = folder.resolve("stopped");
    assertThatThrownBy(
            () ->
                new DecisionRun(question, Runs.means(2))
                    .into(
                        out,
                        done -> {
                          if (done == 2) {
                            throw new IllegalStateException("stopped");
                          }
                        }))
        .hasMessage("stopped");
    Files.writeString(out.resolve("part-00002.parquet.unfinished"), "half a file");
    RunSummary rest = Runs.decide(question, out, 2);
    assertThat(rest.partsBefore()).isEqualTo(2);
    assertThat(rest.accounts()).isEqualTo(2000);
    assertThat(rest.accountsBefore()).isBetween(600L, 1000L);
    Files.deleteIfExists(out.resolve("part-00002.parquet.unfinished"));
    Path whole = folder.resolve("whole");
    assertThat(rest.verdicts()).isEqualTo(Runs.decide(question, whole, 2).verdicts());
    assertThat(Runs.bytes(out)).isEqualTo(Runs.bytes(whole));
  }

  /** As a fault of the disk, or of the power, leaves a part. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.0001, 0.5, 0.999})
  void aPartThatBreaksOffIsDoneAgain(double share) throws Exception {
    DecisionRun.Question question = Runs.question(portfolio, POLICY, Runs.DAY, 2);
    Path out = run("cut", 2, 1);
    TreeMap<String, String> whole = Runs.bytes(out);
    try (FileChannel part =
        FileChannel.open(out.resolve("part-00001.parquet"), StandardOpenOption.WRITE)) {
      part.truncate((long) (share * part.size()));
    }
    assertThatThrownBy(() -> RunFolder.finished(out))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageStartingWith(out + ": has 1 of 2 parts");
    assertThat(Runs.decide(question, out, 1).partsBefore()).isEqualTo(1);
    assertThat(Runs.bytes(out)).isEqualTo(whole);
  }

  /** The hash of another version may put accounts into other parts. */
  @Test
  void aRunBelongsToAVersionOfDuckDb() throws Exception {
    Path out = run("run", 1, 1);
    Path told = out.resolve("run.properties");
    Files.writeString(
        told, Files.readString(told).replaceAll("(?m)^duckdb = .*$", "duckdb = v1.0.0"));
    assertThatThrownBy(() -> run("run", 1, 1))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageStartingWith(out + ": holds a run by DuckDB v1.0.0");
  }

  @Test
  void aFolderHoldsOneRun() throws Exception {
    Path out = run("run", 1, 1);
    DecisionRun.Question other =
        Runs.question(portfolio, "small-business", Runs.DAY.plusDays(1), 1);
    assertThatThrownBy(() -> Runs.decide(other, out, 1))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageContaining("holds a run of another day: 2026-11-27")
        .hasMessageContaining("holds a run with other policies, of the fingerprints ")
        .hasMessageContaining("Maybe write to another folder");
  }

  @Test
  void aRunAfterAnotherIsNoRunOfAllAccounts() throws Exception {
    Path monday = run("monday", 1, 1);
    Path tuesday = folder.resolve("tuesday");
    LocalDate next = Runs.DAY.plusDays(1);
    Runs.decide(Runs.question(portfolio, POLICY, next, 1, Reasons.DUE, monday), tuesday, 1);
    assertThatThrownBy(() -> Runs.decide(Runs.question(portfolio, POLICY, next, 1), tuesday, 1))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageStartingWith(tuesday + ": holds a run after another: " + monday);
  }

  @Test
  void aFolderWithOtherFilesIsLeftAlone() throws Exception {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> Runs.decide(Runs.question(portfolio, POLICY, Runs.DAY, 1), folder, 1))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageContaining("is not empty and holds no run");
  }

  /** Every day only the accounts are decided about that need it; all others stay as they were. */
  @Test
  void dayByDayIsTheSameAsAllAtOnce() throws Exception {
    Path small = Runs.generated(folder.resolve("small"), 150);
    LocalDate first = Runs.DAY.minusDays(Integer.getInteger("scale.days", 25));
    Path last = folder.resolve("day-0");
    Runs.decide(Runs.question(small, POLICY, first, 2), last, 1);
    long decided = 0;
    int days = 0;
    for (LocalDate day = first.plusDays(1); !day.isAfter(Runs.DAY); day = day.plusDays(1)) {
      Path next = folder.resolve("day-" + ++days);
      decided +=
          Runs.decide(Runs.question(small, POLICY, day, 1, Reasons.DUE, last), next, 1).accounts();
      Path whole = folder.resolve("whole-" + days);
      Runs.decide(Runs.question(small, POLICY, day, 1), whole, 1);
      assertThat(withoutReasons(next)).as("on %s", day).isEqualTo(withoutReasons(whole));
      last = next;
    }
    assertThat(decided).isLessThan(150L * days * 2 / 3);
  }

  @Test
  void whoIsNewIsDecidedAboutAndWhoVanishedIsRefused() throws Exception {
    Path small = Runs.generated(folder.resolve("small[1]"), 20);
    Path more = Runs.generated(folder.resolve("more"), 30);
    Path monday = folder.resolve("monday[*]");
    Path tuesday = folder.resolve("tuesday");
    Runs.decide(Runs.question(small, POLICY, Runs.DAY, 1), monday, 1);
    Runs.decide(Runs.question(more, POLICY, Runs.DAY, 1, Reasons.DUE, monday), tuesday, 1);
    assertThat(Runs.lines("SELECT count(DISTINCT customer) FROM (" + current(tuesday) + ")"))
        .containsExactly("30");
    assertThatThrownBy(
            () ->
                Runs.decide(
                    Runs.question(small, POLICY, Runs.DAY, 1, Reasons.DUE, tuesday),
                    folder.resolve("wednesday"),
                    1))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageContaining("customers of the earlier run are not in the portfolio: 10, such as");
  }

  private static String current(Path run) throws Exception {
    return RunFolder.finished(run).current();
  }

  /** A reason can name amounts and ages, which are not part of a decision. */
  private static List<String> withoutReasons(Path run) throws Exception {
    return Runs.lines(
        "SELECT customer, invoice, verdict, rule, step, review_on, invoices, actions, channel FROM"
            + " ("
            + RunFolder.finished(run).current()
            + ") ORDER BY ALL NULLS FIRST");
  }

  @Test
  void oneAccountMayHaveMostOfTheInvoices() throws Exception {
    Path skewed = folder.resolve("skewed");
    int invoices = 50_000;
    try (SpillFolder spill = new SpillFolder();
        TableFile out = new TableFile(spill)) {
      for (int i = 0; i < invoices; i++) {
        LocalDate issued = Runs.DAY.minusDays(i % 300);
        out.invoice(
            "BIG",
            String.format("B-%06d", i),
            issued,
            issued.plusDays(30),
            "EUR",
            10_000,
            null,
            issued);
      }
      out.invoice("SMALL", "S-1", Runs.DAY, Runs.DAY.plusDays(30), "EUR", 10_000, null, Runs.DAY);
      out.write(skewed, "part");
    }
    RunSummary done =
        Runs.decide(
            Runs.question(skewed, POLICY, Runs.DAY, 1, Reasons.NONE, null),
            folder.resolve("out"),
            2);
    assertThat(done.accounts()).isEqualTo(2);
    assertThat(Runs.current(folder.resolve("out"))).hasSize(invoices + 1);
  }
}
