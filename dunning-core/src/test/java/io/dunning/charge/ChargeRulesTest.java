package io.dunning.charge;

import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.charge.StatutoryInterest.Country.FRANCE;
import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static io.dunning.charge.StatutoryInterest.Country.INDIA;
import static io.dunning.charge.StatutoryInterest.Country.UNITED_KINGDOM;
import static io.dunning.charge.StatutoryInterest.Country.UNITED_STATES;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DayCount;
import io.dunning.calendar.Days;
import io.dunning.charge.InterestPeriod.AfterGrace;
import io.dunning.charge.InterestPeriod.FirstDay;
import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.charge.LateInterest.Compounding;
import io.dunning.charge.LateInterest.RateMode;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.event.DisputeEvent;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentSchedule;
import io.dunning.terms.PaymentTerms;
import io.dunning.terms.Skonto;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeRulesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 1, 31);

  /** 1 cent a day on 36.50. */
  private static final LateInterest TEN = LateInterest.fixed(percent("10"));

  private static InvoiceHistory owed(String amount, LedgerEvent... events) {
    return InvoiceHistory.of(Invoice.of("I", eur(amount), DUE.minusDays(14), DUE), List.of(events));
  }

  private static LocalDate day(int after) {
    return DUE.plusDays(after);
  }

  private static LedgerEvent pays(int after, String amount) {
    return new MoneyEvent.Payment(day(after), eur(amount));
  }

  private static String interest(LateInterest rule, InvoiceHistory history, int after) {
    return ChargeRules.of(rule)
        .paying(AllocationOrder.PRINCIPAL_INTEREST_COSTS)
        .accrue(history, day(after))
        .accruedInterest()
        .amount()
        .toPlainString();
  }

  /** Both ends count: from the day after the due date through the day of payment. */
  @Test
  void countsFromTheDayAfterTheDueDateThroughThePaymentDay() {
    InvoiceHistory history = owed("365.00", pays(10, "365.00"));
    assertThat(interest(TEN, history, 0)).isEqualTo("0.00");
    assertThat(interest(TEN, history, 1)).isEqualTo("0.10");
    assertThat(interest(TEN, history, 10)).isEqualTo("1.00");
    assertThat(interest(TEN, history, 50)).isEqualTo("1.00");
    LateInterest without = TEN.from(FirstDay.AFTER_DUE_DATE, PaymentDay.EXCLUDED);
    assertThat(interest(without, history, 50)).isEqualTo("0.90");
    LateInterest withDue = TEN.from(FirstDay.DUE_DATE, PaymentDay.INCLUDED);
    assertThat(interest(withDue, history, 50)).isEqualTo("1.10");
  }

  @Test
  void daysOfGraceCountAfterwardsOrStayFree() {
    InvoiceHistory history = owed("365.00", pays(3, "65.00"));
    LateInterest afterwards = TEN.grace(calendarDays(5), AfterGrace.FROM_FIRST_DAY);
    LateInterest free = TEN.grace(calendarDays(5), AfterGrace.FROM_END_OF_GRACE);
    assertThat(interest(afterwards, history, 5)).isEqualTo("0.00");
    // 6 days on the 300.00 that were not paid in grace
    assertThat(interest(afterwards, history, 6)).isEqualTo("0.49");
    assertThat(interest(free, history, 5)).isEqualTo("0.00");
    assertThat(interest(free, history, 6)).isEqualTo("0.08");
  }

  @Test
  void graceInBusinessDaysAsksTheCalendar() {
    // due on a Saturday; 2 business days of grace end on Tuesday, 3 days later
    ChargeRules rules =
        ChargeRules.of(TEN.grace(Days.businessDays(2), AfterGrace.FROM_END_OF_GRACE));
    InvoiceHistory history = owed("365.00");
    assertThat(rules.accrue(history, day(4), BusinessCalendar.weekends()).interest())
        .isEqualTo(eur("0.10"));
    assertThat(rules.accrue(history, day(4)).interest()).isEqualTo(eur("0.20"));
  }

  @Test
  void takesTheRateOfEachDayOfTheStartOrOfEachRest() {
    ReferenceRates rates =
        ReferenceRates.named("base")
            .with(LocalDate.MIN, day(10), percent("10"), "us")
            .with(day(11), LocalDate.MAX, percent("20"), "us");
    LateInterest floating = LateInterest.floating(rates, percent("0"));
    assertThat(interest(floating, owed("365.00"), 20)).isEqualTo("3.00");
    assertThat(interest(floating.fixedAtStart(), owed("365.00"), 20)).isEqualTo("2.00");
    LateInterest rests = floating.compounding(Compounding.EVERY_30_DAYS, RateMode.AT_EACH_REST);
    assertThat(interest(rests, owed("365.00"), 30)).isEqualTo("3.00");
    // the second period bears 20 % on 368.00
    assertThat(interest(rests, owed("365.00"), 60)).isEqualTo("9.05");
  }

  @Test
  void aMonthIsATwelfthHoweverLong() {
    LateInterest monthly =
        LateInterest.fixed(percent("12")).compounding(Compounding.MONTHLY, RateMode.AT_EACH_REST);
    // 1 February to 28 February, then to 31 March; then one day of 365
    assertThat(interest(monthly, owed("10000.00"), 28)).isEqualTo("100.00");
    assertThat(interest(monthly, owed("10000.00"), 59)).isEqualTo("201.00");
    assertThat(interest(monthly, owed("10000.00"), 60)).isEqualTo("204.35");
  }

  @Test
  void stopsAfterTheLongestTimeAndForgetsTrifles() {
    LateInterest rule = TEN.forAtMost(Period.ofMonths(1)).atLeast(eur("1.00"));
    assertThat(interest(rule, owed("365.00"), 9)).isEqualTo("0.00");
    assertThat(interest(rule, owed("365.00"), 10)).isEqualTo("1.00");
    assertThat(interest(rule, owed("365.00"), 28)).isEqualTo("2.80");
    assertThat(interest(rule, owed("365.00"), 400)).isEqualTo("2.80");
  }

  @Test
  void aRateIsNeitherBelowZeroNorAboveItsCeiling() {
    LateInterest low = LateInterest.floating(ReferenceRates.of("DE"), percent("0.5"));
    LocalDate negative = LocalDate.of(2020, 5, 1);
    assertThat(ReferenceRates.of("DE").rateOn(negative).orElseThrow().rate())
        .isEqualTo(percent("-0.88"));
    assertThat(low.rateOn(negative)).contains(percent("0"));
    LateInterest high = LateInterest.floating(ReferenceRates.of("DE"), percent("9"));
    assertThat(high.rateOn(negative)).contains(percent("8.12"));
    assertThat(high.atMost(percent("8")).rateOn(negative)).contains(percent("8"));
    assertThat(high.atMost(ReferenceRates.of("KR-CAP")).rateOn(negative)).isEmpty();
    assertThat(
            LateInterest.floating(ReferenceRates.of("IN"), percent("1"))
                .times(3)
                .rateOn(LocalDate.of(2024, 1, 1)))
        .contains(percent("21.25"));
  }

  @Test
  void saysWhichRateIsMissingAndCountsUpToThere() {
    LateInterest rule = LateInterest.floating(ReferenceRates.of("DE"), percent("9"));
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", eur("36500.00"), DUE, LocalDate.of(2026, 12, 30)));
    AccruedCharges found = ChargeRules.of(rule).accrue(history, LocalDate.of(2027, 3, 1));
    assertThat(found.missing()).contains("no German base rate is known for 2027-01-01");
    assertThat(found.interest()).isEqualTo(eur("10.52"));
    assertThat(found.statement())
        .endsWith("interest ends early: no German base rate is known for 2027-01-01\n");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                rule.interestMinor(
                    100,
                    LocalDate.of(2026, 12, 30).toEpochDay(),
                    LocalDate.of(2027, 1, 2).toEpochDay(),
                    new long[0],
                    new long[0],
                    0))
        .withMessage("no German base rate is known for 2027-01-01");
    ReferenceRates newer =
        ReferenceRates.of("DE")
            .with(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 6, 30), percent("1"), "Bundesbank");
    StatutoryInterest law = StatutoryInterest.of(GERMANY).businessToBusiness().withRates(newer);
    assertThat(ChargeRules.of(law).accrue(history, LocalDate.of(2027, 3, 1)).missing()).isEmpty();
  }

  /** A statement that can be followed with a pencil. */
  @Test
  void printsAStatement() {
    ChargeRules rules = ChargeRules.of(StatutoryInterest.of(GERMANY).businessToBusiness());
    InvoiceHistory history =
        InvoiceHistory.of(
            Invoice.of(
                "RE-17", eur("1000.00"), LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31)),
            List.of(
                new MoneyEvent.Payment(LocalDate.of(2026, 7, 10), eur("300.00")),
                new MoneyEvent.Payment(LocalDate.of(2026, 8, 5), eur("100.00"))));
    assertThat(rules.accrue(history, LocalDate.of(2026, 8, 31)).statement())
        .isEqualTo(
            """
            RE-17: 1000.00 EUR due 2026-05-31, as of 2026-08-31
            from        to          days  what         base    rate  counted   amount
            2026-06-01  2026-06-01     1  fee       1000.00                     40.00
            2026-06-01  2026-06-30    30  interest  1000.00  10.27%  ACT/365F    8.44
            2026-07-01  2026-07-10    10  interest  1000.00  10.52%  ACT/365F    2.88
            2026-07-11  2026-08-05    26  interest   751.32  10.52%  ACT/365F    5.63
            2026-08-06  2026-08-31    26  interest   656.95  10.52%  ACT/365F    4.92
            2026-07-10 payment 300.00 EUR: costs 40.00, interest 11.32, principal 248.68
            2026-08-05 payment 100.00 EUR: costs 0.00, interest 5.63, principal 94.37
            charged: fees 40.00 EUR, interest 21.87 EUR
            owed: 656.95 EUR, fees 0.00 EUR, interest 4.92 EUR: 661.87 EUR
            fee by 40.00 EUR, once for each instalment (BGB 247, 288(2) and (5), 286(3), 193)
            interest by German base rate + 9%, ACT/365F (BGB 247, 288(2) and (5), 286(3), 193)
            """);
  }

  @Test
  void instalmentsBearInterestFromTheirOwnDueDates() {
    Invoice invoice =
        Invoice.of("I", eur("730.00"), DUE, DUE)
            .inInstalments(
                List.of(
                    new Instalment(DUE, eur("365.00")), new Instalment(day(30), eur("365.00"))));
    InvoiceHistory history = InvoiceHistory.of(invoice);
    assertThat(interest(TEN, history, 30)).isEqualTo("3.00");
    assertThat(interest(TEN, history, 40)).isEqualTo("5.00");
    AccruedCharges found = ChargeRules.of(TEN).accrue(history, day(30));
    assertThat(found.overdue()).isEqualTo(eur("365.00"));
    assertThat(found.principal()).isEqualTo(eur("730.00"));
    ChargeRules each = ChargeRules.of(LateFee.flat(eur("40.00")).oncePerInstalment());
    assertThat(each.accrue(history, day(30)).fees()).isEqualTo(eur("40.00"));
    assertThat(each.accrue(history, day(31)).fees()).isEqualTo(eur("80.00"));
    ChargeRules once = ChargeRules.of(LateFee.flat(eur("40.00")).once());
    assertThat(once.accrue(history, day(31)).fees()).isEqualTo(eur("40.00"));
  }

  /** All at once; the sum was counted day by day in fractions by another program: 12.0517... */
  @Test
  void instalmentsPaymentsRatesAndADisputeTogether() {
    Invoice invoice =
        Invoice.of("X", eur("900.00"), LocalDate.of(2025, 4, 1), LocalDate.of(2025, 5, 1))
            .inInstalments(
                List.of(
                    new Instalment(LocalDate.of(2025, 5, 1), eur("300.00")),
                    new Instalment(LocalDate.of(2025, 6, 15), eur("600.00"))));
    LocalDate resolved = LocalDate.of(2025, 7, 10);
    InvoiceHistory history =
        InvoiceHistory.of(
            invoice,
            List.of(
                new MoneyEvent.Payment(LocalDate.of(2025, 6, 1), eur("100.00")),
                new DisputeEvent.DisputeOpened(
                    LocalDate.of(2025, 6, 20), "damaged", Optional.of(eur("200.00"))),
                new DisputeEvent.DisputeResolved(resolved, Outcome.CUSTOMER_WON),
                new MoneyEvent.Credit(resolved, eur("200.00"))));
    AccruedCharges found =
        ChargeRules.of(StatutoryInterest.of(GERMANY).businessToBusiness())
            .paying(AllocationOrder.PRINCIPAL_INTEREST_COSTS)
            .accrue(history, LocalDate.of(2025, 7, 31));
    assertThat(found.owed())
        .hasToString("600.00 EUR, fees 80.00 EUR, interest 12.05 EUR: 692.05 EUR");
    assertThat(found.lines()).hasSize(9);
  }

  @Test
  void newTermsStartInterestAgainAndKeepWhatAccrued() {
    InvoiceHistory history = owed("365.00", new TermsEvent.TermsRenegotiated(day(10), day(40)));
    assertThat(interest(TEN, history, 40)).isEqualTo("1.00");
    assertThat(interest(TEN, history, 45)).isEqualTo("1.50");
  }

  @Test
  void aDisputedAmountBearsInterestUnlessTheCustomerWinsOrItPauses() {
    LedgerEvent part = new DisputeEvent.DisputeOpened(day(11), "price", Optional.of(eur("65.00")));
    LedgerEvent won = new DisputeEvent.DisputeResolved(day(21), Outcome.CUSTOMER_WON);
    LedgerEvent lost = new DisputeEvent.DisputeResolved(day(21), Outcome.CREDITOR_WON);
    ChargeRules runs = ChargeRules.of(TEN);
    ChargeRules pauses = runs.inDispute(ChargeRules.InDispute.PAUSE);
    assertThat(runs.accrue(owed("365.00", part), day(20)).interest()).isEqualTo(eur("2.00"));
    // 10 days on 365.00, 10 on 300.00
    assertThat(pauses.accrue(owed("365.00", part), day(20)).interest()).isEqualTo(eur("1.82"));
    assertThat(runs.accrue(owed("365.00", part, lost), day(30)).interest()).isEqualTo(eur("3.00"));
    assertThat(runs.accrue(owed("365.00", part, won), day(30)).interest()).isEqualTo(eur("2.82"));
    LedgerEvent whole = new DisputeEvent.DisputeOpened(day(11), "price");
    assertThat(runs.accrue(owed("365.00", whole, won), day(30)).interest()).isEqualTo(eur("2.00"));
    assertThat(pauses.accrue(owed("365.00", whole), day(90)).interest()).isEqualTo(eur("1.00"));
  }

  @Test
  void aWaivedChargeStaysWaivedAndCanBeReinstated() {
    ChargeRules rules = ChargeRules.of(TEN);
    LedgerEvent waived = new ChargeEvent.ChargeWaived(day(10), Charge.INTEREST, Optional.empty());
    assertThat(rules.accrue(owed("365.00", waived), day(10)).interest()).isEqualTo(eur("0.00"));
    assertThat(rules.accrue(owed("365.00", waived), day(15)).interest()).isEqualTo(eur("0.50"));
    assertThat(rules.accrue(owed("365.00", waived), day(15)).interestToAssess())
        .isEqualTo(eur("0.50"));
    LedgerEvent back = new ChargeEvent.ChargeReinstated(day(12), Charge.INTEREST, eur("9.00"));
    AccruedCharges again = rules.accrue(owed("365.00", waived, back), day(15));
    assertThat(again.interest()).isEqualTo(eur("1.50"));
    assertThat(again.interestToAssess()).isEqualTo(eur("1.50"));
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
    assertThat(rules.accrue(owed("365.00", pays(10, "1.00")), day(13)).interestToAssess())
        .isEqualTo(eur("0.30"));
  }

  @Test
  void interestOnADebtPaidLateStaysOwedUnlessItIsWaivedThen() {
    InvoiceHistory late = owed("365.00", pays(20, "365.00"));
    ChargeRules rules = ChargeRules.of(TEN).paying(AllocationOrder.PRINCIPAL_INTEREST_COSTS);
    assertThat(rules.accrue(late, day(90)).owed())
        .hasToString("0.00 EUR, fees 0.00 EUR, interest 2.00 EUR: 2.00 EUR");
    AccruedCharges waived = rules.onceSettled(ChargeRules.OnceSettled.WAIVED).accrue(late, day(90));
    assertThat(waived.total().isZero()).isTrue();
    assertThat(waived.lines())
        .extracting(ChargeLine::kind)
        .containsExactly(ChargeLine.Kind.INTEREST, ChargeLine.Kind.INTEREST_WAIVED);
  }

  @Test
  void aBackdatedPaymentCountsFromItsOwnDay() {
    InvoiceHistory told =
        owed(
                "365.00",
                new ChargeEvent.ChargeAssessed(
                    day(20), Charge.INTEREST, eur("2.00"), Optional.empty()))
            .with(pays(5, "365.00").bookedOn(day(25)));
    ChargeRules rules = ChargeRules.of(TEN).paying(AllocationOrder.PRINCIPAL_INTEREST_COSTS);
    assertThat(rules.accrue(told.asKnownOn(day(24)), day(30)).interest()).isEqualTo(eur("3.00"));
    AccruedCharges now = rules.accrue(told, day(30));
    assertThat(now.interest()).isEqualTo(eur("0.50"));
    assertThat(now.assessed()).isEqualTo(eur("2.00"));
    assertThat(now.toAssess().isZero()).isTrue();
  }

  @Test
  void capsSayWhatIsBeyondThem() {
    ChargeRules rules =
        ChargeRules.of(TEN)
            .with(LateFee.flat(eur("5.00")).once())
            .capped(ChargeCap.of(percent("2")));
    AccruedCharges found = rules.accrue(owed("365.00"), day(60));
    assertThat(found.fees()).isEqualTo(eur("5.00"));
    assertThat(found.interest()).isEqualTo(eur("2.30"));
    assertThat(found.lines())
        .extracting(ChargeLine::toString)
        .contains("2026-04-01..2026-04-01 interest beyond the cap on -3.70 EUR: -3.70 EUR");
    ChargeRules monthly =
        ChargeRules.of(TEN)
            .capped(ChargeCap.of(eur("1.00"), Money.usd("9.00")).within(ChargeCap.Within.MONTH));
    assertThat(monthly.accrue(owed("365.00"), day(59)).interest()).isEqualTo(eur("2.00"));
    ChargeRules yearly =
        ChargeRules.of(TEN).capped(ChargeCap.of(eur("7.00")).within(ChargeCap.Within.YEAR));
    assertThat(yearly.accrue(owed("365.00"), day(365 + 31)).interest()).isEqualTo(eur("13.20"));
    assertThat(ChargeCap.of(eur("7.00"))).hasToString("at most 7.00 EUR in all");
    assertThat(ChargeCap.of(percent("3")).within(ChargeCap.Within.MONTH))
        .hasToString("at most 3% a month");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChargeCap(Optional.empty(), List.of(), ChargeCap.Within.MONTH))
        .withMessage("cap has no limit, or a negative one");
    assertThatIllegalArgumentException().isThrownBy(() -> ChargeCap.of(eur("-0.01")));
  }

  @Test
  void assessesTheFeesOfAStepOnceWithWhatAccrued() {
    ChargeRules rules =
        ChargeRules.of(TEN)
            .with(LateFee.flat(eur("5.00")))
            .with(LateFee.percent(percent("1")).at("final demand"));
    BusinessCalendar every = BusinessCalendar.everyDay();
    List<ChargeEvent.ChargeAssessed> first =
        rules.assess(owed("365.00"), "first notice", day(10), every);
    assertThat(first)
        .extracting(LedgerEvent::toString)
        .containsExactly(
            "2026-02-10 fee assessed: 5.00 EUR at first notice",
            "2026-02-10 interest assessed: 1.00 EUR");
    InvoiceHistory told = owed("365.00", first.toArray(new LedgerEvent[0]));
    assertThat(rules.assess(told, "first notice", day(10), every)).isEmpty();
    assertThat(rules.assess(told, "final demand", day(20), every))
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
    assertThat(rules.assess(mended, "first notice", day(20), every).get(0).amount())
        .isEqualTo(eur("5.00"));
  }

  @Test
  void assessesNoFeeBeyondTheCap() {
    ChargeRules rules = ChargeRules.of(LateFee.flat(eur("5.00"))).capped(ChargeCap.of(eur("8.00")));
    BusinessCalendar every = BusinessCalendar.everyDay();
    InvoiceHistory told =
        owed(
            "365.00",
            rules.assess(owed("365.00"), "one", day(10), every).toArray(new LedgerEvent[0]));
    assertThat(rules.assess(told, "two", day(20), every).get(0).amount()).isEqualTo(eur("3.00"));
    InvoiceHistory more =
        told.with(
            new ChargeEvent.ChargeAssessed(day(20), Charge.FEE, eur("5.00"), Optional.of("two")));
    assertThat(rules.accrue(more, day(20)).fees()).isEqualTo(eur("8.00"));
    assertThat(rules.assess(more, "three", day(30), every)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # whole base by its band: nothing below the lowest
          SINGLE   |  99.99 |  0.00
          SINGLE   | 100.00 |  4.00
          SINGLE   | 499.99 | 12.00
          SINGLE   | 500.00 | 18.00
          # each part by its own band
          MARGINAL | 100.00 |  2.00
          MARGINAL | 499.99 | 10.00
          MARGINAL | 600.00 | 16.00
          """)
  void feesGoByBands(LateFee.Banding banding, String base, String fee) {
    LateFee banded =
        LateFee.banded(
            banding,
            List.of(
                new LateFee.Band(eur("500.00"), eur("3.00"), percent("3")),
                new LateFee.Band(eur("100.00"), eur("2.00"), percent("2"))));
    assertThat(banded.of(eur(base))).isEqualTo(eur(fee));
  }

  @Test
  void feesHaveEndsAndCurrencies() {
    LateFee fee = LateFee.percent(percent("2")).atLeast(eur("3.00")).atMost(eur("9.00"));
    assertThat(fee.of(eur("10.00"))).isEqualTo(eur("3.00"));
    assertThat(fee.of(eur("200.00"))).isEqualTo(eur("4.00"));
    assertThat(fee.of(eur("900.00"))).isEqualTo(eur("9.00"));
    assertThat(fee.of(eur("0.00"))).isEqualTo(eur("0.00"));
    assertThat(fee.of(Money.usd("900.00"))).isEqualTo(Money.usd("18.00"));
    LateFee flat = LateFee.flat(eur("5.00"), Money.usd("6.00"));
    assertThat(flat.of(Money.usd("1.00"))).isEqualTo(Money.usd("6.00"));
    assertThat(flat.of(Money.gbp("1.00"))).isEqualTo(Money.gbp("0.00"));
    assertThat(fee.at("notice"))
        .hasToString("2%, at least 3.00 EUR, at most 9.00 EUR, with notice");
    assertThat(flat.perDocument()).hasToString("5.00 EUR or 6.00 USD, once for a letter");
    assertThat(flat.every(calendarDays(30)).by("contract"))
        .hasToString("5.00 EUR or 6.00 USD, every 30 days (contract)");
  }

  @Test
  void periodicFeesArisePeriodByPeriodWhileSomethingIsOverdue() {
    ChargeRules rules = ChargeRules.of(LateFee.flat(eur("10.00")).every(calendarDays(15)));
    assertThat(rules.accrue(owed("365.00"), day(14)).fees()).isEqualTo(eur("0.00"));
    assertThat(rules.accrue(owed("365.00"), day(15)).fees()).isEqualTo(eur("10.00"));
    assertThat(rules.accrue(owed("365.00"), day(61)).fees()).isEqualTo(eur("40.00"));
    assertThat(rules.accrue(owed("365.00", pays(30, "375.00")), day(99)).fees())
        .isEqualTo(eur("0.00"));
  }

  @Test
  void refusesRulesThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LateInterest.fixed(percent("-1")))
        .withMessage("rate is negative: -1%");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEN.compounding(Compounding.NONE, RateMode.AT_EACH_REST))
        .withMessage("rate is taken at each rest, but interest is simple");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEN.per(30).compounding(Compounding.MONTHLY, RateMode.FLOATING))
        .withMessage("a rate for days cannot be compounded by months");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEN.per(0))
        .withMessage("days of a rate are not between 1 and 366: 0");
    assertThatIllegalArgumentException().isThrownBy(() -> TEN.per(367));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEN.forAtMost(Period.ZERO))
        .withMessage("time of interest is not more than nothing: P0D");
    assertThatIllegalArgumentException().isThrownBy(() -> TEN.times(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LateFee.percent(percent("-1")))
        .withMessage("fee is negative: -1%");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LateFee.flat())
        .withMessage("fee has no bands");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LateFee.flat(eur("1.00"), eur("2.00")))
        .withMessage("two bands of a fee begin at 0.00 EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LateFee.flat(eur("-1.00")))
        .withMessage("band is negative: from 0.00 EUR, -1.00 EUR, 0%");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LateFee.flat(eur("1.00")).every(Days.businessDays(3)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LateFee.flat(eur("1.00")).every(calendarDays(0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferenceRates.named("x").with(DUE, day(-1), percent("1"), ""))
        .withMessage("rate ends before it starts: 2026-01-31..2026-01-30");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                TEN.grace(calendarDays(3), AfterGrace.FROM_FIRST_DAY)
                    .interestMinor(1, 0, 9, new long[0], new long[0], 0))
        .withMessageStartingWith("interest compounds, ends or has days of grace: 10%, ACT/365F");
  }

  @Test
  void ratesAreReplacedWhereTheyOverlap() {
    ReferenceRates rates =
        ReferenceRates.named("base")
            .with(day(0), day(30), percent("1"), "a")
            .with(day(10), day(20), percent("2"), "b");
    assertThat(rates.rates())
        .extracting(ReferenceRates.Rate::toString)
        .containsExactly(
            "1% from 2026-01-31 through 2026-02-09",
            "2% from 2026-02-10 through 2026-02-20", "1% from 2026-02-21 through 2026-03-02");
    assertThat(rates.rateOn(day(-1))).isEmpty();
    assertThat(rates.rateOn(day(31))).isEmpty();
    assertThat(rates.rateOn(day(20)).orElseThrow().source()).isEqualTo("b");
    assertThat(rates).isEqualTo(rates.with(day(10), day(20), percent("2"), "b"));
    assertThat(rates).hasSameHashCodeAs(rates.with(day(10), day(20), percent("2"), "b"));
    assertThat(rates).isNotEqualTo(rates.with(day(10), day(20), percent("3"), "b"));
    assertThat(rates.with(day(40), LocalDate.MAX, percent("3"), "c").rates().get(3))
        .hasToString("3% from 2026-03-12");
  }

  @Test
  void picksALaw() {
    assertThat(StatutoryInterest.of(GERMANY).businessToBusiness())
        .hasToString(
            "DE-288-2: German base rate + 9%, ACT/365F; 40.00 EUR, once for each instalment"
                + " (BGB 247, 288(2) and (5), 286(3), 193)");
    assertThat(StatutoryInterest.of(GERMANY).withConsumer().id()).isEqualTo("DE-288-1");
    assertThat(StatutoryInterest.of(FRANCE).businessToBusiness().id()).isEqualTo("FR-L441-10");
    assertThat(StatutoryInterest.of(UNITED_STATES).fromAuthority().interest())
        .hasToString(
            "US prompt payment rate, fixed at the start, compounding every 30 days, ACT/360,"
                + " for at most a year, not below 1.00 USD");
    assertThat(StatutoryInterest.of(INDIA).businessToBusiness().interest())
        .hasToString(
            "3 x Reserve Bank of India bank rate, fixed at each rest, compounding monthly,"
                + " ACT/365F");
    assertThat(StatutoryInterest.of(UNITED_KINGDOM).all())
        .extracting(StatutoryInterest::id)
        .containsExactly("GB-LPCDA");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatutoryInterest.of(UNITED_KINGDOM).withConsumer())
        .withMessage(
            "no late payment law of United Kingdom is known for this debtor: CONSUMER\n"
                + "Maybe one of [GB-LPCDA]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatutoryInterest.of("XX"))
        .withMessageStartingWith("no such regime: XX\nMaybe one of [AT-456, BR-CC406,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferenceRates.of("XX"))
        .withMessageStartingWith("no such reference rates: XX\nMaybe one of [AT, CH, DE,");
    assertThat(StatutoryInterest.of("CH-OR104").lastDayToPay(DUE, BusinessCalendar.everyDay()))
        .isEmpty();
    assertThat(StatutoryInterest.of("CH-OR104").latestAgreed(DUE)).isEmpty();
    assertThat(StatutoryInterest.of("DE-288-2-OLD").contracts())
        .hasToString(LocalDate.MIN + "..2014-07-28");
    assertThat(
            StatutoryInterest.define("X", "mine", TEN, Optional.empty(), "contract").notCovered())
        .isEmpty();
  }

  /** No rate that rests on memory ships, and every row says where it comes from. */
  @Test
  void everyShippedRateHasASource() {
    for (ReferenceRates table : ReferenceRates.shipped().values()) {
      assertThat(table.rates()).isNotEmpty();
      for (ReferenceRates.Rate rate : table.rates()) {
        assertThat(rate.source()).doesNotContain("memory)").endsWith(")");
      }
    }
    for (StatutoryInterest law : StatutoryInterest.shipped().values()) {
      assertThat(law.source()).isNotBlank();
      assertThat(law.confidence()).startsWith("verified");
      assertThat(law.notCovered()).isNotBlank();
    }
  }

  @Test
  void rulesPrintThemselves() {
    assertThat(ChargeRules.NONE).hasToString("no charges");
    assertThat(
            ChargeRules.of(TEN.rounded(Rounding.DOWN).counting(DayCount.ACT_360))
                .by("contract 7")
                .with(LateFee.flat(eur("5.00")))
                .capped(ChargeCap.of(percent("10")))
                .inDispute(ChargeRules.InDispute.PAUSE)
                .onceSettled(ChargeRules.OnceSettled.WAIVED))
        .hasToString(
            "10%, ACT/360, rounded down (contract 7); 5.00 EUR; at most 10% in all;"
                + " payments pay costs, then interest, then principal; paused in dispute;"
                + " waived once settled");
    assertThat(
            TEN.per(30)
                .from(FirstDay.DUE_DATE, PaymentDay.EXCLUDED)
                .grace(calendarDays(3), AfterGrace.FROM_END_OF_GRACE)
                .atMost(percent("9")))
        .hasToString(
            "10%, at most ceiling of 9%, per 30 days, from the due date, without the day of"
                + " payment, after 3 days of grace that stay free");
    assertThat(LateInterest.floating(ReferenceRates.named("base"), percent("-1")))
        .hasToString("base - 1%, ACT/365F");
  }

  @Test
  void debtsAreOrderedByLaw() {
    Money hundred = eur("100.00");
    DebtOrder.Debt notDue =
        new DebtOrder.Debt("later", DUE, day(9), hundred, false, false, percent("9"));
    DebtOrder.Debt secured =
        new DebtOrder.Debt("secured", DUE, day(-9), hundred, false, true, percent("9"));
    DebtOrder.Debt dear =
        new DebtOrder.Debt("dear", DUE, day(-1), hundred, false, false, percent("9"));
    DebtOrder.Debt old =
        new DebtOrder.Debt("old", DUE, day(-2), hundred, false, false, percent("5"));
    List<DebtOrder.Debt> all = List.of(notDue, secured, old, dear);
    assertThat(DebtOrder.GERMANY.allocate(eur("250.00"), DUE, all, List.of()).parts().toString())
        .isEqualTo("{later=0.00 EUR, secured=50.00 EUR, old=100.00 EUR, dear=100.00 EUR}");
    assertThat(DebtOrder.KOREA.allocate(eur("150.00"), DUE, all, List.of()).parts().toString())
        .isEqualTo("{later=0.00 EUR, secured=100.00 EUR, old=0.00 EUR, dear=50.00 EUR}");
    assertThat(DebtOrder.PRO_RATA.allocate(eur("0.03"), DUE, all, List.of()).parts().toString())
        .isEqualTo("{later=0.01 EUR, secured=0.01 EUR, old=0.01 EUR, dear=0.00 EUR}");
    assertThat(DebtOrder.OLDEST_DUE_FIRST.allocate(eur("500.00"), DUE, all, List.of()).unapplied())
        .isEqualTo(hundred);
    assertThat(DebtOrder.GERMANY)
        .hasToString(
            "due, then less secured, then more burdensome, then earliest due, then by amount");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DebtOrder.PRO_RATA.allocate(hundred, DUE, List.of(old, old), List.of()))
        .withMessage("two debts have one id: old");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DebtOrder.PRO_RATA.allocate(hundred, DUE, List.of(old), List.of("new")))
        .withMessage("payment names a debt that is not there: new");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DebtOrder.PRO_RATA.allocate(eur("-1"), DUE, List.of(old), List.of()))
        .withMessage("payment is negative: -1.00 EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DebtOrder.Debt.of("x", DUE, eur("-1")))
        .withMessage("open amount of x is negative: -1.00 EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                AllocationOrder.INTEREST_PRINCIPAL_COSTS.split(
                    hundred, hundred, eur("-1"), hundred))
        .withMessage("amount to allocate is negative");
  }

  @Test
  void anotherCurrencyHasItsOwnMinorUnits() {
    CurrencyUnit yen = CurrencyUnit.of("JPY");
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", Money.ofMinor(1_000_000, yen), DUE, DUE));
    assertThat(ChargeRules.of(TEN.rounded(Rounding.DOWN)).accrue(history, day(1)).interest())
        .isEqualTo(Money.ofMinor(273, yen));
  }

  @Test
  void aPaymentIsDistributedAmongTheInvoicesOfAnAccount() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                InvoiceHistory.of(Invoice.of("new", eur("50.00"), DUE, day(20))),
                InvoiceHistory.of(Invoice.of("old", eur("70.00"), DUE, day(1)))
                    .with(pays(1, "30.00")),
                InvoiceHistory.of(Invoice.of("disputed", eur("9.00"), DUE, DUE))
                    .with(new DisputeEvent.DisputeOpened(DUE, "price")),
                InvoiceHistory.of(Invoice.of("dollars", Money.usd("9.00"), DUE, DUE)),
                InvoiceHistory.of(Invoice.of("later", eur("9.00"), day(30), day(31))),
                InvoiceHistory.of(Invoice.of("paid", eur("9.00"), DUE, DUE))
                    .with(pays(0, "9.00"))));
    DebtOrder order = DebtOrder.OLDEST_DUE_FIRST;
    assertThat(order.allocate(eur("60.00"), day(5), account, List.of()).parts().toString())
        .isEqualTo("{new=20.00 EUR, old=40.00 EUR, disputed=0.00 EUR}");
    assertThat(order.allocate(eur("99.50"), day(5), account, List.of("disputed")).unapplied())
        .isEqualTo(eur("0.50"));
  }

  /** Money paid back is owed again from its day, in the reverse of the order in which it paid. */
  @Test
  void aRefundCountsFromItsOwnDay() {
    InvoiceHistory history =
        owed("365.00", pays(10, "366.00"), new MoneyEvent.Refund(day(20), eur("100.50")));
    AccruedCharges found = ChargeRules.of(TEN).accrue(history, day(30));
    assertThat(found.allocations())
        .extracting(AccruedCharges.Allocated::toString)
        .containsExactly(
            "2026-02-10 payment 366.00 EUR: costs 0.00, interest 1.00, principal 365.00",
            "2026-02-20 refund -100.50 EUR: costs 0.00, interest 0.00, principal -100.50");
    assertThat(found.principal()).isEqualTo(eur("100.50"));
    // 10 days on 365.00, and 10 on 100.50
    assertThat(found.accruedInterest()).isEqualTo(eur("1.28"));
    AccruedCharges never =
        ChargeRules.of(TEN)
            .accrue(owed("365.00", new MoneyEvent.Refund(day(1), eur("9.00"))), day(10));
    assertThat(never.allocations()).isEmpty();
    assertThat(never.principal()).isEqualTo(eur("365.00"));
    // what was paid back before it came is kept from the payment
    InvoiceHistory later =
        owed("365.00", new MoneyEvent.Refund(day(1), eur("9.00")), pays(2, "100.00"));
    assertThat(
            ChargeRules.of(TEN)
                .paying(AllocationOrder.PRINCIPAL_INTEREST_COSTS)
                .accrue(later, day(2))
                .principal())
        .isEqualTo(eur("274.00"));
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

  /** What was paid back bears interest again from the next rest on. */
  @Test
  void interestPaidBackIsCompoundedAgain() {
    LateInterest rule = TEN.compounding(Compounding.EVERY_30_DAYS, RateMode.FLOATING);
    InvoiceHistory never = owed("365.00");
    InvoiceHistory paidBack =
        owed("365.00", pays(30, "3.00"), new MoneyEvent.Refund(day(30), eur("3.00")));
    assertThat(ChargeRules.of(rule).accrue(never, day(60)).interest()).isEqualTo(eur("6.02"));
    assertThat(ChargeRules.of(rule).accrue(paidBack, day(60)).interest()).isEqualTo(eur("6.00"));
    assertThat(ChargeRules.of(rule).accrue(never, day(90)).interest()).isEqualTo(eur("9.07"));
    assertThat(ChargeRules.of(rule).accrue(paidBack, day(90)).interest()).isEqualTo(eur("9.05"));
  }

  /** 0.60 is less than 1.00: the payment pays principal instead. */
  @Test
  void aPaymentDoesNotPayInterestThatIsNotAsked() {
    ChargeRules rules = ChargeRules.of(TEN.atLeast(eur("1.00")));
    AccruedCharges little = rules.accrue(owed("365.00", pays(6, "365.00")), day(6));
    assertThat(little.owed()).hasToString("0.00 EUR, fees 0.00 EUR, interest 0.00 EUR: 0.00 EUR");
    AccruedCharges enough = rules.accrue(owed("365.00", pays(10, "365.00")), day(10));
    assertThat(enough.principal()).isEqualTo(eur("1.00"));
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
    assertThat(rules.assess(history, "notice", day(3), BusinessCalendar.everyDay())).isEmpty();
  }

  /** New terms end on a Saturday; two business days of grace end on Tuesday. */
  @Test
  void graceAfterNewTermsAsksTheCalendar() {
    ChargeRules rules =
        ChargeRules.of(TEN.grace(Days.businessDays(2), AfterGrace.FROM_END_OF_GRACE));
    InvoiceHistory history = owed("365.00", new TermsEvent.TermsRenegotiated(day(-3), day(7)));
    assertThat(rules.accrue(history, day(11), BusinessCalendar.weekends()).interest())
        .isEqualTo(eur("0.10"));
  }

  @Test
  void nothingAccruesOnceItIsWrittenOffUnlessThereWasNothingToWriteOff() {
    InvoiceHistory off = owed("365.00", new MoneyEvent.WrittenOff(day(10)));
    AccruedCharges found = ChargeRules.of(TEN).accrue(off, day(90));
    assertThat(found.principal().isZero()).isTrue();
    assertThat(found.interest()).isEqualTo(eur("1.00"));
    InvoiceHistory bounced =
        owed(
            "365.00",
            pays(5, "365.00"),
            new MoneyEvent.WrittenOff(day(10)),
            new MoneyEvent.PaymentReversed(day(11), eur("365.00")));
    assertThat(ChargeRules.of(TEN).accrue(bounced, day(20)).interest()).isEqualTo(eur("2.00"));
  }

  @Test
  void aCreditLowersThePrincipalFromItsOwnDay() {
    InvoiceHistory history = owed("365.00", new MoneyEvent.Credit(day(10), eur("65.00")));
    AccruedCharges found = ChargeRules.of(TEN).accrue(history, day(20));
    assertThat(found.interest()).isEqualTo(eur("1.82"));
    assertThat(found.principal()).isEqualTo(eur("300.00"));
    assertThat(found.allocations())
        .hasToString("[2026-02-10 credit 65.00 EUR: costs 0.00, interest 0.00, principal 65.00]");
  }

  /** Whatever the rounding, the rates and the payments; huge amounts need 128 bits. */
  @Test
  void theFastWayComesToWhatTheStatementSays() {
    LateInterest floating = LateInterest.floating(ReferenceRates.of("DE"), percent("4.125"));
    for (Rounding rounding : Rounding.values()) {
      for (LateInterest each :
          List.of(
              TEN,
              floating,
              floating.fixedAtStart(),
              TEN.counting(DayCount.ACT_365_25),
              floating.counting(DayCount.ACT_ACT_ISDA).atMost(percent("5.5")),
              TEN.from(FirstDay.DUE_DATE, PaymentDay.EXCLUDED))) {
        LateInterest rule = each.rounded(rounding);
        for (long amount : new long[] {1, 73, 73_000, 36_500_001, Long.MAX_VALUE / 3}) {
          for (int days : new int[] {0, 1, 50, 365, 700}) {
            long[] paid = {amount / 4, amount / 2, amount / 3};
            long[] on = {-3, 20, 200};
            InvoiceHistory history =
                InvoiceHistory.of(
                    Invoice.of("I", Money.ofMinor(amount, CurrencyUnit.of("EUR")), START, START),
                    List.of(paid(on[0], paid[0]), paid(on[1], paid[1]), paid(on[2], paid[2])));
            long due = START.toEpochDay();
            assertThat(
                    rule.interestMinor(
                        amount,
                        due,
                        due + days,
                        new long[] {due + on[0], due + on[1], due + on[2]},
                        paid,
                        3))
                .as(rule + " on " + amount + " for " + days)
                .isEqualTo(
                    ChargeRules.of(rule)
                        .paying(AllocationOrder.PRINCIPAL_INTEREST_COSTS)
                        .accrue(history, START.plusDays(days))
                        .accruedInterest()
                        .minorUnits());
          }
        }
      }
    }
  }

  private static final LocalDate START = LocalDate.of(2023, 12, 15);

  private static LedgerEvent paid(long after, long amount) {
    return new MoneyEvent.Payment(
        START.plusDays(after), Money.ofMinor(amount, CurrencyUnit.of("EUR")));
  }

  /** Any day gets an answer, and soon. */
  @Test
  void theEndsOfTimeGetAnAnswer() {
    ChargeRules rules =
        ChargeRules.of(
                TEN.grace(Days.businessDays(3), AfterGrace.FROM_FIRST_DAY)
                    .forAtMost(Period.ofYears(500)))
            .with(LateFee.flat(eur("0.01")).every(calendarDays(1)))
            .with(LateFee.flat(eur("40.00")).oncePerInstalment())
            .capped(ChargeCap.of(eur("0.50")).within(ChargeCap.Within.MONTH));
    ChargeRules compound =
        ChargeRules.of(
            LateInterest.fixed(percent("0.01"))
                .compounding(Compounding.MONTHLY, RateMode.FLOATING));
    for (LocalDate due : List.of(LocalDate.MIN, DUE, LocalDate.MAX)) {
      InvoiceHistory history =
          InvoiceHistory.of(Invoice.of("I", eur("365.00"), due, due))
              .with(new MoneyEvent.Payment(DUE, eur("1.00")));
      for (LocalDate asOf : List.of(LocalDate.MIN, DUE, LocalDate.MAX)) {
        for (ChargeRules each : List.of(rules, compound)) {
          AccruedCharges found = each.accrue(history, asOf);
          assertThat(found.total().isNegative()).isFalse();
          assertThat(found.statement()).contains("as of " + asOf);
        }
      }
    }
    AccruedCharges longAgo = ChargeRules.of(TEN).accrue(owed("365.00"), LocalDate.MAX);
    assertThat(longAgo.interest()).isEqualTo(eur("3652.50"));
    assertThat(longAgo.interest())
        .isEqualTo(ChargeRules.of(TEN).accrue(owed("365.00"), day(36_525)).interest());
  }

  /** What is sent elsewhere comes back equal and computes the same. */
  @Test
  void everythingCanBeSent() throws IOException, ClassNotFoundException {
    ChargeRules rules =
        ChargeRules.of(StatutoryInterest.of("US-PPA"))
            .with(LateFee.percent(percent("1")).every(calendarDays(30)).atMost(Money.usd("9.00")))
            .with(LateFee.flat(eur("3.00")).at("notice"))
            .capped(ChargeCap.of(percent("10")).within(ChargeCap.Within.YEAR));
    rules.accrue(owed("365.00", pays(3, "9.00")), day(9));
    ChargeRules copy = sent(rules);
    assertThat(copy).isEqualTo(rules).hasToString(rules.toString());
    AccruedCharges found = copy.accrue(owed("365.00", pays(3, "9.00")), day(90));
    assertThat(sent(found).statement())
        .isEqualTo(rules.accrue(owed("365.00", pays(3, "9.00")), day(90)).statement());
    PaymentTerms terms =
        PaymentTerms.parse("2/10 net 30 then 15 prox on 5/10 at most 90 as of 2026-05-01");
    assertThat(sent(terms)).isEqualTo(terms);
    PaymentSchedule schedule =
        PaymentSchedule.of(
            PaymentSchedule.share(percent("30"), terms), PaymentSchedule.remainder(terms));
    assertThat(sent(schedule)).isEqualTo(schedule);
    assertThat(sent(StatutoryInterest.of("GB-LPCDA"))).isEqualTo(StatutoryInterest.of("GB-LPCDA"));
    Skonto skonto = Skonto.parse("#SKONTO#TAGE=14#PROZENT=1.00#BASISBETRAG=2.53#").orElseThrow();
    assertThat(sent(skonto)).isEqualTo(skonto);
    DebtOrder.Allocation parts =
        DebtOrder.KOREA.allocate(
            eur("1.00"), DUE, List.of(DebtOrder.Debt.of("x", DUE, eur("2.00"))), List.of());
    assertThat(sent(parts)).isEqualTo(parts);
  }

  @SuppressWarnings("unchecked")
  private static <T> T sent(T value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
