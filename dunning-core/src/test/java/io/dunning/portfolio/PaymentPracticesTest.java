package io.dunning.portfolio;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentPracticesTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);
  private static final LocalDate THROUGH = LocalDate.of(2026, 6, 30);

  /** An invoice due after 30 days that is settled after some days. */
  private static InvoiceHistory paidAfter(int number, int days, String amount) {
    return InvoiceHistory.of(Invoice.of("I" + number, eur(amount), ISSUED, ISSUED.plusDays(30)))
        .with(LedgerEvent.payment(ISSUED.plusDays(days), eur(amount)));
  }

  private static PaymentPractices report(List<InvoiceHistory> invoices) {
    Account account = Account.of(Customer.of("C"), invoices);
    return PaymentPractices.of(List.of(account), ISSUED, THROUGH).get(0);
  }

  /** 30 days are within 30, 60 are within 60; the 80th percentile of five is the fourth. */
  @Test
  void sortsInvoicesByDaysToPay() {
    int[] days = {0, 30, 31, 60, 61};
    List<InvoiceHistory> all = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      all.add(paidAfter(i, days[i], i == 4 ? "600.00" : "100.00"));
    }
    PaymentPractices report = report(all);
    assertThat(report)
        .hasToString(
            "EUR: 5 paid, 36.4000 days on average, median 31, 80% within 60 days,"
                + " 95% within 61 days");
    assertThat(report.within30().byNumber(report.paid())).hasValueSatisfying(is("40.0000"));
    assertThat(report.from31To60().byNumber(report.paid())).hasValueSatisfying(is("40.0000"));
    assertThat(report.over60().byNumber(report.paid())).hasValueSatisfying(is("20.0000"));
    assertThat(report.over60().byValue(report.paid())).hasValueSatisfying(is("60.0000"));
    assertThat(report.late()).isEqualTo(new PaymentPractices.Part(3, eur("800.00")));
  }

  private static java.util.function.Consumer<java.math.BigDecimal> is(String number) {
    return found -> assertThat(found).isEqualByComparingTo(number);
  }

  /** An average over paid invoices only looks good when the bad ones are not paid at all. */
  @Test
  void tellsWhatIsOverdueAndUnpaidBesideIt() {
    InvoiceHistory unpaid =
        InvoiceHistory.of(Invoice.of("U", eur("900.00"), ISSUED, ISSUED.plusDays(30)))
            .with(LedgerEvent.payment(ISSUED.plusDays(9), eur("400.00")));
    PaymentPractices report = report(List.of(paidAfter(1, 10, "100.00"), unpaid));
    assertThat(report.paid().invoices()).isEqualTo(1);
    assertThat(report.overdue()).isEqualTo(new PaymentPractices.Part(1, eur("500.00")));
  }

  @Test
  void leavesOutWhatWasCreditedVoidedOrWrittenOff() {
    List<InvoiceHistory> all = new ArrayList<>();
    List<LedgerEvent> ends =
        List.of(
            LedgerEvent.credit(ISSUED.plusDays(5), eur("100.00")),
            LedgerEvent.voided(ISSUED.plusDays(5)),
            LedgerEvent.writtenOff(ISSUED.plusDays(5)));
    for (LedgerEvent end : ends) {
      all.add(
          InvoiceHistory.of(
                  Invoice.of("E" + all.size(), eur("100.00"), ISSUED, ISSUED.plusDays(30)))
              .with(end));
    }
    all.add(paidAfter(1, 10, "100.00"));
    assertThat(report(all).paid().invoices()).isEqualTo(1);
  }

  @Test
  void countsAsDisputedWhatWasContestedOnItselfOrOnTheAccount() {
    InvoiceHistory own = paidAfter(1, 20, "100.00").with(LedgerEvent.dispute(ISSUED, "price"));
    InvoiceHistory early = paidAfter(2, 5, "100.00");
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(own, early, paidAfter(3, 20, "100.00")),
            List.of(LedgerEvent.dispute(ISSUED.plusDays(10), "all of it")));
    PaymentPractices report = PaymentPractices.byCustomer(List.of(account), ISSUED, THROUGH).get(0);
    assertThat(report.customer()).contains("C");
    assertThat(report.disputed().invoices()).isEqualTo(2);
  }
}
