package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import java.util.List;

/** Asks for promises to pay, payment plans and offers to settle. */
sealed interface AgreementCondition extends Leaf {

  /** The sentences of this family. */
  static List<Form<? extends Condition>> forms() {
    return List.of(
        PromiseActive.FORM,
        PlanActive.FORM,
        SettlementOffered.FORM,
        PlanBroken.FORM,
        BrokenPromisesAtLeast.ANY,
        BrokenPromisesAtLeast.SEVERAL);
  }

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

    static final Form<PromiseActive> FORM = Form.of("promise active", v -> new PromiseActive());

    @Override
    public long lastDay(Circumstances c) {
      return c.promisedThrough();
    }

    @Override
    public Sentence phrase() {
      return FORM.with();
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record PlanActive() implements Running {
    private static final long serialVersionUID = 1L;

    static final Form<PlanActive> FORM = Form.of("plan active", v -> new PlanActive());

    @Override
    public long lastDay(Circumstances c) {
      return c.planThrough();
    }

    @Override
    public Sentence phrase() {
      return FORM.with();
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record SettlementOffered() implements Running {
    private static final long serialVersionUID = 1L;

    static final Form<SettlementOffered> FORM =
        Form.of("settlement offered", v -> new SettlementOffered());

    @Override
    public long lastDay(Circumstances c) {
      return c.offeredThrough();
    }

    @Override
    public Sentence phrase() {
      return FORM.with();
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record PlanBroken() implements AgreementCondition {
    private static final long serialVersionUID = 1L;

    static final Form<PlanBroken> FORM = Form.of("plan broken", v -> new PlanBroken());

    @Override
    public boolean holds(Circumstances c) {
      return c.planBroken();
    }

    @Override
    public long changesOn(Circumstances c) {
      return c.planEndsOn();
    }

    @Override
    public Sentence phrase() {
      return FORM.with();
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  /** Holds for a plain invoice if the count is 0, so that it needs no dealings. */
  record BrokenPromisesAtLeast(int count) implements AgreementCondition {
    private static final long serialVersionUID = 1L;

    static final Form<BrokenPromisesAtLeast> ANY =
        Form.of("a promise was broken", v -> new BrokenPromisesAtLeast(1));

    static final Form<BrokenPromisesAtLeast> SEVERAL =
        Form.of(
            "{} promises|promise were|was broken",
            v -> new BrokenPromisesAtLeast(v.get(0)),
            Slots.COUNT);

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
    public Sentence phrase() {
      return count == 1 ? ANY.with() : SEVERAL.with(count);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }
}
