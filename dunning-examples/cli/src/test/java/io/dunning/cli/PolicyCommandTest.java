package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.json.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCommandTest extends CommandFixture {
  private static final String OURS =
      """
      # ours
      extends: standard-b2b
      policy: ours
      grace:   3 days
      ladder:
        - step: call
          remove: yes  # too expensive
      """;

  @Test
  void listsTheShippedPolicies() {
    Run run = dunning("policy", "list", "--format", "csv");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(1 + PolicyFiles.shippedNames().size());
    assertThat(run.out())
        .contains(
            "german-mahnwesen,5,", "Das übliche Mahnwesen", "standard-b2b,5,23e2b01126d1c386");
  }

  @Test
  void printsAPageForAManager() throws IOException {
    Run run = dunning("policy", "print", file("ours.yaml", OURS).toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Policy ours\nFingerprint ")
        .contains(
            """
            Steps
              1. "friendly reminder": 3 days past due, send reminder by email, or else by letter.
                 Goes to the payables clerk or else the owner.
                 In a friendly tone.
            """)
        .contains("  - Nothing is chased for 3 days after the due date.\n")
        .contains("To be looked at\n  - step \"agency\": if the ladder is late")
        .doesNotContain("\"call\":");
    run.out().lines().forEach(line -> assertThat(line).hasSizeLessThan(110));
  }

  @ParameterizedTest
  @ValueSource(strings = {"print", "show"})
  void printsEveryShippedPolicy(String how) {
    for (String name : PolicyFiles.shippedNames()) {
      Run run = dunning("policy", how, name);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains(name).endsWith("\n");
    }
  }

  @Test
  void formatsAFileAndKeepsItsComments() throws IOException {
    Path file = file("ours.yaml", OURS);
    String formatted =
        """
        # ours
        policy: ours
        extends: standard-b2b
        grace: 3 days
        ladder:
          - step: call
            remove: true  # too expensive
        """;
    assertThat(dunning("policy", "format", file.toString()).out()).isEqualTo(formatted);
    assertThat(Files.readString(file)).isEqualTo(OURS);
    assertThat(dunning("policy", "format", "--write", file.toString()).out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(formatted);
  }

  @Test
  void saysEveryMistakeOfAFile() throws IOException {
    Path file =
        file("ours.yaml", OURS.replace("3 days", "3 dayz").replace("step: call", "step: cal"));
    for (String command : new String[] {"print", "format"}) {
      Run run = dunning("policy", command, file.toString());
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo(
              """
              %1$s:4:10: grace: "3 dayz" is not a number of days
                Maybe "3 days"
              %1$s:6:5: ladder[1]: there is no step "cal" to remove
                Maybe "call"
              """
                  .formatted(file));
    }
  }

  @Test
  void showsShippedPoliciesOnly() throws IOException {
    Run run = dunning("policy", "show", file("ours.yaml", OURS).toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("policy show: not a shipped policy: ");
  }

  @Test
  void formatsFilesOnly() {
    Run run = dunning("policy", "format", "standard-b2b");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "policy format: no such file: standard-b2b\nMaybe dunning policy show standard-b2b\n");
  }

  @Test
  void printsWhoHasWhichPolicy() throws IOException {
    String set = "default policy: standard-b2b\nsegments:\n  retail: courteous-consumer\n";
    assertThat(dunning("policy", "print", file("all.yaml", set).toString()).out())
        .isEqualTo(
            """
            Which policy applies
              - Segment retail: courteous-consumer.
              - All others: standard-b2b.
            """);
    String own = set.replace("standard-b2b", "ours") + "---\n" + OURS;
    assertThat(dunning("policy", "print", file("own.yaml", own).toString()).out())
        .contains("All others: ours.\n\nPolicy ours\n");
  }

  @Test
  void printsTheSchema() {
    assertThat(dunning("policy", "schema").out()).isEqualTo(PolicyFiles.schema());
  }

  @Test
  void everyCommandTakesAFile() throws IOException {
    ledger(ONE_INVOICE, "");
    String file = file("ours.yaml", OURS).toString();
    assertThat(run("next --as-of 2026-06-10 --policy " + file).out()).contains("friendly reminder");
    assertThat(run("explain --as-of 2026-06-10 --invoice I1 --policy " + file).out())
        .contains("policy ours");
    assertThat(run("worklist --as-of 2026-06-10 --policy " + file).out())
        .contains("friendly reminder");
    assertThat(run("simulate --from 2026-06-01 --to 2026-12-31 --policy " + file).out())
        .contains("agency")
        .doesNotContain("call");
  }

  @Test
  void aFileSaysWhichPolicyAppliesToWhom() throws IOException {
    ledger(ONE_INVOICE + "I2,B,2026-05-01,2026-05-31,,EUR,100.00\n", "");
    String set = "default policy: standard-b2b\ncustomers:\n  B: courteous-consumer\n";
    String file = file("all.yaml", set).toString();
    assertThat(rows("next --as-of 2026-06-08 --policy " + file))
        .anyMatch(r -> r.startsWith("A,I1,") && r.contains("friendly reminder"))
        .anyMatch(r -> r.startsWith("B,I2,") && r.contains(",reminder,"));
  }

  @Test
  void aPolicyThatIsNotFoundIsNamedWithTheNearest() {
    Run run = dunning("policy", "print", "standart-b2b");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "policy print: neither a file nor a shipped policy: standart-b2b\nMaybe standard-b2b");
  }
}
