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
 * How far receivables of a currency hang on few customers. Credits are no receivables. Quotients
 * are exact, rounded once to four decimals, half up; of nothing they are 0. Immutable and
 * thread-safe.
 *
 * @param total what all customers owe
 * @param debtors what each customer owes, the most first, then by identifier; none owes nothing
 */
public record Concentration(Money total, List<Debtor> debtors) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What a customer owes.
   *
   * @param customer the customer's identifier
   * @param open the amount
   */
  public record Debtor(String customer, Money open) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What each customer owes.
   *
   * @param total what all customers owe
   * @param debtors what each customer owes, the most first
   */
  public Concentration {
    Objects.requireNonNull(total, "total");
    debtors = List.copyOf(debtors);
  }

  /**
   * The concentration of aged receivables.
   *
   * @param report by customer
   * @return by currency
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public static SortedMap<CurrencyUnit, Concentration> of(AgingReport report) {
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
   * What the largest debtors owe of all.
   *
   * @param count how many debtors
   * @return the share
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
   * How many of the largest debtors owe a share of all.
   *
   * @param share the share that they owe at least, up to 100%
   * @return the smallest number; all if the share is more than everything
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
   * The index of Herfindahl and Hirschman: the sum of the squares of the shares. Its inverse is the
   * number of equal debtors that would be as concentrated.
   *
   * @return above 0 up to 1, for a single debtor; 0 without any
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

  /** Such as {@code 1200.00 EUR of 3 debtors, the largest 75%}. */
  @Override
  public String toString() {
    return total + " of " + debtors.size() + " debtors, the largest " + shareOfLargest(1);
  }
}
