package io.dunning.spring;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;

/** Hears what the starter tells the application. */
final class Heard {
  final List<RunFinished> runs = new CopyOnWriteArrayList<>();
  final List<DeliveryChanged> deliveries = new CopyOnWriteArrayList<>();
  volatile Consumer<DeliveryChanged> behaviour = delivery -> {};

  @EventListener
  void hear(RunFinished run) {
    runs.add(run);
  }

  @EventListener
  void hear(DeliveryChanged delivery) {
    behaviour.accept(delivery);
    deliveries.add(delivery);
  }
}
