package io.dunning.cli;

import io.dunning.bridges.document.BankFile;
import io.dunning.bridges.document.BankTransaction;
import io.dunning.bridges.document.BankTransaction.Kind;
import io.dunning.bridges.document.ElectronicInvoice;
import io.dunning.bridges.document.ProposedReceipt;
import io.dunning.bridges.document.ReceiptMatcher;
import io.dunning.bridges.document.ReceivedStatus;
import io.dunning.bridges.status.InvoiceStatuses;
import io.dunning.bridges.status.StatusAnswer;
import io.dunning.cli.LedgerLine.OfCustomer;
import io.dunning.cli.LedgerLine.OfEvent;
import io.dunning.cli.LedgerLine.OfInvoice;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.terms.PaymentTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of a ledger, to which documents are added. */
final class DocumentBooks {
  private final Optional<PaymentTerms> otherwise;
  private final List<String> problems;
  private final List<String> notes;
  private final List<LedgerLine> lines = new ArrayList<>();
  private final Set<String> customers = new LinkedHashSet<>();
  private final Map<String, OfInvoice> known = new LinkedHashMap<>();

  /** The documents behind the events that are booked, so that none is booked twice. */
  private final Set<String> documents = new HashSet<>();

  private final ReceiptBooks receipts = new ReceiptBooks();

  private int invoices;
  private int events;

  DocumentBooks(
      List<Account> before,
      Optional<PaymentTerms> otherwise,
      List<String> problems,
      List<String> notes) {
    this.otherwise = otherwise;
    this.problems = problems;
    this.notes = notes;
    LedgerLine.of(before).forEach(this::add);
  }

  private void add(LedgerLine line) {
    lines.add(line);
    receipts.add(line);
    if (line instanceof OfCustomer customer) {
      customers.add(customer.customer());
    } else if (line instanceof OfInvoice invoice) {
      known.put(invoice.invoice().number(), invoice);
    } else if (line instanceof OfEvent event) {
      event.entry().evidence().document().ifPresent(documents::add);
    }
  }

  /** Adds an invoice and its customer; a credit note lowers the invoice that it names. */
  void invoice(ElectronicInvoice document) {
    Optional<LedgerEvent> credit = document.credit();
    if (credit.isPresent() && known.containsKey(document.references().preceding().get(0))) {
      OfInvoice before = known.get(document.references().preceding().get(0));
      BookedEvent entry = new BookedEvent(credit.get(), credit.get().date());
      book(before, entry.with(entry.evidence().withDocument(document.number())));
      return;
    }
    Optional<Invoice> invoice = document.invoice().or(() -> otherwise.map(document::invoice));
    if (known.containsKey(document.number())) {
      problems.add("invoice is in the ledger already: " + Found.shortened(document.number()));
    } else if (document.buyer().key().isEmpty()) {
      problems.add("invoice does not name the buyer: " + Found.shortened(document.number()));
    } else if (invoice.isEmpty()) {
      problems.add(
          "nothing says when the invoice falls due: "
              + Found.shortened(document.number())
              + "\nMaybe --terms 'net 30'");
    } else {
      add(document, invoice.get());
    }
  }

  private void add(ElectronicInvoice document, Invoice invoice) {
    String id = document.buyer().key().orElseThrow();
    if (!customers.contains(id)) {
      Customer customer = Customer.of(id);
      customer = document.buyer().name().map(customer::named).orElse(customer);
      customer = document.buyer().country().map(customer::inCountry).orElse(customer);
      add(new OfCustomer(customer));
    }
    add(new OfInvoice(id, invoice));
    invoices++;
  }

  void statuses(List<ReceivedStatus> received) {
    for (ReceivedStatus each : received) {
      StatusAnswer answer = InvoiceStatuses.shipped().answer(each.status());
      OfInvoice invoice = known.get(each.invoice());
      String what = "status " + each.status().code() + " of invoice " + each.invoice();
      answer.gap().ifPresent(g -> notes.add(what + ": " + g.replace('\n', ' ')));
      if (invoice == null) {
        notes.add(what + ": no such invoice");
      } else {
        answer.event().ifPresent(e -> book(invoice, new BookedEvent(e, e.date())));
      }
    }
  }

  void bankFile(BankFile file) {
    ReceiptMatcher matcher =
        ReceiptMatcher.of(known.values().stream().map(OfInvoice::invoice).toList());
    for (BankTransaction each : file.transactions()) {
      Optional<Invoice> invoice =
          each.kind() == Kind.RECEIPT_REVERSED ? only(matcher, each) : matcher.paidBy(each);
      Optional<BookedEvent> entry = invoice.flatMap(i -> each.eventIn(i.amount().currency()));
      if (entry.isPresent()) {
        book(known.get(invoice.orElseThrow().number()), entry.get(), each);
      } else {
        unbooked(matcher, each);
      }
    }
  }

  private static Optional<Invoice> only(ReceiptMatcher matcher, BankTransaction transaction) {
    List<Invoice> quoted = matcher.quotedBy(transaction);
    return quoted.size() == 1 ? Optional.of(quoted.get(0)) : Optional.empty();
  }

  /** Proposes a receipt that is not booked, so that steps wait for it, and lists it. */
  private void unbooked(ReceiptMatcher matcher, BankTransaction transaction) {
    Optional<ProposedReceipt> proposed = matcher.proposed(transaction);
    if (proposed.isEmpty() && transaction.kind() != Kind.RECEIPT_REVERSED) {
      return;
    }
    String what =
        transaction.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + " of "
            + transaction.date()
            + ", "
            + transaction.amount()
            + transaction.counterparty().map(c -> " from " + c).orElse("");
    String id = transaction.bankReference().orElse(transaction.id());
    if (proposed.isPresent() && (documents.contains(id) || receipts.knows(id))) {
      String how = documents.contains(id) ? "booked" : "proposed";
      notes.add(how + " already: " + what + ", document " + id);
      return;
    }
    List<String> quoted = matcher.quotedBy(transaction).stream().map(Invoice::number).toList();
    List<OfEvent> held = proposed.map(p -> receipts.propose(p, transaction)).orElse(List.of());
    held.forEach(this::addEvent);
    notes.add(
        what
            + ", is not booked: "
            + (quoted.isEmpty() ? "it quotes no invoice" : "see " + String.join(", ", quoted))
            + (held.isEmpty()
                ? ""
                : "; until you book or reject it, it holds steps of " + places(held)));
  }

  private static String places(List<OfEvent> held) {
    return held.stream()
        .map(e -> e.number().orElse("customer " + e.customer()))
        .collect(Collectors.joining(", "));
  }

  /** Books a payment, or one that came back, and what follows from it. */
  private void book(OfInvoice invoice, BookedEvent entry, BankTransaction transaction) {
    if (book(invoice, entry)) {
      transaction
          .failedCollection()
          .ifPresent(f -> book(invoice, f.bookedOn(transaction.bookedOn())));
    }
    String id = transaction.bankReference().orElse(transaction.id());
    receipts.booked(id, transaction).forEach(this::addEvent);
  }

  /** Whether the event was new. */
  private boolean book(OfInvoice invoice, BookedEvent entry) {
    Optional<String> document = entry.evidence().document();
    if (document.filter(documents::contains).isPresent()) {
      notes.add("booked already: " + entry);
      return false;
    }
    addEvent(new OfEvent(invoice.customer(), Optional.of(invoice.invoice().number()), entry));
    return true;
  }

  private void addEvent(OfEvent event) {
    add(event);
    events++;
  }

  /** All lines, each with its place. */
  List<LinesReader.Numbered> lines() {
    List<LinesReader.Numbered> all = new ArrayList<>();
    for (LedgerLine each : lines) {
      all.add(new LinesReader.Numbered(all.size() + 1, each));
    }
    return all;
  }

  int invoices() {
    return invoices;
  }

  int events() {
    return events;
  }
}
