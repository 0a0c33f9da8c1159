package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.DunningPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of a policy names every rule that is not the usual one. */
class PolicyPageTest {
  private static final Path KEYS = Path.of("../../docs/reference/policy-keys.md");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z ]+)`.*");

  private static final String STEP =
      """
        - step: call
          at: 20 days past due
          take: send notice 1 by email
      """;
  private static final String PLAIN = "policy: p\nladder:\n" + STEP;

  /** A rule for each key of a policy. */
  private static final String RULES =
      """
      version: 7
      live from: 2026-03-31
      grace: 3 days
      minimum amount: 5.00 EUR
      hold while: overdue
      clock during holds: stops
      decide per: account
      tolerance: up to 1.00 EUR
      between contacts: 3 days
      between steps: 3 days
      delivery presumed after: 4 days
      delivery given up after: 4 days
      thanks within: 4 days
      conduct: {rules: COURTEOUS-B2B}
      progression: skip
      repeat last step every: 30 days
      promise tolerance: 2 days
      promise holds all from: 70%
      after a broken promise: resumes at once
      plan cure: 2 days
      after a broken plan: resumes at once
      patience: at most 2 promises
      receipts hold steps for: 3 business days
      bank data stale after: 2 business days
      until a collection failed: go on
      collections awaited for: 14 days
      reopened debts age: from reversal
      steps before a reversal: start again
      interest: 9%
      late fees: [{amount: 5.00 EUR, once for each: invoice}]
      settlement: {offer: {share: 70%}}
      payment plans: {instalments at most: 6}
      endgame: {routes: [{route: court, of the curve: 90%, takes: 9 months}]}
      profile window: 90 days
      judged from settled invoices: 5
      risk model: late last time
      invariants: never call while disputed
      """;

  /** Rules that only make sense beside another one. */
  private static final List<String> IN_CONTEXT =
      List.of(
          "decide per: account\ndocument level: highest",
          "decide per: account\ncredits: net",
          "decide per: account\naccount steps count: since due",
          "bank data stale after: 2 business days\nstale bank data hold from: call",
          "interest: 9%\ncharge cap: at most 20% in all",
          "interest: 9%\npayments pay: costs, then interest, then principal",
          "interest: 9%\ninterest in dispute: pause",
          "interest: 9%\ncharges while restricted: {insolvency: waive}",
          "interest: 9%\ncharges once settled: waived",
          "interest: 9%\nsource of charges: our terms");

  private static final String STEP_RULES =
      """
      only if: overdue
      requires: overdue
      or by: letter
      tone: firm
      grants: 9 days
      addressed to: owner
      performed by: sales
      needs approval: true
      needs approval of: the boss
      minimum amount: 5.00 EUR
      since last contact: 9 days
      even during: insolvency
      even while overdue: true
      """;

  private static String page(String file) {
    DunningPolicy policy = PolicyFiles.parse(file).policy();
    return PolicyPage.of(policy).replaceAll("Fingerprint .*", "");
  }

  private static List<String> keys(String heading) throws IOException {
    String text = Files.readString(KEYS);
    String section = text.substring(text.indexOf("## " + heading + "\n"));
    return section
        .substring(3, section.indexOf("\n## "))
        .lines()
        .map(ROW::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(m -> m.group(1))
        .toList();
  }

  private static String key(String line) {
    return line.substring(0, line.indexOf(':'));
  }

  @Test
  void everyRuleOfAPolicyStandsOnItsPage() throws IOException {
    List<String> tried = new ArrayList<>(List.of("policy", "ladder"));
    for (String each : RULES.lines().toList()) {
      assertThat(page(PLAIN + each + "\n")).as(each).isNotEqualTo(page(PLAIN));
      tried.add(key(each));
    }
    for (String each : IN_CONTEXT) {
      String[] lines = each.split("\n");
      assertThat(page(PLAIN + each + "\n")).as(each).isNotEqualTo(page(PLAIN + lines[0] + "\n"));
      tried.add(key(lines[1]));
    }
    assertThat(tried).containsExactlyInAnyOrderElementsOf(keys("A policy"));
  }

  @Test
  void everyRuleOfAStepStandsOnItsPage() throws IOException {
    List<String> tried = new ArrayList<>(List.of("step", "at", "take"));
    for (String each : STEP_RULES.lines().toList()) {
      assertThat(page(PLAIN + "    " + each + "\n")).as(each).isNotEqualTo(page(PLAIN));
      tried.add(key(each));
    }
    String softer = "    tone: firm\n";
    assertThat(page(PLAIN + softer + "    softer tone if: overdue\n"))
        .isNotEqualTo(page(PLAIN + softer));
    tried.add("softer tone if");
    assertThat(tried).containsExactlyInAnyOrderElementsOf(keys("A step"));
  }

  @Test
  void speaksOfWhatAManagerDecides() {
    assertThat(page(PLAIN))
        .contains("1. \"call\": 20 days past due, send notice 1 by email.")
        .contains("Customers may be contacted on any day.")
        .contains("On hold while: dispute open")
        .doesNotContain("as agreed", "go on");
    String plans = "payment plans:\n  instalments at most: 6\n  instalment at least:\n";
    assertThat(page(PLAIN + plans + "    - 100.00 EUR\n    - 100.00 USD\n"))
        .contains("up to 6 monthly instalments of at least 100.00 EUR or 100.00 USD;");
  }
}
