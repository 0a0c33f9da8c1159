package io.dunning.charge;

import io.dunning.calendar.Days;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The days that bear interest: the first one, whether the day of a payment is one of them, days of
 * grace, and the longest time.
 *
 * <p>By default from the day after the due date through the day of payment, both included, without
 * grace and without an end. {@link LateInterest} sets each of them. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class InterestPeriod implements Serializable {
  private static final long serialVersionUID = 1L;

  /** From the day after the due date through the day of payment. */
  static final InterestPeriod DEFAULT = new ImmutableInterestPeriod.Builder().build();

  InterestPeriod() {}

  /** The first day that bears interest. */
  public enum FirstDay {
    /** The day after the due date. */
    AFTER_DUE_DATE,
    /** The due date. */
    DUE_DATE
  }

  /** Whether the day of a payment bears interest on what is paid. */
  public enum PaymentDay {
    /** It does: the payment lowers the balance from the next day on. */
    INCLUDED,
    /** It does not: the payment lowers the balance from its own day on. */
    EXCLUDED
  }

  /** What happens to the days of grace once they are over. */
  public enum AfterGrace {
    /** They bear interest, too, on what was not paid in them. */
    FROM_FIRST_DAY,
    /** They stay free. */
    FROM_END_OF_GRACE
  }

  /** {@return the first day that bears interest; {@link FirstDay#AFTER_DUE_DATE} unless set} */
  @Value.Default
  public FirstDay firstDay() {
    return FirstDay.AFTER_DUE_DATE;
  }

  /**
   * {@return whether the day of a payment bears interest on what is paid; {@link
   * PaymentDay#INCLUDED} unless set}
   */
  @Value.Default
  public PaymentDay paymentDay() {
    return PaymentDay.INCLUDED;
  }

  /** {@return the days after the due date for which no interest is asked; none unless set} */
  @Value.Default
  public Days grace() {
    return Days.NONE;
  }

  /**
   * {@return what happens to the days of grace once they are over; {@link
   * AfterGrace#FROM_FIRST_DAY} unless set}
   */
  @Value.Default
  public AfterGrace afterGrace() {
    return AfterGrace.FROM_FIRST_DAY;
  }

  /**
   * {@return the longest time for which interest accrues, from the first interest day; empty if
   * there is no end}
   */
  public abstract Optional<Period> limit();

  ImmutableInterestPeriod.Builder with() {
    return new ImmutableInterestPeriod.Builder().from(this);
  }

  /** The first interest day of a debt that is due on a day; both are epoch days. */
  long firstInterestDay(long due) {
    return firstDay() == FirstDay.DUE_DATE ? due : due + 1;
  }

  /** What differs from the default, in words. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    if (firstDay() == FirstDay.DUE_DATE) {
      words.add("from the due date");
    }
    if (paymentDay() == PaymentDay.EXCLUDED) {
      words.add("without the day of payment");
    }
    if (grace().count() > 0) {
      String kept = afterGrace() == AfterGrace.FROM_FIRST_DAY ? "" : " that stay free";
      words.add("after " + grace() + " of grace" + kept);
    }
    limit()
        .ifPresent(l -> words.add("for at most " + (l.equals(Period.ofYears(1)) ? "a year" : l)));
    return words;
  }

  /** Such as {@code from the due date, after 5 days of grace}. */
  @Override
  public String toString() {
    List<String> words = words();
    return words.isEmpty() ? "from the day after the due date" : String.join(", ", words);
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableInterestPeriod.Builder().from(this).build());
  }
}
