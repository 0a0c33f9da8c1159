package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import java.util.List;

/** Asks what became of a step of the ladder, by its name. */
sealed interface StepCondition extends Leaf {

  /** The sentences of this family. */
  static List<Form<? extends Condition>> forms() {
    return List.of(
        DaysSinceStep.FORM, RepliedSince.FORM, StepTaken.FORM, StepDelivered.FORM, CameBack.FORM);
  }

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

  record StepTaken(String step) implements StepCondition {
    private static final long serialVersionUID = 1L;

    static final Form<StepTaken> FORM =
        Form.of("{} was taken", v -> new StepTaken(v.get(0)), Slots.STEP);

    @Override
    public boolean holds(Circumstances c) {
      return c.takenDay(step) != EpochDay.NONE;
    }

    @Override
    public Sentence phrase() {
      return FORM.with(step);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record DaysSinceStep(String step, int days) implements StepCondition {
    private static final long serialVersionUID = 1L;

    static final Form<DaysSinceStep> FORM =
        Form.of(
            "at least {} days|day since {}",
            v -> new DaysSinceStep(v.get(1), v.get(0)),
            Slots.DAY_COUNT,
            Slots.STEP);

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
    public Sentence phrase() {
      return FORM.with(days, step);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record StepDelivered(String step) implements StepCondition {
    private static final long serialVersionUID = 1L;

    static final Form<StepDelivered> FORM =
        Form.of("{} was delivered", v -> new StepDelivered(v.get(0)), Slots.STEP);

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
    public Sentence phrase() {
      return FORM.with(step);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record CameBack(String step) implements StepCondition {
    private static final long serialVersionUID = 1L;

    static final Form<CameBack> FORM =
        Form.of("{} came back", v -> new CameBack(v.get(0)), Slots.STEP);

    @Override
    public boolean holds(Circumstances c) {
      if (c.quiet()) {
        return false;
      }
      long returned =
          Math.max(
              c.standing().correspondence().returnedDay(step),
              c.account().correspondence().returnedDay(step));
      return returned >= c.issuedDay() && returned > c.takenDay(step);
    }

    @Override
    public Sentence phrase() {
      return FORM.with(step);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record RepliedSince(String step) implements StepCondition {
    private static final long serialVersionUID = 1L;

    static final Form<RepliedSince> FORM =
        Form.of("customer replied since {}", v -> new RepliedSince(v.get(0)), Slots.STEP);

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
    public Sentence phrase() {
      return FORM.with(step);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }
}
