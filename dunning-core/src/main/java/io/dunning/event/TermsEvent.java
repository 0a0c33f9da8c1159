package io.dunning.event;

import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The creditor granted more time or other terms. Immutable and thread-safe. */
public sealed interface TermsEvent extends LedgerEvent {

  @Override
  default void accept(LedgerEvent.Visitor visitor) {
    visitor.terms(this);
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

  /** Handles each kind of event of this family; a new kind has to be answered here. */
  interface Visitor {
    /**
     * Handles a {@link Deferral}.
     *
     * @param event the event
     */
    void deferral(Deferral event);

    /**
     * Handles a {@link TermsRenegotiated}.
     *
     * @param event the event
     */
    void termsRenegotiated(TermsRenegotiated event);
  }

  /**
   * Time was granted: steps count from another day than the due date. Aging is not affected.
   *
   * @param date the day on which it happened
   * @param until the day from which steps count, in place of an earlier due date
   */
  record Deferral(LocalDate date, LocalDate until) implements TermsEvent {
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
      EventChecks.checkEnd("deferral", date, until);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.deferral(this);
    }

    @Override
    public boolean needsInvoice() {
      return false;
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
  record TermsRenegotiated(LocalDate date, LocalDate due) implements TermsEvent {
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
    public void accept(Visitor visitor) {
      visitor.termsRenegotiated(this);
    }

    @Override
    public boolean needsInvoice() {
      return true;
    }

    @Override
    public String toString() {
      return date + " terms renegotiated: due " + due;
    }
  }
}
