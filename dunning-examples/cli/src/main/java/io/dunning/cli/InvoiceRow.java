package io.dunning.cli;

import io.dunning.cli.CsvTable.Row;
import io.dunning.ledger.Invoice;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.terms.PaymentTerms;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A row of the invoices. */
final class InvoiceRow {
  private final Row row;

  InvoiceRow(Row row) {
    this.row = row;
  }

  /** Enters the invoice in the books; notes what is wrong with it. */
  void enterIn(Books books) {
    String number = Cell.required(row, "invoice");
    String customer = Cell.required(row, "customer");
    LocalDate issued = Cell.date(row, "issued");
    LocalDate due = due(issued);
    CurrencyUnit currency = Cell.currency(row, "currency");
    Money amount = currency == null ? null : Cell.amount(row, "amount", currency);
    if (number == null) {
      return;
    }
    Books.InvoicePage twin = books.invoice(number);
    if (twin != null) {
      row.problem("invoice", "the number appears twice, first in line " + twin.line());
    } else if (row.isFlawed()) {
      books.addUnreadable(number, customer, row.line());
    } else {
      books.add(Invoice.of(number, amount, issued, due), customer, row.line());
    }
  }

  private LocalDate due(LocalDate issued) {
    if (row.has("due") == row.has("terms")) {
      if (row.has("due")) {
        row.problem("terms", "due and terms are both given, leave one of them blank");
      } else {
        row.problemAsSaid("due", "one of due and terms must be given");
      }
      return null;
    }
    if (row.has("due")) {
      return Cell.date(row, "due");
    }
    try {
      PaymentTerms terms = PaymentTerms.parse(row.get("terms"));
      LocalDate due = issued == null ? null : terms.dueDate(issued);
      if (due == null || Day.isReadable(due)) {
        return due;
      }
      row.problem("terms", "the due date is " + Day.OUT_OF_RANGE);
    } catch (IllegalArgumentException | DateTimeException e) {
      row.problemAsSaid("terms", e.getMessage());
    }
    return null;
  }
}
