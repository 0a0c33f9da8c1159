package io.dunning.ledger;

import io.dunning.action.Channel;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

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
   * A dispute over a part.
   *
   * @param date the day
   * @param amount how much is contested
   * @param reason why, in the user's words
   * @return the event
   */
  static LedgerEvent dispute(LocalDate date, Money amount, String reason) {
    return new DisputeOpened(date, reason, Optional.of(amount));
  }

  /**
   * The invoice was delivered.
   *
   * @param date the day
   * @return the event
   */
  static LedgerEvent delivered(LocalDate date) {
    return new DeliveryConfirmed(date, Optional.empty(), Optional.empty());
  }

  /**
   * The letter of a step was delivered.
   *
   * @param date the day
   * @param step the name of the step
   * @return the event
   */
  static LedgerEvent delivered(LocalDate date, String step) {
    return new DeliveryConfirmed(date, Optional.of(step), Optional.empty());
  }

  /**
   * The invoice did not arrive.
   *
   * @param date the day
   * @return the event
   */
  static LedgerEvent notDelivered(LocalDate date) {
    return new DeliveryFailed(date, Optional.empty(), Optional.empty());
  }

  /**
   * The message of a step did not arrive.
   *
   * @param date the day
   * @param step the name of the step
   * @param channel the channel that failed
   * @return the event
   */
  static LedgerEvent notDelivered(LocalDate date, String step, Channel channel) {
    return new DeliveryFailed(date, Optional.of(step), Optional.of(channel));
  }

  /**
   * A restriction without an end.
   *
   * @param date the first day, included
   * @param restriction what happened
   * @return the event
   */
  static LedgerEvent restricted(LocalDate date, Restriction restriction) {
    return new Restricted(date, restriction, Optional.empty(), "");
  }

  /**
   * The customer accepted a settlement, to be paid at once.
   *
   * @param date the day
   * @param amount what settles the debt
   * @param until the last day on which it can be paid, included
   * @return the event
   */
  static LedgerEvent settlementAccepted(LocalDate date, Money amount, LocalDate until) {
    return new PlanAgreed(date, List.of(new Instalment(until, amount)), true);
  }

  /** What is charged for paying late. */
  enum Charge {
    /** A fee or another cost. */
    FEE,
    /** Interest. */
    INTEREST;

    @Override
    public String toString() {
      return this == FEE ? "fee" : "interest";
    }
  }

  /** How a dispute ended. */
  enum Outcome {
    /** Nobody says. */
    UNKNOWN,
    /** The customer was right. */
    CUSTOMER_WON,
    /** The creditor was right. */
    CREDITOR_WON;

    @Override
    public String toString() {
      return switch (this) {
        case UNKNOWN -> "unknown";
        case CUSTOMER_WON -> "customer won";
        case CREDITOR_WON -> "creditor won";
      };
    }
  }

  /** Who began a contact. */
  enum Direction {
    /** The creditor. */
    OUT,
    /** The customer. */
    IN
  }

  /** Who was reached by a contact. */
  enum Reached {
    /** Nobody says. */
    UNKNOWN("somebody"),
    /** No connection: busy, out of service, unknown number. */
    NOT_CONNECTED("no line"),
    /** Nobody answered. */
    NOBODY("nobody"),
    /** The other side ended it before the matter was named. */
    CUT_OFF("somebody who hung up"),
    /** Somebody who cannot decide, or a machine that took a message. */
    ANOTHER_PERSON("another person"),
    /** The one who deals with the invoice. */
    RIGHT_PERSON("the right person"),
    /** The owner, or whoever answers for the customer as a whole. */
    OWNER("the owner");

    private final String words;

    Reached(String words) {
      this.words = words;
    }

    /** Such as {@code the right person}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /** What a contact was for; rules of contact do not count all of them. */
  enum Purpose {
    /** To collect. */
    COLLECTION("collection"),
    /** A notice that the law or the contract asks for. */
    REQUIRED_NOTICE("required notice"),
    /** An answer to the customer, on the day of the question. */
    ANSWER("answer"),
    /** Information alone, such as a statement of account. */
    INFORMATION("information");

    private final String words;

    Purpose(String words) {
      this.words = words;
    }

    /** Such as {@code required notice}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /** What an answer of the customer comes to. */
  enum Reply {
    /** More time is asked for. */
    ASKS_FOR_TIME("asks for time"),
    /** The debt is contested by word of mouth; no dispute is recorded yet. */
    DISPUTES("disputes the debt"),
    /** Payment is announced; no promise with a day is recorded. */
    PROMISES("promises to pay"),
    /** Payment is refused. */
    REFUSES("refuses to pay"),
    /** An answer without a reason, or another one. */
    OTHER("says something else");

    private final String words;

    Reply(String words) {
      this.words = words;
    }

    /** Such as {@code asks for time}. */
    @Override
    public String toString() {
      return words;
    }
  }

  /** What leaves only lawful actions, or a person, to go on. */
  enum Restriction {
    /** Insolvency proceedings are open. */
    INSOLVENCY("insolvent"),
    /** A moratorium gives the debtor time, by law or by order. */
    BREATHING_SPACE("in a breathing space"),
    /** The debtor asked not to be contacted any more. */
    CEASE_CONTACT("not to be contacted"),
    /** The debtor died. */
    DECEASED("deceased"),
    /** An agency or a court deals with the debt. */
    HANDED_OVER("handed over");

    private final String words;

    Restriction(String words) {
      this.words = words;
    }

    /** Such as {@code handed over}. */
    @Override
    public String toString() {
      return words;
    }
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
   * The customer contests the invoice or the account, in whole or in part. Parts add up until all
   * disputes are resolved; a part of an account is contested on its invoices.
   *
   * @param date the day on which it happened
   * @param reason why, in the user's words
   * @param amount how much is contested; empty for all of it
   */
  record DisputeOpened(LocalDate date, String reason, Optional<Money> amount)
      implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A dispute.
     *
     * @param date the day on which it happened
     * @param reason why, in the user's words
     * @param amount how much is contested; empty for all of it
     */
    public DisputeOpened {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(amount, "amount");
      amount.ifPresent(a -> check(date, a));
    }

    /**
     * A dispute of all that is open.
     *
     * @param date the day on which it happened
     * @param reason why, in the user's words
     */
    public DisputeOpened(LocalDate date, String reason) {
      this(date, reason, Optional.empty());
    }

    @Override
    public String toString() {
      return date
          + " dispute opened"
          + amount.map(a -> " over " + a).orElse("")
          + bracketed(reason);
    }

    private Object writeReplace() {
      return new Form(date, reason, amount.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(LocalDate date, String reason, Money amount) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new DisputeOpened(date, reason, Optional.ofNullable(amount));
      }
    }
  }

  /**
   * The open disputes are settled.
   *
   * @param date the day on which it happened
   * @param outcome who was right
   */
  record DisputeResolved(LocalDate date, Outcome outcome) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The end of a dispute.
     *
     * @param date the day on which it happened
     * @param outcome who was right
     */
    public DisputeResolved {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(outcome, "outcome");
    }

    /**
     * The end of a dispute, whoever was right.
     *
     * @param date the day on which it happened
     */
    public DisputeResolved(LocalDate date) {
      this(date, Outcome.UNKNOWN);
    }

    @Override
    public String toString() {
      return date + " dispute resolved" + (outcome == Outcome.UNKNOWN ? "" : ": " + outcome);
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
   * The creditor and the customer were in contact, outside the ladder. Only what the creditor, or a
   * collector, began counts as a contact with the customer, whether or not anybody was reached.
   *
   * @param date the day on which it happened
   * @param channel how
   * @param direction who began it
   * @param reached who was reached
   * @param purpose what it was for
   * @param collector who else collects and made the contact; empty if the keeper of the ledger did
   */
  record Contact(
      LocalDate date,
      Channel channel,
      Direction direction,
      Reached reached,
      Purpose purpose,
      String collector)
      implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A contact.
     *
     * @param date the day on which it happened
     * @param channel how
     * @param direction who began it
     * @param reached who was reached
     * @param purpose what it was for
     * @param collector who else collects and made the contact; empty if the keeper of the ledger
     *     did
     */
    public Contact {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(direction, "direction");
      Objects.requireNonNull(reached, "reached");
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(collector, "collector");
    }

    /**
     * A contact to collect.
     *
     * @param date the day on which it happened
     * @param channel how
     * @param direction who began it
     * @param reached who was reached
     */
    public Contact(LocalDate date, Channel channel, Direction direction, Reached reached) {
      this(date, channel, direction, reached, Purpose.COLLECTION, "");
    }

    /**
     * A contact that the creditor began, to collect; who was reached is not known.
     *
     * @param date the day on which it happened
     * @param channel how
     */
    public Contact(LocalDate date, Channel channel) {
      this(date, channel, Direction.OUT, Reached.UNKNOWN);
    }

    /**
     * This contact for a purpose.
     *
     * @param other what it was for
     * @return the contact
     */
    public Contact as(Purpose other) {
      return new Contact(date, channel, direction, reached, other, collector);
    }

    /**
     * This contact made by another collector.
     *
     * @param who the collector
     * @return the contact
     */
    public Contact by(String who) {
      return new Contact(date, channel, direction, reached, purpose, who);
    }

    @Override
    public String toString() {
      return date
          + (direction == Direction.IN ? " contact from the customer by " : " contact by ")
          + channel
          + (reached == Reached.UNKNOWN ? "" : ", reached " + reached)
          + (purpose == Purpose.COLLECTION ? "" : ", " + purpose)
          + (collector.isEmpty() ? "" : ", by " + collector);
    }
  }

  /**
   * The customer asked to be contacted, or agreed to it. While it lasts, rules of contact neither
   * count contacts nor forbid them.
   *
   * @param date the day on which it happened
   * @param until the last day, included; empty if it lasts as long as a rule set says
   */
  record ContactInvited(LocalDate date, Optional<LocalDate> until) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An invitation.
     *
     * @param date the day on which it happened
     * @param until the last day, included; empty if it lasts as long as a rule set says
     */
    public ContactInvited {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(until, "until");
    }

    @Override
    public String toString() {
      return date + " contact invited" + until.map(d -> " until " + d).orElse("");
    }

    private Object writeReplace() {
      return new Form(date, until.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(LocalDate date, LocalDate until) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new ContactInvited(date, Optional.ofNullable(until));
      }
    }
  }

  /**
   * The customer does not want to be contacted by a channel any more.
   *
   * @param date the day on which it happened
   * @param channel the channel
   */
  record OptedOut(LocalDate date, Channel channel) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An objection.
     *
     * @param date the day on which it happened
     * @param channel the channel
     */
    public OptedOut {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(channel, "channel");
    }

    @Override
    public String toString() {
      return date + " opted out of " + channel;
    }
  }

  /**
   * The customer may be contacted by a channel again.
   *
   * @param date the day on which it happened
   * @param channel the channel
   */
  record OptedIn(LocalDate date, Channel channel) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A permission.
     *
     * @param date the day on which it happened
     * @param channel the channel
     */
    public OptedIn {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(channel, "channel");
    }

    @Override
    public String toString() {
      return date + " opted in to " + channel;
    }
  }

  /**
   * A notice was given that has to come before something else, such as the notice of who collects.
   * A step of the notice's name is one, too.
   *
   * @param date the day on which it was sent
   * @param notice its name, as the rule set has it
   */
  record NoticeGiven(LocalDate date, String notice) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A notice.
     *
     * @param date the day on which it was sent
     * @param notice its name, as the rule set has it
     */
    public NoticeGiven {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(notice, "notice");
    }

    @Override
    public String toString() {
      return date + " notice given: " + notice;
    }
  }

  /**
   * The creditor offered to take less than is owed.
   *
   * @param date the day on which it happened
   * @param amount what would settle the debt
   * @param until the last day on which it can be accepted, included
   */
  record SettlementOffered(LocalDate date, Money amount, LocalDate until) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An offer.
     *
     * @param date the day on which it happened
     * @param amount what would settle the debt
     * @param until the last day on which it can be accepted, included
     */
    public SettlementOffered {
      check(date, amount);
      Objects.requireNonNull(until, "until");
    }

    @Override
    public String toString() {
      return date + " settlement offered: " + amount + " until " + until;
    }
  }

  /**
   * An offer is off the table before its last day: refused, or taken back.
   *
   * @param date the day on which it happened
   */
  record SettlementLapsed(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An offer that is off.
     *
     * @param date the day on which it happened
     */
    public SettlementLapsed {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public String toString() {
      return date + " settlement lapsed";
    }
  }

  /**
   * The customer answered. Not a contact by the creditor.
   *
   * @param date the day on which it happened
   * @param reply what the answer comes to
   * @param note what the customer said
   */
  record CustomerReplied(LocalDate date, Reply reply, String note) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An answer.
     *
     * @param date the day on which it happened
     * @param reply what the answer comes to
     * @param note what the customer said
     */
    public CustomerReplied {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(reply, "reply");
      Objects.requireNonNull(note, "note");
    }

    /**
     * An answer that comes to nothing in particular.
     *
     * @param date the day on which it happened
     * @param note what the customer said
     */
    public CustomerReplied(LocalDate date, String note) {
      this(date, Reply.OTHER, note);
    }

    @Override
    public String toString() {
      return date
          + " customer replied"
          + (reply == Reply.OTHER ? "" : ", " + reply)
          + bracketed(note);
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

  /**
   * A payment plan was agreed: what is open is to be paid in parts. Or a settlement: once its parts
   * are paid, the rest is not chased any more; if one is not, the whole debt is owed again. A later
   * plan replaces an earlier one.
   *
   * @param date the day on which it happened
   * @param instalments what is to be paid by when, at least one part; sorted here
   * @param settles whether the parts settle the debt, whatever is open
   */
  record PlanAgreed(LocalDate date, List<Instalment> instalments, boolean settles)
      implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A payment plan or settlement.
     *
     * @param date the day on which it happened
     * @param instalments what is to be paid by when, at least one part; sorted here
     * @param settles whether the parts settle the debt, whatever is open
     */
    public PlanAgreed {
      Objects.requireNonNull(date, "date");
      instalments = instalments.stream().sorted(Comparator.comparing(Instalment::due)).toList();
      if (instalments.isEmpty()) {
        throw new IllegalArgumentException("payment plan has no instalments: " + date);
      }
      instalments.forEach(i -> check(date, i.amount()));
    }

    /**
     * A payment plan for what is open.
     *
     * @param date the day on which it happened
     * @param instalments what is to be paid by when, at least one part; sorted here
     */
    public PlanAgreed(LocalDate date, List<Instalment> instalments) {
      this(date, instalments, false);
    }

    @Override
    public String toString() {
      return date
          + (settles ? " settlement accepted: " : " payment plan agreed: ")
          + instalments.stream().map(Instalment::toString).collect(Collectors.joining(", "));
    }
  }

  /**
   * The payment plan was cancelled by either side; it is not broken.
   *
   * @param date the day on which it happened
   */
  record PlanCancelled(LocalDate date) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The end of a plan.
     *
     * @param date the day on which it happened
     */
    public PlanCancelled {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public String toString() {
      return date + " payment plan cancelled";
    }
  }

  /**
   * Time was granted: steps count from another day than the due date. Aging is not affected.
   *
   * @param date the day on which it happened
   * @param until the day from which steps count, in place of an earlier due date
   */
  record Deferral(LocalDate date, LocalDate until) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A deferral.
     *
     * @param date the day on which it happened
     * @param until the day from which steps count, in place of an earlier due date
     */
    public Deferral {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(until, "until");
    }

    @Override
    public String toString() {
      return date + " deferred to " + until;
    }
  }

  /**
   * New terms were agreed: the whole invoice, what was due in parts included, falls due on another
   * day. Steps taken before do not count any more.
   *
   * @param date the day on which it happened
   * @param due the new due date, for aging, too
   */
  record TermsRenegotiated(LocalDate date, LocalDate due) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * New terms.
     *
     * @param date the day on which it happened
     * @param due the new due date, for aging, too
     */
    public TermsRenegotiated {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(due, "due");
    }

    @Override
    public String toString() {
      return date + " terms renegotiated: due " + due;
    }
  }

  /**
   * An invoice or a letter was delivered.
   *
   * @param date the day on which it happened
   * @param step the step whose letter it was; empty for the invoice itself
   * @param channel how it was delivered; empty if that is not known
   */
  record DeliveryConfirmed(LocalDate date, Optional<String> step, Optional<Channel> channel)
      implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A delivery.
     *
     * @param date the day on which it happened
     * @param step the step whose letter it was; empty for the invoice itself
     * @param channel how it was delivered; empty if that is not known
     */
    public DeliveryConfirmed {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(channel, "channel");
    }

    @Override
    public String toString() {
      return date
          + " delivered: "
          + step.orElse("invoice")
          + channel.map(c -> " by " + c).orElse("");
    }

    private Object writeReplace() {
      return new Form(date, step.orElse(null), channel.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(LocalDate date, String step, Channel channel) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new DeliveryConfirmed(date, Optional.ofNullable(step), Optional.ofNullable(channel));
      }
    }
  }

  /**
   * An invoice or a letter did not arrive. The latest taking of the step does not count, nor as a
   * contact; an invoice that did not arrive is not chased until it does.
   *
   * @param date the day on which it happened
   * @param step the step whose letter it was; empty for the invoice itself
   * @param channel the channel that failed and is not used until it works again; empty if none is
   *     to be blamed
   */
  record DeliveryFailed(LocalDate date, Optional<String> step, Optional<Channel> channel)
      implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A failed delivery.
     *
     * @param date the day on which it happened
     * @param step the step whose letter it was; empty for the invoice itself
     * @param channel the channel that failed and is not used until it works again; empty if none is
     *     to be blamed
     */
    public DeliveryFailed {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(channel, "channel");
    }

    @Override
    public String toString() {
      return date
          + " not delivered: "
          + step.orElse("invoice")
          + channel.map(c -> " by " + c).orElse("");
    }

    private Object writeReplace() {
      return new Form(date, step.orElse(null), channel.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(LocalDate date, String step, Channel channel) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new DeliveryFailed(date, Optional.ofNullable(step), Optional.ofNullable(channel));
      }
    }
  }

  /**
   * A person decided that a step that needs approval may be taken.
   *
   * @param date the day on which it happened
   * @param step the name of the step
   */
  record StepApproved(LocalDate date, String step) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An approval.
     *
     * @param date the day on which it happened
     * @param step the name of the step
     */
    public StepApproved {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(step, "step");
    }

    @Override
    public String toString() {
      return date + " step approved: " + step;
    }
  }

  /**
   * A person decided that a step must not be taken: the ladder goes past it, until it is approved.
   *
   * @param date the day on which it happened
   * @param step the name of the step
   */
  record StepRefused(LocalDate date, String step) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param date the day on which it happened
     * @param step the name of the step
     */
    public StepRefused {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(step, "step");
    }

    @Override
    public String toString() {
      return date + " step refused: " + step;
    }
  }

  /**
   * From now on only what is lawful in such a case may be done: the steps that say so, or what a
   * person decides.
   *
   * @param date the day on which it happened
   * @param restriction what happened
   * @param until the last day, included; empty if it has no end
   * @param note more about it, such as to whom the debt was handed over
   */
  record Restricted(LocalDate date, Restriction restriction, Optional<LocalDate> until, String note)
      implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The begin of a restriction.
     *
     * @param date the day on which it happened
     * @param restriction what happened
     * @param until the last day, included; empty if it has no end
     * @param note more about it, such as to whom the debt was handed over
     */
    public Restricted {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(restriction, "restriction");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(note, "note");
    }

    @Override
    public String toString() {
      return date
          + " "
          + restriction
          + bracketed(note)
          + until.map(d -> " through " + d).orElse("");
    }

    private Object writeReplace() {
      return new Form(date, restriction, until.orElse(null), note);
    }

    /** The serial form, without an optional. */
    private record Form(LocalDate date, Restriction restriction, LocalDate until, String note)
        implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new Restricted(date, restriction, Optional.ofNullable(until), note);
      }
    }
  }

  /**
   * A restriction is over: the proceedings are closed, the debt was recalled. The day itself is
   * free.
   *
   * @param date the day on which it happened
   * @param restriction what is over
   */
  record RestrictionLifted(LocalDate date, Restriction restriction) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The end of a restriction.
     *
     * @param date the day on which it happened
     * @param restriction what is over
     */
    public RestrictionLifted {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(restriction, "restriction");
    }

    @Override
    public String toString() {
      return date + " no longer " + restriction;
    }
  }

  /**
   * A fee or interest was charged: the customer was told to pay it.
   *
   * @param date the day on which it happened
   * @param charge what was charged
   * @param amount how much; not negative
   * @param step the step whose fee it is; empty for what accrues by itself, such as interest
   */
  record ChargeAssessed(LocalDate date, Charge charge, Money amount, Optional<String> step)
      implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A charge.
     *
     * @param date the day on which it happened
     * @param charge what was charged
     * @param amount how much; not negative
     * @param step the step whose fee it is; empty for what accrues by itself, such as interest
     */
    public ChargeAssessed {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(charge, "charge");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(step, "step");
      check(date, amount);
    }

    @Override
    public String toString() {
      return date + " " + charge + " assessed: " + amount + step.map(s -> " at " + s).orElse("");
    }

    private Object writeReplace() {
      return new Form(date, charge, amount, step.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(LocalDate date, Charge charge, Money amount, String step)
        implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new ChargeAssessed(date, charge, amount, Optional.ofNullable(step));
      }
    }
  }

  /**
   * The creditor gave up a charge. What was waived stays waived, also if it was not assessed yet.
   *
   * @param date the day on which it happened
   * @param charge what was given up
   * @param amount how much; empty for all that is owed of it on the day
   */
  record ChargeWaived(LocalDate date, Charge charge, Optional<Money> amount)
      implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A waiver.
     *
     * @param date the day on which it happened
     * @param charge what was given up
     * @param amount how much; empty for all that is owed of it on the day
     */
    public ChargeWaived {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(charge, "charge");
      Objects.requireNonNull(amount, "amount");
      amount.ifPresent(a -> check(date, a));
    }

    @Override
    public String toString() {
      return date + " " + charge + " waived" + amount.map(a -> ": " + a).orElse("");
    }

    private Object writeReplace() {
      return new Form(date, charge, amount.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(LocalDate date, Charge charge, Money amount) implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new ChargeWaived(date, charge, Optional.ofNullable(amount));
      }
    }
  }

  /**
   * A waiver was taken back, wholly or in part: the charge is owed again.
   *
   * @param date the day on which it happened
   * @param charge what is owed again
   * @param amount how much; no more than was waived counts
   */
  record ChargeReinstated(LocalDate date, Charge charge, Money amount) implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The end of a waiver.
     *
     * @param date the day on which it happened
     * @param charge what is owed again
     * @param amount how much; no more than was waived counts
     */
    public ChargeReinstated {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(charge, "charge");
      Objects.requireNonNull(amount, "amount");
      check(date, amount);
    }

    @Override
    public String toString() {
      return date + " " + charge + " reinstated: " + amount;
    }
  }

  /**
   * A charge was assessed by mistake: it counts as never assessed, and can be assessed anew.
   *
   * @param date the day on which it happened
   * @param charge what was assessed
   * @param amount how much; no more than was assessed counts
   * @param step the step whose fee it was; empty for what accrues by itself
   */
  record ChargeReversed(LocalDate date, Charge charge, Money amount, Optional<String> step)
      implements LedgerEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A mistake, mended.
     *
     * @param date the day on which it happened
     * @param charge what was assessed
     * @param amount how much; no more than was assessed counts
     * @param step the step whose fee it was; empty for what accrues by itself
     */
    public ChargeReversed {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(charge, "charge");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(step, "step");
      check(date, amount);
    }

    @Override
    public String toString() {
      return date + " " + charge + " reversed: " + amount + step.map(s -> " at " + s).orElse("");
    }

    private Object writeReplace() {
      return new Form(date, charge, amount, step.orElse(null));
    }

    /** The serial form, without an optional. */
    private record Form(LocalDate date, Charge charge, Money amount, String step)
        implements Serializable {
      private static final long serialVersionUID = 1L;

      private Object readResolve() {
        return new ChargeReversed(date, charge, amount, Optional.ofNullable(step));
      }
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
