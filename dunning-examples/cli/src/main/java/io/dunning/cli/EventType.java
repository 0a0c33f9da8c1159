package io.dunning.cli;

import static io.dunning.cli.Column.AMOUNT;
import static io.dunning.cli.Column.BY;
import static io.dunning.cli.Column.CHANNEL;
import static io.dunning.cli.Column.STEP;
import static io.dunning.cli.Column.UNTIL;
import static io.dunning.event.ChargeEvent.Charge.FEE;
import static io.dunning.event.ChargeEvent.Charge.INTEREST;

import io.dunning.action.Channel;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.ChargeEvent.ChargeReversed;
import io.dunning.event.Concession;
import io.dunning.event.ContactEvent.ContactInvited;
import io.dunning.event.ContactEvent.CustomerReplied;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.DeliveryEvent.DeliveryConfirmed;
import io.dunning.event.DeliveryEvent.DeliveryFailed;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.DisputeEvent.DisputeResolved;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent.Restricted;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types of events in a ledger file, and the columns each of them needs. */
enum EventType {
  PAYMENT(c -> LedgerEvent.payment(c.date, c.amount), AMOUNT),
  PAYMENT_REVERSED(c -> LedgerEvent.paymentReversed(c.date, c.amount), AMOUNT),
  CREDIT(c -> LedgerEvent.credit(c.date, c.amount), AMOUNT),
  REFUND(c -> LedgerEvent.refund(c.date, c.amount), AMOUNT),
  DISCOUNT_TAKEN(c -> LedgerEvent.discountTaken(c.date, c.amount), AMOUNT),
  DISCOUNT_REVERSED(c -> LedgerEvent.discountReversed(c.date, c.amount), AMOUNT),
  DISPUTE_OPENED(EventType::dispute),
  DISPUTE_RESOLVED(c -> new DisputeResolved(c.date, outcome(c), optional(c.id))),
  PROMISE(EventType::promise, UNTIL),
  PROMISE_WITHDRAWN(c -> LedgerEvent.promiseWithdrawn(c.date)),
  /** Each row is an instalment; the rows of one day and debt are one plan. */
  PLAN_AGREED(c -> plan(c, false), AMOUNT, UNTIL),
  SETTLEMENT_OFFERED(c -> LedgerEvent.settlementOffered(c.date, c.amount, c.until), AMOUNT, UNTIL),
  /** Each row is an instalment; the rows of one day and debt are one settlement. */
  SETTLEMENT_ACCEPTED(c -> plan(c, true), AMOUNT, UNTIL),
  SETTLEMENT_LAPSED(c -> LedgerEvent.settlementLapsed(c.date)),
  PLAN_CANCELLED(c -> LedgerEvent.planCancelled(c.date)),
  FURTHER_PROMISE_GRANTED(c -> further(c, Concession.PROMISE), BY),
  FURTHER_PLAN_GRANTED(c -> further(c, Concession.PLAN), BY),
  FURTHER_DEFERRAL_GRANTED(c -> further(c, Concession.DEFERRAL), BY),
  FURTHER_HOLD_GRANTED(c -> further(c, Concession.HOLD), BY),
  DEFERRAL(c -> LedgerEvent.deferred(c.date, c.until), UNTIL),
  TERMS_RENEGOTIATED(c -> LedgerEvent.termsRenegotiated(c.date, c.until), UNTIL),
  HOLD(EventType::hold),
  HOLD_RELEASED(c -> LedgerEvent.holdReleased(c.date)),
  STEP_TAKEN(EventType::stepTaken, STEP),
  STEP_WITHDRAWN(c -> LedgerEvent.stepWithdrawn(c.date, c.step), STEP),
  STEP_APPROVED(c -> LedgerEvent.stepApproved(c.date, c.step), STEP),
  STEP_REFUSED(c -> LedgerEvent.stepRefused(c.date, c.step), STEP),
  DELIVERED(c -> new DeliveryConfirmed(c.date, optional(c.step), optional(c.channel))),
  NOT_DELIVERED(c -> new DeliveryFailed(c.date, optional(c.step), optional(c.channel))),
  ADDRESS_UNKNOWN(c -> LedgerEvent.addressUnknown(c.date)),
  ADDRESS_FOUND(c -> LedgerEvent.addressFound(c.date)),
  CONTACT(c -> ContactNote.contact(c, Direction.OUT), CHANNEL),
  CONTACT_BY_CUSTOMER(c -> ContactNote.contact(c, Direction.IN), CHANNEL),
  CONTACT_INVITED(c -> new ContactInvited(c.date, optional(c.until))),
  OPTED_OUT(c -> LedgerEvent.optedOut(c.date, c.channel), CHANNEL),
  OPTED_IN(c -> LedgerEvent.optedIn(c.date, c.channel), CHANNEL),
  NOTICE_GIVEN(c -> LedgerEvent.noticeGiven(c.date, c.step), STEP),
  CUSTOMER_REPLIED(c -> reply(c, Reply.OTHER)),
  CUSTOMER_ASKS_FOR_TIME(c -> reply(c, Reply.ASKS_FOR_TIME)),
  CUSTOMER_DISPUTES(c -> reply(c, Reply.DISPUTES)),
  CUSTOMER_PROMISES(c -> reply(c, Reply.PROMISES)),
  CUSTOMER_REFUSES(c -> reply(c, Reply.REFUSES)),
  INSOLVENCY_OPENED(c -> restricted(c, Restriction.INSOLVENCY)),
  INSOLVENCY_CLOSED(c -> LedgerEvent.restrictionLifted(c.date, Restriction.INSOLVENCY)),
  BREATHING_SPACE(c -> restricted(c, Restriction.BREATHING_SPACE)),
  BREATHING_SPACE_ENDED(c -> LedgerEvent.restrictionLifted(c.date, Restriction.BREATHING_SPACE)),
  CEASE_CONTACT(c -> restricted(c, Restriction.CEASE_CONTACT)),
  CEASE_CONTACT_LIFTED(c -> LedgerEvent.restrictionLifted(c.date, Restriction.CEASE_CONTACT)),
  DECEASED(c -> restricted(c, Restriction.DECEASED)),
  ESTATE_SETTLED(c -> LedgerEvent.restrictionLifted(c.date, Restriction.DECEASED)),
  HANDED_OVER(c -> restricted(c, Restriction.HANDED_OVER)),
  RECALLED(c -> LedgerEvent.restrictionLifted(c.date, Restriction.HANDED_OVER)),
  FEE_ASSESSED(c -> assessed(c, FEE), AMOUNT),
  FEE_WAIVED(c -> waived(c, FEE)),
  FEE_REINSTATED(c -> LedgerEvent.chargeReinstated(c.date, FEE, c.amount), AMOUNT),
  FEE_REVERSED(c -> new ChargeReversed(c.date, FEE, c.amount, optional(c.step)), AMOUNT),
  INTEREST_ASSESSED(c -> assessed(c, INTEREST), AMOUNT),
  INTEREST_WAIVED(c -> waived(c, INTEREST)),
  INTEREST_REINSTATED(c -> LedgerEvent.chargeReinstated(c.date, INTEREST, c.amount), AMOUNT),
  INTEREST_REVERSED(c -> new ChargeReversed(c.date, INTEREST, c.amount, optional(c.step)), AMOUNT),
  CHARGES_PAID(c -> LedgerEvent.chargesPaid(c.date, c.amount), AMOUNT),
  PART_WRITTEN_OFF(c -> LedgerEvent.partWrittenOff(c.date, c.amount), AMOUNT),
  WRITE_OFF_REVERSED(c -> LedgerEvent.writeOffReversed(c.date)),
  WRITTEN_OFF(c -> LedgerEvent.writtenOff(c.date)),
  VOIDED(c -> LedgerEvent.voided(c.date));

  private static final Pattern WHO_WAS_RIGHT =
      Pattern.compile("\\b(won|win|lost|right|wrong)\\b", Pattern.CASE_INSENSITIVE);

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
          DEFERRAL,
          SETTLEMENT_OFFERED,
          INSOLVENCY_OPENED,
          BREATHING_SPACE,
          CEASE_CONTACT,
          DECEASED,
          HANDED_OVER);

  private static final Set<EventType> INSTALMENTS = EnumSet.of(PLAN_AGREED, SETTLEMENT_ACCEPTED);

  private static final Map<String, EventType> BY_WORDS =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::toString, t -> t));

  private final Function<Cells, LedgerEvent> event;
  private final Set<Column> needed;

  EventType(Function<Cells, LedgerEvent> event, Column... needed) {
    this.event = event;
    this.needed = Set.of(needed);
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

  private static <T> Optional<T> optional(T value) {
    return Optional.ofNullable(value);
  }

  private static LedgerEvent plan(Cells c, boolean settles) {
    List<Instalment> parts = List.of(new Instalment(c.until, c.amount));
    return new PlanAgreed(c.date, parts, settles, c.proposed == null ? c.date : c.proposed);
  }

  private static LedgerEvent dispute(Cells c) {
    return new DisputeOpened(c.date, c.note, optional(c.amount), optional(c.id), optional(c.by));
  }

  /** The note may begin with who was right; other words leave it open. */
  private static Outcome outcome(Cells c) {
    return outcome(c.note).orElse(Outcome.UNKNOWN);
  }

  private static Optional<Outcome> outcome(String note) {
    String first = note.split(",", 2)[0].strip();
    return Arrays.stream(Outcome.values())
        .filter(o -> o.toString().equalsIgnoreCase(first))
        .findFirst();
  }

  /** Whether a note speaks of who was right, in words that nobody can be sure of. */
  boolean leavesOutcomeUnclear(String note) {
    return this == DISPUTE_RESOLVED
        && outcome(note).isEmpty()
        && WHO_WAS_RIGHT.matcher(note).find();
  }

  private static LedgerEvent promise(Cells c) {
    return c.amount == null
        ? LedgerEvent.promise(c.date, c.until)
        : LedgerEvent.promise(c.date, c.amount, c.until);
  }

  private static LedgerEvent further(Cells c, Concession of) {
    return LedgerEvent.furtherGranted(c.date, of, c.by);
  }

  private static LedgerEvent hold(Cells c) {
    return c.until == null
        ? LedgerEvent.hold(c.date, c.note)
        : LedgerEvent.hold(c.date, c.note, c.until);
  }

  private static LedgerEvent stepTaken(Cells c) {
    return new StepTaken(c.date, c.step, optional(c.channel), c.person == null ? "" : c.person);
  }

  private static LedgerEvent reply(Cells c, Reply reply) {
    return new CustomerReplied(c.date, reply, optional(c.why), c.note);
  }

  private static LedgerEvent restricted(Cells c, Restriction restriction) {
    return new Restricted(c.date, restriction, optional(c.until), c.note);
  }

  private static LedgerEvent assessed(Cells c, Charge charge) {
    return c.step == null
        ? LedgerEvent.chargeAssessed(c.date, charge, c.amount)
        : LedgerEvent.chargeAssessed(c.date, charge, c.amount, c.step);
  }

  private static LedgerEvent waived(Cells c, Charge charge) {
    return c.amount == null
        ? LedgerEvent.chargeWaived(c.date, charge)
        : LedgerEvent.chargeWaived(c.date, charge, c.amount);
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

  /** Such as {@code payment-reversed}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
