package io.dunning.policy;

import io.dunning.calendar.Days;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Optional;
import java.util.StringJoiner;
import org.immutables.value.Value;

/**
 * What a step waits for because the customer may have paid, or is not expected to pay before you
 * collect. Prints in words: {@code receipts hold steps for 3 business days}. Each rule matters only
 * where the fact that it is about is recorded. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class PaymentRules implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Days WEEK = Days.calendarDays(7);

  /** The rules of a policy that says nothing about payments under way. */
  static final PaymentRules DEFAULT = new ImmutablePaymentRules.Builder().build();

  PaymentRules() {}

  /** What happens to a customer whose invoices you collect, before a collection failed. */
  public enum UntilCollectionFailed {
    /** No step is taken. */
    HOLD,
    /** Steps are taken as for everybody else. */
    GO_ON
  }

  /**
   * For how long a {@linkplain io.dunning.event.BankEvent.CandidateReceipt candidate receipt} that
   * names no last day holds the step that it may answer.
   *
   * @return 7 calendar days from the day on which it was proposed unless set; the last of them is
   *     included. Where the calendar does not reach, calendar days are counted.
   */
  @Value.Default
  public Days receiptsHold() {
    return WEEK;
  }

  /**
   * How old the {@linkplain io.dunning.event.BankEvent.BankDataAsOf bank data} may be before steps
   * wait for newer ones.
   *
   * @return usually business days; they are stale from the day after. Empty unless set: the age of
   *     the bank data does not matter
   */
  public abstract Optional<Days> bankDataStaleAfter();

  /**
   * The first step of the ladder that waits while the bank data are stale; all later steps wait,
   * too.
   *
   * @return the name of a step; empty unless set: all steps wait
   */
  public abstract Optional<String> staleBankDataHoldsFrom();

  /**
   * What happens while an invoice is {@linkplain io.dunning.event.PaymentMethod#isCollected
   * collected} by direct debit or card and no collection of it has failed.
   *
   * @return {@link UntilCollectionFailed#HOLD} unless set
   */
  @Value.Default
  public UntilCollectionFailed untilCollectionFailed() {
    return UntilCollectionFailed.HOLD;
  }

  /**
   * For how long at most steps wait for a collection, counted from the due date or, if that is
   * later, from the day for which the collection is planned.
   *
   * @return the last of the days is included; empty unless set: steps wait without an end
   */
  public abstract Optional<Days> collectionAwaitedFor();

  /** What differs from its default; {@code payments under way hold steps} if nothing does. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ").setEmptyValue("payments under way hold steps");
    if (!receiptsHold().equals(WEEK)) {
      text.add("receipts hold steps for " + receiptsHold());
    }
    bankDataStaleAfter().ifPresent(d -> text.add("bank data older than " + d + " hold " + held()));
    if (untilCollectionFailed() == UntilCollectionFailed.GO_ON) {
      text.add("steps go on before a collection failed");
    }
    collectionAwaitedFor().ifPresent(d -> text.add("collections awaited for " + d));
    return text.toString();
  }

  private String held() {
    return staleBankDataHoldsFrom().map(s -> "steps from \"" + s + "\" on").orElse("all steps");
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutablePaymentRules.Builder().from(this).build());
  }
}
