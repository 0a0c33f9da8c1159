package io.dunning.ledger;

import io.dunning.grammar.Reader;
import io.dunning.grammar.Slot;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much may be left open on an invoice for it to count as settled. What is left is a difference
 * to write off.
 *
 * <p>A difference is what remains after a payment or a credit; an invoice on which nothing was paid
 * or credited is never within the tolerance, however small it is. Prints in words, such as {@code
 * up to 1.00 EUR, at most 0.5% of the invoice}, and parses them. Whatever lets nothing be left,
 * such as an amount of zero, equals {@link #NONE}. Immutable and thread-safe.
 *
 * @param amounts the most that may be left, one amount above zero a currency; a currency without
 *     one has no tolerance
 * @param share the most that may be left as a share of the invoice amount, 0% to 100%; the smaller
 *     of amount and share counts; 100% if there are no amounts
 */
public record Tolerance(SortedMap<CurrencyUnit, Money> amounts, Percentage share)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Percentage WHOLE = Percentage.percent("100");
  private static final Slot AMOUNT = Slot.amount(Money::parse);
  private static final Slot SHARE = Slot.percentage(Percentage::parse);

  /** Nothing may be left. */
  public static final Tolerance NONE = new Tolerance(new TreeMap<>(), WHOLE);

  /**
   * A tolerance.
   *
   * @param amounts the most that may be left, one amount a currency; an amount of zero is dropped
   * @param share the most that may be left as a share of the invoice amount, 0% to 100%
   * @throws IllegalArgumentException if an amount is negative or stands under another currency, or
   *     if the share is not between 0% and 100%
   */
  public Tolerance {
    Objects.requireNonNull(amounts, "amounts");
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>(amounts);
    Objects.requireNonNull(share, "share");
    all.forEach(Tolerance::check);
    if (share.value().signum() < 0 || share.value().compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("tolerance is not between 0% and 100%: " + share);
    }
    if (share.value().signum() == 0) {
      all.clear();
    }
    all.values().removeIf(Money::isZero);
    amounts = Collections.unmodifiableSortedMap(all);
    share = all.isEmpty() ? WHOLE : share;
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

  /**
   * Reads a tolerance in the words in which it prints.
   *
   * @param text such as {@code up to 1.00 EUR or 1.00 USD, at most 0.5% of the invoice}, or {@code
   *     none}
   * @return the tolerance
   * @throws io.dunning.sentence.SentenceException if the text is no such sentence, or has more than
   *     100,000 characters
   */
  public static Tolerance parse(String text) {
    Reader words = new Reader(Objects.requireNonNull(text, "text"), "up to 1.00 EUR");
    List<Money> amounts = new ArrayList<>();
    if (!words.take("none")) {
      words.expect("up to");
      do {
        amounts.add(words.one(AMOUNT));
      } while (words.take("or"));
    }
    Percentage most = WHOLE;
    if (words.take(", at most")) {
      most = words.one(SHARE);
      words.expect("of the invoice");
    }
    words.end("\", at most\" or the end");
    Percentage share = most;
    return words.made(() -> upTo(amounts.toArray(Money[]::new)).atMost(share));
  }

  /** Such as {@code up to 1.00 EUR, at most 0.5% of the invoice}; {@code none} without amounts. */
  @Override
  public String toString() {
    String most =
        amounts.values().stream().map(Money::toString).collect(Collectors.joining(" or "));
    return (isNone() ? "none" : "up to " + most)
        + (share.equals(WHOLE) ? "" : ", at most " + share + " of the invoice");
  }
}
