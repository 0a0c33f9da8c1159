package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.credit;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.disputeResolved;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Streams;
import io.dunning.calendar.EpochDay;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent.Credit;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What became of disputes about an invoice over 100.00 EUR. */
class DisputeCaseTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static Agreements after(LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur("100.00"), DUE.minusDays(30), DUE))
        .with(events)
        .standingOn(day(50))
        .agreements();
  }

  private static Agreements ofAccount(LedgerEvent... events) {
    return Account.of(Customer.of("C"), List.of(), List.of(events))
        .standingOn(day(50).toEpochDay())
        .agreements();
  }

  @Test
  void keepsEachDisputeWithItsOutcome() {
    Agreements agreements =
        after(
            dispute(day(1), eur("10.00"), "price").withId("A"),
            dispute(day(2), eur("20.00"), "damaged").withId("B").by("portal"),
            dispute(day(3), eur("30.00"), "damaged"),
            disputeResolved(day(4), Outcome.CREDITOR_WON, "A"),
            disputeResolved(day(5), Outcome.CUSTOMER_WON));
    assertThat(agreements.disputes())
        .extracting(d -> d.opened().reason() + " " + d.outcome() + " " + d.creditOwedMinor())
        .containsExactly(
            "price Optional[creditor won] 0",
            "damaged Optional.empty 0",
            "damaged Optional[customer won] 3000");
    assertThat(agreements.disputedMinor()).isEqualTo(5_000);
    assertThat(agreements.dispute().orElseThrow().openedBy()).contains("portal");
    assertThat(agreements.creditOwed().orElseThrow().opened().date()).isEqualTo(day(3));
  }

  @Test
  void creditsCountForWhatIsOwedFirstThenForOpenDisputes() {
    Agreements agreements =
        after(
            credit(day(1), eur("5.00")),
            dispute(day(1), eur("10.00"), "open"),
            dispute(day(2), eur("20.00"), "won"),
            disputeResolved(day(3), Outcome.CUSTOMER_WON),
            credit(day(4), eur("26.00")));
    assertThat(agreements.disputes())
        .extracting(DisputeCase::credits)
        .containsExactly(
            List.of(new Credit(day(4), eur("6.00"))), List.of(new Credit(day(4), eur("20.00"))));
    // an open dispute contests its amount until it is resolved
    assertThat(agreements.disputedMinor()).isEqualTo(1_000);
    assertThat(agreements.creditOwed()).isEmpty();
  }

  @Test
  void aCreditFillsOneDisputeAfterTheOther() {
    Agreements agreements =
        after(
            dispute(day(1), eur("10.00"), "price"),
            dispute(day(2), eur("20.00"), "damaged"),
            dispute(day(3), eur("30.00"), "late"),
            credit(day(4), eur("4.00")),
            credit(day(5), eur("11.00")));
    assertThat(agreements.disputes())
        .extracting(DisputeCase::creditedMinor)
        .containsExactly(10_00L, 5_00L, 0L);
    DisputeCase first = agreements.disputes().get(0);
    assertThat(Streams.copy(first)).isEqualTo(first);
  }

  @Test
  void aDisputeOfAllIsAboutWhatWasOpenWhenTheCustomerWon() {
    LedgerEvent whole = dispute(day(1), "price");
    LedgerEvent won = disputeResolved(day(5), Outcome.CUSTOMER_WON);
    DisputeCase paidInPart = after(whole, payment(day(2), eur("60.00")), won).disputes().get(0);
    assertThat(paidInPart.amountMinor()).isEqualTo(4_000);
    DisputeCase credited = after(whole, credit(day(2), eur("60.00")), won).disputes().get(0);
    assertThat(credited.amountMinor()).isEqualTo(10_000);
    assertThat(credited.creditOwedMinor()).isEqualTo(4_000);
  }

  @Test
  void aLaterWordAboutTheSameDisputeCountsInstead() {
    LedgerEvent opened = dispute(day(1), "price").withId("A");
    LedgerEvent won = disputeResolved(day(5), Outcome.CUSTOMER_WON, "A");
    LedgerEvent lost = disputeResolved(day(6), Outcome.CREDITOR_WON, "A");
    assertThat(after(opened, won, lost).isDisputed()).isFalse();
    assertThat(after(opened, lost, disputeResolved(day(7), Outcome.CUSTOMER_WON, "A")).isDisputed())
        .isTrue();
    assertThat(after(opened, won, disputeResolved(day(6))).isDisputed()).isTrue();
  }

  @Test
  void aDisputeOfAnAccountContestsTheInvoicesThatItCanMean() {
    LedgerEvent opened = dispute(day(1), "price");
    assertThat(ofAccount().contestsIssuedThroughDay()).isEqualTo(EpochDay.NONE);
    assertThat(ofAccount(opened).contestsIssuedThroughDay()).isEqualTo(EpochDay.NEVER);
    assertThat(
            ofAccount(opened, disputeResolved(day(5), Outcome.CUSTOMER_WON))
                .contestsIssuedThroughDay())
        .isEqualTo(day(5).toEpochDay());
    assertThat(ofAccount(opened, disputeResolved(day(5))).contestsIssuedThroughDay())
        .isEqualTo(EpochDay.NONE);
  }

  @Test
  void refusesABlankId() {
    assertThatThrownBy(() -> dispute(day(1), "price").withId(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id of a dispute is blank");
  }
}
