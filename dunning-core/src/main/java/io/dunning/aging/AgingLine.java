package io.dunning.aging;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A line of an aging report: what one customer owes in one currency, by age, or what all customers
 * owe in that currency. Some amounts are shown apart from the bands: credits, unless the schedule
 * nets them, and on request disputed and promised amounts and differences. Immutable and
 * thread-safe.
 */
public final class AgingLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String customer;
  private final CurrencyUnit currency;
  private final int bands;

  /** The sum and the count of each band, then of each kind that is shown apart. */
  private final long[] cells;

  AgingLine(String customer, CurrencyUnit currency, int bands, long[] cells) {
    this.customer = customer;
    this.currency = currency;
    this.bands = bands;
    this.cells = cells;
  }

  /**
   * A line that was found before, such as one that was stored.
   *
   * @param customer the customer's id; empty text for all customers
   * @param bands what lies in each band, in their order; at least one
   * @param apart what lies apart; what is missing is zero
   * @return the line
   * @throws IllegalArgumentException if there is no band
   * @throws io.dunning.money.CurrencyMismatchException if amounts are in two currencies
   */
  public static AgingLine of(String customer, List<Cell> bands, Map<Apart, Cell> apart) {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(bands, "bands");
    Objects.requireNonNull(apart, "apart");
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("aging line has no bands");
    }
    Money first = bands.get(0).amount();
    long[] cells = new long[2 * (bands.size() + Apart.values().length)];
    for (int i = 0; i < bands.size(); i++) {
      put(cells, i, bands.get(i), first);
    }
    apart.forEach((what, cell) -> put(cells, bands.size() + what.ordinal(), cell, first));
    return new AgingLine(customer, first.currency(), bands.size(), cells);
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(
        () -> {
          Objects.requireNonNull(customer, "customer");
          Objects.requireNonNull(currency, "currency");
          long[] copy = cells.clone();
          if (bands < 1 || copy.length != 2L * (bands + Apart.values().length)) {
            throw new IllegalArgumentException("cells of a line do not fit its bands: " + bands);
          }
          AgingLine line = new AgingLine(customer, currency, bands, copy);
          for (int i = 0; 2 * i < copy.length; i++) {
            new Cell(line.placed(i), line.items(i));
          }
          return line;
        });
  }

  private static void put(long[] cells, int place, Cell cell, Money like) {
    // only amounts of one currency compare
    like.compareTo(cell.amount());
    cells[2 * place] = cell.amount().minorUnits();
    cells[2 * place + 1] = cell.count();
  }

  /**
   * What lies in one place of the line.
   *
   * @param amount the sum
   * @param count how many items it is the sum of
   */
  public record Cell(Money amount, long count) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What lies in one place of the line.
     *
     * @param amount the sum
     * @param count how many items it is the sum of
     * @throws IllegalArgumentException if the count is negative or more than 4,294,967,295
     */
    public Cell {
      Objects.requireNonNull(amount, "amount");
      if (count < 0 || count > AgingRows.MOST_ITEMS) {
        throw new IllegalArgumentException(
            "number of items is not between 0 and " + AgingRows.MOST_ITEMS + ": " + count);
      }
    }
  }

  /**
   * What lies in each band.
   *
   * @return a cell a band, in their order
   */
  public List<Cell> cells() {
    return IntStream.range(0, bands).mapToObj(i -> new Cell(amount(i), count(i))).toList();
  }

  boolean isEmpty() {
    for (int i = 1; i < cells.length; i += 2) {
      if (cells[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** The sum in a place: a band, or what lies apart after them. */
  Money placed(int place) {
    return Money.ofMinor(cells[2 * place], currency);
  }

  long items(int place) {
    return cells[2 * place + 1];
  }

  /** The kinds of amounts that are shown apart from the bands. */
  public enum Apart {
    /** Overpaid invoices, and payments that are not applied yet. */
    CREDIT,
    /** Disputed amounts, if the report shows them apart. */
    DISPUTED,
    /** Promised amounts, if the report shows them apart. */
    PROMISED,
    /**
     * What is left of invoices that count as settled by a {@linkplain io.dunning.ledger.Tolerance
     * tolerance}, if the report shows it apart.
     */
    DIFFERENCE
  }

  /** {@return the customer's identifier; empty in a line of totals} */
  public String customer() {
    return customer;
  }

  /** {@return the currency of all amounts in this line} */
  public CurrencyUnit currency() {
    return currency;
  }

  /**
   * {@return the amount in a band; negative only if credits are netted}
   *
   * @param band the position of the band in the schedule, from 0
   * @throws IndexOutOfBoundsException if the schedule has no such band
   */
  public Money amount(int band) {
    return Money.ofMinor(cells[2 * Objects.checkIndex(band, bands)], currency);
  }

  /**
   * {@return how many items are in a band}
   *
   * @param band the position of the band in the schedule, from 0
   * @throws IndexOutOfBoundsException if the schedule has no such band
   */
  public long count(int band) {
    return cells[2 * Objects.checkIndex(band, bands) + 1];
  }

  /**
   * {@return the amount of a kind that is shown apart; never negative}
   *
   * @param apart the kind of amount
   */
  public Money amount(Apart apart) {
    return Money.ofMinor(cells[2 * (bands + apart.ordinal())], currency);
  }

  /**
   * {@return how many items of a kind are shown apart}
   *
   * @param apart the kind of amount
   */
  public long count(Apart apart) {
    return cells[2 * (bands + apart.ordinal()) + 1];
  }

  /**
   * {@return the total that is open: all bands, plus the disputed and promised amounts and the
   * differences that are shown apart} It includes credits only if they are netted into the bands.
   *
   * @throws ArithmeticException if the sum does not fit into a {@code long} of minor units
   */
  public Money total() {
    return Money.ofMinor(sum(0), currency);
  }

  /** {@return how many items make up the {@link #total}} */
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

  /**
   * Returns the customer, the amount of each band, what is shown apart and belongs to the total,
   * and the total.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(customer.isEmpty() ? "all" : customer).append(':');
    for (int i = 0; i < bands; i++) {
      text.append(' ').append(amount(i).amount().toPlainString());
    }
    for (Apart apart : Apart.values()) {
      if (apart != Apart.CREDIT && count(apart) > 0) {
        text.append(", ").append(apart.name().toLowerCase(Locale.ROOT));
        text.append(' ').append(amount(apart).amount().toPlainString());
      }
    }
    return text.append(" = ").append(total()).toString();
  }
}
