package io.dunning.ledger;

import io.dunning.event.StepEvent.StepTaken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every taking of a step in order, and what became of it. A withdrawal or a failed delivery takes
 * back the latest taking of its step that still counts; without one it changes nothing.
 */
final class Takings {
  private final List<Taking> all = new ArrayList<>();
  private final Map<String, Deque<Taking>> counting = new HashMap<>();

  private enum State {
    COUNTS,
    WITHDRAWN,
    UNDONE
  }

  private static final class Taking {
    private final StepTaken step;
    private State state = State.COUNTS;

    private Taking(StepTaken step) {
      this.step = step;
    }
  }

  /** Begins with the takings of a record, in their order. */
  Takings(StepRecord record) {
    int next = 0;
    for (int i = 0; i <= record.taken().size(); i++) {
      for (; next < record.withdrawn().size() && record.takenBefore(next) == i; next++) {
        Taking taking = new Taking(record.withdrawn().get(next));
        taking.state = State.WITHDRAWN;
        all.add(taking);
      }
      if (i < record.taken().size()) {
        take(record.taken().get(i));
      }
    }
  }

  void take(StepTaken step) {
    Taking taking = new Taking(step);
    all.add(taking);
    counting.computeIfAbsent(step.step(), s -> new ArrayDeque<>()).addLast(taking);
  }

  /** Takes back the latest taking of a step, which remains a contact if it was withdrawn. */
  void takeBack(String step, boolean remainsContact) {
    Deque<Taking> ofStep = counting.get(step);
    Taking latest = ofStep == null ? null : ofStep.pollLast();
    if (latest != null) {
      latest.state = remainsContact ? State.WITHDRAWN : State.UNDONE;
    }
  }

  /** The record these takings come to, with the decisions of an earlier one. */
  StepRecord record(StepRecord earlier) {
    List<StepTaken> taken = new ArrayList<>();
    List<StepTaken> withdrawn = new ArrayList<>();
    int[] before = new int[all.size()];
    for (Taking each : all) {
      if (each.state == State.COUNTS) {
        taken.add(each.step);
      } else if (each.state == State.WITHDRAWN) {
        before[withdrawn.size()] = taken.size();
        withdrawn.add(each.step);
      }
    }
    return earlier.with(taken, withdrawn, Arrays.copyOf(before, withdrawn.size()));
  }
}
