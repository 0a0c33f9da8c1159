package io.dunning.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Statistics about numbers of days, for example from invoice to payment: the most frequent value,
 * the median, and percentiles by a method that you choose. Keeps all values in memory. Immutable
 * and thread-safe.
 */
public final class DaysStatistics {
  private final long[] sorted;

  private DaysStatistics(long[] sorted) {
    this.sorted = sorted;
  }

  /** The method that picks the value of a percentile. No method interpolates. */
  public enum Method {
    /**
     * The smallest value such that at least so many percent of all values are less than or equal to
     * it.
     */
    NEAREST_RANK,
    /**
     * The value whose rank is so many percent of the count, rounded down; at least the first value.
     */
    TRUNCATED_RANK
  }

  /**
   * {@return the statistics of some values}
   *
   * @param days the values in any order
   */
  public static DaysStatistics of(LongStream days) {
    Objects.requireNonNull(days, "days");
    return new DaysStatistics(days.sorted().toArray());
  }

  /** {@return how many values there are} */
  public int count() {
    return sorted.length;
  }

  /** {@return the smallest value; empty if there are no values} */
  public OptionalLong minimum() {
    return Arrays.stream(sorted).limit(1).findFirst();
  }

  /** {@return the largest value; empty if there are no values} */
  public OptionalLong maximum() {
    return Arrays.stream(sorted).skip(Math.max(0, sorted.length - 1)).findFirst();
  }

  /**
   * {@return the most frequent value, the smallest if there are several; empty if there are no
   * values}
   */
  public OptionalLong mode() {
    int best = -1;
    int most = 0;
    for (int from = 0; from < sorted.length; ) {
      int end = from;
      while (end < sorted.length && sorted[end] == sorted[from]) {
        end++;
      }
      if (end - from > most) {
        most = end - from;
        best = from;
      }
      from = end;
    }
    return best < 0 ? OptionalLong.empty() : OptionalLong.of(sorted[best]);
  }

  /**
   * {@return the middle value, or the exact mean of the middle two; empty if there are no values}
   */
  public Optional<BigDecimal> median() {
    int n = sorted.length;
    if (n == 0) {
      return Optional.empty();
    }
    BigDecimal two = BigDecimal.valueOf(sorted[(n - 1) / 2]).add(BigDecimal.valueOf(sorted[n / 2]));
    return Optional.of(two.divide(BigDecimal.valueOf(2)));
  }

  /** {@return the mean to four decimals, half up; empty if there are no values} */
  public Optional<BigDecimal> mean() {
    if (sorted.length == 0) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (long each : sorted) {
      sum = sum.add(BigDecimal.valueOf(each));
    }
    return Optional.of(sum.divide(BigDecimal.valueOf(sorted.length), 4, RoundingMode.HALF_UP));
  }

  /**
   * {@return a percentile, which is always one of the values; empty if there are no values}
   *
   * @param percent 1 to 100
   * @param method the method that picks the value
   * @throws IllegalArgumentException if the percentage is not between 1 and 100
   */
  public OptionalLong percentile(int percent, Method method) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("percentile is not between 1 and 100: " + percent);
    }
    if (sorted.length == 0) {
      return OptionalLong.empty();
    }
    long hundredfold = (long) sorted.length * percent;
    long rank =
        method == Method.NEAREST_RANK ? (hundredfold + 99) / 100 : Math.max(1, hundredfold / 100);
    return OptionalLong.of(sorted[(int) rank - 1]);
  }

  /** Returns the range and the median, such as {@code 5 values, 3 to 11, median 7}. */
  @Override
  public String toString() {
    return sorted.length == 0
        ? "no values"
        : sorted.length
            + (sorted.length == 1 ? " value, " : " values, ")
            + sorted[0]
            + " to "
            + sorted[sorted.length - 1]
            + ", median "
            + median().orElseThrow().toPlainString();
  }
}
