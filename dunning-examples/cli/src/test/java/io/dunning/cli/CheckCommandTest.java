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

  /** Also their invariants hold. What could not be decided makes the check inconclusive. */
  @ParameterizedTest
  @MethodSource("shipped")
  void findsNoFaultInAShippedPolicy(String policy) {
    Run run = dunning("check", policy, "--events", "1");
    assertThat(run.out())
        .contains("policy " + policy + ": no fault found")
        .contains("explored ")
        .containsPattern("invariants? (holds?|(is|are) inconclusive)\n");
    assertThat(run.code()).isEqualTo(run.out().contains("\nundecided: ") ? 3 : 0);
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
            "my.yaml:12:11: warning: severe-without-approval: step \"agency\" is severe and"
                + " needs no approval: refer to agency",
            "my.yaml:13:13: error: invariant-violated: never refer to agency before \"demand\" was"
                + " delivered: step \"agency\" violates it on 2025-02-25");
    assertThat(run.out())
        .contains(
            "is severe and needs no approval: refer to agency\n    Maybe needs approval: true\n")
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
        .contains(
            "warning: invariant-inconclusive: never call while disputed: the check ended early")
        .contains("; it ended early");
  }

  /** Nothing was found, but not all was looked at; without a fault that must not end with 0. */
  @Test
  void isInconclusiveIfTheBudgetEndsBeforeTheLastEvents() throws IOException {
    String file = file("one.yaml", REMINDER).toString();
    Run run = dunning("check", file, "--worlds", "500");
    assertThat(run.out())
        .contains("no fault found")
        .contains("it ended early, complete with up to 0 events");
    assertThat(run.code()).isEqualTo(3);
    assertThat(dunning("check", file).code()).isZero();
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    assertThat(dunning("check", "nofile.yaml").err())
        .isEqualTo("policy: no such file: nofile.yaml\n");
    assertThat(dunning("check", "--policy", "in/nofile").err())
        .isEqualTo("--policy: no such file: in/nofile\n");
    assertThat(dunning("check", "german-b2b.yaml").err())
        .isEqualTo("policy: no such file: german-b2b.yaml\nMaybe german-b2b\n");
    assertThat(dunning("check", "mine#2.yaml").err())
        .isEqualTo("policy: no such file: mine#2.yaml\n");
    assertThat(dunning("check", folder.toString()).err())
        .startsWith("policy: is a folder, not a file: ");
  }

  /** An invariant about a step that does not exist is a fault, and not violated as well. */
  @Test
  void countsAnUnknownStepOnce() throws IOException {
    String invariants =
        """
        invariants:
          - never refer to agency before "demnd" was taken
          - never call while disputed
        """;
    Run run = dunning("check", file("my.yaml", REMINDER + invariants).toString(), "--events", "0");
    assertThat(run.out())
        .contains("error: unknown-step: ")
        .contains("policy one: 1 fault, 1 invariant holds\n");
  }

  @Test
  void endsAfterSomeTime() throws IOException {
    String file = file("my.yaml", THREE_FAULTS).toString();
    Run run = dunning("check", file, "--events", "5", "--worlds", "900000000", "--within", "1");
    assertThat(run.out()).contains("; it ended early");
    assertThat(run.code()).isEqualTo(1);
    assertThat(dunning("check", file, "--within", "0").err())
        .isEqualTo("--within: not above 0: 0\n");
  }

  @Test
  void leavesOutKindsOfFindings() throws IOException {
    String file = file("my.yaml", THREE_FAULTS).toString();
    Run run = dunning("check", file, "--events", "0", "--without", "severe-without-approval");
    assertThat(run.out())
        .contains("notice-not-waited-for")
        .doesNotContain("severe-without-approval")
        .contains("policy mine: 1 fault, ");
    Run none =
        dunning(
            "check",
            file("without.yaml", THREE_FAULTS.replaceAll("invariants.*", "")).toString(),
            "--without",
            "severe-without-approval,notice-not-waited-for",
            "--events",
            "0");
    assertThat(none.out()).startsWith("policy mine: no fault found\n");
    assertThat(none.code()).isZero();
  }

  @Test
  void leavesOutNoKindThatItDoesNotKnow() {
    Run run = dunning("check", "standard-b2b", "--without", "severe-without-aproval");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "--without: not a kind of finding that can be left out: severe-without-aproval\n"
                + "Maybe severe-without-approval\n");
    assertThat(dunning("check", "standard-b2b", "--without", "contradiction").code()).isEqualTo(2);
  }

  @Test
  void printsContradictionsAsFindings() throws IOException {
    String file =
        file(
                "my.yaml",
                THREE_FAULTS
                    .replace("20 days past due", "1 day after the deadline of reminder")
                    .replace(
                        "refer to agency\n", "refer to agency\n    requires: call was taken\n"))
            .toString();
    Run run = dunning("check", file);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().replace(folder + "/", "").lines())
        .anyMatch(l -> l.startsWith("my.yaml:11:9: error: contradiction: ladder[3].at: "))
        .anyMatch(l -> l.startsWith("my.yaml:13:15: error: unknown-step: ladder[3].requires: "))
        .last()
        .isEqualTo("my.yaml: 2 faults; nothing was explored, because the policy cannot be built");
    assertThat(dunning("check", file, "--format", "json").out())
        .contains("\"kind\" : \"unknown-step\"")
        .contains("\"line\" : 13,");
    assertThat(dunning("check", file + "#mine", "--format", "json").out())
        .contains("my.yaml\",")
        .doesNotContain("#mine");
    assertThat(dunning("check", file, "--format", "csv").out())
        .contains(file + ",13,15,error,unknown-step,ladder[3].requires,");
  }

  @Test
  void anInvariantAboutAStepThatDoesNotExistIsToldOnce() throws IOException {
    String file = file("my.yaml", THREE_FAULTS.replace("\"demand\"", "\"demnd\"")).toString();
    Run run = dunning("check", file, "--events", "0");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines().filter(l -> l.startsWith(file + ":13:")))
        .singleElement()
        .asString()
        .contains(": error: unknown-step: ");
  }

  @Test
  void aFileThatCannotBeReadIsBadInput() throws IOException {
    String file =
        file("my.yaml", REMINDER + "    requires: call was taken\n    ony if: disputed\n")
            .toString();
    Run run = dunning("check", file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("ony if");
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

  /** Two policies of one file can inherit the same line. */
  @Test
  void namesThePolicyOfEachFindingWhereThereAreSeveral() throws IOException {
    String hasty = REMINDER.replace("task look at it", "refer to agency");
    String file = file("two.yaml", hasty + "---\n" + hasty.replace("one", "two")).toString();
    assertThat(dunning("check", file, "--events", "0").out().lines())
        .anyMatch(l -> l.contains(":5:11: warning: severe-without-approval: policy one: step \"r"))
        .anyMatch(l -> l.contains(":11:11: warning: severe-without-approval: policy two: step "));
    assertThat(dunning("check", file, "--events", "0", "--format", "csv").out())
        .contains("Maybe needs approval: true,two");
    assertThat(dunning("check", file + "#two", "--events", "0").out())
        .doesNotContain(": policy two: ");
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
                  "sentence" : "step \\"agency\\" hands the debt over on 2025-02-25, although the \
            customer has until 2025-03-01 to pay",
                  "advice" : "Maybe let it count from the deadline of the last notice, which has to \
            grant one: at: 1 day after the deadline of STEP",
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
        .startsWith("file,line,column,severity,kind,path,finding,story,advice,policy\n")
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
