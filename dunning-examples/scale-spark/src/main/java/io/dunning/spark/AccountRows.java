package io.dunning.spark;

import io.dunning.event.BookedEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.portfolio.AccountRow;
import io.dunning.portfolio.AccountTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/**
 * The rows of one account: each invoice with its events by day, then the events of the account,
 * then the customer.
 *
 * @param customer the customer's id
 * @param rows the rows, not copied
 */
record AccountRows(String customer, List<LedgerRow> rows) {

  /** The day of the last event, as an epoch day. */
  long lastDay() {
    long last = Long.MIN_VALUE;
    for (LedgerRow row : rows) {
      if (row.kind() != Kind.INVOICE && row.kind() != Kind.CUSTOMER) {
        last = Math.max(last, row.day());
      }
    }
    return last;
  }

  /** Whether raw values tell everything. */
  boolean isPlain() {
    for (LedgerRow row : rows) {
      if (!row.isPlain()) {
        return false;
      }
    }
    return true;
  }

  /** Puts the account into a table: in raw values where these tell everything. */
  void putInto(AccountTable table) {
    checked(() -> isPlain() ? fill(table.row(customer)) : table.put(built()));
  }

  private AccountTable fill(AccountRow to) {
    for (LedgerRow row : rows) {
      switch (row.kind()) {
        case INVOICE -> to.invoice(row.number(), row.currency(), row.minor(), row.day(), row.due());
        case PAYMENT -> to.paid(row.day(), row.minor());
        case DISPUTE -> to.disputed(row.day());
        default -> addStep(to, row);
      }
    }
    return to.put();
  }

  private static void addStep(AccountRow to, LedgerRow row) {
    if (row.number() == null) {
      if (row.channel() == null) {
        to.step(row.text(), row.day());
      } else {
        to.step(row.text(), row.day(), row.channelOfStep());
      }
    } else if (row.channel() == null) {
      to.invoiceStep(row.text(), row.day());
    } else {
      to.invoiceStep(row.text(), row.day(), row.channelOfStep());
    }
  }

  /**
   * The account with all its events.
   *
   * @throws BadPortfolioException if a factory of the library refuses what the rows tell; the
   *     message names the customer
   */
  Account account() {
    return checked(this::built);
  }

  private Account built() {
    Customer of = Customer.of(customer);
    List<InvoiceHistory> invoices = new ArrayList<>();
    List<BookedEvent> own = new ArrayList<>();
    int at = 0;
    while (at < rows.size() && rows.get(at).kind() == Kind.INVOICE) {
      Invoice invoice = rows.get(at).invoice();
      List<BookedEvent> events = new ArrayList<>();
      for (at++; at < rows.size() && isAbout(rows.get(at)); at++) {
        events.add(rows.get(at).event(invoice));
      }
      invoices.add(InvoiceHistory.ofBooked(invoice, events));
    }
    for (; at < rows.size(); at++) {
      if (rows.get(at).kind() == Kind.CUSTOMER) {
        of = customer(rows.get(at));
      } else {
        own.add(rows.get(at).event(null));
      }
    }
    return Account.ofBooked(of, invoices, own);
  }

  /** Whether a row after that of an invoice is one of its events. */
  private static boolean isAbout(LedgerRow row) {
    return row.kind() != Kind.INVOICE && row.number() != null;
  }

  private Customer customer(LedgerRow row) {
    Customer ofJson = LedgerRow.MAPPER.readValue(row.json(), Customer.class);
    if (!ofJson.id().equals(customer)) {
      throw new BadPortfolioException("its json is of another customer: " + ofJson.id());
    }
    return ofJson;
  }

  /** Does something about the account; a refusal, or an amount too large, names the customer. */
  <T> T checked(Supplier<T> work) {
    try {
      return work.get();
    } catch (JacksonException
        | IllegalArgumentException
        | ArithmeticException
        | BadPortfolioException e) {
      throw new BadPortfolioException("customer " + customer + ": " + e.getMessage(), e);
    }
  }
}
