package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import java.util.List;

/** Asks until when the claim can be enforced at law; of several invoices, that of each. */
sealed interface LimitationCondition extends Leaf {

  /** The sentences of this family. */
  static List<Form<? extends Condition>> forms() {
    return List.of(LimitationPassed.FORM, LimitationWithin.FORM);
  }

  /** Without a recorded limitation no claim lapses. */
  @Override
  default ConditionNeeds needs() {
    return ConditionNeeds.DEALINGS;
  }

  record LimitationPassed() implements LimitationCondition {
    private static final long serialVersionUID = 1L;

    static final Form<LimitationPassed> FORM =
        Form.of("limitation passed", v -> new LimitationPassed());

    @Override
    public boolean holds(Circumstances c) {
      return c.claimEndsFrom(EpochDay.NONE) < c.day();
    }

    /** Also on the day on which an item comes or goes whose claim has lapsed. */
    @Override
    public long changesOn(Circumstances c) {
      return Math.min(c.amountsChangeOn(), EpochDay.after(c.claimEndsFrom(c.day())));
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

  record LimitationWithin(int days) implements LimitationCondition {
    private static final long serialVersionUID = 1L;

    static final Form<Condition> FORM =
        Form.of(
            "limitation within {} day(s)",
            v -> Condition.limitationWithin(v.get(0)),
            Slots.DAY_COUNT);

    @Override
    public boolean holds(Circumstances c) {
      return c.claimEndsFrom(c.day()) - days <= c.day();
    }

    @Override
    public long changesOn(Circumstances c) {
      long end = c.claimEndsFrom(c.day());
      if (end == EpochDay.NEVER) {
        return c.amountsChangeOn();
      }
      return Math.min(c.amountsChangeOn(), holds(c) ? EpochDay.after(end) : end - days);
    }

    @Override
    public Sentence phrase() {
      return FORM.with(days);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }
}
