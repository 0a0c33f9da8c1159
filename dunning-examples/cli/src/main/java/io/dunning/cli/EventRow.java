package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.cli.CsvTable.Row;
import io.dunning.event.BookedEvent;
import io.dunning.event.Evidence;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of the events: what happened, and to which invoice or customer. */
final class EventRow {
  private final Row row;
  private final Books books;

  EventRow(Row row, Books books) {
    this.row = row;
    this.books = books;
  }

  /** Enters the event at its invoice or customer; notes what is wrong with it. */
  void enter() {
    EventType type = type();
    LocalDate date = Cell.date(row, "date");
    Books.Page page = row.has("invoice") ? invoice() : customer(type);
    if (type == null) {
      return;
    }
    EventType.Cells cells = cells(type, date, page);
    LocalDate booked = row.has("booked") ? Cell.date(row, "booked") : date;
    Evidence evidence = evidence();
    if (!row.isFlawed() && page.isReadable()) {
      page.enter(new BookedEvent(type.event(cells), booked, evidence));
    }
  }

  private EventType type() {
    EventType type = EventType.of(row.get("type")).orElse(null);
    if (type == null) {
      row.problem("type", "not one of " + EventType.known());
    }
    return type;
  }

  private Books.Page invoice() {
    Books.InvoicePage page = books.invoice(row.get("invoice"));
    if (page == null) {
      row.problem("invoice", "no such invoice");
    } else if (row.has("customer")
        && page.customer() != null
        && !page.customer().equals(row.get("customer"))) {
      row.problem(
          "customer", "is not the customer of the invoice, " + Found.shortened(page.customer()));
    }
    return page;
  }

  private Books.Page customer(EventType type) {
    if (!row.has("customer")) {
      row.problemAsSaid("invoice", "an invoice or a customer must be given");
      return null;
    }
    Books.Page page = books.customer(row.get("customer"));
    if (page == null) {
      row.problem("customer", "no such customer");
    } else if (type != null && !type.fitsAccount(row.has("amount"), row.has("step"))) {
      row.problemAsSaid("invoice", needsInvoice(type));
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
    String step = type.needs("step") ? Cell.required(row, "step") : row.get("step");
    Channel channel =
        row.has("channel") || type.needs("channel") ? Cell.channel(row, "channel") : null;
    if (amount != null && type.isInstalment() && !amount.isPositive()) {
      row.problem("amount", "an instalment must be more than zero");
    }
    return new EventType.Cells(
        date,
        amount,
        until,
        step == null || step.isEmpty() ? null : books.word(step),
        channel,
        books.word(row.get("note").replaceAll("\\R", " ")),
        optional("id"),
        type.needs("by") ? books.word(Cell.required(row, "by")) : optional("by"),
        proposed(date),
        row.has("reason") ? Cell.reason(row, "reason") : null,
        optional("person"));
  }

  /** The day on which a plan was proposed; null if it is not given. */
  private LocalDate proposed(LocalDate date) {
    LocalDate day = row.has("proposed") ? Cell.date(row, "proposed") : null;
    if (day != null && date != null && day.isAfter(date)) {
      row.problem("proposed", "is after the date of the event, " + date);
    }
    return day;
  }

  /** What the row says beside the event; one and the same value if it says nothing. */
  private Evidence evidence() {
    LocalTime time = row.has("time") ? Cell.time(row, "time") : null;
    Evidence evidence =
        new Evidence(
            Optional.ofNullable(optional("author")),
            Optional.ofNullable(time),
            Optional.ofNullable(optional("remark")),
            Optional.ofNullable(optional("document")));
    return evidence.equals(Evidence.NONE) ? Evidence.NONE : evidence;
  }

  /** A cell of a column that the file may do without; null if it is blank. */
  private String optional(String column) {
    return row.has(column) ? books.word(row.get(column)) : null;
  }

  private Money amount(EventType type, Books.Page page) {
    if (!row.has("amount")) {
      if (type.needs("amount")) {
        Cell.required(row, "amount");
      }
      return null;
    }
    CurrencyUnit currency = page == null ? null : currency(page);
    return currency == null ? null : Cell.eventAmount(row, "amount", currency);
  }

  /** The currency of the amount; null if the invoice is unreadable or several are possible. */
  private CurrencyUnit currency(Books.Page page) {
    List<CurrencyUnit> all = page.currencies();
    if (all.size() > 1) {
      row.problemAsSaid(
          "invoice",
          "an amount needs an invoice here, as the customer owes several currencies: "
              + all.stream().map(CurrencyUnit::code).collect(Collectors.joining(", ")));
    }
    return all.size() == 1 ? all.get(0) : null;
  }

  private LocalDate until(EventType type, LocalDate date) {
    if (!row.has("until") && !type.needs("until")) {
      return null;
    }
    LocalDate until = Cell.date(row, "until");
    if (until != null && date != null && type.endsAfterDate() && until.isBefore(date)) {
      row.problem("until", "is before the date of the event, " + date);
    }
    return until;
  }
}
