package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.event.BankEvent.CollectionFailed;
import io.dunning.event.FailureClass;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Asks what became of collections by direct debit or card. */
sealed interface CollectionCondition extends Leaf {

  /** The sentences of this family. */
  static List<Form<? extends Condition>> forms() {
    return List.of(
        CollectionsFailedAtLeast.ANY,
        CollectionsFailedAtLeast.SEVERAL,
        CollectionFailureIs.FORM,
        CollectionFailedAgo.FORM);
  }

  @Override
  default long changesOn(Circumstances c) {
    return EpochDay.NEVER;
  }

  @Override
  default ConditionNeeds needs() {
    return ConditionNeeds.NOTHING;
  }

  /**
   * The failures of the invoice, and those of the account from the due date on, that nothing made
   * good; in the order of their days.
   */
  static List<CollectionFailed> failures(Circumstances c) {
    if (c.quiet()) {
      return List.of();
    }
    List<CollectionFailed> all = new ArrayList<>(c.standing().bank().failures());
    for (CollectionFailed each : c.account().bank().failures()) {
      if (each.date().toEpochDay() >= c.dueDay()) {
        all.add(each);
      }
    }
    long cleared = c.standing().bank().clearedDay(c.account().bank(), c.dueDay());
    all.removeIf(f -> f.date().toEpochDay() < cleared);
    all.sort(Comparator.comparing(CollectionFailed::date));
    return all;
  }

  record CollectionsFailedAtLeast(int count) implements CollectionCondition {
    private static final long serialVersionUID = 1L;

    static final Form<Condition> ANY =
        Form.of("a collection failed", v -> Condition.collectionsFailedAtLeast(1));

    static final Form<Condition> SEVERAL =
        Form.of(
            "{} collection(s) failed",
            v -> Condition.collectionsFailedAtLeast(v.get(0)),
            Slots.COUNT);

    @Override
    public boolean holds(Circumstances c) {
      return failures(c).size() >= count;
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

  record CollectionFailureIs(FailureClass kind) implements CollectionCondition {
    private static final long serialVersionUID = 1L;

    static final Form<Condition> FORM =
        Form.of(
            "collection failure is {}",
            v -> Condition.collectionFailureIs(v.get(0)),
            Slots.FAILURE);

    @Override
    public boolean holds(Circumstances c) {
      List<CollectionFailed> all = failures(c);
      return !all.isEmpty() && all.get(all.size() - 1).failureClass() == kind;
    }

    @Override
    public Sentence phrase() {
      return FORM.with(kind);
    }

    @Override
    public String toString() {
      return ConditionGrammar.words(this);
    }
  }

  record CollectionFailedAgo(int days) implements CollectionCondition {
    private static final long serialVersionUID = 1L;

    static final Form<Condition> FORM =
        Form.of(
            "last collection failed at least {} day(s) ago",
            v -> Condition.collectionFailedAtLeastDaysAgo(v.get(0)),
            Slots.DAY_COUNT);

    private static long lastDay(Circumstances c) {
      List<CollectionFailed> all = failures(c);
      return all.isEmpty() ? EpochDay.NONE : all.get(all.size() - 1).date().toEpochDay();
    }

    @Override
    public boolean holds(Circumstances c) {
      long last = lastDay(c);
      return last != EpochDay.NONE && c.day() - last >= days;
    }

    @Override
    public long changesOn(Circumstances c) {
      long last = lastDay(c);
      return last == EpochDay.NONE || holds(c) ? EpochDay.NEVER : last + days;
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
