package io.dunning.spark;

import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * Adds up aging reports, as a typed aggregator of Spark: {@code
 * reports.select(AgingSum.of(schedule, asOf).toColumn())}.
 *
 * <p>Reports travel in the serial form of the library, which checks what it reads.
 */
public final class AgingSum extends Aggregator<AgingReport, AgingReport, AgingReport> {
  private static final long serialVersionUID = 1L;

  private final AgingReport nothing;

  private AgingSum(AgingReport nothing) {
    this.nothing = nothing;
  }

  /**
   * Adds up reports of a day.
   *
   * @param schedule their bands
   * @param asOf the day at whose end ages are counted
   * @return the aggregator
   */
  public static AgingSum of(AgingSchedule schedule, LocalDate asOf) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(asOf, "asOf");
    return new AgingSum(AgingReport.of(schedule, asOf, List.of()));
  }

  /** How reports travel between executors. */
  static Encoder<AgingReport> wire() {
    return Encoders.javaSerialization(AgingReport.class);
  }

  @Override
  public AgingReport zero() {
    return nothing;
  }

  @Override
  public AgingReport reduce(AgingReport sum, AgingReport next) {
    return sum.plus(next);
  }

  @Override
  public AgingReport merge(AgingReport one, AgingReport other) {
    return one.plus(other);
  }

  @Override
  public AgingReport finish(AgingReport sum) {
    return sum;
  }

  @Override
  public Encoder<AgingReport> bufferEncoder() {
    return wire();
  }

  @Override
  public Encoder<AgingReport> outputEncoder() {
    return wire();
  }
}
