package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
  /** A part of 1000 rows takes 60 s to sort and 100 s to decide. */
  private final TimeLeft left = new TimeLeft(new long[] {0, 1000, 2000});

  private static long at(int second) {
    return TimeUnit.SECONDS.toNanos(second);
  }

  private void assertLeft(int second, int seconds) {
    assertThat(left.at(at(second))).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void nothingIsKnownUntilRowsAreDecidedAbout() {
    left.partBegins(1, at(0));
    assertThat(left.at(at(59))).isEmpty();
    left.partSorted(at(60));
    assertThat(left.at(at(65))).isEmpty();
  }

  @Test
  void sortingAndDecidingAreCountedApart() {
    left.partBegins(1, at(0));
    left.partSorted(at(60));
    left.rowsDecided(200, at(80));
    // 800 rows of this part and 2000 of the next at 0.1 s each; 2000 to sort at 0.06 s each
    assertLeft(80, 280 + 120);
    assertLeft(85, 280 + 120 - 5);
    left.rowsDecided(800, at(160));
    left.partBegins(2, at(160));
    assertLeft(160, 200 + 120);
    assertLeft(200, 200 + 120 - 40);
    left.partSorted(at(280));
    left.rowsDecided(1000, at(380));
    assertLeft(380, 100);
    left.rowsDecided(1000, at(480));
    assertLeft(480, 0);
    assertLeft(490, 0);
  }
}
