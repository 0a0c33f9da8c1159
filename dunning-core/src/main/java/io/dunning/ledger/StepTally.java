package io.dunning.ledger;

import io.dunning.event.DeliveryEvent;
import io.dunning.event.DeliveryEvent.DeliveryConfirmed;
import io.dunning.event.DeliveryEvent.DeliveryFailed;
import io.dunning.event.StepEvent;
import io.dunning.event.StepEvent.StepApproved;
import io.dunning.event.StepEvent.StepRefused;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.event.StepEvent.StepWithdrawn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps, event by event, which steps were taken and decided about. Taking a step costs the same
 * however many there are. The first one that is taken back copies the record, as when a single
 * event goes on from a standing; from the second on, all takings are kept by step, as a long replay
 * needs.
 */
final class StepTally implements StepEvent.Visitor, DeliveryEvent.Visitor {
  private StepRecord record;
  private final List<StepTaken> added = new ArrayList<>(4);

  private boolean takenBack;

  /** Null until a second step is taken back. */
  private Takings takings;

  /** Null until something is decided. */
  private Map<String, StepEvent> decisions;

  /** Goes on from the steps so far. */
  StepTally(StepRecord from) {
    record = from;
  }

  @Override
  public void stepTaken(StepTaken event) {
    if (takings == null) {
      added.add(event);
    } else {
      takings.take(event);
    }
  }

  /** What was withdrawn remains a contact. */
  @Override
  public void stepWithdrawn(StepWithdrawn event) {
    takeBack(event.step(), true);
  }

  /** What did not arrive never was a contact. */
  @Override
  public void addressUnknown(DeliveryEvent.AddressUnknown event) {}

  @Override
  public void addressFound(DeliveryEvent.AddressFound event) {}

  @Override
  public void deliveryFailed(DeliveryFailed event) {
    event.step().ifPresent(step -> takeBack(step, false));
  }

  /** A confirmed delivery confirms what was taken. */
  @Override
  public void deliveryConfirmed(DeliveryConfirmed event) {}

  @Override
  public void stepApproved(StepApproved event) {
    decide(event.step(), event);
  }

  @Override
  public void stepRefused(StepRefused event) {
    decide(event.step(), event);
  }

  private void decide(String step, StepEvent event) {
    if (decisions == null) {
      decisions = new HashMap<>(record.decisions());
    }
    decisions.put(step, event);
  }

  private void takeBack(String step, boolean remainsContact) {
    if (takings == null) {
      record = record.plus(added);
      added.clear();
      if (!takenBack) {
        record = record.takenBack(step, remainsContact);
        takenBack = true;
        return;
      }
      takings = new Takings(record);
    }
    takings.takeBack(step, remainsContact);
  }

  /** The steps so far; the tally is not used after that. */
  StepRecord record() {
    StepRecord steps = takings == null ? record.plus(added) : takings.record(record);
    return decisions == null ? steps : steps.deciding(decisions);
  }
}
