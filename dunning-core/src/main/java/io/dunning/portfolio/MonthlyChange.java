package io.dunning.portfolio;

import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What changed with a customer in one currency from month to month, as an early warning. A month is
 * the calendar month up to and including a day; the month before it is compared as a whole. Nothing
 * later than that day is used.
 *
 * <p>The {@link #signals} say what got worse. They are facts, not a prediction: compare {@link
 * io.dunning.behaviour.RiskReport} for that. The limits of the first two are yours. What is open
 * and overdue agrees with {@link CollectionMetrics} over all customers. Immutable and thread-safe.
 *
 * @param customer the customer's identifier
 * @param asOf the last day of the month that is looked at, included
 * @param openBefore what was open at the end of the month before
 * @param open what is open at the end of the day
 * @param overdueBefore what was overdue at the end of the month before
 * @param overdue what is overdue at the end of the day
 * @param oldestBefore the days past due of the oldest open invoice at the end of the month before;
 *     0 if none was overdue
 * @param oldest the days past due of the oldest open invoice at the end of the day
 * @param invoiced what was invoiced in the month, without invoices that were voided
 * @param received what came in within the month, less what was reversed or paid back; negative if
 *     more went back
 * @param daysLateBefore the average days late of the invoices settled in the month before, those on
 *     time counting as 0; four decimals, half up; empty if none was settled
 * @param daysLate the same for the month
 * @param promisesBroken how many promises were broken, or only partly kept, in the month
 * @param returned how many payments were reversed in the month
 * @param disputes how many disputes were opened in the month
 * @param signals what got worse, in the order of {@link Signal}
 */
public record MonthlyChange(
    String customer,
    LocalDate asOf,
    Money openBefore,
    Money open,
    Money overdueBefore,
    Money overdue,
    long oldestBefore,
    long oldest,
    Money invoiced,
    Money received,
    Optional<BigDecimal> daysLateBefore,
    Optional<BigDecimal> daysLate,
    int promisesBroken,
    int returned,
    int disputes,
    List<Signal> signals) {

  /** What got worse. */
  public enum Signal {
    /** Invoices were paid later than in the month before. */
    PAYS_LATER("pays later"),
    /** More is overdue than at the end of the month before. */
    MORE_OVERDUE("more overdue"),
    /**
     * Something is overdue for more than 60 days, and nothing was at the end of the month before.
     */
    LONG_OVERDUE("long overdue"),
    /** A promise was broken. */
    PROMISE_BROKEN("promise broken"),
    /** A payment was reversed. */
    PAYMENT_RETURNED("payment returned"),
    /** A dispute was opened. */
    DISPUTE_OPENED("dispute opened");

    private final String words;

    Signal(String words) {
      this.words = words;
    }

    /** Such as {@code pays later}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * From when on a change is a signal.
   *
   * @param daysLater by how many days the average has to rise; at least 1
   * @param overdueGrowth by how many percent what is overdue has to grow; any growth from nothing
   *     counts
   */
  public record Limits(int daysLater, Percentage overdueGrowth) {
    /** Five days later, or half as much again overdue. */
    public static final Limits STANDARD = new Limits(5, Percentage.percent("50"));

    /**
     * From when on a change is a signal.
     *
     * @param daysLater by how many days the average has to rise; at least 1
     * @param overdueGrowth by how many percent what is overdue has to grow
     * @throws IllegalArgumentException if the days are below 1, or the growth is negative
     */
    public Limits {
      Objects.requireNonNull(overdueGrowth, "overdueGrowth");
      if (daysLater < 1 || overdueGrowth.value().signum() < 0) {
        throw new IllegalArgumentException(
            "limits must be 1 day or more and not below 0%: " + daysLater + ", " + overdueGrowth);
      }
    }
  }

  /**
   * A change.
   *
   * @param customer the customer's identifier
   * @param asOf the last day of the month that is looked at, included
   * @param openBefore what was open at the end of the month before
   * @param open what is open at the end of the day
   * @param overdueBefore what was overdue at the end of the month before
   * @param overdue what is overdue at the end of the day
   * @param oldestBefore the days past due of the oldest open invoice a month before
   * @param oldest the days past due of the oldest open invoice
   * @param invoiced what was invoiced in the month
   * @param received what came in within the month
   * @param daysLateBefore the average days late of the invoices settled in the month before
   * @param daysLate the same for the month
   * @param promisesBroken how many promises were broken in the month
   * @param returned how many payments were reversed in the month
   * @param disputes how many disputes were opened in the month
   * @param signals what got worse
   */
  public MonthlyChange {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(openBefore, "openBefore");
    Objects.requireNonNull(open, "open");
    Objects.requireNonNull(overdueBefore, "overdueBefore");
    Objects.requireNonNull(overdue, "overdue");
    Objects.requireNonNull(invoiced, "invoiced");
    Objects.requireNonNull(received, "received");
    Objects.requireNonNull(daysLateBefore, "daysLateBefore");
    Objects.requireNonNull(daysLate, "daysLate");
    Objects.requireNonNull(signals, "signals");
    signals = List.copyOf(signals);
  }

  /**
   * Compares the month with the one before, for each customer and currency with an invoice.
   *
   * @param accounts the accounts with their events
   * @param asOf the last day of the month that is looked at, included; later events are ignored
   * @param limits from when on a change is a signal
   * @return the changes in the order of the accounts, then by currency
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static List<MonthlyChange> of(Iterable<Account> accounts, LocalDate asOf, Limits limits) {
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(limits, "limits");
    List<MonthlyChange> all = new ArrayList<>();
    accounts.forEach(a -> all.addAll(new ChangeSums(a, asOf, limits).changes()));
    return all;
  }

  /** {@return the currency of all amounts} */
  public CurrencyUnit currency() {
    return open.currency();
  }

  /** Such as {@code ACME EUR: 900.00 EUR overdue after 100.00 EUR; pays later, more overdue}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(customer).append(' ').append(currency()).append(": ");
    text.append(overdue).append(" overdue after ").append(overdueBefore);
    for (int i = 0; i < signals.size(); i++) {
      text.append(i == 0 ? "; " : ", ").append(signals.get(i));
    }
    return text.toString();
  }
}
