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

  /** An event with the day on which it was entered. */
  record Booked(LedgerEvent event, LocalDate bookingDay) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** An event with the day on which it was entered. */
    public Booked {
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(bookingDay, "bookingDay");
      event = event instanceof Booked inner ? inner.event : event;
    }

    @Override
    public LocalDate date() {
      return event.date();
    }
  }

  /** Money came in. */
  record Payment(LocalDate date, Money amount) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** A payment. */
    public Payment {
      check(date, amount);
    }
  }

  /** A payment bounced or was charged back: the debt is open again. */
  record PaymentReversed(LocalDate date, Money amount) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** A reversed payment. */
    public PaymentReversed {
      check(date, amount);
    }
  }

  /** A credit note lowered the debt. */
  record Credit(LocalDate date, Money amount) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** A credit. */
    public Credit {
      check(date, amount);
    }
  }

  /** Money was paid back to the customer. */
  record Refund(LocalDate date, Money amount) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** A refund. */
    public Refund {
      check(date, amount);
    }
  }

  /** The customer contests the whole invoice, or the whole account. */
  record DisputeOpened(LocalDate date, String reason) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** A dispute. */
    public DisputeOpened {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** The open disputes are settled, whoever was right. */
  record DisputeResolved(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** The end of a dispute. */
    public DisputeResolved {
      Objects.requireNonNull(date, "date");
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

    /** A promise. */
    public PromiseToPay {
      Objects.requireNonNull(until, "until");
      check(date, amount);
      amount.ifPresent(a -> check(date, a));
    }
  }

  /** The customer or the creditor took the running promise back; it is not broken. */
  record PromiseWithdrawn(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** The end of a promise. */
    public PromiseWithdrawn {
      Objects.requireNonNull(date, "date");
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

    /** A hold. */
    public Hold {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(until, "until");
    }
  }

  /** The holds in force end; the day of the release is not held any more. */
  record HoldReleased(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** The end of holds. */
    public HoldReleased {
      Objects.requireNonNull(date, "date");
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

    /** A step that was carried out. */
    public StepTaken {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(channel, "channel");
    }
  }

  /**
   * The latest taking of a step was withdrawn: the level before it is back. The contact it made
   * stays a contact.
   */
  record StepWithdrawn(LocalDate date, String step) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** A withdrawn step. */
    public StepWithdrawn {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(step, "step");
    }
  }

  /** The creditor contacted the customer, outside the ladder. */
  record Contact(LocalDate date, Channel channel) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** A contact. */
    public Contact {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(channel, "channel");
    }
  }

  /** The customer answered. Not a contact by the creditor. */
  record CustomerReplied(LocalDate date, String note) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** An answer. */
    public CustomerReplied {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(note, "note");
    }
  }

  /** The rest was given up in the books. Later payments lower what was given up. */
  record WrittenOff(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** A write-off. */
    public WrittenOff {
      Objects.requireNonNull(date, "date");
    }
  }

  /** The invoice was cancelled: nothing was ever owed, and what was paid is a credit. */
  record Voided(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /** A cancelled invoice. */
    public Voided {
      Objects.requireNonNull(date, "date");
    }
  }

  private static void check(LocalDate date, Object amount) {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(amount, "amount");
    if (amount instanceof Money money && money.isNegative()) {
      throw new IllegalArgumentException("amount of an event is negative: " + money);
    }
  }
}
