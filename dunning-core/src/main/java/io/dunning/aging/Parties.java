package io.dunning.aging;

import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Numbers customers and currencies, from 0, as they come. */
final class Parties {
  private static final int MOST_AT_FIRST = 1 << 20;

  /** One more than the number of the party at each place; 0 where there is none. */
  private int[] index;

  private int shift;
  private String[] customers;
  private CurrencyUnit[] currencies;
  private int count;

  /**
   * @param expected about how many there will be
   */
  Parties(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, Math.min(expected, MOST_AT_FIRST))) * 2;
    customers = new String[capacity];
    currencies = new CurrencyUnit[capacity];
    allocate(capacity);
  }

  /** Four places a party, so that most searches end where they begin. */
  private void allocate(int capacity) {
    index = new int[Math.multiplyExact(capacity, 4)];
    shift = Integer.numberOfLeadingZeros(index.length - 1);
  }

  /** How many parties there is room for; it grows as needed. */
  int capacity() {
    return customers.length;
  }

  int count() {
    return count;
  }

  String customer(int number) {
    return customers[number];
  }

  CurrencyUnit currency(int number) {
    return currencies[number];
  }

  /**
   * The number of a party, a new one if it has none.
   *
   * @param hash its {@link OpenItem#rowHash}
   */
  int place(int hash, String customer, CurrencyUnit currency) {
    int mask = index.length - 1;
    for (int at = start(hash); ; at = at + 1 & mask) {
      int number = index[at] - 1;
      if (number < 0) {
        return add(at, customer, currency);
      }
      String there = customers[number];
      if ((there == customer || there.equals(customer))
          && (currencies[number] == currency || currency.equals(currencies[number]))) {
        return number;
      }
    }
  }

  /** The high bits of the product: those that all bits of the hash code have part in. */
  private int start(int hash) {
    return hash * 0x9E3779B9 >>> shift;
  }

  private int add(int at, String customer, CurrencyUnit currency) {
    if (count == customers.length) {
      grow();
      return place(OpenItem.rowHash(customer, currency), customer, currency);
    }
    customers[count] = customer;
    currencies[count] = currency;
    index[at] = ++count;
    return count - 1;
  }

  private void grow() {
    int capacity = Math.multiplyExact(customers.length, 2);
    customers = Arrays.copyOf(customers, capacity);
    currencies = Arrays.copyOf(currencies, capacity);
    allocate(capacity);
    for (int i = 0; i < count; i++) {
      int at = start(OpenItem.rowHash(customers[i], currencies[i]));
      while (index[at] != 0) {
        at = at + 1 & index.length - 1;
      }
      index[at] = i + 1;
    }
  }

  /** The numbers, by customer, then by currency. */
  int[] sorted() {
    return IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.<Integer, String>comparing(this::customer).thenComparing(this::currency))
        .mapToInt(i -> i)
        .toArray();
  }

  /** The parties, and their cells. */
  AgingRows rows(int bands, int width, long[] cells) {
    return new AgingRows(bands, width, count, customers, currencies, cells);
  }
}
