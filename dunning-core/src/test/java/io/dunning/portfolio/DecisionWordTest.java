package io.dunning.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.EpochDay;
import io.dunning.compiled.Decided;
import io.dunning.compiled.Holder;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;
import org.junit.jupiter.api.Test;

class DecisionWordTest {
  /** Whoever adds one finds room for it in the word. */
  @Test
  void hasRoomForAllVerdictsRulesAndHolders() {
    assertThat(Verdict.values().length).isLessThanOrEqualTo(7);
    assertThat(Rule.values().length).isLessThanOrEqualTo(32);
    assertThat(Holder.values().length).isLessThanOrEqualTo(3);
  }

  @Test
  void givesBackWhatItWasMadeOf() {
    int[] steps = {-1, 0, Decisions.MOST_STEPS - 1};
    long[] days = {-1_000_000, -1, 0, 20_000, 1L << 38, EpochDay.NEVER};
    for (Verdict verdict : Verdict.values()) {
      for (Rule rule : Rule.values()) {
        for (int step : steps) {
          for (long day : days) {
            givesBack(verdict, rule, null, step, day);
          }
        }
      }
    }
    for (Holder holder : Holder.values()) {
      givesBack(Verdict.HOLD, Rule.HELD, holder, 3, 20_000);
    }
  }

  private static void givesBack(Verdict verdict, Rule rule, Holder holder, int step, long day) {
    long word = DecisionWord.of(new Decided(verdict.ordinal(), rule.ordinal(), holder, step, day));
    assertThat(word).isNotEqualTo(DecisionWord.UNDECIDED);
    assertThat(DecisionWord.verdict(word)).isEqualTo(verdict);
    assertThat(DecisionWord.rule(word)).isEqualTo(rule);
    assertThat(DecisionWord.stepPlace(word)).isEqualTo(step);
    assertThat(DecisionWord.reviewDay(word)).isEqualTo(day);
    if (verdict == Verdict.HOLD) {
      assertThat(DecisionWord.holder(word)).isEqualTo(holder);
    }
  }
}
