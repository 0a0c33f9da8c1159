package io.dunning.check;

import io.dunning.policy.Condition;
import io.dunning.policy.ConditionWatcher;

/** What a part of a condition answered. */
final class AnswerCount implements ConditionWatcher {
  private static final long serialVersionUID = 1L;

  final String place;
  final Condition part;
  final boolean whole;
  long yes;
  long no;

  /** Counts only what is asked about this day; all days if it is empty. */
  long onlyDay = Long.MIN_VALUE;

  AnswerCount(String place, Condition part, boolean whole) {
    this.place = place;
    this.part = part;
    this.whole = whole;
  }

  @Override
  public void answered(long day, boolean holds) {
    if (onlyDay != Long.MIN_VALUE && onlyDay != day) {
      return;
    }
    if (holds) {
      yes++;
    } else {
      no++;
    }
  }
}
