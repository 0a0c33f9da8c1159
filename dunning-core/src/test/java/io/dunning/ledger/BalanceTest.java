package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.credit;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.termsRenegotiated;
import static io.dunning.event.LedgerEvent.voided;
import static io.dunning.event.LedgerEvent.writtenOff;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.EpochDay;
import io.dunning.event.LedgerEvent;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is owed on an invoice, and since when. */
class BalanceTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static Invoice whole() {
    return Invoice.of("I", eur("100.00"), day(-30), DUE);
  }

  private static Invoice inParts() {
    return whole()
        .inInstalments(
            List.of(
                new Instalment(day(0), eur("40.00")),
                new Instalment(day(10), eur("20.00")),
                new Instalment(day(20), eur("40.00"))));
  }

  private static Balance after(Invoice invoice, LedgerEvent... events) {
    return InvoiceHistory.of(invoice, List.of(events)).standingOn(LocalDate.MAX).balance();
  }

  // payments settle the earliest part first: the due date moves once a part is paid in full
  @ParameterizedTest
  @CsvSource({
    "0.01,   0",
    "39.99,  0",
    "40.00, 10",
    "59.99, 10",
    "60.00, 20",
    "99.99, 20",
    "100.00, 20"
  })
  void theDueDateIsThatOfTheEarliestPartThatIsOpen(String paid, int due) {
    LedgerEvent payment = payment(day(-9), eur(paid));
    assertThat(after(inParts(), payment).due()).isEqualTo(day(due));
    assertThat(after(inParts(), payment).dueDay()).isEqualTo(day(due).toEpochDay());
    assertThat(after(whole(), payment).due()).isEqualTo(DUE);
    assertThat(after(inParts(), payment, termsRenegotiated(day(1), day(50))).due())
        .isEqualTo(day(50));
  }

  @ParameterizedTest
  @CsvSource({
    "0.00,  -1,     0",
    "0.00,   0,     0",
    "0.00,   1,  4000",
    "0.00,  10,  4000",
    "0.00,  11,  6000",
    "0.00,  21, 10000",
    "10.00, 11,  5000",
    "40.00,  1,     0",
    "70.00, 20,     0",
    "70.00, 21,  3000",
    "100.00, 21,    0"
  })
  void knowsHowMuchFellDueBeforeADay(String paid, int before, long open) {
    Balance balance =
        paid.equals("0.00")
            ? after(inParts(), hold(day(-9), ""))
            : after(inParts(), payment(day(-9), eur(paid)));
    assertThat(balance.openDueBefore(day(before).toEpochDay())).isEqualTo(open);
  }

  @Test
  void anInvoiceWithoutPartsFallsDueAtOnce() {
    Balance balance = after(whole(), payment(day(1), eur("30.00")));
    assertThat(balance.openDueBefore(DUE.toEpochDay())).isZero();
    assertThat(balance.openDueBefore(day(1).toEpochDay())).isEqualTo(7_000);
    Balance renegotiated = after(inParts(), termsRenegotiated(day(1), day(50)));
    assertThat(renegotiated.instalments()).isEmpty();
    assertThat(renegotiated.openDueBefore(day(50).toEpochDay())).isZero();
    assertThat(renegotiated.openDueBefore(day(51).toEpochDay())).isEqualTo(10_000);
  }

  @Test
  void aDebtIsClosedSinceTheEventThatClosedIt() {
    assertThat(after(whole(), payment(day(1), eur("99.99"))).closedOn()).isEmpty();
    assertThat(after(whole(), payment(day(1), eur("99.99"))).closure()).isEqualTo(Closure.OPEN);
    Balance paid = after(whole(), payment(day(1), eur("60.00")), credit(day(3), eur("40.00")));
    assertThat(paid.closedOn()).contains(day(3));
    assertThat(paid.closedDay()).isEqualTo(day(3).toEpochDay());
    assertThat(paid.closure()).isEqualTo(Closure.SETTLED);
    // what happens afterwards leaves the day as it was, unless the debt is reopened
    Balance overPaid = after(whole(), payment(day(1), eur("100.00")), payment(day(3), eur("5.00")));
    assertThat(overPaid.closedOn()).contains(day(1));
    assertThat(overPaid.creditMinor()).isEqualTo(500);
    assertThat(overPaid.reopenedDay()).isEqualTo(EpochDay.NEVER);
    Balance reopened =
        after(whole(), payment(day(1), eur("100.00")), paymentReversed(day(3), eur("0.01")));
    assertThat(reopened.closedOn()).isEmpty();
    assertThat(reopened.reopenedDay()).isEqualTo(day(3).toEpochDay());
    assertThat(reopened.openMinor()).isEqualTo(1);
    assertThat(after(Invoice.of("CN", eur("-1.00"), DUE, DUE), hold(day(1), "")).closedOn())
        .isEmpty();
  }

  @Test
  void aWriteOffClosesOnlyWhatIsOpen() {
    LedgerEvent paid = payment(day(1), eur("100.00"));
    assertThat(after(whole(), writtenOff(day(2))).closure()).isEqualTo(Closure.WRITTEN_OFF);
    assertThat(after(whole(), paid, writtenOff(day(2))).closure()).isEqualTo(Closure.SETTLED);
    assertThat(after(whole(), writtenOff(day(2)), voided(day(3))).closure())
        .isEqualTo(Closure.VOIDED);
  }

  @Test
  void readsLikeALineOfALedger() {
    assertThat(after(whole(), payment(day(1), eur("60.00"))))
        .hasToString("40.00 EUR open, due 2026-02-14");
    assertThat(after(whole(), payment(day(1), eur("100.00")))).hasToString("settled");
    assertThat(after(whole(), writtenOff(day(1)))).hasToString("written off");
    assertThat(after(whole(), voided(day(1)))).hasToString("voided");
  }

  @Test
  void creditsDiscountsAndMoneyLowerWhatIsOpen() {
    LedgerEvent credit = credit(day(1), eur("5.00"));
    LedgerEvent discount = LedgerEvent.discountTaken(day(2), eur("3.00"));
    LedgerEvent paid = payment(day(2), eur("50.00"));
    assertThat(after(whole(), credit, discount, paid).openMinor()).isEqualTo(42_00);
    LedgerEvent back = LedgerEvent.discountReversed(day(3), eur("1.00"));
    assertThat(after(whole(), credit, discount, paid, back).openMinor()).isEqualTo(43_00);
    // no more is owed again than was taken
    LedgerEvent tooMuch = LedgerEvent.discountReversed(day(3), eur("9.00"));
    assertThat(after(whole(), credit, discount, paid, tooMuch).openMinor()).isEqualTo(45_00);
    LedgerEvent refund = LedgerEvent.refund(day(4), eur("20.00"));
    assertThat(after(whole(), credit, discount, paid, refund).openMinor()).isEqualTo(62_00);
  }

  @Test
  void whatWasReopenedIsAgedFromItsReversal() {
    LedgerEvent half = payment(day(-5), eur("50.00"));
    LedgerEvent rest = payment(day(-4), eur("50.00"));
    Balance never = after(whole(), half);
    assertThat(never.dueDaySinceReopening()).isEqualTo(day(0).toEpochDay());
    Balance late = after(whole(), half, rest, paymentReversed(day(7), eur("50.00")));
    assertThat(late.dueDaySinceReopening()).isEqualTo(day(7).toEpochDay());
    // not before it was due
    Balance early = after(whole(), half, rest, paymentReversed(day(-2), eur("50.00")));
    assertThat(early.dueDaySinceReopening()).isEqualTo(day(0).toEpochDay());
    // of the parts that are open only those that were settled count anew
    LedgerEvent all = payment(day(-5), eur("100.00"));
    Balance third = after(inParts(), all, paymentReversed(day(30), eur("100.00")));
    assertThat(third.dueDaySinceReopening()).isEqualTo(day(30).toEpochDay());
    Balance second =
        after(
            inParts(),
            payment(day(-5), eur("60.00")),
            payment(day(-4), eur("20.00")),
            paymentReversed(day(12), eur("20.00")));
    assertThat(second.dueDaySinceReopening()).isEqualTo(day(20).toEpochDay());
  }

  @Test
  void aPartIsReopenedOnlyIfItWasSettled() {
    LedgerEvent first = payment(day(-5), eur("40.00"));
    LedgerEvent bounced = paymentReversed(day(3), eur("10.00"));
    LedgerEvent again = payment(day(6), eur("10.00"));
    Balance reopened = after(inParts(), first, bounced);
    assertThat(reopened.reopenedDay()).isEqualTo(day(3).toEpochDay());
    assertThat(reopened.dueDaySinceReopening()).isEqualTo(day(3).toEpochDay());
    Balance second = after(inParts(), first, bounced, again);
    assertThat(second.reopenedDay()).isEqualTo(EpochDay.NEVER);
    assertThat(second.dueDaySinceReopening()).isEqualTo(day(10).toEpochDay());
    // on new terms the invoice is one debt, reopened as a whole or not at all
    Balance renegotiated = after(inParts(), first, bounced, termsRenegotiated(day(4), day(50)));
    assertThat(renegotiated.reopenedDay()).isEqualTo(EpochDay.NEVER);
    assertThat(renegotiated.dueDaySinceReopening()).isEqualTo(day(50).toEpochDay());
  }
}
