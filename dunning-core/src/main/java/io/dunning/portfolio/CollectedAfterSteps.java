package io.dunning.portfolio;

import io.dunning.action.Channel;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was collected after each step of a ladder and through each channel, in a span of days. It is
 * a count and not a cause: the customer may have paid anyway.
 *
 * <p>A payment is counted for the last step before it, on the invoice or on the whole account, if
 * that step was taken at least one day and at most {@code windowDays} days before. A step of the
 * day of the payment does not count, because a payment is rarely an answer to a letter of the same
 * day. A step that was withdrawn, or whose message did not arrive, does not count. A reversal or a
 * refund takes back the latest payments of the invoice first, from the lines for which they were
 * counted, on its own day.
 *
 * <p>The amounts of a currency add up to what its invoices have received in the span, less what was
 * reversed or paid back, and to the change of what waits on accounts. Currencies are never mixed.
 * Immutable and thread-safe.
 *
 * @param from the first day, included
 * @param through the last day, included; later events are ignored
 * @param windowDays how many days after a step a payment still counts for it, 1 or more
 * @param lines the lines: by currency, then as {@link Kind} lists them, then by name of the step
 *     and by channel
 */
public record CollectedAfterSteps(
    LocalDate from, LocalDate through, int windowDays, List<Line> lines) {

  /** What a line counts. */
  public enum Kind {
    /** Payments after a step. */
    AFTER_STEP("after step"),
    /** Payments without a step in the window before them. */
    WITHOUT_STEP("without step"),
    /** Payments that wait on an account and have not been applied to an invoice. */
    NOT_APPLIED("not applied");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Such as {@code after step}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * What was collected after a step, or without one.
   *
   * @param kind what the line counts
   * @param step the name of the step; empty unless payments came after a step
   * @param channel how the customer was reached, as it was recorded; empty if it was not, or
   *     without a step
   * @param taken how often the step was taken in the span; a step for a whole account counts once
   *     in each currency of its invoices
   * @param payments how many payments arrived in the span, whether they were reversed or not
   * @param amount what these payments brought, less what was reversed or paid back in the span;
   *     negative if more was taken back
   */
  public record Line(
      Kind kind, String step, Optional<Channel> channel, int taken, int payments, Money amount) {
    /**
     * What was collected after a step, or without one.
     *
     * @param kind what the line counts
     * @param step the name of the step; empty unless payments came after a step
     * @param channel how the customer was reached; empty if it was not recorded
     * @param taken how often the step was taken in the span
     * @param payments how many payments arrived in the span
     * @param amount what these payments brought, less what was taken back
     */
    public Line {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(amount, "amount");
    }

    /** Such as {@code first notice by email: 4 taken, 3 payments, 1200.00 EUR}. */
    @Override
    public String toString() {
      String name = kind == Kind.AFTER_STEP ? step : kind.toString();
      String times = kind == Kind.AFTER_STEP ? taken + " taken, " : "";
      String many = payments == 1 ? " payment, " : " payments, ";
      return name
          + channel.map(c -> " by " + c).orElse("")
          + ": "
          + times
          + payments
          + many
          + amount;
    }
  }

  /**
   * A report.
   *
   * @param from the first day, included
   * @param through the last day, included
   * @param windowDays how many days after a step a payment still counts for it
   * @param lines the lines
   */
  public CollectedAfterSteps {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(through, "through");
    Objects.requireNonNull(lines, "lines");
    lines = List.copyOf(lines);
  }

  /**
   * Counts what was collected after each step.
   *
   * @param accounts the accounts with their events
   * @param from the first day, included
   * @param through the last day, included; later events are ignored
   * @param windowDays how many days after a step a payment still counts for it
   * @return the report
   * @throws IllegalArgumentException if the span ends before it starts, or the window is below 1
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static CollectedAfterSteps of(
      Iterable<Account> accounts, LocalDate from, LocalDate through, int windowDays) {
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(through, "through");
    Figures.requireSpan(from, through);
    if (windowDays < 1) {
      throw new IllegalArgumentException("window is shorter than a day: " + windowDays);
    }
    StepCollections all = new StepCollections(from, through, windowDays);
    accounts.forEach(all::add);
    return new CollectedAfterSteps(from, through, windowDays, all.lines());
  }

  /**
   * What was collected in all.
   *
   * @return the sum of all lines, by currency
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public SortedMap<CurrencyUnit, Money> totals() {
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>();
    lines.forEach(l -> all.merge(l.amount().currency(), l.amount(), Money::plus));
    return Collections.unmodifiableSortedMap(all);
  }

  /** Returns the lines, one below the other. */
  @Override
  public String toString() {
    return Figures.text(lines);
  }
}
