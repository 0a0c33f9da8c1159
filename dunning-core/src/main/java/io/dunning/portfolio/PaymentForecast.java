package io.dunning.portfolio;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When each open debt will probably be paid, and how much money will probably come in each week, as
 * of the end of a day.
 *
 * <p>The days come from what happened: how many days after their due dates this customer's invoices
 * were paid, or everybody's if the customer's own are too few. Of those only the ones count that
 * took longer than the debt has waited already, and invoices that are still open count as not paid
 * so far (the estimator of Kaplan and Meier). Half of such debts are paid by the {@link
 * Debt#expected} day, and 80 % by the {@link Debt#cautious} one. Both are business days after the
 * day of the forecast. A promise gives its own day.
 *
 * <p>A forecast cannot know {@link #LIMITS some things}. Try it on your own past with {@link
 * ForecastBacktest} before you rely on it. Immutable and thread-safe.
 *
 * @param asOf the day at whose end the forecast is made; later events are ignored
 * @param debts every open item, in the order of the accounts; an instalment, a disputed part and a
 *     promised part are items of their own
 * @param credits what customers have paid too much and what waits on accounts, by currency; it is
 *     in no week
 */
public record PaymentForecast(
    LocalDate asOf, List<Debt> debts, SortedMap<CurrencyUnit, Money> credits) {

  /** Ten years; no forecast reaches so far. */
  private static final int MOST_WEEKS = 520;

  /** What no forecast of this kind can know, a sentence each, to be printed beside the figures. */
  public static final List<String> LIMITS =
      List.of(
          "The future is taken to be like the past: a customer who fails, a strike of a bank or a"
              + " new way of collecting shows only afterwards.",
          "Sales that are not invoiced yet are not in it.",
          "Debts without a day are disputed or restricted, or fewer than half of the debts that had"
              + " waited as long were seen to be paid.",
          "The cautious column puts each debt on the day by which 80 % of such debts are paid; it"
              + " is no percentile of the sum of a week.");

  /** How the days of a debt were found. */
  public enum Basis {
    /** From the customer's own payments. */
    CUSTOMER("customer"),
    /** From everybody's payments, as the customer's own are too few. */
    EVERYBODY("everybody"),
    /** From a promise of the customer. */
    PROMISE("promise"),
    /** No days: the debt is disputed, or a restriction is in force. */
    HELD("held"),
    /** No days: fewer than half of the debts that had waited as long were seen to be paid. */
    UNKNOWN("unknown");

    private final String word;

    Basis(String word) {
      this.word = word;
    }

    /** Such as {@code customer}. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * An open debt and when it will probably be paid.
   *
   * @param customer the customer's identifier
   * @param invoice the number of the invoice
   * @param open what is open, above zero
   * @param due the due date
   * @param basis how the days were found
   * @param sample how many settled invoices the days rest on; 0 for a promise and without days
   * @param expected the day by which half of such debts are paid; empty if it is not known
   * @param cautious the day by which 80 % of such debts are paid, not before {@code expected};
   *     empty if it is not known
   */
  public record Debt(
      String customer,
      String invoice,
      Money open,
      LocalDate due,
      Basis basis,
      int sample,
      Optional<LocalDate> expected,
      Optional<LocalDate> cautious) {
    /**
     * An open debt.
     *
     * @param customer the customer's identifier
     * @param invoice the number of the invoice
     * @param open what is open, above zero
     * @param due the due date
     * @param basis how the days were found
     * @param sample how many settled invoices the days rest on
     * @param expected the day by which half of such debts are paid
     * @param cautious the day by which 80 % of such debts are paid
     */
    public Debt {
      Objects.requireNonNull(customer, "customer");
      Objects.requireNonNull(invoice, "invoice");
      Objects.requireNonNull(open, "open");
      Objects.requireNonNull(due, "due");
      Objects.requireNonNull(basis, "basis");
      Objects.requireNonNull(expected, "expected");
      Objects.requireNonNull(cautious, "cautious");
    }

    /** Such as {@code INV-7: 100.00 EUR due 2026-03-03, expected 2026-03-12 (customer, 9 paid)}. */
    @Override
    public String toString() {
      String how = sample > 0 ? basis + ", " + sample + " paid" : basis.toString();
      return invoice
          + ": "
          + open
          + " due "
          + due
          + expected.map(d -> ", expected " + d).orElse(", no day")
          + cautious.map(d -> ", cautious " + d).orElse("")
          + " ("
          + how
          + ")";
    }
  }

  /**
   * What will probably come in within a week.
   *
   * @param first the first day, included: a Monday
   * @param last the last day, included: a Sunday
   * @param expected what is expected on its {@link Debt#expected} day within the week
   * @param cautious what is put on its {@link Debt#cautious} day within the week
   */
  public record Week(LocalDate first, LocalDate last, Money expected, Money cautious) {
    /**
     * What will probably come in within a week.
     *
     * @param first the first day, included
     * @param last the last day, included
     * @param expected what is expected within the week
     * @param cautious what is put into the week cautiously
     */
    public Week {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(last, "last");
      Objects.requireNonNull(expected, "expected");
      Objects.requireNonNull(cautious, "cautious");
    }
  }

  /**
   * The cash of one currency, week by week. The weeks, what comes later and what has no day add up
   * to all that is open.
   *
   * @param weeks the weeks, the first one with the day after the forecast
   * @param laterExpected what is expected after the last week
   * @param laterCautious what is put after the last week cautiously
   * @param withoutExpected what has no expected day
   * @param withoutCautious what has no cautious day
   */
  public record Cash(
      List<Week> weeks,
      Money laterExpected,
      Money laterCautious,
      Money withoutExpected,
      Money withoutCautious) {
    /**
     * The cash of one currency.
     *
     * @param weeks the weeks
     * @param laterExpected what is expected after the last week
     * @param laterCautious what is put after the last week cautiously
     * @param withoutExpected what has no expected day
     * @param withoutCautious what has no cautious day
     */
    public Cash {
      Objects.requireNonNull(weeks, "weeks");
      Objects.requireNonNull(laterExpected, "laterExpected");
      Objects.requireNonNull(laterCautious, "laterCautious");
      Objects.requireNonNull(withoutExpected, "withoutExpected");
      Objects.requireNonNull(withoutCautious, "withoutCautious");
      weeks = List.copyOf(weeks);
    }
  }

  /**
   * A forecast.
   *
   * @param asOf the day at whose end the forecast is made
   * @param debts every open item
   * @param credits what customers have paid too much and what waits on accounts
   */
  public PaymentForecast {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(debts, "debts");
    Objects.requireNonNull(credits, "credits");
    debts = List.copyOf(debts);
    credits = Collections.unmodifiableSortedMap(new TreeMap<>(credits));
  }

  /**
   * Makes a forecast.
   *
   * @param accounts the accounts with their events; iterated twice
   * @param asOf the day at whose end the forecast is made; later events are ignored
   * @param calendar says on which days money arrives
   * @return the forecast
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static PaymentForecast of(
      Iterable<Account> accounts, LocalDate asOf, BusinessCalendar calendar) {
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(calendar, "calendar");
    Forecasting forecasting = new Forecasting(asOf, calendar);
    accounts.forEach(forecasting::learn);
    accounts.forEach(forecasting::add);
    return forecasting.forecast();
  }

  /**
   * The cash forecast by week.
   *
   * @param weeks how many weeks to show, 1 to 520; the first one is the calendar week, from Monday
   *     to Sunday, of the day after the forecast
   * @return the cash by currency; unmodifiable
   * @throws IllegalArgumentException if the number of weeks is below 1 or above 520
   */
  public SortedMap<CurrencyUnit, Cash> weeks(int weeks) {
    if (weeks < 1 || weeks > MOST_WEEKS) {
      throw new IllegalArgumentException(
          weeks < 1 ? "fewer than 1 week: " + weeks : "more than 520 weeks: " + weeks);
    }
    SortedMap<CurrencyUnit, List<Debt>> byCurrency = new TreeMap<>();
    debts.forEach(
        d -> byCurrency.computeIfAbsent(d.open().currency(), c -> new ArrayList<>()).add(d));
    SortedMap<CurrencyUnit, Cash> all = new TreeMap<>();
    byCurrency.forEach((currency, own) -> all.put(currency, cash(currency, own, weeks)));
    return Collections.unmodifiableSortedMap(all);
  }

  private Cash cash(CurrencyUnit currency, List<Debt> own, int count) {
    LocalDate monday = asOf.plusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Money[] expected = ForecastSums.of(own, Debt::expected, currency, monday, count);
    Money[] cautious = ForecastSums.of(own, Debt::cautious, currency, monday, count);
    List<Week> weeks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LocalDate first = monday.plusWeeks(i);
      weeks.add(new Week(first, first.plusDays(6), expected[i], cautious[i]));
    }
    return new Cash(
        weeks, expected[count], cautious[count], expected[count + 1], cautious[count + 1]);
  }

  /** Returns the debts, one below the other. */
  @Override
  public String toString() {
    return Figures.text(debts);
  }
}
