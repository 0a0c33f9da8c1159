package io.dunning.charge;

import static io.dunning.charge.Debts.TEN;
import static io.dunning.charge.Debts.day;
import static io.dunning.charge.Debts.owed;
import static io.dunning.charge.Debts.pays;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.InterestPeriod.FirstDay;
import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Rounding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a step assesses, and that nothing is assessed twice. */
class AssessTest {
  private static final BusinessCalendar EVERY_DAY = BusinessCalendar.everyDay();
  private static final ChargeRules INTEREST_AND_FEE =
      ChargeRules.of(TEN).with(LateFee.flat(eur("40.00")).once());

  private static List<ChargeEvent.ChargeAssessed> assessed(
      ChargeRules rules, InvoiceHistory history, int after) {
    return rules.assess(history, "notice", day(after), EVERY_DAY);
  }

  private static InvoiceHistory recorded(ChargeRules rules, InvoiceHistory history, int after) {
    return history.with(assessed(rules, history, after).toArray(new LedgerEvent[0]));
  }

  @Test
  void whatIsAssessedOnAWrittenOffInvoiceStaysAssessed() {
    InvoiceHistory off = owed("365.00", LedgerEvent.writtenOff(day(10)));
    assertThat(assessed(INTEREST_AND_FEE, off, 10))
        .extracting(LedgerEvent::toString)
        .containsExactly(
            "2026-02-10 fee assessed: 40.00 EUR", "2026-02-10 interest assessed: 1.00 EUR");
    InvoiceHistory told = recorded(INTEREST_AND_FEE, off, 10);
    assertThat(assessed(INTEREST_AND_FEE, told, 10)).isEmpty();
    assertThat(assessed(INTEREST_AND_FEE, told, 400)).isEmpty();
    AccruedCharges now = INTEREST_AND_FEE.accrue(told, day(400));
    assertThat(now.assessed()).isEqualTo(eur("41.00"));
    assertThat(now.owed()).hasToString("0.00 EUR, fees 40.00 EUR, interest 1.00 EUR: 41.00 EUR");
  }

  @Test
  void aMistakeOnAWrittenOffInvoiceCanBeAssessedAgain() {
    InvoiceHistory off = owed("365.00", LedgerEvent.writtenOff(day(10)));
    InvoiceHistory mended =
        recorded(INTEREST_AND_FEE, off, 11)
            .with(LedgerEvent.chargeReversed(day(12), Charge.INTEREST, eur("1.00")));
    assertThat(assessed(INTEREST_AND_FEE, mended, 12))
        .extracting(LedgerEvent::toString)
        .containsExactly("2026-02-12 interest assessed: 1.00 EUR");
  }

  @Test
  void nothingIsAssessedOnAVoidInvoice() {
    InvoiceHistory told = recorded(INTEREST_AND_FEE, owed("365.00"), 10);
    assertThat(assessed(INTEREST_AND_FEE, told.with(LedgerEvent.voided(day(10))), 10)).isEmpty();
    assertThat(assessed(INTEREST_AND_FEE, owed("365.00", LedgerEvent.voided(day(20))), 20))
        .isEmpty();
  }

  /** 20 days were assessed; half of 10 of them fall away, and the next 10 make up for that. */
  @Test
  void whatFallsAwayWithADisputeIsMadeUpForBeforeMoreIsAssessed() {
    ChargeRules rules = ChargeRules.of(TEN);
    InvoiceHistory told =
        recorded(rules, owed("365.00", LedgerEvent.dispute(day(11), eur("182.50"), "price")), 20);
    InvoiceHistory won = told.with(LedgerEvent.disputeResolved(day(21), Outcome.CUSTOMER_WON));
    assertThat(rules.accrue(won, day(21)).assessed()).isEqualTo(eur("2.00"));
    assertThat(assessed(rules, won, 30)).isEmpty();
    assertThat(assessed(rules, won, 31))
        .extracting(LedgerEvent::toString)
        .containsExactly("2026-03-03 interest assessed: 0.05 EUR");
  }

  @Test
  void whatWasAssessedStaysAssessedOnceTheInvoiceIsCreditedToZero() {
    InvoiceHistory credited =
        recorded(INTEREST_AND_FEE, owed("365.00", LedgerEvent.credit(day(10), eur("365.00"))), 10);
    assertThat(assessed(INTEREST_AND_FEE, credited, 10)).isEmpty();
    assertThat(assessed(INTEREST_AND_FEE, credited, 90)).isEmpty();
  }

  @Test
  void aChargeThatWasGivenUpStaysGivenUpWhenItsAssessmentIsReversed() {
    ChargeRules rules = ChargeRules.of(TEN);
    InvoiceHistory history =
        recorded(rules, owed("365.00"), 10)
            .with(
                LedgerEvent.chargeWaived(day(10), Charge.INTEREST),
                LedgerEvent.chargeReversed(day(10), Charge.INTEREST, eur("1.00")));
    assertThat(assessed(rules, history, 10)).isEmpty();
    assertThat(assessed(rules, history, 12).get(0).amount()).isEqualTo(eur("0.20"));
  }

  @Test
  void aFeeThatIsOnlyOwedBecauseItWasAssessedIsNotAssessedAgainWhenItIsReinstated() {
    ChargeRules none = ChargeRules.NONE;
    InvoiceHistory history =
        owed(
            "365.00",
            LedgerEvent.chargeAssessed(day(5), Charge.FEE, eur("7.00"), "notice"),
            LedgerEvent.chargeWaived(day(6), Charge.FEE),
            LedgerEvent.chargeReinstated(day(7), Charge.FEE, eur("7.00")));
    assertThat(none.accrue(history, day(8)).fees()).isEqualTo(eur("7.00"));
    assertThat(assessed(none, history, 8)).isEmpty();
  }

  @Test
  void reversingMoreThanWasAssessedDoesNotAskForTheFeeTwice() {
    ChargeRules rules = ChargeRules.of(LateFee.flat(eur("5.00")));
    InvoiceHistory history =
        owed(
            "365.00",
            LedgerEvent.chargeAssessed(day(1), Charge.FEE, eur("5.00"), "notice"),
            new ChargeEvent.ChargeReversed(
                day(2), Charge.FEE, eur("50.00"), Optional.of("notice")));
    assertThat(assessed(rules, history, 3).get(0).amount()).isEqualTo(eur("5.00"));
    assertThat(assessed(rules, recorded(rules, history, 3), 3)).isEmpty();
  }

  /** Under a cap a fee has interest rounded on its day; the cent stands in the first assessment. */
  @Test
  void underACapInterestIsAssessedAsItStandsOnceTheFeeIsRecorded() {
    ChargeRules rules =
        ChargeRules.of(TEN.from(FirstDay.AFTER_DUE_DATE, PaymentDay.EXCLUDED).rounded(Rounding.UP))
            .with(LateFee.flat(eur("5.00")))
            .capped(ChargeCap.of(percent("50")));
    // 1.37 cents a day: 3 cents for two days if rounded once, 2 + 2 if rounded on each day
    InvoiceHistory history = owed("50.00");
    assertThat(assessed(rules, history, 2))
        .extracting(LedgerEvent::toString)
        .containsExactly(
            "2026-02-02 fee assessed: 5.00 EUR at notice",
            "2026-02-02 interest assessed: 0.04 EUR");
    assertThat(assessed(rules, recorded(rules, history, 2), 2)).isEmpty();
  }

  @Test
  void whatWasPaidBeforeItWasToldIsNotAssessed() {
    ChargeRules rules = ChargeRules.of(TEN);
    InvoiceHistory told = recorded(rules, owed("365.00", pays(10, "1.00")), 13);
    assertThat(rules.accrue(told, day(13)).assessed()).isEqualTo(eur("1.30"));
    assertThat(assessed(rules, told, 13)).isEmpty();
  }

  @Test
  void assessesTheFeesOfAStepOnceWithWhatAccrued() {
    ChargeRules rules =
        ChargeRules.of(TEN)
            .with(LateFee.flat(eur("5.00")))
            .with(LateFee.percent(percent("1")).at("final demand"));
    List<ChargeEvent.ChargeAssessed> first =
        rules.assess(owed("365.00"), "first notice", day(10), EVERY_DAY);
    assertThat(first)
        .extracting(LedgerEvent::toString)
        .containsExactly(
            "2026-02-10 fee assessed: 5.00 EUR at first notice",
            "2026-02-10 interest assessed: 1.00 EUR");
    InvoiceHistory told = owed("365.00", first.toArray(new LedgerEvent[0]));
    assertThat(rules.assess(told, "first notice", day(10), EVERY_DAY)).isEmpty();
    assertThat(rules.assess(told, "final demand", day(20), EVERY_DAY))
        .extracting(LedgerEvent::toString)
        .containsExactly(
            "2026-02-20 fee assessed: 8.65 EUR at final demand",
            "2026-02-20 interest assessed: 1.00 EUR");
    assertThat(rules.accrue(told, day(20)).owed())
        .hasToString("365.00 EUR, fees 5.00 EUR, interest 2.00 EUR: 372.00 EUR");
    InvoiceHistory mended =
        told.with(
            new ChargeEvent.ChargeReversed(
                day(11), Charge.FEE, eur("5.00"), Optional.of("first notice")));
    assertThat(rules.accrue(mended, day(20)).fees().isZero()).isTrue();
    assertThat(rules.assess(mended, "first notice", day(20), EVERY_DAY).get(0).amount())
        .isEqualTo(eur("5.00"));
  }

  @Test
  void assessesNoFeeBeyondTheCap() {
    ChargeRules rules = ChargeRules.of(LateFee.flat(eur("5.00"))).capped(ChargeCap.of(eur("8.00")));
    InvoiceHistory told =
        owed(
            "365.00",
            rules.assess(owed("365.00"), "one", day(10), EVERY_DAY).toArray(new LedgerEvent[0]));
    assertThat(rules.assess(told, "two", day(20), EVERY_DAY).get(0).amount())
        .isEqualTo(eur("3.00"));
    InvoiceHistory more =
        told.with(
            new ChargeEvent.ChargeAssessed(day(20), Charge.FEE, eur("5.00"), Optional.of("two")));
    assertThat(rules.accrue(more, day(20)).fees()).isEqualTo(eur("8.00"));
    assertThat(rules.assess(more, "three", day(30), EVERY_DAY)).isEmpty();
  }

  @Test
  void isToldOnceAndAgainOnlyAfterAMistake() {
    ChargeRules rules = ChargeRules.of(TEN);
    LedgerEvent told =
        new ChargeEvent.ChargeAssessed(day(10), Charge.INTEREST, eur("1.00"), Optional.empty());
    assertThat(rules.accrue(owed("365.00", told), day(10)).toAssess().isZero()).isTrue();
    assertThat(rules.accrue(owed("365.00", told), day(13)).toAssess()).isEqualTo(eur("0.30"));
    LedgerEvent mistake =
        new ChargeEvent.ChargeReversed(day(12), Charge.INTEREST, eur("1.00"), Optional.empty());
    assertThat(rules.accrue(owed("365.00", told, mistake), day(13)).toAssess())
        .isEqualTo(eur("1.30"));
    // paid before it was told
    ChargeRules interestFirst = rules.paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL);
    assertThat(interestFirst.accrue(owed("365.00", pays(10, "1.00")), day(13)).interestToAssess())
        .isEqualTo(eur("0.30"));
  }

  /** Paid, paid back and paid again: what accrues later still has to be told, all of it. */
  @Test
  void whatWasPaidBackIsNotToldTwiceNorForgotten() {
    InvoiceHistory history =
        owed(
            "365.00",
            new ChargeEvent.ChargeAssessed(day(10), Charge.INTEREST, eur("1.00"), Optional.empty()),
            pays(10, "1.00"),
            new MoneyEvent.Refund(day(10), eur("1.00")),
            pays(10, "1.00"));
    AccruedCharges found = ChargeRules.of(TEN).accrue(history, day(15));
    assertThat(found.accruedInterest()).isEqualTo(eur("1.50"));
    assertThat(found.assessed()).isEqualTo(eur("1.00"));
    assertThat(found.interestToAssess()).isEqualTo(eur("0.50"));
  }

  @Test
  void aFeeReversedInPartStaysAssessed() {
    ChargeRules rules = ChargeRules.of(LateFee.flat(eur("5.00")));
    LedgerEvent told =
        new ChargeEvent.ChargeAssessed(day(1), Charge.FEE, eur("5.00"), Optional.of("notice"));
    LedgerEvent part =
        new ChargeEvent.ChargeReversed(day(2), Charge.FEE, eur("2.00"), Optional.of("notice"));
    InvoiceHistory history = owed("365.00", told, part);
    assertThat(rules.accrue(history, day(3)).fees()).isEqualTo(eur("3.00"));
    assertThat(rules.assess(history, "notice", day(3), EVERY_DAY)).isEmpty();
  }
}
