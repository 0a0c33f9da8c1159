package io.dunning.cli;

import io.dunning.cli.CsvTable.Row;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Reads a ledger from its CSV files, and reports all problems at once. */
final class LedgerReader {
  private final Problems problems;
  private final Books books = new Books();

  LedgerReader(Problems problems) {
    this.problems = problems;
  }

  static Ledger read(Path folder) {
    return read(file -> LedgerFiles.open(folder, file, in -> in));
  }

  static Ledger read(Function<String, Reader> files) {
    Problems problems = new Problems();
    LedgerReader reader = read(files, problems);
    List<Account> accounts = reader.accounts();
    if (problems.any()) {
      throw new BadInputException(problems.toString());
    }
    return new Ledger(accounts);
  }

  /**
   * Reads all that can be read, and notes what cannot; without usable invoices, there are none.
   *
   * @return the reader, with the accounts of what it read
   */
  static LedgerReader read(Function<String, Reader> files, Problems problems) {
    LedgerReader reader = new LedgerReader(problems);
    Reader invoices = files.apply(LedgerFiles.INVOICES);
    Reader events = files.apply(LedgerFiles.EVENTS);
    Reader customers = files.apply(LedgerFiles.CUSTOMERS);
    Reader persons = files.apply(LedgerFiles.PERSONS);
    if (!LedgerFiles.invoices(problems).read(invoices, reader::invoice)) {
      // without its invoices, every event would be reported as well
      throw new BadInputException(problems.toString());
    }
    LedgerFiles.events(problems).read(events, reader::event);
    Reader some = LedgerFiles.orNull(customers);
    if (some != null) {
      LedgerFiles.customers(problems).read(some, reader::customer);
    }
    Reader others = LedgerFiles.orNull(persons);
    if (others != null) {
      LedgerFiles.persons(problems).read(others, reader::person);
    }
    return reader;
  }

  void invoice(Row row) {
    new InvoiceRow(row).enterIn(books);
  }

  void event(Row row) {
    new EventRow(row, books).enter();
  }

  void customer(Row row) {
    Customer customer = new CustomerRow(row).customer();
    if (customer != null && !books.add(customer)) {
      row.problem(Column.CUSTOMER, "appears twice");
    }
  }

  void person(Row row) {
    new PersonRow(row).enterIn(books);
  }

  /** The accounts of what was read so far, by customer. */
  List<Account> accounts() {
    return books.accounts(problems);
  }

  /** The accounts of what was read so far, and those of customers without invoices. */
  List<Account> allAccounts() {
    List<Account> all = new ArrayList<>(accounts());
    books.customersWithoutInvoices().forEach(c -> all.add(Account.of(c, List.of())));
    all.sort(Comparator.comparing(a -> a.customer().id(), PlainOrder.BY_CODE_POINT));
    return all;
  }
}
