package io.dunning.spark;

import io.dunning.money.CurrencyUnit;
import io.dunning.portfolio.CollectionMetrics;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The metrics of some accounts, which can be added to those of others. Immutable.
 *
 * @param each the metrics of each currency
 */
public record MetricsByCurrency(List<CollectionMetrics> each) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The metrics of no account. */
  static final MetricsByCurrency NONE = new MetricsByCurrency(List.of());

  /**
   * The metrics of some accounts. A record is read from a stream by its constructor, too.
   *
   * @param each the metrics of each currency
   * @throws IllegalArgumentException if a currency is there twice
   */
  public MetricsByCurrency {
    each = List.copyOf(each);
    if (each.stream().map(CollectionMetrics::currency).distinct().count() < each.size()) {
      throw new IllegalArgumentException("metrics of a currency are there twice: " + each);
    }
  }

  /**
   * Combines these metrics with those of other accounts.
   *
   * @param other metrics of other accounts, on the same day
   * @return the metrics of the accounts of both
   * @throws IllegalArgumentException if they are of different days
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public MetricsByCurrency plus(MetricsByCurrency other) {
    SortedMap<CurrencyUnit, CollectionMetrics> sums = new TreeMap<>(byCurrency());
    other.each.forEach(m -> sums.merge(m.currency(), m, CollectionMetrics::plus));
    return new MetricsByCurrency(List.copyOf(sums.values()));
  }

  /** {@return the metrics by currency} */
  public SortedMap<CurrencyUnit, CollectionMetrics> byCurrency() {
    SortedMap<CurrencyUnit, CollectionMetrics> all = new TreeMap<>();
    each.forEach(m -> all.put(m.currency(), m));
    return Collections.unmodifiableSortedMap(all);
  }
}
