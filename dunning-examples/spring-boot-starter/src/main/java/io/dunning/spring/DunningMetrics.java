package io.dunning.spring;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;

/**
 * Counts accounts that were looked at ({@code dunning.run.accounts}), documents ({@code
 * dunning.run.documents}), accounts without an answer ({@code dunning.run.failed}), the time of
 * runs ({@code dunning.run}), and how far actions have come ({@code dunning.deliveries}, by state).
 */
final class DunningMetrics {
  private final MeterRegistry registry;

  DunningMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @EventListener
  void count(RunFinished run) {
    registry.timer("dunning.run").record(run.took());
    registry.counter("dunning.run.accounts").increment(run.accounts());
    registry.counter("dunning.run.documents").increment(run.documents());
    registry.counter("dunning.run.failed").increment(run.failed());
  }

  @EventListener
  void count(DeliveryChanged delivery) {
    registry.counter("dunning.deliveries", "state", delivery.state().toString()).increment();
  }
}
