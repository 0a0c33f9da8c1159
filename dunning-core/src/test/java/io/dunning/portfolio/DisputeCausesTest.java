package io.dunning.portfolio;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisputeCausesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static InvoiceHistory invoice(String number, String amount, LedgerEvent... events) {
    Money money = Money.parse(amount);
    return InvoiceHistory.of(Invoice.of(number, money, DAY.minusDays(30), DAY)).with(events);
  }

  private static String report(Account account) {
    return DisputeCauses.of(List.of(account), DAY, DAY.plusDays(60)).toString();
  }

  @Test
  void countsByReasonWhatBecameOfDisputes() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                invoice(
                    "I1",
                    "100.00 EUR",
                    LedgerEvent.dispute(DAY, eur("40.00"), "damaged"),
                    LedgerEvent.disputeResolved(DAY.plusDays(10), Outcome.CUSTOMER_WON)),
                invoice(
                    "I2",
                    "200.00 EUR",
                    LedgerEvent.dispute(DAY.plusDays(1), "damaged"),
                    LedgerEvent.disputeResolved(DAY.plusDays(5), Outcome.CREDITOR_WON)),
                invoice("I3", "300.00 EUR", LedgerEvent.dispute(DAY.plusDays(2), "price"))));
    assertThat(report(account))
        .isEqualTo(
            """
            damaged: 2 over 240.00 EUR, 0 open, 1 won by the customer, 1 by the creditor, median 7 days
            price: 1 over 300.00 EUR, 1 open, 0 won by the customer, 0 by the creditor""");
  }

  /** What was paid before is not contested, whatever the customer says. */
  @Test
  void aDisputeIsAboutNoMoreThanIsOpen() {
    assertThat(
            report(
                Account.of(
                    Customer.of("C"),
                    List.of(
                        invoice(
                            "I1",
                            "100.00 EUR",
                            LedgerEvent.payment(DAY, eur("70.00")),
                            LedgerEvent.dispute(DAY.plusDays(1), eur("100.00"), "price"))))))
        .startsWith("price: 1 over 30.00 EUR, 1 open");
  }

  @Test
  void neverMixesCurrencies() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(invoice("I1", "100.00 EUR"), invoice("I2", "50.00 USD")),
            List.of(LedgerEvent.dispute(DAY, "service")));
    assertThat(report(account))
        .isEqualTo(
            """
            service: 1 over 100.00 EUR, 1 open, 0 won by the customer, 0 by the creditor
            service: 1 over 50.00 USD, 1 open, 0 won by the customer, 0 by the creditor""");
  }

  @Test
  void aResolutionAfterTheSpanIsNotKnown() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                invoice(
                    "I1",
                    "100.00 EUR",
                    LedgerEvent.dispute(DAY.minusDays(1), "too early"),
                    LedgerEvent.dispute(DAY, "price"),
                    LedgerEvent.disputeResolved(DAY.plusDays(61), Outcome.CUSTOMER_WON))));
    assertThat(report(account)).startsWith("price: 1 over 100.00 EUR, 1 open");
  }
}
