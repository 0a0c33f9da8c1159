package io.dunning.ledger;

import io.dunning.event.DeliveryEvent;
import io.dunning.event.DeliveryEvent.DeliveryConfirmed;
import io.dunning.event.DeliveryEvent.DeliveryFailed;
import java.time.LocalDate;

/** A letter of a step that came back holds nothing; an invoice that did not arrive does. */
final class DeliverySpans implements DeliveryEvent.Visitor {
  final Spans spans = new Spans();

  @Override
  public void addressUnknown(DeliveryEvent.AddressUnknown event) {}

  @Override
  public void addressFound(DeliveryEvent.AddressFound event) {}

  @Override
  public void deliveryFailed(DeliveryFailed event) {
    if (event.step().isEmpty()) {
      spans.start(event.date(), LocalDate.MAX);
    }
  }

  @Override
  public void deliveryConfirmed(DeliveryConfirmed event) {
    if (event.step().isEmpty()) {
      spans.end(event.date());
    }
  }
}
