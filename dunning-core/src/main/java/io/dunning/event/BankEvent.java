package io.dunning.event;

import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the bank says, or is asked to do: money that came in and may be a payment of the debt, how
 * recent the bank data are, how the customer pays, and what became of collections. None of it
 * changes what is open; a payment that was booked is a {@link MoneyEvent}. Immutable and
 * thread-safe.
 */
public sealed interface BankEvent extends LedgerEvent {

  @Override
  default void accept(LedgerEvent.Visitor visitor) {
    visitor.bank(this);
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
     * Handles a {@link CandidateReceipt}.
     *
     * @param event the event
     */
    void candidateReceipt(CandidateReceipt event);

    /**
     * Handles a {@link CandidateBooked}.
     *
     * @param event the event
     */
    void candidateBooked(CandidateBooked event);

    /**
     * Handles a {@link CandidateRejected}.
     *
     * @param event the event
     */
    void candidateRejected(CandidateRejected event);

    /**
     * Handles a {@link BankDataAsOf}.
     *
     * @param event the event
     */
    void bankDataAsOf(BankDataAsOf event);

    /**
     * Handles a {@link PaidBy}.
     *
     * @param event the event
     */
    void paidBy(PaidBy event);

    /**
     * Handles a {@link CollectionPlanned}.
     *
     * @param event the event
     */
    void collectionPlanned(CollectionPlanned event);

    /**
     * Handles a {@link CollectionFailed}.
     *
     * @param event the event
     */
    void collectionFailed(CollectionFailed event);

    /**
     * Handles a {@link Collected}.
     *
     * @param event the event
     */
    void collected(Collected event);
  }

  /**
   * Money came in that may be a payment of this debt, and nobody has booked it yet. Recorded on an
   * invoice, it may pay that invoice; on an account, it may pay any of its invoices, the oldest
   * first. A receipt with the same name replaces it.
   *
   * @param date the day on which it was proposed
   * @param id your name for the receipt, not blank
   * @param amount how much came in
   * @param from who sent it, as the bank says; empty text if that is not known
   * @param until the last day on which it holds steps, included; empty if the policy says how long
   */
  record CandidateReceipt(
      LocalDate date, String id, Money amount, String from, Optional<LocalDate> until)
      implements BankEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A receipt that is not booked.
     *
     * @param date the day on which it was proposed
     * @param id your name for the receipt
     * @param amount how much came in
     * @param from who sent it, as the bank says; empty text if that is not known
     * @param until the last day on which it holds steps, included; empty if the policy says how
     *     long
     * @throws IllegalArgumentException if the name is blank, the amount is negative, or the last
     *     day lies before the first
     */
    public CandidateReceipt {
      EventChecks.checkAmount("candidate receipt", date, amount);
      EventChecks.receipt(id);
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(until, "until");
      EventChecks.checkEnd("candidate receipt", date, until.orElse(null));
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.candidateReceipt(this);
    }

    @Override
    public String toString() {
      return date
          + " candidate receipt "
          + id
          + ": "
          + amount
          + (from.isBlank() ? "" : " from " + from)
          + until.map(d -> ", holds through " + d).orElse("");
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * A candidate receipt was booked: it is a payment of this debt or of another, recorded as such,
   * and holds nothing any more.
   *
   * @param date the day on which it was booked
   * @param id the name of the receipt
   */
  record CandidateBooked(LocalDate date, String id) implements BankEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A receipt that was booked.
     *
     * @param date the day on which it was booked
     * @param id the name of the receipt
     * @throws IllegalArgumentException if the name is blank
     */
    public CandidateBooked {
      Objects.requireNonNull(date, "date");
      EventChecks.receipt(id);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.candidateBooked(this);
    }

    @Override
    public String toString() {
      return date + " candidate receipt " + id + " booked";
    }
  }

  /**
   * A candidate receipt is no payment of this debt.
   *
   * @param date the day on which that was found out
   * @param id the name of the receipt
   */
  record CandidateRejected(LocalDate date, String id) implements BankEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A receipt that is for something else.
     *
     * @param date the day on which that was found out
     * @param id the name of the receipt
     * @throws IllegalArgumentException if the name is blank
     */
    public CandidateRejected {
      Objects.requireNonNull(date, "date");
      EventChecks.receipt(id);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.candidateRejected(this);
    }

    @Override
    public String toString() {
      return date + " candidate receipt " + id + " rejected";
    }
  }

  /**
   * What came in through this day is known.
   *
   * @param date the last day that the bank data cover, included
   */
  record BankDataAsOf(LocalDate date) implements BankEvent {
    private static final long serialVersionUID = 1L;

    /**
     * How recent the bank data are.
     *
     * @param date the last day that they cover, included
     */
    public BankDataAsOf {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.bankDataAsOf(this);
    }

    @Override
    public String toString() {
      return date + " bank data complete";
    }
  }

  /**
   * The customer pays in a certain way from now on, everything or one invoice. Collections that
   * were planned or failed before do not count any more.
   *
   * @param date the first day
   * @param method how it is paid
   */
  record PaidBy(LocalDate date, PaymentMethod method) implements BankEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A way to pay.
     *
     * @param date the first day
     * @param method how it is paid
     */
    public PaidBy {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(method, "method");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.paidBy(this);
    }

    @Override
    public String toString() {
      return date + " paid by " + method;
    }
  }

  /**
   * A collection was given to the bank or the card scheme.
   *
   * @param date the day on which it was planned
   * @param on the day on which it is to be collected
   */
  record CollectionPlanned(LocalDate date, LocalDate on) implements BankEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A collection.
     *
     * @param date the day on which it was planned
     * @param on the day on which it is to be collected
     * @throws IllegalArgumentException if it is to be collected before it was planned
     */
    public CollectionPlanned {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(on, "on");
      EventChecks.checkEnd("planned collection", date, on);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.collectionPlanned(this);
    }

    @Override
    public String toString() {
      return date + " collection planned for " + on;
    }
  }

  /**
   * A collection was declined or returned.
   *
   * @param date the day on which that became known
   * @param scheme whose code it is, as {@link FailureCodes} has it, such as {@code SEPA-SDD}; a
   *     scheme of your own is allowed
   * @param code the reason, such as {@code AM04}; empty text if none was given
   */
  record CollectionFailed(LocalDate date, String scheme, String code) implements BankEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A collection that failed.
     *
     * @param date the day on which that became known
     * @param scheme whose code it is
     * @param code the reason; empty text if none was given
     */
    public CollectionFailed {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(scheme, "scheme");
      Objects.requireNonNull(code, "code");
    }

    /**
     * {@return what kind of failure the code stands for, by the {@linkplain FailureCodes shipped
     * table}; {@link FailureClass#UNKNOWN} if the table does not have it}
     */
    public FailureClass failureClass() {
      return FailureCodes.find(scheme, code)
          .map(FailureCodes.FailureCode::failureClass)
          .orElse(FailureClass.UNKNOWN);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.collectionFailed(this);
    }

    @Override
    public String toString() {
      return date + " collection failed" + EventChecks.bracketed((scheme + " " + code).strip());
    }
  }

  /**
   * A collection went through. The payment is recorded as a {@link MoneyEvent.Payment}.
   *
   * @param date the day on which it was collected
   */
  record Collected(LocalDate date) implements BankEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A collection that went through.
     *
     * @param date the day on which it was collected
     */
    public Collected {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.collected(this);
    }

    @Override
    public String toString() {
      return date + " collected";
    }
  }
}
