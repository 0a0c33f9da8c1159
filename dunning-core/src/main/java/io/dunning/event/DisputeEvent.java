package io.dunning.event;

import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The customer contests the debt, or a dispute ended. Immutable and thread-safe. */
public sealed interface DisputeEvent extends LedgerEvent {

  @Override
  default void accept(LedgerEvent.Visitor visitor) {
    visitor.dispute(this);
  }

  /**
   * Hands this event to the method for its kind.
   *
   * @param visitor who handles the events of this family
   */
  void accept(Visitor visitor);

  /** Handles each kind of event of this family; a new kind has to be answered here. */
  interface Visitor {
    /**
     * Handles a {@link DisputeOpened}.
     *
     * @param event the event
     */
    void disputeOpened(DisputeOpened event);

    /**
     * Handles a {@link DisputeResolved}.
     *
     * @param event the event
     */
    void disputeResolved(DisputeResolved event);
  }

  /** How a dispute ended. */
  enum Outcome {
    /** Not recorded. */
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

  /**
   * The customer contests the invoice or the account, in whole or in part. Several disputes can be
   * open at once; their parts add up. A part of an account is contested on its invoices.
   *
   * @param date the day on which it happened
   * @param reason why, in the user's words; disputes are counted by it
   * @param amount how much is contested; empty for all of it
   * @param id by which a {@link DisputeResolved} names the dispute; empty if it has none
   * @param openedBy who opened it, such as {@code "customer portal"}; empty if that is not known
   */
  record DisputeOpened(
      LocalDate date,
      String reason,
      Optional<Money> amount,
      Optional<String> id,
      Optional<String> openedBy)
      implements DisputeEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A dispute.
     *
     * @param date the day on which it happened
     * @param reason why, in the user's words; disputes are counted by it
     * @param amount how much is contested; empty for all of it
     * @param id by which a {@link DisputeResolved} names the dispute; empty if it has none
     * @param openedBy who opened it; empty if that is not known
     */
    public DisputeOpened {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(openedBy, "openedBy");
      EventChecks.checkAmount("dispute", date, amount);
      EventChecks.checkNotBlank("id of a dispute", id);
      EventChecks.checkNotBlank("who opened a dispute", openedBy);
    }

    /**
     * A dispute without an id.
     *
     * @param date the day on which it happened
     * @param reason why, in the user's words
     * @param amount how much is contested; empty for all of it
     */
    public DisputeOpened(LocalDate date, String reason, Optional<Money> amount) {
      this(date, reason, amount, Optional.empty(), Optional.empty());
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

    /**
     * {@return this dispute with an id}
     *
     * @param name the id, unique on its invoice or account, not blank
     */
    public DisputeOpened withId(String name) {
      Objects.requireNonNull(name, "name");
      return new DisputeOpened(date, reason, amount, Optional.of(name), openedBy);
    }

    /**
     * {@return this dispute with who opened it}
     *
     * @param who such as {@code "customer portal"}
     */
    public DisputeOpened by(String who) {
      Objects.requireNonNull(who, "who");
      return new DisputeOpened(date, reason, amount, id, Optional.of(who));
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.disputeOpened(this);
    }

    @Override
    public List<Money> amounts() {
      return amount.map(List::of).orElse(List.of());
    }

    @Override
    public boolean needsInvoice() {
      return amount.isPresent();
    }

    @Override
    public String toString() {
      return date
          + " dispute"
          + id.map(i -> " " + i).orElse("")
          + " opened"
          + openedBy.map(w -> " by " + w).orElse("")
          + amount.map(a -> " over " + a).orElse("")
          + EventChecks.bracketed(reason);
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * A dispute ended. If the customer won, its amount stays held until a credit of it is booked. A
   * later event about the same id corrects the outcome.
   *
   * @param date the day on which it happened
   * @param outcome who was right
   * @param id of the dispute that ended; empty for the one that was opened last and is still open
   */
  record DisputeResolved(LocalDate date, Outcome outcome, Optional<String> id)
      implements DisputeEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The end of a dispute.
     *
     * @param date the day on which it happened
     * @param outcome who was right
     * @param id of the dispute that ended; empty for the one that was opened last and is still open
     */
    public DisputeResolved {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(id, "id");
      EventChecks.checkNotBlank("id of a dispute", id);
    }

    /**
     * The end of the dispute that was opened last and is still open.
     *
     * @param date the day on which it happened
     * @param outcome who was right
     */
    public DisputeResolved(LocalDate date, Outcome outcome) {
      this(date, outcome, Optional.empty());
    }

    /**
     * The end of the dispute that was opened last and is still open, whoever was right.
     *
     * @param date the day on which it happened
     */
    public DisputeResolved(LocalDate date) {
      this(date, Outcome.UNKNOWN);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.disputeResolved(this);
    }

    @Override
    public List<Money> amounts() {
      return List.of();
    }

    @Override
    public boolean needsInvoice() {
      return false;
    }

    @Override
    public String toString() {
      return date
          + " dispute"
          + id.map(i -> " " + i).orElse("")
          + " resolved"
          + (outcome == Outcome.UNKNOWN ? "" : ": " + outcome);
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }
}
