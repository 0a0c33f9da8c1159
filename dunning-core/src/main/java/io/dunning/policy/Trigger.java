package io.dunning.policy;

import static io.dunning.calendar.Days.calendarDays;

import io.dunning.calendar.Days;
import java.io.Serializable;
import java.util.Objects;

/**
 * The day from which on a step of the ladder can be taken. The last day counted is included: {@code
 * daysPastDue(14)} is reached at the end of the fourteenth day after the due date. Prints in words,
 * such as {@code 14 days past due}, and {@link #parse} reads them. Immutable and thread-safe.
 */
public sealed interface Trigger extends Serializable {

  /**
   * How many days or months the trigger counts, before or after the day that it counts from.
   *
   * @return calendar days, business days or months
   */
  Days days();

  /**
   * Hands this trigger to the method for its kind.
   *
   * @param visitor who handles triggers
   * @param <R> what the visitor returns
   * @return what the visitor returned
   */
  <R> R accept(Visitor<R> visitor);

  /**
   * Handles each kind of trigger; a new kind has to be answered here.
   *
   * @param <R> what the handling returns
   */
  interface Visitor<R> {
    /**
     * Handles {@link BeforeDue}.
     *
     * @param trigger the trigger
     * @return the result
     */
    R beforeDue(BeforeDue trigger);

    /**
     * Handles {@link PastDue}.
     *
     * @param trigger the trigger
     * @return the result
     */
    R pastDue(PastDue trigger);

    /**
     * Handles {@link EndOfMonthPastDue}.
     *
     * @param trigger the trigger
     * @return the result
     */
    R endOfMonthPastDue(EndOfMonthPastDue trigger);

    /**
     * Handles {@link AfterInvoice}.
     *
     * @param trigger the trigger
     * @return the result
     */
    R afterInvoice(AfterInvoice trigger);

    /**
     * Handles {@link AfterStep}.
     *
     * @param trigger the trigger
     * @return the result
     */
    R afterStep(AfterStep trigger);

    /**
     * Handles {@link AfterDeadline}.
     *
     * @param trigger the trigger
     * @return the result
     */
    R afterDeadline(AfterDeadline trigger);
  }

  /**
   * {@return a trigger that is reached so many calendar days before the due date} A step with this
   * trigger can be taken up to and including the due date; after that it {@linkplain
   * EscalationStep#lapses has lapsed}.
   *
   * @param days how many
   * @throws IllegalArgumentException if the number is negative or too high
   */
  static Trigger daysBeforeDue(int days) {
    requireForward(days, "before due", "daysPastDue");
    return new BeforeDue(calendarDays(days));
  }

  private static void requireForward(int days, String what, String opposite) {
    if (days < 0) {
      throw new IllegalArgumentException(
          "a step cannot come %s days %s\nMaybe: %s(%s)"
              .formatted(days, what, opposite, -(long) days));
    }
  }

  /**
   * {@return a trigger that is reached so many days or months before the due date} A step with this
   * trigger can be taken up to and including the due date; after that it {@linkplain
   * EscalationStep#lapses has lapsed}.
   *
   * @param days how many
   */
  static Trigger beforeDue(Days days) {
    return new BeforeDue(days);
  }

  /**
   * {@return a trigger that is reached so many calendar days after the due date, and not before the
   * grace period is over}
   *
   * @param days how many
   * @throws IllegalArgumentException if the number is negative or too high
   */
  static Trigger daysPastDue(int days) {
    requireForward(days, "past due", "daysBeforeDue");
    return new PastDue(calendarDays(days));
  }

  /**
   * {@return a trigger that is reached so many days or months after the due date, and not before
   * the grace period is over}
   *
   * @param days how many calendar days, business days or months
   */
  static Trigger pastDue(Days days) {
    return new PastDue(days);
  }

  /**
   * {@return a trigger that is reached at the end of the month in which so many days or months past
   * due fall, and not before the grace period is over}
   *
   * @param days how many calendar days, business days or months
   */
  static Trigger endOfMonthPastDue(Days days) {
    return new EndOfMonthPastDue(days);
  }

  /**
   * {@return a trigger that is reached so many calendar days after the invoice date}
   *
   * @param days how many
   */
  static Trigger daysAfterInvoice(int days) {
    return new AfterInvoice(calendarDays(days));
  }

  /**
   * {@return a trigger that is reached so many days or months after the invoice date}
   *
   * @param days how many
   */
  static Trigger afterInvoice(Days days) {
    return new AfterInvoice(days);
  }

  /**
   * {@return a trigger that is reached so many days or months after an earlier step was taken} If
   * that step was passed over, from the day on which it could have been taken. Past due, it is not
   * reached before the debt is overdue.
   *
   * @param step the name of an earlier step
   * @param days how many calendar days, business days or months
   */
  static Trigger after(String step, Days days) {
    return new AfterStep(step, days);
  }

  /**
   * {@return a trigger that is reached so many days or months after the payment deadline that an
   * earlier step granted} Past due, it is not reached before the debt is overdue.
   *
   * @param step the name of an earlier step that grants a deadline
   * @param days how many calendar days, business days or months
   */
  static Trigger afterDeadlineOf(String step, Days days) {
    return new AfterDeadline(step, days);
  }

  /**
   * Reads a trigger in the words in which triggers print: {@code 14 days past due}, {@code 3
   * business days before due}, {@code end of the month 1 month past due}, {@code 30 days after the
   * invoice}, {@code 10 days after reminder} or {@code 1 day after the deadline of notice}. Capital
   * letters do not matter in them. A name of a step can stand in double quotes, and needs them as
   * in a {@link Condition#parse condition}.
   *
   * @param text the trigger in words
   * @return the trigger
   * @throws io.dunning.sentence.SentenceException if the text is no such sentence, or has more than
   *     100,000 characters
   */
  static Trigger parse(String text) {
    return TriggerGrammar.TRIGGERS.parse(Objects.requireNonNull(text, "text"));
  }

  /**
   * Days before the due date.
   *
   * @param days how many days or months
   */
  record BeforeDue(Days days) implements Trigger {
    private static final long serialVersionUID = 1L;

    /**
     * Days before the due date.
     *
     * @param days how many days or months
     */
    public BeforeDue {
      Objects.requireNonNull(days, "days");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.beforeDue(this);
    }

    @Override
    public String toString() {
      return TriggerGrammar.words(this);
    }
  }

  /**
   * Days after the due date.
   *
   * @param days how many days or months
   */
  record PastDue(Days days) implements Trigger {
    private static final long serialVersionUID = 1L;

    /**
     * Days after the due date.
     *
     * @param days how many days or months
     */
    public PastDue {
      Objects.requireNonNull(days, "days");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pastDue(this);
    }

    @Override
    public String toString() {
      return TriggerGrammar.words(this);
    }
  }

  /**
   * The end of a month, found from days after the due date.
   *
   * @param days how many days or months
   */
  record EndOfMonthPastDue(Days days) implements Trigger {
    private static final long serialVersionUID = 1L;

    /**
     * The end of a month, found from days after the due date.
     *
     * @param days how many days or months
     */
    public EndOfMonthPastDue {
      Objects.requireNonNull(days, "days");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.endOfMonthPastDue(this);
    }

    @Override
    public String toString() {
      return TriggerGrammar.words(this);
    }
  }

  /**
   * Days after the invoice date.
   *
   * @param days how many days or months
   */
  record AfterInvoice(Days days) implements Trigger {
    private static final long serialVersionUID = 1L;

    /**
     * Days after the invoice date.
     *
     * @param days how many days or months
     */
    public AfterInvoice {
      Objects.requireNonNull(days, "days");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.afterInvoice(this);
    }

    @Override
    public String toString() {
      return TriggerGrammar.words(this);
    }
  }

  /**
   * Days after a step.
   *
   * @param step the name of the step
   * @param days how many days or months
   */
  record AfterStep(String step, Days days) implements Trigger {
    private static final long serialVersionUID = 1L;

    /**
     * Days after a step.
     *
     * @param step the name of the step
     * @param days how many days or months
     */
    public AfterStep {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(days, "days");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.afterStep(this);
    }

    @Override
    public String toString() {
      return TriggerGrammar.words(this);
    }
  }

  /**
   * Days after the deadline of a step.
   *
   * @param step the name of the step
   * @param days how many days or months
   */
  record AfterDeadline(String step, Days days) implements Trigger {
    private static final long serialVersionUID = 1L;

    /**
     * Days after the deadline of a step.
     *
     * @param step the name of the step
     * @param days how many days or months
     */
    public AfterDeadline {
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(days, "days");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.afterDeadline(this);
    }

    @Override
    public String toString() {
      return TriggerGrammar.words(this);
    }
  }
}
