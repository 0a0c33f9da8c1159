package io.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.Days;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many days a span can be, whatever day it counts from. */
class DayBoundsTest {
  private static final LocalDate JANUARY = LocalDate.of(2023, 1, 1);

  @Test
  void calendarDaysAreWhatTheyAreAndBusinessDaysNoFewer() {
    assertThat(DayBounds.of(Days.calendarDays(7))).isEqualTo(new DayBounds(7, 7));
    assertThat(DayBounds.of(Days.businessDays(7))).isEqualTo(new DayBounds(7, Integer.MAX_VALUE));
    assertThat(DayBounds.of(Days.calendarDays(7)).negated()).isEqualTo(new DayBounds(-7, -7));
    assertThat(DayBounds.of(Days.months(1)).negated()).isEqualTo(new DayBounds(-31, -28));
  }

  /** From each day of four years, among them a leap year. */
  @Test
  void monthsLieWithinTheirBoundsAndNoneIsFarOff() {
    assertThat(DayBounds.of(Days.months(0))).isEqualTo(new DayBounds(0, 0));
    assertThat(DayBounds.of(Days.months(1))).isEqualTo(new DayBounds(28, 31));
    for (int count = 2; count <= 120; count++) {
      int months = count;
      LongSummaryStatistics days =
          IntStream.range(0, 1461)
              .mapToObj(JANUARY::plusDays)
              .mapToLong(d -> ChronoUnit.DAYS.between(d, d.plusMonths(months)))
              .summaryStatistics();
      DayBounds bounds = DayBounds.of(Days.months(count));
      assertThat(days.getMin()).isBetween((long) bounds.earliest(), bounds.earliest() + 5L);
      assertThat(days.getMax()).isBetween(bounds.latest() - 5L, (long) bounds.latest());
    }
  }
}
