package io.dunning.ledger;

import io.dunning.event.LedgerEvent;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to hold for the parts of an account together. */
final class AccountChecks {
  private AccountChecks() {}

  /**
   * Checks everything except the sums of its invoices.
   *
   * @throws IllegalArgumentException if an invoice number appears twice, if an event needs an
   *     invoice, or if payments that wait do not fit
   */
  static void check(Customer customer, List<InvoiceHistory> invoices, EventLog log) {
    requireUnlikeNumbers(customer, invoices);
    for (int i = 0; i < log.size(); i++) {
      LedgerEvent event = log.get(i);
      if (event.needsInvoice()) {
        throw new IllegalArgumentException("event needs an invoice: " + event);
      }
    }
    requirePaymentsThatFit(customer, log);
  }

  private static void requireUnlikeNumbers(Customer customer, List<InvoiceHistory> invoices) {
    Set<String> numbers = new HashSet<>();
    for (InvoiceHistory history : invoices) {
      String number = history.invoice().number();
      if (!numbers.add(number)) {
        throw new IllegalArgumentException(
            "invoice appears twice in the account of " + customer.id() + ": " + number);
      }
    }
  }

  /**
   * Checks the sums of the invoices of an account, currency by currency.
   *
   * @throws IllegalArgumentException if one does not fit
   */
  static void requireSumsThatFit(Customer customer, List<InvoiceHistory> invoices) {
    if (invoices.size() < 2) {
      return;
    }
    Map<CurrencyUnit, Long> peaks = new HashMap<>();
    try {
      for (InvoiceHistory history : invoices) {
        peaks.merge(history.invoice().amount().currency(), history.peak(), Math::addExact);
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "amounts of the account of " + customer.id() + " do not fit: their sum is too large", e);
    }
  }

  /** Payments that wait are summed up in the order of events, each sum of which has to fit. */
  private static void requirePaymentsThatFit(Customer customer, EventLog log) {
    try {
      MoneyMoved.sums(log, LocalDate.MAX);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "payments of the account of " + customer.id() + " do not fit: their sum is too large", e);
    }
  }
}
