package io.dunning.ledger;

import io.dunning.action.Channel;
import io.dunning.money.Money;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened to an invoice or an account on a day. Events of one day count in the
 * order in which they were entered. Amounts are never negative. Immutable and thread-safe.
 */
public sealed interface LedgerEvent extends Serializable {

  /**
   * The day on which it happened.
   *
   * @return the day
   */
  LocalDate date();

  /**
   * This event, entered into the books on another day than it happened. {@code asKnownOn} of a
   * history leaves out what was booked later.
   *
   * @param day the day of entry
   * @return the same event with its day of entry
   */
  default LedgerEvent bookedOn(LocalDate day) {
    return new Booked(this, day);
  }

  /**
   * A promise to pay all that is open.
   *
   * @param date the day of the promise
   * @param until the last day on which the payment is in time
   * @return the event
   */
  static LedgerEvent promise(LocalDate date, LocalDate until) {
    return new PromiseToPay(date, Optional.empty(), until);
  }

  /**
   * A promise to pay an amount.
   *
   * @param date the day of the promise
   * @param amount how much was promised
   * @param until the last day on which the payment is in time
   * @return the event
   */
  static LedgerEvent promise(LocalDate date, Money amount, LocalDate until) {
    return new PromiseToPay(date, Optional.of(amount), until);
  }

  /**
   * A hold without an end.
   *
   * @param date the first day of the hold, included
   * @param reason why, in the user's words
   * @return the event
   */
  static LedgerEvent hold(LocalDate date, String reason) {
    return new Hold(date, reason, Optional.empty());
  }

  /**
   * A hold with an end.
   *
   * @param date the first day of the hold, included
   * @param reason why, in the user's words
   * @param until the last day of the hold, included
   * @return the event
   */
  static LedgerEvent hold(LocalDate date, String reason, LocalDate until) {
    return new Hold(date, reason, Optional.of(until));
  }

  /**
   * A step of the ladder, carried out as it says.
   *
   * @param date the day
   * @param step the name of the step
   * @return the event
   */
  static LedgerEvent stepTaken(LocalDate date, String step) {
    return new StepTaken(date, step, Optional.empty());
  }

  /**
   * A step of the ladder, carried out by a channel.
   *
   * @param date the day
   * @param step the name of the step
   * @param channel how the customer was reached
   * @return the event
   */
  static LedgerEvent stepTaken(LocalDate date, String step, Channel channel) {
    return new StepTaken(date, step, Optional.of(channel));
  }

  /**
   * An event with the day on which it was entered.
   *
   * @param event what happened
   * @param bookingDay the day of entry
   */
  record Booked(LedgerEvent event, LocalDate bookingDay) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An event with the day on which it was entered.
     *
     * @param event what happened
     * @param bookingDay the day of entry
     */
    public Booked {
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(bookingDay, "bookingDay");
      event = event instanceof Booked inner ? inner.event : event;
    }

    @Override
    public LocalDate date() {
      return event.date();
    }

    @Override
    public String toString() {
      return event + ", booked on " + bookingDay;
    }
  }

  /**
   * Money came in.
   *
   * @param date the day on which it happened
   * @param amount how much, never negative
   */
  record Payment(LocalDate date, Money amount) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A payment.
     *
     * @param date the day on which it happened
     * @param amount how much, never negative
     */
    public Payment {
      check(date, amount);
    }

    @Override
    public String toString() {
      return date + " payment " + amount;
    }
  }

  /**
   * A payment bounced or was charged back: the debt is open again.
   *
   * @param date the day on which it happened
   * @param amount how much, never negative
   */
  record PaymentReversed(LocalDate date, Money amount) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A reversed payment.
     *
     * @param date the day on which it happened
     * @param amount how much, never negative
     */
    public PaymentReversed {
      check(date, amount);
    }

    @Override
    public String toString() {
      return date + " payment reversed " + amount;
    }
  }

  /**
   * A credit note lowered the debt.
   *
   * @param date the day on which it happened
   * @param amount how much, never negative
   */
  record Credit(LocalDate date, Money amount) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A credit.
     *
     * @param date the day on which it happened
     * @param amount how much, never negative
     */
    public Credit {
      check(date, amount);
    }

    @Override
    public String toString() {
      return date + " credit " + amount;
    }
  }

  /**
   * Money was paid back to the customer.
   *
   * @param date the day on which it happened
   * @param amount how much, never negative
   */
  record Refund(LocalDate date, Money amount) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A refund.
     *
     * @param date the day on which it happened
     * @param amount how much, never negative
     */
    public Refund {
      check(date, amount);
    }

    @Override
    public String toString() {
      return date + " refund " + amount;
    }
  }

  /**
   * The customer contests the whole invoice, or the whole account.
   *
   * @param date the day on which it happened
   * @param reason why, in the user's words
   */
  record DisputeOpened(LocalDate date, String reason) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A dispute.
     *
     * @param date the day on which it happened
     * @param reason why, in the user's words
     */
    public DisputeOpened {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
      return date + " dispute opened" + bracketed(reason);
    }
  }

  /**
   * The open disputes are settled, whoever was right.
   *
   * @param date the day on which it happened
   */
  record DisputeResolved(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The end of a dispute.
     *
     * @param date the day on which it happened
     */
    public DisputeResolved {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public String toString() {
      return date + " dispute resolved";
    }
  }

  /**
   * The customer promised to pay. A later promise replaces an earlier one.
   *
   * @param date the day of the promise
   * @param amount how much was promised, or empty for all that is open
   * @param until the last day on which the payment is in time
   */
  record PromiseToPay(LocalDate date, Optional<Money> amount, LocalDate until)
      implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A promise.
     *
     * @param date the day of the promise
     * @param amount how much was promised, or empty for all that is open
     * @param until the last day on which the payment is in time
     */
    public PromiseToPay {
      Objects.requireNonNull(until, "until");
      check(date, amount);
      amount.ifPresent(a -> check(date, a));
    }

    @Override
    public String toString() {
      return date + " promise to pay " + amount.map(Money::toString).orElse("all") + " by " + until;
    }

    private Object writeReplace() {
      return new Form(date, amount.orElse(null), until);
    }

    /** The serial form, without an optional. */
    private record Form(LocalDate date, Money amount, LocalDate until) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new PromiseToPay(date, Optional.ofNullable(amount), until);
      }
    }
  }

  /**
   * The customer or the creditor took the running promise back; it is not broken.
   *
   * @param date the day on which it happened
   */
  record PromiseWithdrawn(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The end of a promise.
     *
     * @param date the day on which it happened
     */
    public PromiseWithdrawn {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public String toString() {
      return date + " promise withdrawn";
    }
  }

  /**
   * Nothing is to be done for a while.
   *
   * @param date the first day of the hold, included
   * @param reason why, in the user's words
   * @param until the last day of the hold, included; empty for a hold without an end
   */
  record Hold(LocalDate date, String reason, Optional<LocalDate> until) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A hold.
     *
     * @param date the first day of the hold, included
     * @param reason why, in the user's words
     * @param until the last day of the hold, included; empty for a hold without an end
     */
    public Hold {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(until, "until");
    }

    @Override
    public String toString() {
      return date + " hold" + bracketed(reason) + until.map(d -> " through " + d).orElse("");
    }

    private Object writeReplace() {
      return new Form(date, reason, until.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(LocalDate date, String reason, LocalDate until) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new Hold(date, reason, Optional.ofNullable(until));
      }
    }
  }

  /**
   * The holds in force end; the day of the release is not held any more.
   *
   * @param date the day on which it happened
   */
  record HoldReleased(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The end of holds.
     *
     * @param date the day on which it happened
     */
    public HoldReleased {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public String toString() {
      return date + " hold released";
    }
  }

  /**
   * A step of the ladder was carried out.
   *
   * @param date the day
   * @param step the name of the step
   * @param channel how the customer was reached; empty if not, or if the step itself says so
   */
  record StepTaken(LocalDate date, String step, Optional<Channel> channel) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A step that was carried out.
     *
     * @param date the day
     * @param step the name of the step
     * @param channel how the customer was reached; empty if not, or if the step itself says so
     */
    public StepTaken {
      Objects.requireNonNull(date, "date");
      // few names, many events: one string each, and equal names are the same object
      step = Objects.requireNonNull(step, "step").intern();
      Objects.requireNonNull(channel, "channel");
    }

    @Override
    public String toString() {
      return date + " step taken: " + step + channel.map(c -> " by " + c).orElse("");
    }

    private Object writeReplace() {
      return new Form(date, step, channel.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(LocalDate date, String step, Channel channel) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new StepTaken(date, step, Optional.ofNullable(channel));
      }
    }
  }

  /**
   * The latest taking of a step was withdrawn: the level before it is back. The contact it made
   * stays a contact.
   *
   * @param date the day on which it happened
   * @param step the name of the step
   */
  record StepWithdrawn(LocalDate date, String step) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A withdrawn step.
     *
     * @param date the day on which it happened
     * @param step the name of the step
     */
    public StepWithdrawn {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(step, "step");
    }

    @Override
    public String toString() {
      return date + " step withdrawn: " + step;
    }
  }

  /**
   * The creditor contacted the customer, outside the ladder.
   *
   * @param date the day on which it happened
   * @param channel how the customer was reached
   */
  record Contact(LocalDate date, Channel channel) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A contact.
     *
     * @param date the day on which it happened
     * @param channel how the customer was reached
     */
    public Contact {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(channel, "channel");
    }

    @Override
    public String toString() {
      return date + " contact by " + channel;
    }
  }

  /**
   * The customer answered. Not a contact by the creditor.
   *
   * @param date the day on which it happened
   * @param note what the customer said
   */
  record CustomerReplied(LocalDate date, String note) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An answer.
     *
     * @param date the day on which it happened
     * @param note what the customer said
     */
    public CustomerReplied {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(note, "note");
    }

    @Override
    public String toString() {
      return date + " customer replied" + bracketed(note);
    }
  }

  /**
   * The rest was given up in the books. Later payments lower what was given up.
   *
   * @param date the day on which it happened
   */
  record WrittenOff(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A write-off.
     *
     * @param date the day on which it happened
     */
    public WrittenOff {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public String toString() {
      return date + " written off";
    }
  }

  /**
   * The invoice was cancelled: nothing was ever owed, and what was paid is a credit.
   *
   * @param date the day on which it happened
   */
  record Voided(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A cancelled invoice.
     *
     * @param date the day on which it happened
     */
    public Voided {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public String toString() {
      return date + " voided";
    }
  }

  private static String bracketed(String words) {
    return words.isBlank() ? "" : " (" + words + ")";
  }

  private static void check(LocalDate date, Object amount) {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(amount, "amount");
    if (amount instanceof Money money && money.isNegative()) {
      throw new IllegalArgumentException("amount of an event is negative: " + money);
    }
  }
}
