package io.dunning.cli;

import io.dunning.cli.LedgerLine.OfCustomer;
import io.dunning.cli.LedgerLine.OfEvent;
import io.dunning.cli.LedgerLine.OfInvoice;
import io.dunning.event.BankEvent.BankDataAsOf;
import io.dunning.event.BookedEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of a ledger, to which documents are added, and what there is to tell about them. */
final class DocumentBooks {
  private final List<LedgerLine> lines = new ArrayList<>();
  private final Set<String> customers = new LinkedHashSet<>();
  private final Map<String, OfInvoice> known = new LinkedHashMap<>();
  private final Map<String, LocalDate> bankDataThrough = new HashMap<>();

  /** What is booked on each invoice, so that nothing is booked twice. */
  private final BookedSums booked = new BookedSums();

  private final ReceiptBooks receipts = new ReceiptBooks();
  private final List<String> notes;

  private int invoices;
  private int events;

  DocumentBooks(List<Account> before, List<String> notes) {
    this.notes = notes;
    LedgerLine.of(before).forEach(this::append);
    booked.startReading();
  }

  /** Takes over a line, whether it is new or was in the ledger before. */
  private void append(LedgerLine line) {
    lines.add(line);
    receipts.add(line);
    if (line instanceof OfCustomer customer) {
      customers.add(customer.customer());
    } else if (line instanceof OfInvoice invoice) {
      known.put(invoice.invoice().number(), invoice);
    } else if (line instanceof OfEvent event) {
      event
          .number()
          .ifPresentOrElse(
              n -> booked.add(n, event.entry()),
              () -> booked.addOnAccount(event.customer(), event.entry()));
      if (event.entry().event() instanceof BankDataAsOf data && event.number().isEmpty()) {
        bankDataThrough.merge(event.customer(), data.date(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
  }

  /** Adds an invoice, and its customer if the ledger does not have one of this id. */
  void add(Customer customer, Invoice invoice) {
    if (!customers.contains(customer.id())) {
      append(new OfCustomer(customer));
    }
    append(new OfInvoice(customer.id(), invoice));
    invoices++;
  }

  /** Adds an event without asking whether it fits, and counts it as a new one. */
  void add(OfEvent event) {
    append(event);
    receipts.isNew(event);
    events++;
  }

  /** Books an event on an invoice, unless it is booked already or cannot be; tells why. */
  boolean book(OfInvoice invoice, BookedEvent entry) {
    String number = invoice.invoice().number();
    Optional<String> where = booked.where(number, entry);
    if (where.isPresent()) {
      note(already(number, where.get()) + entry);
      return false;
    }
    Optional<String> refusal = booked.refusal(invoice.invoice(), entry.event());
    if (refusal.isPresent()) {
      note(entry + " is not booked on " + number + ": " + refusal.get());
      return false;
    }
    booked
        .doubt(invoice.invoice(), entry)
        .ifPresent(d -> note(entry + " is booked on " + number + ", but " + d));
    add(new OfEvent(invoice.customer(), Optional.of(number), entry));
    return true;
  }

  private static String already(String number, String where) {
    return where.equals(number)
        ? "booked already: "
        : "booked already, on " + where + " and not on " + number + " (move it if that is wrong): ";
  }

  /** Records through which day the bank data go for every customer who has an invoice. */
  void bankDataThrough(LocalDate day) {
    Set<String> owing =
        known.values().stream()
            .map(OfInvoice::customer)
            .filter(c -> bankDataThrough.getOrDefault(c, LocalDate.MIN).isBefore(day))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    BookedEvent entry = LedgerEvent.bankDataAsOf(day).bookedOn(day);
    owing.forEach(c -> add(new OfEvent(c, Optional.empty(), entry)));
    if (!owing.isEmpty()) {
      note("bank data go up to " + day);
    }
  }

  void note(String text) {
    notes.add(text);
  }

  Optional<OfInvoice> find(String number) {
    return Optional.ofNullable(known.get(number));
  }

  Collection<OfInvoice> allInvoices() {
    return known.values();
  }

  BookedSums booked() {
    return booked;
  }

  ReceiptBooks receipts() {
    return receipts;
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
