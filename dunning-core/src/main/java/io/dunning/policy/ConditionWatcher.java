package io.dunning.policy;

import java.io.Serializable;

/** Is told what a condition answers: see {@link ConditionParts#watched}. */
@FunctionalInterface
public interface ConditionWatcher extends Serializable {
  /**
   * The condition was asked. An evaluator asks about the day of its decision, and also about later
   * days, to find the review date.
   *
   * @param day the epoch day that it was asked about
   * @param holds its answer
   */
  void answered(long day, boolean holds);
}
