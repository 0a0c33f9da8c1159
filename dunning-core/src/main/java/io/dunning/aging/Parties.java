package io.dunning.aging;

import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Numbers customers and currencies, from 0, as they come. */
final class Parties {
  private static final int MOST_AT_FIRST = 1 << 20;
  private static final long NUMBER = 0xFFFF_FFFFL;

  /**
   * At each place the hash code of a party, and one more than its number; 0 where there is none.
   * The hash code tells nearly all strangers apart without looking at their names.
   */
  private long[] index;

  private int shift;

  /** Customer and currency of each number. */
  private Object[] keys;

  private int count;

  /**
   * @param expected about how many there will be
   */
  Parties(int expected) {
    allocate(Integer.highestOneBit(Math.max(16, Math.min(expected, MOST_AT_FIRST))) * 2);
  }

  private void allocate(int capacity) {
    keys = keys == null ? new Object[2 * capacity] : Arrays.copyOf(keys, 2 * capacity);
    index = new long[Math.multiplyExact(capacity, 2)];
    shift = Integer.numberOfLeadingZeros(index.length - 1);
  }

  /** How many parties there is room for; it grows as needed. */
  int capacity() {
    return keys.length / 2;
  }

  int count() {
    return count;
  }

  String customer(int number) {
    return (String) keys[2 * number];
  }

  CurrencyUnit currency(int number) {
    return (CurrencyUnit) keys[2 * number + 1];
  }

  /**
   * The number of a party, a new one if it has none.
   *
   * @param hash its {@link OpenItem#rowHash}
   */
  int place(int hash, String customer, CurrencyUnit currency) {
    int mask = index.length - 1;
    for (int at = start(hash, shift); ; at = at + 1 & mask) {
      long found = index[at];
      if (found == 0) {
        return add(at, hash, customer, currency);
      }
      if ((int) (found >> 32) == hash) {
        int number = (int) (found & NUMBER) - 1;
        if (is(number, customer, currency)) {
          return number;
        }
      }
    }
  }

  /** Customer and currency of each number, and room for more. */
  Object[] keys() {
    return keys;
  }

  /**
   * The numbers that hash codes have at first sight: nearly always those of the right parties; of
   * any, or of none, otherwise. To be looked at with {@link #is}.
   */
  void guess(int[] hashes, int count, int[] numbers) {
    long[] in = index;
    int by = shift;
    for (int i = 0; i < count; i++) {
      long found = in[start(hashes[i], by)];
      numbers[i] = (int) (found >> 32) == hashes[i] ? (int) (found & NUMBER) - 1 : 0;
    }
  }

  /** Whether a number is that of a party; false if nobody has it. */
  boolean is(int number, String customer, CurrencyUnit currency) {
    Object there = keys[2 * number];
    Object in = keys[2 * number + 1];
    return (there == customer || customer.equals(there)) && (in == currency || currency.equals(in));
  }

  /** The high bits of the product: those that all bits of the hash code have part in. */
  private static int start(int hash, int shift) {
    return hash * 0x9E3779B9 >>> shift;
  }

  private int add(int at, int hash, String customer, CurrencyUnit currency) {
    if (count == capacity()) {
      grow();
      return place(hash, customer, currency);
    }
    keys[2 * count] = customer;
    keys[2 * count + 1] = currency;
    index[at] = (long) hash << 32 | ++count;
    return count - 1;
  }

  private void grow() {
    long[] old = index;
    allocate(Math.multiplyExact(capacity(), 2));
    for (long each : old) {
      if (each != 0) {
        int at = start((int) (each >> 32), shift);
        while (index[at] != 0) {
          at = at + 1 & index.length - 1;
        }
        index[at] = each;
      }
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
}
