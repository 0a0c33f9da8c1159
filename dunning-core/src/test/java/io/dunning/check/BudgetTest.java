package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static Budget of(long worlds, Duration time) {
    return new Budget(worlds, time, (w, d) -> {});
  }

  @Test
  void isUsedUpOnceOneWorldMoreWouldBegin() {
    Budget budget = of(3, Duration.ZERO);
    budget.use(2, 100);
    assertThat(budget.mayBegin()).isTrue();
    budget.use(3, 101);
    budget.tick();
    assertThat(budget.isUsedUp()).isFalse();
    assertThat(budget.mayBegin()).isFalse();
    assertThat(budget.isUsedUp()).isTrue();
  }

  @Test
  void isUsedUpOnceTheTimeIsOver() {
    Budget short1 = of(Long.MAX_VALUE, Duration.ofNanos(1));
    assertThat(short1.isUsedUp()).isFalse();
    short1.tick();
    assertThat(short1.isUsedUp()).isTrue();
    Budget day = of(Long.MAX_VALUE, Duration.ofDays(1));
    day.tick();
    assertThat(day.isUsedUp()).isFalse();
  }

  @Test
  void isUsedUpAsSoonAsSomebodySaysSo() {
    AtomicBoolean enough = new AtomicBoolean();
    Budget budget = new Budget(Long.MAX_VALUE, Duration.ZERO, (w, d) -> {}, enough::get);
    budget.use(1, 1);
    assertThat(budget.isUsedUp()).isFalse();
    enough.set(true);
    budget.use(2, 2);
    assertThat(budget.isUsedUp()).isTrue();
  }
}
