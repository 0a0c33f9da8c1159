package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.scenario.Scenario.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Scenario;
import io.dunning.scenario.StoryDay;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class PolicyMutationTest {
  private static final DunningPolicy POLICY = FaultyPolicies.good().get(4);

  private static void large(DunningPolicy policy) {
    Scenario.of(policy)
        .invoice("INV-1", "100.00 EUR", "2026-01-15", "2026-02-14")
        .tells(
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-02-28").takes("notice", LETTER),
            on("2026-03-16").takes("demand", LETTER).grants("2026-03-26"),
            on("2026-03-27").approves("agency").takes("agency"));
  }

  private static void small(DunningPolicy policy) {
    Scenario.of(policy)
        .invoice("INV-1", "49.99 EUR", "2026-01-15", "2026-02-14")
        .tells(
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-03-16").takes("demand", LETTER).grants("2026-03-26"));
  }

  @Test
  void theScoreFallsWhenAStoryIsTakenAway() {
    PolicyMutation both =
        PolicyMutation.of(
            POLICY,
            p -> {
              large(p);
              small(p);
            });
    PolicyMutation one = PolicyMutation.of(POLICY, PolicyMutationTest::small);
    assertThat(both.unnoticed()).isEmpty();
    assertThat(both.score()).isEqualTo(100);
    assertThat(one.score()).isLessThan(both.score());
    assertThat(one.changes()).isEqualTo(both.changes()).isGreaterThan(12);
    assertThat(one.unnoticed()).contains("step \"agency\" needs no approval");
    assertThat(one.toString()).contains("not noticed: step \"agency\" left out");
  }

  @Test
  void testsThatFailAnywayAreNoTests() {
    assertThatThrownBy(
            () ->
                PolicyMutation.of(
                    POLICY,
                    p -> {
                      throw new AssertionError("always");
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessage("always");
  }

  @Test
  void storiesFromExplorationNoticeMostChanges() {
    Collection<World> stories =
        PolicyExamples.of(POLICY, BusinessCalendar.weekends()).stories().values();
    PolicyMutation found =
        PolicyMutation.of(
            POLICY,
            p ->
                stories.forEach(
                    w ->
                        Scenario.of(p)
                            .account(w.start())
                            .tells(w.story().toArray(new StoryDay[0]))));
    assertThat(found.score()).as(found.toString()).isGreaterThan(85);
  }
}
