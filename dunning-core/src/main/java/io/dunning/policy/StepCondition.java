package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import java.util.List;

/** Asks what became of a step of the ladder, by its name. */
sealed interface StepCondition extends Question {

  /** The name of the step. */
  String step();

  @Override
  default long changesOn(Circumstances c) {
    return EpochDay.NEVER;
  }

  @Override
  default ConditionNeeds needs() {
    return ConditionNeeds.step(step());
  }

  @Override
  default List<String> names() {
    return List.of(step());
  }

  record StepTaken(String step) implements StepCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return c.takenDay(step) != EpochDay.NONE;
    }

    @Override
    public String toString() {
      return step + " was taken";
    }
  }

  record DaysSinceStep(String step, int days) implements StepCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      long taken = c.takenDay(step);
      return taken != EpochDay.NONE && c.day() - taken >= days;
    }

    @Override
    public long changesOn(Circumstances c) {
      long taken = c.takenDay(step);
      return taken == EpochDay.NONE || holds(c) ? EpochDay.NEVER : taken + days;
    }

    @Override
    public String toString() {
      return "at least " + days + " days since " + step;
    }
  }

  record StepDelivered(String step) implements StepCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      return isRecorded(c) || c.deliveryPresumedOn(step) <= c.day();
    }

    private boolean isRecorded(Circumstances c) {
      if (c.quiet()) {
        return false;
      }
      long taken = c.takenDay(step);
      long delivered =
          Math.max(
              c.standing().correspondence().deliveredDay(step),
              c.account().correspondence().deliveredDay(step));
      return taken != EpochDay.NONE && delivered >= taken;
    }

    @Override
    public long changesOn(Circumstances c) {
      return holds(c) ? EpochDay.NEVER : c.deliveryPresumedOn(step);
    }

    @Override
    public String toString() {
      return step + " was delivered";
    }
  }

  record CameBack(String step) implements StepCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      if (c.quiet()) {
        return false;
      }
      long returned =
          Math.max(
              c.standing().correspondence().returnedDay(step),
              c.account().correspondence().returnedDay(step));
      return returned != EpochDay.NONE && returned > c.takenDay(step);
    }

    @Override
    public String toString() {
      return step + " came back";
    }
  }

  record RepliedSince(String step) implements StepCondition {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean holds(Circumstances c) {
      if (c.quiet()) {
        return false;
      }
      long taken = c.takenDay(step);
      long replied =
          Math.max(
              CorrespondenceCondition.lastReplyDay(c.standing()),
              CorrespondenceCondition.lastReplyDay(c.account()));
      return taken != EpochDay.NONE && replied >= taken;
    }

    @Override
    public String toString() {
      return "customer replied since " + step;
    }
  }
}
