package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import io.dunning.grammar.Slot;
import java.util.List;

/** Asks what is recorded about the customer. */
sealed interface CustomerCondition extends Leaf {

  /** The sentences of this family, but for that of a fact, which begins with any name. */
  static List<Form<? extends Condition>> forms() {
    return List.of(CustomerTagged.FORM, CustomerInSegment.FORM, CustomerInCountry.FORM);
  }

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

    static final Form<CustomerTagged> FORM =
        Form.of("customer tagged {}", v -> new CustomerTagged(v.get(0)), Slots.TAG);

    @Override
    public boolean holds(Circumstances c) {
      return c.customer().hasTag(tag);
    }

    @Override
    public Sentence phrase() {
      return FORM.with(tag);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record CustomerInSegment(String segment) implements CustomerCondition {
    private static final long serialVersionUID = 1L;

    static final Form<CustomerInSegment> FORM =
        Form.of("customer in segment {}", v -> new CustomerInSegment(v.get(0)), Slots.SEGMENT);

    @Override
    public boolean holds(Circumstances c) {
      return c.customer().segment().filter(segment::equals).isPresent();
    }

    @Override
    public Sentence phrase() {
      return FORM.with(segment);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record CustomerInCountry(String country) implements CustomerCondition {
    private static final long serialVersionUID = 1L;

    static final Form<CustomerInCountry> FORM =
        Form.of("customer in country {}", v -> new CustomerInCountry(v.get(0)), Slots.COUNTRY);

    @Override
    public boolean holds(Circumstances c) {
      return c.customer().country().filter(country::equals).isPresent();
    }

    @Override
    public Sentence phrase() {
      return FORM.with(country);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record CustomerFact(String fact, String value) implements CustomerCondition {
    private static final long serialVersionUID = 1L;

    private static final Slot FACT =
        Slot.name("the name of a fact", "branch", ConditionGrammar::firstWords);
    private static final Slot VALUE =
        Slot.name("the value of a fact", "retail", () -> List.of("worth"));

    static final Form<CustomerFact> FORM =
        Form.of("{} is {}", v -> new CustomerFact(v.get(0), v.get(1)), FACT, VALUE);

    @Override
    public boolean holds(Circumstances c) {
      return value.equals(c.customer().facts().get(fact));
    }

    @Override
    public Sentence phrase() {
      return FORM.with(fact, value);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }
}
