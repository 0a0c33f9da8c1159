package io.dunning.cli;

import static io.dunning.cli.Column.AMOUNT;
import static io.dunning.cli.Column.BY;
import static io.dunning.cli.Column.CHANNEL;
import static io.dunning.cli.Column.ID;
import static io.dunning.cli.Column.STEP;
import static io.dunning.cli.Column.UNTIL;
import static io.dunning.cli.EventForms.assessed;
import static io.dunning.cli.EventForms.blank;
import static io.dunning.cli.EventForms.further;
import static io.dunning.cli.EventForms.note;
import static io.dunning.cli.EventForms.optional;
import static io.dunning.cli.EventForms.outcome;
import static io.dunning.cli.EventForms.plan;
import static io.dunning.cli.EventForms.reply;
import static io.dunning.cli.EventForms.restricted;
import static io.dunning.cli.EventForms.waived;
import static io.dunning.event.ChargeEvent.Charge.FEE;
import static io.dunning.event.ChargeEvent.Charge.INTEREST;

import io.dunning.action.Channel;
import io.dunning.event.AgreementEvent.FurtherGranted;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.PlanCancelled;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.PromiseWithdrawn;
import io.dunning.event.AgreementEvent.SettlementLapsed;
import io.dunning.event.AgreementEvent.SettlementOffered;
import io.dunning.event.BankEvent.BankDataAsOf;
import io.dunning.event.BankEvent.CandidateBooked;
import io.dunning.event.BankEvent.CandidateReceipt;
import io.dunning.event.BankEvent.CandidateRejected;
import io.dunning.event.BankEvent.Collected;
import io.dunning.event.BankEvent.CollectionFailed;
import io.dunning.event.BankEvent.CollectionPlanned;
import io.dunning.event.BankEvent.PaidBy;
import io.dunning.event.ChargeEvent.ChargeAssessed;
import io.dunning.event.ChargeEvent.ChargeReinstated;
import io.dunning.event.ChargeEvent.ChargeReversed;
import io.dunning.event.ChargeEvent.ChargeWaived;
import io.dunning.event.Concession;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.ContactInvited;
import io.dunning.event.ContactEvent.CustomerReplied;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.ContactEvent.NoticeGiven;
import io.dunning.event.ContactEvent.OptedIn;
import io.dunning.event.ContactEvent.OptedOut;
import io.dunning.event.DeliveryEvent.AddressFound;
import io.dunning.event.DeliveryEvent.AddressUnknown;
import io.dunning.event.DeliveryEvent.DeliveryConfirmed;
import io.dunning.event.DeliveryEvent.DeliveryFailed;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.DisputeEvent.DisputeResolved;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent.ChargesPaid;
import io.dunning.event.MoneyEvent.Credit;
import io.dunning.event.MoneyEvent.DiscountReversed;
import io.dunning.event.MoneyEvent.DiscountTaken;
import io.dunning.event.MoneyEvent.PartWrittenOff;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.event.MoneyEvent.PaymentReversed;
import io.dunning.event.MoneyEvent.Refund;
import io.dunning.event.MoneyEvent.Voided;
import io.dunning.event.MoneyEvent.WriteOffReversed;
import io.dunning.event.MoneyEvent.WrittenOff;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.PaymentMethod;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.event.RestrictionEvent.HoldReleased;
import io.dunning.event.RestrictionEvent.Restricted;
import io.dunning.event.RestrictionEvent.RestrictionLifted;
import io.dunning.event.StepEvent.StepApproved;
import io.dunning.event.StepEvent.StepRefused;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.event.StepEvent.StepWithdrawn;
import io.dunning.event.TermsEvent.Deferral;
import io.dunning.event.TermsEvent.LimitationResumed;
import io.dunning.event.TermsEvent.LimitationSet;
import io.dunning.event.TermsEvent.LimitationSuspended;
import io.dunning.event.TermsEvent.TermsRenegotiated;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The types of events in a ledger file: how the cells of a row become an event, how an event
 * becomes cells, and the columns that are needed.
 */
enum EventType {
  PAYMENT(
      c -> LedgerEvent.payment(c.date, c.amount),
      written(Payment.class, (e, c) -> c.amount(e.amount())),
      AMOUNT),
  PAYMENT_REVERSED(
      c -> LedgerEvent.paymentReversed(c.date, c.amount),
      written(PaymentReversed.class, (e, c) -> c.amount(e.amount())),
      AMOUNT),
  CREDIT(
      c -> LedgerEvent.credit(c.date, c.amount),
      written(Credit.class, (e, c) -> c.amount(e.amount())),
      AMOUNT),
  REFUND(
      c -> LedgerEvent.refund(c.date, c.amount),
      written(Refund.class, (e, c) -> c.amount(e.amount())),
      AMOUNT),
  DISCOUNT_TAKEN(
      c -> LedgerEvent.discountTaken(c.date, c.amount),
      written(DiscountTaken.class, (e, c) -> c.amount(e.amount())),
      AMOUNT),
  DISCOUNT_REVERSED(
      c -> LedgerEvent.discountReversed(c.date, c.amount),
      written(DiscountReversed.class, (e, c) -> c.amount(e.amount())),
      AMOUNT),
  DISPUTE_OPENED(
      EventForms::dispute,
      written(
          DisputeOpened.class,
          (e, c) -> c.note(e.reason()).amount(e.amount()).id(e.id()).by(e.openedBy()))),
  DISPUTE_RESOLVED(
      c -> new DisputeResolved(c.date, outcome(c), optional(c.id)),
      written(DisputeResolved.class, (e, c) -> c.note(note(e.outcome())).id(e.id()))),
  PROMISE(
      EventForms::promise,
      written(PromiseToPay.class, (e, c) -> c.amount(e.amount()).until(e.until())),
      UNTIL),
  PROMISE_WITHDRAWN(
      c -> LedgerEvent.promiseWithdrawn(c.date), written(PromiseWithdrawn.class, (e, c) -> {})),
  /** Each row is an instalment; the rows of one day and debt are one plan. */
  PLAN_AGREED(
      c -> plan(c, false), written(PlanAgreed.class, EventForms::instalment), AMOUNT, UNTIL),
  SETTLEMENT_OFFERED(
      c -> LedgerEvent.settlementOffered(c.date, c.amount, c.until),
      written(SettlementOffered.class, (e, c) -> c.amount(e.amount()).until(e.until())),
      AMOUNT,
      UNTIL),
  /** Each row is an instalment; the rows of one day and debt are one settlement. */
  SETTLEMENT_ACCEPTED(
      c -> plan(c, true), written(PlanAgreed.class, EventForms::instalment), AMOUNT, UNTIL),
  SETTLEMENT_LAPSED(
      c -> LedgerEvent.settlementLapsed(c.date), written(SettlementLapsed.class, (e, c) -> {})),
  PLAN_CANCELLED(
      c -> LedgerEvent.planCancelled(c.date), written(PlanCancelled.class, (e, c) -> {})),
  FURTHER_PROMISE_GRANTED(
      c -> further(c, Concession.PROMISE),
      written(FurtherGranted.class, (e, c) -> c.by(e.by())),
      BY),
  FURTHER_PLAN_GRANTED(
      c -> further(c, Concession.PLAN), written(FurtherGranted.class, (e, c) -> c.by(e.by())), BY),
  FURTHER_DEFERRAL_GRANTED(
      c -> further(c, Concession.DEFERRAL),
      written(FurtherGranted.class, (e, c) -> c.by(e.by())),
      BY),
  FURTHER_HOLD_GRANTED(
      c -> further(c, Concession.HOLD), written(FurtherGranted.class, (e, c) -> c.by(e.by())), BY),
  DEFERRAL(
      c -> LedgerEvent.deferred(c.date, c.until),
      written(Deferral.class, (e, c) -> c.until(e.until())),
      UNTIL),
  TERMS_RENEGOTIATED(
      c -> LedgerEvent.termsRenegotiated(c.date, c.until),
      written(TermsRenegotiated.class, (e, c) -> c.until(e.due())),
      UNTIL),
  LIMITATION(
      c -> new LimitationSet(c.date, c.until, c.note),
      written(LimitationSet.class, (e, c) -> c.until(e.lastDay()).note(e.why())),
      UNTIL),
  LIMITATION_SUSPENDED(
      c -> new LimitationSuspended(c.date, optional(c.until), c.note),
      written(LimitationSuspended.class, (e, c) -> c.until(e.until()).note(e.why()))),
  LIMITATION_RESUMED(
      c -> LedgerEvent.limitationResumed(c.date), written(LimitationResumed.class, (e, c) -> {})),
  HOLD(EventForms::hold, written(Hold.class, (e, c) -> c.note(e.reason()).until(e.until()))),
  HOLD_RELEASED(c -> LedgerEvent.holdReleased(c.date), written(HoldReleased.class, (e, c) -> {})),
  STEP_TAKEN(
      EventForms::stepTaken,
      written(StepTaken.class, (e, c) -> c.step(e.step()).channel(e.channel()).person(e.person())),
      STEP),
  STEP_WITHDRAWN(
      c -> LedgerEvent.stepWithdrawn(c.date, c.step),
      written(StepWithdrawn.class, (e, c) -> c.step(e.step())),
      STEP),
  STEP_APPROVED(
      c -> LedgerEvent.stepApproved(c.date, c.step),
      written(StepApproved.class, (e, c) -> c.step(e.step())),
      STEP),
  STEP_REFUSED(
      c -> LedgerEvent.stepRefused(c.date, c.step),
      written(StepRefused.class, (e, c) -> c.step(e.step())),
      STEP),
  DELIVERED(
      c -> new DeliveryConfirmed(c.date, optional(c.step), optional(c.channel)),
      written(DeliveryConfirmed.class, (e, c) -> c.step(e.step()).channel(e.channel()))),
  NOT_DELIVERED(
      c -> new DeliveryFailed(c.date, optional(c.step), optional(c.channel)),
      written(DeliveryFailed.class, (e, c) -> c.step(e.step()).channel(e.channel()))),
  ADDRESS_UNKNOWN(
      c -> LedgerEvent.addressUnknown(c.date), written(AddressUnknown.class, (e, c) -> {})),
  ADDRESS_FOUND(c -> LedgerEvent.addressFound(c.date), written(AddressFound.class, (e, c) -> {})),
  CANDIDATE_RECEIPT(
      EventForms::receipt,
      written(
          CandidateReceipt.class,
          (e, c) ->
              c.id(Optional.of(e.id())).amount(e.amount()).by(blank(e.from())).until(e.until())),
      AMOUNT,
      ID),
  CANDIDATE_BOOKED(
      c -> LedgerEvent.candidateBooked(c.date, c.id),
      written(CandidateBooked.class, (e, c) -> c.id(Optional.of(e.id()))),
      ID),
  CANDIDATE_REJECTED(
      c -> LedgerEvent.candidateRejected(c.date, c.id),
      written(CandidateRejected.class, (e, c) -> c.id(Optional.of(e.id()))),
      ID),
  BANK_DATA_AS_OF(c -> LedgerEvent.bankDataAsOf(c.date), written(BankDataAsOf.class, (e, c) -> {})),
  PAID_BY_DIRECT_DEBIT(
      c -> LedgerEvent.paidBy(c.date, PaymentMethod.DIRECT_DEBIT),
      written(PaidBy.class, (e, c) -> {})),
  PAID_BY_CARD(
      c -> LedgerEvent.paidBy(c.date, PaymentMethod.CARD), written(PaidBy.class, (e, c) -> {})),
  PAID_BY_TRANSFER(
      c -> LedgerEvent.paidBy(c.date, PaymentMethod.TRANSFER), written(PaidBy.class, (e, c) -> {})),
  COLLECTION_PLANNED(
      c -> LedgerEvent.collectionPlanned(c.date, c.until),
      written(CollectionPlanned.class, (e, c) -> c.until(e.on())),
      UNTIL),
  COLLECTION_FAILED(
      EventForms::collectionFailed,
      written(
          CollectionFailed.class,
          (e, c) -> c.by(blank(e.scheme())).id(Optional.ofNullable(blank(e.code()))))),
  COLLECTED(c -> LedgerEvent.collected(c.date), written(Collected.class, (e, c) -> {})),
  CONTACT(
      c -> ContactNote.contact(c, Direction.OUT),
      written(Contact.class, ContactNote::write),
      CHANNEL),
  CONTACT_BY_CUSTOMER(
      c -> ContactNote.contact(c, Direction.IN),
      written(Contact.class, ContactNote::write),
      CHANNEL),
  CONTACT_INVITED(
      c -> new ContactInvited(c.date, optional(c.until)),
      written(ContactInvited.class, (e, c) -> c.until(e.until()))),
  OPTED_OUT(
      c -> LedgerEvent.optedOut(c.date, c.channel),
      written(OptedOut.class, (e, c) -> c.channel(e.channel())),
      CHANNEL),
  OPTED_IN(
      c -> LedgerEvent.optedIn(c.date, c.channel),
      written(OptedIn.class, (e, c) -> c.channel(e.channel())),
      CHANNEL),
  NOTICE_GIVEN(
      c -> LedgerEvent.noticeGiven(c.date, c.step),
      written(NoticeGiven.class, (e, c) -> c.step(e.notice())),
      STEP),
  CUSTOMER_REPLIED(
      c -> reply(c, Reply.OTHER),
      written(CustomerReplied.class, (e, c) -> c.why(e.why()).note(e.note()))),
  CUSTOMER_ASKS_FOR_TIME(
      c -> reply(c, Reply.ASKS_FOR_TIME),
      written(CustomerReplied.class, (e, c) -> c.why(e.why()).note(e.note()))),
  CUSTOMER_DISPUTES(
      c -> reply(c, Reply.DISPUTES),
      written(CustomerReplied.class, (e, c) -> c.why(e.why()).note(e.note()))),
  CUSTOMER_PROMISES(
      c -> reply(c, Reply.PROMISES),
      written(CustomerReplied.class, (e, c) -> c.why(e.why()).note(e.note()))),
  CUSTOMER_REFUSES(
      c -> reply(c, Reply.REFUSES),
      written(CustomerReplied.class, (e, c) -> c.why(e.why()).note(e.note()))),
  INSOLVENCY_OPENED(
      c -> restricted(c, Restriction.INSOLVENCY),
      written(Restricted.class, (e, c) -> c.until(e.until()).note(e.note()))),
  INSOLVENCY_CLOSED(
      c -> LedgerEvent.restrictionLifted(c.date, Restriction.INSOLVENCY),
      written(RestrictionLifted.class, (e, c) -> {})),
  BREATHING_SPACE(
      c -> restricted(c, Restriction.BREATHING_SPACE),
      written(Restricted.class, (e, c) -> c.until(e.until()).note(e.note()))),
  BREATHING_SPACE_ENDED(
      c -> LedgerEvent.restrictionLifted(c.date, Restriction.BREATHING_SPACE),
      written(RestrictionLifted.class, (e, c) -> {})),
  CEASE_CONTACT(
      c -> restricted(c, Restriction.CEASE_CONTACT),
      written(Restricted.class, (e, c) -> c.until(e.until()).note(e.note()))),
  CEASE_CONTACT_LIFTED(
      c -> LedgerEvent.restrictionLifted(c.date, Restriction.CEASE_CONTACT),
      written(RestrictionLifted.class, (e, c) -> {})),
  DECEASED(
      c -> restricted(c, Restriction.DECEASED),
      written(Restricted.class, (e, c) -> c.until(e.until()).note(e.note()))),
  ESTATE_SETTLED(
      c -> LedgerEvent.restrictionLifted(c.date, Restriction.DECEASED),
      written(RestrictionLifted.class, (e, c) -> {})),
  HANDED_OVER(
      c -> restricted(c, Restriction.HANDED_OVER),
      written(Restricted.class, (e, c) -> c.until(e.until()).note(e.note()))),
  RECALLED(
      c -> LedgerEvent.restrictionLifted(c.date, Restriction.HANDED_OVER),
      written(RestrictionLifted.class, (e, c) -> {})),
  FEE_ASSESSED(
      c -> assessed(c, FEE),
      written(ChargeAssessed.class, (e, c) -> c.amount(e.amount()).step(e.step())),
      AMOUNT),
  FEE_WAIVED(c -> waived(c, FEE), written(ChargeWaived.class, (e, c) -> c.amount(e.amount()))),
  FEE_REINSTATED(
      c -> LedgerEvent.chargeReinstated(c.date, FEE, c.amount),
      written(ChargeReinstated.class, (e, c) -> c.amount(e.amount())),
      AMOUNT),
  FEE_REVERSED(
      c -> new ChargeReversed(c.date, FEE, c.amount, optional(c.step)),
      written(ChargeReversed.class, (e, c) -> c.amount(e.amount()).step(e.step())),
      AMOUNT),
  INTEREST_ASSESSED(
      c -> assessed(c, INTEREST),
      written(ChargeAssessed.class, (e, c) -> c.amount(e.amount()).step(e.step())),
      AMOUNT),
  INTEREST_WAIVED(
      c -> waived(c, INTEREST), written(ChargeWaived.class, (e, c) -> c.amount(e.amount()))),
  INTEREST_REINSTATED(
      c -> LedgerEvent.chargeReinstated(c.date, INTEREST, c.amount),
      written(ChargeReinstated.class, (e, c) -> c.amount(e.amount())),
      AMOUNT),
  INTEREST_REVERSED(
      c -> new ChargeReversed(c.date, INTEREST, c.amount, optional(c.step)),
      written(ChargeReversed.class, (e, c) -> c.amount(e.amount()).step(e.step())),
      AMOUNT),
  CHARGES_PAID(
      c -> LedgerEvent.chargesPaid(c.date, c.amount),
      written(ChargesPaid.class, (e, c) -> c.amount(e.amount())),
      AMOUNT),
  PART_WRITTEN_OFF(
      c -> LedgerEvent.partWrittenOff(c.date, c.amount),
      written(PartWrittenOff.class, (e, c) -> c.amount(e.amount())),
      AMOUNT),
  WRITE_OFF_REVERSED(
      c -> LedgerEvent.writeOffReversed(c.date), written(WriteOffReversed.class, (e, c) -> {})),
  WRITTEN_OFF(c -> LedgerEvent.writtenOff(c.date), written(WrittenOff.class, (e, c) -> {})),
  VOIDED(c -> LedgerEvent.voided(c.date), written(Voided.class, (e, c) -> {}));

  private static final Set<EventType> OF_INVOICES =
      EnumSet.of(
          CREDIT,
          REFUND,
          DISCOUNT_TAKEN,
          DISCOUNT_REVERSED,
          CHARGES_PAID,
          PART_WRITTEN_OFF,
          WRITE_OFF_REVERSED,
          WRITTEN_OFF,
          VOIDED,
          TERMS_RENEGOTIATED,
          LIMITATION,
          LIMITATION_SUSPENDED,
          LIMITATION_RESUMED,
          FEE_ASSESSED,
          FEE_WAIVED,
          FEE_REINSTATED,
          FEE_REVERSED,
          INTEREST_ASSESSED,
          INTEREST_WAIVED,
          INTEREST_REINSTATED,
          INTEREST_REVERSED);

  private static final Set<EventType> ENDING_AFTER_DATE =
      EnumSet.of(
          PROMISE,
          HOLD,
          CANDIDATE_RECEIPT,
          COLLECTION_PLANNED,
          DEFERRAL,
          SETTLEMENT_OFFERED,
          LIMITATION_SUSPENDED,
          INSOLVENCY_OPENED,
          BREATHING_SPACE,
          CEASE_CONTACT,
          DECEASED,
          HANDED_OVER);

  private static final Set<EventType> INSTALMENTS = EnumSet.of(PLAN_AGREED, SETTLEMENT_ACCEPTED);

  private static final Map<String, EventType> BY_WORDS =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::toString, t -> t));

  private final Function<Cells, LedgerEvent> event;
  private final EventCells.Writing<?> writing;
  private final Set<Column> needed;

  EventType(Function<Cells, LedgerEvent> event, EventCells.Writing<?> writing, Column... needed) {
    this.event = event;
    this.writing = writing;
    this.needed = Set.of(needed);
  }

  private static <E extends LedgerEvent> EventCells.Writing<E> written(
      Class<E> of, BiConsumer<E, EventCells> into) {
    return new EventCells.Writing<>(of, into);
  }

  /** The cells of a row; a blank one is null, except for the note. */
  record Cells(
      LocalDate date,
      Money amount,
      LocalDate until,
      String step,
      Channel channel,
      String note,
      String id,
      String by,
      LocalDate proposed,
      NonpaymentReason why,
      String person) {}

  /** Whether a note speaks of who was right, in words that nobody can be sure of. */
  boolean leavesOutcomeUnclear(String note) {
    return this == DISPUTE_RESOLVED && EventForms.leavesOutcomeUnclear(note);
  }

  static Optional<EventType> of(String words) {
    return Optional.ofNullable(BY_WORDS.get(words));
  }

  /** Types whose names look much like a word; perhaps none. */
  static List<String> near(String words) {
    return Nearest.to(words, Arrays.stream(values()).map(EventType::toString).toList());
  }

  boolean needs(Column column) {
    return needed.contains(column);
  }

  /** Whether an event of this type can concern a whole account. */
  boolean fitsAccount(boolean hasAmount, boolean hasStep) {
    boolean ofPart = this == DISPUTE_OPENED && hasAmount;
    boolean ofInvoice = (this == DELIVERED || this == NOT_DELIVERED) && !hasStep;
    return !OF_INVOICES.contains(this) && !ofPart && !ofInvoice;
  }

  /** Whether the day in {@code until} must not be before the event. */
  boolean endsAfterDate() {
    return ENDING_AFTER_DATE.contains(this);
  }

  /** Whether each row is one instalment of a plan or settlement. */
  boolean isInstalment() {
    return INSTALMENTS.contains(this);
  }

  LedgerEvent event(Cells cells) {
    return event.apply(cells);
  }

  /** The types whose rows may hold an event; of a plan, the event must be one instalment. */
  static List<EventType> fitting(LedgerEvent event) {
    return Arrays.stream(values()).filter(t -> t.writing.fits(event)).toList();
  }

  /**
   * The type whose rows hold an event. If no row can hold all of it, one of those that may hold
   * most of it; the cells then say less than the event.
   */
  static EventType of(LedgerEvent event) {
    List<EventType> all = fitting(event);
    return all.stream()
        .filter(t -> t.event(t.cells(event)).equals(event))
        .findFirst()
        .or(() -> all.stream().filter(t -> t.isAlike(event)).findFirst())
        .orElseThrow(() -> new IllegalArgumentException("no type of event fits: " + event));
  }

  /** Whether an event that is read from the cells of another says the same, but for free words. */
  private boolean isAlike(LedgerEvent event) {
    return !(event instanceof Contact contact)
        || (this == CONTACT) == (contact.direction() == Direction.OUT);
  }

  /** The cells of an event of this type. */
  Cells cells(LedgerEvent of) {
    return writing.cells(of);
  }

  /** Such as {@code payment-reversed}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
