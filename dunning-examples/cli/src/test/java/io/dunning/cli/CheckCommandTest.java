package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.json.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckCommandTest extends CommandFixture {
  private static final String THREE_FAULTS =
      """
      policy: mine
      ladder:
        - step: reminder
          at: 3 days past due
          take: send reminder by email
        - step: demand
          at: 14 days past due
          take: send demand by letter
          grants: 10 days
        - step: agency
          at: 20 days past due
          take: refer to agency
      invariants: never refer to agency before "demand" was delivered
      """;
  private static final String REMINDER =
      """
      policy: one
      ladder:
        - step: reminder
          at: 3 days past due
          take: task look at it
      """;

  static List<String> shipped() {
    return PolicyFiles.shippedNames();
  }

  /** Also their invariants hold. */
  @ParameterizedTest
  @MethodSource("shipped")
  void findsNoFaultInAShippedPolicy(String policy) {
    Run run = dunning("check", policy, "--events", "1");
    assertThat(run.out())
        .startsWith("policy " + policy + ": no fault found")
        .contains("explored ")
        .containsPattern("invariants? holds?\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void printsEachFaultWhereItStands() throws IOException {
    String file = file("my.yaml", THREE_FAULTS).toString();
    Run run = dunning("check", file, "--events", "1");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines().filter(l -> l.startsWith(file)))
        .map(l -> l.substring(folder.toString().length() + 1))
        .containsExactly(
            "my.yaml:10:5: warning: notice-not-waited-for: step \"agency\" hands the debt over on"
                + " 2025-02-25, although the customer has until 2025-03-01 to pay",
            "my.yaml:12:11: warning: severe-without-approval: step \"agency\" does this without"
                + " anyone's approval: refer to agency",
            "my.yaml:13:13: error: invariant-violated: never refer to agency before \"demand\" was"
                + " delivered: step \"agency\" violates it on 2025-02-25");
    assertThat(run.out())
        .contains("\n    INV-1: 1000.00 EUR due 2025-02-05\n")
        .contains("policy mine: 2 faults, 1 invariant is violated\n");
  }

  @Test
  void aFindingStandsInTheFileThatIsExtended() throws IOException {
    file("parent.yaml", THREE_FAULTS.replace("mine", "parent"));
    String file =
        file("child.yaml", "policy: child\nextends: parent\ninvariants: default\n").toString();
    assertThat(dunning("check", file, "--events", "0").out())
        .contains(folder.resolve("parent.yaml") + ":12:11: warning: severe-without-approval");
  }

  @Test
  void isInconclusiveIfTheBudgetEndsTooEarly() {
    Run run = dunning("check", "--policy", "standard-b2b", "--worlds", "3");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("warning: invariant-inconclusive: never call while disputed: the budget ended")
        .contains("the budget ended");
  }

  @Test
  void checksAllPoliciesOfAFileOrOne() throws IOException {
    String file = file("two.yaml", REMINDER + "---\n" + REMINDER.replace("one", "two")).toString();
    assertThat(dunning("check", file, "--events", "0").out())
        .contains("policy one: ")
        .contains("policy two: ");
    assertThat(dunning("check", file + "#two", "--events", "0").out())
        .doesNotContain("policy one: ")
        .contains("policy two: ");
    Run none = dunning("check", file + "#three");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("file holds no policy \"three\"\nMaybe one of");
  }

  @Test
  void printsJson() throws IOException {
    String file = file("my.yaml", THREE_FAULTS).toString();
    String json = dunning("check", file, "--events", "0", "--format", "json").out();
    assertThat(json)
        .startsWith(
            """
            {
              "policies" : [ {
                "policy" : "mine",
                "file" : "%s",
                "findings" : [ {
                  "severity" : "warning",
                  "kind" : "notice-not-waited-for",
                  "file" : "%s",
                  "line" : 10,
                  "column" : 5,
                  "path" : "ladder[3]",
                  "sentence" : "step \\"agency\\" hands the debt over on 2025-02-25, but it may be \
            paid until 2025-03-01",
                  "story" : [ "customer C-1", "invoice INV-1, issued 2025-01-06, due 2025-02-05, \
            currency EUR, amount 1000.00", "2025-02-08 take reminder, by email", \
            "2025-02-19 take demand, by letter, grants 2025-03-01", \
            "2025-02-25 take agency", "2025-02-25 verdict exhausted" ]
                }, {
            """
                .formatted(file, file))
        .contains(
            """
                "invariants" : [ {
                  "invariant" : "never refer to agency before \\"demand\\" was delivered",
                  "verdict" : "violated"
                } ],
                "undecided" : [ ],
                "explored" : {
                  "debtors" : \
            """);
  }

  @Test
  void printsCsv() throws IOException {
    String file = file("my.yaml", THREE_FAULTS).toString();
    assertThat(dunning("check", file, "--events", "0", "--format", "csv").out())
        .startsWith("file,line,column,severity,kind,path,finding,story\n")
        .contains(file + ",12,11,warning,severe-without-approval,ladder[3].take,");
  }

  @Test
  void writesStories() throws IOException {
    Path stories = folder.resolve("stories");
    dunning("check", "courteous-consumer", "--events", "0", "--write", stories.toString());
    try (Stream<Path> files = Files.list(stories)) {
      assertThat(files).hasSizeGreaterThan(4);
    }
    assertThat(Files.readString(stories.resolve("step-final-notice.story")))
        .isEqualTo(
            """
            story step "final notice"
            customer C-1
            invoice INV-1, issued 2025-01-06, due 2025-02-05, currency EUR, amount 1000.00
            2025-02-02 take heads-up, by email
            2025-02-12 take reminder, by email
            2025-02-26 take second reminder, by letter
            2025-03-22 take final notice, by letter
            2025-03-22 verdict exhausted
            """);
  }

  @Test
  void refusesWhatIsNoNumberOfEvents() {
    assertThat(dunning("check", "--policy", "standard-b2b", "--events", "9").code()).isEqualTo(2);
    assertThat(dunning("check", "--policy", "nothing").code()).isEqualTo(2);
    assertThat(dunning("check").code()).isEqualTo(2);
    assertThat(dunning("check", "german-b2b", "--policy", "german-b2b").code()).isEqualTo(2);
  }
}
