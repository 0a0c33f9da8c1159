package io.dunning.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a customer has not paid, in words. */
class NonpaymentReasonTest {
  @ParameterizedTest
  @EnumSource
  void readsWhatItPrints(NonpaymentReason reason) {
    assertThat(NonpaymentReason.parse(reason.toString())).isEqualTo(reason);
  }

  @Test
  void namesAllReasonsWhenItKnowsNoSuchOne() {
    assertThatThrownBy(() -> NonpaymentReason.parse("on holiday"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "not one of forgot, cash-flow hardship, overwhelmed, dispute, awaiting goods or"
                + " documents, wrong recipient, refuses, insolvent: on holiday");
  }
}
