package io.dunning.ledger;

import static io.dunning.event.Concession.DEFERRAL;
import static io.dunning.event.Concession.HOLD;
import static io.dunning.event.Concession.PLAN;
import static io.dunning.event.Concession.PROMISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Streams;
import io.dunning.sentence.SentenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no limits",
        "at most 2 promises",
        "at most 1 payment plan, deferrals for 1 day in all",
        "promises for 30 days in all, holds for 0 days in all",
        "at most 3 holds, more only from head of credit"
      })
  void readsWhatItPrints(String words) {
    assertThat(Patience.parse(words)).hasToString(words);
  }

  @Test
  void readsEachLimit() {
    assertThat(Patience.parse("at most 2 promises, promises for 30 days in all, more only from x"))
        .isEqualTo(Patience.UNLIMITED.atMost(2, PROMISE).daysInAll(30, PROMISE).moreOnlyFrom("x"));
    assertThat(Patience.parse("no limits")).isEqualTo(Patience.UNLIMITED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at most 2 apples",
        "at most promises",
        "promises 30 days in all",
        "promises for 30 weeks in all",
        "promises for 30 days",
        "no limits, at most 2 promises",
        "at most 2 promises; at most 1 hold",
        ""
      })
  void refusesOtherWords(String words) {
    assertThatThrownBy(() -> Patience.parse(words)).isInstanceOf(SentenceException.class);
  }
}
