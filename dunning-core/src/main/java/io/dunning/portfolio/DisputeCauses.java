package io.dunning.portfolio;

import io.dunning.ledger.Account;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why customers dispute invoices: for each reason how many disputes were opened in a span of days,
 * what they were about, and what became of them.
 *
 * <p>A dispute is about the amount that it states, and about no more than is open on the invoice at
 * the end of the day on which it was opened. Without an amount it is about all that is open then. A
 * dispute of a whole account counts once in each currency in which the account has invoices. Two
 * disputes about the same amount count twice. Currencies are never mixed. Immutable and
 * thread-safe.
 *
 * @param from the first day on which a dispute was opened, included
 * @param through the last day, included; what became of a dispute later is ignored
 * @param lines a line for each currency and reason, in that order; reasons as they were recorded
 */
public record DisputeCauses(LocalDate from, LocalDate through, List<Line> lines) {

  /**
   * The disputes with one reason.
   *
   * @param reason the reason, as it was recorded
   * @param opened how many were opened in the span
   * @param amount what they were about
   * @param open how many of them are open at the end of the span
   * @param amountOpen what these are about
   * @param customerWon how many the customer won
   * @param amountWon what the disputes that the customer won were about
   * @param creditorWon how many the creditor won
   * @param daysToResolve the average of the days from opening to resolution, to four decimals, half
   *     up; empty if none was resolved
   * @param medianDays the median of these days; empty if none was resolved
   */
  public record Line(
      String reason,
      int opened,
      Money amount,
      int open,
      Money amountOpen,
      int customerWon,
      Money amountWon,
      int creditorWon,
      Optional<BigDecimal> daysToResolve,
      Optional<BigDecimal> medianDays) {
    /**
     * The disputes with one reason.
     *
     * @param reason the reason, as it was recorded
     * @param opened how many were opened in the span
     * @param amount what they were about
     * @param open how many of them are open at the end of the span
     * @param amountOpen what these are about
     * @param customerWon how many the customer won
     * @param amountWon what the disputes that the customer won were about
     * @param creditorWon how many the creditor won
     * @param daysToResolve the average of the days from opening to resolution
     * @param medianDays the median of these days
     */
    public Line {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(amountOpen, "amountOpen");
      Objects.requireNonNull(amountWon, "amountWon");
      Objects.requireNonNull(daysToResolve, "daysToResolve");
      Objects.requireNonNull(medianDays, "medianDays");
    }

    /** {@return how many were resolved without a record of who was right} */
    public int outcomeUnknown() {
      return opened - open - customerWon - creditorWon;
    }

    /** Such as {@code damaged goods: 3 over 1200.00 EUR, 1 open, 1 won by the customer}. */
    @Override
    public String toString() {
      return (reason.isEmpty() ? "(no reason)" : reason)
          + ": "
          + opened
          + " over "
          + amount
          + ", "
          + open
          + " open, "
          + customerWon
          + " won by the customer, "
          + creditorWon
          + " by the creditor"
          + medianDays.map(d -> ", median " + d.toPlainString() + " days").orElse("");
    }
  }

  /**
   * A report.
   *
   * @param from the first day on which a dispute was opened, included
   * @param through the last day, included
   * @param lines a line for each currency and reason
   */
  public DisputeCauses {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(through, "through");
    Objects.requireNonNull(lines, "lines");
    lines = List.copyOf(lines);
  }

  /**
   * Counts the disputes of accounts.
   *
   * @param accounts the accounts with their events
   * @param from the first day on which a dispute was opened, included
   * @param through the last day, included; later events are ignored
   * @return the report
   * @throws IllegalArgumentException if the span ends before it starts
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static DisputeCauses of(Iterable<Account> accounts, LocalDate from, LocalDate through) {
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(through, "through");
    Figures.requireSpan(from, through);
    DisputeSums sums = new DisputeSums(from, through);
    accounts.forEach(sums::add);
    return new DisputeCauses(from, through, sums.lines());
  }

  /** Returns the lines, one below the other. */
  @Override
  public String toString() {
    return Figures.text(lines);
  }
}
