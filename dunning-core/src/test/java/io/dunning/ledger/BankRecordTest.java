package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.bankDataAsOf;
import static io.dunning.event.LedgerEvent.candidateBooked;
import static io.dunning.event.LedgerEvent.candidateReceipt;
import static io.dunning.event.LedgerEvent.candidateRejected;
import static io.dunning.event.LedgerEvent.collected;
import static io.dunning.event.LedgerEvent.collectionFailed;
import static io.dunning.event.LedgerEvent.collectionPlanned;
import static io.dunning.event.LedgerEvent.paidBy;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.EpochDay;
import io.dunning.event.LedgerEvent;
import io.dunning.event.PaymentMethod;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bank says at the end of a day. */
class BankRecordTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static BankRecord after(LedgerEvent... events) {
    return Fixtures.history("I-1", eur("100.00"), DAY, events).standingOn(DAY.plusDays(9)).bank();
  }

  @Test
  void nothingIsKnownAtFirst() {
    BankRecord none = after();
    assertThat(none.candidates()).isEmpty();
    assertThat(none.bankDataDay()).isEqualTo(EpochDay.NONE);
    assertThat(none.paymentMethod()).isEmpty();
    assertThat(none.lastFailureDay()).isEqualTo(EpochDay.NONE);
    assertThat(none).isEqualTo(after(candidateRejected(DAY, "R-1")));
  }

  @Test
  void aReceiptIsACandidateUntilItIsBookedOrRejected() {
    LedgerEvent one = candidateReceipt(DAY, "R-1", eur("10.00"), "ACME");
    LedgerEvent two = candidateReceipt(DAY, "R-2", eur("20.00"), "");
    LedgerEvent again = candidateReceipt(DAY.plusDays(1), "R-1", eur("30.00"), "ACME");
    assertThat(after(one, two).candidates()).isEqualTo(List.of(one, two));
    assertThat(after(one, two, again).candidates()).isEqualTo(List.of(two, again));
    assertThat(after(one, two, candidateBooked(DAY, "R-1")).candidates()).isEqualTo(List.of(two));
    assertThat(after(one, two, candidateRejected(DAY, "R-2")).candidates()).isEqualTo(List.of(one));
    // what happens later is not known
    assertThat(after(one, candidateRejected(DAY.plusDays(10), "R-1")).candidates()).hasSize(1);
  }

  @Test
  void nothingOfItIsMoney() {
    Standing told =
        Fixtures.history(
                "I-1",
                eur("100.00"),
                DAY,
                candidateReceipt(DAY, "R-1", eur("100.00"), ""),
                collected(DAY))
            .standingOn(DAY);
    assertThat(told.balance().open()).isEqualTo(eur("100.00"));
    assertThat(told.isRoutine()).isFalse();
    assertThat(told.isAsBilled()).isTrue();
  }

  @Test
  void howRecentTheDataAreIsRoutine() {
    LedgerEvent seen = bankDataAsOf(DAY);
    assertThat(after(seen).bankDataDay()).isEqualTo(DAY.toEpochDay());
    assertThat(Fixtures.history("I-1", eur("100.00"), DAY, seen).standingOn(DAY).isRoutine())
        .isTrue();
  }

  @Test
  void collectionsFailUntilOneGoesThroughOrTheWayToPayChanges() {
    LedgerEvent debited = paidBy(DAY, PaymentMethod.DIRECT_DEBIT);
    LedgerEvent planned = collectionPlanned(DAY, DAY.plusDays(4));
    LedgerEvent failed = collectionFailed(DAY.plusDays(4), "SEPA-SDD", "AM04");
    assertThat(after(debited, planned).collectionPlannedDay())
        .isEqualTo(DAY.plusDays(4).toEpochDay());
    BankRecord once = after(debited, planned, failed);
    assertThat(once.collectionPlannedDay()).isEqualTo(EpochDay.NONE);
    assertThat(once.failures()).isEqualTo(List.of(failed));
    assertThat(once.lastFailureDay()).isEqualTo(DAY.plusDays(4).toEpochDay());
    assertThat(after(debited, failed, failed).failures()).hasSize(2);
    for (LedgerEvent good :
        List.of(collected(DAY.plusDays(5)), paidBy(DAY.plusDays(5), PaymentMethod.DIRECT_DEBIT))) {
      BankRecord made = after(debited, planned, failed, good);
      assertThat(made.failures()).isEmpty();
      assertThat(made.collectionPlannedDay()).isEqualTo(EpochDay.NONE);
      assertThat(made.clearedDay(after(), 0)).isEqualTo(DAY.plusDays(5).toEpochDay());
    }
    assertThat(after().clearedDay(after(), 0)).isEqualTo(EpochDay.NONE);
    assertThat(after(debited, paidBy(DAY, PaymentMethod.TRANSFER)).paymentMethod())
        .contains(PaymentMethod.TRANSFER);
  }

  @Test
  void aCollectionOfTheAccountIsAboutWhatWasDueByThen() {
    BankRecord account = after(collected(DAY.plusDays(5)));
    long day = DAY.plusDays(5).toEpochDay();
    assertThat(after().clearedDay(account, day)).isEqualTo(day);
    assertThat(after().clearedDay(account, day + 1)).isEqualTo(EpochDay.NONE);
    // a new way to pay is about all, and of several days the last counts
    BankRecord paying =
        after(collected(DAY.plusDays(5)), paidBy(DAY.plusDays(3), PaymentMethod.TRANSFER));
    assertThat(after().clearedDay(paying, day)).isEqualTo(day);
    assertThat(after().clearedDay(paying, day + 1)).isEqualTo(day - 2);
    assertThat(after(collected(DAY.plusDays(7))).clearedDay(paying, day)).isEqualTo(day + 2);
    assertThat(after(collected(DAY.plusDays(2))).clearedDay(paying, day)).isEqualTo(day);
  }
}
