package io.dunning.check;

/** The states from which worlds were played on already, by their fingerprints. */
final class Seen {
  private static final int FIRST_ROOM = 64;

  /** Pairs of words; two zeros where there is none. */
  private long[] pairs = new long[2 * FIRST_ROOM];

  private int size;

  /** Adds a state; false if it was there. */
  boolean add(Fingerprint state) {
    if (3 * size > pairs.length) {
      grow();
    }
    boolean added = put(pairs, state.high(), state.low());
    size += added ? 1 : 0;
    return added;
  }

  private void grow() {
    long[] more = new long[2 * pairs.length];
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i] != 0 || pairs[i + 1] != 0) {
        put(more, pairs[i], pairs[i + 1]);
      }
    }
    pairs = more;
  }

  /** The room is a power of two, and never full. */
  private static boolean put(long[] into, long high, long low) {
    int last = into.length - 2;
    int at = (int) (high << 1) & last;
    while (into[at] != 0 || into[at + 1] != 0) {
      if (into[at] == high && into[at + 1] == low) {
        return false;
      }
      at = at + 2 & last;
    }
    into[at] = high;
    into[at + 1] = low;
    return true;
  }
}
