package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenTest {
  private final Fingerprint state = new Fingerprint();

  private Fingerprint of(Object... facts) {
    state.begin();
    for (Object each : facts) {
      if (each instanceof Long number) {
        state.add(number.longValue());
      } else {
        state.add(each);
      }
    }
    return state;
  }

  @Test
  void knowsWhatItHasSeenByWhatItEquals() {
    Seen seen = new Seen();
    assertThat(seen.add(of(7L, LocalDate.of(2026, 3, 2)))).isTrue();
    assertThat(seen.add(of(7L, LocalDate.of(2026, 3, 2)))).isFalse();
    assertThat(seen.add(of(7L, LocalDate.of(2026, 3, 3)))).isTrue();
    assertThat(seen.add(of(LocalDate.of(2026, 3, 2), 7L))).isTrue();
    assertThat(seen.add(of(7L))).isTrue();
    assertThat(seen.add(of(7L, 0L))).isTrue();
    assertThat(seen.add(of())).isTrue();
    assertThat(seen.add(of())).isFalse();
  }

  /** A thing that is told first has the number 0, and is not the number 0. */
  @Test
  void aThingIsNoNumber() {
    Seen seen = new Seen();
    assertThat(seen.add(of("first"))).isTrue();
    assertThat(seen.add(of(0L))).isTrue();
    assertThat(seen.add(of(1L))).isTrue();
  }

  @Test
  void countsManyStatesAsASetOfListsDoes() {
    Seen seen = new Seen();
    Set<List<Long>> all = new HashSet<>();
    Random random = new Random(5);
    for (int i = 0; i < 50_000; i++) {
      Long[] facts = new Long[1 + random.nextInt(3)];
      for (int k = 0; k < facts.length; k++) {
        facts[k] = (long) random.nextInt(30);
      }
      assertThat(seen.add(of((Object[]) facts))).isEqualTo(all.add(List.of(facts)));
    }
    assertThat(all).hasSizeGreaterThan(10_000);
  }
}
