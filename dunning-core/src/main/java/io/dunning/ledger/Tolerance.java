package io.dunning.ledger;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much may be left open on an invoice for it to count as settled. What is left is a difference
 * to write off.
 *
 * <p>A difference is what remains after a payment or a credit; an invoice on which nothing was paid
 * or credited is never within the tolerance, however small it is. Prints in words: {@code up to
 * 1.00 EUR, at most 0.5% of the invoice}. Immutable and thread-safe.
 *
 * @param amounts the most that may be left, one amount a currency; a currency without one has no
 *     tolerance
 * @param share the most that may be left as a share of the invoice amount, 0% to 100%; the smaller
 *     of amount and share counts
 */
public record Tolerance(SortedMap<CurrencyUnit, Money> amounts, Percentage share)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Percentage WHOLE = Percentage.percent("100");

  /** Nothing may be left. */
  public static final Tolerance NONE = new Tolerance(new TreeMap<>(), WHOLE);

  /**
   * A tolerance.
   *
   * @param amounts the most that may be left, one amount a currency
   * @param share the most that may be left as a share of the invoice amount, 0% to 100%
   * @throws IllegalArgumentException if an amount is negative or stands under another currency, or
   *     if the share is not between 0% and 100%
   */
  public Tolerance {
    Objects.requireNonNull(amounts, "amounts");
    amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    Objects.requireNonNull(share, "share");
    amounts.forEach(Tolerance::check);
    if (share.value().signum() < 0 || share.value().compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("tolerance is not between 0% and 100%: " + share);
    }
  }

  private static void check(CurrencyUnit currency, Money amount) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException("tolerance is negative: " + amount);
    }
    if (!amount.currency().equals(currency)) {
      throw new IllegalArgumentException("tolerance in " + currency + " is " + amount);
    }
  }

  /**
   * A tolerance by amount.
   *
   * @param amounts the most that may be left, itself included; one amount a currency
   * @return the tolerance
   * @throws IllegalArgumentException if an amount is negative, or a currency has two
   */
  public static Tolerance upTo(Money... amounts) {
    Objects.requireNonNull(amounts, "amounts");
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>();
    for (Money each : amounts) {
      Money before = all.put(each.currency(), each);
      if (before != null) {
        throw new IllegalArgumentException(
            "tolerance has two amounts in one currency: " + before + " and " + each);
      }
    }
    return new Tolerance(all, WHOLE);
  }

  /**
   * This tolerance, limited to a share of the invoice amount. The smaller of amount and share
   * counts; a share of the invoice is rounded down to minor units.
   *
   * @param most the share, 0% to 100%
   * @return the tolerance
   * @throws IllegalArgumentException if the share is not between 0% and 100%
   */
  public Tolerance atMost(Percentage most) {
    return new Tolerance(amounts, most);
  }

  /**
   * Whether nothing may be left.
   *
   * @return true if no currency has an amount
   */
  public boolean isNone() {
    return amounts.isEmpty();
  }

  /** Whether what is open on an invoice is a difference that counts as settled. */
  boolean covers(Invoice invoice, long open) {
    long all = invoice.amount().minorUnits();
    if (open <= 0 || open >= all) {
      return false;
    }
    Money most = amounts.get(invoice.amount().currency());
    return most != null
        && open <= most.minorUnits()
        && open <= share.of(invoice.amount(), Rounding.DOWN).minorUnits();
  }

  /** Such as {@code up to 1.00 EUR, at most 0.5% of the invoice}; {@code none} without amounts. */
  @Override
  public String toString() {
    if (isNone()) {
      return "none";
    }
    String most =
        amounts.values().stream().map(Money::toString).collect(Collectors.joining(" or "));
    return "up to " + most + (share.equals(WHOLE) ? "" : ", at most " + share + " of the invoice");
  }
}
