package io.dunning.settlement;

import io.dunning.money.Percentage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of a debt is collected in the end, by the months it has been overdue. Between two points
 * it is a straight line, at whole months, to two decimals, half up; after the last it stays.
 * Immutable and thread-safe.
 *
 * @param source where it comes from
 * @param points months overdue, and the share that is collected
 */
public record RecoveryCurve(String source, SortedMap<Integer, Percentage> points)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A survey among agencies, as one of them publishes it: commercial debts in the United States. A
   * weak source, and only a default: the same page contradicts itself about debts of a year. Put in
   * your own.
   */
  public static final RecoveryCurve SURVEY =
      new RecoveryCurve(
              "survey, Commercial Collection Agencies of America, as published by cstworldwide.com",
              new TreeMap<>())
          .with(0, "100")
          .with(3, "68.9")
          .with(6, "51.3")
          .with(12, "21")
          .with(24, "9");

  /**
   * A curve.
   *
   * @param source where it comes from
   * @param points months overdue, and the share that is collected
   */
  public RecoveryCurve {
    points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
  }

  /**
   * A curve without a point yet.
   *
   * @param source where it comes from
   * @return the curve
   */
  public static RecoveryCurve of(String source) {
    return new RecoveryCurve(source, new TreeMap<>());
  }

  /**
   * One more point.
   *
   * @param months months overdue
   * @param percent the share that is collected, such as {@code "68.9"}
   * @return the curve
   * @throws IllegalArgumentException if the share is not between 0 and 100 percent
   */
  public RecoveryCurve with(int months, String percent) {
    Percentage share = Percentage.percent(percent);
    if (share.value().signum() < 0 || share.value().compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("share is not between 0% and 100%: " + share);
    }
    SortedMap<Integer, Percentage> all = new TreeMap<>(points);
    all.put(months, share);
    return new RecoveryCurve(source, all);
  }

  /**
   * The share that is collected of a debt.
   *
   * @param months for how many whole months it has been overdue
   * @return the share; of a curve without points nothing
   */
  public Percentage at(int months) {
    if (points.isEmpty()) {
      return Percentage.percent("0");
    }
    SortedMap<Integer, Percentage> before = points.headMap(months + 1);
    SortedMap<Integer, Percentage> after = points.tailMap(months);
    if (before.isEmpty() || after.isEmpty()) {
      return points.get(before.isEmpty() ? points.firstKey() : points.lastKey());
    }
    int from = before.lastKey();
    int to = after.firstKey();
    BigDecimal low = points.get(from).value();
    if (from == to) {
      return points.get(from);
    }
    BigDecimal rise = points.get(to).value().subtract(low);
    BigDecimal part =
        rise.multiply(BigDecimal.valueOf(months - from))
            .divide(BigDecimal.valueOf(to - from), 10, RoundingMode.HALF_UP);
    return Percentage.percent(low.add(part).setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  /**
   * From which month on it stays as it is.
   *
   * @return months; 0 without points
   */
  public int lastMonth() {
    return points.isEmpty() ? 0 : points.lastKey();
  }

  /** Such as {@code 100% at 0, 68.9% at 3 months (survey)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    points.forEach(
        (m, p) -> text.append(text.isEmpty() ? "" : ", ").append(p).append(" at ").append(m));
    return text + " months (" + source + ")";
  }
}
