package io.dunning.behaviour;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.ledger.Tolerance;
import io.dunning.money.CurrencyUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Which part of a customer's history counts for a {@link PaymentProfile}. Immutable and
 * thread-safe.
 *
 * @param window only settlements within so many calendar days count; empty if all do
 * @param currency only invoices in this currency count; empty if all do
 * @param tolerance how long after its day a promise can still be kept
 * @param calendar the calendar that defines business days
 * @param leastSettled how many invoices must have been settled before the {@link
 *     PaymentProfile#band} judges by them; 1 or more
 * @param settledWithin how much may be left of an invoice for it to count as settled
 */
public record ProfileScope(
    Optional<Days> window,
    Optional<CurrencyUnit> currency,
    Days tolerance,
    BusinessCalendar calendar,
    int leastSettled,
    Tolerance settledWithin) {
  /** How many invoices must have been settled, unless set otherwise: one or two tell little. */
  public static final int LEAST_SETTLED = 3;

  /** The whole history counts, and a promise has to be kept by its day. */
  public static final ProfileScope ALL =
      new ProfileScope(Optional.empty(), Optional.empty(), Days.NONE, BusinessCalendar.weekends());

  /**
   * Which part of a history counts.
   *
   * @param window only settlements within so many calendar days count; empty if all do
   * @param currency only invoices in this currency count; empty if all do
   * @param tolerance how long after its day a promise can still be kept
   * @param calendar the calendar that defines business days
   * @param leastSettled how many invoices must have been settled before the {@link
   *     PaymentProfile#band} judges by them
   * @param settledWithin how much may be left of an invoice for it to count as settled
   * @throws IllegalArgumentException if fewer than 1 must have been settled, or the window does not
   *     count calendar days
   */
  public ProfileScope {
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(tolerance, "tolerance");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(settledWithin, "settledWithin");
    if (leastSettled < 1) {
      throw new IllegalArgumentException(
          "a customer is judged by 1 settled invoice or more, not " + leastSettled);
    }
    window
        .filter(d -> d.unit() != Days.Unit.CALENDAR)
        .ifPresent(
            d -> {
              throw new IllegalArgumentException(
                  "the profile window does not count calendar days: " + d);
            });
  }

  /**
   * Which part of a history counts; the band judges by {@link #LEAST_SETTLED} invoices or more, and
   * an invoice is settled only once nothing is left of it.
   *
   * @param window only settlements within so many calendar days count; empty if all do
   * @param currency only invoices in this currency count; empty if all do
   * @param tolerance how long after its day a promise can still be kept
   * @param calendar the calendar that defines business days
   */
  public ProfileScope(
      Optional<Days> window,
      Optional<CurrencyUnit> currency,
      Days tolerance,
      BusinessCalendar calendar) {
    this(window, currency, tolerance, calendar, LEAST_SETTLED, Tolerance.NONE);
  }

  /**
   * {@return this scope, with invoices counting as settled of which no more is left}
   *
   * @param left how much may be left
   */
  public ProfileScope settledWithin(Tolerance left) {
    return new ProfileScope(window, currency, tolerance, calendar, leastSettled, left);
  }

  /**
   * {@return this scope, limited to the settlements of the last days}
   *
   * @param days how many calendar days, including the day of the profile
   */
  public ProfileScope within(Days days) {
    Objects.requireNonNull(days, "days");
    return new ProfileScope(
        Optional.of(days), currency, tolerance, calendar, leastSettled, settledWithin);
  }

  /**
   * {@return this scope, limited to invoices in one currency}
   *
   * @param only the currency
   */
  public ProfileScope inCurrency(CurrencyUnit only) {
    Objects.requireNonNull(only, "only");
    return new ProfileScope(
        window, Optional.of(only), tolerance, calendar, leastSettled, settledWithin);
  }

  /**
   * {@return this scope, with another number of settled invoices by which a band can judge}
   *
   * @param invoices how many invoices must have been settled, 1 or more
   * @throws IllegalArgumentException if that number is less than 1
   */
  public ProfileScope judgedFrom(int invoices) {
    return new ProfileScope(window, currency, tolerance, calendar, invoices, settledWithin);
  }
}
