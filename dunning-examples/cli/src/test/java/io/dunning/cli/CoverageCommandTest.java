package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoverageCommandTest extends CommandFixture {
  private static final String POLICY =
      """
      policy: mine
      ladder:
        - step: reminder
          at: 3 days past due
          take: send reminder by email
        - step: call
          at: 14 days past due
          take: place call
          only if: overdue at least 50.00 EUR
      """;
  private static final String STORY =
      """
      story nobody pays
      invoice INV-1, issued 2026-01-15, due 2026-02-14, currency EUR, amount 100.00
      2026-02-17 take reminder, by email
      2026-02-28 take call, by phone
      2026-02-28 verdict exhausted
      """;

  private Path stories;
  private String mine;

  @BeforeEach
  void aPolicyAndAStory() throws IOException {
    mine = file("mine.yaml", POLICY).toString();
    stories = Files.createDirectories(folder.resolve("stories"));
    Files.writeString(stories.resolve("nobody-pays.story"), STORY);
  }

  private Run coverage(String... more) {
    String[] all = new String[4 + more.length];
    all[0] = "coverage";
    all[1] = mine;
    all[2] = "--stories";
    all[3] = stories.toString();
    System.arraycopy(more, 0, all, 4, more.length);
    return dunning(all);
  }

  @Test
  void saysWhatTheStoriesLeaveOut() {
    Run run = coverage();
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            "stories of mine: 1 passed, 0 failed\n"
                + "coverage of mine by 4 looks (answers about an account)\n")
        .contains("  step               call                        1\n")
        .contains("  ladder[2].only if  overdue at least 50.00 EUR  ")
        .contains("not exercised: ladder[2].only if: \"overdue at least 50.00 EUR\": never false\n")
        .contains("not exercised: verdict hold: never given\n");
  }

  @Test
  void writtenStoriesExerciseEverythingButWhatTheyCannot() {
    dunning("check", mine, "--events", "0", "--write", stories.toString());
    Run run = coverage();
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).doesNotContain("not exercised").contains("0 failed");
  }

  /** Nothing is told until every story can be read: a count of some of them would mislead. */
  @Test
  void oneBrokenStoryHidesNoOther() throws IOException {
    Files.createDirectory(stories.resolve("folder.story"));
    Files.write(stories.resolve("a.story"), new byte[] {(byte) 0xff, (byte) 0xfe, 10});
    Files.writeString(stories.resolve("b.story"), "2026-02-17 tak reminder\n");
    Files.writeString(stories.resolve("c.story"), " ".repeat(1_000_001));
    Run run = coverage();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replace(stories + "/", "").lines())
        .contains("a.story:1:1: is not text in UTF-8", "c.story:1:1: has more than 1000000 bytes")
        .anyMatch(l -> l.startsWith("b.story:1:"))
        .noneMatch(l -> l.contains("folder.story"));
  }

  /** Blanks, commas, quotes and paths are names like any other; a line break is none. */
  @Test
  void readsWhatACheckWritesOfOddNames() throws IOException {
    String odd =
        POLICY
            .replace("step: call", "step: 'a, \"b\" \\ ../c'")
            .replace("overdue at least 50.00 EUR", "'customer tagged \"x, \\\"y\\\"\"'");
    mine = file("mine.yaml", odd).toString();
    Files.delete(stories.resolve("nobody-pays.story"));
    assertThat(dunning("check", mine, "--events", "1", "--write", stories.toString()).err())
        .isEmpty();
    Run run = coverage();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(" passed, 0 failed\n").contains("a, \"b\" \\ ../c");
    String broken = file("two.yaml", POLICY.replace("step: call", "step: \"a\\nb\"")).toString();
    Run refused = dunning("check", broken, "--events", "0", "--write", stories.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("--write: a story cannot hold a name of several lines: ")
        .endsWith("\nMaybe write the name in one line of the policy\n");
  }

  @Test
  void aStoryThatFailsSaysWhy() throws IOException {
    file("mine.yaml", POLICY.replace("14 days", "15 days"));
    Run run = coverage("--mutants");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("stories of mine: 0 passed, 1 failed\n")
        .contains("nobody-pays.story: 2026-02-28: expected: take call\n")
        .endsWith("\ntests of mine: no changes were tried, because a story fails\n")
        .doesNotContain("notice");
    assertThat(coverage().out()).doesNotContain("tests of mine");
  }

  /** One story fails, however many of its steps the policy does not have. */
  @Test
  void aMisspeltStepIsToldWithItsLine() throws IOException {
    Files.writeString(
        stories.resolve("nobody-pays.story"),
        STORY.replace("take reminder", "take reminde").replace("take call", "take cal"));
    Run run = coverage();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("stories of mine: 0 passed, 1 failed\n")
        .contains("nobody-pays.story:3:17: policy has no step \"reminde\"\nMaybe reminder\n")
        .contains("policy has no step \"cal\"\nMaybe call\n");
    assertThat(coverage("--format", "json").out())
        .contains("\"line\" : 3,")
        .contains("\"column\" : 17,");
  }

  @Test
  void listsTheChangesThatNoStoryNotices() throws IOException {
    Run some = coverage("--mutants");
    assertThat(some.out()).contains("tests of mine notice 9 of 11 changes (81 %)");
    Files.writeString(
        stories.resolve("nobody-pays.story"),
        STORY.replaceAll("(?m)^2026-02-28.*\n", "") + "2026-02-17 verdict wait\n");
    assertThat(coverage("--mutants").out())
        .endsWith(
            """
            tests of mine notice 6 of 11 changes (54 %)
            not noticed: step "reminder" a day earlier
            not noticed: step "call" a day later
            not noticed: step "call" a day earlier
            not noticed: step "call" goes by letter
            not noticed: ladder[2].only if asks for more than 50.00 EUR, not for at least that
            """);
  }

  @Test
  void printsJson() {
    assertThat(coverage("--mutants", "--format", "json").out())
        .isEqualTo(
            """
            {
              "policies" : [ {
                "policy" : "mine",
                "passed" : 1,
                "failed" : [ ],
                "looks" : 4,
                "exercised" : [ {
                  "subject" : "step",
                  "of" : "reminder",
                  "times" : 1
                }, {
                  "subject" : "step",
                  "of" : "call",
                  "times" : 1
                }, {
                  "subject" : "condition",
                  "path" : "ladder[2].only if",
                  "of" : "overdue at least 50.00 EUR",
                  "true" : 2,
                  "false" : 0
                }, {
                  "subject" : "verdict",
                  "of" : "wait",
                  "times" : 1
                }, {
                  "subject" : "verdict",
                  "of" : "act",
                  "times" : 2
                }, {
                  "subject" : "verdict",
                  "of" : "exhausted",
                  "times" : 1
                }, {
                  "subject" : "hold",
                  "of" : "disputed",
                  "times" : 0
                }, {
                  "subject" : "hold",
                  "of" : "promised",
                  "times" : 0
                } ],
                "missing" : [ "ladder[2].only if: \\"overdue at least 50.00 EUR\\": never false", \
            "verdict not due: never given", "verdict hold: never given", \
            "verdict closed: never given", "hold disputed: never came about", \
            "hold promised: never came about" ],
                "mutants" : {
                  "changes" : 11,
                  "noticed" : 9,
                  "score" : 81,
                  "unnoticed" : [ "step \\"reminder\\" a day earlier", \
            "ladder[2].only if asks for more than 50.00 EUR, not for at least that" ]
                }
              } ]
            }
            """);
  }

  @Test
  void eachPolicyOfAFileHasItsOwnStories() throws IOException {
    file("mine.yaml", POLICY + "---\n" + POLICY.replace("mine", "other"));
    Files.writeString(stories.resolve("nobody-pays.story"), "policy mine\n" + STORY);
    Run run = coverage();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--stories: none is about the policy other");
    assertThat(dunning("coverage", "standard-b2b", "--stories", "nowhere").err())
        .startsWith("--stories: no such folder: nowhere\nMaybe dunning check FILE --write nowhere");
    dunning("check", mine, "--events", "0", "--write", stories.toString());
    assertThat(stories.resolve("other")).isDirectory();
    assertThat(coverage().out()).contains("stories of mine: ").contains("stories of other: ");
    mine = mine + "#other";
    assertThat(coverage().out()).doesNotContain("stories of mine");
  }

  @Test
  void refusesStoriesThatCannotBeRead() throws IOException {
    Files.writeString(stories.resolve("b.story"), STORY.replace("by email", "by pigeon"));
    Run run = coverage();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("b.story:3:27: by: \"pigeon\" is not a channel");
    assertThat(dunning("coverage", mine).code()).isEqualTo(2);
  }
}
