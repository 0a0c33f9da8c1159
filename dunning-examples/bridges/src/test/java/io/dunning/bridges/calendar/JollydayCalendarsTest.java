package io.dunning.bridges.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.focus_shift.jollyday.core.HolidayCalendar;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JollydayCalendarsTest {
  private static final Year Y2026 = Year.of(2026);

  @Test
  void countsBusinessDaysOverHolidays() {
    BusinessCalendar germany = JollydayCalendars.of(HolidayCalendar.GERMANY, Y2026, Y2026);
    // Good Friday 3 April and Easter Monday 6 April
    assertThat(germany.plus(LocalDate.of(2026, 4, 1), Days.businessDays(2)))
        .isEqualTo("2026-04-07");
    assertThat(germany.covered())
        .isEqualTo(new DateSpan(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
  }

  @Test
  void knowsNothingOutsideTheYearsThatYouAskFor() {
    BusinessCalendar germany = JollydayCalendars.of(HolidayCalendar.GERMANY, Y2026, Y2026);
    assertThatExceptionOfType(DateTimeException.class)
        .isThrownBy(() -> germany.isBusinessDay(LocalDate.of(2027, 1, 1)));
  }

  @Test
  void addsToTheDaysOfAnotherCalendar() {
    BusinessCalendar base =
        BusinessCalendar.weekends()
            .withHolidays(
                List.of(LocalDate.of(2026, 10, 12)),
                new DateSpan(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
    BusinessCalendar all = JollydayCalendars.of(base, HolidayCalendar.UNITED_STATES, Y2026, Y2026);
    assertThat(all.isBusinessDay(LocalDate.of(2026, 10, 12))).isFalse();
    assertThat(all.isBusinessDay(LocalDate.of(2026, 11, 26))).isFalse();
  }

  @Test
  void knowsTheHolidaysOfARegion() {
    LocalDate epiphany = LocalDate.of(2026, 1, 6);
    assertThat(JollydayCalendars.of(HolidayCalendar.GERMANY, Y2026, Y2026, "by"))
        .returns(false, c -> c.isBusinessDay(epiphany));
    assertThat(JollydayCalendars.of(HolidayCalendar.GERMANY, Y2026, Y2026))
        .returns(true, c -> c.isBusinessDay(epiphany));
  }

  /** Jollyday itself does not tell it when it is asked for 2021. */
  @Test
  void findsAHolidayThatIsObservedInTheYearBefore() {
    Year year = Year.of(2021);
    assertThat(JollydayCalendars.holidays(HolidayCalendar.UNITED_STATES, year, year))
        .contains(LocalDate.of(2021, 12, 31));
  }

  @Test
  void refusesARegionThatJollydayWouldIgnore() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JollydayCalendars.of(HolidayCalendar.GERMANY, Y2026, Y2026, "bavaria"))
        .withMessageStartingWith("Jollyday has no such region in GERMANY: bavaria\nMaybe bb, be");
  }

  @Test
  void refusesYearsInTheWrongOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JollydayCalendars.of(HolidayCalendar.GERMANY, Y2026, Year.of(2025)))
        .withMessage("span ends before it starts: 2026-01-01..2025-12-31");
  }

  /**
   * Holidays by law in a year, of which Jollyday 2.19 knows every one. Sources: TARGET days of the
   * ECB; German holidays of all states, 2017 with the Reformation's 500 years; the proclamations
   * for England of 2022; Poland's act of 2024 that made 24 December a day off from 2025; Denmark's
   * act that ended the Great Prayer Day with 2024.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TARGET         | 2026 |    | 01-01 04-03 04-06 05-01 12-25 12-26
          GERMANY        | 2026 |    | 01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26
          GERMANY        | 2017 |    | 01-01 04-14 04-17 05-01 05-25 06-05 10-03 10-31 12-25 12-26
          FRANCE         | 2026 |    | 01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25
          UNITED_KINGDOM | 2022 | eng | 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
          POLAND         | 2025 |    | 01-01 01-06 04-20 04-21 05-01 05-03 06-08 06-19 08-15 11-01 11-11 12-24 12-25 12-26
          DENMARK        | 2024 |    | 01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 12-25 12-26
          """)
  void knowsTheLawHere(HolidayCalendar country, Year year, String region, String days) {
    String[] parts = region == null ? new String[0] : new String[] {region};
    assertThat(JollydayCalendars.holidays(country, year, year, parts)).isEqualTo(days(year, days));
  }

  /**
   * The known gaps of Jollyday 2.19; the guide lists them. If a row fails after an update, Jollyday
   * has mended it: take the row out here and there. Sources: 5 U.S.C. 6103(a) (Columbus Day); the
   * Japanese Act on National Holidays (equinoxes, the Emperor's birthday on 23 February since 2020,
   * days in lieu).
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UNITED_STATES | 2026 | 10-12                         |
          JAPAN         | 2026 | 02-23 03-20 05-06 09-22 09-23 | 12-23
          JAPAN         | 2025 | 02-23 02-24 03-20 05-06 09-23 11-24 | 12-23
          """)
  void lacksAndInventsDays(HolidayCalendar country, Year year, String missing, String invented) {
    TreeSet<LocalDate> known = new TreeSet<>(JollydayCalendars.holidays(country, year, year));
    assertThat(known).doesNotContainAnyElementsOf(days(year, missing));
    assertThat(known).containsAll(days(year, invented == null ? "" : invented));
  }

  /** Countries whose holidays follow the moon, which it leaves out as a whole. */
  @Test
  void hasNoCalendarOfKoreaAndChina() {
    assertThat(Arrays.stream(HolidayCalendar.values()).map(HolidayCalendar::getId))
        .doesNotContain("KR", "CN", "TW");
  }

  private static TreeSet<LocalDate> days(Year year, String text) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (String each : text.split(" ")) {
      if (!each.isEmpty()) {
        days.add(LocalDate.parse(year + "-" + each));
      }
    }
    return days;
  }
}
