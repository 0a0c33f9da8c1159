package io.dunning.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * How days are spread, such as days from invoice to payment or days late: the most frequent, the
 * middle, percentiles by a stated method. Keeps all values. Immutable and thread-safe.
 */
public final class DaysStatistics {
  private final long[] sorted;

  private DaysStatistics(long[] sorted) {
    this.sorted = sorted;
  }

  /** Which value is a percentile; none interpolates. */
  public enum Method {
    /** The first value with at least so many percent of the values at or below it. */
    NEAREST_RANK,
    /** The value at so many percent of the count, cut to a whole rank; at least the first. */
    TRUNCATED_RANK
  }

  /**
   * Statistics of some values.
   *
   * @param days the values, in any order
   * @return the statistics
   */
  public static DaysStatistics of(LongStream days) {
    return new DaysStatistics(days.sorted().toArray());
  }

  /**
   * How many values there are.
   *
   * @return the number
   */
  public int count() {
    return sorted.length;
  }

  /**
   * The least value.
   *
   * @return days; empty without values
   */
  public OptionalLong least() {
    return Arrays.stream(sorted).limit(1).findFirst();
  }

  /**
   * The greatest value.
   *
   * @return days; empty without values
   */
  public OptionalLong greatest() {
    return Arrays.stream(sorted).skip(Math.max(0, sorted.length - 1)).findFirst();
  }

  /**
   * The most frequent value.
   *
   * @return days, of several the least; empty without values
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
   * The middle value, or the mean of the middle two.
   *
   * @return days, exactly; empty without values
   */
  public Optional<BigDecimal> median() {
    int n = sorted.length;
    if (n == 0) {
      return Optional.empty();
    }
    BigDecimal two = BigDecimal.valueOf(sorted[(n - 1) / 2]).add(BigDecimal.valueOf(sorted[n / 2]));
    return Optional.of(two.divide(BigDecimal.valueOf(2)));
  }

  /**
   * The mean.
   *
   * @return days to four decimals, half up; empty without values
   */
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
   * A percentile.
   *
   * @param percent 1 to 100
   * @param method which value it is
   * @return one of the values; empty without values
   * @throws IllegalArgumentException if the percentage is out of its range
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

  /** Such as {@code 5 values, 3 to 11, median 7}. */
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
