package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which customer gets which policy: by default, segment, rule, name and trial. */
class AssignedPoliciesTest {
  private static final String FILE =
      """
      default policy: standard-b2b
      segments:
        good: courteous-consumer
      customers:
        C-7: courteous-consumer
        C-9: standard-b2b
      segment rules:
        - segment good if customer tagged vip
      trials:
        - trial: spring
          of: standard-b2b
          tries: account-b2b
          share: 30%
      """;

  @TempDir Path folder;

  private Path decided(Path portfolio, String file, LocalDate day, Path after, String out)
      throws Exception {
    Path to = folder.resolve(out);
    Runs.decide(Runs.questionOf(portfolio, file, day, 1, Reasons.DUE, after), to, 1);
    return to;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "default policy: standard-b2b; default policy: courteous-consumer",
        "good: courteous-consumer; good: standard-b2b",
        "C-7: courteous-consumer; C-8: courteous-consumer",
        "tagged vip; tagged key",
        "share: 30%; share: 40%",
        "trial: spring; trial: summer"
      })
  void aRunBelongsToTheFileThatAssignsThePolicies(String line, String other) throws Exception {
    Path portfolio = Runs.generated(folder.resolve("portfolio"), 20);
    Path monday = decided(portfolio, FILE, Runs.DAY, null, "monday");
    String changed = FILE.replace(line, other);
    assertThat(changed).isNotEqualTo(FILE);
    assertThatThrownBy(() -> decided(portfolio, changed, Runs.DAY, null, "monday"))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage(
            monday
                + ": holds a run that assigns the same policies to customers differently"
                + "\nMaybe write to another folder, or delete this one");
    LocalDate next = Runs.DAY.plusDays(1);
    assertThatThrownBy(() -> decided(portfolio, changed, next, monday, "tuesday"))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessageStartingWith("the earlier run assigned the policies differently");
    decided(portfolio, FILE, next, monday, "tuesday");
  }

  /** A table of accounts knows only the segment that is recorded. */
  @Test
  void aRuleGivesTheSegmentOfAPolicyThatStandsAlone() throws Exception {
    String file =
        """
        default policy: one
        segments:
          friends: one
        segment rules:
          - segment friends if customer tagged vip
        policies:
          - policy: one
            ladder:
              - step: reminder
                at: 3 days past due
                only if: not (customer in segment friends)
                take: send reminder by email
        """;
    Path portfolio = Files.createDirectories(folder.resolve("portfolio"));
    Files.writeString(
        portfolio.resolve("invoices.csv"),
        """
        customer,invoice,issued,due,currency,minor
        A,A-1,2026-01-01,2026-02-01,EUR,50000
        B,B-1,2026-01-01,2026-02-01,EUR,50000
        """);
    Files.writeString(portfolio.resolve("events.csv"), "customer,invoice,day,type\n");
    Files.writeString(
        portfolio.resolve("customers.csv"),
        "customer,json\nA,\"{\"\"id\"\":\"\"A\"\",\"\"tags\"\":[\"\"vip\"\"]}\"\n");
    Path whole = folder.resolve("whole");
    Runs.decide(Runs.questionOf(portfolio, file, Runs.DAY, 1, Reasons.ALL, null), whole, 1);
    Path table = folder.resolve("table");
    Runs.decide(Runs.questionOf(portfolio, file, Runs.DAY, 1, Reasons.NONE, null), table, 1);
    String verdicts = "SELECT customer, verdict, step, review_on FROM '%s/part-*.parquet'";
    assertThat(Runs.lines(verdicts.formatted(table)))
        .isEqualTo(Runs.lines(verdicts.formatted(whole)))
        .anyMatch(line -> line.startsWith("B|act|reminder"))
        .noneMatch(line -> line.startsWith("A|act"));
  }
}
