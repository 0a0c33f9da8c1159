package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.check.PolicyComparison.Effect;
import io.dunning.check.PolicyComparison.Kind;
import io.dunning.policy.DunningPolicy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for a comparison of any two policies. */
class PolicyComparisonProperties {
  @Property(tries = 8, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aPolicyDoesNotDifferFromItself(@ForAll long seed) {
    DunningPolicy policy = new RandomPolicies(new Random(seed)).next();
    PolicyComparison same = PolicyComparison.of(policy, policy);
    assertThat(same.isEmpty()).as(same.toString()).isTrue();
    assertThat(same.harsher()).isEmpty();
  }

  @Property(tries = 8, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void theOtherWayRoundSaysTheOpposite(@ForAll long seed) {
    Random random = new Random(seed);
    DunningPolicy one = new RandomPolicies(random).next();
    DunningPolicy other = new RandomPolicies(random).next();
    PolicyComparison there = PolicyComparison.of(one, other);
    PolicyComparison back = PolicyComparison.of(other, one);
    assertThat(back.worlds()).isEqualTo(there.worlds());
    Map<Kind, Effect> mirrored = new EnumMap<>(Kind.class);
    there.effects().forEach(e -> mirrored.put(PolicyComparisonTest.MIRRORED.get(e.kind()), e));
    assertThat(back.effects())
        .extracting(Effect::kind)
        .containsExactlyElementsOf(mirrored.keySet());
    for (Effect each : back.effects()) {
      assertThat(each.worlds()).isEqualTo(mirrored.get(each.kind()).worlds());
      assertThat(each.most()).isEqualTo(mirrored.get(each.kind()).most());
    }
    back.differences()
        .forEach(
            d ->
                assertThat(there.differences())
                    .contains(new PolicyComparison.Difference(d.place(), d.after(), d.before())));
  }
}
