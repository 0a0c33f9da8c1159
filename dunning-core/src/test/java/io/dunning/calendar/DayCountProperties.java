package io.dunning.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DayCountProperties {
  private static final long START = LocalDate.of(1999, 12, 25).toEpochDay();

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void aSpanIsAsLongAsItsParts(
      @ForAll DayCount convention,
      @ForAll @IntRange(max = 12_000) int from,
      @ForAll @IntRange(max = 1_500) int first,
      @ForAll @IntRange(max = 1_500) int second) {
    long start = START + from;
    long middle = start + first;
    long end = middle + second;
    long whole = convention.units(start, end);
    if (convention.isAdditive()) {
      assertThat(convention.units(start, middle) + convention.units(middle, end)).isEqualTo(whole);
    }
    assertThat(convention.units(end, start)).isEqualTo(-whole);
    assertThat(convention.units(start, start)).isZero();
  }

  /** No convention strays from the calendar by more than a few days a year. */
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void aYearIsAboutAYear(
      @ForAll DayCount convention,
      @ForAll @IntRange(max = 12_000) int from,
      @ForAll @IntRange(min = 1, max = 20) int years) {
    LocalDate start = LocalDate.ofEpochDay(START + from);
    double found = convention.fraction(start, start.plusYears(years)).value(9).doubleValue();
    assertThat(found).isBetween(years * 0.99, years * 1.02);
  }
}
