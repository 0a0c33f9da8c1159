package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.partWrittenOff;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.refund;
import static io.dunning.event.LedgerEvent.voided;
import static io.dunning.event.LedgerEvent.writeOffReversed;
import static io.dunning.event.LedgerEvent.writtenOff;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.EpochDay;
import io.dunning.event.LedgerEvent;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is given up in the books, comes in after all, or is owed again. */
class WriteOffTest {
  private static final LocalDate DUE = LocalDate.of(2026, 1, 31);

  private static LocalDate day(int after) {
    return DUE.plusDays(after);
  }

  private static Balance hundredAnd(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), DUE.minusDays(14), DUE))
        .with(events)
        .standingOn(day(1_000))
        .balance();
  }

  private static void assertBalance(
      Balance balance, Closure closure, String open, String given, String recovered) {
    assertThat(balance.closure()).isEqualTo(closure);
    assertThat(balance.open()).isEqualTo(eur(open));
    assertThat(balance.writtenOff()).isEqualTo(eur(given));
    assertThat(balance.recovered()).isEqualTo(eur(recovered));
  }

  @Test
  void theRestOfAPartWriteOffStaysOwed() {
    Balance balance = hundredAnd(partWrittenOff(day(9), eur("30.00")));
    assertBalance(balance, Closure.OPEN, "70.00", "30.00", "0.00");
    Balance paid = hundredAnd(partWrittenOff(day(9), eur("30.00")), payment(day(20), eur("70.00")));
    assertBalance(paid, Closure.SETTLED, "0.00", "30.00", "0.00");
    assertThat(paid.closedOn()).contains(day(20));
  }

  @Test
  void aPartThatIsAllThereIsWritesTheInvoiceOff() {
    Balance balance =
        hundredAnd(payment(day(1), eur("80.00")), partWrittenOff(day(9), eur("30.00")));
    assertBalance(balance, Closure.WRITTEN_OFF, "0.00", "20.00", "0.00");
    assertThat(balance.closedOn()).contains(day(9));
  }

  @Test
  void whatComesInBeyondTheRestIsRecoveredAndNoCredit() {
    Balance part = hundredAnd(partWrittenOff(day(9), eur("30.00")), payment(day(20), eur("85.00")));
    assertBalance(part, Closure.SETTLED, "0.00", "15.00", "15.00");
    assertThat(part.credit()).isEqualTo(eur("0.00"));
    Balance whole = hundredAnd(writtenOff(day(9)), payment(day(20), eur("40.00")));
    assertBalance(whole, Closure.WRITTEN_OFF, "0.00", "60.00", "40.00");
    Balance more = hundredAnd(writtenOff(day(9)), payment(day(20), eur("105.00")));
    assertBalance(more, Closure.WRITTEN_OFF, "0.00", "0.00", "100.00");
    assertThat(more.credit()).isEqualTo(eur("5.00"));
  }

  /** 30.00 of 40.00 stayed, of which 4.00 paid charges; 5.00 were credited, 3.00 a discount. */
  @Test
  void allThatLowersTheDebtIsRecovered() {
    Balance balance =
        hundredAnd(
            writtenOff(day(9)),
            payment(day(20), eur("40.00")),
            paymentReversed(day(21), eur("10.00")),
            LedgerEvent.credit(day(22), eur("5.00")),
            LedgerEvent.discountTaken(day(23), eur("3.00")),
            LedgerEvent.chargesPaid(day(24), eur("4.00")));
    assertBalance(balance, Closure.WRITTEN_OFF, "0.00", "66.00", "34.00");
  }

  @Test
  void ofWhatIsSettledNoPartIsGivenUp() {
    Balance balance =
        hundredAnd(payment(day(1), eur("100.00")), partWrittenOff(day(9), eur("30.00")));
    assertBalance(balance, Closure.SETTLED, "0.00", "0.00", "0.00");
    assertThat(balance.closedOn()).contains(day(1));
  }

  @Test
  void aRecoveryThatBouncesIsNone() {
    Balance balance =
        hundredAnd(
            writtenOff(day(9)),
            payment(day(20), eur("40.00")),
            paymentReversed(day(25), eur("40.00")));
    assertBalance(balance, Closure.WRITTEN_OFF, "0.00", "100.00", "0.00");
  }

  @Test
  void aReversalMakesAllOfItOwedAgain() {
    Balance whole =
        hundredAnd(
            payment(day(1), eur("10.00")),
            writtenOff(day(9)),
            payment(day(20), eur("40.00")),
            writeOffReversed(day(30)));
    assertBalance(whole, Closure.OPEN, "50.00", "0.00", "0.00");
    assertThat(whole.reopenedDay()).isEqualTo(day(30).toEpochDay());
    Balance part = hundredAnd(partWrittenOff(day(9), eur("30.00")), writeOffReversed(day(30)));
    assertBalance(part, Closure.OPEN, "100.00", "0.00", "0.00");
    assertThat(part.reopenedDay()).isEqualTo(EpochDay.NEVER);
    Balance paid =
        hundredAnd(writtenOff(day(9)), payment(day(20), eur("100.00")), writeOffReversed(day(30)));
    assertBalance(paid, Closure.SETTLED, "0.00", "0.00", "0.00");
  }

  @Test
  void aReversalOfNothingChangesNothing() {
    assertThat(hundredAnd(writeOffReversed(day(9)))).isEqualTo(hundredAnd());
    assertBalance(
        hundredAnd(payment(day(1), eur("100.00")), writeOffReversed(day(9))),
        Closure.SETTLED,
        "0.00",
        "0.00",
        "0.00");
  }

  @Test
  void aRefundRaisesTheRestAndNotWhatWasGivenUp() {
    Balance balance =
        hundredAnd(
            payment(day(1), eur("70.00")),
            partWrittenOff(day(9), eur("20.00")),
            refund(day(12), eur("70.00")));
    assertBalance(balance, Closure.OPEN, "80.00", "20.00", "0.00");
  }

  @Test
  void nothingIsGivenUpOnAVoidInvoice() {
    Balance balance = hundredAnd(partWrittenOff(day(9), eur("30.00")), voided(day(10)));
    assertBalance(balance, Closure.VOIDED, "0.00", "0.00", "0.00");
  }

  @Test
  void whatPaidChargesLowersNoInvoice() {
    Balance balance =
        hundredAnd(payment(day(5), eur("100.00")), LedgerEvent.chargesPaid(day(5), eur("40.00")));
    assertBalance(balance, Closure.OPEN, "40.00", "0.00", "0.00");
    assertThat(balance.paid()).isEqualTo(eur("100.00"));
  }
}
