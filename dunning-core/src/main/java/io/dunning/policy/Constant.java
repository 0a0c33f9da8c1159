package io.dunning.policy;

import io.dunning.calendar.EpochDay;
import io.dunning.grammar.Form;
import io.dunning.grammar.Sentence;
import java.util.List;
import java.util.Locale;

/** The conditions that ask nothing. */
enum Constant implements Leaf {
  ALWAYS {
    @Override
    public boolean holds(Circumstances c) {
      return true;
    }

    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.NOTHING;
    }
  },
  NEVER {
    @Override
    public boolean holds(Circumstances c) {
      return false;
    }

    /** What never holds does not hold for a plain invoice either. */
    @Override
    public ConditionNeeds needs() {
      return ConditionNeeds.DEALINGS;
    }
  };

  static final List<Form<Constant>> FORMS =
      List.of(Form.of("always", v -> ALWAYS), Form.of("never", v -> NEVER));

  @Override
  public long changesOn(Circumstances c) {
    return EpochDay.NEVER;
  }

  /** The class of a constant with a body has no name of its own. */
  @Override
  public void write(CanonicalForm form) {
    form.text("Constant").text(name());
  }

  @Override
  public Sentence phrase() {
    return FORMS.get(ordinal()).with();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
