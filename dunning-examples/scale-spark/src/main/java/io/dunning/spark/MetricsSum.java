package io.dunning.spark;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * Adds up metrics, as a typed aggregator of Spark: {@code metrics.select(new
 * MetricsSum().toColumn())}.
 *
 * <p>Metrics travel in the serial form of the library, which checks what it reads.
 */
public final class MetricsSum
    extends Aggregator<MetricsByCurrency, MetricsByCurrency, MetricsByCurrency> {
  private static final long serialVersionUID = 1L;

  /** Creates an aggregator. */
  public MetricsSum() {}

  /** How metrics travel between executors. */
  static Encoder<MetricsByCurrency> wire() {
    return Encoders.javaSerialization(MetricsByCurrency.class);
  }

  @Override
  public MetricsByCurrency zero() {
    return MetricsByCurrency.NONE;
  }

  @Override
  public MetricsByCurrency reduce(MetricsByCurrency sum, MetricsByCurrency next) {
    return sum.plus(next);
  }

  @Override
  public MetricsByCurrency merge(MetricsByCurrency one, MetricsByCurrency other) {
    return one.plus(other);
  }

  @Override
  public MetricsByCurrency finish(MetricsByCurrency sum) {
    return sum;
  }

  @Override
  public Encoder<MetricsByCurrency> bufferEncoder() {
    return wire();
  }

  @Override
  public Encoder<MetricsByCurrency> outputEncoder() {
    return wire();
  }
}
