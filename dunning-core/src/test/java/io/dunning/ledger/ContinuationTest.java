package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.event.ContactEvent.Direction;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of a history, and what a further event costs. */
class ContinuationTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final Invoice INVOICE = Invoice.of("I", eur("100.00"), DUE.minusDays(30), DUE);

  @Test
  void anInvoiceWithoutEventsKeepsNoStanding() {
    InvoiceHistory untouched = InvoiceHistory.of(INVOICE);
    Standing standing = untouched.standingOn(DUE);
    assertThat(untouched.standingOn(DUE)).isEqualTo(standing).isNotSameAs(standing);
    assertThat(standing.steps()).isSameAs(StepRecord.NONE);
    assertThat(standing.agreements()).isSameAs(Agreements.NONE);
    assertThat(standing.correspondence()).isSameAs(Correspondence.NONE);
    assertThat(standing.balance().open()).isEqualTo(eur("100.00"));
    assertThat(untouched.peak()).isEqualTo(10_000);
    InvoiceHistory touched = untouched.with(payment(DUE, eur("1.00")));
    assertThat(touched.standingOn(DUE)).isSameAs(touched.standingOn(LocalDate.MAX));
    assertThat(touched.asOf(DUE.minusDays(1)).standingOn(DUE)).isEqualTo(standing);
  }

  @Test
  void accountsWithoutEventsShareOneStanding() {
    Account one = Account.of(Customer.of("C"), List.of(InvoiceHistory.of(INVOICE)));
    Account other = Account.of(Customer.of("D"), List.of());
    assertThat(one.standingOn(DUE.toEpochDay())).isSameAs(Standing.NONE);
    assertThat(other.standingOn(Long.MAX_VALUE)).isSameAs(Standing.NONE);
    assertThat(one.balancesOn(DUE.toEpochDay()).accountSteps()).isSameAs(StepsTaken.NONE);
    assertThat(one.with(hold(DUE, "")).standingOn(DUE.minusDays(1).toEpochDay()))
        .isSameAs(Standing.NONE);
  }

  @Test
  void viewsThatNoEventTouchesAreTakenOver() {
    InvoiceHistory history =
        InvoiceHistory.of(INVOICE)
            .with(stepTaken(DUE, "a"), promise(DUE, DUE), contact(DUE, Channel.PHONE));
    Standing before = history.standingOn(DUE);
    Standing paid = history.with(payment(DUE, eur("1.00"))).standingOn(DUE);
    assertThat(paid.balance()).isNotEqualTo(before.balance());
    assertThat(paid.steps()).isSameAs(before.steps());
    assertThat(paid.agreements()).isSameAs(before.agreements());
    assertThat(paid.correspondence()).isSameAs(before.correspondence());
    Standing held = history.with(hold(DUE, "")).standingOn(DUE);
    assertThat(held.balance()).isSameAs(before.balance());
    assertThat(held.agreements()).isNotEqualTo(before.agreements());
    assertThat(history.with(new LedgerEvent[0])).isEqualTo(history);
  }

  /** What is contested follows what is open, though no event touches the dispute. */
  @Test
  void aPaymentLowersWhatIsContested() {
    InvoiceHistory history =
        InvoiceHistory.of(INVOICE).with(LedgerEvent.dispute(DUE, eur("30.00"), ""));
    assertThat(history.standingOn(DUE).agreements().disputedMinor()).isEqualTo(3_000);
    Standing paid = history.with(payment(DUE, eur("80.00"))).standingOn(DUE);
    assertThat(paid.agreements().disputedMinor()).isEqualTo(2_000);
    assertThat(paid.agreements().isDisputed()).isTrue();
  }

  /** Lists are copied a few dozen times while twenty thousand events come in one at a time. */
  @Test
  void aFurtherEventCopiesSeldom() {
    int copies = 0;
    InvoiceHistory history = InvoiceHistory.of(INVOICE);
    for (int i = 0; i < 20_000; i++) {
      LocalDate day = DUE.plusDays(i / 10);
      LedgerEvent event =
          i % 4 == 0
              ? payment(day, eur("0.01"))
              : i % 4 == 1
                  ? contact(day, Channel.PHONE, Direction.OUT, Reached.NOBODY)
                  : stepTaken(day, "step " + i % 5);
      InvoiceHistory longer = history.with(event);
      Standing before = history.standingOn(LocalDate.MAX);
      Standing after = longer.standingOn(LocalDate.MAX);
      copies += copied(history.log().events(), longer.log().events());
      copies += copied(before.steps().taken(), after.steps().taken());
      copies += copied(before.correspondence().attempts, after.correspondence().attempts);
      history = longer;
    }
    assertThat(history.events()).hasSize(20_000);
    assertThat(history.standingOn(LocalDate.MAX).steps().columns().count()).isEqualTo(10_000);
    assertThat(history.standingOn(LocalDate.MAX).balance().paid()).isEqualTo(eur("50.00"));
    assertThat(history.standingOn(LocalDate.MAX).correspondence().unansweredAttempts(0))
        .isEqualTo(5_000);
    assertThat(copies).isBetween(3, 120);
  }

  private static int copied(List<?> shorter, List<?> longer) {
    return ((GrowingList<?>) longer).sharesWith((GrowingList<?>) shorter) ? 0 : 1;
  }

  @Test
  void refusesLaterWhatItRefusesAtOnce() {
    InvoiceHistory history = InvoiceHistory.of(INVOICE).with(payment(DUE, eur("1.00")));
    assertThatThrownBy(() -> history.with(payment(DUE.plusDays(3), usd("100.00"))))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessage("Payment of 2026-02-17 on invoice I needs EUR: USD");
    Money most = Money.ofMinor(Long.MAX_VALUE, CurrencyUnit.of("EUR"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.with(payment(DUE, most)))
        .withMessage("amounts of invoice I do not fit: their sum is too large");
    assertThatThrownBy(() -> history.with((LedgerEvent) null))
        .isInstanceOf(NullPointerException.class);
    Account account = Account.of(Customer.of("C"), List.of(history), List.of(payment(DUE, most)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> account.with(payment(DUE, eur("0.01"))))
        .withMessage("payments of the account of C do not fit: their sum is too large");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> account.with(LedgerEvent.voided(DUE)))
        .withMessage("event needs an invoice: 2026-02-14 voided");
  }

  /** An invoice reopened again and again has been open for no more than its amount at a time. */
  @Test
  void theMostThatWasOpenGrowsWithTheHistory() {
    InvoiceHistory history = InvoiceHistory.of(INVOICE);
    List<LedgerEvent> events = new ArrayList<>();
    for (LedgerEvent event :
        List.of(
            LedgerEvent.credit(DUE, eur("60.00")),
            payment(DUE, eur("10.00")),
            LedgerEvent.refund(DUE.plusDays(1), eur("10.00")),
            LedgerEvent.writtenOff(DUE.plusDays(2)))) {
      history = history.with(event);
      events.add(event);
      assertThat(history.peak()).isEqualTo(10_000);
      assertThat(history).isEqualTo(InvoiceHistory.of(INVOICE, events));
    }
    Invoice note = Invoice.of("CN", eur("-20.00"), DUE, DUE);
    assertThat(InvoiceHistory.of(note).peak()).isZero();
    assertThat(InvoiceHistory.of(note).with(payment(DUE, eur("1.00"))).peak()).isZero();
  }
}
