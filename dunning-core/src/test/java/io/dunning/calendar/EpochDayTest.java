package io.dunning.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochDayTest {

  @Test
  void daysOutsideTheCalendarAreNoDates() {
    assertThat(EpochDay.date(EpochDay.NONE)).isEmpty();
    assertThat(EpochDay.date(EpochDay.NEVER)).isEmpty();
    assertThat(EpochDay.date(0)).contains(LocalDate.of(1970, 1, 1));
    assertThat(EpochDay.date(EpochDay.LAST)).contains(LocalDate.MAX);
  }

  @Test
  void afterTheLastDayNoDayComes() {
    assertThat(EpochDay.after(41)).isEqualTo(42);
    assertThat(EpochDay.after(EpochDay.LAST - 1)).isEqualTo(EpochDay.LAST);
    assertThat(EpochDay.after(EpochDay.LAST)).isEqualTo(EpochDay.NEVER);
    assertThat(EpochDay.after(EpochDay.NEVER)).isEqualTo(EpochDay.NEVER);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # the first is a period later, whatever day is asked
          2026-01-31, 1, 2025-01-01, 2026-02-28
          # every one counts from the anchor
          2026-01-31, 1, 2026-02-27, 2026-02-28
          2026-01-31, 1, 2026-02-28, 2026-03-31
          2026-01-31, 1, 2026-03-31, 2026-04-30
          2024-02-29, 12, 2027-02-28, 2028-02-29
          2026-01-15, 3, 2026-04-16, 2026-07-15
          """)
  void daysByTheMonthCountFromTheAnchor(
      LocalDate anchor, int months, LocalDate after, LocalDate next) {
    long found = EpochDay.nextByMonths(anchor.toEpochDay(), months, after.toEpochDay());
    assertThat(EpochDay.date(found)).contains(next);
  }

  @Test
  void noMonthComesAfterTheLastOrBeforeTheFirst() {
    assertThat(EpochDay.monthsAfter(EpochDay.LAST, 1)).isEqualTo(EpochDay.NEVER);
    assertThat(EpochDay.monthsAfter(LocalDate.MIN.toEpochDay(), -1)).isEqualTo(EpochDay.NONE);
    assertThat(EpochDay.nextByMonths(0, 7, EpochDay.LAST)).isEqualTo(EpochDay.NEVER);
    assertThat(EpochDay.nextByMonths(0, 7, EpochDay.NEVER)).isEqualTo(EpochDay.NEVER);
  }
}
