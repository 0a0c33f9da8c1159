package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.TermsEvent;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What aging is told of an account. */
class OpenItemsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), DUE.minusDays(30), DUE)).with(events);
  }

  private static Account account(InvoiceHistory history, LedgerEvent... events) {
    return Account.of(Customer.of("C"), List.of(history), List.of(events));
  }

  @Test
  void theItemsOfOneInvoiceAreThoseOfTheAccountThatBearItsNumber() {
    InvoiceHistory overpaid = invoice(LedgerEvent.payment(day(1), eur("130.00")));
    InvoiceHistory open =
        InvoiceHistory.of(Invoice.of("O", eur("70.00"), day(3), day(33)))
            .with(dispute(day(5), eur("50.00"), ""));
    Account account = Account.of(Customer.of("C"), List.of(overpaid, open));
    assertThat(account.openItems(overpaid, day(5)))
        .extracting(i -> i.invoice() + " " + i.amount() + " " + i.claim())
        .containsExactly("I -30.00 EUR PLAIN");
    assertThat(account.openItems(open, day(5)))
        .containsExactlyElementsOf(account.openItems(day(5)).subList(1, 3));
    assertThat(account.openItems(open, day(2))).isEmpty();
    assertThat(account.openItems(open, day(3))).hasSize(1);
  }

  @Test
  void agingShowsAContestedPartApart() {
    InvoiceHistory parts =
        InvoiceHistory.of(
                Invoice.of("I", eur("100.00"), DUE.minusDays(30), DUE)
                    .inInstalments(
                        List.of(
                            new Instalment(DUE, eur("40.00")),
                            new Instalment(day(30), eur("60.00")))))
            .with(dispute(day(1), eur("50.00"), ""));
    assertThat(account(parts).openItems(day(2)))
        .extracting(i -> i.amount() + " " + i.claim() + " " + i.invoice())
        .containsExactly("40.00 EUR DISPUTED I", "10.00 EUR DISPUTED I", "50.00 EUR PLAIN I");
    assertThat(account(parts).openItems(day(2)).get(2).issuedDay())
        .isEqualTo((int) DUE.minusDays(30).toEpochDay());
    Account whole = account(invoice(), new DisputeEvent.DisputeOpened(day(1), ""));
    assertThat(whole.openItems(day(2)).get(0).claim()).isEqualTo(OpenItem.Claim.DISPUTED);
    Account promised = account(invoice(), LedgerEvent.promise(day(1), day(3)));
    assertThat(promised.openItems(day(3)).get(0).claim()).isEqualTo(OpenItem.Claim.PROMISED);
    assertThat(promised.openItems(day(4)).get(0).claim()).isEqualTo(OpenItem.Claim.PLAIN);
    Account renegotiated =
        account(
            InvoiceHistory.of(parts.invoice())
                .with(new TermsEvent.TermsRenegotiated(day(1), day(50))));
    assertThat(renegotiated.openItems(day(2)))
        .extracting(OpenItem::dueDay)
        .containsExactly((int) day(50).toEpochDay());
  }

  @Test
  void aPromiseOfAPartHoldsTheInvoiceThatFellDueFirst() {
    InvoiceHistory later =
        InvoiceHistory.of(Invoice.of("later", eur("100.00"), DUE.minusDays(60), day(9)));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(later, invoice()),
            List.of(LedgerEvent.promise(day(10), eur("30.00"), day(20))));
    assertThat(account.openItems(day(11)))
        .extracting(i -> i.amount() + " " + i.claim() + " " + i.invoice())
        .containsExactlyInAnyOrder(
            "100.00 EUR PLAIN later", "30.00 EUR PROMISED I", "70.00 EUR PLAIN I");
    // what it has no more room for goes to the next; a contested part has none
    LedgerEvent promise = LedgerEvent.promise(day(10), eur("130.00"), day(20));
    assertThat(items(Account.of(Customer.of("C"), List.of(later, invoice()), List.of(promise))))
        .containsExactlyInAnyOrder(
            "30.00 EUR PROMISED later", "70.00 EUR PLAIN later", "100.00 EUR PROMISED I");
    InvoiceHistory contested = invoice(dispute(day(1), eur("40.00"), ""));
    assertThat(items(Account.of(Customer.of("C"), List.of(later, contested), List.of(promise))))
        .containsExactlyInAnyOrder(
            "70.00 EUR PROMISED later",
            "30.00 EUR PLAIN later",
            "40.00 EUR DISPUTED I",
            "60.00 EUR PROMISED I");
  }

  private static List<String> items(Account account) {
    return account.openItems(day(11)).stream()
        .map(i -> i.amount() + " " + i.claim() + " " + i.invoice())
        .toList();
  }

  @Test
  void ofInstalmentsTheEarliestArePromised() {
    InvoiceHistory parts =
        InvoiceHistory.of(
                invoice()
                    .invoice()
                    .inInstalments(
                        List.of(
                            new Instalment(DUE, eur("40.00")),
                            new Instalment(day(30), eur("60.00")))))
            .with(LedgerEvent.promise(day(10), eur("50.00"), day(20)));
    assertThat(items(account(parts)))
        .containsExactly("40.00 EUR PROMISED I", "10.00 EUR PROMISED I", "50.00 EUR PLAIN I");
  }

  @Test
  void aDisputeThatTheCustomerWonContestsWhatWasIssuedByThen() {
    LedgerEvent opened = new DisputeEvent.DisputeOpened(day(1), "");
    LedgerEvent won = LedgerEvent.disputeResolved(day(5), DisputeEvent.Outcome.CUSTOMER_WON);
    InvoiceHistory sameDay = InvoiceHistory.of(Invoice.of("S", eur("1.00"), day(5), day(30)));
    InvoiceHistory nextDay = InvoiceHistory.of(Invoice.of("N", eur("2.00"), day(6), day(30)));
    assertThat(items(Account.of(Customer.of("C"), List.of(sameDay, nextDay), List.of(opened, won))))
        .containsExactly("1.00 EUR DISPUTED S", "2.00 EUR PLAIN N");
  }
}
