package io.dunning.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest extends CommandFixture {
  private static final String INVOICES = "INV-1,C-1,2026-04-01,2026-05-01,,EUR,900.00\n";

  @ParameterizedTest
  @CsvSource({"courteous-consumer,german-b2b", "standard-b2b,eu-b2b", "eu-consumer,us-consumer"})
  void fitsOnAScreen(String before, String after) {
    Run run = dunning("compare", before, after);
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().count()).isLessThanOrEqualTo(60);
    assertThat(run.out().lines()).allMatch(l -> l.length() <= 100);
    assertThat(run.out())
        .startsWith(before + " -> " + after + "\n\nRules that differ:\n")
        .contains("Debtors who are treated otherwise, of ")
        .contains("treated more harshly");
  }

  @Test
  void printsJson() {
    assertThat(dunning("compare", "german-b2b", "german-b2b", "--format", "json").out())
        .startsWith(
            """
            {
              "comparisons" : [ {
                "before" : "german-b2b",
                "after" : "german-b2b",
                "differences" : [ ],
                "effects" : [ ],
                "worlds" : \
            """);
    assertThat(dunning("compare", "courteous-consumer", "german-b2b", "--format", "json").out())
        .contains("\"rule\" : \"grace\",\n      \"before\" : \"5 days of grace\",")
        .contains("\"extreme\" : {\n        \"before\" : [ \"customer C-1")
        .contains("\"harsher\" : {");
    assertThat(dunning("compare", "german-b2b", "german-b2b", "--format", "csv").code())
        .isEqualTo(2);
  }

  @Test
  void comparesPoliciesOfOneNameInTwoFiles() throws IOException {
    String policy =
        """
        policy: one
        ladder:
          - step: call
            at: 3 days past due
            take: place call
        """;
    String old = file("old.yaml", policy + "---\n" + policy.replace("one", "two")).toString();
    String now = file("new.yaml", policy.replace("3 days", "4 days")).toString();
    assertThat(dunning("compare", old, now).out())
        .startsWith("one (old.yaml) -> one (new.yaml)\n")
        .contains("  step \"call\": at: 3 days past due -> 4 days past due\n")
        .endsWith("\n\nNot compared, because only old.yaml has them: two\n");
    assertThat(dunning("compare", old, now).code()).isEqualTo(3);
    assertThat(dunning("compare", old + "#one", now).code()).isZero();
    assertThat(dunning("compare", old + "#two", now).out()).startsWith("two -> one\n");
    String other = file("other.yaml", policy.replace("one", "six")).toString();
    assertThat(dunning("compare", old, other).err())
        .contains("the files have no policy of the same name: ")
        .contains("old.yaml has one, two, and ")
        .contains("other.yaml has six")
        .contains("old.yaml#one ");
  }

  @Test
  void aPolicyDoesNotDifferFromItself() {
    assertThat(dunning("compare", "german-b2b", "german-b2b").out())
        .contains("No rule differs.")
        .contains("No debtor is treated otherwise in ")
        .contains("No debtor is treated more harshly within the explored worlds.");
  }

  /** Limits of contact are compared one by one, and long rules from where they differ. */
  @Test
  void showsWhereLongRulesDiffer() throws IOException {
    String tags =
        IntStream.range(0, 30).mapToObj(i -> "customer tagged t" + i).collect(joining(" or "));
    String policy =
        """
        policy: one
        hold while: %s
        conduct:
          rules:
            name: house
            limits:
              - at most 3 attempts in 7 days
              - only mon to fri 08:00-12:00 and 13:00-21:00, sat 09:00-13:00 by phone
              - at most 2 contacts by email in 30 days
        ladder:
          - step: call
            at: 3 days past due
            take: place call
        """
            .formatted(tags);
    String old = file("old.yaml", policy).toString();
    String now =
        file(
                "new.yaml",
                policy
                    .replace("2 contacts by email in 30", "1 contact by email in 60")
                    .replace("tagged t29", "tagged vip"))
            .toString();
    assertThat(dunning("compare", old, now, "--worlds", "1").out())
        .contains("    before: ... or customer tagged t29\n")
        .contains("    after:  ... or customer tagged vip\n")
        .contains("  conduct house: number of contacts:\n")
        .contains("at most 2 contacts by email in 30 days")
        .contains("at most 1 contact by email in 60 days")
        .doesNotContain("3 attempts");
  }

  @Test
  void reportsTheFirstDayOnALedger() throws IOException {
    ledger(INVOICES, "");
    Run run = run("compare courteous-consumer german-b2b --on 2026-06-05");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("courteous-consumer -> german-b2b on 2026-06-05")
        .contains("\noverdue of the debts that get a step of the new policy: 900.00 EUR\n")
        .contains("\n1 account; customers contacted on that day: 1, as before\n");
    assertThat(run("compare courteous-consumer german-b2b").code()).isEqualTo(2);
    assertThat(run("compare courteous-consumer german-b2b --on 2026-06-05 --format json").out())
        .contains("\"contactsAfter\" : 1,\n    \"atStake\" : [ \"900.00 EUR\" ],");
  }

  /** Money that rests is told as well as money that is asked for. */
  @Test
  void addsUpADayByKind() throws IOException {
    ledger(INVOICES, "");
    String text =
        """
        policy: mine
        ladder:
          - step: reminder
            at: 3 days past due
            take: send reminder by email
        """;
    String old = file("old.yaml", text).toString();
    String now = file("new.yaml", text + "minimum amount: 5000.00 EUR\n").toString();
    String compare = "compare " + old + " " + now + " --on 2026-06-05";
    assertThat(run(compare).out())
        .endsWith(
            """
            1 account; customers contacted on that day: 0 instead of 1
            overdue of the debts that get a step of the new policy: nothing
              rests (the policy before has a step on that day, and the new one has none): 1 debt, \
            900.00 EUR overdue
            C-1 INV-1 rests: reminder
            """);
    assertThat(run(compare + " --format json").out())
        .containsPattern("\"rests\" : \\{\\s+\"debts\" : 1,\\s+\"overdue\" : \\[ \"900.00 EUR\" ]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "german-b2b|compare needs two policies, the one before and the one after: found german-b2b",
        "a b --ledger x|--ledger: needs the day of the change, or the first and the last day",
        "a b --on 2026-04-01|--on: needs the ledger",
        "a b --from 2026-04-01 --to 2026-04-02|--from: needs the ledger",
        "a b --ledger x --from 2026-04-01|--from: needs --to, too",
        "a b --ledger x --to 2026-04-01|--to: needs --from, too",
        "a b --ledger x --on 2026-04-01 --from 2026-04-01 --to 2026-04-01|--on: cannot be given",
        "a b --ledger x --on 2026-04-01 --stories|--stories: cannot be given together with --on"
      })
  void saysWhichOptionIsMissing(String options, String problem) {
    Run run = dunning(("compare " + options).split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(problem);
  }

  @Test
  void tellsTwoPoliciesOfOneNameApartByTheirFiles() throws IOException {
    ledger(INVOICES, "");
    String text =
        """
        policy: mine
        ladder:
          - step: reminder
            at: 3 days past due
            take: send reminder by email
        """;
    String old = file("old.yaml", text).toString();
    String my = file("my.yaml", text).toString();
    Run cut = run("compare " + old + " " + my + " --on 2026-06-05");
    assertThat(cut.out()).startsWith("mine (old.yaml) -> mine (my.yaml) on 2026-06-05");
    String past = "backtest --policy " + old + "," + my + " --from 2026-04-01 --to 2026-04-30";
    assertThat(run(past).out()).contains("mine (old.yaml)").contains("mine (my.yaml)");
    assertThat(run(past + " --format json").out()).contains("old.yaml\"").contains("my.yaml\"");
  }

  @Test
  void comparesByWhatIsDoneToALedger() throws IOException {
    ledger(INVOICES, "");
    Run run =
        run("compare courteous-consumer german-b2b --from 2026-04-01 --to 2026-08-31 --stories");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith(
            "courteous-consumer -> german-b2b\n\nInvoices that are treated otherwise, of 1 ")
        .contains("  charged more          1 invoice of 1 customer, ")
        .contains("      C-1 INV-1\n      before: 2026-04-28 heads-up\n")
        .endsWith("\n1 invoice is treated more harshly.\n");
    assertThat(
            run("compare german-b2b german-b2b --from 2026-04-01 --to 2026-08-31 --format json")
                .out())
        .contains("\"ledgers\" : [ {\n    \"before\" : \"german-b2b\"")
        .contains("\"harsher\" : 0,\n    \"effects\" : [ ]");
    assertThat(
            run("compare courteous-consumer german-b2b --from 2026-04-01 --to 2026-08-31"
                    + " --format json")
                .out())
        .containsPattern(
            "\"extreme\" : \\{\\s+\"customer\" : \"C-1\",\\s+\"invoice\" : \"INV-1\","
                + "\\s+\"before\" : \\[ \"2026-04-28 take heads-up\"")
        .containsPattern("\"after\" : \\[ \"2026-\\d\\d-\\d\\d take ");
    assertThat(run("compare german-b2b german-b2b --from 2026-04-01").code()).isEqualTo(2);
    assertThat(run("compare german-b2b german-b2b --on 2026-04-01 --to 2026-04-01").code())
        .isEqualTo(2);
  }

  private String assigning(String name, String policy, String late) throws IOException {
    return file(
            name,
            """
            default policy: a
            segments:
              consumer: %s
            policies:
              - policy: a
                ladder:
                  - step: reminder
                    at: 3 days past due
                    take: send reminder by email
              - policy: %s
                ladder:
                  - step: reminder
                    at: 30 days past due
                    take: send reminder by email
            """
                .formatted(policy, late))
        .toString();
  }

  /** No rule of a policy differs; what differs is who has which. */
  @Test
  void saysThatCustomersHaveAnotherPolicy() throws IOException {
    String old = assigning("old.yaml", "b", "b");
    String now = assigning("now.yaml", "a", "b");
    Run run = dunning("compare", old, now);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .endsWith(
            "\nNot compared is who has which policy, which differs:\n  segment consumer: b -> a\n");
    assertThat(dunning("compare", old, now, "--format", "json").out())
        .containsPattern("\"of\" : \"segment consumer\",\\s+\"before\" : \"b\"");
    assertThat(dunning("compare", old, old).code()).isZero();
    String other = assigning("other.yaml", "c", "c");
    Run apart = dunning("compare", old, other);
    assertThat(apart.code()).isEqualTo(3);
    assertThat(apart.out())
        .contains("\nNot compared, because only old.yaml has them: b\n")
        .contains("\nNot compared, because only other.yaml has them: c\n")
        .contains("\n  segment consumer: b -> c\n");
  }

  /** With a ledger, each customer has the policy that either file gives. */
  @Test
  void playsThePolicyThatEachCustomerHas() throws IOException {
    ledger(INVOICES, "");
    file("customers.csv", "customer,segment\nC-1,consumer\n");
    String files = assigning("old.yaml", "b", "b") + " " + assigning("now.yaml", "a", "b");
    Run run = run("compare " + files + " --from 2026-04-01 --to 2026-06-30");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("a, b (old.yaml) -> a (now.yaml)\n")
        .contains("  contacted earlier     1 invoice of 1 customer, 900.00 EUR open, by 27 days at")
        .endsWith("\n1 invoice is treated more harshly.\n");
    assertThat(run("compare " + files + " --on 2026-05-04").out())
        .contains("customers contacted on that day: 1 instead of 0")
        .contains("C-1 INV-1 newly contacted: reminder");
  }

  /** Nobody in the worlds has all the tags that the new step is for. */
  @Test
  void doesNotSayThatNobodyIsTreatedMoreHarshlyIfTheStepWasNotReached() throws IOException {
    String policy =
        """
        policy: one
        ladder:
          - step: reminder
            at: 3 days past due
            take: send reminder by email
        """;
    String tags =
        IntStream.range(0, 8).mapToObj(i -> "customer tagged t" + i).collect(joining(" and "));
    String early = "  - step: early\n    at: 5 days past due\n    take: refer to agency\n";
    String old = file("old.yaml", policy).toString();
    String now = file("now.yaml", policy + early + "    only if: " + tags + "\n").toString();
    Run run = dunning("compare", old, now);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("\nNo debtor is treated otherwise in ")
        .contains("\nIt is not known whether a debtor is treated more harshly: no explored world")
        .endsWith("\"early\".\n")
        .doesNotContain("No debtor is treated more harshly");
    assertThat(dunning("compare", old, now, "--format", "json").out())
        .contains("\"undecided\" : \"no explored world reaches a step that differs: ");
  }

  @Test
  void endsWithThreeIfTheBudgetEnded() {
    Run run = dunning("compare", "german-b2b", "standard-b2b", "--worlds", "5");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains(", of 5 worlds:")
        .endsWith("The budget ended before all worlds were played: more may differ.\n");
  }

  @Test
  void coverageSaysWhatALedgerLeavesOut() throws IOException {
    ledger(INVOICES, "");
    Run run = run("coverage --policy courteous-consumer --from 2026-04-01 --to 2026-12-31");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("final notice")
        .contains("not exercised: verdict hold: never given");
  }

  /** One policy of a file is asked for in one way everywhere. */
  @Test
  void aPolicyOfAFileIsNamedAlike() throws IOException {
    ledger(INVOICES, "");
    String one =
        """
        policy: one
        ladder:
          - step: call
            at: 3 days past due
            take: place call
        """;
    String two = one.replace("one", "two").replace("3 days", "99 days");
    String file = file("several.yaml", one + "---\n" + two).toString();
    assertThat(run("next --policy " + file + "#one --as-of 2026-06-05").out()).contains("call");
    assertThat(run("next --policy " + file + "#two --as-of 2026-06-05").out())
        .doesNotContain("place call");
    String days = " --from 2026-04-01 --to 2026-05-31";
    assertThat(run("backtest " + file + "#one german-b2b" + days).out())
        .contains("one")
        .contains("german-b2b")
        .doesNotContain("segments");
    assertThat(run("backtest " + file + days).out())
        .endsWith(
            "\neach policy is played on all customers, whatever segments its file gives it\n");
    assertThat(run("backtest" + days).err()).startsWith("give one policy or more: files, or names");
  }

  @Test
  void backtestSetsPoliciesBesideEachOther() throws IOException {
    ledger(INVOICES, "2026-05-09,INV-1,,payment,900.00,,,,\n");
    Run run =
        run(
            "backtest --policy courteous-consumer,german-b2b --from 2026-04-01 --to 2026-12-31"
                + " --soon 5");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("customers contacted").contains("cannot know");
    assertThat(run("backtest --policy german-b2b --from 2026-04-01 --to 2026-01-01").code())
        .isEqualTo(2);
  }
}
