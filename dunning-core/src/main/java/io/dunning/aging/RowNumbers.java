package io.dunning.aging;

import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Gives each pair of customer and currency a row number: 0, 1, 2 and so on, in order of arrival.
 */
final class RowNumbers {
  private static final int MOST_AT_FIRST = 1 << 20;

  /** So many slots for each pair that most pairs lie in the first slot that is tried. */
  private static final int SLOTS = 4;

  /**
   * A hash table with open addressing. Each slot holds the number of a pair plus one; 0 means that
   * the slot is free.
   */
  private int[] index;

  private int shift;

  /** Customer and currency of each number. */
  private Object[] keys;

  /** The hash code of each number, because comparing them avoids most comparisons of names. */
  private int[] hashes;

  private int count;

  /**
   * @param expected roughly how many pairs there will be
   */
  RowNumbers(int expected) {
    allocate(Integer.highestOneBit(Math.max(16, Math.min(expected, MOST_AT_FIRST))) * 2);
  }

  private void allocate(int capacity) {
    keys = keys == null ? new Object[2 * capacity] : Arrays.copyOf(keys, 2 * capacity);
    hashes = hashes == null ? new int[capacity] : Arrays.copyOf(hashes, capacity);
    index = new int[Math.multiplyExact(capacity, SLOTS)];
    shift = Integer.numberOfLeadingZeros(index.length - 1);
  }

  /** Returns how many pairs fit before the table grows. */
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
   * Returns the number of a pair, a new one if the pair is new.
   *
   * @param hash the pair's {@link OpenItem#rowHash}
   */
  int number(int hash, String customer, CurrencyUnit currency) {
    int mask = index.length - 1;
    for (int at = start(hash, shift); ; at = at + 1 & mask) {
      int number = index[at] - 1;
      if (number < 0) {
        return add(at, hash, customer, currency);
      }
      if (hashes[number] == hash && matches(number, customer, currency)) {
        return number;
      }
    }
  }

  /** Returns the customer and the currency of each number in turn; the array may be longer. */
  Object[] keys() {
    return keys;
  }

  /**
   * Guesses the numbers of pairs from their hash codes alone. A guess is mostly right, but it can
   * be any number, even one that is not taken; check it with {@link #isSame}.
   */
  void guess(int[] pairs, int count, int[] numbers) {
    int[] in = index;
    int by = shift;
    for (int i = 0; i < count; i++) {
      numbers[i] = Math.max(0, in[start(pairs[i], by)] - 1);
    }
  }

  /**
   * Returns whether a number was given to these very objects. If it was not, it can still belong to
   * equal ones, but finding out means looking into the names.
   */
  boolean isSame(int number, String customer, CurrencyUnit currency) {
    return keys[2 * number] == customer && keys[2 * number + 1] == currency;
  }

  private boolean matches(int number, String customer, CurrencyUnit currency) {
    Object there = keys[2 * number];
    Object in = keys[2 * number + 1];
    return (there == customer || customer.equals(there)) && (in == currency || currency.equals(in));
  }

  /**
   * Returns the first slot to try: the high bits of a product, which depend on all bits of the hash
   * code.
   */
  private static int start(int hash, int shift) {
    return hash * 0x9E3779B9 >>> shift;
  }

  private int add(int at, int hash, String customer, CurrencyUnit currency) {
    if (count == capacity()) {
      grow();
      return number(hash, customer, currency);
    }
    keys[2 * count] = customer;
    keys[2 * count + 1] = currency;
    hashes[count] = hash;
    index[at] = ++count;
    return count - 1;
  }

  private void grow() {
    allocate(Math.multiplyExact(capacity(), 2));
    for (int number = 0; number < count; number++) {
      int at = start(hashes[number], shift);
      while (index[at] != 0) {
        at = at + 1 & index.length - 1;
      }
      index[at] = number + 1;
    }
  }

  /** Returns the numbers, sorted by customer, then by currency. */
  int[] sorted() {
    return IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.<Integer, String>comparing(this::customer).thenComparing(this::currency))
        .mapToInt(i -> i)
        .toArray();
  }
}
