package io.dunning.cli;

import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Invoice;
import io.dunning.money.Money;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is booked on invoices: how much was paid and credited, and how much is open. */
final class BookedSums {
  private static final String PAY_BACK = "pay it back or book it on another invoice";

  private final BookedDocuments documents = new BookedDocuments();
  private final Set<What> known = new HashSet<>();
  private final Set<String> voided = new HashSet<>();
  private final Map<String, Money> paid = new HashMap<>();
  private final Map<String, Money> credited = new HashMap<>();
  private final Map<String, Money> lowered = new HashMap<>();

  /** An event without what a ledger may tell in other words. */
  private record What(String invoice, LedgerEvent event) {}

  /** From now on, events are read and were not in the ledger before. */
  void startReading() {
    documents.startReading();
  }

  /** Takes an event of an invoice into account. */
  void add(String invoice, BookedEvent entry) {
    LedgerEvent event = entry.event();
    documents.add(invoice, entry);
    known.add(new What(invoice, event));
    if (event instanceof MoneyEvent money) {
      money.reduction().ifPresent(r -> lowered.merge(invoice, r, Money::plus));
      if (event instanceof MoneyEvent.Payment || event instanceof MoneyEvent.PaymentReversed) {
        money.reduction().ifPresent(r -> paid.merge(invoice, r, Money::plus));
      }
      if (event instanceof MoneyEvent.Credit credit) {
        credited.merge(invoice, credit.amount(), Money::plus);
      }
      if (event instanceof MoneyEvent.Voided) {
        voided.add(invoice);
      }
    }
  }

  /** Takes an event of the account of a customer into account. */
  void addOnAccount(String customer, BookedEvent entry) {
    documents.add("the account of " + customer, entry);
  }

  /** Where the same is booked already on account of the same document; empty if nowhere. */
  Optional<String> where(String invoice, BookedEvent entry) {
    return documents.where(invoice, entry);
  }

  /** Whether anything is booked on account of a document. */
  boolean knows(String document) {
    return documents.knows(document);
  }

  /** Whether an invoice was voided or credited in full; one that is paid still stands. */
  boolean isGone(Invoice invoice) {
    return voided.contains(invoice.number())
        || before(credited, invoice).compareTo(invoice.amount()) >= 0;
  }

  /** How much is open, never below zero. */
  private Money open(Invoice invoice) {
    Money zero = Money.zero(invoice.amount().currency());
    Money rest = invoice.amount().minus(before(lowered, invoice));
    return rest.isNegative() || voided.contains(invoice.number()) ? zero : rest;
  }

  private static Money before(Map<String, Money> sums, Invoice invoice) {
    return sums.getOrDefault(invoice.number(), Money.zero(invoice.amount().currency()));
  }

  /** Why an event cannot be booked, and what to do; empty if it can. */
  Optional<String> refusal(Invoice invoice, LedgerEvent event) {
    if (event instanceof MoneyEvent.Credit credit) {
      return refusal(invoice, credit.amount());
    }
    if (event instanceof MoneyEvent.PaymentReversed back) {
      Money before = before(paid, invoice);
      return back.amount().compareTo(before) > 0
          ? Optional.of(
              "it is more than was paid, " + before + "; record the payment that came back first")
          : Optional.empty();
    }
    return Optional.empty();
  }

  /**
   * Why a credit cannot be booked. Payments do not matter, so that a credit note and a payment come
   * to the same, whichever is read first.
   */
  private Optional<String> refusal(Invoice invoice, Money credit) {
    if (!credit.currency().equals(invoice.amount().currency())) {
      return Optional.of(
          "it is not in "
              + invoice.amount().currency()
              + ", as the invoice is; record a credit in that currency");
    }
    if (isGone(invoice)) {
      return Optional.of(
          "the invoice is voided, credited in full or a credit note itself; " + PAY_BACK);
    }
    Money left = invoice.amount().minus(before(credited, invoice));
    return credit.compareTo(left) > 0
        ? Optional.of(
            "it is more than the invoice comes to less other credits, "
                + left
                + "; record a credit of that much, and book the rest on another invoice")
        : Optional.empty();
  }

  /** What looks wrong with an event that is booked all the same; empty if nothing does. */
  Optional<String> doubt(Invoice invoice, BookedEvent entry) {
    if (!(entry.event() instanceof MoneyEvent.Payment
        || entry.event() instanceof MoneyEvent.Credit)) {
      return Optional.empty();
    }
    if (known.contains(new What(invoice.number(), entry.event()))) {
      return Optional.of(
          "the same amount of the same day is there; delete one of them if it is booked twice");
    }
    Optional<String> others = documents.others(invoice.number(), entry);
    if (others.isPresent()) {
      return Optional.of(
          "this document is booked with " + others.get() + " already; delete what is booked twice");
    }
    Money open = open(invoice);
    List<Money> amounts = ((MoneyEvent) entry.event()).amounts();
    if (amounts.get(0).compareTo(open) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        open.isZero()
            ? "nothing was open on it; " + PAY_BACK
            : "only " + open + " was open; see what the rest is for");
  }
}
