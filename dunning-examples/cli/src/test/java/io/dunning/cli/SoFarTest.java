package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SoFarTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void saysEveryHalfMinuteHowFarItHasCome() {
    AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5 * SECOND);
    List<String> lines = new ArrayList<>();
    SoFar soFar = new SoFar("check mine", clock::get, lines::add);
    clock.addAndGet(29 * SECOND);
    soFar.worlds(5);
    assertThat(lines).isEmpty();
    clock.addAndGet(SECOND);
    soFar.worlds(1);
    clock.addAndGet(SECOND);
    soFar.worlds(80_000);
    clock.addAndGet(29 * SECOND);
    soFar.worlds(84_110);
    assertThat(lines)
        .containsExactly("check mine: 1 world so far", "check mine: 84,110 worlds so far");
  }
}
