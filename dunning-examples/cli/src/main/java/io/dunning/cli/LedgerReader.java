package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.cli.CsvTable.Row;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BookedEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads a ledger of two CSV files; all that is wrong with it is said at once. */
final class LedgerReader {
  static final String INVOICES = "invoices.csv";
  static final String EVENTS = "events.csv";

  /** May be missing. */
  static final String CUSTOMERS = "customers.csv";

  private static final List<String> INVOICE_COLUMNS =
      List.of("invoice", "customer", "issued", "due", "terms", "currency", "amount");
  private static final List<String> EVENT_COLUMNS =
      List.of("date", "invoice", "customer", "type", "amount", "until", "step", "channel", "note");

  private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,9})?");

  private final Problems problems;
  private final Map<String, Entry> invoices = new HashMap<>();
  private final Map<String, Book> books = new TreeMap<>();
  private final Map<String, Customer> customers = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  /** An invoice and its events so far. */
  private static final class Entry {
    private final Invoice invoice;
    private final String customer;
    private final long line;
    private List<BookedEvent> events = List.of();

    Entry(Invoice invoice, String customer, long line) {
      this.invoice = invoice;
      this.customer = customer;
      this.line = line;
    }

    void add(BookedEvent event) {
      if (events.isEmpty()) {
        events = new ArrayList<>(2);
      }
      events.add(event);
    }
  }

  /** The invoices and the own events of a customer so far. */
  private static final class Book {
    private final List<Entry> entries = new ArrayList<>();
    private final List<BookedEvent> events = new ArrayList<>();
  }

  LedgerReader(Problems problems) {
    this.problems = problems;
  }

  static CsvTable invoices(Problems problems) {
    return new CsvTable(INVOICES, INVOICE_COLUMNS, problems);
  }

  static CsvTable events(Problems problems) {
    return new CsvTable(EVENTS, EVENT_COLUMNS, problems);
  }

  static CsvTable customers(Problems problems) {
    return new CsvTable(CUSTOMERS, List.of("customer"), problems);
  }

  static Ledger read(Path folder) {
    return read(file -> open(folder, file, in -> in));
  }

  /** A file of a ledger; nothing for customers, if it is not there. */
  static Reader open(Path folder, String file, UnaryOperator<InputStream> watched) {
    try {
      return open(watched.apply(Files.newInputStream(folder.resolve(file))));
    } catch (NoSuchFileException e) {
      if (file.equals(CUSTOMERS)) {
        return Reader.nullReader();
      }
      throw new BadInputException(folder.resolve(file) + ": no such file");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reader open(InputStream in) {
    return new BufferedReader(
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  static Ledger read(Function<String, Reader> files) {
    LedgerReader reader = new LedgerReader(new Problems());
    Reader invoices = files.apply(INVOICES);
    Reader events = files.apply(EVENTS);
    Reader customers = files.apply(CUSTOMERS);
    boolean known = invoices(reader.problems).read(invoices, reader::invoice);
    if (!known) {
      // without invoices every event would be called a stranger
      throw new BadInputException(reader.problems.toString());
    }
    events(reader.problems).read(events, reader::event);
    Reader some = orNull(customers);
    if (some != null) {
      customers(reader.problems).read(some, reader::customer);
    }
    List<Account> accounts = reader.accounts();
    if (reader.problems.any()) {
      throw new BadInputException(reader.problems.toString());
    }
    return new Ledger(accounts);
  }

  /** The source; null if it is empty, which says nothing about customers. */
  static Reader orNull(Reader source) {
    try {
      BufferedReader buffered = new BufferedReader(source);
      buffered.mark(1);
      if (buffered.read() < 0) {
        buffered.close();
        return null;
      }
      buffered.reset();
      return buffered;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void customer(Row row) {
    Customer customer = new CustomerRow(row).customer();
    if (customer != null && customers.put(customer.id(), customer) != null) {
      row.problem("customer", "appears twice");
    }
  }

  /** The same string for the same text, so that a large ledger holds each name once. */
  private String word(String text) {
    return words.computeIfAbsent(text, t -> t);
  }

  void invoice(Row row) {
    String number = required(row, "invoice");
    String customer = required(row, "customer");
    LocalDate issued = date(row, "issued");
    LocalDate due = due(row, issued);
    CurrencyUnit currency = currency(row);
    Money amount = currency == null ? null : amount(row, row.get("amount"), currency);
    Entry twin = number == null ? null : invoices.get(number);
    if (twin != null) {
      row.problem("invoice", "number appears twice, first in line " + twin.line);
      return;
    }
    if (number == null || customer == null || issued == null || due == null || amount == null) {
      if (number != null) {
        // known, so that its events are not called strangers
        invoices.put(number, new Entry(null, customer, row.line()));
      }
      return;
    }
    Entry entry = new Entry(Invoice.of(number, amount, issued, due), word(customer), row.line());
    invoices.put(number, entry);
    books.computeIfAbsent(entry.customer, c -> new Book()).entries.add(entry);
  }

  private LocalDate due(Row row, LocalDate issued) {
    if (row.has("due") == row.has("terms")) {
      row.problem(row.has("due") ? "terms" : "due", "one of due and terms is needed");
      return null;
    }
    if (row.has("due")) {
      return date(row, "due");
    }
    try {
      PaymentTerms terms = PaymentTerms.parse(row.get("terms"));
      return issued == null ? null : terms.dueDate(issued);
    } catch (IllegalArgumentException | DateTimeException e) {
      row.problemAsSaid("terms", e.getMessage());
      return null;
    }
  }

  private CurrencyUnit currency(Row row) {
    try {
      return CurrencyUnit.of(row.get("currency"));
    } catch (IllegalArgumentException e) {
      row.problem("currency", "not a currency code of ISO 4217");
      return null;
    }
  }

  private static Money amount(Row row, String text, CurrencyUnit currency) {
    if (!AMOUNT.matcher(text).matches()) {
      row.problem("amount", "not an amount with a decimal point");
      return null;
    }
    try {
      return Money.of(text, currency);
    } catch (IllegalArgumentException e) {
      row.problemAsSaid("amount", e.getMessage());
      return null;
    }
  }

  private static String required(Row row, String column) {
    if (row.has(column)) {
      return row.get(column);
    }
    row.problem(column, "is needed");
    return null;
  }

  private static LocalDate date(Row row, String column) {
    try {
      return LocalDate.parse(row.get(column));
    } catch (DateTimeException e) {
      row.problem(column, "not a date such as 2026-01-31");
      return null;
    }
  }

  void event(Row row) {
    EventType type = EventType.of(row.get("type")).orElse(null);
    if (type == null) {
      row.problem("type", "not one of " + EventType.known());
    }
    LocalDate date = date(row, "date");
    Entry entry = null;
    Book book = null;
    if (row.has("invoice")) {
      entry = entry(row);
    } else {
      book = book(row, type);
    }
    boolean placed = entry != null && entry.invoice != null || book != null;
    EventType.Cells cells =
        type == null ? null : cells(row, type, date, currencyOf(row, entry, book));
    if (cells == null || !placed) {
      return;
    }
    LocalDate booked = row.has("booked") ? date(row, "booked") : cells.date();
    if (booked == null) {
      return;
    }
    BookedEvent event = type.event(cells).bookedOn(booked);
    if (entry != null) {
      entry.add(event);
    } else {
      book.events.add(event);
    }
  }

  private Entry entry(Row row) {
    Entry entry = invoices.get(row.get("invoice"));
    if (entry == null) {
      row.problem("invoice", "no such invoice");
    } else if (row.has("customer")
        && entry.customer != null
        && !entry.customer.equals(row.get("customer"))) {
      row.problem(
          "customer", "not the customer of the invoice, who is " + Found.shortened(entry.customer));
    }
    return entry;
  }

  private Book book(Row row, EventType type) {
    if (!row.has("customer")) {
      row.problem("invoice", "an invoice or a customer is needed");
      return null;
    }
    Book book = books.get(row.get("customer"));
    if (book == null) {
      row.problem("customer", "no such customer");
    } else if (type != null && !type.fitsAccount(row.has("amount"), row.has("step"))) {
      row.problemAsSaid("invoice", needsInvoice(row, type));
      return null;
    }
    return book;
  }

  private static String needsInvoice(Row row, EventType type) {
    String which =
        type == EventType.DISPUTE_OPENED
            ? " over a part"
            : type == EventType.DELIVERED || type == EventType.NOT_DELIVERED
                ? " without a step"
                : "";
    return "an event of type " + type + which + " needs an invoice";
  }

  /** The currency of an event's amount; null, with a problem noted, where it cannot be told. */
  private CurrencyUnit currencyOf(Row row, Entry entry, Book book) {
    if (!row.has("amount") || entry == null && book == null) {
      return null;
    }
    if (entry != null) {
      return entry.invoice == null ? null : entry.invoice.amount().currency();
    }
    TreeSet<CurrencyUnit> all = new TreeSet<>();
    book.entries.forEach(e -> all.add(e.invoice.amount().currency()));
    if (all.size() > 1) {
      row.problemAsSaid(
          "invoice",
          "an amount without an invoice is ambiguous, the customer has several currencies: " + all);
      return null;
    }
    return all.first();
  }

  private EventType.Cells cells(Row row, EventType type, LocalDate date, CurrencyUnit currency) {
    boolean complete = date != null;
    Money amount = null;
    if (row.has("amount")) {
      amount = currency == null ? null : eventAmount(row, currency);
      complete &= amount != null;
    } else if (type.needs("amount")) {
      complete &= required(row, "amount") != null;
    }
    LocalDate until = null;
    if (row.has("until") || type.needs("until")) {
      until = date(row, "until");
      complete &= until != null;
      if (until != null && date != null && type.endsAfterDate() && until.isBefore(date)) {
        row.problem("until", "lies before the date, " + date);
        complete = false;
      }
    }
    if (type.needs("step")) {
      complete &= required(row, "step") != null;
    }
    Channel channel = null;
    if (row.has("channel") || type.needs("channel")) {
      channel = channel(row);
      complete &= channel != null;
    }
    boolean instalment = type == EventType.PLAN_AGREED || type == EventType.SETTLEMENT_ACCEPTED;
    if (instalment && amount != null && !amount.isPositive()) {
      row.problem("amount", "an instalment is not more than zero");
      complete = false;
    }
    String step = row.has("step") ? word(row.get("step")) : null;
    return complete
        ? new EventType.Cells(date, amount, until, step, channel, word(row.get("note")))
        : null;
  }

  /** An amount, with or without the currency it must be in. */
  private static Money eventAmount(Row row, CurrencyUnit currency) {
    String text = row.get("amount");
    int space = text.indexOf(' ');
    if (space > 0 && !text.substring(space + 1).equals(currency.code())) {
      row.problem("amount", "in another currency than the invoice, which is in " + currency);
      return null;
    }
    Money amount = amount(row, space > 0 ? text.substring(0, space) : text, currency);
    if (amount != null && amount.isNegative()) {
      row.problem("amount", "amount of an event is negative");
      return null;
    }
    return amount;
  }

  private static Channel channel(Row row) {
    try {
      return Channel.parse(row.get("channel"));
    } catch (IllegalArgumentException e) {
      row.problem("channel", "not one of email, letter, phone, sms, portal, visit");
      return null;
    }
  }

  List<Account> accounts() {
    List<Account> accounts = new ArrayList<>(books.size());
    books.forEach(
        (customer, book) -> {
          List<InvoiceHistory> histories = new ArrayList<>(book.entries.size());
          for (Entry entry : book.entries) {
            add(histories, entry);
          }
          long line = book.entries.get(0).line;
          try {
            accounts.add(
                Account.ofBooked(
                    customers.getOrDefault(customer, Customer.of(customer)),
                    histories,
                    merged(book.events)));
          } catch (IllegalArgumentException e) {
            problems.add(INVOICES, line, "amount", e.getMessage(), null);
          }
        });
    return accounts;
  }

  /** Instalments that were agreed on one day, in rows of their own, are one plan. */
  private static List<BookedEvent> merged(List<BookedEvent> events) {
    List<BookedEvent> all = new ArrayList<>();
    Map<List<Object>, Integer> places = new HashMap<>();
    for (BookedEvent entry : events) {
      if (entry.event() instanceof AgreementEvent.PlanAgreed plan) {
        List<Object> key = List.of(plan.date(), plan.settles());
        Integer place = places.putIfAbsent(key, all.size());
        if (place != null) {
          all.set(place, joined(all.get(place), plan));
          continue;
        }
      }
      all.add(entry);
    }
    return all;
  }

  private static BookedEvent joined(BookedEvent first, AgreementEvent.PlanAgreed more) {
    List<Instalment> parts =
        new ArrayList<>(((AgreementEvent.PlanAgreed) first.event()).instalments());
    parts.addAll(more.instalments());
    return new AgreementEvent.PlanAgreed(more.date(), parts, more.settles())
        .bookedOn(first.bookedOn());
  }

  private void add(List<InvoiceHistory> histories, Entry entry) {
    try {
      histories.add(InvoiceHistory.ofBooked(entry.invoice, merged(entry.events)));
    } catch (IllegalArgumentException e) {
      problems.add(INVOICES, entry.line, "amount", e.getMessage(), null);
    }
  }
}
