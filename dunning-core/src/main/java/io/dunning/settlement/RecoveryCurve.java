package io.dunning.settlement;

import io.dunning.money.Percentage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The share of a debt that is collected in the end, by the months it has been overdue. Between two
 * points the curve is a straight line, taken at whole months and rounded to two decimals, half up.
 * Before the first point and after the last it is flat. Immutable and thread-safe.
 *
 * @param source where the figures come from
 * @param points the share that is collected for each number of months overdue
 */
public record RecoveryCurve(String source, SortedMap<Integer, Percentage> points)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The default curve: a survey among agencies about commercial debts in the United States, as
   * published by one of them. The source is weak, and the same page contradicts itself about debts
   * of one year. Replace it with figures of your own.
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
   * Creates a curve.
   *
   * @param source where the figures come from
   * @param points the share that is collected for each number of months overdue
   * @throws IllegalArgumentException if a share is not between 0 and 100 percent
   */
  public RecoveryCurve {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(points, "points");
    points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
    points.values().forEach(RecoveryCurve::check);
  }

  private static void check(Percentage share) {
    Objects.requireNonNull(share, "share");
    if (share.value().signum() < 0 || share.value().compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException("share is not between 0% and 100%: " + share);
    }
  }

  /**
   * {@return a curve without points}
   *
   * @param source where the figures come from
   */
  public static RecoveryCurve of(String source) {
    return new RecoveryCurve(source, new TreeMap<>());
  }

  /**
   * {@return this curve with one more point}
   *
   * @param months the months overdue
   * @param percent the share that is collected, such as {@code "68.9"}
   * @throws IllegalArgumentException if the share is not between 0 and 100 percent
   */
  public RecoveryCurve with(int months, String percent) {
    Objects.requireNonNull(percent, "percent");
    SortedMap<Integer, Percentage> all = new TreeMap<>(points);
    all.put(months, Percentage.percent(percent));
    return new RecoveryCurve(source, all);
  }

  /**
   * {@return the share of a debt that is collected; 0 percent if the curve has no points}
   *
   * @param months for how many whole months the debt has been overdue
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

  /** {@return the month after which the curve is flat; 0 if the curve has no points} */
  public int lastMonth() {
    return points.isEmpty() ? 0 : points.lastKey();
  }

  /** Returns the points and the source, such as {@code 100% at 0, 68.9% at 3 months (survey)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    points.forEach(
        (m, p) -> text.append(text.isEmpty() ? "" : ", ").append(p).append(" at ").append(m));
    return text + " months (" + source + ")";
  }
}
