package io.dunning.check;

import java.util.HashMap;
import java.util.Map;

/**
 * A number of 128 bits for what it is told, in order. Equal facts have equal numbers; unlike ones
 * have unlike numbers as far as a check can ever notice: among a billion worlds, the chance that
 * two of them share one is less than one in ten to the twentieth. Not thread-safe.
 */
final class Fingerprint {
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

  /** Tells the numbers of things from plain numbers. */
  private static final long THING = 1L << 62;

  /** A number for each thing of those that were told; equal things have one. */
  private final Map<Object, Integer> numbers = new HashMap<>();

  private long high;
  private long low;

  void begin() {
    high = FIRST;
    low = SECOND;
  }

  void add(long value) {
    high = mixed((high ^ value) * FIRST);
    low = mixed((low + value) * SECOND ^ high);
  }

  /** Spreads each bit over all others, so that whoever knows the result knows the value. */
  private static long mixed(long value) {
    long once = (value ^ value >>> 32) * 0xD6E8FEB86659FD93L;
    return once ^ once >>> 29;
  }

  /** Adds a value by what it equals. */
  void add(Object value) {
    Integer number = numbers.get(value);
    if (number == null) {
      number = numbers.size();
      numbers.put(value, number);
    }
    add(THING + number);
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }
}
