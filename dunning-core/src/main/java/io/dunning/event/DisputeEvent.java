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
   * The customer contests the invoice or the account, in whole or in part. Parts add up until all
   * disputes are resolved; a part of an account is contested on its invoices.
   *
   * @param date the day on which it happened
   * @param reason why, in the user's words
   * @param amount how much is contested; empty for all of it
   */
  record DisputeOpened(LocalDate date, String reason, Optional<Money> amount)
      implements DisputeEvent {
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
      amount.ifPresent(a -> EventChecks.check(date, a));
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
          + " dispute opened"
          + amount.map(a -> " over " + a).orElse("")
          + EventChecks.bracketed(reason);
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The open disputes are settled.
   *
   * @param date the day on which it happened
   * @param outcome who was right
   */
  record DisputeResolved(LocalDate date, Outcome outcome) implements DisputeEvent {
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
      return date + " dispute resolved" + (outcome == Outcome.UNKNOWN ? "" : ": " + outcome);
    }
  }
}
