package io.dunning.cli;

import io.dunning.bridges.document.BankTransaction;
import io.dunning.bridges.document.ProposedReceipt;
import io.dunning.cli.LedgerLine.OfCustomer;
import io.dunning.cli.LedgerLine.OfEvent;
import io.dunning.cli.LedgerLine.OfInvoice;
import io.dunning.event.BankEvent.CandidateBooked;
import io.dunning.event.BankEvent.CandidateReceipt;
import io.dunning.event.BankEvent.CandidateRejected;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The receipts that a ledger proposes, and where new ones belong. */
final class ReceiptBooks {
  /** An invoice, or the account of a customer. */
  private record Place(String customer, Optional<String> invoice) {}

  /** Where each receipt was proposed and is neither booked nor rejected. */
  private final Map<String, Set<Place>> proposed = new HashMap<>();

  private final Map<String, LocalDate> lastProposed = new HashMap<>();

  private final AnnouncedReceipts announced = new AnnouncedReceipts();

  /** Where each payment is booked, by its document. */
  private final Map<String, Place> paid = new HashMap<>();

  /** The documents that are booked now and were not booked before. */
  private final Set<String> added = new HashSet<>();

  private final Map<String, OfInvoice> invoices = new HashMap<>();
  private final Map<String, Set<String>> customersByName = new HashMap<>();

  /** In which currencies each customer owes. */
  private final Map<String, Set<CurrencyUnit>> currencies = new HashMap<>();

  /** Takes a line of the ledger into account. */
  void add(LedgerLine line) {
    if (line instanceof OfCustomer customer) {
      String name = comparable(customer.of().name());
      customersByName.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(customer.customer());
    } else if (line instanceof OfInvoice invoice) {
      invoices.put(invoice.invoice().number(), invoice);
      currencies
          .computeIfAbsent(invoice.customer(), c -> new LinkedHashSet<>())
          .add(invoice.invoice().amount().currency());
    } else if (line instanceof OfEvent event) {
      add(event, new Place(event.customer(), event.number()));
    }
  }

  private void add(OfEvent line, Place place) {
    LedgerEvent event = line.entry().event();
    if (event instanceof CandidateReceipt receipt) {
      proposed.computeIfAbsent(receipt.id(), i -> new LinkedHashSet<>()).add(place);
      lastProposed.merge(receipt.id(), receipt.date(), ReceiptBooks::later);
      announced.add(line.entry());
    } else if (event instanceof CandidateBooked booked) {
      proposed.getOrDefault(booked.id(), new LinkedHashSet<>()).remove(place);
    } else if (event instanceof CandidateRejected rejected) {
      proposed.getOrDefault(rejected.id(), new LinkedHashSet<>()).remove(place);
    } else if (event instanceof MoneyEvent.Payment) {
      line.entry().evidence().document().ifPresent(d -> paid.put(d, place));
    }
  }

  /** Takes into account that a line is new: what was in the ledger before has ended its hold. */
  void isNew(OfEvent line) {
    line.entry().evidence().document().ifPresent(added::add);
  }

  /** A name without what two sources may write differently. */
  static String comparable(String name) {
    return name.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
  }

  /** Whether a receipt is or was proposed in the ledger. */
  boolean knows(String id) {
    return proposed.containsKey(id);
  }

  /**
   * The lines that propose a receipt: on each invoice that it quotes, as far as it is in the
   * currency of the invoice; if it quotes none, on the account of the one customer who has the name
   * of the payer, if this customer owes in the currency of the receipt and in no other. None if
   * there is no such place, or if the receipt was announced and is booked by now.
   */
  List<OfEvent> propose(ProposedReceipt receipt, BankTransaction transaction) {
    List<OfEvent> lines = new ArrayList<>();
    for (String each : receipt.invoices()) {
      OfInvoice invoice = invoices.get(each);
      Optional<Money> money = transaction.amountIn(invoice.invoice().amount().currency());
      money
          .map(m -> event(receipt, m))
          .map(e -> AnnouncedReceipts.marked(e.bookedOn(transaction.bookedOn()), receipt))
          .ifPresent(e -> lines.add(new OfEvent(invoice.customer(), Optional.of(each), e)));
    }
    if (receipt.invoices().isEmpty()) {
      onAccount(receipt, transaction).ifPresent(lines::add);
    }
    return receipt.isBooked() || !isBooked(lines) ? lines : List.of();
  }

  /** Whether what the lines propose as announced is among the payments. */
  private boolean isBooked(List<OfEvent> lines) {
    return lines.stream()
        .anyMatch(
            l ->
                l.entry().event() instanceof CandidateReceipt receipt
                    && announced.isBooked(
                        receipt, t -> fits(new Place(l.customer(), l.number()), t)));
  }

  private Optional<OfEvent> onAccount(ProposedReceipt receipt, BankTransaction transaction) {
    Set<String> named =
        receipt.from().map(n -> customersByName.get(comparable(n))).orElse(Set.of());
    if (named.size() != 1) {
      return Optional.empty();
    }
    String customer = named.iterator().next();
    // an amount on an account has the one currency of its invoices
    Set<CurrencyUnit> owed = currencies.getOrDefault(customer, Set.of());
    return owed.size() != 1
        ? Optional.empty()
        : transaction
            .amountIn(owed.iterator().next())
            .map(m -> event(receipt, m).bookedOn(transaction.bookedOn()))
            .map(e -> AnnouncedReceipts.marked(e, receipt))
            .map(e -> new OfEvent(customer, Optional.empty(), e));
  }

  private static LedgerEvent event(ProposedReceipt receipt, Money money) {
    return LedgerEvent.candidateReceipt(
        receipt.date(), receipt.id(), money, receipt.from().orElse(""));
  }

  /**
   * The lines that end the hold of a receipt wherever it was proposed, as it is booked now. If
   * nothing has this name, the receipt may have been announced under another.
   */
  List<OfEvent> booked(String id, BankTransaction transaction) {
    Set<Place> places = proposed.getOrDefault(id, Set.of());
    if (!places.isEmpty()) {
      announced.ended(id);
      announced.booked(transaction);
      return ends(id, places, transaction);
    }
    return announced
        .alike(transaction, this::mayBe)
        .map(other -> ends(other, proposed.get(other), transaction))
        .orElse(List.of());
  }

  /** Whether an announced receipt was proposed for the invoice that is paid now, or its account. */
  private boolean mayBe(String id, BankTransaction transaction) {
    return added.contains(transaction.document())
        && proposed.get(id).stream().anyMatch(p -> fits(p, transaction));
  }

  private boolean fits(Place proposed, BankTransaction transaction) {
    Place place = paid.get(transaction.document());
    return place != null
        && proposed.customer().equals(place.customer())
        && (proposed.invoice().isEmpty() || proposed.equals(place));
  }

  /** An end before the proposal would end nothing: a booking date may be before a value date. */
  private List<OfEvent> ends(String id, Set<Place> places, BankTransaction transaction) {
    LocalDate day = later(transaction.bookedOn(), lastProposed.get(id));
    BookedEvent end = LedgerEvent.candidateBooked(day, id).bookedOn(day);
    return places.stream().map(p -> new OfEvent(p.customer(), p.invoice(), end)).toList();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
