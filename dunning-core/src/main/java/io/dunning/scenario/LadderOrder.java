package io.dunning.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Sorts steps as they stand in a ladder, and what was done by a step, such as {@code reminder by
 * email}, likewise; whatever the ladder does not have comes last.
 *
 * @param steps the names of the steps, in order
 */
record LadderOrder(List<String> steps) implements Comparator<String> {

  LadderOrder {
    Objects.requireNonNull(steps, "steps");
    steps = List.copyOf(steps);
  }

  /** By the place in the ladder, then by the words. */
  @Override
  public int compare(String one, String other) {
    int placed = Integer.compare(place(one), place(other));
    return placed == 0 ? one.compareTo(other) : placed;
  }

  /** The place of the step with the longest name with which some words begin. */
  private int place(String words) {
    int found = steps.size();
    for (int i = 0; i < steps.size(); i++) {
      String step = steps.get(i);
      boolean begins = words.equals(step) || words.startsWith(step + " by ");
      if (begins && (found == steps.size() || step.length() > steps.get(found).length())) {
        found = i;
      }
    }
    return found;
  }
}
