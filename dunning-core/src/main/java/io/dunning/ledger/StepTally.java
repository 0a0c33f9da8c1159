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
 * however many there are; the first withdrawal of a replay looks through all of them.
 */
final class StepTally implements StepEvent.Visitor, DeliveryEvent.Visitor {
  private final StepRecord start;
  private final List<StepTaken> added = new ArrayList<>(4);

  /** Null until a step is withdrawn or fails to arrive. */
  private Takings takings;

  /** Null until something is decided. */
  private Map<String, StepEvent> decisions;

  /** Goes on from the steps so far. */
  StepTally(StepRecord from) {
    start = from;
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
    takings().withdraw(event.step());
  }

  /** What did not arrive never was a contact. */
  @Override
  public void deliveryFailed(DeliveryFailed event) {
    event.step().ifPresent(step -> takings().undo(step));
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
      decisions = new HashMap<>(start.decisions());
    }
    decisions.put(step, event);
  }

  private Takings takings() {
    if (takings == null) {
      takings = new Takings(start);
      added.forEach(takings::take);
    }
    return takings;
  }

  /** The steps so far; the tally is not used after that. */
  StepRecord record() {
    StepRecord record = takings == null ? start.plus(added) : takings.record(start);
    return decisions == null ? record : record.deciding(decisions);
  }
}
