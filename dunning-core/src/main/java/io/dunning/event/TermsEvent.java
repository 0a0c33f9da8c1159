package io.dunning.event;

import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The creditor granted more time or other terms, or somebody found out until when the claim can be
 * enforced. Immutable and thread-safe.
 */
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

    /**
     * Handles a {@link LimitationSet}.
     *
     * @param event the event
     */
    void limitationSet(LimitationSet event);

    /**
     * Handles a {@link LimitationSuspended}.
     *
     * @param event the event
     */
    void limitationSuspended(LimitationSuspended event);

    /**
     * Handles a {@link LimitationResumed}.
     *
     * @param event the event
     */
    void limitationResumed(LimitationResumed event);
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

  /**
   * The last day on which the claim can be enforced at law is known: by statute, or anew because
   * the customer acknowledged the debt or paid a part of it, where the law lets that count. The
   * library does not know the law: whoever records the event found out the day. Takes the place of
   * a day that was recorded before.
   *
   * @param date the day on which it happened
   * @param lastDay the last day on which the claim can be enforced, included; the claim has lapsed
   *     from the day after it. It may lie before the date
   * @param why why it is this day, such as {@code acknowledged}; empty if nothing is to be said
   */
  record LimitationSet(LocalDate date, LocalDate lastDay, String why) implements TermsEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The last day of a claim.
     *
     * @param date the day on which it happened
     * @param lastDay the last day on which the claim can be enforced, included
     * @param why why it is this day; empty if nothing is to be said
     */
    public LimitationSet {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(lastDay, "lastDay");
      Objects.requireNonNull(why, "why");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.limitationSet(this);
    }

    @Override
    public boolean needsInvoice() {
      return true;
    }

    /** Such as {@code 2026-03-02 claim can be enforced through 2029-12-31 (acknowledged)}. */
    @Override
    public String toString() {
      return date + " claim can be enforced through " + lastDay + EventChecks.bracketed(why);
    }
  }

  /**
   * The time in which the claim can be enforced stands still, such as while the parties negotiate
   * or a court deals with it. Each day of the suspension makes the claim last a day longer, once. A
   * suspension that begins after the claim has lapsed changes nothing.
   *
   * @param date the first day of the suspension, included
   * @param until its last day, included; empty if it has no end yet
   * @param why what suspends it, such as {@code negotiations}; empty if nothing is to be said
   */
  record LimitationSuspended(LocalDate date, Optional<LocalDate> until, String why)
      implements TermsEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A suspension.
     *
     * @param date the first day of the suspension, included
     * @param until its last day, included; empty if it has no end yet
     * @param why what suspends it; empty if nothing is to be said
     */
    public LimitationSuspended {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(why, "why");
      EventChecks.checkEnd("suspension", date, until.orElse(null));
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.limitationSuspended(this);
    }

    @Override
    public boolean needsInvoice() {
      return true;
    }

    /** Such as {@code 2026-03-02 limitation suspended (negotiations) through 2026-05-31}. */
    @Override
    public String toString() {
      return date
          + " limitation suspended"
          + EventChecks.bracketed(why)
          + until.map(d -> " through " + d).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * A suspension of the limitation ends: this day counts again.
   *
   * @param date the first day that counts again
   */
  record LimitationResumed(LocalDate date) implements TermsEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The end of a suspension.
     *
     * @param date the first day that counts again
     */
    public LimitationResumed {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.limitationResumed(this);
    }

    @Override
    public boolean needsInvoice() {
      return true;
    }

    @Override
    public String toString() {
      return date + " limitation runs again";
    }
  }
}
