package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same ledger by the command line and by DuckDB: equal rows. */
class CommandLineEqualityTest {
  @TempDir static Path folder;

  @BeforeAll
  static void convert() throws Exception {
    SampleLedger.write(folder.resolve("ledger"), folder.resolve("portfolio"));
  }

  @ParameterizedTest
  @CsvSource({
    // leap day, the days around a change of clocks, the end of the year, and the last day
    "standard-b2b, 2024-02-29, 1",
    "standard-b2b, 2024-03-31, 2",
    "standard-b2b, 2025-10-26, 8",
    "standard-b2b, 2025-12-31, 1",
    "eu-b2b, 2025-12-31, 2",
    "small-business, 2025-06-30, 1"
  })
  void sameRows(String policy, LocalDate day, int parts) throws Exception {
    Path out = folder.resolve(policy + day);
    Runs.decide(
        Runs.question(folder.resolve("portfolio"), policy, day, parts, Reasons.ALL, null), out, 2);
    List<String> rows =
        Runs.lines(
            "SELECT customer, invoices, verdict, step, actions, channel, review_on, reason FROM ("
                + RunFolder.finished(out).current()
                + ") WHERE verdict <> 'closed'");
    List<String> expected = next(policy, day);
    assertThat(new TreeSet<>(rows)).isEqualTo(new TreeSet<>(expected));
    assertThat(expected).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @CsvSource({"standard-b2b, 2024-03-31", "standard-b2b, 2025-10-26", "small-business, 2025-12-31"})
  void theTableOfAccountsDecidesAsTheWholeAnswer(String policy, LocalDate day) throws Exception {
    List<List<String>> both = new ArrayList<>();
    for (Reasons each : new Reasons[] {Reasons.NONE, Reasons.ALL}) {
      Path out = folder.resolve(policy + day + each);
      Runs.decide(Runs.question(folder.resolve("portfolio"), policy, day, 1, each, null), out, 2);
      both.add(
          Runs.lines(
              "SELECT customer, invoice, verdict, rule, step, review_on FROM ("
                  + RunFolder.finished(out).current()
                  + ") WHERE verdict <> 'closed' ORDER BY ALL NULLS FIRST"));
    }
    assertThat(both.get(0)).isEqualTo(both.get(1));
  }

  /** What the command line says, a row for each recommendation. */
  private static List<String> next(String policy, LocalDate day) throws Exception {
    String json =
        CommandLine.dunning(
            "next",
            "--ledger",
            folder.resolve("ledger").toString(),
            "--policy",
            policy,
            "--as-of",
            day.toString(),
            "--format",
            "json");
    List<String> all = new ArrayList<>();
    for (JsonNode row : JsonMapper.shared().readTree(json)) {
      List<String> cells = new ArrayList<>();
      for (String name :
          List.of(
              "customer",
              "invoice",
              "verdict",
              "step",
              "action",
              "channel",
              "review_on",
              "reason")) {
        JsonNode cell = row.get(name);
        cells.add(cell == null || cell.isNull() ? "" : cell.asString());
      }
      all.add(String.join("|", cells));
    }
    return all;
  }
}
