package io.dunning.event;

import io.dunning.money.Money;
import io.dunning.serial.RecordForm;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Creditor and customer agreed on something about paying: a promise, a plan, a settlement.
 * Immutable and thread-safe.
 */
public sealed interface AgreementEvent extends LedgerEvent {

  @Override
  default void accept(LedgerEvent.Visitor visitor) {
    visitor.agreement(this);
  }

  /**
   * Hands this event to the method for its kind.
   *
   * @param visitor who handles the events of this family
   */
  void accept(Visitor visitor);

  /**
   * {@return what the agreement is about} An event about a promise or a plan ends the one before
   * it, whether it replaces it or takes it back.
   */
  Subject subject();

  /** What creditor and customer can agree on about paying. */
  enum Subject {
    /** A promise to pay. */
    PROMISE,
    /** A payment plan or an accepted settlement. */
    PLAN,
    /** An offer to settle that is not accepted. */
    OFFER,
    /** One more promise, plan, deferral or hold than the policy has patience for. */
    FURTHER
  }

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
     * Handles a {@link PromiseToPay}.
     *
     * @param event the event
     */
    void promiseToPay(PromiseToPay event);

    /**
     * Handles a {@link PromiseWithdrawn}.
     *
     * @param event the event
     */
    void promiseWithdrawn(PromiseWithdrawn event);

    /**
     * Handles a {@link PlanAgreed}.
     *
     * @param event the event
     */
    void planAgreed(PlanAgreed event);

    /**
     * Handles a {@link PlanCancelled}.
     *
     * @param event the event
     */
    void planCancelled(PlanCancelled event);

    /**
     * Handles a {@link SettlementOffered}.
     *
     * @param event the event
     */
    void settlementOffered(SettlementOffered event);

    /**
     * Handles a {@link SettlementLapsed}.
     *
     * @param event the event
     */
    void settlementLapsed(SettlementLapsed event);

    /**
     * Handles a {@link FurtherGranted}.
     *
     * @param event the event
     */
    void furtherGranted(FurtherGranted event);
  }

  /**
   * The customer promised to pay. A later promise replaces an earlier one.
   *
   * @param date the day of the promise
   * @param amount how much was promised, or empty for all that is open
   * @param until the last day on which the payment is in time
   */
  record PromiseToPay(LocalDate date, Optional<Money> amount, LocalDate until)
      implements AgreementEvent {
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
      EventChecks.checkAmount("promise to pay", date, amount);
      EventChecks.checkEnd("promise to pay", date, until);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.promiseToPay(this);
    }

    @Override
    public Subject subject() {
      return Subject.PROMISE;
    }

    @Override
    public List<Money> amounts() {
      return amount.map(List::of).orElse(List.of());
    }

    @Override
    public String toString() {
      return date + " promise to pay " + amount.map(Money::toString).orElse("all") + " by " + until;
    }

    private Object writeReplace() {
      return new RecordForm(this);
    }
  }

  /**
   * The customer or the creditor took the running promise back; it is not broken.
   *
   * @param date the day on which it happened
   */
  record PromiseWithdrawn(LocalDate date) implements AgreementEvent {
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
    public void accept(Visitor visitor) {
      visitor.promiseWithdrawn(this);
    }

    @Override
    public Subject subject() {
      return Subject.PROMISE;
    }

    @Override
    public String toString() {
      return date + " promise withdrawn";
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
   * @param proposedOn the day at whose end the parts were worked out, not after {@code date}; what
   *     was paid later counts for the plan
   */
  record PlanAgreed(
      LocalDate date, List<Instalment> instalments, boolean settles, LocalDate proposedOn)
      implements AgreementEvent {
    private static final long serialVersionUID = 1L;

    /**
     * A payment plan or settlement.
     *
     * @param date the day on which it happened
     * @param instalments what is to be paid by when, at least one part; sorted here
     * @param settles whether the parts settle the debt, whatever is open
     * @param proposedOn the day at whose end the parts were worked out
     */
    public PlanAgreed {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(proposedOn, "proposedOn");
      Objects.requireNonNull(instalments, "instalments");
      if (proposedOn.isAfter(date)) {
        throw new IllegalArgumentException(
            "payment plan was agreed before it was proposed: " + date + ", " + proposedOn);
      }
      instalments =
          List.copyOf(instalments).stream().sorted(Comparator.comparing(Instalment::due)).toList();
      if (instalments.isEmpty()) {
        throw new IllegalArgumentException("payment plan has no instalments: " + date);
      }
    }

    /**
     * A payment plan or settlement that counts payments after it was agreed.
     *
     * @param date the day on which it happened
     * @param instalments what is to be paid by when, at least one part; sorted here
     * @param settles whether the parts settle the debt, whatever is open
     */
    public PlanAgreed(LocalDate date, List<Instalment> instalments, boolean settles) {
      this(date, instalments, settles, date);
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
    public void accept(Visitor visitor) {
      visitor.planAgreed(this);
    }

    @Override
    public Subject subject() {
      return Subject.PLAN;
    }

    @Override
    public List<Money> amounts() {
      return instalments.stream().map(Instalment::amount).toList();
    }

    @Override
    public String toString() {
      return date
          + (settles ? " settlement accepted: " : " payment plan agreed: ")
          + instalments.stream().map(Instalment::toString).collect(Collectors.joining(", "))
          + (proposedOn.equals(date) ? "" : ", as proposed on " + proposedOn);
    }
  }

  /**
   * The payment plan was cancelled by either side; it is not broken.
   *
   * @param date the day on which it happened
   */
  record PlanCancelled(LocalDate date) implements AgreementEvent {
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
    public void accept(Visitor visitor) {
      visitor.planCancelled(this);
    }

    @Override
    public Subject subject() {
      return Subject.PLAN;
    }

    @Override
    public String toString() {
      return date + " payment plan cancelled";
    }
  }

  /**
   * The creditor offered to take less than is owed: on an invoice, or on an account for all that it
   * owes. An offer on the account stands beside each invoice, whatever its currency.
   *
   * @param date the day on which it happened
   * @param amount what would settle the debt
   * @param until the last day on which it can be accepted, included
   */
  record SettlementOffered(LocalDate date, Money amount, LocalDate until)
      implements AgreementEvent {
    private static final long serialVersionUID = 1L;

    /**
     * An offer.
     *
     * @param date the day on which it happened
     * @param amount what would settle the debt
     * @param until the last day on which it can be accepted, included
     */
    public SettlementOffered {
      EventChecks.checkAmount("offer to settle", date, amount);
      Objects.requireNonNull(until, "until");
      EventChecks.checkEnd("offer to settle", date, until);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.settlementOffered(this);
    }

    @Override
    public Subject subject() {
      return Subject.OFFER;
    }

    @Override
    public List<Money> amounts() {
      return List.of(amount);
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
  record SettlementLapsed(LocalDate date) implements AgreementEvent {
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
    public void accept(Visitor visitor) {
      visitor.settlementLapsed(this);
    }

    @Override
    public Subject subject() {
      return Subject.OFFER;
    }

    @Override
    public String toString() {
      return date + " settlement lapsed";
    }
  }

  /**
   * Someone granted one more promise, plan, deferral or hold than the policy has patience for. It
   * lets the earliest of that kind hold that would not, whether it was recorded before or is
   * recorded later. It changes nothing while the policy has patience left.
   *
   * @param date the day on which it happened
   * @param concession the kind of which one more was granted
   * @param by who granted it, such as {@code head of credit}; not blank
   */
  record FurtherGranted(LocalDate date, Concession concession, String by)
      implements AgreementEvent {
    private static final long serialVersionUID = 1L;

    /**
     * One more that was granted.
     *
     * @param date the day on which it happened
     * @param concession the kind of which one more was granted
     * @param by who granted it; not blank
     */
    public FurtherGranted {
      Objects.requireNonNull(date, "date");
      Objects.requireNonNull(concession, "concession");
      Objects.requireNonNull(by, "by");
      EventChecks.checkNotBlank("who granted a further " + concession, Optional.of(by));
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.furtherGranted(this);
    }

    @Override
    public Subject subject() {
      return Subject.FURTHER;
    }

    @Override
    public String toString() {
      return date + " further " + concession + " granted by " + by;
    }
  }
}
