package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.bankDataAsOf;
import static io.dunning.event.LedgerEvent.candidateBooked;
import static io.dunning.event.LedgerEvent.candidateReceipt;
import static io.dunning.event.LedgerEvent.candidateRejected;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.action.Channel;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Restriction;
import io.dunning.event.TermsEvent;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Accounts, their own events and those of their children. */
class AccountTest {
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

  private static LedgerEvent plan(int on, int due) {
    return new AgreementEvent.PlanAgreed(day(on), List.of(new Instalment(day(due), eur("25.00"))));
  }

  @Test
  void someEventsNeedAnInvoice() {
    for (LedgerEvent each :
        List.of(
            new MoneyEvent.Credit(day(1), eur("1.00")),
            new MoneyEvent.Refund(day(1), eur("1.00")),
            new MoneyEvent.WrittenOff(day(1)),
            new MoneyEvent.Voided(day(1)),
            new TermsEvent.TermsRenegotiated(day(1), day(2)),
            dispute(day(1), eur("1.00"), ""),
            delivered(day(1)),
            notDelivered(day(1)))) {
      assertThatThrownBy(() -> account(invoice(), each))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("event needs an invoice: " + each);
    }
    assertThat(account(invoice(), delivered(day(1), "x"), notDelivered(day(1), "x", Channel.SMS)))
        .hasToString("C: 1 invoices");
  }

  @Test
  void aFamilyKeepsWhatCannotBeShared() {
    Account child =
        account(
                invoice(),
                new ContactEvent.Contact(day(1), Channel.PHONE),
                new MoneyEvent.Payment(day(1), eur("1.00")),
                plan(1, 9),
                LedgerEvent.promise(day(2), eur("5.00"), day(9)),
                new AgreementEvent.PlanCancelled(day(3)),
                candidateReceipt(day(3), "R-1", eur("1.00"), ""),
                candidateBooked(day(3), "R-1"),
                candidateRejected(day(3), "R-1"),
                bankDataAsOf(day(3)),
                LedgerEvent.hold(day(4), "asked"))
            .with(LedgerEvent.promise(day(3), day(9)).bookedOn(day(5)));
    Account family = Account.of(Customer.of("P"), List.of()).answeringFor(child);
    assertThat(family.events())
        .extracting(Object::toString)
        .containsExactly(
            "2026-02-15 contact by phone",
            "2026-02-15 payment 1.00 EUR",
            "2026-02-15 payment plan agreed: 25.00 EUR due 2026-02-23",
            "2026-02-16 promise to pay 5.00 EUR by 2026-02-23",
            "2026-02-17 payment plan cancelled",
            "2026-02-17 candidate receipt R-1: 1.00 EUR",
            "2026-02-17 candidate receipt R-1 booked",
            "2026-02-17 candidate receipt R-1 rejected",
            "2026-02-17 promise withdrawn");
    assertThat(family.invoices().get(0).entries())
        .extracting(Object::toString)
        .containsExactly(
            "2026-02-17 bank data complete",
            "2026-02-17 promise to pay all by 2026-02-23, booked on 2026-02-19",
            "2026-02-18 hold (asked)");
    assertThat(family.hasMoneyMoved()).isTrue();
    assertThat(account(invoice(), LedgerEvent.promise(day(1), day(2))).hasMoneyMoved()).isFalse();
    assertThat(account(invoice(new MoneyEvent.Credit(day(1), eur("1.00")))).hasMoneyMoved())
        .isTrue();
  }

  @Test
  void accountsAndCustomersAreValues() {
    Customer customer =
        Customer.of("C")
            .named("Acme")
            .tagged("x")
            .inSegment("s")
            .with("k", "v")
            .without(Channel.SMS);
    assertThat(customer)
        .isEqualTo(
            Customer.of("C")
                .without(Channel.SMS)
                .with("k", "v")
                .inSegment("s")
                .tagged("x")
                .named("Acme"))
        .hasSameHashCodeAs(customer.named("Acme"))
        .hasToString("Acme");
    for (Customer other :
        List.of(
            Customer.of("D")
                .named("Acme")
                .tagged("x")
                .inSegment("s")
                .with("k", "v")
                .without(Channel.SMS),
            customer.named("Other"),
            customer.tagged("y"),
            customer.inSegment("t"),
            customer.with("k", "w"),
            customer.without(Channel.EMAIL))) {
      assertThat(other).isNotEqualTo(customer);
      assertThat(other.hashCode()).isNotEqualTo(customer.hashCode());
    }
    assertThat(customer.name()).isEqualTo("Acme");
    assertThatThrownBy(() -> Customer.of(" ")).hasMessage("customer has no id");
    Account account = account(invoice(stepTaken(day(1), "a")), LedgerEvent.hold(day(1), ""));
    assertThat(account)
        .isEqualTo(account(invoice(stepTaken(day(1), "a")), LedgerEvent.hold(day(1), "")))
        .hasSameHashCodeAs(account(invoice(stepTaken(day(1), "a")), LedgerEvent.hold(day(1), "")))
        .isNotEqualTo(account(invoice(), LedgerEvent.hold(day(1), "")))
        .isNotEqualTo(account(invoice(stepTaken(day(1), "a"))));
    assertThat(account.hashCode()).isNotEqualTo(account(invoice()).hashCode());
    assertThat(invoice().hashCode()).isNotEqualTo(invoice(plan(1, 2)).hashCode());
    assertThat(invoice().invoice().hashCode())
        .isNotEqualTo(Invoice.of("J", eur("1.00"), DUE, DUE).hashCode());
  }

  @Test
  void leavesOutInvoicesThatWereBookedLater() {
    LocalDate march = LocalDate.of(2026, 3, 1);
    Invoice onItsDay = Invoice.of("A", eur("1.00"), march, march.plusDays(30));
    Invoice later = Invoice.of("B", eur("2.00"), march, march.plusDays(30));
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                InvoiceHistory.of(onItsDay), InvoiceHistory.of(later.bookedOn(march.plusDays(9)))));
    assertThat(account.asKnownOn(march.minusDays(1)).invoiceNumbers()).isEmpty();
    assertThat(account.asKnownOn(march).invoiceNumbers()).containsExactly("A");
    assertThat(account.asKnownOn(march.plusDays(8)).openItems(march.plusDays(8))).hasSize(1);
    assertThat(account.asKnownOn(march.plusDays(9))).isEqualTo(account);
  }

  @Test
  void answersForAHundredLevelsAndNoMore() {
    Account family = Account.of(Customer.of("0"), List.of());
    for (int level = 1; level <= 100; level++) {
      family = Account.of(Customer.of("C" + level), List.of()).answeringFor(family);
    }
    Account deepest = family;
    Account parent = Account.of(Customer.of("top"), List.of());
    assertThat(parent.answeringFor(Account.of(Customer.of("other"), List.of()))).isNotNull();
    assertThatThrownBy(() -> parent.answeringFor(deepest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("account of top answers for more than 100 levels");
  }

  @Test
  void aCustomerHasTenThousandTagsAndNoMore() {
    Customer customer = Customer.of("C");
    for (int i = 0; i < 10_000; i++) {
      customer = customer.tagged("t" + i);
    }
    Customer tagged = customer;
    assertThat(tagged.tags()).hasSize(10_000);
    assertThatThrownBy(() -> tagged.tagged("one more"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customer C has more than 10000 tags");
  }

  @Test
  void isTheSameDebtWhateverBecomesKnownOfTheCustomer() {
    Account account = account(invoice(stepTaken(day(1), "a")), LedgerEvent.hold(day(1), ""));
    assertThat(account.owedBy(Customer.of("C"))).isSameAs(account);
    Account other = account.owedBy(Customer.of("C").inSegment("retail"));
    assertThat(other.customer().segment()).contains("retail");
    assertThat(other.owedBy(Customer.of("C"))).isEqualTo(account);
  }

  @Test
  void anInvoiceIsChargedUnderTheRestrictionsOfItsAccount() {
    LedgerEvent insolvent = LedgerEvent.restricted(day(1), Restriction.INSOLVENCY);
    LedgerEvent lifted = LedgerEvent.restrictionLifted(day(5), Restriction.INSOLVENCY);
    LedgerEvent hold = LedgerEvent.hold(day(2), "");
    InvoiceHistory own = invoice(stepTaken(day(1), "a"));
    assertThat(account(own, hold).withRestrictions(own)).isSameAs(own);
    assertThat(account(own, insolvent, hold, stepTaken(day(3), "b"), lifted).withRestrictions(own))
        .isEqualTo(own.with(insolvent, lifted));
    assertThat(account(own, insolvent).withRestrictions(own)).isEqualTo(own.with(insolvent));
  }

  @Test
  void changesInvoicesOneByOneAndKeepsTheRest() {
    LocalDate due = LocalDate.of(2026, 2, 14);
    InvoiceHistory one = Fixtures.history("1", eur("10.00"), due);
    InvoiceHistory two = Fixtures.history("2", eur("20.00"), due);
    Account account = Fixtures.account("C", one, two);
    assertThat(account.mapInvoices(h -> h)).isSameAs(account);
    InvoiceHistory paid = two.with(LedgerEvent.payment(due, eur("5.00")));
    assertThat(account.mapInvoices(h -> h == two ? paid : h).invoices()).containsExactly(one, paid);
  }

  @Test
  void countsDisputesOfTheAccountAndItsInvoicesByReason() {
    LocalDate due = LocalDate.of(2026, 2, 14);
    InvoiceHistory own =
        Fixtures.history(
            "1", eur("10.00"), due, dispute(due, "price"), dispute(due.plusDays(2), "damaged"));
    Account account =
        Account.of(Customer.of("C"), List.of(own), List.of(dispute(due.plusDays(1), "price")));
    assertThat(account.disputesByReason(due)).isEqualTo(Map.of("price", 1));
    assertThat(account.disputesByReason(due.plusDays(2)))
        .isEqualTo(Map.of("price", 2, "damaged", 1));
  }
}
