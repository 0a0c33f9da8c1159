package io.dunning.policy;

import io.dunning.grammar.Form;
import io.dunning.grammar.Names;
import io.dunning.grammar.Sentence;
import java.util.List;

/** A test of the user's own. It is compared by its sentence, because tests cannot be compared. */
record Described(String sentence, Condition.Test test) implements Leaf {
  private static final long serialVersionUID = 1L;

  /** Is read in order to say why it cannot be read. */
  static final Form<Condition> FORM = Form.of("described as {}", v -> refuse(), Slots.DESCRIPTION);

  private static Condition refuse() {
    throw new IllegalArgumentException(
        "a described condition is a test in code, which no text can bring back"
            + "\nMaybe add it where the code builds the policy");
  }

  @Override
  public boolean holds(Circumstances c) {
    return test.test(new Situation(c));
  }

  @Override
  public long changesOn(Circumstances c) {
    return c.day() + 1;
  }

  @Override
  public ConditionNeeds needs() {
    return ConditionNeeds.DAILY_REVIEW;
  }

  @Override
  public Sentence phrase() {
    return FORM.with(sentence);
  }

  @Override
  public void write(CanonicalForm form) {
    form.text("Described").texts(List.of(sentence)).text(sentence);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Described that && sentence.equals(that.sentence);
  }

  @Override
  public int hashCode() {
    return sentence.hashCode();
  }

  @Override
  public String toString() {
    return "described as " + Names.quote(sentence);
  }
}
