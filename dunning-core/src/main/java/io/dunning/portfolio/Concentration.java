package io.dunning.portfolio;

import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingReport;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of the receivables in a currency a few customers owe. Credits do not count as
 * receivables. Quotients are computed exactly and rounded once to four decimals, half up; they are
 * 0 if nothing is owed. Immutable and thread-safe.
 *
 * @param total the amount that all customers owe
 * @param debtors the customers who owe something, largest amount first, then by identifier
 */
public record Concentration(Money total, List<Debtor> debtors) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A customer and the amount owed.
   *
   * @param customer the customer's identifier
   * @param open the amount owed, above zero
   */
  public record Debtor(String customer, Money open) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A debtor.
     *
     * @param customer the customer's identifier
     * @param open the amount owed, above zero
     */
    public Debtor {
      Objects.requireNonNull(customer, "customer");
      Objects.requireNonNull(open, "open");
    }
  }

  /**
   * Creates a concentration.
   *
   * @param total the amount that all customers owe
   * @param debtors the customers who owe something, largest amount first
   */
  public Concentration {
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(debtors, "debtors");
    debtors = List.copyOf(debtors);
  }

  /**
   * Computes the concentration of the receivables in an aging report.
   *
   * @param report a report with a line for each customer
   * @return the concentration by currency
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static SortedMap<CurrencyUnit, Concentration> of(AgingReport report) {
    Objects.requireNonNull(report, "report");
    SortedMap<CurrencyUnit, List<Debtor>> debtors = new TreeMap<>();
    for (AgingLine line : report.lines()) {
      if (line.total().isPositive()) {
        debtors
            .computeIfAbsent(line.currency(), c -> new ArrayList<>())
            .add(new Debtor(line.customer(), line.total()));
      }
    }
    SortedMap<CurrencyUnit, Concentration> all = new TreeMap<>();
    debtors.forEach(
        (currency, each) -> {
          each.sort(
              Comparator.comparing(Debtor::open, Collections.reverseOrder())
                  .thenComparing(Debtor::customer));
          Money total = Money.zero(currency);
          for (Debtor debtor : each) {
            total = total.plus(debtor.open());
          }
          all.put(currency, new Concentration(total, each));
        });
    return all;
  }

  /**
   * {@return the share of all receivables that the largest debtors owe}
   *
   * @param count how many debtors
   */
  public Percentage shareOfLargest(int count) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < count && i < debtors.size(); i++) {
      sum = sum.add(BigInteger.valueOf(debtors.get(i).open().minorUnits()));
    }
    BigDecimal share = quotient(sum.multiply(BigInteger.valueOf(100)), whole());
    return Percentage.percent(share.toPlainString());
  }

  /**
   * Returns how many of the largest debtors together owe at least a share of all receivables.
   *
   * @param share the share, up to 100%
   * @return the smallest such number; the number of all debtors if the share is above 100%
   */
  public int debtorsFor(Percentage share) {
    BigDecimal needed = new BigDecimal(whole()).multiply(share.value()).movePointLeft(2);
    BigDecimal sum = BigDecimal.ZERO;
    int count = 0;
    while (count < debtors.size() && sum.compareTo(needed) < 0) {
      sum = sum.add(BigDecimal.valueOf(debtors.get(count++).open().minorUnits()));
    }
    return count;
  }

  /**
   * Returns the Herfindahl-Hirschman index: the sum of the squares of all shares. Its inverse is
   * the number of equally large debtors with the same concentration.
   *
   * @return above 0 and up to 1; 1 for a single debtor, 0 if there is none
   */
  public BigDecimal herfindahlIndex() {
    BigInteger sum = BigInteger.ZERO;
    for (Debtor each : debtors) {
      sum = sum.add(BigInteger.valueOf(each.open().minorUnits()).pow(2));
    }
    return quotient(sum, whole().pow(2));
  }

  private BigInteger whole() {
    return BigInteger.valueOf(total.minorUnits());
  }

  private static BigDecimal quotient(BigInteger sum, BigInteger divisor) {
    return divisor.signum() == 0
        ? BigDecimal.ZERO.setScale(4)
        : new BigDecimal(sum).divide(new BigDecimal(divisor), 4, RoundingMode.HALF_UP);
  }

  /**
   * Returns the total and the largest share, such as {@code 1200.00 EUR of 3 debtors, the largest
   * 75%}.
   */
  @Override
  public String toString() {
    return total + " of " + debtors.size() + " debtors, the largest " + shareOfLargest(1);
  }
}
