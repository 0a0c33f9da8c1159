package io.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.behaviour.RiskBand;
import io.dunning.money.Percentage;
import io.dunning.settlement.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that put customers into segments. */
class SegmentRuleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "segment gold if customer is prompt",
        "segment gold if customer is prompt and not (customer tagged new or branch is north)",
        "segment \"if and only\" if customer in country DE",
        "segment slow if late ratio at least 60% and risk at least 70%",
        "segment late if more than 14 days late on average",
        "segment rest if always"
      })
  void readsWhatItPrints(String words) {
    assertThat(SegmentRule.parse(words)).hasToString(words);
    assertThat(SegmentRule.parse(SegmentRule.parse(words).toString()))
        .isEqualTo(SegmentRule.parse(words));
  }

  @Test
  void asksAboutTheCustomerOnly() {
    assertThat(
            new SegmentRule(
                    "gold",
                    Condition.customerIs(RiskBand.PROMPT)
                        .and(Condition.lateRatioAtLeast(Percentage.percent("1")).not()))
                .segment())
        .isEqualTo("gold");
    for (Condition each :
        new Condition[] {
          Condition.overdue(),
          Condition.worthMost(Route.COURT),
          Condition.settlementPossible(),
          Condition.disputeOpen(),
          Condition.taken("reminder"),
          Condition.described("it rains", s -> true),
          Condition.limitationPassed()
        }) {
      assertThatThrownBy(
              () -> new SegmentRule("gold", Condition.customerTagged("new").or(each.not())))
          .hasMessage(
              "rule for segment gold asks about more than the customer and how the customer pays: "
                  + each);
    }
  }

  @Test
  void refusesWhatIsNoRule() {
    assertThatThrownBy(() -> new SegmentRule(" ", Condition.always()))
        .hasMessage("segment of a rule is blank");
    assertThatThrownBy(() -> SegmentRule.parse("segment gold"))
        .hasMessageContaining("rule for a segment has no condition");
    assertThatThrownBy(() -> SegmentRule.parse("gold if overdue"))
        .isInstanceOf(io.dunning.sentence.SentenceException.class);
  }
}
