package io.dunning.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {
  /** Whoever adds a finding or a holder finds room for it in an answer. */
  @Test
  void hasRoomForAllFindingsAndHolders() {
    for (Finding finding : Finding.values()) {
      for (Holder holder : Holder.values()) {
        int held = holder.ordinal() << Answer.HOLDER_SHIFT;
        long answer = Answer.of(finding) | held | 8 << Answer.STEP_SHIFT;
        assertThat(Answer.finding(answer)).isEqualTo(finding);
        assertThat(Answer.holder(answer)).isEqualTo(holder);
        assertThat(Answer.step(answer)).isEqualTo(7);
        assertThat(Answer.isCovered(answer)).isTrue();
      }
    }
  }
}
