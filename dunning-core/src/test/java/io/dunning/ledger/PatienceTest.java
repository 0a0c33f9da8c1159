package io.dunning.ledger;

import static io.dunning.event.Concession.DEFERRAL;
import static io.dunning.event.Concession.HOLD;
import static io.dunning.event.Concession.PLAN;
import static io.dunning.event.Concession.PROMISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Streams;
import org.junit.jupiter.api.Test;

class PatienceTest {
  @Test
  void printsItsLimitsInTheOrderOfKinds() {
    Patience patience =
        Patience.UNLIMITED
            .atMost(1, PLAN)
            .atMost(2, PROMISE)
            .daysInAll(30, PROMISE)
            .daysInAll(1, HOLD)
            .moreOnlyFrom("head of credit");
    assertThat(patience)
        .hasToString(
            "at most 2 promises, at most 1 payment plan, promises for 30 days in all, holds for 1"
                + " day in all, more only from head of credit");
    assertThat(Streams.copy(patience)).isEqualTo(patience);
    assertThat(Patience.UNLIMITED).hasToString("no limits");
    assertThat(Patience.UNLIMITED.isUnlimited()).isTrue();
    assertThat(patience.isUnlimited()).isFalse();
    assertThat(Patience.UNLIMITED.daysInAll(0, DEFERRAL).isUnlimited()).isFalse();
  }

  @Test
  void refusesNegativeNumbers() {
    assertThatThrownBy(() -> Patience.UNLIMITED.atMost(-1, PROMISE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of times a promise holds is negative: -1");
    assertThatThrownBy(() -> Patience.UNLIMITED.daysInAll(-2, HOLD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of days a hold holds is negative: -2");
  }
}
