package io.dunning.ledger;

import static io.dunning.event.LedgerEvent.deferred;
import static io.dunning.event.LedgerEvent.dispute;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.planAgreed;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.settlementLapsed;
import static io.dunning.event.LedgerEvent.settlementOffered;
import static io.dunning.money.Money.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.EpochDay;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands between a debt and its collection. */
class AgreementsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static long epoch(int afterDue) {
    return day(afterDue).toEpochDay();
  }

  private static InvoiceHistory invoice(String number, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of(number, eur("100.00"), day(-30), DUE)).with(events);
  }

  @Test
  void eachAgreementIsTold() {
    LedgerEvent plan = planAgreed(day(1), List.of(new Instalment(day(9), eur("25.00"))));
    LedgerEvent offer = settlementOffered(day(1), eur("70.00"), day(9));
    LedgerEvent dispute = dispute(day(1), "broken");
    LedgerEvent insolvent = restricted(day(1), Restriction.INSOLVENCY);
    Agreements all =
        invoice("A", plan, dispute, insolvent, offer, deferred(day(1), day(7)))
            .standingOn(day(9))
            .agreements();
    assertThat(all.plan().map(LedgerEvent.class::cast)).contains(plan);
    assertThat(all.offer().map(LedgerEvent.class::cast)).contains(offer);
    assertThat(all.dispute().map(LedgerEvent.class::cast)).contains(dispute);
    assertThat(all.restriction(Restriction.INSOLVENCY).map(LedgerEvent.class::cast))
        .contains(insolvent);
    assertThat(all.restriction(Restriction.DECEASED)).isEmpty();
    assertThat(all.offerThroughDay()).isEqualTo(epoch(9));
    assertThat(all.deferredToDay()).isEqualTo(epoch(7));
    assertThat(all.renegotiatedDay()).isEqualTo(EpochDay.NONE);
  }

  @Test
  void anOfferStandsUntilTheDayBeforeItLapsesOrAPlanIsAgreed() {
    LedgerEvent offer = settlementOffered(day(1), eur("70.00"), day(9));
    LedgerEvent plan = planAgreed(day(4), List.of(new Instalment(day(9), eur("25.00"))));
    assertThat(offerThrough(offer, settlementLapsed(day(5)))).isEqualTo(epoch(4));
    assertThat(offerThrough(offer, plan)).isEqualTo(epoch(3));
    // an offer that ran out earlier stays so
    assertThat(offerThrough(offer, settlementLapsed(day(30)))).isEqualTo(epoch(9));
    assertThat(offerThrough(plan)).isEqualTo(EpochDay.NONE);
  }

  private static long offerThrough(LedgerEvent... events) {
    return invoice("A", events).standingOn(LocalDate.MAX).agreements().offerThroughDay();
  }

  @Test
  void aDisputeOverExactlyWhatIsOpenIsOverTheWhole() {
    Agreements part =
        invoice("A", dispute(day(1), eur("99.99"), "")).standingOn(day(1)).agreements();
    Agreements all =
        invoice("A", dispute(day(1), eur("100.00"), "")).standingOn(day(1)).agreements();
    assertThat(part.isDisputed()).isFalse();
    assertThat(all.isDisputed()).isTrue();
    // two disputes whose sum is too large for a number are over the whole
    assertThat(
            invoice("A", dispute(day(1), "all"), dispute(day(2), eur("1.00"), "too"))
                .standingOn(day(2))
                .agreements()
                .disputedMinor())
        .isEqualTo(10_000);
  }

  @Test
  void ofHoldsThatLastEquallyLongTheFirstCounts() {
    LedgerEvent first = hold(day(1), "first", day(9));
    LedgerEvent second = hold(day(2), "second", day(9));
    LedgerEvent longer = hold(day(3), "longer", day(10));
    assertThat(held(first, second)).contains(first);
    assertThat(held(first, second, longer)).contains(longer);
    assertThat(held(first, longer, second)).contains(longer);
  }

  private static Optional<LedgerEvent> held(LedgerEvent... events) {
    return invoice("A", events).standingOn(day(9)).agreements().hold().map(h -> h);
  }
}
