package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.PolicyCoverage;
import io.dunning.check.PolicyExamples;
import io.dunning.check.World;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories are read as they are written, and everything that is wrong with one is said at once. */
class StoryFileTest {
  private static final BusinessCalendar WEEKENDS = BusinessCalendar.weekends();
  private static final DunningPolicy POLICY =
      PolicyFiles.parse(
              """
              policy: mine
              ladder:
                - step: reminder, friendly
                  at: 3 days past due
                  take: send reminder by email
                - step: demand
                  at: 14 days past due
                  take: send demand by letter
                  only if: overdue at least 50.00 EUR
                  grants: 10 days
                - step: agency
                  at: 1 day after the deadline of demand
                  take: refer to agency
                  needs approval: true
              """)
          .policy();
  private static final String START =
      """
      customer C-1
      invoice INV-1, issued 2026-01-01, due 2026-01-31, currency EUR, amount 100.00
      """;

  private static StoryFile read(String text) {
    StoryProblems problems = new StoryProblems();
    Optional<StoryFile> story = StoryFile.parse("a.story", text, problems);
    problems.raise();
    return story.orElseThrow();
  }

  private static Optional<String> told(String text) {
    List<StoryFile.Failure> failed = read(text).tell(POLICY, WEEKENDS, (p, c, a, d) -> {});
    return failed.stream().findFirst().map(StoryFile.Failure::what);
  }

  /** Written stories begin with the same account, and every line is read as it prints. */
  @ParameterizedTest
  @ValueSource(strings = {"standard-b2b", "account-b2b", "german-mahnwesen", "eu-consumer"})
  void whatIsWrittenIsReadAndHolds(String name) {
    DunningPolicy policy = PolicyFiles.shipped(name);
    Map<String, World> stories = PolicyExamples.of(policy, WEEKENDS).stories();
    assertThat(stories).hasSizeGreaterThan(6);
    PolicyCoverage coverage = PolicyCoverage.of(policy);
    stories.forEach(
        (title, world) -> {
          String text = StoryWriter.text(world, title, Optional.of(name));
          StoryFile story = read(text);
          assertThat(story.title()).isEqualTo(title);
          assertThat(story.policy()).contains(name);
          assertThat(story.start()).as(text).isEqualTo(world.start());
          assertThat(story.tell(policy, WEEKENDS, coverage)).as(text).isEmpty();
          assertThat(story.days()).last().matches(d -> d.date().equals(world.lastDay()));
          text.lines().skip(1).forEach(l -> assertThat(StoryLine.parse(1, l)).hasToString(l));
        });
    policy.ladder().steps().forEach(s -> assertThat(coverage.taken(s.name())).isPositive());
  }

  @Test
  void tellsTheWholeLadder() {
    String story =
        """
        # nobody pays
        story the whole ladder
        %s
        2026-02-03 take "reminder, friendly", by email
        2026-02-14 take demand, by letter, grants 2026-02-24
        2026-02-25 approve agency
        2026-02-25 take agency
        2026-02-25 verdict exhausted
        """
            .formatted(START);
    assertThat(told(story)).isEmpty();
    assertThat(told(story.replace("by letter", "by email")).orElseThrow())
        .startsWith("2026-02-14: expected: demand with channel email, not letter");
    assertThat(told(story.replace("2026-02-24", "2026-02-23")).orElseThrow()).contains("deadline");
    assertThat(told(story.replace("2026-02-25 approve agency\n", "")).orElseThrow())
        .contains("expected: take agency");
    assertThat(told(story.replace("take agency", "take court")).orElseThrow())
        .contains("policy has no step \"court\"");
  }

  /** Each step that the policy does not have, with the line and the column that name it. */
  @Test
  void saysWhereAStepIsMisspelt() {
    StoryFile story =
        read(
            START
                + """
                2026-02-03 take "reminder, frendly", by email
                2026-02-25 approve agancy
                2026-02-25 take quite another thing
                """);
    assertThat(story.tell(POLICY, WEEKENDS, (p, c, a, d) -> {}))
        .extracting(StoryFile.Failure::toString)
        .containsExactly(
            "a.story:3:17: policy has no step \"reminder, frendly\"\nMaybe \"reminder, friendly\"",
            "a.story:4:20: policy has no step \"agancy\"\nMaybe agency",
            "a.story:5:17: policy has no step \"quite another thing\""
                + "\nMaybe agency or demand or \"reminder, friendly\"");
  }

  @Test
  void holdsWhatALedgerHolds() {
    StoryFile story =
        read(
            """
            customer C-7, kind business, segment retail, tags VIP;key, without phone, fact branch is 7
            invoice INV-1, issued 2026-01-01, due 2026-01-31, currency EUR, amount 100.00
            invoice OLD, issued 2025-01-01, terms net 30, currency EUR, amount 50.00
            past 2025-02-10 payment, invoice OLD, amount 50.00
            2026-02-01 plan-agreed, invoice INV-1, amount 40.00, until 2026-02-20
            2026-02-01 plan-agreed, invoice INV-1, amount 60.00, until 2026-03-20
            2026-02-01 verdict hold, invoice INV-1
            2026-02-01 cease-contact, note "he says: \\"no\\", really"
            2026-02-20 payment, invoice INV-1, amount 40.00
            """);
    Account start = story.start();
    assertThat(start.customer().facts()).containsEntry("branch", "7");
    assertThat(start.customer().tags()).containsExactlyInAnyOrder("VIP", "key");
    assertThat(start.invoices()).hasSize(2);
    assertThat(start.invoices().get(1).events()).hasSize(1);
    assertThat(story.days()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          2026-02-30 nothing | 3:1: not a date such as 2026-01-31: 2026-02-30
          2026-02-03         | 3:11: nothing is told here
          2026-02-03 takes demand | 3:12: no such type of event: takes demand ("dunning types" prints all)
          2026-02-03 paymnt, invoice INV-1, amount 5.00 | 3:12: no such type of event: paymnt (maybe payment; "dunning types" prints all)
          2026-02-03 dispute-opened, amount 5.00 | 3:12: invoice: an event of type dispute-opened with an amount needs an invoice
          2026-02-03 payment, invoice INV-1 | 3:12: amount: must not be blank
          2026-02-03 payment, invoice INV-1, amount five | 3:36: amount: not an amount with a decimal point: five
          2026-02-03 payment, invoice INV-2, amount 5.00 | 3:21: invoice: no such invoice: INV-2
          2026-02-03 payment, invoice INV-1, amout 5.00 | 3:36: cannot be said here: amout
          2026-02-03 take demand, by pigeon | 3:25: by: "pigeon" is not a channel (column 1)
          2026-02-03 take demand, grants soon | 3:25: not a date such as 2026-01-31: soon
          2026-02-03 take demand, by letter, by email | 3:36: stands twice: by
          2026-02-03 take demand, charges 5 | 3:25: charges: money is not an amount, a space and a currency code: 5
          2026-02-03 take demand, note x | 3:25: cannot be said here: note
          2026-02-03 take "demand | 3:17: a quote opens here and is never closed
          2026-02-03 verdict happy | 3:12: not a verdict: happy
          2026-02-03 look again on monday | 3:12: not a date such as 2026-01-31: monday
          2026-02-03 take demand, , by email | 3:25: a part is missing between two commas
          hello | 3:1: a line begins with a day or with story, policy, customer, invoice or past, not with hello
          customr C-2 | 3:1: a line begins with a day or with story, policy, customer, invoice or past, not with customr
          customer C-2 | 3:1: is a second customer
          invoice INV-1, issued 2026-01-01, due 2026-01-31, currency EUR, amount 1.00 | 3:1: invoice: the number appears twice, first in line 2: INV-1
          invoice INV-2, issued 2026-01-01, due 2026-01-31, currency EURO, amount 1.00 | 3:51: currency: not a currency code of ISO 4217: EURO
          past 2025-01-01 payment, invoice INV-9, amount 1.00 | 3:26: invoice: no such invoice: INV-9
          """)
  void saysWhatIsWrongInWhichColumn(String line, String problem) {
    assertThatThrownBy(() -> read(START + line + "\n2026-03-01 nothing\n"))
        .isInstanceOf(BadInputException.class)
        .message()
        .startsWith("a.story:" + problem);
  }

  @Test
  void saysEverythingAtOnce() {
    String text =
        """
        customer C-1, kind robot
        invoice INV-1, issued 2026-01-01, due 2026-01-31, currency EUR, amount much
        2026-02-03 take demand, by pigeon
        2026-02-01 nothing
        2026-02-04 payment, invoice INV-1, amount 1.00
        invoice INV-2
        """;
    assertThatThrownBy(() -> read(text))
        .hasMessageContaining("a.story:1:15: kind: not one of business, sole trader, consumer")
        .hasMessageContaining("a.story:2:65: amount: ")
        .hasMessageContaining("a.story:3:25: by: ")
        .hasMessageContaining("a.story:4:1: is before the day above it, 2026-02-03")
        .hasMessageContaining("a.story:6:1: stands after the first day: invoice");
    assertThatThrownBy(() -> read("2026-02-01 nothing\n"))
        .hasMessageContaining("1:1: the story has no invoice");
    assertThatThrownBy(() -> read(START)).hasMessageContaining("the story tells of no day");
  }

  @Test
  void anAnswerAboutOneOfSeveralInvoicesNamesIt() {
    String two = START + START.lines().skip(1).findFirst().orElseThrow().replace("INV-1", "INV-2");
    assertThatThrownBy(() -> read(two + "\n2026-02-03 verdict act\n"))
        .hasMessage("a.story:4:12: does not say which invoice\nMaybe add: , invoice INV-1");
  }

  @Test
  void aFolderWithoutStoriesIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> StoryFile.readAll(folder))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no file *.story is there")
        .hasMessageContaining("Maybe dunning check");
    assertThatThrownBy(() -> StoryFile.readAll(folder.resolve("none")))
        .hasMessageContaining("no such folder");
  }
}
