package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.ContactEvent;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.ContactEvent.Purpose;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of events in a ledger file, and the columns each of them needs. */
enum EventType {
  PAYMENT("payment", c -> new MoneyEvent.Payment(c.date, c.amount), "amount"),
  PAYMENT_REVERSED(
      "payment-reversed", c -> new MoneyEvent.PaymentReversed(c.date, c.amount), "amount"),
  CREDIT("credit", c -> new MoneyEvent.Credit(c.date, c.amount), "amount"),
  REFUND("refund", c -> new MoneyEvent.Refund(c.date, c.amount), "amount"),
  DISPUTE_OPENED(
      "dispute-opened", c -> new DisputeEvent.DisputeOpened(c.date, c.note, optional(c.amount))),
  DISPUTE_RESOLVED("dispute-resolved", c -> new DisputeEvent.DisputeResolved(c.date, outcome(c))),
  PROMISE(
      "promise",
      c -> new AgreementEvent.PromiseToPay(c.date, optional(c.amount), c.until),
      "until"),
  PROMISE_WITHDRAWN("promise-withdrawn", c -> new AgreementEvent.PromiseWithdrawn(c.date)),
  /** Rows of one day and debt are the instalments of one plan. */
  PLAN_AGREED(
      "plan-agreed",
      c -> new AgreementEvent.PlanAgreed(c.date, List.of(new Instalment(c.until, c.amount))),
      "amount",
      "until"),
  SETTLEMENT_OFFERED(
      "settlement-offered",
      c -> new AgreementEvent.SettlementOffered(c.date, c.amount, c.until),
      "amount",
      "until"),
  /** Rows of one day and debt are the instalments of one settlement. */
  SETTLEMENT_ACCEPTED(
      "settlement-accepted",
      c -> new AgreementEvent.PlanAgreed(c.date, List.of(new Instalment(c.until, c.amount)), true),
      "amount",
      "until"),
  SETTLEMENT_LAPSED("settlement-lapsed", c -> new AgreementEvent.SettlementLapsed(c.date)),
  PLAN_CANCELLED("plan-cancelled", c -> new AgreementEvent.PlanCancelled(c.date)),
  DEFERRAL("deferral", c -> new TermsEvent.Deferral(c.date, c.until), "until"),
  TERMS_RENEGOTIATED(
      "terms-renegotiated", c -> new TermsEvent.TermsRenegotiated(c.date, c.until), "until"),
  HOLD("hold", c -> new RestrictionEvent.Hold(c.date, c.note, optional(c.until))),
  HOLD_RELEASED("hold-released", c -> new RestrictionEvent.HoldReleased(c.date)),
  STEP_TAKEN(
      "step-taken", c -> new StepEvent.StepTaken(c.date, c.step, optional(c.channel)), "step"),
  STEP_WITHDRAWN("step-withdrawn", c -> new StepEvent.StepWithdrawn(c.date, c.step), "step"),
  STEP_APPROVED("step-approved", c -> new StepEvent.StepApproved(c.date, c.step), "step"),
  STEP_REFUSED("step-refused", c -> new StepEvent.StepRefused(c.date, c.step), "step"),
  DELIVERED(
      "delivered",
      c -> new DeliveryEvent.DeliveryConfirmed(c.date, optional(c.step), optional(c.channel))),
  NOT_DELIVERED(
      "not-delivered",
      c -> new DeliveryEvent.DeliveryFailed(c.date, optional(c.step), optional(c.channel))),
  CONTACT("contact", c -> contact(c, Direction.OUT), "channel"),
  CONTACT_BY_CUSTOMER("contact-by-customer", c -> contact(c, Direction.IN), "channel"),
  CONTACT_INVITED(
      "contact-invited", c -> new ContactEvent.ContactInvited(c.date, optional(c.until))),
  OPTED_OUT("opted-out", c -> new ContactEvent.OptedOut(c.date, c.channel), "channel"),
  OPTED_IN("opted-in", c -> new ContactEvent.OptedIn(c.date, c.channel), "channel"),
  NOTICE_GIVEN("notice-given", c -> new ContactEvent.NoticeGiven(c.date, c.step), "step"),
  CUSTOMER_REPLIED("customer-replied", c -> reply(c, Reply.OTHER)),
  ASKS_FOR_TIME("customer-asks-for-time", c -> reply(c, Reply.ASKS_FOR_TIME)),
  DISPUTES("customer-disputes", c -> reply(c, Reply.DISPUTES)),
  PROMISES("customer-promises", c -> reply(c, Reply.PROMISES)),
  REFUSES("customer-refuses", c -> reply(c, Reply.REFUSES)),
  INSOLVENCY_OPENED("insolvency-opened", c -> restricted(c, Restriction.INSOLVENCY)),
  INSOLVENCY_CLOSED("insolvency-closed", c -> lifted(c, Restriction.INSOLVENCY)),
  BREATHING_SPACE("breathing-space", c -> restricted(c, Restriction.BREATHING_SPACE)),
  BREATHING_SPACE_ENDED("breathing-space-ended", c -> lifted(c, Restriction.BREATHING_SPACE)),
  CEASE_CONTACT("cease-contact", c -> restricted(c, Restriction.CEASE_CONTACT)),
  CEASE_CONTACT_LIFTED("cease-contact-lifted", c -> lifted(c, Restriction.CEASE_CONTACT)),
  DECEASED("deceased", c -> restricted(c, Restriction.DECEASED)),
  ESTATE_SETTLED("estate-settled", c -> lifted(c, Restriction.DECEASED)),
  HANDED_OVER("handed-over", c -> restricted(c, Restriction.HANDED_OVER)),
  RECALLED("recalled", c -> lifted(c, Restriction.HANDED_OVER)),
  FEE_ASSESSED("fee-assessed", c -> assessed(c, Charge.FEE), "amount"),
  FEE_WAIVED("fee-waived", c -> waived(c, Charge.FEE)),
  FEE_REINSTATED("fee-reinstated", c -> reinstated(c, Charge.FEE), "amount"),
  FEE_REVERSED("fee-reversed", c -> reversed(c, Charge.FEE), "amount"),
  INTEREST_ASSESSED("interest-assessed", c -> assessed(c, Charge.INTEREST), "amount"),
  INTEREST_WAIVED("interest-waived", c -> waived(c, Charge.INTEREST)),
  INTEREST_REINSTATED("interest-reinstated", c -> reinstated(c, Charge.INTEREST), "amount"),
  INTEREST_REVERSED("interest-reversed", c -> reversed(c, Charge.INTEREST), "amount"),
  WRITTEN_OFF("written-off", c -> new MoneyEvent.WrittenOff(c.date)),
  VOIDED("voided", c -> new MoneyEvent.Voided(c.date));

  private static final Set<EventType> OF_INVOICES =
      Set.of(
          CREDIT,
          REFUND,
          WRITTEN_OFF,
          VOIDED,
          TERMS_RENEGOTIATED,
          SETTLEMENT_OFFERED,
          FEE_ASSESSED,
          FEE_WAIVED,
          FEE_REINSTATED,
          FEE_REVERSED,
          INTEREST_ASSESSED,
          INTEREST_WAIVED,
          INTEREST_REINSTATED,
          INTEREST_REVERSED);

  private final String words;
  private final Function<Cells, LedgerEvent> event;
  private final Set<String> needed;

  EventType(String words, Function<Cells, LedgerEvent> event, String... needed) {
    this.words = words;
    this.event = event;
    this.needed = Set.of(needed);
  }

  /** What a row says; what it leaves blank is null, but for the note. */
  record Cells(
      LocalDate date, Money amount, LocalDate until, String step, Channel channel, String note) {}

  private static <T> Optional<T> optional(T value) {
    return Optional.ofNullable(value);
  }

  /** Who was reached, what for and by whom stands in the note, with commas between. */
  private static LedgerEvent contact(Cells c, Direction direction) {
    ContactEvent.Contact contact =
        new ContactEvent.Contact(c.date, c.channel, direction, Reached.UNKNOWN);
    for (String part : c.note.split(",")) {
      String words = part.strip();
      for (Reached each : Reached.values()) {
        if (each.toString().replaceFirst("^the ", "").equals(words)) {
          contact =
              new ContactEvent.Contact(
                  c.date, c.channel, direction, each, contact.purpose(), contact.collector());
        }
      }
      for (Purpose each : Purpose.values()) {
        contact = each.toString().equals(words) ? contact.withPurpose(each) : contact;
      }
      contact = words.startsWith("by ") ? contact.by(words.substring(3).strip()) : contact;
    }
    return contact;
  }

  /** Who was right stands in the note, if it is one of the words for it. */
  private static Outcome outcome(Cells c) {
    return Arrays.stream(Outcome.values())
        .filter(o -> o.toString().equals(c.note))
        .findFirst()
        .orElse(Outcome.UNKNOWN);
  }

  private static LedgerEvent assessed(Cells c, Charge charge) {
    return new ChargeEvent.ChargeAssessed(c.date, charge, c.amount, optional(c.step));
  }

  private static LedgerEvent waived(Cells c, Charge charge) {
    return new ChargeEvent.ChargeWaived(c.date, charge, optional(c.amount));
  }

  private static LedgerEvent reinstated(Cells c, Charge charge) {
    return new ChargeEvent.ChargeReinstated(c.date, charge, c.amount);
  }

  private static LedgerEvent reversed(Cells c, Charge charge) {
    return new ChargeEvent.ChargeReversed(c.date, charge, c.amount, optional(c.step));
  }

  private static LedgerEvent reply(Cells c, Reply reply) {
    return new ContactEvent.CustomerReplied(c.date, reply, c.note);
  }

  private static LedgerEvent restricted(Cells c, Restriction restriction) {
    return new RestrictionEvent.Restricted(c.date, restriction, optional(c.until), c.note);
  }

  private static LedgerEvent lifted(Cells c, Restriction restriction) {
    return new RestrictionEvent.RestrictionLifted(c.date, restriction);
  }

  static Optional<EventType> of(String words) {
    return Arrays.stream(values()).filter(t -> t.words.equals(words)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(EventType::toString).collect(Collectors.joining(", "));
  }

  boolean needs(String column) {
    return needed.contains(column);
  }

  /** Whether the event can concern a whole account, given what else its row says. */
  boolean fitsAccount(boolean hasAmount, boolean hasStep) {
    boolean ofPart = this == DISPUTE_OPENED && hasAmount;
    boolean ofInvoice = (this == DELIVERED || this == NOT_DELIVERED) && !hasStep;
    return !OF_INVOICES.contains(this) && !ofPart && !ofInvoice;
  }

  /** Whether an end before the day makes no sense. */
  boolean endsAfterDate() {
    return this == PROMISE
        || this == HOLD
        || this == DEFERRAL
        || this == BREATHING_SPACE
        || this == SETTLEMENT_OFFERED;
  }

  LedgerEvent event(Cells cells) {
    return event.apply(cells);
  }

  /** Such as {@code payment-reversed}. */
  @Override
  public String toString() {
    return words;
  }
}
