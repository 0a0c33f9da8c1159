package io.dunning.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

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
}
