package io.dunning.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DelayCurveTest {
  private static DelayCurve of(long... settled) {
    DelayCurve curve = new DelayCurve();
    LongStream.of(settled).forEach(curve::settled);
    return curve;
  }

  /** Without open invoices there is nothing to estimate. */
  @Test
  void isTheNearestRankWithoutOpenInvoices() {
    long[] days = {-2, 0, 3, 3, 10, 21, 40};
    DaysStatistics ranks = DaysStatistics.of(LongStream.of(days));
    for (int percent = 1; percent <= 100; percent++) {
      assertThat(of(days).percentile(percent, -100))
          .as("%d%%", percent)
          .isEqualTo(ranks.percentile(percent, DaysStatistics.Method.NEAREST_RANK));
    }
  }

  @Test
  void countsOnlyWhatTookLongerThanTheDebtHasWaited() {
    assertThat(of(0, 0, 0, 10, 20, 30).percentile(50, 5)).hasValue(20);
    assertThat(of(0, 0, 0, 10, 20, 30).percentile(50, 30)).isEqualTo(OptionalLong.empty());
  }

  /**
   * The textbook example: 6 invoices, settled after 1, 3 and 5 days, last seen open after 2, 4 and
   * 6. Unpaid after day 1: 5/6, after day 3: 5/6 x 3/4 = 0.625, after day 5: 0.3125.
   */
  @Test
  void doesNotLeaveOutInvoicesThatAreStillOpen() {
    DelayCurve curve = of(1, 3, 5);
    LongStream.of(2, 4, 6).forEach(curve::open);
    assertThat(curve.percentile(37, 0)).hasValue(3);
    assertThat(curve.percentile(38, 0)).hasValue(5);
    assertThat(curve.percentile(68, 0)).hasValue(5);
    assertThat(curve.percentile(69, 0)).isEmpty();
  }

  /** Who was last seen open on the day on which another paid was at risk on that day. */
  @Test
  void anInvoiceLastSeenOpenOnADayWasOpenOnIt() {
    DelayCurve curve = of(3);
    curve.open(3);
    assertThat(curve.percentile(50, 0)).hasValue(3);
    assertThat(curve.percentile(51, 0)).isEmpty();
  }
}
