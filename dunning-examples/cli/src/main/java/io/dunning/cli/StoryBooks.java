package io.dunning.cli;

import io.dunning.cli.StoryLine.Part;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The customer, the invoices and the events of a story. They are read as the rows of a ledger are,
 * so that a story can hold what a ledger can, and is refused for the same reasons.
 */
final class StoryBooks {
  static final String EXAMPLE =
      "invoice INV-1, issued 2026-01-15, due 2026-02-14, currency EUR, amount 100.00";

  private static final List<String> OF_CUSTOMER =
      names(
          Column.NAME,
          Column.SEGMENT,
          Column.KIND,
          Column.COUNTRY,
          Column.TAGS,
          Column.WITHOUT,
          Column.ZONES,
          Column.ADDRESS,
          Column.MANDATE,
          Column.CARD_LINK,
          Column.INSTALMENTS);
  private static final List<String> OF_INVOICE =
      names(Column.ISSUED, Column.DUE, Column.TERMS, Column.CURRENCY, Column.AMOUNT, Column.BOOKED);
  private static final List<String> OF_EVENT =
      names(
          Column.INVOICE,
          Column.AMOUNT,
          Column.UNTIL,
          Column.STEP,
          Column.CHANNEL,
          Column.NOTE,
          Column.ID,
          Column.BY,
          Column.PROPOSED,
          Column.REASON,
          Column.PERSON,
          Column.BOOKED,
          Column.AUTHOR,
          Column.TIME,
          Column.REMARK,
          Column.DOCUMENT);
  private static final List<String> PLANS =
      List.of(EventType.PLAN_AGREED.toString(), EventType.SETTLEMENT_ACCEPTED.toString());

  private final Flaws flaws;
  private final List<StoryLine> invoiceLines = new ArrayList<>();
  private final List<StoryLine> pastLines = new ArrayList<>();
  private final List<String> invoices = new ArrayList<>();
  private StoryLine customerLine;

  /** Hears what is wrong with a line, and with which part of it. */
  interface Flaws {
    void add(StoryLine line, String part, String what);
  }

  StoryBooks(Flaws flaws) {
    this.flaws = flaws;
  }

  private static List<String> names(Column... columns) {
    return Stream.of(columns).map(Column::toString).toList();
  }

  /** Adds a line that begins with a word of the beginning of a story. */
  void add(StoryLine line, String word) {
    switch (word) {
      case StoryFile.CUSTOMER -> {
        List<String> known = new ArrayList<>(OF_CUSTOMER);
        known.add(StoryFile.FACT);
        StoryReader.requireKnown(line, known);
        if (customerLine != null) {
          throw new StoryLine.Flaw(line.headColumn(), "is a second customer");
        }
        customerLine = line;
      }
      case StoryFile.INVOICE -> {
        StoryReader.requireKnown(line, OF_INVOICE);
        invoiceLines.add(line);
        invoices.add(line.after(word).orElseThrow());
      }
      default -> {
        StoryReader.requireKnown(line, OF_EVENT);
        pastLines.add(line);
      }
    }
  }

  boolean hasInvoices() {
    return !invoiceLines.isEmpty();
  }

  /** The numbers of the invoices, in their order. */
  List<String> invoices() {
    return invoices;
  }

  private String customer() {
    return customerLine == null
        ? StoryFile.CUSTOMER
        : customerLine.after(StoryFile.CUSTOMER).orElseThrow();
  }

  /** The account with its past; empty if there is something wrong with it. */
  Optional<Account> account() {
    Sheets rows = new Sheets(false);
    for (StoryLine each : pastLines) {
      String[] words = each.after(StoryFile.PAST).orElseThrow().split(" ", 2);
      rows.event(each, words[0], words.length < 2 ? "" : words[1].strip());
    }
    return rows.account().map(this::withFacts);
  }

  private Account withFacts(Account account) {
    Customer customer = account.customer();
    if (customerLine == null) {
      return account;
    }
    for (Part each : customerLine.parts()) {
      if (each.name().equals(StoryFile.FACT)) {
        String[] words = each.value().split(" is ", 2);
        if (words.length < 2 || words[0].isBlank()) {
          flaws.add(customerLine, StoryFile.FACT, "not a fact such as branch is retail");
        } else {
          customer = customer.with(words[0].strip(), words[1].strip());
        }
      }
    }
    return customer.equals(account.customer())
        ? account
        : Account.of(customer, account.invoices(), account.events());
  }

  /** How many lines tell of one event: the instalments of a plan are several. */
  int linesOfPlan(List<StoryLine> lines, int from) {
    StoryLine first = lines.get(from);
    int count = 1;
    while (PLANS.contains(first.head())
        && from + count < lines.size()
        && lines.get(from + count).day().equals(first.day())
        && lines.get(from + count).head().equals(first.head())
        && lines
            .get(from + count)
            .value(StoryFile.INVOICE)
            .equals(first.value(StoryFile.INVOICE))) {
      count++;
    }
    return count;
  }

  /** The event of which lines tell; empty if there is something wrong with it. */
  Optional<LedgerEvent> event(List<StoryLine> lines) {
    lines.forEach(line -> StoryReader.requireKnown(line, OF_EVENT));
    if (!hasInvoices()) {
      return Optional.empty();
    }
    Sheets rows = new Sheets(true);
    lines.forEach(line -> rows.event(line, line.day().orElseThrow().toString(), line.head()));
    return rows.account().flatMap(StoryBooks::onlyEvent);
  }

  private static Optional<LedgerEvent> onlyEvent(Account account) {
    return Stream.concat(
            account.events().stream(),
            account.invoices().stream().flatMap(h -> h.events().stream()))
        .findFirst();
  }

  /** The rows of the customer and the invoices, and of some events. */
  private final class Sheets {
    private final CsvFile customers = new CsvFile(LedgerFiles.CUSTOMER_COLUMNS);
    private final CsvFile bills = new CsvFile(LedgerFiles.INVOICE_COLUMNS);
    private final CsvFile events = new CsvFile(LedgerFiles.EVENT_COLUMNS);
    private final Map<Integer, StoryLine> lines = new TreeMap<>();
    private final boolean eventsOnly;
    private boolean flawed;

    /** Notes only what is wrong with events if the rest was read before. */
    Sheets(boolean eventsOnly) {
      this.eventsOnly = eventsOnly;
      if (customerLine != null) {
        fill(customers, customerLine).with(Column.CUSTOMER, customer());
      }
      for (StoryLine each : invoiceLines) {
        fill(bills, each)
            .with(Column.INVOICE, each.after(StoryFile.INVOICE).orElseThrow())
            .with(Column.CUSTOMER, customer());
      }
    }

    private CsvFile.Row fill(CsvFile file, StoryLine line) {
      lines.put(line.number(), line);
      CsvFile.Row row = file.row(line.number());
      for (Part each : line.parts()) {
        Column column = Column.named(each.name());
        if (column != null) {
          row.with(column, each.value());
        }
      }
      return row;
    }

    void event(StoryLine line, String day, String type) {
      CsvFile.Row row = fill(events, line).with(Column.DATE, day).with(Column.TYPE, type);
      if (line.value(StoryFile.INVOICE).isEmpty()) {
        row.with(Column.CUSTOMER, customer());
      }
    }

    Optional<Account> account() {
      if (!hasInvoices()) {
        return Optional.empty();
      }
      Map<String, CsvFile> files =
          Map.of(
              LedgerFiles.CUSTOMERS, customers,
              LedgerFiles.INVOICES, bills,
              LedgerFiles.EVENTS, events);
      Problems found = new Noted(files);
      LedgerReader reader = LedgerReader.read(name -> open(files.get(name)), found);
      List<Account> accounts = reader.accounts();
      return flawed || accounts.isEmpty() ? Optional.empty() : Optional.of(accounts.get(0));
    }

    private static Reader open(CsvFile file) {
      return file == null ? Reader.nullReader() : new StringReader(file.text());
    }

    /** Says of a line of the story what is wrong with a row that was made of it. */
    private final class Noted extends Problems {
      private final Map<String, CsvFile> files;

      Noted(Map<String, CsvFile> files) {
        this.files = files;
      }

      @Override
      void add(String file, long row, String column, String what, String found) {
        flawed = true;
        if (eventsOnly && !file.equals(LedgerFiles.EVENTS)) {
          return;
        }
        NavigableMap<Long, Integer> sources = files.get(file).sources();
        Map.Entry<Long, Integer> source = sources.floorEntry(row);
        StoryLine line =
            lines.get(source == null ? sources.firstEntry().getValue() : source.getValue());
        boolean said =
            column.equals(Column.TYPE.toString()) || column.equals(Column.DATE.toString());
        flaws.add(
            line,
            column,
            (said ? "" : column + ": ")
                + what
                + (found == null ? "" : ": " + Found.shortened(found)));
      }
    }
  }
}
