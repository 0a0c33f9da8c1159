package io.dunning.check;

import static io.dunning.check.PolicyComparison.Kind.CHARGED_LESS;
import static io.dunning.check.PolicyComparison.Kind.CHARGED_MORE;
import static io.dunning.check.PolicyComparison.Kind.CONTACTED_EARLIER;
import static io.dunning.check.PolicyComparison.Kind.CONTACTED_LATER;
import static io.dunning.check.PolicyComparison.Kind.CONTACTED_LESS;
import static io.dunning.check.PolicyComparison.Kind.CONTACTED_MORE;
import static io.dunning.check.PolicyComparison.Kind.HANDED_OVER_LATER;
import static io.dunning.check.PolicyComparison.Kind.HANDED_OVER_SOONER;
import static io.dunning.check.PolicyComparison.Kind.LEFT_ALONE;
import static io.dunning.check.PolicyComparison.Kind.NO_LONGER_LEFT_ALONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.Days;
import io.dunning.check.PolicyComparison.Effect;
import io.dunning.check.PolicyComparison.Kind;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.StoryDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyComparisonTest {
  private static final DunningPolicy BEFORE = GoodPolicies.all().get(0);
  static final Map<Kind, Kind> MIRRORED =
      Map.of(
          CONTACTED_EARLIER, CONTACTED_LATER,
          CONTACTED_LATER, CONTACTED_EARLIER,
          CONTACTED_MORE, CONTACTED_LESS,
          CONTACTED_LESS, CONTACTED_MORE,
          LEFT_ALONE, NO_LONGER_LEFT_ALONE,
          NO_LONGER_LEFT_ALONE, LEFT_ALONE,
          CHARGED_MORE, CHARGED_LESS,
          CHARGED_LESS, CHARGED_MORE,
          HANDED_OVER_SOONER, HANDED_OVER_LATER,
          HANDED_OVER_LATER, HANDED_OVER_SOONER);

  static List<DunningPolicy> others() {
    return GoodPolicies.all().subList(1, 6);
  }

  @Test
  void aPolicyDoesNotDifferFromItself() {
    PolicyComparison same = PolicyComparison.of(BEFORE, BEFORE);
    assertThat(same.isEmpty()).isTrue();
    assertThat(same.harsher()).isEmpty();
    assertThat(same.worlds()).isGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("others")
  void theOtherWayRoundSaysTheOpposite(DunningPolicy after) {
    PolicyComparison there = PolicyComparison.of(BEFORE, after);
    PolicyComparison back = PolicyComparison.of(after, BEFORE);
    Map<Kind, Long> mirrored = new EnumMap<>(Kind.class);
    there.effects().forEach(e -> mirrored.put(MIRRORED.get(e.kind()), e.worlds()));
    Map<Kind, Long> found = new EnumMap<>(Kind.class);
    back.effects().forEach(e -> found.put(e.kind(), e.worlds()));
    assertThat(found).isEqualTo(mirrored);
    assertThat(back.worlds()).isEqualTo(there.worlds());
    assertThat(back.differences()).hasSameSizeAs(there.differences());
  }

  @Test
  void tellsALaterReminderInWordsAndByWhatItDoes() {
    DunningPolicy after =
        Redraft.withStep(BEFORE, 0, s -> s.at(io.dunning.policy.Trigger.daysPastDue(5)));
    PolicyComparison found = PolicyComparison.of(BEFORE, after);
    assertThat(found.differences())
        .map(PolicyComparison.Difference::toString)
        .containsExactly("step \"reminder\": at: 3 days past due -> 5 days past due");
    assertThat(found.effects()).extracting(Effect::kind).contains(CONTACTED_LATER);
    assertThat(found.effects()).extracting(Effect::kind).doesNotContain(CONTACTED_EARLIER);
    assertThat(found.toString()).contains("contacted later in");
    assertThat(PolicyComparison.of(after, BEFORE).harsher()).isPresent();
  }

  @Test
  void nobodyIsTreatedMoreHarshlyByMorePatience() {
    DunningPolicy after = Redraft.of(BEFORE).minimumAmount(Money.eur("50.00")).build();
    PolicyComparison found = PolicyComparison.of(BEFORE, after);
    assertThat(found.harsher()).as(found.stories()).isEmpty();
    assertThat(found.effects()).extracting(Effect::kind).contains(LEFT_ALONE);
  }

  @Test
  void graceIsTheSameThingForEveryone() {
    DunningPolicy after = Redraft.of(BEFORE).grace(Days.calendarDays(10)).build();
    for (Effect each : PolicyComparison.of(BEFORE, after).effects()) {
      for (World world : List.of(each.extreme().before(), each.extreme().after())) {
        world.scenario().tells(world.story().toArray(new StoryDay[0]));
      }
    }
  }
}
