package io.dunning.check;

import static io.dunning.policy.Condition.customerTagged;
import static io.dunning.policy.Condition.disputeOpen;
import static io.dunning.policy.Condition.overdue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import org.junit.jupiter.api.Test;

/** A condition is watched until it has answered both ways. */
class WatchingTest {
  private static final Condition VIP_OR_LATE = customerTagged("vip").or(overdue());

  private final DunningPolicy policy =
      FaultyPolicies.policy(
              FaultyPolicies.REMINDER.onlyIf(VIP_OR_LATE),
              FaultyPolicies.NOTICE.onlyIf(customerTagged("vip")))
          .holdWhile(disputeOpen().or(overdue()))
          .build();
  private final Answers answers = new Answers();
  private final Watching watching = new Watching(policy, answers);
  private final DunningPolicy watched = watching.all(Boundary.of(policy));

  private void answer(String place, boolean... holds) {
    for (Answers.Count each : answers.counts.get(place)) {
      for (boolean yes : holds) {
        each.answered(0, yes);
      }
    }
  }

  private static Condition condition(DunningPolicy policy, int step) {
    return policy.ladder().steps().get(step).condition();
  }

  @Test
  void theWatchedPolicyIsToldFromThePolicyByNothingButItsConditions() {
    assertThat(watched.fingerprint()).isEqualTo(policy.fingerprint());
    assertThat(condition(watched, 0)).isNotEqualTo(VIP_OR_LATE).hasToString(VIP_OR_LATE.toString());
  }

  @Test
  void staysWatchedWhereAnAnswerIsMissing() {
    answer("ladder[1].only if", true);
    answer("ladder[2].only if", false);
    assertThat(watching.apply(watched)).isSameAs(watched);
  }

  /** Every part has to answer both ways, and what is not settled is counted on as before. */
  @Test
  void goesOnWithTheConditionItselfOnceItIsSettled() {
    answer("ladder[1].only if", true, false);
    DunningPolicy less = watching.apply(watched);
    assertThat(condition(less, 0)).isEqualTo(VIP_OR_LATE);
    assertThat(condition(less, 1)).isSameAs(condition(watched, 1));
    assertThat(less.fingerprint()).isEqualTo(policy.fingerprint());
    assertThat(watching.apply(less)).isSameAs(less);
    answer("ladder[2].only if", false, true);
    assertThat(condition(watching.apply(less), 1)).isEqualTo(customerTagged("vip"));
  }

  /** A reason says which part holds a debt; of a watched one it says so in its own words. */
  @Test
  void whatHoldsADebtIsWatchedToTheEnd() {
    answer("hold while", true, false);
    assertThat(watching.apply(watched)).isSameAs(watched);
    answer("ladder[2].only if", true, false);
    assertThat(watching.apply(watched).holdWhile()).isSameAs(watched.holdWhile());
  }
}
