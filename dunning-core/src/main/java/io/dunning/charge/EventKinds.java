package io.dunning.charge;

import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import java.util.List;

/**
 * Which of the rarer kinds of events are among some, so that what they ask for is only worked out
 * where there are any.
 *
 * @param restriction whether a restriction or a hold began or ended
 * @param delivery whether a delivery is known to have failed or succeeded
 * @param dispute whether anything was disputed
 * @param takenBack whether a payment or a discount was reversed
 * @param givenUp whether anything was written off, in whole or in part
 * @param givenUpReversed whether a write-off was reversed
 */
record EventKinds(
    boolean restriction,
    boolean delivery,
    boolean dispute,
    boolean takenBack,
    boolean givenUp,
    boolean givenUpReversed) {
  private static final EventKinds COMMON = new EventKinds(false, false, false, false, false, false);

  static EventKinds of(List<LedgerEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      if (!(events.get(i) instanceof MoneyEvent.Payment)) {
        return among(events);
      }
    }
    return COMMON;
  }

  private static EventKinds among(List<LedgerEvent> events) {
    boolean restriction = false;
    boolean delivery = false;
    boolean dispute = false;
    boolean takenBack = false;
    boolean givenUp = false;
    boolean givenUpReversed = false;
    for (LedgerEvent each : events) {
      restriction |= each instanceof RestrictionEvent;
      delivery |= each instanceof DeliveryEvent;
      dispute |= each instanceof DisputeEvent;
      takenBack |=
          each instanceof MoneyEvent.PaymentReversed || each instanceof MoneyEvent.DiscountReversed;
      givenUp |= each instanceof MoneyEvent.WrittenOff || each instanceof MoneyEvent.PartWrittenOff;
      givenUpReversed |= each instanceof MoneyEvent.WriteOffReversed;
    }
    return new EventKinds(restriction, delivery, dispute, takenBack, givenUp, givenUpReversed);
  }
}
