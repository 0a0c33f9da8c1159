package io.dunning.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a hand-written program adds into: six sums a customer and currency, hashed, side by side.
 */
final class HandTable {
  static final int BANDS = 6;

  private final int[] keys;
  private final long[] sums;
  private final int mask;

  HandTable(int rows) {
    int places = Integer.highestOneBit(Math.max(16, rows)) * 4;
    keys = new int[places];
    sums = new long[places * BANDS];
    mask = places - 1;
  }

  void add(int customer, int currency, int late, long amount) {
    int key = customer * 8 + currency + 1;
    int at = key * 0x9E3779B9 >>> 8 & mask;
    while (keys[at] != key) {
      if (keys[at] == 0) {
        keys[at] = key;
        break;
      }
      at = at + 1 & mask;
    }
    sums[at * BANDS + band(late)] += amount;
  }

  static int band(int late) {
    return late <= 0 ? 0 : late > 120 ? 5 : (late + 29) / 30;
  }

  /** Sums as text by customer and currency, for comparison. */
  Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        StringBuilder row = new StringBuilder();
        for (int band = 0; band < BANDS; band++) {
          row.append(',').append(sums[i * BANDS + band]);
        }
        int key = keys[i] - 1;
        rows.put(key / 8 + "," + Draws.CURRENCIES.get(key % 8), row.toString());
      }
    }
    return rows;
  }
}
