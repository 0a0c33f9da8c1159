package io.dunning.policy;

import io.dunning.calendar.EpochDay;

/** Asks for promises to pay, payment plans and offers to settle. */
sealed interface AgreementCondition extends Question {

  @Override
  default ConditionNeeds needs() {
    return ConditionNeeds.DEALINGS;
  }

  /** Something that holds through a last day. */
  sealed interface Running extends AgreementCondition {
    long lastDay(Circumstances c);

    @Override
    default boolean holds(Circumstances c) {
      return lastDay(c) >= c.day();
    }

    @Override
    default long changesOn(Circumstances c) {
      return holds(c) ? Question.dayAfter(lastDay(c)) : EpochDay.NEVER;
    }
  }

  record PromiseActive() implements Running {
    private static final long serialVersionUID = 1L;

    @Override
    public long lastDay(Circumstances c) {
      return c.promisedThrough();
    }

    @Override
    public String toString() {
      return "promise active";
    }
  }

  record PlanActive() implements Running {
    private static final long serialVersionUID = 1L;

    @Override
    public long lastDay(Circumstances c) {
      return c.planThrough();
    }

    @Override
    public String toString() {
      return "plan active";
    }
  }

  record SettlementOffered() implements Running {
    private static final long serialVersionUID = 1L;

    @Override
    public long lastDay(Circumstances c) {
      return c.offeredThrough();
    }

    @Override
    public String toString() {
      return "settlement offered";
    }
  }

  record PlanBroken() implements AgreementCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.planBroken();
    }

    @Override
    public long changesOn(Circumstances c) {
      return c.planEndsOn();
    }

    @Override
    public String toString() {
      return "plan broken";
    }
  }

  /** Holds for a plain invoice if the count is 0, so that it needs no dealings. */
  record BrokenPromisesAtLeast(int count) implements AgreementCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.brokenPromises() >= count;
    }

    /** A running promise can break on the day after it. */
    @Override
    public long changesOn(Circumstances c) {
      return c.promiseEndsOn();
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.NOTHING;
    }

    @Override
    public String toString() {
      return count == 1 ? "a promise was broken" : count + " promises were broken";
    }
  }
}
