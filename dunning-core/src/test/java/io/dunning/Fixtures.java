package io.dunning;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;

/** Invoices and accounts that many tests need, so that each test only says what it is about. */
public final class Fixtures {
  public static final CurrencyUnit EUR = CurrencyUnit.of("EUR");

  private Fixtures() {}

  /** Returns an invoice with terms of 30 days that falls due on a day. */
  public static Invoice invoice(String number, Money amount, LocalDate due) {
    return Invoice.of(number, amount, due.minusDays(30), due);
  }

  /** Returns the history of an invoice with terms of 30 days that falls due on a day. */
  public static InvoiceHistory history(
      String number, Money amount, LocalDate due, LedgerEvent... events) {
    return InvoiceHistory.of(invoice(number, amount, due)).with(events);
  }

  /** Returns the account of a customer about whom nothing is known but the identifier. */
  public static Account account(String customer, List<InvoiceHistory> histories) {
    return Account.of(Customer.of(customer), histories);
  }

  /** Returns the account of a customer about whom nothing is known but the identifier. */
  public static Account account(String customer, InvoiceHistory... histories) {
    return account(customer, List.of(histories));
  }
}
