package io.dunning.calendar;

import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.calendar.Days.months;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Table;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BusinessCalendarTest {
  private static final BusinessCalendar YEAR_2026 =
      BusinessCalendar.weekends()
          .withHolidays(
              List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 1)),
              new DateSpan(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));

  static Stream<Table.Row> adjustments() {
    return Table.rows("vectors/business_day_adjustment.csv");
  }

  @ParameterizedTest
  @MethodSource("adjustments")
  void movesDatesAsTheConventionSays(Table.Row row) {
    List<LocalDate> holidays =
        Arrays.stream(row.get("holidays").split(";"))
            .filter(d -> !d.isEmpty())
            .map(LocalDate::parse)
            .toList();
    BusinessCalendar calendar = BusinessCalendar.weekends().withHolidays(holidays, DateSpan.ALWAYS);
    assertThat(
            calendar.adjust(
                LocalDate.parse(row.get("unadjusted")),
                BusinessDayConvention.valueOf(row.get("convention"))))
        .isEqualTo(row.get("adjusted"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # a Friday
          2026-04-24, 1 business day, 2026-04-27
          # over a weekend and a holiday on Friday 1 May
          2026-04-24, 5 business days, 2026-05-04
          # from a Saturday; none is the start itself
          2026-04-25, 1 business day, 2026-04-27
          2026-04-25, 0 business days, 2026-04-25
          2026-04-24, 10 days, 2026-05-04
          # months end on the last day of a month that is too short
          2026-01-31, 1 month, 2026-02-28
          2028-01-31, 1 month, 2028-02-29
          2028-02-29, 1 year, 2029-02-28
          2026-04-25, 0 months, 2026-04-25
          """)
  void countsDays(LocalDate start, String days, LocalDate end) {
    assertThat(YEAR_2026.plus(start, Days.parse(days))).isEqualTo(end);
  }

  @Test
  void countsBackwards() {
    LocalDate monday = LocalDate.of(2026, 5, 4);
    assertThat(YEAR_2026.findBefore(monday, businessDays(1))).contains(LocalDate.of(2026, 4, 30));
    assertThat(YEAR_2026.findBefore(monday, calendarDays(3))).contains(LocalDate.of(2026, 5, 1));
    assertThat(YEAR_2026.findBefore(LocalDate.of(2026, 3, 31), months(1)))
        .contains(LocalDate.of(2026, 2, 28));
    assertThat(YEAR_2026.findBefore(LocalDate.MIN, months(1))).isEmpty();
    assertThat(YEAR_2026.find(LocalDate.MAX, months(1))).isEmpty();
    assertThat(YEAR_2026.findBefore(LocalDate.of(2026, 1, 2), businessDays(1))).isEmpty();
  }

  @Test
  void saysWhereItsKnowledgeEnds() {
    LocalDate lastDays = LocalDate.of(2026, 12, 30);
    assertThat(YEAR_2026.find(lastDays, businessDays(1))).contains(LocalDate.of(2026, 12, 31));
    assertThat(YEAR_2026.find(lastDays, businessDays(2))).isEmpty();
    assertThat(YEAR_2026.find(lastDays, calendarDays(2))).contains(LocalDate.of(2027, 1, 1));
    assertThatThrownBy(() -> YEAR_2026.plus(lastDays, businessDays(2)))
        .isInstanceOf(DateTimeException.class)
        .hasMessage("2 business days after 2026-12-30 lies outside 2026-01-01..2026-12-31");
    assertThatThrownBy(() -> YEAR_2026.isBusinessDay(LocalDate.of(2027, 1, 4)))
        .hasMessage("2027-01-04 lies outside the days the calendar covers: 2026-01-01..2026-12-31");
  }

  @Test
  void endsWithTheLastDate() {
    BusinessCalendar calendar = BusinessCalendar.weekends();
    assertThat(calendar.find(LocalDate.MAX, calendarDays(1))).isEmpty();
    assertThat(calendar.find(LocalDate.MAX, businessDays(1))).isEmpty();
    assertThat(calendar.findBefore(LocalDate.MIN, calendarDays(1))).isEmpty();
    assertThat(calendar.findBefore(LocalDate.MIN, businessDays(1))).isEmpty();
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BusinessCalendar.weekends(EnumSet.allOf(DayOfWeek.class)))
        .withMessage("no weekday is a business day");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> YEAR_2026.withHolidays(List.of(LocalDate.of(2027, 1, 1)), YEAR_2026.covered()))
        .withMessage("holiday lies outside 2026-01-01..2026-12-31: 2027-01-01");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DateSpan(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 1)))
        .withMessage("span ends before it starts: 2026-02-01..2026-01-01");
    assertThatIllegalArgumentException().isThrownBy(() -> calendarDays(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Days.parse("a fortnight"));
  }

  @Test
  void printsInWords() {
    assertThat(Days.parse("1 business day")).hasToString("1 business day");
    assertThat(calendarDays(14)).hasToString("14 days");
    assertThat(YEAR_2026)
        .hasToString("weekend [SATURDAY, SUNDAY], 2 holidays, covers 2026-01-01..2026-12-31");
    assertThat(BusinessCalendar.everyDay()).hasToString("weekend [], 0 holidays");
    assertThat(BusinessCalendar.weekends())
        .isEqualTo(BusinessCalendar.weekends())
        .hasSameHashCodeAs(BusinessCalendar.weekends())
        .isNotEqualTo(YEAR_2026);
  }
}
