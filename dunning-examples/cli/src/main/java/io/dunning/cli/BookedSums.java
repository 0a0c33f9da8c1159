package io.dunning.cli;

import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Invoice;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is booked on invoices: which events, how much was paid, and how much is open. */
final class BookedSums {
  private final Set<Booked> events = new HashSet<>();
  private final Set<What> known = new HashSet<>();
  private final Set<String> documents = new HashSet<>();
  private final Set<String> voided = new HashSet<>();
  private final Map<String, Money> paid = new HashMap<>();
  private final Map<String, Money> credited = new HashMap<>();
  private final Map<String, Money> lowered = new HashMap<>();

  /** An event without what a ledger may tell in other words. */
  private record What(
      String invoice, Class<? extends LedgerEvent> type, LocalDate date, List<Money> amounts) {}

  /** An event and the document behind it. */
  private record Booked(What what, String document) {}

  private static What what(String invoice, LedgerEvent event) {
    List<Money> amounts = event instanceof MoneyEvent money ? money.amounts() : List.of();
    return new What(invoice, event.getClass(), event.date(), amounts);
  }

  void add(String invoice, BookedEvent entry) {
    LedgerEvent event = entry.event();
    What what = what(invoice, event);
    known.add(what);
    entry
        .evidence()
        .document()
        .ifPresent(
            d -> {
              documents.add(d);
              events.add(new Booked(what, d));
            });
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

  /** Whether the same is booked on the invoice on account of the same document. */
  boolean has(String invoice, BookedEvent entry) {
    What what = what(invoice, entry.event());
    return entry
        .evidence()
        .document()
        .filter(d -> events.contains(new Booked(what, d)))
        .isPresent();
  }

  /** Whether anything is booked on account of a document. */
  boolean knows(String document) {
    return documents.contains(document);
  }

  /** Whether an invoice was voided or credited in full; one that is paid still stands. */
  boolean isGone(Invoice invoice) {
    return voided.contains(invoice.number())
        || before(credited, invoice).compareTo(invoice.amount()) >= 0;
  }

  private Money open(Invoice invoice) {
    return invoice.amount().minus(before(lowered, invoice));
  }

  private static Money before(Map<String, Money> sums, Invoice invoice) {
    return sums.getOrDefault(invoice.number(), Money.zero(invoice.amount().currency()));
  }

  /** Why an event cannot be booked, and what to do; empty if it can. */
  Optional<String> refusal(Invoice invoice, LedgerEvent event) {
    if (event instanceof MoneyEvent.Credit credit) {
      if (!credit.amount().currency().equals(invoice.amount().currency())) {
        return Optional.of(
            "it is not in "
                + invoice.amount().currency()
                + ", as the invoice is; record a credit in that currency");
      }
      Money open = open(invoice);
      return credit.amount().compareTo(open) > 0
          ? Optional.of(
              "it is more than is open, " + open + "; record a credit of as much as is open")
          : Optional.empty();
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

  /** What looks wrong with a payment that is booked all the same; empty if nothing does. */
  Optional<String> doubt(Invoice invoice, BookedEvent entry) {
    if (!(entry.event() instanceof MoneyEvent.Payment payment)) {
      return Optional.empty();
    }
    if (known.contains(what(invoice.number(), payment))) {
      return Optional.of(
          "the same amount of the same day is there; delete one of them if it is booked twice");
    }
    Money open = open(invoice);
    return payment.amount().compareTo(open) > 0
        ? Optional.of("only " + open + " was open; see what the rest is for")
        : Optional.empty();
  }
}
