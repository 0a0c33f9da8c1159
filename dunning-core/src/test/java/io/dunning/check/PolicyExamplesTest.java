package io.dunning.check;

import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.overdueAtLeast;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class PolicyExamplesTest {
  private static final DunningPolicy POLICY =
      policy(REMINDER, NOTICE.onlyIf(overdueAtLeast(eur("50.00")).or(FaultyPolicies.VIP)))
          .minimumAmount(eur("10.00"))
          .build();

  private static final SortedMap<String, World> STORIES =
      PolicyExamples.of(POLICY, OneWorld.CALENDAR).stories();

  private static Money owed(String what) {
    return STORIES.get(what).start().invoices().get(0).invoice().amount();
  }

  @Test
  void reachesEachStepAnswerHoldVerdictAndMinimum() {
    assertThat(STORIES)
        .containsKeys(
            "step \"reminder\"",
            "step \"notice\"",
            "ladder[2].only if is true",
            "ladder[2].only if is false",
            "ladder[2].only if \"overdue at least 50.00 EUR\" is true",
            "ladder[2].only if \"overdue at least 50.00 EUR\" is false",
            "ladder[2].only if \"customer tagged vip\" is true",
            "ladder[2].only if \"customer tagged vip\" is false",
            "hold disputed",
            "hold promised",
            "hold restricted",
            "verdict wait",
            "verdict closed",
            "verdict exhausted",
            "minimum of 10.00 EUR is met",
            "minimum of 10.00 EUR is not met");
  }

  /** A story at the edge notices if the edge moves. */
  @Test
  void amountsAreAtTheEdge() {
    assertThat(owed("ladder[2].only if \"overdue at least 50.00 EUR\" is true"))
        .isEqualTo(eur("50.00"));
    assertThat(owed("minimum of 10.00 EUR is met")).isEqualTo(eur("10.00"));
    assertThat(owed("minimum of 10.00 EUR is not met")).isEqualTo(eur("9.99"));
    assertThat(owed("step \"notice\"")).isEqualTo(eur("1000.00"));
  }

  @Test
  void storiesAreAsShortAsCanBe() {
    assertThat(STORIES.get("step \"notice\"").moments()).hasSize(2);
    assertThat(STORIES.get("verdict exhausted").moments()).allMatch(m -> m.event().isEmpty());
    assertThat(STORIES.get("hold promised").moments()).hasSize(1);
  }

  @Test
  void printsEachStoryAfterWhatItReaches() {
    String all = new PolicyExamples(STORIES.subMap("step \"notice\"", "step \"z")).toString();
    assertThat(all)
        .isEqualTo(
            """
            step "notice"
              C-1
              INV-1: 1000.00 EUR due 2025-02-05
              2025-02-08 take reminder: send reminder by email
              2025-02-19 take notice: send notice 1 by letter

            step "reminder"
              C-1
              INV-1: 1000.00 EUR due 2025-02-05
              2025-02-08 take reminder: send reminder by email
            """);
  }
}
