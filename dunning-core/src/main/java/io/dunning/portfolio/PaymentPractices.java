package io.dunning.portfolio;

import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long invoices took to be paid, in one currency: the average, the median, the 80th and the
 * 95th percentile of the days to pay, and how much was paid within 30 days, within 60 days, late or
 * after a dispute. It counts the invoices that were settled by money in a span of days.
 *
 * <p>Days run from the invoice date to the day on which the last money arrived; a payment before
 * the invoice date counts as 0 days. Percentiles are by {@linkplain
 * DaysStatistics.Method#NEAREST_RANK nearest rank}: at least so many percent of the invoices were
 * paid within so many days. An invoice is late if it was settled after its due date. An invoice
 * that is not paid does not count, however old it is, so the report also tells what is overdue and
 * unpaid at the end. Immutable and thread-safe.
 *
 * <p>Statutes on payment practices, such as the Companies (Directors' Report) (Payment Reporting)
 * Regulations 2025 of the United Kingdom, ask a buyer how it pays its suppliers. This report shows
 * the other side of that: how your customers pay you. Run it over your own payables for the buyer's
 * view, and check from which day your statute counts.
 *
 * @param customer the customer's identifier; empty for all customers together
 * @param from the first day on which an invoice was settled, included
 * @param through the last day, included; later events are ignored
 * @param paid all invoices that were settled by money in the span
 * @param within30 those that were paid within 30 days
 * @param from31To60 those that were paid within 31 to 60 days
 * @param over60 those that took longer
 * @param late those that were settled after their due date
 * @param disputed those that were ever disputed
 * @param overdue invoices that are past their due date at the end of the span; the open amount
 * @param mean the average days to pay, to four decimals, half up; empty if nothing was paid
 * @param median the median of the days to pay; empty if nothing was paid
 * @param p80 the days within which 80 % of the invoices were paid; empty if nothing was paid
 * @param p95 the days within which 95 % of the invoices were paid; empty if nothing was paid
 */
public record PaymentPractices(
    Optional<String> customer,
    LocalDate from,
    LocalDate through,
    Part paid,
    Part within30,
    Part from31To60,
    Part over60,
    Part late,
    Part disputed,
    Part overdue,
    Optional<BigDecimal> mean,
    Optional<BigDecimal> median,
    OptionalLong p80,
    OptionalLong p95) {

  /**
   * Some invoices.
   *
   * @param invoices how many there are
   * @param amount what they amount to
   */
  public record Part(int invoices, Money amount) {
    /**
     * Some invoices.
     *
     * @param invoices how many there are
     * @param amount what they amount to
     */
    public Part {
      Objects.requireNonNull(amount, "amount");
    }

    /**
     * The share of these invoices in others by number.
     *
     * @param whole the others, these included
     * @return percent to four decimals, half up; empty if there are no others
     */
    public Optional<BigDecimal> byNumber(Part whole) {
      return Figures.percent(invoices, whole.invoices);
    }

    /**
     * The share of these invoices in others by value.
     *
     * @param whole the others, these included
     * @return percent to four decimals, half up; empty if the others amount to nothing
     */
    public Optional<BigDecimal> byValue(Part whole) {
      return Figures.percent(amount.minorUnits(), whole.amount.minorUnits());
    }
  }

  /**
   * A report.
   *
   * @param customer the customer's identifier; empty for all customers together
   * @param from the first day on which an invoice was settled, included
   * @param through the last day, included
   * @param paid all invoices that were settled by money in the span
   * @param within30 those that were paid within 30 days
   * @param from31To60 those that were paid within 31 to 60 days
   * @param over60 those that took longer
   * @param late those that were settled after their due date
   * @param disputed those that were ever disputed
   * @param overdue invoices that are past their due date at the end of the span
   * @param mean the average days to pay
   * @param median the median of the days to pay
   * @param p80 the days within which 80 % of the invoices were paid
   * @param p95 the days within which 95 % of the invoices were paid
   */
  public PaymentPractices {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(through, "through");
    Objects.requireNonNull(paid, "paid");
    Objects.requireNonNull(within30, "within30");
    Objects.requireNonNull(from31To60, "from31To60");
    Objects.requireNonNull(over60, "over60");
    Objects.requireNonNull(late, "late");
    Objects.requireNonNull(disputed, "disputed");
    Objects.requireNonNull(overdue, "overdue");
    Objects.requireNonNull(mean, "mean");
    Objects.requireNonNull(median, "median");
    Objects.requireNonNull(p80, "p80");
    Objects.requireNonNull(p95, "p95");
  }

  /**
   * How all customers paid, a report for each currency.
   *
   * @param accounts the accounts with their events
   * @param from the first day on which an invoice was settled, included
   * @param through the last day, included; later events are ignored
   * @return the reports by currency
   * @throws IllegalArgumentException if the span ends before it starts
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static List<PaymentPractices> of(
      Iterable<Account> accounts, LocalDate from, LocalDate through) {
    return of(false, accounts, from, through);
  }

  /**
   * How each customer paid, a report for each customer and currency.
   *
   * @param accounts the accounts with their events
   * @param from the first day on which an invoice was settled, included
   * @param through the last day, included; later events are ignored
   * @return the reports by customer, then by currency
   * @throws IllegalArgumentException if the span ends before it starts
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static List<PaymentPractices> byCustomer(
      Iterable<Account> accounts, LocalDate from, LocalDate through) {
    return of(true, accounts, from, through);
  }

  private static List<PaymentPractices> of(
      boolean each, Iterable<Account> accounts, LocalDate from, LocalDate through) {
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(through, "through");
    Figures.requireSpan(from, through);
    PracticeSums sums = new PracticeSums(each, from, through);
    accounts.forEach(sums::add);
    return sums.reports();
  }

  /** {@return the currency of all amounts} */
  public CurrencyUnit currency() {
    return paid.amount().currency();
  }

  /** Such as {@code EUR: 12 paid, 34.5000 days on average, median 30, 80% within 45 days}. */
  @Override
  public String toString() {
    return customer.map(c -> c + " ").orElse("")
        + currency()
        + ": "
        + paid.invoices()
        + " paid"
        + mean.map(m -> ", " + m.toPlainString() + " days on average").orElse("")
        + median.map(m -> ", median " + m.toPlainString()).orElse("")
        + (p80.isPresent() ? ", 80% within " + p80.getAsLong() + " days" : "")
        + (p95.isPresent() ? ", 95% within " + p95.getAsLong() + " days" : "");
  }
}
