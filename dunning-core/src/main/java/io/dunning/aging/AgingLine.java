package io.dunning.aging;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * A row of an aging report: what one customer owes in one currency, by age; or what all customers
 * owe in it. Amounts that stand apart (credits always unless netted, disputed and promised ones on
 * request) are in no band. Immutable and thread-safe.
 */
public final class AgingLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String customer;
  private final CurrencyUnit currency;
  private final int bands;

  /** Sum and count of each band, then of credits, disputed and promised amounts. */
  private final long[] cells;

  AgingLine(String customer, CurrencyUnit currency, int bands, long[] cells) {
    this.customer = customer;
    this.currency = currency;
    this.bands = bands;
    this.cells = cells;
  }

  /** Where an amount stands that is in no band. */
  public enum Apart {
    /** Over-paid invoices and payments that wait to be applied. */
    CREDIT,
    /** Contested amounts, if the report shows them apart. */
    DISPUTED,
    /** Promised amounts, if the report shows them apart. */
    PROMISED
  }

  /**
   * The customer's identifier.
   *
   * @return the identifier; empty in a line of totals
   */
  public String customer() {
    return customer;
  }

  /**
   * The currency of all amounts of this line.
   *
   * @return the currency
   */
  public CurrencyUnit currency() {
    return currency;
  }

  /**
   * The amount of a band.
   *
   * @param band the place of the band in the schedule, from 0
   * @return the amount; negative only where credits are netted
   */
  public Money amount(int band) {
    return Money.ofMinor(cells[2 * Objects.checkIndex(band, bands)], currency);
  }

  /**
   * How many items a band holds.
   *
   * @param band the place of the band in the schedule, from 0
   * @return the number of items
   */
  public long count(int band) {
    return cells[2 * Objects.checkIndex(band, bands) + 1];
  }

  /**
   * The amount that stands apart; never negative.
   *
   * @param apart which
   * @return the amount
   */
  public Money amount(Apart apart) {
    return Money.ofMinor(cells[2 * (bands + apart.ordinal())], currency);
  }

  /**
   * How many items stand apart.
   *
   * @param apart which
   * @return the number of items
   */
  public long count(Apart apart) {
    return cells[2 * (bands + apart.ordinal()) + 1];
  }

  /**
   * What is open: the bands, and the disputed and promised amounts that stand apart. Credits are
   * not in it, unless they are netted into the bands.
   *
   * @return the total
   * @throws ArithmeticException if the sum does not fit
   */
  public Money total() {
    return Money.ofMinor(sum(0), currency);
  }

  /**
   * How many items make up the {@link #total}.
   *
   * @return the number of items
   */
  public long totalCount() {
    return sum(1);
  }

  private long sum(int offset) {
    long sum = 0;
    for (int i = 0; i < cells.length / 2; i++) {
      if (i != bands + Apart.CREDIT.ordinal()) {
        sum = Math.addExact(sum, cells[2 * i + offset]);
      }
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AgingLine that
        && customer.equals(that.customer)
        && currency.equals(that.currency)
        && Arrays.equals(cells, that.cells);
  }

  @Override
  public int hashCode() {
    return Objects.hash(customer, currency, Arrays.hashCode(cells));
  }

  /** Customer, amounts and total. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(customer.isEmpty() ? "all" : customer).append(':');
    for (int i = 0; i < bands; i++) {
      text.append(' ').append(amount(i).amount().toPlainString());
    }
    return text.append(" = ").append(total()).toString();
  }
}
