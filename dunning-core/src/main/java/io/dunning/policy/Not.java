package io.dunning.policy;

import java.util.Objects;

/** Holds while another condition does not. */
record Not(Condition inner) implements Question {
  private static final long serialVersionUID = 1L;

  Not {
    Combined.requireFew(Combined.depth(Objects.requireNonNull(inner, "inner")) + 1);
  }

  @Override
  public boolean holds(Circumstances c) {
    return !inner.holds(c);
  }

  @Override
  public long changesOn(Circumstances c) {
    return inner.changesOn(c);
  }

  @Override
  public long reasonChangesOn(Circumstances c) {
    return inner.reasonChangesOn(c);
  }

  @Override
  public ConditionNeeds needs() {
    return inner.needs().negated();
  }

  @Override
  public void write(CanonicalForm form) {
    form.text("Not");
    Question.write(form, inner);
  }

  @Override
  public String toString() {
    return "not (" + inner + ")";
  }
}
