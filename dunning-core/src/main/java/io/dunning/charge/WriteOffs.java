package io.dunning.charge;

import java.util.ArrayList;
import java.util.List;

/**
 * What was open before each write-off of an invoice, as it was known on its day. A payment that
 * bounces later does not change what was given up.
 */
final class WriteOffs {
  private final List<Long> known = new ArrayList<>();
  private int next;

  /** Goes through the events once more. */
  void begin() {
    next = 0;
  }

  /**
   * What was open before the next write-off.
   *
   * @param now what is open as it is known now, which counts if this one comes up for the first
   *     time
   */
  long openBeforeNext(long now) {
    if (next == known.size()) {
      known.add(now);
    }
    return known.get(next++);
  }
}
