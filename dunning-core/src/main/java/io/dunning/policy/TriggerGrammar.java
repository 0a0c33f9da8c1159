package io.dunning.policy;

import io.dunning.grammar.Form;
import io.dunning.grammar.Grammar;
import io.dunning.grammar.Sentence;
import java.util.List;

/** The sentences of triggers. */
final class TriggerGrammar implements Trigger.Visitor<Sentence> {
  private static final Form<Trigger> PAST_DUE =
      Form.of("{} past due", v -> Trigger.pastDue(v.get(0)), Slots.DAYS);

  private static final Form<Trigger> BEFORE_DUE =
      Form.of("{} before due", v -> Trigger.beforeDue(v.get(0)), Slots.DAYS);

  private static final Form<Trigger> END_OF_MONTH =
      Form.of("end of the month {} past due", v -> Trigger.endOfMonthPastDue(v.get(0)), Slots.DAYS);

  private static final Form<Trigger> AFTER_INVOICE =
      Form.of("{} after the invoice", v -> Trigger.afterInvoice(v.get(0)), Slots.DAYS);

  private static final Form<Trigger> AFTER_DEADLINE =
      Form.of(
          "{} after the deadline of {}",
          v -> Trigger.afterDeadlineOf(v.get(1), v.get(0)),
          Slots.DAYS,
          Slots.STEP);

  private static final Form<Trigger> AFTER_STEP =
      Form.of("{} after {}", v -> Trigger.after(v.get(1), v.get(0)), Slots.DAYS, Slots.STEP);

  /** Of two that fit, that without a step goes first. */
  static final Grammar<Trigger> TRIGGERS =
      new Grammar<>(
          "a trigger",
          PAST_DUE.example(),
          List.of(PAST_DUE, BEFORE_DUE, END_OF_MONTH, AFTER_INVOICE, AFTER_DEADLINE, AFTER_STEP));

  private static final TriggerGrammar SENTENCE_OF = new TriggerGrammar();

  private TriggerGrammar() {}

  static String words(Trigger trigger) {
    return TRIGGERS.words(trigger, trigger.accept(SENTENCE_OF));
  }

  @Override
  public Sentence beforeDue(Trigger.BeforeDue trigger) {
    return BEFORE_DUE.with(trigger.days());
  }

  @Override
  public Sentence pastDue(Trigger.PastDue trigger) {
    return PAST_DUE.with(trigger.days());
  }

  @Override
  public Sentence endOfMonthPastDue(Trigger.EndOfMonthPastDue trigger) {
    return END_OF_MONTH.with(trigger.days());
  }

  @Override
  public Sentence afterInvoice(Trigger.AfterInvoice trigger) {
    return AFTER_INVOICE.with(trigger.days());
  }

  @Override
  public Sentence afterStep(Trigger.AfterStep trigger) {
    return AFTER_STEP.with(trigger.days(), trigger.step());
  }

  @Override
  public Sentence afterDeadline(Trigger.AfterDeadline trigger) {
    return AFTER_DEADLINE.with(trigger.days(), trigger.step());
  }
}
