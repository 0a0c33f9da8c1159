package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.ledger.LedgerEvent;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of events in a ledger file, and the columns each of them needs. */
enum EventType {
  PAYMENT("payment", Set.of("amount")),
  PAYMENT_REVERSED("payment-reversed", Set.of("amount")),
  CREDIT("credit", Set.of("amount")),
  REFUND("refund", Set.of("amount")),
  DISPUTE_OPENED("dispute-opened", Set.of()),
  DISPUTE_RESOLVED("dispute-resolved", Set.of()),
  PROMISE("promise", Set.of("until")),
  PROMISE_WITHDRAWN("promise-withdrawn", Set.of()),
  HOLD("hold", Set.of()),
  HOLD_RELEASED("hold-released", Set.of()),
  STEP_TAKEN("step-taken", Set.of("step")),
  STEP_WITHDRAWN("step-withdrawn", Set.of("step")),
  CUSTOMER_REPLIED("customer-replied", Set.of()),
  CONTACT("contact", Set.of("channel")),
  WRITTEN_OFF("written-off", Set.of()),
  VOIDED("voided", Set.of());

  private final String words;
  private final Set<String> needed;

  EventType(String words, Set<String> needed) {
    this.words = words;
    this.needed = needed;
  }

  /** What a row says; what it leaves blank is null. */
  record Cells(
      LocalDate date, Money amount, LocalDate until, String step, Channel channel, String note) {}

  static Optional<EventType> of(String words) {
    return Arrays.stream(values()).filter(t -> t.words.equals(words)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(EventType::toString).collect(Collectors.joining(", "));
  }

  boolean needs(String column) {
    return needed.contains(column);
  }

  /** Whether the event can concern a whole account. */
  boolean fitsAccount() {
    return this != CREDIT && this != REFUND && this != WRITTEN_OFF && this != VOIDED;
  }

  LedgerEvent event(Cells c) {
    return switch (this) {
      case PAYMENT -> new LedgerEvent.Payment(c.date, c.amount);
      case PAYMENT_REVERSED -> new LedgerEvent.PaymentReversed(c.date, c.amount);
      case CREDIT -> new LedgerEvent.Credit(c.date, c.amount);
      case REFUND -> new LedgerEvent.Refund(c.date, c.amount);
      case DISPUTE_OPENED -> new LedgerEvent.DisputeOpened(c.date, c.note);
      case DISPUTE_RESOLVED -> new LedgerEvent.DisputeResolved(c.date);
      case PROMISE -> new LedgerEvent.PromiseToPay(c.date, Optional.ofNullable(c.amount), c.until);
      case PROMISE_WITHDRAWN -> new LedgerEvent.PromiseWithdrawn(c.date);
      case HOLD -> new LedgerEvent.Hold(c.date, c.note, Optional.ofNullable(c.until));
      case HOLD_RELEASED -> new LedgerEvent.HoldReleased(c.date);
      case STEP_TAKEN -> new LedgerEvent.StepTaken(c.date, c.step, Optional.ofNullable(c.channel));
      case STEP_WITHDRAWN -> new LedgerEvent.StepWithdrawn(c.date, c.step);
      case CUSTOMER_REPLIED -> new LedgerEvent.CustomerReplied(c.date, c.note);
      case CONTACT -> new LedgerEvent.Contact(c.date, c.channel);
      case WRITTEN_OFF -> new LedgerEvent.WrittenOff(c.date);
      case VOIDED -> new LedgerEvent.Voided(c.date);
    };
  }

  /** Such as {@code payment-reversed}. */
  @Override
  public String toString() {
    return words;
  }
}
