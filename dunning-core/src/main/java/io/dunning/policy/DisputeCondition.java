package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.event.Restriction;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import io.dunning.ledger.DisputeCase;
import io.dunning.ledger.Standing;
import java.util.List;
import java.util.Locale;

/** Asks whether the debt is contested, or whether the law or the customer restricts chasing it. */
sealed interface DisputeCondition extends Leaf {

  /** The sentences of this family; of two with one beginning, the longer goes first. */
  static List<Form<? extends Condition>> forms() {
    return List.of(
        DisputeOpen.FORM,
        PartlyDisputed.FORM,
        DisputesAtLeast.FORM,
        DisputedFor.FORM,
        RestrictedBy.FORM);
  }

  @Override
  default long changesOn(Circumstances c) {
    return EpochDay.NEVER;
  }

  @Override
  default ConditionNeeds needs() {
    return ConditionNeeds.DEALINGS;
  }

  record DisputeOpen() implements DisputeCondition {
    private static final long serialVersionUID = 1L;

    static final Form<DisputeOpen> FORM = Form.of("dispute open", v -> new DisputeOpen());

    @Override
    public boolean holds(Circumstances c) {
      return c.disputed();
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

  record PartlyDisputed() implements DisputeCondition {
    private static final long serialVersionUID = 1L;

    static final Form<PartlyDisputed> FORM = Form.of("partly disputed", v -> new PartlyDisputed());

    @Override
    public boolean holds(Circumstances c) {
      return !c.quiet() && c.standing().agreements().disputedMinor() > 0 && !c.disputed();
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

  /** The words are in small letters. */
  record DisputedFor(String words) implements DisputeCondition {
    private static final long serialVersionUID = 1L;

    static final Form<Condition> FORM =
        Form.of("disputed for {}", v -> Condition.disputedFor(v.get(0)), Slots.WORDS);

    @Override
    public boolean holds(Circumstances c) {
      return !c.quiet() && (isIn(c.standing()) || isIn(c.account()));
    }

    private boolean isIn(Standing standing) {
      for (DisputeCase each : standing.agreements().disputes()) {
        if (each.isOpen() && each.opened().reason().toLowerCase(Locale.ROOT).contains(words)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Sentence phrase() {
      return FORM.with(words);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  /** The words are in small letters. */
  record DisputesAtLeast(int count, String words) implements DisputeCondition {
    private static final long serialVersionUID = 1L;

    static final Form<Condition> FORM =
        Form.of(
            "disputed for {} at least {} time(s)",
            v -> Condition.disputesAtLeast(v.get(1), v.get(0)),
            Slots.WORDS,
            Slots.COUNT);

    @Override
    public boolean holds(Circumstances c) {
      return (c.quiet() ? 0 : countIn(c.standing()) + countIn(c.account())) >= count;
    }

    private int countIn(Standing standing) {
      int found = 0;
      for (DisputeCase each : standing.agreements().disputes()) {
        found += each.opened().reason().toLowerCase(Locale.ROOT).contains(words) ? 1 : 0;
      }
      return found;
    }

    /** Holds for a plain invoice if the count is 0. */
    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.NOTHING;
    }

    @Override
    public Sentence phrase() {
      return FORM.with(words, count);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record RestrictedBy(Restriction restriction) implements DisputeCondition {
    private static final long serialVersionUID = 1L;

    static final Form<RestrictedBy> FORM =
        Form.of("{}", v -> new RestrictedBy(v.get(0)), Slots.RESTRICTION);

    private long lastDay(Circumstances c) {
      return Math.max(
          c.standing().agreements().restrictedThroughDay(restriction),
          c.account().agreements().restrictedThroughDay(restriction));
    }

    @Override
    public boolean holds(Circumstances c) {
      return !c.quiet() && lastDay(c) >= c.day();
    }

    @Override
    public long changesOn(Circumstances c) {
      return holds(c) ? Question.dayAfter(lastDay(c)) : EpochDay.NEVER;
    }

    @Override
    public Sentence phrase() {
      return FORM.with(restriction);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }
}
