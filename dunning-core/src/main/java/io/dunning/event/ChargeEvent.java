package io.dunning.event;

import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A fee or interest was charged, or a charge was given up or taken back. Charges stand beside what
 * is open on the invoice. Immutable and thread-safe.
 */
public sealed interface ChargeEvent extends LedgerEvent {

  @Override
  default void accept(LedgerEvent.Visitor visitor) {
    visitor.charge(this);
  }

  /**
   * Hands this event to the method for its kind.
   *
   * @param visitor who handles the events of this family
   */
  void accept(Visitor visitor);

  @Override
  default boolean needsInvoice() {
    return false;
  }

  /** Handles each kind of event of this family; a new kind has to be answered here. */
  interface Visitor {
    /**
     * Handles a {@link ChargeAssessed}.
     *
     * @param event the event
     */
    void chargeAssessed(ChargeAssessed event);

    /**
     * Handles a {@link ChargeWaived}.
     *
     * @param event the event
     */
    void chargeWaived(ChargeWaived event);

    /**
     * Handles a {@link ChargeReinstated}.
     *
     * @param event the event
     */
    void chargeReinstated(ChargeReinstated event);

    /**
     * Handles a {@link ChargeReversed}.
     *
     * @param event the event
     */
    void chargeReversed(ChargeReversed event);
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

  /**
   * A fee or interest was charged: the customer was told to pay it.
   *
   * @param date the day on which it happened
   * @param charge what was charged
   * @param amount how much; not negative
   * @param step the step whose fee it is; empty for what accrues by itself, such as interest
   */
  record ChargeAssessed(LocalDate date, Charge charge, Money amount, Optional<String> step)
      implements ChargeEvent {
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
      EventChecks.checkAmount("charge", date, amount);
      Objects.requireNonNull(charge, "charge");
      Objects.requireNonNull(step, "step");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.chargeAssessed(this);
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public String toString() {
      return date + " " + charge + " assessed: " + amount + step.map(s -> " at " + s).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
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
      implements ChargeEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A waiver.
     *
     * @param date the day on which it happened
     * @param charge what was given up
     * @param amount how much; empty for all that is owed of it on the day
     */
    public ChargeWaived {
      Objects.requireNonNull(charge, "charge");
      EventChecks.checkAmount("waiver", date, amount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.chargeWaived(this);
    }

    @Override
    public List<Money> amounts() {
      return amount.map(List::of).orElse(List.of());
    }

    @Override
    public String toString() {
      return date + " " + charge + " waived" + amount.map(a -> ": " + a).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * A waiver was taken back, wholly or in part: the charge is owed again.
   *
   * @param date the day on which it happened
   * @param charge what is owed again
   * @param amount how much; no more than was waived counts
   */
  record ChargeReinstated(LocalDate date, Charge charge, Money amount) implements ChargeEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The end of a waiver.
     *
     * @param date the day on which it happened
     * @param charge what is owed again
     * @param amount how much; no more than was waived counts
     */
    public ChargeReinstated {
      EventChecks.checkAmount("reinstated charge", date, amount);
      Objects.requireNonNull(charge, "charge");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.chargeReinstated(this);
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
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
      implements ChargeEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A charge was taken back, because it was a mistake.
     *
     * @param date the day on which it happened
     * @param charge what was assessed
     * @param amount how much; no more than was assessed counts
     * @param step the step whose fee it was; empty for what accrues by itself
     */
    public ChargeReversed {
      EventChecks.checkAmount("reversed charge", date, amount);
      Objects.requireNonNull(charge, "charge");
      Objects.requireNonNull(step, "step");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.chargeReversed(this);
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public String toString() {
      return date + " " + charge + " reversed: " + amount + step.map(s -> " at " + s).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }
}
