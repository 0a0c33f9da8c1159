package io.dunning.policy;

import java.util.List;

/** A test of the user's own. It is compared by its sentence, because tests cannot be compared. */
record Described(String sentence, Condition.Test test) implements Question {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean holds(Circumstances c) {
    return test.test(new Situation(c));
  }

  @Override
  public long changesOn(Circumstances c) {
    return c.day() + 1;
  }

  @Override
  public ConditionNeeds needs() {
    return ConditionNeeds.DAILY_REVIEW;
  }

  @Override
  public List<String> names() {
    return List.of(sentence);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Described that && sentence.equals(that.sentence);
  }

  @Override
  public int hashCode() {
    return sentence.hashCode();
  }

  @Override
  public String toString() {
    return sentence;
  }
}
