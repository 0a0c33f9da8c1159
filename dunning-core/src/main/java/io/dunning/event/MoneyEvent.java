package io.dunning.event;

import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Money moved, or the debt itself changed in the books. Immutable and thread-safe. */
public sealed interface MoneyEvent extends LedgerEvent {

  @Override
  default void accept(LedgerEvent.Visitor visitor) {
    visitor.money(this);
  }

  /**
   * Hands this event to the method for its kind.
   *
   * @param visitor who handles the events of this family
   */
  void accept(Visitor visitor);

  /**
   * {@return how much it lowers what is owed: the amount of a payment, credit or discount; the
   * negative amount of a reversed payment, a reversed discount or a refund, which raise what is
   * owed; empty for write-offs, a void and what payments paid of charges, which move no money}
   */
  default Optional<Money> reduction() {
    return Optional.empty();
  }

  @Override
  default List<Money> amounts() {
    return List.of();
  }

  @Override
  default boolean needsInvoice() {
    return true;
  }

  /** Handles each kind of event of this family; a new kind has to be answered here. */
  interface Visitor {
    /**
     * Handles a {@link Payment}.
     *
     * @param event the event
     */
    void payment(Payment event);

    /**
     * Handles a {@link PaymentReversed}.
     *
     * @param event the event
     */
    void paymentReversed(PaymentReversed event);

    /**
     * Handles a {@link Credit}.
     *
     * @param event the event
     */
    void credit(Credit event);

    /**
     * Handles a {@link DiscountTaken}.
     *
     * @param event the event
     */
    void discountTaken(DiscountTaken event);

    /**
     * Handles a {@link DiscountReversed}.
     *
     * @param event the event
     */
    void discountReversed(DiscountReversed event);

    /**
     * Handles a {@link Refund}.
     *
     * @param event the event
     */
    void refund(Refund event);

    /**
     * Handles a {@link WrittenOff}.
     *
     * @param event the event
     */
    void writtenOff(WrittenOff event);

    /**
     * Handles a {@link Voided}.
     *
     * @param event the event
     */
    void voided(Voided event);

    /**
     * Handles a {@link ChargesPaid}.
     *
     * @param event the event
     */
    void chargesPaid(ChargesPaid event);

    /**
     * Handles a {@link PartWrittenOff}.
     *
     * @param event the event
     */
    void partWrittenOff(PartWrittenOff event);

    /**
     * Handles a {@link WriteOffReversed}.
     *
     * @param event the event
     */
    void writeOffReversed(WriteOffReversed event);
  }

  /**
   * Money came in.
   *
   * @param date the day on which it happened
   * @param amount how much, never negative
   */
  record Payment(LocalDate date, Money amount) implements MoneyEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A payment.
     *
     * @param date the day on which it happened
     * @param amount how much, never negative
     */
    public Payment {
      EventChecks.checkAmount("payment", date, amount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.payment(this);
    }

    @Override
    public Optional<Money> reduction() {
      return Optional.of(amount);
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public boolean needsInvoice() {
      return false;
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
  record PaymentReversed(LocalDate date, Money amount) implements MoneyEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A reversed payment.
     *
     * @param date the day on which it happened
     * @param amount how much, never negative
     */
    public PaymentReversed {
      EventChecks.checkAmount("reversed payment", date, amount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.paymentReversed(this);
    }

    @Override
    public Optional<Money> reduction() {
      return Optional.of(amount.unaryMinus());
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public boolean needsInvoice() {
      return false;
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
  record Credit(LocalDate date, Money amount) implements MoneyEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A credit.
     *
     * @param date the day on which it happened
     * @param amount how much, never negative
     */
    public Credit {
      EventChecks.checkAmount("credit", date, amount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.credit(this);
    }

    @Override
    public Optional<Money> reduction() {
      return Optional.of(amount);
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public String toString() {
      return date + " credit " + amount;
    }
  }

  /**
   * The customer took off a discount for early payment, and you accept it.
   *
   * <p>An invoice that knows its terms finds this event by itself as soon as a payment earns a
   * discount. Record it only for a discount beyond the terms, such as one that came a day late.
   *
   * @param date the day on which it happened
   * @param amount how much, never negative
   */
  record DiscountTaken(LocalDate date, Money amount) implements MoneyEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A discount that was taken.
     *
     * @param date the day on which it happened
     * @param amount how much, never negative
     */
    public DiscountTaken {
      EventChecks.checkAmount("discount", date, amount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.discountTaken(this);
    }

    @Override
    public Optional<Money> reduction() {
      return Optional.of(amount);
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public String toString() {
      return date + " discount taken " + amount;
    }
  }

  /**
   * A discount is owed again.
   *
   * <p>An invoice that knows its terms finds this event by itself as soon as the payment that
   * earned the discount is reversed or paid back. Record it only if you take back a discount for
   * another reason.
   *
   * @param date the day on which it happened
   * @param amount how much, never negative
   */
  record DiscountReversed(LocalDate date, Money amount) implements MoneyEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A discount that is owed again.
     *
     * @param date the day on which it happened
     * @param amount how much, never negative
     */
    public DiscountReversed {
      EventChecks.checkAmount("reversed discount", date, amount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.discountReversed(this);
    }

    @Override
    public Optional<Money> reduction() {
      return Optional.of(amount.unaryMinus());
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public String toString() {
      return date + " discount reversed " + amount;
    }
  }

  /**
   * Money was paid back to the customer.
   *
   * @param date the day on which it happened
   * @param amount how much, never negative
   */
  record Refund(LocalDate date, Money amount) implements MoneyEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A refund.
     *
     * @param date the day on which it happened
     * @param amount how much, never negative
     */
    public Refund {
      EventChecks.checkAmount("refund", date, amount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.refund(this);
    }

    @Override
    public Optional<Money> reduction() {
      return Optional.of(amount.unaryMinus());
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public String toString() {
      return date + " refund " + amount;
    }
  }

  /**
   * The rest was given up in the books. Later payments lower what was given up.
   *
   * @param date the day on which it happened
   */
  record WrittenOff(LocalDate date) implements MoneyEvent {
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
    public void accept(Visitor visitor) {
      visitor.writtenOff(this);
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
  record Voided(LocalDate date) implements MoneyEvent {
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
    public void accept(Visitor visitor) {
      visitor.voided(this);
    }

    @Override
    public String toString() {
      return date + " voided";
    }
  }

  /**
   * A part of a payment went to fees and interest, so it does not lower what is open. The rules for
   * charges write this down where payments pay charges first ({@code ChargeRules.posted}); a ledger
   * without such rules may record it itself.
   *
   * @param date the day of the payment, or the day on which this changed
   * @param amount how much of it paid charges; negative if what was recorded before no longer pays
   *     them, such as when the payment bounced or was paid back
   */
  record ChargesPaid(LocalDate date, Money amount) implements MoneyEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A part of a payment that paid charges.
     *
     * @param date the day of the payment, or the day on which this changed
     * @param amount how much of it paid charges; negative if what was recorded before no longer
     *     pays them
     */
    public ChargesPaid {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(amount, "amount");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.chargesPaid(this);
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public String toString() {
      return date + " charges paid " + amount;
    }
  }

  /**
   * A part of what is open was given up in the books; the rest stays owed. What comes in beyond the
   * rest recovers the part.
   *
   * @param date the day on which it happened
   * @param amount how much was given up, never negative; all that is open, if that is less
   */
  record PartWrittenOff(LocalDate date, Money amount) implements MoneyEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A write-off of a part.
     *
     * @param date the day on which it happened
     * @param amount how much was given up, never negative; all that is open, if that is less
     */
    public PartWrittenOff {
      EventChecks.checkAmount("write-off of a part", date, amount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.partWrittenOff(this);
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public String toString() {
      return date + " written off " + amount;
    }
  }

  /**
   * What was written off so far, whole or in part, is owed again.
   *
   * @param date the day on which it happened
   */
  record WriteOffReversed(LocalDate date) implements MoneyEvent {
    private static final long serialVersionUID = 1L;

    /**
     * The end of write-offs.
     *
     * @param date the day on which it happened
     */
    public WriteOffReversed {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.writeOffReversed(this);
    }

    @Override
    public String toString() {
      return date + " write-off reversed";
    }
  }
}
