package io.dunning.event;

import io.dunning.action.Channel;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened to an invoice or an account on a day. Events of one day count in the
 * order in which they were entered. Amounts are never negative, except for charges that are paid
 * back ({@link #chargesPaid}), and nothing ends before it begins: a factory that is handed other
 * values throws {@link IllegalArgumentException}. Immutable and thread-safe.
 */
public sealed interface LedgerEvent extends Serializable
    permits MoneyEvent,
        ChargeEvent,
        DisputeEvent,
        AgreementEvent,
        TermsEvent,
        RestrictionEvent,
        StepEvent,
        ContactEvent,
        DeliveryEvent,
        BankEvent {

  /** {@return the day on which it happened} */
  LocalDate date();

  /**
   * {@return the amounts that it names, all in the currency of the invoice; empty if it names none}
   */
  List<Money> amounts();

  /**
   * {@return whether it happens to a single invoice only, so that an account as a whole cannot have
   * it, such as a credit, a refund or a write-off}
   */
  boolean needsInvoice();

  /**
   * Hands this event to the method for its family.
   *
   * @param visitor who handles events
   */
  void accept(Visitor visitor);

  /**
   * {@return this event, entered into the books on a day}
   *
   * @param day the day of entry
   */
  default BookedEvent bookedOn(LocalDate day) {
    return new BookedEvent(this, day);
  }

  /**
   * {@return this event with evidence, booked on its own day}
   *
   * @param evidence who did it, at what time, and where the proof is filed
   */
  default BookedEvent with(Evidence evidence) {
    return new BookedEvent(this, date(), evidence);
  }

  /** Handles each family of events; a new family has to be answered here. */
  interface Visitor {
    /**
     * Handles a {@link MoneyEvent}.
     *
     * @param event the event
     */
    void money(MoneyEvent event);

    /**
     * Handles a {@link ChargeEvent}.
     *
     * @param event the event
     */
    void charge(ChargeEvent event);

    /**
     * Handles a {@link DisputeEvent}.
     *
     * @param event the event
     */
    void dispute(DisputeEvent event);

    /**
     * Handles an {@link AgreementEvent}.
     *
     * @param event the event
     */
    void agreement(AgreementEvent event);

    /**
     * Handles a {@link TermsEvent}.
     *
     * @param event the event
     */
    void terms(TermsEvent event);

    /**
     * Handles a {@link RestrictionEvent}.
     *
     * @param event the event
     */
    void restriction(RestrictionEvent event);

    /**
     * Handles a {@link StepEvent}.
     *
     * @param event the event
     */
    void step(StepEvent event);

    /**
     * Handles a {@link ContactEvent}.
     *
     * @param event the event
     */
    void contact(ContactEvent event);

    /**
     * Handles a {@link DeliveryEvent}.
     *
     * @param event the event
     */
    void delivery(DeliveryEvent event);

    /**
     * Handles a {@link BankEvent}.
     *
     * @param event the event
     */
    void bank(BankEvent event);
  }

  /**
   * {@return the event: money came in}
   *
   * @param date the day on which it came in
   * @param amount how much, never negative
   */
  static LedgerEvent payment(LocalDate date, Money amount) {
    return new MoneyEvent.Payment(date, amount);
  }

  /**
   * {@return the event: a payment bounced or was charged back: the debt is open again}
   *
   * @param date the day of the reversal
   * @param amount how much, never negative
   */
  static LedgerEvent paymentReversed(LocalDate date, Money amount) {
    return new MoneyEvent.PaymentReversed(date, amount);
  }

  /**
   * {@return the event: a credit note lowered the debt}
   *
   * @param date the day of the credit note
   * @param amount how much, never negative
   */
  static LedgerEvent credit(LocalDate date, Money amount) {
    return new MoneyEvent.Credit(date, amount);
  }

  /**
   * {@return the event: you accept a discount that the customer took off without having earned it
   * by the terms}
   *
   * @param date the day on which you accept it
   * @param amount how much, never negative
   */
  static LedgerEvent discountTaken(LocalDate date, Money amount) {
    return new MoneyEvent.DiscountTaken(date, amount);
  }

  /**
   * {@return the event: a discount that was taken is owed again}
   *
   * @param date the day on which you take it back
   * @param amount how much, never negative
   */
  static LedgerEvent discountReversed(LocalDate date, Money amount) {
    return new MoneyEvent.DiscountReversed(date, amount);
  }

  /**
   * {@return the event: money was paid back to the customer}
   *
   * @param date the day of the refund
   * @param amount how much, never negative
   */
  static LedgerEvent refund(LocalDate date, Money amount) {
    return new MoneyEvent.Refund(date, amount);
  }

  /**
   * {@return the event: the rest was given up in the books}
   *
   * @param date the day of the write-off
   */
  static LedgerEvent writtenOff(LocalDate date) {
    return new MoneyEvent.WrittenOff(date);
  }

  /**
   * {@return the event: a part of what is open was given up in the books}
   *
   * @param date the day of the write-off
   * @param amount how much, never negative
   */
  static LedgerEvent partWrittenOff(LocalDate date, Money amount) {
    return new MoneyEvent.PartWrittenOff(date, amount);
  }

  /**
   * {@return the event: what was written off is owed again}
   *
   * @param date the day of the reversal
   */
  static LedgerEvent writeOffReversed(LocalDate date) {
    return new MoneyEvent.WriteOffReversed(date);
  }

  /**
   * {@return the event: a part of a payment went to fees and interest}
   *
   * @param date the day of the payment, or the day on which this changed
   * @param amount how much of it paid charges; negative if what was recorded before no longer pays
   *     them
   */
  static LedgerEvent chargesPaid(LocalDate date, Money amount) {
    return new MoneyEvent.ChargesPaid(date, amount);
  }

  /**
   * {@return the event: the invoice was cancelled}
   *
   * @param date the day
   */
  static LedgerEvent voided(LocalDate date) {
    return new MoneyEvent.Voided(date);
  }

  /**
   * {@return the event: a fee or interest was charged without a step of the ladder}
   *
   * @param date the day
   * @param charge what was charged
   * @param amount how much, never negative
   */
  static LedgerEvent chargeAssessed(LocalDate date, ChargeEvent.Charge charge, Money amount) {
    return new ChargeEvent.ChargeAssessed(date, charge, amount, Optional.empty());
  }

  /**
   * {@return the event: a fee or interest was charged with a step of the ladder}
   *
   * @param date the day
   * @param charge what was charged
   * @param amount how much, never negative
   * @param step the name of the step
   */
  static LedgerEvent chargeAssessed(
      LocalDate date, ChargeEvent.Charge charge, Money amount, String step) {
    Objects.requireNonNull(step, "step");
    return new ChargeEvent.ChargeAssessed(date, charge, amount, Optional.of(step));
  }

  /**
   * {@return the event: the creditor gave up all that is owed of a charge}
   *
   * @param date the day
   * @param charge what was given up
   */
  static LedgerEvent chargeWaived(LocalDate date, ChargeEvent.Charge charge) {
    return new ChargeEvent.ChargeWaived(date, charge, Optional.empty());
  }

  /**
   * {@return the event: the creditor gave up part of a charge}
   *
   * @param date the day
   * @param charge what was given up
   * @param amount how much, never negative
   */
  static LedgerEvent chargeWaived(LocalDate date, ChargeEvent.Charge charge, Money amount) {
    Objects.requireNonNull(amount, "amount");
    return new ChargeEvent.ChargeWaived(date, charge, Optional.of(amount));
  }

  /**
   * {@return the event: a waiver was taken back}
   *
   * @param date the day
   * @param charge what is owed again
   * @param amount how much, never negative
   */
  static LedgerEvent chargeReinstated(LocalDate date, ChargeEvent.Charge charge, Money amount) {
    return new ChargeEvent.ChargeReinstated(date, charge, amount);
  }

  /**
   * {@return the event: a charge was assessed by mistake and counts as never assessed}
   *
   * @param date the day
   * @param charge what was assessed
   * @param amount how much, never negative
   */
  static LedgerEvent chargeReversed(LocalDate date, ChargeEvent.Charge charge, Money amount) {
    return new ChargeEvent.ChargeReversed(date, charge, amount, Optional.empty());
  }

  /**
   * {@return the event: the customer contests all that is open}
   *
   * @param date the first day of the dispute
   * @param reason why, in the user's words
   */
  static DisputeEvent.DisputeOpened dispute(LocalDate date, String reason) {
    return new DisputeEvent.DisputeOpened(date, reason);
  }

  /**
   * {@return the event: the customer contests a part}
   *
   * @param date the first day of the dispute
   * @param amount how much is contested
   * @param reason why, in the user's words
   */
  static DisputeEvent.DisputeOpened dispute(LocalDate date, Money amount, String reason) {
    Objects.requireNonNull(amount, "amount");
    return new DisputeEvent.DisputeOpened(date, reason, Optional.of(amount));
  }

  /**
   * {@return the event: the latest dispute that is still open came to its end; who was right is not
   * recorded}
   *
   * @param date the day
   */
  static LedgerEvent disputeResolved(LocalDate date) {
    return new DisputeEvent.DisputeResolved(date);
  }

  /**
   * {@return the event: the latest dispute that is still open came to its end}
   *
   * @param date the day
   * @param outcome who was right
   */
  static LedgerEvent disputeResolved(LocalDate date, DisputeEvent.Outcome outcome) {
    return new DisputeEvent.DisputeResolved(date, outcome);
  }

  /**
   * {@return the event: a dispute ended}
   *
   * @param date the day
   * @param outcome who was right
   * @param id which dispute
   */
  static LedgerEvent disputeResolved(LocalDate date, DisputeEvent.Outcome outcome, String id) {
    Objects.requireNonNull(id, "id");
    return new DisputeEvent.DisputeResolved(date, outcome, Optional.of(id));
  }

  /**
   * {@return the event: the customer promised to pay all that is open}
   *
   * @param date the day of the promise
   * @param until the last day on which the payment is in time
   */
  static LedgerEvent promise(LocalDate date, LocalDate until) {
    return new AgreementEvent.PromiseToPay(date, Optional.empty(), until);
  }

  /**
   * {@return the event: the customer promised to pay an amount}
   *
   * @param date the day of the promise
   * @param amount how much was promised
   * @param until the last day on which the payment is in time
   */
  static LedgerEvent promise(LocalDate date, Money amount, LocalDate until) {
    Objects.requireNonNull(amount, "amount");
    return new AgreementEvent.PromiseToPay(date, Optional.of(amount), until);
  }

  /**
   * {@return the event: the running promise was taken back; it is not broken}
   *
   * @param date the day
   */
  static LedgerEvent promiseWithdrawn(LocalDate date) {
    return new AgreementEvent.PromiseWithdrawn(date);
  }

  /**
   * {@return the event: a payment plan was agreed}
   *
   * @param date the day
   * @param instalments the parts and their due dates, at least one
   */
  static LedgerEvent planAgreed(LocalDate date, List<Instalment> instalments) {
    return new AgreementEvent.PlanAgreed(date, instalments);
  }

  /**
   * {@return the event: the payment plan was cancelled by either side; it is not broken}
   *
   * @param date the day
   */
  static LedgerEvent planCancelled(LocalDate date) {
    return new AgreementEvent.PlanCancelled(date);
  }

  /**
   * {@return the event: the creditor offered to take less than is owed}
   *
   * @param date the day of the offer
   * @param amount what would settle the debt
   * @param until the last day of the offer, included
   */
  static LedgerEvent settlementOffered(LocalDate date, Money amount, LocalDate until) {
    return new AgreementEvent.SettlementOffered(date, amount, until);
  }

  /**
   * {@return the event: the customer accepted a settlement, to be paid at once}
   *
   * @param date the day
   * @param amount what settles the debt
   * @param until the last day on which it can be paid, included
   */
  static LedgerEvent settlementAccepted(LocalDate date, Money amount, LocalDate until) {
    return new AgreementEvent.PlanAgreed(date, List.of(new Instalment(until, amount)), true);
  }

  /**
   * {@return the event: an offer is off the table before its last day}
   *
   * @param date the day
   */
  static LedgerEvent settlementLapsed(LocalDate date) {
    return new AgreementEvent.SettlementLapsed(date);
  }

  /**
   * {@return the event: one more promise, plan, deferral or hold than the policy has patience for
   * was granted}
   *
   * @param date the day on which it was granted
   * @param concession of what one more was granted
   * @param by who granted it, not blank
   */
  static LedgerEvent furtherGranted(LocalDate date, Concession concession, String by) {
    return new AgreementEvent.FurtherGranted(date, concession, by);
  }

  /**
   * {@return the event: time was granted: steps count from another day than the due date}
   *
   * @param date the day on which it was granted
   * @param until the day from which steps count
   */
  static LedgerEvent deferred(LocalDate date, LocalDate until) {
    return new TermsEvent.Deferral(date, until);
  }

  /**
   * {@return the event: new terms were agreed for the whole invoice}
   *
   * @param date the day
   * @param due the new due date
   */
  static LedgerEvent termsRenegotiated(LocalDate date, LocalDate due) {
    return new TermsEvent.TermsRenegotiated(date, due);
  }

  /**
   * {@return the event: the last day is known on which the claim can be enforced at law}
   *
   * @param date the day on which it is recorded, such as that of the invoice
   * @param lastDay the last day on which the claim can be enforced, included
   */
  static LedgerEvent limitation(LocalDate date, LocalDate lastDay) {
    return new TermsEvent.LimitationSet(date, lastDay, "");
  }

  /**
   * {@return the event: the time in which the claim can be enforced began anew, because the
   * customer acknowledged the debt, for example} You say when, and until when; laws differ.
   *
   * @param date the day on which it began anew
   * @param lastDay the last day on which the claim can be enforced now, included
   * @param why why it began anew, such as {@code "acknowledged"}
   */
  static LedgerEvent limitationRestarted(LocalDate date, LocalDate lastDay, String why) {
    return new TermsEvent.LimitationSet(date, lastDay, why);
  }

  /**
   * {@return the event: the time in which the claim can be enforced stands still, without an end}
   *
   * @param date the first day that does not count
   * @param why what suspends it, such as {@code "negotiations"}
   */
  static LedgerEvent limitationSuspended(LocalDate date, String why) {
    return new TermsEvent.LimitationSuspended(date, Optional.empty(), why);
  }

  /**
   * {@return the event: the time in which the claim can be enforced stands still for some days}
   *
   * @param date the first day that does not count
   * @param until the last day that does not count, included
   * @param why what suspends it, such as {@code "negotiations"}
   */
  static LedgerEvent limitationSuspended(LocalDate date, LocalDate until, String why) {
    return new TermsEvent.LimitationSuspended(
        date, Optional.of(Objects.requireNonNull(until, "until")), why);
  }

  /**
   * {@return the event: the time in which the claim can be enforced runs again}
   *
   * @param date the first day that counts again
   */
  static LedgerEvent limitationResumed(LocalDate date) {
    return new TermsEvent.LimitationResumed(date);
  }

  /**
   * {@return the event: the customer moved, and nobody knows where to}
   *
   * @param date the day on which that became known
   */
  static LedgerEvent addressUnknown(LocalDate date) {
    return new DeliveryEvent.AddressUnknown(date);
  }

  /**
   * {@return the event: a new address of the customer is known}
   *
   * @param date the day on which it became known
   */
  static LedgerEvent addressFound(LocalDate date) {
    return new DeliveryEvent.AddressFound(date);
  }

  /**
   * {@return the event: a hold without an end}
   *
   * @param date the first day of the hold, included
   * @param reason why, in the user's words
   */
  static LedgerEvent hold(LocalDate date, String reason) {
    return new RestrictionEvent.Hold(date, reason, Optional.empty());
  }

  /**
   * {@return the event: a hold with an end}
   *
   * @param date the first day of the hold, included
   * @param reason why, in the user's words
   * @param until the last day of the hold, included
   */
  static LedgerEvent hold(LocalDate date, String reason, LocalDate until) {
    Objects.requireNonNull(until, "until");
    return new RestrictionEvent.Hold(date, reason, Optional.of(until));
  }

  /**
   * {@return the event: the holds in force end}
   *
   * @param date the day of the release; it is not held any more
   */
  static LedgerEvent holdReleased(LocalDate date) {
    return new RestrictionEvent.HoldReleased(date);
  }

  /**
   * {@return the event: a restriction without an end}
   *
   * @param date the first day, included
   * @param restriction what happened
   */
  static LedgerEvent restricted(LocalDate date, Restriction restriction) {
    return new RestrictionEvent.Restricted(date, restriction, Optional.empty(), "");
  }

  /**
   * {@return the event: a restriction with an end}
   *
   * @param date the first day, included
   * @param restriction what happened
   * @param until the last day, included
   */
  static LedgerEvent restricted(LocalDate date, Restriction restriction, LocalDate until) {
    Objects.requireNonNull(until, "until");
    return new RestrictionEvent.Restricted(date, restriction, Optional.of(until), "");
  }

  /**
   * {@return the event: a restriction is over}
   *
   * @param date the first day without it
   * @param restriction what is over
   */
  static LedgerEvent restrictionLifted(LocalDate date, Restriction restriction) {
    return new RestrictionEvent.RestrictionLifted(date, restriction);
  }

  /**
   * {@return the event: a step of the ladder was carried out as it says}
   *
   * @param date the day
   * @param step the name of the step
   */
  static LedgerEvent stepTaken(LocalDate date, String step) {
    return new StepEvent.StepTaken(date, step, Optional.empty());
  }

  /**
   * {@return the event: a step of the ladder was carried out by a channel}
   *
   * @param date the day
   * @param step the name of the step
   * @param channel how the customer was reached
   */
  static LedgerEvent stepTaken(LocalDate date, String step, Channel channel) {
    Objects.requireNonNull(channel, "channel");
    return new StepEvent.StepTaken(date, step, Optional.of(channel));
  }

  /**
   * {@return the event of a step that was taken with a contact person}
   *
   * @param date the day
   * @param step the name of the step
   * @param channel how the person was reached
   * @param person the name of the person
   */
  static LedgerEvent stepTaken(LocalDate date, String step, Channel channel, String person) {
    Objects.requireNonNull(channel, "channel");
    return new StepEvent.StepTaken(date, step, Optional.of(channel), person);
  }

  /**
   * {@return the event: the latest taking of a step was withdrawn}
   *
   * @param date the day
   * @param step the name of the step
   */
  static LedgerEvent stepWithdrawn(LocalDate date, String step) {
    return new StepEvent.StepWithdrawn(date, step);
  }

  /**
   * {@return the event: a person approved a step that needs approval}
   *
   * @param date the day
   * @param step the name of the step
   */
  static LedgerEvent stepApproved(LocalDate date, String step) {
    return new StepEvent.StepApproved(date, step);
  }

  /**
   * {@return the event: a person refused a step that needs approval}
   *
   * @param date the day
   * @param step the name of the step
   */
  static LedgerEvent stepRefused(LocalDate date, String step) {
    return new StepEvent.StepRefused(date, step);
  }

  /**
   * {@return the event: the creditor contacted the customer outside the ladder, to collect}
   *
   * @param date the day
   * @param channel how
   */
  static ContactEvent.Contact contact(LocalDate date, Channel channel) {
    return new ContactEvent.Contact(date, channel);
  }

  /**
   * {@return the event: creditor and customer were in contact outside the ladder, to collect}
   *
   * @param date the day
   * @param channel how
   * @param direction who began it
   * @param reached who was reached
   */
  static ContactEvent.Contact contact(
      LocalDate date, Channel channel, ContactEvent.Direction direction, Reached reached) {
    return new ContactEvent.Contact(date, channel, direction, reached);
  }

  /**
   * {@return the event: the customer answered}
   *
   * @param date the day
   * @param reply what the answer comes to
   */
  static LedgerEvent customerReplied(LocalDate date, Reply reply) {
    return new ContactEvent.CustomerReplied(date, reply, "");
  }

  /**
   * {@return the event: the customer answered, and said why nothing was paid}
   *
   * @param date the day
   * @param reply what the answer comes to
   * @param why the reason for not paying
   */
  static LedgerEvent customerReplied(LocalDate date, Reply reply, NonpaymentReason why) {
    Objects.requireNonNull(why, "why");
    return new ContactEvent.CustomerReplied(date, reply, Optional.of(why), "");
  }

  /**
   * {@return the event: the customer asked to be contacted, until further notice}
   *
   * @param date the day
   */
  static LedgerEvent contactInvited(LocalDate date) {
    return new ContactEvent.ContactInvited(date, Optional.empty());
  }

  /**
   * {@return the event: a notice was given that has to come before something else}
   *
   * @param date the day
   * @param notice which notice
   */
  static LedgerEvent noticeGiven(LocalDate date, String notice) {
    return new ContactEvent.NoticeGiven(date, notice);
  }

  /**
   * {@return the event: the customer does not want to be contacted by a channel any more}
   *
   * @param date the day
   * @param channel the channel
   */
  static LedgerEvent optedOut(LocalDate date, Channel channel) {
    return new ContactEvent.OptedOut(date, channel);
  }

  /**
   * {@return the event: the customer may be contacted by a channel again}
   *
   * @param date the day
   * @param channel the channel
   */
  static LedgerEvent optedIn(LocalDate date, Channel channel) {
    return new ContactEvent.OptedIn(date, channel);
  }

  /**
   * {@return the event: the invoice was delivered}
   *
   * @param date the day
   */
  static LedgerEvent delivered(LocalDate date) {
    return new DeliveryEvent.DeliveryConfirmed(date, Optional.empty(), Optional.empty());
  }

  /**
   * {@return the event: the letter of a step was delivered}
   *
   * @param date the day
   * @param step the name of the step
   */
  static LedgerEvent delivered(LocalDate date, String step) {
    Objects.requireNonNull(step, "step");
    return new DeliveryEvent.DeliveryConfirmed(date, Optional.of(step), Optional.empty());
  }

  /**
   * {@return the event: the invoice did not arrive}
   *
   * @param date the day
   */
  static LedgerEvent notDelivered(LocalDate date) {
    return new DeliveryEvent.DeliveryFailed(date, Optional.empty(), Optional.empty());
  }

  /**
   * {@return the event: the message of a step did not arrive}
   *
   * @param date the day
   * @param step the name of the step
   * @param channel the channel that failed
   */
  static LedgerEvent notDelivered(LocalDate date, String step, Channel channel) {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(channel, "channel");
    return new DeliveryEvent.DeliveryFailed(date, Optional.of(step), Optional.of(channel));
  }

  /**
   * {@return the event: money came in that may be a payment, and is not booked yet; the policy says
   * for how long it holds steps}
   *
   * @param date the day on which it was proposed
   * @param id your name for the receipt, not blank
   * @param amount how much came in, never negative
   * @param from who sent it, as the bank says; empty text if that is not known
   */
  static LedgerEvent candidateReceipt(LocalDate date, String id, Money amount, String from) {
    return new BankEvent.CandidateReceipt(date, id, amount, from, Optional.empty());
  }

  /**
   * {@return the event: money came in that may be a payment, and is not booked yet; it holds steps
   * through a day}
   *
   * @param date the day on which it was proposed
   * @param id your name for the receipt, not blank
   * @param amount how much came in, never negative
   * @param from who sent it, as the bank says; empty text if that is not known
   * @param until the last day on which it holds steps, included
   */
  static LedgerEvent candidateReceipt(
      LocalDate date, String id, Money amount, String from, LocalDate until) {
    Objects.requireNonNull(until, "until");
    return new BankEvent.CandidateReceipt(date, id, amount, from, Optional.of(until));
  }

  /**
   * {@return the event: a candidate receipt was booked, as a payment of this debt or of another}
   *
   * @param date the day on which it was booked
   * @param id the name of the receipt, not blank
   */
  static LedgerEvent candidateBooked(LocalDate date, String id) {
    return new BankEvent.CandidateBooked(date, id);
  }

  /**
   * {@return the event: a candidate receipt is no payment of this debt}
   *
   * @param date the day on which that was found out
   * @param id the name of the receipt, not blank
   */
  static LedgerEvent candidateRejected(LocalDate date, String id) {
    return new BankEvent.CandidateRejected(date, id);
  }

  /**
   * {@return the event: what came in at the bank through a day is known}
   *
   * @param date the last day that the bank data cover, included
   */
  static LedgerEvent bankDataAsOf(LocalDate date) {
    return new BankEvent.BankDataAsOf(date);
  }

  /**
   * {@return the event: the customer, or the invoice, is paid in a certain way from now on}
   *
   * @param date the first day
   * @param method how it is paid
   */
  static LedgerEvent paidBy(LocalDate date, PaymentMethod method) {
    return new BankEvent.PaidBy(date, method);
  }

  /**
   * {@return the event: a collection was given to the bank or the card scheme}
   *
   * @param date the day on which it was planned
   * @param on the day on which it is to be collected
   */
  static LedgerEvent collectionPlanned(LocalDate date, LocalDate on) {
    return new BankEvent.CollectionPlanned(date, on);
  }

  /**
   * {@return the event: a collection was declined or returned}
   *
   * @param date the day on which that became known
   * @param scheme whose code it is, such as {@code SEPA-SDD}
   * @param code the reason, such as {@code AM04}; empty text if none was given
   */
  static BankEvent.CollectionFailed collectionFailed(LocalDate date, String scheme, String code) {
    return new BankEvent.CollectionFailed(date, scheme, code);
  }

  /**
   * {@return the event: a collection went through}
   *
   * @param date the day on which it was collected
   */
  static LedgerEvent collected(LocalDate date) {
    return new BankEvent.Collected(date);
  }
}
