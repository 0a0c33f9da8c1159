package io.dunning.ledger;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Fixtures;
import io.dunning.action.Channel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.PromiseOutcome.State;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InvoiceHistoryTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 15);
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final InvoiceHistory HUNDRED =
      InvoiceHistory.of(Invoice.of("INV-1", eur("100.00"), ISSUED, DUE));

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static LedgerEvent paid(int afterDue, String amount) {
    return new MoneyEvent.Payment(day(afterDue), eur(amount));
  }

  private static LedgerEvent bounced(int afterDue, String amount) {
    return new MoneyEvent.PaymentReversed(day(afterDue), eur(amount));
  }

  @Test
  void anEventOfTheDayCountsALaterOneDoesNotExist() {
    InvoiceHistory history = HUNDRED.with(paid(3, "60.00"), paid(5, "40.00"));
    assertThat(history.standingOn(day(2)).balance().open()).isEqualTo(eur("100.00"));
    assertThat(history.standingOn(day(3)).balance().open()).isEqualTo(eur("40.00"));
    assertThat(history.standingOn(day(5)).balance().closure()).isEqualTo(Closure.SETTLED);
    assertThat(history.standingOn(day(5)).balance().closedOn()).contains(day(5));
    assertThat(history.asOf(day(3)).events()).hasSize(1);
  }

  @Test
  void sortsByDayThenByOrderOfEntry() {
    InvoiceHistory history =
        HUNDRED.with(
            paid(5, "1.00"),
            new DisputeEvent.DisputeOpened(day(3), "late entry"),
            new DisputeEvent.DisputeResolved(day(3)));
    assertThat(history.events()).extracting(LedgerEvent::date).isSorted();
    assertThat(history.standingOn(day(3)).agreements().isDisputed()).isFalse();
    InvoiceHistory other =
        HUNDRED.with(
            new DisputeEvent.DisputeResolved(day(3)), new DisputeEvent.DisputeOpened(day(3), ""));
    assertThat(other.standingOn(day(3)).agreements().isDisputed()).isTrue();
  }

  @Test
  void overPaymentIsACreditNeverANegativeDebt() {
    Standing standing = HUNDRED.with(paid(0, "130.00")).standingOn(day(0));
    assertThat(standing.balance().openMinor()).isZero();
    assertThat(standing.balance().credit()).isEqualTo(eur("30.00"));
    assertThat(standing.balance().paid()).isEqualTo(eur("130.00"));
  }

  @Test
  void aReversedPaymentReopensTheDebt() {
    Standing standing = HUNDRED.with(paid(1, "100.00"), bounced(4, "100.00")).standingOn(day(9));
    assertThat(standing.balance().open()).isEqualTo(eur("100.00"));
    assertThat(standing.balance().closure()).isEqualTo(Closure.OPEN);
    assertThat(standing.balance().reopenedDay()).isEqualTo(day(4).toEpochDay());
    assertThat(standing.balance().closedOn()).isEmpty();
  }

  @Test
  void aReversalOfWhatWasNeverPaidReopensNothing() {
    assertThat(HUNDRED.with(bounced(4, "500.00")).standingOn(day(9)).balance().open())
        .isEqualTo(eur("100.00"));
    assertThat(
            HUNDRED.with(bounced(4, "50.00"), paid(4, "50.00")).standingOn(day(9)).balance().open())
        .isEqualTo(eur("100.00"));
  }

  @Test
  void creditsAndRefundsMoveTheDebt() {
    InvoiceHistory credited = HUNDRED.with(new MoneyEvent.Credit(day(1), eur("25.00")));
    assertThat(credited.standingOn(day(1)).balance().open()).isEqualTo(eur("75.00"));
    InvoiceHistory refunded =
        HUNDRED.with(paid(0, "100.00"), new MoneyEvent.Refund(day(2), eur("100.00")));
    assertThat(refunded.standingOn(day(2)).balance().open()).isEqualTo(eur("100.00"));
  }

  @Test
  void aWriteOffGivesUpTheRestAndLaterPaymentsDoNotReopenIt() {
    InvoiceHistory history =
        HUNDRED.with(paid(1, "40.00"), new MoneyEvent.WrittenOff(day(9)), paid(20, "50.00"));
    assertThat(history.standingOn(day(9)).balance().closure()).isEqualTo(Closure.WRITTEN_OFF);
    assertThat(history.standingOn(day(9)).balance().openMinor()).isZero();
    assertThat(history.standingOn(day(20)).balance().closure()).isEqualTo(Closure.WRITTEN_OFF);
    assertThat(history.standingOn(day(20)).balance().credit()).isEqualTo(eur("0.00"));
  }

  @Test
  void ofAVoidedInvoiceWhatWasPaidIsACredit() {
    Standing standing =
        HUNDRED.with(paid(1, "40.00"), new MoneyEvent.Voided(day(2))).standingOn(day(2));
    assertThat(standing.balance().closure()).isEqualTo(Closure.VOIDED);
    assertThat(standing.balance().credit()).isEqualTo(eur("40.00"));
  }

  @Test
  void aCreditNoteIsNoDebt() {
    Standing standing =
        InvoiceHistory.of(Invoice.of("CN-1", eur("-20.00"), ISSUED, DUE)).standingOn(DUE);
    assertThat(standing.balance().closure()).isEqualTo(Closure.SETTLED);
    assertThat(standing.balance().credit()).isEqualTo(eur("20.00"));
  }

  @Test
  void theHoldThatLastsLongestCounts() {
    InvoiceHistory history =
        HUNDRED.with(
            new RestrictionEvent.Hold(day(1), "short", Optional.of(day(5))),
            new RestrictionEvent.Hold(day(2), "long", Optional.of(day(9))),
            new RestrictionEvent.Hold(day(3), "inside", Optional.of(day(4))));
    assertThat(history.standingOn(day(3)).agreements().hold().orElseThrow().reason())
        .isEqualTo("long");
    assertThat(history.standingOn(day(3)).agreements().heldThroughDay())
        .isEqualTo(day(9).toEpochDay());
    assertThat(history.standingOn(day(0)).agreements().hold()).isEmpty();
    InvoiceHistory released = history.with(new RestrictionEvent.HoldReleased(day(6)));
    assertThat(released.standingOn(day(6)).agreements().hold()).isEmpty();
    assertThat(released.standingOn(day(5)).agreements().hold()).isPresent();
  }

  @Test
  void overlappingHoldsCountEachDayOnce() {
    InvoiceHistory history =
        HUNDRED.with(
            new RestrictionEvent.Hold(day(1), "a", Optional.of(day(5))),
            new RestrictionEvent.Hold(day(4), "b", Optional.of(day(8))),
            new RestrictionEvent.HoldReleased(day(7)),
            new DisputeEvent.DisputeOpened(day(10), ""),
            new DisputeEvent.DisputeResolved(day(12)),
            new AgreementEvent.PromiseToPay(day(20), Optional.empty(), day(22)),
            new AgreementEvent.PromiseWithdrawn(day(21)));
    Account account = Account.of(Customer.of("C"), List.of(history));
    assertThat(
            account.heldSpans(
                history,
                day(30),
                Days.calendarDays(2),
                Percentage.percent("100"),
                Days.NONE,
                BusinessCalendar.weekends()))
        .containsExactly(
            new DateSpan(day(1), day(6)),
            new DateSpan(day(10), day(11)),
            new DateSpan(day(20), day(20)));
  }

  @Test
  void aWithdrawnStepRestoresTheOneBefore() {
    InvoiceHistory history =
        HUNDRED.with(
            new StepEvent.StepTaken(day(3), "reminder", Optional.of(Channel.EMAIL)),
            new StepEvent.StepTaken(day(9), "notice", Optional.empty()),
            new StepEvent.StepWithdrawn(day(10), "notice"),
            new StepEvent.StepWithdrawn(day(10), "never taken"));
    Standing standing = history.standingOn(day(10));
    assertThat(standing.steps().taken())
        .extracting(StepEvent.StepTaken::step)
        .containsExactly("reminder");
    assertThat(standing.steps().withdrawn())
        .extracting(StepEvent.StepTaken::step)
        .containsExactly("notice");
    assertThat(history.standingOn(day(9)).steps().columns().count()).isEqualTo(2);
  }

  private static State outcome(int asOf, LedgerEvent... events) {
    List<PromiseOutcome> all =
        HUNDRED.with(events).promises(day(asOf), Days.calendarDays(2), BusinessCalendar.weekends());
    return all.get(0).state();
  }

  @Test
  void promisesAreKeptPartlyKeptOrBrokenByThePaymentsThatFollow() {
    LedgerEvent all = new AgreementEvent.PromiseToPay(day(1), Optional.empty(), day(10));
    assertThat(outcome(12, all)).isEqualTo(State.RUNNING);
    assertThat(outcome(13, all)).isEqualTo(State.BROKEN);
    assertThat(outcome(13, all, paid(12, "100.00"))).isEqualTo(State.KEPT);
    assertThat(outcome(13, all, paid(13, "100.00"))).isEqualTo(State.BROKEN);
    assertThat(outcome(13, all, paid(12, "99.99"))).isEqualTo(State.PARTLY_KEPT);
    assertThat(outcome(5, all, paid(5, "100.00"))).isEqualTo(State.KEPT);
    assertThat(outcome(13, all, paid(5, "100.00"), bounced(6, "100.00"))).isEqualTo(State.BROKEN);
    assertThat(outcome(13, all, new AgreementEvent.PromiseWithdrawn(day(5))))
        .isEqualTo(State.WITHDRAWN);
    LedgerEvent part = new AgreementEvent.PromiseToPay(day(1), Optional.of(eur("30.00")), day(10));
    assertThat(outcome(13, paid(1, "30.00"), part)).isEqualTo(State.BROKEN);
    assertThat(outcome(13, part, paid(1, "30.00"))).isEqualTo(State.BROKEN);
    assertThat(outcome(13, part, paid(2, "30.00"))).isEqualTo(State.KEPT);
    assertThat(outcome(13, part, all)).isEqualTo(State.WITHDRAWN);
    assertThat(
            new PromiseOutcome(
                (AgreementEvent.PromiseToPay) part, day(12), State.PARTLY_KEPT, 0, 0))
        .matches(PromiseOutcome::isBroken);
  }

  @Test
  void promisesForAnAccountAreKeptByPaymentsOnItsInvoices() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                HUNDRED.with(paid(5, "100.00")),
                InvoiceHistory.of(Invoice.of("INV-2", usd("50.00"), ISSUED, DUE))
                    .with(new MoneyEvent.Payment(day(6), usd("50.00")))),
            List.of(new AgreementEvent.PromiseToPay(day(1), Optional.empty(), day(10))));
    assertThat(account.promises(day(5), Days.NONE, BusinessCalendar.weekends()).get(0).state())
        .isEqualTo(State.RUNNING);
    assertThat(account.promises(day(6), Days.NONE, BusinessCalendar.weekends()).get(0).state())
        .isEqualTo(State.KEPT);
    assertThat(account.hasMoneyMoved()).isTrue();
  }

  @Test
  void knowsWhatWasKnown() {
    InvoiceHistory history = HUNDRED.with(paid(3, "100.00").bookedOn(day(9)));
    assertThat(history.standingOn(day(5)).balance().openMinor()).isZero();
    assertThat(history.asKnownOn(day(5)).standingOn(day(5)).balance().open())
        .isEqualTo(eur("100.00"));
    assertThat(history.asKnownOn(day(9))).isEqualTo(history);
    Account account =
        Account.of(Customer.of("C"), List.of(history))
            .with(new ContactEvent.Contact(day(1), Channel.PHONE).bookedOn(day(9)));
    assertThat(account.asKnownOn(day(5)).events()).isEmpty();
    assertThat(account.asOf(day(5)).events()).hasSize(1);
  }

  @Test
  void instalmentsArePaidEarliestFirst() {
    Invoice parts =
        Invoice.of("INV-3", eur("100.00"), ISSUED, DUE)
            .inInstalments(
                List.of(
                    new Instalment(day(60), eur("50.00")),
                    new Instalment(day(0), eur("30.00")),
                    new Instalment(day(30), eur("20.00"))));
    assertThat(parts.due()).isEqualTo(day(60));
    Standing standing = InvoiceHistory.of(parts).with(paid(1, "40.00")).standingOn(day(40));
    assertThat(standing.balance().dueDay()).isEqualTo(day(30).toEpochDay());
    assertThat(standing.balance().openDueBefore(day(40).toEpochDay())).isEqualTo(1_000);
    assertThat(standing.balance().openDueBefore(day(61).toEpochDay())).isEqualTo(6_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts.inInstalments(List.of(new Instalment(DUE, eur("99.00")))))
        .withMessage("instalments of invoice INV-3 do not add up to 100.00 EUR: 99.00 EUR");
  }

  @Test
  void refusesASecondCurrencyInOneHistory() {
    assertThatThrownBy(() -> HUNDRED.with(new MoneyEvent.Payment(day(3), usd("100.00"))))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessage("Payment of 2026-02-17 on invoice INV-1 needs EUR: USD");
  }

  @Test
  void refusesAmountsThatDoNotFit() {
    Money most = Money.ofMinor(Long.MAX_VALUE, CurrencyUnit.of("EUR"));
    InvoiceHistory huge = InvoiceHistory.of(Invoice.of("BIG", most, ISSUED, DUE));
    assertThat(huge.standingOn(day(9)).balance().open()).isEqualTo(most);
    assertThat(
            huge.with(new MoneyEvent.Payment(day(1), most))
                .standingOn(day(9))
                .balance()
                .openMinor())
        .isZero();
    LedgerEvent pays = new MoneyEvent.Payment(day(1), most);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> huge.with(pays, pays))
        .withMessage("amounts of invoice BIG do not fit: their sum is too large");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Account.of(Customer.of("C"), List.of(huge, HUNDRED)))
        .withMessage("amounts of the account of C do not fit: their sum is too large");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Account.of(Customer.of("C"), List.of(), List.of(pays, pays)))
        .withMessage("payments of the account of C do not fit: their sum is too large");
    Money least = Money.ofMinor(Long.MIN_VALUE, CurrencyUnit.of("EUR"));
    assertThatIllegalArgumentException().isThrownBy(() -> Invoice.of("B", least, ISSUED, DUE));
  }

  @Test
  void refusesWhatAnAccountCannotHold() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Account.of(Customer.of("C"), List.of(HUNDRED, HUNDRED.with(paid(1, "1.00")))))
        .withMessage("invoice appears twice in the account of C: INV-1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Account.of(Customer.of("C"), List.of(HUNDRED), List.of(new MoneyEvent.Voided(DUE))))
        .withMessageStartingWith("event needs an invoice: ");
    assertThatIllegalArgumentException().isThrownBy(() -> Customer.of(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> paid(1, "-1.00"));
    assertThatIllegalArgumentException().isThrownBy(() -> Invoice.of("", eur("1.00"), ISSUED, DUE));
  }

  @Tag("slow")
  @Test
  void aMillionEventsAreJustManyEvents() {
    List<LedgerEvent> events = new ArrayList<>();
    for (int i = 0; i < 500_000; i++) {
      events.add(new StepEvent.StepTaken(day(i % 50), "step", Optional.empty()));
      events.add(new StepEvent.StepWithdrawn(day(i % 50), i % 2 == 0 ? "step" : "other"));
    }
    InvoiceHistory history = InvoiceHistory.of(HUNDRED.invoice(), events);
    assertThat(history.standingOn(day(60)).steps().columns().count()).isEqualTo(250_000);
    assertThat(history.standingOn(day(20)).steps().withdrawn()).isNotEmpty();
  }

  @Test
  void unappliedPaymentsWaitVisibly() {
    Account account =
        Account.of(
            Customer.of("C").named("Acme").tagged("key account"),
            List.of(HUNDRED),
            List.of(
                paid(1, "70.00"),
                bounced(3, "20.00"),
                new ContactEvent.CustomerReplied(DUE, "hm")));
    assertThat(account.unapplied(day(1)).values()).containsExactly(eur("70.00"));
    assertThat(account.unapplied(day(3)).values()).containsExactly(eur("50.00"));
    assertThat(account.openItems(day(3)))
        .extracting(OpenItem::minorUnits)
        .containsExactly(10_000L, -5_000L);
    assertThat(account).hasToString("Acme: 1 invoices");
    assertThat(account.standingOn(DUE.toEpochDay()).correspondence().lastRepliedOn()).contains(DUE);
    assertThatThrownBy(() -> account.standingOn(DUE.toEpochDay()).balance().open())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void survivesSerialisation() throws IOException, ClassNotFoundException {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(HUNDRED.with(paid(3, "60.00"))),
            List.of(new RestrictionEvent.Hold(DUE, "why", Optional.empty())));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(account);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Account copy = (Account) in.readObject();
      assertThat(copy).isEqualTo(account).hasSameHashCodeAs(account);
      assertThat(copy.balancesOn(day(9).toEpochDay()).openMinor(0)).isEqualTo(4_000);
    }
  }

  @Test
  void readsLikeALedger() {
    InvoiceHistory history =
        HUNDRED.with(
            paid(1, "40.00"),
            new AgreementEvent.PromiseToPay(day(2), Optional.of(eur("60.00")), day(9)),
            new RestrictionEvent.Hold(day(3), "asked", Optional.of(day(4))),
            new StepEvent.StepTaken(day(5), "reminder", Optional.of(Channel.EMAIL)));
    assertThat(history)
        .hasToString(
            """
            INV-1: 100.00 EUR due 2026-02-14
              2026-02-15 payment 40.00 EUR
              2026-02-16 promise to pay 60.00 EUR by 2026-02-23
              2026-02-17 hold (asked) through 2026-02-18
              2026-02-19 step taken: reminder by email\
            """);
    assertThat(Invoice.of("I", eur("1.00"), ISSUED, PaymentTerms.net(30)).due()).isEqualTo(DUE);
  }

  @Test
  void isSettledSinceNoMoreWasLeftThanTheToleranceAllows() {
    InvoiceHistory paid =
        Fixtures.history(
            "I",
            eur("100.00"),
            DUE,
            LedgerEvent.payment(day(1), eur("50.00")),
            LedgerEvent.payment(day(3), eur("49.00")),
            LedgerEvent.payment(day(5), eur("0.50")));
    Tolerance euro = Tolerance.upTo(eur("1.00"));
    assertThat(paid.settledOn(day(9), euro)).contains(day(3));
    assertThat(paid.settledOn(day(3), euro)).contains(day(3));
    assertThat(paid.settledOn(day(2), euro)).isEmpty();
    assertThat(paid.settledOn(day(9), Tolerance.upTo(eur("0.50")))).contains(day(5));
    assertThat(paid.settledOn(day(9), Tolerance.upTo(eur("0.49")))).isEmpty();
    // by the first payment already
    assertThat(paid.settledOn(day(9), Tolerance.upTo(eur("50.00")))).contains(day(1));
    InvoiceHistory bounced = paid.with(LedgerEvent.paymentReversed(day(7), eur("49.00")));
    assertThat(bounced.settledOn(day(9), euro)).isEmpty();
    assertThat(bounced.settledOn(day(6), euro)).contains(day(3));
  }

  @Test
  void leavesOutWhatWasRecordedOfChargesThatWerePaid() {
    LedgerEvent payment = LedgerEvent.payment(DUE, eur("10.00"));
    InvoiceHistory plain = Fixtures.history("I", eur("100.00"), DUE, payment);
    assertThat(plain.withoutChargesPaid()).isSameAs(plain);
    assertThat(plain.with(LedgerEvent.chargesPaid(DUE, eur("4.00"))).withoutChargesPaid())
        .isEqualTo(plain);
  }
}
