package io.dunning.portfolio;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How good {@link PaymentForecast} would have been on past days, beside a plain guess: "due date +
 * the usual delay of everybody", or the day after the forecast if that day is over; a business day,
 * too.
 *
 * <p>On each day the forecast knows only what was booked by then. Then the report compares it with
 * what was paid up to {@link #through}. Of the invoices that were open, it asks about those without
 * instalments for which the forecast has an expected day. Immutable and thread-safe.
 *
 * @param days the days on which a forecast was made
 * @param through the last day of which payments are known, included
 * @param horizonDays for how many days after each forecast money is compared
 * @param lines a line for each currency
 */
public record ForecastBacktest(
    List<LocalDate> days, LocalDate through, int horizonDays, List<Line> lines) {

  /**
   * The forecasts of one currency.
   *
   * @param asked about how many debts the forecasts said a day; a debt that stayed open counts on
   *     each day
   * @param settled how many of them were settled by money since
   * @param daysOff by how many days the expected day was wrong on average, early or late, of the
   *     debts that were settled; four decimals, half up; empty if none was
   * @param guessDaysOff the same for the guess
   * @param expectedOver how many debts have an expected day that is over
   * @param paidByExpected how many of them were settled by that day; half of them would be right
   * @param cautiousOver how many debts have a cautious day that is over
   * @param paidByCautious how many of them were settled by that day; 80 % would be right
   * @param expected what was expected to come in within the horizon, over all days
   * @param guessExpected what the guess expected
   * @param received what of these debts was settled within the horizon
   */
  public record Line(
      int asked,
      int settled,
      Optional<BigDecimal> daysOff,
      Optional<BigDecimal> guessDaysOff,
      int expectedOver,
      int paidByExpected,
      int cautiousOver,
      int paidByCautious,
      Money expected,
      Money guessExpected,
      Money received) {
    /**
     * The forecasts of one currency.
     *
     * @param asked about how many debts the forecasts said a day
     * @param settled how many of them were settled by money since
     * @param daysOff by how many days the expected day was wrong on average
     * @param guessDaysOff the same for the guess
     * @param expectedOver how many debts have an expected day that is over
     * @param paidByExpected how many of them were settled by that day
     * @param cautiousOver how many debts have a cautious day that is over
     * @param paidByCautious how many of them were settled by that day
     * @param expected what was expected to come in within the horizon
     * @param guessExpected what the guess expected
     * @param received what of these debts was settled within the horizon
     */
    public Line {
      Objects.requireNonNull(daysOff, "daysOff");
      Objects.requireNonNull(guessDaysOff, "guessDaysOff");
      Objects.requireNonNull(expected, "expected");
      Objects.requireNonNull(guessExpected, "guessExpected");
      Objects.requireNonNull(received, "received");
    }

    /** {@return the currency} */
    public CurrencyUnit currency() {
      return expected.currency();
    }

    /**
     * {@return the share of debts paid by the expected day, in percent; 50 would be right; empty if
     * no such day is over}
     */
    public Optional<BigDecimal> shareByExpected() {
      return Figures.percent(paidByExpected, expectedOver);
    }

    /**
     * {@return the share of debts paid by the cautious day, in percent; 80 would be right; empty if
     * no such day is over}
     */
    public Optional<BigDecimal> shareByCautious() {
      return Figures.percent(paidByCautious, cautiousOver);
    }

    /** Such as {@code EUR: 120 asked, 110 settled, 4.2000 days off, the guess 9.1000}. */
    @Override
    public String toString() {
      return currency()
          + ": "
          + asked
          + " asked, "
          + settled
          + " settled"
          + daysOff.map(e -> ", " + e.toPlainString() + " days off").orElse("")
          + guessDaysOff.map(e -> ", the guess " + e.toPlainString()).orElse("");
    }
  }

  /**
   * A report.
   *
   * @param days the days on which a forecast was made
   * @param through the last day of which payments are known, included
   * @param horizonDays for how many days after each forecast money is compared
   * @param lines a line for each currency
   */
  public ForecastBacktest {
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(through, "through");
    Objects.requireNonNull(lines, "lines");
    days = List.copyOf(days);
    lines = List.copyOf(lines);
  }

  /**
   * Tries the forecast on past days.
   *
   * @param accounts the accounts with their events
   * @param days the days at whose end a forecast is made
   * @param through the last day of which payments are known, included
   * @param horizonDays for how many days after each forecast money is compared, 1 or more
   * @param calendar says on which days money arrives
   * @return the report
   * @throws IllegalArgumentException if the horizon is below 1, or ends after {@code through} for
   *     one of the days; the message names all such days
   */
  public static ForecastBacktest of(
      Collection<Account> accounts,
      Collection<LocalDate> days,
      LocalDate through,
      int horizonDays,
      BusinessCalendar calendar) {
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(days, "days");
    Objects.requireNonNull(through, "through");
    Objects.requireNonNull(calendar, "calendar");
    if (horizonDays < 1) {
      throw new IllegalArgumentException("horizon is shorter than a day: " + horizonDays);
    }
    SortedSet<LocalDate> sorted = new TreeSet<>(days);
    List<LocalDate> late =
        sorted.stream().filter(d -> d.plusDays(horizonDays).isAfter(through)).toList();
    if (!late.isEmpty()) {
      throw new IllegalArgumentException(
          "horizon of " + horizonDays + " days ends after " + through + " for " + late);
    }
    BacktestSums sums = new BacktestSums(through, horizonDays, calendar);
    sorted.forEach(day -> sums.add(accounts, day));
    return new ForecastBacktest(List.copyOf(sorted), through, horizonDays, sums.lines());
  }

  /** Returns the lines, one below the other. */
  @Override
  public String toString() {
    return Figures.text(lines);
  }
}
