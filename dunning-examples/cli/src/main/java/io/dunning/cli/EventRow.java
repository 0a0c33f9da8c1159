package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.cli.CsvTable.Row;
import io.dunning.event.BookedEvent;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.Evidence;
import io.dunning.event.LedgerEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of the events: what happened, and to which invoice or customer. */
final class EventRow {
  private static final List<Column> EVIDENCE =
      List.of(Column.AUTHOR, Column.TIME, Column.REMARK, Column.DOCUMENT);

  private final Row row;
  private final Books books;

  EventRow(Row row, Books books) {
    this.row = row;
    this.books = books;
  }

  /** Enters the event at its invoice or customer; notes what is wrong with it. */
  void enter() {
    EventType type = type();
    LocalDate date = Cell.date(row, Column.DATE);
    Books.Page page = row.has(Column.INVOICE) ? invoice() : customer(type);
    if (type == null) {
      return;
    }
    EventType.Cells cells = cells(type, date, page);
    LocalDate booked = row.has(Column.BOOKED) ? Cell.date(row, Column.BOOKED) : date;
    Evidence evidence = evidence();
    if (!row.isFlawed() && page.isReadable()) {
      LedgerEvent event = type.event(cells);
      page.enter(new BookedEvent(event, booked, noted(evidence, event, cells.note())));
    }
  }

  /** A note that the event itself has no place for is kept as a remark. */
  private static Evidence noted(Evidence evidence, LedgerEvent event, String note) {
    String left = event instanceof Contact ? ContactNote.unread(note) : note;
    return left.isBlank() || evidence.remark().isPresent() || event.toString().contains(left)
        ? evidence
        : evidence.withRemark(left);
  }

  private EventType type() {
    String words = Cell.required(row, Column.TYPE);
    EventType type = words == null ? null : EventType.of(words).orElse(null);
    if (words != null && type == null) {
      List<String> near = EventType.near(words);
      row.problemAsSaid(
          Column.TYPE,
          "no such type of event: %s (%s\"dunning types\" prints all)"
              .formatted(
                  Found.shortened(words),
                  near.isEmpty() ? "" : "maybe " + String.join(" or ", near) + "; "));
    }
    return type;
  }

  private Books.Page invoice() {
    Books.InvoicePage page = books.invoice(row.get(Column.INVOICE));
    if (page == null) {
      row.problem(Column.INVOICE, "no such invoice");
    } else if (row.has(Column.CUSTOMER)
        && page.customer() != null
        && !page.customer().equals(row.get(Column.CUSTOMER))) {
      row.problem(
          Column.CUSTOMER,
          "is not the customer of the invoice, " + Found.shortened(page.customer()));
    }
    return page;
  }

  private Books.Page customer(EventType type) {
    if (!row.has(Column.CUSTOMER)) {
      row.problemAsSaid(Column.INVOICE, "an invoice or a customer must be given");
      return null;
    }
    Books.Page page = books.customer(row.get(Column.CUSTOMER));
    if (page == null) {
      row.problem(Column.CUSTOMER, "no such customer");
    } else if (type != null && !type.fitsAccount(row.has(Column.AMOUNT), row.has(Column.STEP))) {
      row.problemAsSaid(Column.INVOICE, needsInvoice(type));
      return null;
    }
    return page;
  }

  private static String needsInvoice(EventType type) {
    String which =
        type == EventType.DISPUTE_OPENED
            ? " with an amount"
            : type == EventType.DELIVERED || type == EventType.NOT_DELIVERED
                ? " without a step"
                : "";
    return "an event of type " + type + which + " needs an invoice";
  }

  /** The further cells that the type needs or the row has. */
  private EventType.Cells cells(EventType type, LocalDate date, Books.Page page) {
    Money amount = amount(type, page);
    LocalDate until = until(type, date);
    String step = type.needs(Column.STEP) ? Cell.required(row, Column.STEP) : optional(Column.STEP);
    Channel channel =
        row.has(Column.CHANNEL) || type.needs(Column.CHANNEL)
            ? Cell.channel(row, Column.CHANNEL)
            : null;
    if (type.leavesOutcomeUnclear(row.get(Column.NOTE))) {
      row.problem(Column.NOTE, "does not say who won: begin it with customer won or creditor won");
    }
    if (amount != null && type.isInstalment() && !amount.isPositive()) {
      row.problem(Column.AMOUNT, "an instalment must be more than zero");
    }
    return new EventType.Cells(
        date,
        amount,
        until,
        step,
        channel,
        row.has(Column.NOTE) ? books.word(row.get(Column.NOTE).replaceAll("\\R", " ")) : "",
        type.needs(Column.ID) ? Cell.required(row, Column.ID) : optional(Column.ID),
        type.needs(Column.BY) ? Cell.required(row, Column.BY) : optional(Column.BY),
        proposed(date),
        row.has(Column.REASON) ? Cell.reason(row, Column.REASON) : null,
        optional(Column.PERSON));
  }

  /** The day on which a plan was proposed; null if it is not given. */
  private LocalDate proposed(LocalDate date) {
    LocalDate day = row.has(Column.PROPOSED) ? Cell.date(row, Column.PROPOSED) : null;
    if (day != null && date != null && day.isAfter(date)) {
      row.problem(Column.PROPOSED, "is after the date of the event, " + date);
    }
    return day;
  }

  /** What the row says beside the event; one and the same value if it says nothing. */
  private Evidence evidence() {
    if (!row.hasAny(EVIDENCE)) {
      return Evidence.NONE;
    }
    LocalTime time = row.has(Column.TIME) ? Cell.time(row, Column.TIME) : null;
    return new Evidence(
        Optional.ofNullable(optional(Column.AUTHOR)),
        Optional.ofNullable(time),
        Optional.ofNullable(optional(Column.REMARK)),
        Optional.ofNullable(optional(Column.DOCUMENT)));
  }

  /** A cell of a column that the file may do without; null if it is blank. */
  private String optional(Column column) {
    return row.has(column) ? books.word(row.get(column)) : null;
  }

  private Money amount(EventType type, Books.Page page) {
    if (!row.has(Column.AMOUNT)) {
      if (type.needs(Column.AMOUNT)) {
        Cell.required(row, Column.AMOUNT);
      }
      return null;
    }
    CurrencyUnit currency = page == null ? null : currency(page);
    if (currency == null) {
      return null;
    }
    return type == EventType.CHARGES_PAID
        ? Cell.signedAmount(row, Column.AMOUNT, currency)
        : Cell.eventAmount(row, Column.AMOUNT, currency);
  }

  /** The currency of the amount; null if the invoice is unreadable or several are possible. */
  private CurrencyUnit currency(Books.Page page) {
    List<CurrencyUnit> all = page.currencies();
    if (all.size() > 1) {
      row.problemAsSaid(
          Column.INVOICE,
          "an amount needs an invoice here, as the customer owes several currencies: "
              + all.stream().map(CurrencyUnit::code).collect(Collectors.joining(", ")));
    }
    return all.size() == 1 ? all.get(0) : null;
  }

  private LocalDate until(EventType type, LocalDate date) {
    if (!row.has(Column.UNTIL) && !type.needs(Column.UNTIL)) {
      return null;
    }
    LocalDate until = Cell.date(row, Column.UNTIL);
    if (until != null && date != null && type.endsAfterDate() && until.isBefore(date)) {
      row.problem(Column.UNTIL, "is before the date of the event, " + date);
    }
    return until;
  }
}
