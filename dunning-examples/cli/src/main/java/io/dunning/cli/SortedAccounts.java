package io.dunning.cli;

import io.dunning.cli.CsvTable.Row;
import io.dunning.cli.CsvTable.Rows;
import io.dunning.ledger.Account;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Accounts of a ledger whose files are sorted by customer, read one after the other: only one is in
 * memory, however many there are. Problems are reported after the last one.
 */
final class SortedAccounts implements Iterator<Account> {
  private final Problems problems = new Problems();
  private final Section invoices;
  private final Section events;
  private final Section customers;
  private final Section persons;
  private Account next;

  SortedAccounts(Function<String, Reader> files) {
    invoices = new Section(LedgerFiles.invoices(problems).rows(files.apply(LedgerFiles.INVOICES)));
    events = new Section(LedgerFiles.events(problems).rows(files.apply(LedgerFiles.EVENTS)));
    Reader known = LedgerFiles.orNull(files.apply(LedgerFiles.CUSTOMERS));
    customers = new Section(known == null ? null : LedgerFiles.customers(problems).rows(known));
    Reader others = LedgerFiles.orNull(files.apply(LedgerFiles.PERSONS));
    persons = new Section(others == null ? null : LedgerFiles.persons(problems).rows(others));
    if (!invoices.rows.isUsable()) {
      // without its invoices, every event would be reported as well
      throw new BadInputException(problems.toString());
    }
    advance();
  }

  /** A file, by the rows of a customer. */
  private static final class Section {
    private final Rows rows;
    private Row row;
    private String customer;

    Section(Rows rows) {
      this.rows = rows;
      advance();
    }

    /** Goes to the next row that has a customer. */
    void advance() {
      String before = customer;
      customer = null;
      while (customer == null) {
        row = rows == null ? null : rows.next();
        if (row == null) {
          return;
        }
        if (!row.has(Column.CUSTOMER)) {
          row.problemAsSaid(Column.CUSTOMER, "must not be blank with --sorted");
        } else {
          customer = row.get(Column.CUSTOMER);
        }
      }
      if (before != null && PlainOrder.compare(before, customer) > 0) {
        row.problem(
            Column.CUSTOMER, "the file is not sorted by customer, as this comes after " + before);
        throw new BadInputException(row.problems());
      }
    }

    boolean isAt(String who) {
      return row != null && customer.equals(who);
    }

    /** Reads the rows of a customer, and passes over those of customers without invoices. */
    void readAt(String who, Consumer<Row> reader) {
      while (isBefore(who)) {
        advance();
      }
      for (; isAt(who); advance()) {
        reader.accept(row);
      }
    }

    /** Whether the row belongs to nobody up to here. */
    boolean isBefore(String who) {
      return row != null && (who == null || PlainOrder.compare(customer, who) < 0);
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Account next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Account account = next;
    advance();
    return account;
  }

  private void advance() {
    next = null;
    while (next == null && invoices.row != null) {
      String who = invoices.customer;
      LedgerReader reader = new LedgerReader(problems);
      for (; invoices.isAt(who); invoices.advance()) {
        reader.invoice(invoices.row);
      }
      strangers(who);
      for (; events.isAt(who); events.advance()) {
        reader.event(events.row);
      }
      customers.readAt(who, reader::customer);
      persons.readAt(who, reader::person);
      List<Account> made = reader.accounts();
      next = made.isEmpty() ? null : made.get(0);
    }
    if (next == null) {
      strangers(null);
      if (problems.any()) {
        throw new BadInputException(problems.toString());
      }
    }
  }

  private void strangers(String who) {
    for (; events.isBefore(who); events.advance()) {
      events.row.problem(Column.CUSTOMER, "no such customer");
    }
  }
}
