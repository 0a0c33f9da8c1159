package io.dunning.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import io.dunning.Table;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DayCountTest {
  static Stream<Table.Row> vectors() {
    return Table.rows("vectors/daycount_vectors.csv");
  }

  /** 246 rows: those of two market libraries, written again, and further edges. */
  @ParameterizedTest
  @MethodSource("vectors")
  void countsAsTheTableSays(Table.Row row) {
    DayCount convention = DayCount.parse(row.get("convention"));
    LocalDate start = LocalDate.parse(row.get("start_inclusive"));
    LocalDate end = LocalDate.parse(row.get("end_exclusive"));
    DayCount.Fraction found =
        row.has("termination_date")
            ? convention.fraction(start, end, LocalDate.parse(row.get("termination_date")))
            : convention.fraction(start, end);
    String exact = row.get("year_fraction_exact");
    String[] parts = (exact.contains("/") ? exact : exact + "/1").split("/");
    assertThat(found)
        .isEqualTo(new DayCount.Fraction(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    assertThat(found.value(12)).isEqualByComparingTo(row.get("year_fraction_12dp"));
  }

  /** The table leaves a convention that ends in February to its termination date. */
  @Test
  void doesNotMoveTheLastOfFebruaryOnWhichTheDebtEnds() {
    LocalDate start = LocalDate.of(2026, 1, 31);
    LocalDate end = LocalDate.of(2026, 2, 28);
    assertThat(DayCount.THIRTY_E_360_ISDA.fraction(start, end)).hasToString("1/12");
    assertThat(DayCount.THIRTY_E_360_ISDA.fraction(start, end, end)).hasToString("7/90");
    assertThat(DayCount.ACT_360.fraction(start, end, end)).hasToString("7/90");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACT/365F       | 2024-02-28 | 2024-03-01 | 2/365
          ACT/365 ACTUAL | 2024-02-28 | 2024-03-01 | 1/183
          ACT/365 ACTUAL | 2024-02-29 | 2024-03-01 | 1/365
          NL/365         | 2024-02-28 | 2024-03-01 | 1/365
          ACT/ACT ISDA   | 2023-12-31 | 2024-01-02 | 731/133590
          ACT/ACT ISDA   | 2000-01-01 | 2100-01-01 | 100/1
          ACT/ACT AFB    | 2024-02-29 | 2025-02-28 | 1/1
          ACT/ACT AFB    | 2024-02-29 | 2025-02-27 | 182/183
          ACT/ACT AFB    | 2023-02-28 | 2024-02-29 | 1/1
          ACT/ACT YEAR   | 2024-02-29 | 2025-02-28 | 1/1
          30E+/360       | 2026-01-30 | 2026-03-31 | 61/360
          30/360 BOND    | 2026-02-28 | 2026-03-31 | 11/120
          """)
  void countsAtTheEdges(String convention, LocalDate start, LocalDate end, String fraction) {
    assertThat(DayCount.parse(convention).fraction(start, end)).hasToString(fraction);
  }

  @ParameterizedTest
  @EnumSource(DayCount.class)
  void parsesWhatItPrints(DayCount each) {
    assertThat(DayCount.parse(each.toString())).isSameAs(each);
    assertThat(DayCount.parse(each.toString().toLowerCase(java.util.Locale.ROOT))).isSameAs(each);
  }

  @Test
  void saysWhichConventionsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DayCount.parse("ACT/366"))
        .withMessageStartingWith("no such day count: ACT/366\nMaybe one of ACT/365F, ACT/360,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DayCount.Fraction(1, 0))
        .withMessage("denominator is not more than zero: 0");
  }

  @Test
  void countsBackwardsAsForwards() {
    assertThat(DayCount.ACT_360.units(10, 3)).isEqualTo(-7);
    assertThat(DayCount.ACT_360.units(3, 3)).isZero();
    assertThat(DayCount.THIRTY_E_PLUS_360.units(30, 30)).isZero();
    assertThat(DayCount.ACT_360.isAdditive()).isTrue();
    assertThat(DayCount.ACT_ACT_AFB.isAdditive()).isFalse();
    assertThat(DayCount.ACT_ACT_ISDA.unitsPerYear()).isEqualTo(365 * 366);
    // 1900 was no leap year, 2000 was
    assertThat(DayCount.NL_365.fraction(LocalDate.of(1899, 1, 1), LocalDate.of(1901, 1, 1)))
        .hasToString("2/1");
    assertThat(DayCount.NL_365.fraction(LocalDate.of(1999, 1, 1), LocalDate.of(2001, 1, 1)))
        .hasToString("2/1");
  }

  /** Whole years of a span are not counted one by one: no date is created for each of them. */
  @Test
  void aSpanOfAMillionYearsTakesAsFewStepsAsOneOfThirty() {
    LocalDate start = LocalDate.of(1996, 2, 29);
    long few = allocatedBy(start, start.plusYears(30));
    long many = allocatedBy(start, start.plusYears(1_000_000));
    assertThat(many).isLessThan(10 * few + 10_000);
    assertThat(DayCount.ACT_ACT_AFB.fraction(start, LocalDate.of(1_001_996, 2, 29)))
        .hasToString("1000000/1");
    assertThat(DayCount.ACT_ACT_AFB.fraction(start, LocalDate.of(1_001_996, 2, 28)))
        .hasToString("365999999/366");
    assertThat(DayCount.ACT_ACT_AFB.fraction(LocalDate.MIN, LocalDate.MAX))
        .hasToString("729999999634/365");
  }

  private static long allocatedBy(LocalDate start, LocalDate end) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      DayCount.ACT_ACT_AFB.units(start.toEpochDay(), end.toEpochDay());
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
