package io.dunning.policy;

import io.dunning.calendar.Days;
import io.dunning.conduct.Conduct;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Optional;
import java.util.StringJoiner;
import org.immutables.value.Value;

/**
 * How often the customer is contacted, and under which rules. Prints in words: {@code 7 days
 * between contacts}. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class OutreachRules implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_DAYS_BETWEEN_STEPS = 7;

  /** The rules of a policy that says nothing about contacts. */
  static final OutreachRules DEFAULT = new ImmutableOutreachRules.Builder().build();

  OutreachRules() {}

  /**
   * {@return how many days must have passed since the last contact before the customer is contacted
   * again; 0 unless set}
   */
  @Value.Default
  public int minimumDaysBetweenContacts() {
    return 0;
  }

  /**
   * How many days at least lie between two steps of a debt that contact the customer, so that a
   * ladder that starts late does not rush. Two steps whose triggers are fewer days apart keep that
   * distance instead, so that a ladder is never slower than its triggers; a step that counts from
   * the one before it, or that repeats, keeps the distance it names.
   *
   * @return unless set 7, or 0 if {@link #minimumDaysBetweenContacts} is set; with 0, a day has to
   *     pass
   */
  @Value.Default
  public int minimumDaysBetweenSteps() {
    return usualDaysBetweenSteps();
  }

  private int usualDaysBetweenSteps() {
    return minimumDaysBetweenContacts() == 0 ? USUAL_DAYS_BETWEEN_STEPS : 0;
  }

  /**
   * {@return how long after a step was taken its letter counts as delivered, unless it came back;
   * empty unless set: a letter counts as delivered once that is recorded} Until then a step that
   * asks for the delivery waits.
   */
  public abstract Optional<Days> deliveryPresumedAfter();

  /**
   * {@return how long after a step was taken its delivery is given up if it was not confirmed,
   * where another step {@linkplain EscalationStep#requires requires} that the letter was
   * {@linkplain Condition#delivered delivered}; empty unless set: a step waits for a delivery
   * without an end} The step then counts as one whose letter came back: the ladder asks for it
   * again.
   */
  public abstract Optional<Days> deliveryGivenUpAfter();

  /**
   * {@return for how long after the payment that settled the last debt the customer is to be
   * thanked; empty unless set: nobody is thanked} The answer for a closed debt then says so, until
   * {@linkplain io.dunning.event.ContactEvent.Purpose#THANKS thanks} are recorded.
   */
  public abstract Optional<Days> thanksWithin();

  /**
   * Who collects, and under which rules of contact.
   *
   * @return {@link Conduct#PLAIN} unless set: only the wishes of the customer
   */
  @Value.Default
  public Conduct conduct() {
    return Conduct.PLAIN;
  }

  /** What differs from its default; {@code contacts on any day} if nothing does. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ").setEmptyValue("contacts on any day");
    if (minimumDaysBetweenContacts() > 0) {
      text.add(minimumDaysBetweenContacts() + " days between contacts");
    }
    if (minimumDaysBetweenSteps() != usualDaysBetweenSteps()) {
      text.add(minimumDaysBetweenSteps() + " days between steps");
    }
    deliveryPresumedAfter().ifPresent(d -> text.add("delivery presumed after " + d));
    deliveryGivenUpAfter().ifPresent(d -> text.add("delivery given up after " + d));
    thanksWithin().ifPresent(d -> text.add("thanks within " + d + " of a payment"));
    if (!conduct().equals(Conduct.PLAIN)) {
      text.add("conduct " + conduct());
    }
    return text.toString();
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableOutreachRules.Builder().from(this).build());
  }
}
