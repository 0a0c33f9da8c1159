package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import java.util.List;

/** Asks what is recorded about the customer. */
sealed interface CustomerCondition extends Question {

  @Override
  default long changesOn(Circumstances c) {
    return EpochDay.NEVER;
  }

  @Override
  default ConditionNeeds needs() {
    return ConditionNeeds.NOTHING;
  }

  record CustomerTagged(String tag) implements CustomerCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.customer().hasTag(tag);
    }

    @Override
    public List<String> names() {
      return List.of(tag);
    }

    @Override
    public String toString() {
      return "customer tagged " + tag;
    }
  }

  record CustomerInSegment(String segment) implements CustomerCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.customer().segment().filter(segment::equals).isPresent();
    }

    @Override
    public List<String> names() {
      return List.of(segment);
    }

    @Override
    public String toString() {
      return "customer in segment " + segment;
    }
  }

  record CustomerInCountry(String country) implements CustomerCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.customer().country().filter(country::equals).isPresent();
    }

    @Override
    public List<String> names() {
      return List.of(country);
    }

    @Override
    public String toString() {
      return "customer in country " + country;
    }
  }

  record CustomerFact(String fact, String value) implements CustomerCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return value.equals(c.customer().facts().get(fact));
    }

    @Override
    public List<String> names() {
      return List.of(fact, value);
    }

    @Override
    public String toString() {
      return fact + " is " + value;
    }
  }
}
