package io.dunning.cli;

import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.BankEvent.CandidateReceipt;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.Concession;
import io.dunning.event.ContactEvent.CustomerReplied;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent.Restricted;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.terms.Instalment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How cells become events, and events become cells, where cells may be blank or hold words. */
final class EventForms {
  private static final Pattern WHO_WAS_RIGHT =
      Pattern.compile("\\b(won|win|lost|right|wrong)\\b", Pattern.CASE_INSENSITIVE);

  private EventForms() {}

  static <T> Optional<T> optional(T value) {
    return Optional.ofNullable(value);
  }

  static LedgerEvent plan(EventType.Cells c, boolean settles) {
    List<Instalment> parts = List.of(new Instalment(c.until(), c.amount()));
    return new PlanAgreed(c.date(), parts, settles, c.proposed() == null ? c.date() : c.proposed());
  }

  static void instalment(PlanAgreed plan, EventCells c) {
    Instalment part = plan.instalments().get(0);
    c.amount(part.amount()).until(part.due()).proposed(plan.proposedOn());
  }

  static LedgerEvent dispute(EventType.Cells c) {
    return new DisputeOpened(
        c.date(), c.note(), optional(c.amount()), optional(c.id()), optional(c.by()));
  }

  /** The note may begin with who was right; other words leave it open. */
  static Outcome outcome(EventType.Cells c) {
    return outcome(c.note()).orElse(Outcome.UNKNOWN);
  }

  static String note(Outcome outcome) {
    return outcome == Outcome.UNKNOWN ? "" : outcome.toString();
  }

  private static Optional<Outcome> outcome(String note) {
    String first = note.split(",", 2)[0].strip();
    return Arrays.stream(Outcome.values())
        .filter(o -> o.toString().equalsIgnoreCase(first))
        .findFirst();
  }

  /** Whether a note speaks of who was right, in words that nobody can be sure of. */
  static boolean leavesOutcomeUnclear(String note) {
    return outcome(note).isEmpty() && WHO_WAS_RIGHT.matcher(note).find();
  }

  static LedgerEvent promise(EventType.Cells c) {
    return c.amount() == null
        ? LedgerEvent.promise(c.date(), c.until())
        : LedgerEvent.promise(c.date(), c.amount(), c.until());
  }

  static LedgerEvent further(EventType.Cells c, Concession of) {
    return LedgerEvent.furtherGranted(c.date(), of, c.by());
  }

  static LedgerEvent hold(EventType.Cells c) {
    return c.until() == null
        ? LedgerEvent.hold(c.date(), c.note())
        : LedgerEvent.hold(c.date(), c.note(), c.until());
  }

  static LedgerEvent stepTaken(EventType.Cells c) {
    return new StepTaken(
        c.date(), c.step(), optional(c.channel()), c.person() == null ? "" : c.person());
  }

  static LedgerEvent reply(EventType.Cells c, Reply reply) {
    return new CustomerReplied(c.date(), reply, optional(c.why()), c.note());
  }

  static LedgerEvent restricted(EventType.Cells c, Restriction restriction) {
    return new Restricted(c.date(), restriction, optional(c.until()), c.note());
  }

  static LedgerEvent assessed(EventType.Cells c, Charge charge) {
    return c.step() == null
        ? LedgerEvent.chargeAssessed(c.date(), charge, c.amount())
        : LedgerEvent.chargeAssessed(c.date(), charge, c.amount(), c.step());
  }

  static LedgerEvent waived(EventType.Cells c, Charge charge) {
    return c.amount() == null
        ? LedgerEvent.chargeWaived(c.date(), charge)
        : LedgerEvent.chargeWaived(c.date(), charge, c.amount());
  }

  /** The sender may be left blank, and how long it holds. */
  static LedgerEvent receipt(EventType.Cells c) {
    return new CandidateReceipt(c.date(), c.id(), c.amount(), words(c.by()), optional(c.until()));
  }

  /** Scheme and code may be left blank. */
  static LedgerEvent collectionFailed(EventType.Cells c) {
    return LedgerEvent.collectionFailed(c.date(), words(c.by()), words(c.id()));
  }

  /** Words as a cell: null if there are none. */
  static String blank(String words) {
    return words.isBlank() ? null : words;
  }

  private static String words(String cell) {
    return cell == null ? "" : cell;
  }
}
