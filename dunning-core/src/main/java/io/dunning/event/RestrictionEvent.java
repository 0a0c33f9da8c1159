package io.dunning.event;

import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The debt may not be chased for a while: the creditor put it on hold, or the law or the customer
 * restricts what may be done. Immutable and thread-safe.
 */
public sealed interface RestrictionEvent extends LedgerEvent {

  @Override
  default void accept(LedgerEvent.Visitor visitor) {
    visitor.restriction(this);
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
     * Handles a {@link Hold}.
     *
     * @param event the event
     */
    void hold(Hold event);

    /**
     * Handles a {@link HoldReleased}.
     *
     * @param event the event
     */
    void holdReleased(HoldReleased event);

    /**
     * Handles a {@link Restricted}.
     *
     * @param event the event
     */
    void restricted(Restricted event);

    /**
     * Handles a {@link RestrictionLifted}.
     *
     * @param event the event
     */
    void restrictionLifted(RestrictionLifted event);
  }

  /**
   * Nothing is to be done for a while.
   *
   * @param date the first day of the hold, included
   * @param reason why, in the user's words
   * @param until the last day of the hold, included; empty for a hold without an end
   */
  record Hold(LocalDate date, String reason, Optional<LocalDate> until)
      implements RestrictionEvent {
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
      EventChecks.checkEnd("hold", date, until.orElse(null));
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.hold(this);
    }

    @Override
    public String toString() {
      return date
          + " hold"
          + EventChecks.bracketed(reason)
          + until.map(d -> " through " + d).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The holds in force end; the day of the release is not held any more.
   *
   * @param date the day on which it happened
   */
  record HoldReleased(LocalDate date) implements RestrictionEvent {
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
    public void accept(Visitor visitor) {
      visitor.holdReleased(this);
    }

    @Override
    public String toString() {
      return date + " hold released";
    }
  }

  /**
   * From this day on, only steps that allow the restriction may be taken; a person may decide
   * otherwise.
   *
   * @param date the day on which it happened
   * @param restriction what happened
   * @param until the last day, included; empty if it has no end
   * @param note more about it, such as to whom the debt was handed over
   */
  record Restricted(LocalDate date, Restriction restriction, Optional<LocalDate> until, String note)
      implements RestrictionEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The beginning of a restriction.
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
      EventChecks.checkEnd("restriction", date, until.orElse(null));
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.restricted(this);
    }

    @Override
    public String toString() {
      return date
          + " "
          + restriction
          + EventChecks.bracketed(note)
          + until.map(d -> " through " + d).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * A restriction is over: the proceedings are closed, the debt was recalled. The day itself is
   * free.
   *
   * @param date the day on which it happened
   * @param restriction what is over
   */
  record RestrictionLifted(LocalDate date, Restriction restriction) implements RestrictionEvent {
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
    public void accept(Visitor visitor) {
      visitor.restrictionLifted(this);
    }

    @Override
    public String toString() {
      return date + " no longer " + restriction;
    }
  }
}
