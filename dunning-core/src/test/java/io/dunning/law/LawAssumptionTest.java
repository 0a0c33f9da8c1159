package io.dunning.law;

import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawAssumptionTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 5);
  private static final LawAssumption BILL = LawAssumption.that(LawRadar.shipped().change("GB-CPB"));

  private static Customer customer(String country) {
    return Customer.of("C").ofKind(Customer.Kind.BUSINESS).inCountry(country);
  }

  private static Account account(Customer customer, int days) {
    Invoice invoice = Invoice.of("I", eur("100.00"), ISSUED, ISSUED.plusDays(days));
    return Account.of(
        customer,
        List.of(
            InvoiceHistory.of(invoice)
                .with(LedgerEvent.payment(ISSUED.plusDays(3), eur("10.00")))));
  }

  private static long days(Account account) {
    Invoice invoice = account.invoices().get(0).invoice();
    return invoice.due().toEpochDay() - invoice.issuedDay();
  }

  @Test
  void anInvoiceFallsDueNoLaterThanTheLongestTerm() {
    assertThat(BILL).hasToString("GB-CPB: at most 60 days to pay");
    Account capped = BILL.apply(account(customer("GB"), 61));
    assertThat(days(capped)).isEqualTo(60);
    assertThat(capped.invoices().get(0).events())
        .isEqualTo(account(customer("GB"), 61).invoices().get(0).events());
    Account shorter = account(customer("GB"), 60);
    assertThat(BILL.apply(shorter)).isSameAs(shorter);
  }

  @Test
  void itConcernsBusinessesInItsCountryOnly() {
    assertThat(days(BILL.apply(account(customer("FR"), 90)))).isEqualTo(90);
    assertThat(days(BILL.apply(account(Customer.of("C"), 90)))).isEqualTo(90);
    Customer consumer = customer("GB").ofKind(Customer.Kind.CONSUMER);
    assertThat(days(BILL.apply(account(consumer, 90)))).isEqualTo(90);
    LawAssumption union = LawAssumption.that(LawRadar.shipped().change("EU-LPR"));
    assertThat(days(union.apply(account(customer("FR"), 90)))).isEqualTo(30);
    assertThat(days(union.apply(account(customer("GB"), 90)))).isEqualTo(90);
  }

  @Test
  void itCanBeginWithAnInvoiceDate() {
    assertThat(days(BILL.forInvoicesFrom(ISSUED).apply(account(customer("GB"), 90)))).isEqualTo(60);
    assertThat(days(BILL.forInvoicesFrom(ISSUED.plusDays(1)).apply(account(customer("GB"), 90))))
        .isEqualTo(90);
  }

  @Test
  void instalmentsAndDiscountsStay() {
    Invoice parts =
        Invoice.of("I", eur("100.00"), ISSUED, ISSUED.plusDays(90))
            .inInstalments(
                List.of(
                    new Instalment(ISSUED.plusDays(30), eur("50.00")),
                    new Instalment(ISSUED.plusDays(90), eur("50.00"))));
    Account account =
        Account.of(
            customer("GB"),
            List.of(
                InvoiceHistory.of(parts),
                InvoiceHistory.of(
                    Invoice.of("J", eur("100.00"), ISSUED, PaymentTerms.parse("2/10 net 90")))));
    Account capped = BILL.apply(account);
    assertThat(capped.invoices().get(0).invoice().instalments())
        .extracting(Instalment::due)
        .containsExactly(ISSUED.plusDays(30), ISSUED.plusDays(60));
    assertThat(capped.invoices().get(1).invoice().lastDiscountDay())
        .isEqualTo(ISSUED.plusDays(10).toEpochDay());
    assertThat(capped.invoices().get(1).invoice().due()).isEqualTo(ISSUED.plusDays(60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GB-CPB-45     | change was dropped: GB-CPB-45
          KR-TIMEBARRED | nothing in it can be counted: KR-TIMEBARRED
          """)
  void refusesWhatWasDroppedOrCannotBeCounted(String id, String message) {
    assertThatThrownBy(() -> LawAssumption.that(LawRadar.shipped().change(id)))
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesAnAssumptionThatChangesNothing() {
    assertThatThrownBy(
            () ->
                new LawAssumption(
                    "mine", Set.of("GB"), OptionalInt.empty(), Optional.empty(), Optional.empty()))
        .hasMessage("assumption changes nothing: mine");
  }
}
