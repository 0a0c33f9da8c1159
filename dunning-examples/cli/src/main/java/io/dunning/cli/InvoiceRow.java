package io.dunning.cli;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.cli.CsvTable.Row;
import io.dunning.ledger.Invoice;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentSchedule;
import io.dunning.terms.PaymentTerms;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** A row of the invoices. */
final class InvoiceRow {
  /** What the last part of a schedule takes; terms that name it are instalments. */
  private static final String THE_REST = "the rest";

  private final Row row;

  InvoiceRow(Row row) {
    this.row = row;
  }

  /** Enters the invoice in the books; notes what is wrong with it. */
  void enterIn(Books books) {
    String number = Cell.required(row, Column.INVOICE);
    String customer = Cell.required(row, Column.CUSTOMER);
    LocalDate issued = Cell.date(row, Column.ISSUED);
    Function<Invoice, Invoice> due = due();
    CurrencyUnit currency = Cell.currency(row, Column.CURRENCY);
    Money amount = currency == null ? null : Cell.amount(row, Column.AMOUNT, currency);
    LocalDate booked = row.has(Column.BOOKED) ? Cell.date(row, Column.BOOKED) : null;
    if (number == null) {
      return;
    }
    Books.InvoicePage twin = books.invoice(number);
    if (twin != null) {
      row.problem(Column.INVOICE, "the number appears twice, first in line " + twin.line());
    } else if (row.isFlawed()) {
      books.addUnreadable(number, customer, row.line());
    } else {
      add(books, Invoice.of(number, amount, issued, issued), due, booked, customer);
    }
  }

  private void add(
      Books books,
      Invoice invoice,
      Function<Invoice, Invoice> due,
      LocalDate booked,
      String customer) {
    try {
      Invoice all = due.apply(invoice);
      if (!Day.isReadable(all.due())) {
        row.problem(Column.TERMS, "the due date is " + Day.OUT_OF_RANGE);
        books.addUnreadable(invoice.number(), customer, row.line());
        return;
      }
      books.add(booked == null ? all : all.bookedOn(booked), customer, row.line());
    } catch (IllegalArgumentException | DateTimeException e) {
      row.problemAsSaid(Column.TERMS, e.getMessage());
      books.addUnreadable(invoice.number(), customer, row.line());
    }
  }

  /** How an invoice gets its due date; null if that cannot be read. */
  private Function<Invoice, Invoice> due() {
    if (row.has(Column.DUE) == row.has(Column.TERMS)) {
      if (row.has(Column.DUE)) {
        row.problem(Column.TERMS, "due and terms are both given, leave one of them blank");
      } else {
        row.problemAsSaid(Column.DUE, "one of due and terms must be given");
      }
      return null;
    }
    if (row.has(Column.DUE)) {
      LocalDate due = Cell.date(row, Column.DUE);
      return i -> Invoice.of(i.number(), i.amount(), i.issued(), due);
    }
    String text = row.get(Column.TERMS);
    try {
      if (text.contains(THE_REST)) {
        PaymentSchedule schedule = PaymentSchedule.parse(text);
        return i -> i.inInstalments(instalments(schedule, i));
      }
      PaymentTerms terms = PaymentTerms.parse(text);
      return i -> Invoice.of(i.number(), i.amount(), i.issued(), terms);
    } catch (IllegalArgumentException e) {
      row.problemAsSaid(Column.TERMS, e.getMessage());
    }
    return null;
  }

  private static List<Instalment> instalments(PaymentSchedule schedule, Invoice invoice) {
    if (schedule.parts().stream().anyMatch(p -> !p.terms().discounts().isEmpty())) {
      throw new IllegalArgumentException("an instalment has no discount of its own: " + schedule);
    }
    if (!invoice.amount().isPositive()) {
      throw new IllegalArgumentException(
          "only an amount above zero is paid in instalments, found: " + invoice.amount());
    }
    return schedule.instalments(invoice.amount(), invoice.issued(), BusinessCalendar.everyDay());
  }
}
