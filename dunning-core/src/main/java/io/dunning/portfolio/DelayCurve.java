package io.dunning.portfolio;

import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How late invoices are paid, by the estimator of Kaplan and Meier ("Nonparametric Estimation from
 * Incomplete Observations", 1958): an invoice that is still open says that it was not paid up to
 * now, and is not left out. Without open invoices the percentiles are those of the paid ones by
 * nearest rank.
 */
final class DelayCurve {
  /** Products of fractions are rounded; a share that is this close to a percentile reaches it. */
  private static final double CLOSE = 1e-9;

  /** How many invoices were settled so many days after their due date. */
  private final SortedMap<Long, Integer> settled = new TreeMap<>();

  /** How many invoices were last seen open so many days after their due date. */
  private final SortedMap<Long, Integer> open = new TreeMap<>();

  private int settledCount;

  /** Adds an invoice that was settled so many days after its due date; negative if before. */
  void settled(long days) {
    settled.merge(days, 1, Integer::sum);
    settledCount++;
  }

  /** Adds an invoice that is not settled so many days after its due date. */
  void open(long days) {
    open.merge(days, 1, Integer::sum);
  }

  void add(DelayCurve more) {
    more.settled.forEach((days, n) -> settled.merge(days, n, Integer::sum));
    more.open.forEach((days, n) -> open.merge(days, n, Integer::sum));
    settledCount += more.settledCount;
  }

  /** How many invoices were settled. */
  int settledCount() {
    return settledCount;
  }

  /** How many invoices were settled later than so many days after their due date. */
  int settledAfter(long days) {
    return settled.tailMap(days + 1).values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The days after the due date by which a share of the invoices is paid that were not paid so many
   * days after it; empty if not so many were seen to be paid.
   */
  OptionalLong percentile(int percent, long waited) {
    int atRisk = settledAfter(waited);
    atRisk += open.tailMap(waited + 1).values().stream().mapToInt(Integer::intValue).sum();
    double unpaid = 1;
    long before = waited;
    for (var each : settled.tailMap(waited + 1).entrySet()) {
      // who was last seen open before that day is not known to be open on it
      atRisk -=
          open.subMap(before + 1, each.getKey()).values().stream()
              .mapToInt(Integer::intValue)
              .sum();
      unpaid *= 1 - (double) each.getValue() / atRisk;
      atRisk -= each.getValue();
      if (1 - unpaid >= percent / 100.0 - CLOSE) {
        return OptionalLong.of(each.getKey());
      }
      atRisk -= open.getOrDefault(each.getKey(), 0);
      before = each.getKey();
    }
    return OptionalLong.empty();
  }
}
