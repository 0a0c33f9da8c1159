package io.dunning.ledger;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What aging needs to know of an invoice, or of one instalment of it: who owes how much since when.
 * A negative amount is a credit. Items are equal if all that they tell is. Immutable and
 * thread-safe.
 */
public final class OpenItem implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String customer;
  private final String invoice;
  private final CurrencyUnit currency;
  private final long minorUnits;
  private final int dueDay;
  private final int issuedDay;
  private final int rowHash;
  private final Claim claim;

  /** Whether the customer owes without more, or said something about it. */
  public enum Claim {
    /** Owed, nothing said. */
    PLAIN,
    /** Contested. */
    DISPUTED,
    /** Promised for a day that is not over. */
    PROMISED,
    /** Left of an invoice that counts as settled by a {@link Tolerance}, and to be written off. */
    DIFFERENCE
  }

  /**
   * An item appeared or disappeared. A part payment makes an item go and a smaller one come, on the
   * same day.
   *
   * @param epochDay the day at whose end it is so, kept within the range of an {@code int}
   * @param item the item
   * @param appears whether it came
   */
  public record Change(int epochDay, OpenItem item, boolean appears) {
    /**
     * A change.
     *
     * @param epochDay the day at whose end it is so, kept within the range of an {@code int}
     * @param item the item
     * @param appears whether it came
     */
    public Change {
      Objects.requireNonNull(item, "item");
    }
  }

  private OpenItem(
      String customer, String invoice, Money amount, int issuedDay, int dueDay, Claim claim) {
    this.customer = Objects.requireNonNull(customer, "customer");
    this.invoice = Objects.requireNonNull(invoice, "invoice");
    this.currency = amount.currency();
    this.minorUnits = amount.minorUnits();
    this.issuedDay = issuedDay;
    this.dueDay = dueDay;
    this.claim = claim;
    this.rowHash = rowHash(customer, currency);
  }

  /**
   * An open item.
   *
   * @param customer the customer's identifier
   * @param invoice the invoice number
   * @param amount what is open; negative for a credit
   * @param issued the invoice date
   * @param due the due date
   * @return the item
   */
  public static OpenItem of(
      String customer, String invoice, Money amount, LocalDate issued, LocalDate due) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(issued, "issued");
    Objects.requireNonNull(due, "due");
    return new OpenItem(customer, invoice, amount, clamped(issued), clamped(due), Claim.PLAIN);
  }

  /**
   * This item with what the customer said about it.
   *
   * @param said what the customer said
   * @return the item
   */
  public OpenItem claimed(Claim said) {
    Objects.requireNonNull(said, "said");
    return new OpenItem(customer, invoice, amount(), issuedDay, dueDay, said);
  }

  /** Days beyond some five million years are all the same to aging. */
  private static int clamped(LocalDate date) {
    return clamped(date.toEpochDay());
  }

  /**
   * An epoch day, kept within the range of an {@code int}.
   *
   * @param day the epoch day
   * @return the day, or the first or last one that fits
   */
  public static int clamped(long day) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day));
  }

  /** {@return the customer's identifier} */
  public String customer() {
    return customer;
  }

  /** {@return the invoice number} */
  public String invoice() {
    return invoice;
  }

  /**
   * A hash code of customer and currency, which together make a row of an aging report. Kept in the
   * item, so that a pass over millions need not look into each name.
   *
   * @return the hash code
   */
  public int rowHash() {
    return rowHash;
  }

  /**
   * The {@link #rowHash} of items of a customer in a currency.
   *
   * @param customer the customer's identifier
   * @param currency the currency
   * @return the hash code
   */
  public static int rowHash(String customer, CurrencyUnit currency) {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(currency, "currency");
    return customer.hashCode() + 31 * currency.hashCode();
  }

  /** {@return what is open; negative for a credit} */
  public Money amount() {
    return Money.ofMinor(minorUnits, currency);
  }

  /**
   * What is open, in minor units.
   *
   * @return negative for a credit
   */
  public long minorUnits() {
    return minorUnits;
  }

  /** {@return the currency} */
  public CurrencyUnit currency() {
    return currency;
  }

  /**
   * The due date as an epoch day, kept within the range of an {@code int}.
   *
   * @return the epoch day
   */
  public int dueDay() {
    return dueDay;
  }

  /**
   * The invoice date as an epoch day, kept within the range of an {@code int}.
   *
   * @return the epoch day
   */
  public int issuedDay() {
    return issuedDay;
  }

  /** {@return what the customer said} */
  public Claim claim() {
    return claim;
  }

  /** Whether all that aging looks at is the same; names of one account are taken as the same. */
  boolean isSame(OpenItem other) {
    return minorUnits == other.minorUnits
        && dueDay == other.dueDay
        && issuedDay == other.issuedDay
        && claim == other.claim
        && currency.equals(other.currency);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof OpenItem that
            && isSame(that)
            && customer.equals(that.customer)
            && invoice.equals(that.invoice);
  }

  @Override
  public int hashCode() {
    int amountAndDue = 31 * Long.hashCode(minorUnits) + dueDay;
    return 31 * (31 * rowHash + invoice.hashCode()) + amountAndDue;
  }

  /** Such as {@code C-1 INV-7: 100.00 EUR due 2026-02-14}. */
  @Override
  public String toString() {
    return customer + " " + invoice + ": " + amount() + " due " + LocalDate.ofEpochDay(dueDay);
  }
}
