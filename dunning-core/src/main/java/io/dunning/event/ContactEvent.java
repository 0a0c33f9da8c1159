package io.dunning.event;

import io.dunning.action.Channel;
import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Creditor and customer were in contact outside the ladder, or the customer said how they may be
 * contacted. Immutable and thread-safe.
 */
public sealed interface ContactEvent extends LedgerEvent {

  @Override
  default void accept(LedgerEvent.Visitor visitor) {
    visitor.contact(this);
  }

  /**
   * Hands this event to the method for its kind.
   *
   * @param visitor who handles the events of this family
   */
  void accept(Visitor visitor);

  @Override
  default List<Money> amounts() {
    return List.of();
  }

  @Override
  default boolean needsInvoice() {
    return false;
  }

  /** Handles each kind of event of this family; a new kind has to be answered here. */
  interface Visitor {
    /**
     * Handles a {@link Contact}.
     *
     * @param event the event
     */
    void contact(Contact event);

    /**
     * Handles a {@link ContactInvited}.
     *
     * @param event the event
     */
    void contactInvited(ContactInvited event);

    /**
     * Handles a {@link CustomerReplied}.
     *
     * @param event the event
     */
    void customerReplied(CustomerReplied event);

    /**
     * Handles a {@link NoticeGiven}.
     *
     * @param event the event
     */
    void noticeGiven(NoticeGiven event);

    /**
     * Handles an {@link OptedOut}.
     *
     * @param event the event
     */
    void optedOut(OptedOut event);

    /**
     * Handles an {@link OptedIn}.
     *
     * @param event the event
     */
    void optedIn(OptedIn event);
  }

  /** Who began a contact. */
  enum Direction {
    /** The creditor. */
    OUT,
    /** The customer. */
    IN
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
    INFORMATION("information"),
    /** Thanks for a payment; for rules of contact it is information. */
    THANKS("thanks");

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
   * @param person the name of the contact person with whom it was, or was attempted; empty if it is
   *     not known. Limits that count each person apart count a contact without a person for
   *     everybody.
   */
  record Contact(
      LocalDate date,
      Channel channel,
      Direction direction,
      Reached reached,
      Purpose purpose,
      String collector,
      String person)
      implements ContactEvent {
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
     * @param person the name of the contact person with whom it was, or was attempted; empty if it
     *     is not known
     */
    public Contact {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(channel, "channel");
      Objects.requireNonNull(direction, "direction");
      Objects.requireNonNull(reached, "reached");
      Objects.requireNonNull(purpose, "purpose");
      Objects.requireNonNull(collector, "collector");
      Objects.requireNonNull(person, "person");
    }

    /**
     * A contact with nobody in particular.
     *
     * @param date the day on which it happened
     * @param channel how
     * @param direction who began it
     * @param reached who was reached
     * @param purpose what it was for
     * @param collector who else collects and made the contact; empty if the keeper of the ledger
     *     did
     */
    public Contact(
        LocalDate date,
        Channel channel,
        Direction direction,
        Reached reached,
        Purpose purpose,
        String collector) {
      this(date, channel, direction, reached, purpose, collector, "");
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
     * {@return this contact for a purpose}
     *
     * @param other what it was for
     */
    public Contact withPurpose(Purpose other) {
      return new Contact(date, channel, direction, reached, other, collector, person);
    }

    /**
     * {@return this contact made by another collector}
     *
     * @param who the collector
     */
    public Contact by(String who) {
      return new Contact(date, channel, direction, reached, purpose, who, person);
    }

    /**
     * {@return this contact with a contact person}
     *
     * @param name the name of the person with whom it was, or was attempted; empty if it is not
     *     known
     */
    public Contact with(String name) {
      return new Contact(date, channel, direction, reached, purpose, collector, name);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.contact(this);
    }

    @Override
    public String toString() {
      return date
          + (direction == Direction.IN ? " contact from the customer by " : " contact by ")
          + channel
          + (person.isEmpty() ? "" : " with " + person)
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
  record ContactInvited(LocalDate date, Optional<LocalDate> until) implements ContactEvent {
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
      EventChecks.checkEnd("invitation to contact", date, until.orElse(null));
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.contactInvited(this);
    }

    @Override
    public String toString() {
      return date + " contact invited" + until.map(d -> " until " + d).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The customer answered. Not a contact by the creditor.
   *
   * @param date the day on which it happened
   * @param reply what the answer comes to
   * @param why why the customer has not paid; empty if the answer gives no reason
   * @param note what the customer said
   */
  record CustomerReplied(LocalDate date, Reply reply, Optional<NonpaymentReason> why, String note)
      implements ContactEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An answer.
     *
     * @param date the day on which it happened
     * @param reply what the answer comes to
     * @param why why the customer has not paid; empty if the answer gives no reason
     * @param note what the customer said
     */
    public CustomerReplied {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(reply, "reply");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(note, "note");
    }

    /**
     * An answer that gives no reason.
     *
     * @param date the day on which it happened
     * @param reply what the answer comes to
     * @param note what the customer said
     */
    public CustomerReplied(LocalDate date, Reply reply, String note) {
      this(date, reply, Optional.empty(), note);
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
    public void accept(Visitor visitor) {
      visitor.customerReplied(this);
    }

    @Override
    public String toString() {
      return date
          + " customer replied"
          + (reply == Reply.OTHER ? "" : ", " + reply)
          + why.map(w -> ", reason: " + w).orElse("")
          + EventChecks.bracketed(note);
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * A notice was given that rules of contact require, such as the notice of who collects. Taking a
   * step of that name counts as well.
   *
   * @param date the day on which it was sent
   * @param notice its name, as the rule set has it
   */
  record NoticeGiven(LocalDate date, String notice) implements ContactEvent {
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
    public void accept(Visitor visitor) {
      visitor.noticeGiven(this);
    }

    @Override
    public String toString() {
      return date + " notice given: " + notice;
    }
  }

  /**
   * The customer does not want to be contacted by a channel any more.
   *
   * @param date the day on which it happened
   * @param channel the channel
   */
  record OptedOut(LocalDate date, Channel channel) implements ContactEvent {
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
    public void accept(Visitor visitor) {
      visitor.optedOut(this);
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
  record OptedIn(LocalDate date, Channel channel) implements ContactEvent {
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
    public void accept(Visitor visitor) {
      visitor.optedIn(this);
    }

    @Override
    public String toString() {
      return date + " opted in to " + channel;
    }
  }
}
