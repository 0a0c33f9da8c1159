package io.dunning.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.sentence.SentenceException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a customer has not paid, in words. */
class NonpaymentReasonTest {
  @ParameterizedTest
  @EnumSource
  void readsWhatItPrints(NonpaymentReason reason) {
    assertThat(NonpaymentReason.parse(reason.toString())).isEqualTo(reason);
    assertThat(NonpaymentReason.parse(reason.toString().toUpperCase(Locale.ROOT)))
        .isEqualTo(reason);
  }

  @Test
  void namesAllReasonsWhenItKnowsNoSuchOne() {
    assertThatThrownBy(() -> NonpaymentReason.parse("on holiday"))
        .isInstanceOf(SentenceException.class)
        .hasMessageStartingWith("\"on holiday\" is not a reason (column 1)")
        .hasMessageContaining("\"cash-flow hardship\", \"overwhelmed\"");
  }

  @Test
  void refusesAMegabyteWithoutRepeatingIt() {
    assertThatThrownBy(() -> NonpaymentReason.parse("x".repeat(1 << 20)))
        .isInstanceOf(SentenceException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }
}
