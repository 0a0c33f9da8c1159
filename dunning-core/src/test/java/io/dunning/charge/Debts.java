package io.dunning.charge;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import java.time.LocalDate;
import java.util.List;

/** A debt in euros that is due on the last day of January 2026, and what happens to it. */
final class Debts {
  static final LocalDate DUE = LocalDate.of(2026, 1, 31);

  /** 10 cents a day on 365.00. */
  static final LateInterest TEN = LateInterest.fixed(percent("10"));

  private Debts() {}

  static InvoiceHistory owed(String amount, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur(amount), DUE.minusDays(14), DUE), List.of(events));
  }

  /** So many days after the due date. */
  static LocalDate day(int after) {
    return DUE.plusDays(after);
  }

  static LedgerEvent pays(int after, String amount) {
    return new MoneyEvent.Payment(day(after), eur(amount));
  }

  /** The interest by the end of a day, where payments pay principal first. */
  static String interest(LateInterest rule, InvoiceHistory history, int after) {
    return ChargeRules.of(rule)
        .paying(AllocationOrder.PRINCIPAL_INTEREST_COSTS)
        .accrue(history, day(after))
        .accruedInterest()
        .amount()
        .toPlainString();
  }
}
