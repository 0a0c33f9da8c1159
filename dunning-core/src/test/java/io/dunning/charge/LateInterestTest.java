package io.dunning.charge;

import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.charge.Debts.DUE;
import static io.dunning.charge.Debts.TEN;
import static io.dunning.charge.Debts.day;
import static io.dunning.charge.Debts.interest;
import static io.dunning.charge.Debts.owed;
import static io.dunning.charge.Debts.pays;
import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DayCount;
import io.dunning.calendar.Days;
import io.dunning.charge.InterestPeriod.AfterGrace;
import io.dunning.charge.InterestPeriod.FirstDay;
import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.charge.LateInterest.Compounding;
import io.dunning.charge.LateInterest.RateMode;
import io.dunning.event.DisputeEvent;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interest: which days bear it, at which rate, and on what. */
class LateInterestTest {
  /** Both ends count: from the day after the due date through the day of payment. */
  @Test
  void tellsWhatItsRateIsMadeOf() {
    LateInterest floating =
        LateInterest.floating(ReferenceRates.of("DE"), percent("9"))
            .times(2)
            .per(30)
            .atMost(percent("20"));
    assertThat(floating.reference()).contains(ReferenceRates.of("DE"));
    assertThat(floating.multiple()).isEqualTo(2);
    assertThat(floating.margin()).isEqualTo(percent("9"));
    assertThat(floating.perDays()).isEqualTo(30);
    assertThat(floating.ceiling().orElseThrow()).hasToString("ceiling of 20%");
    LateInterest fixed = LateInterest.fixed(percent("8"));
    assertThat(fixed.reference()).isEmpty();
    assertThat(fixed.ceiling()).isEmpty();
    assertThat(fixed.multiple()).isEqualTo(1);
  }

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

  /**
   * All at once; the sum was counted day by day in fractions by another program: 12.0517, less
   * 0.0563 of the last day of the 200.00, which the customer never owed.
   */
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
        .hasToString("600.00 EUR, fees 80.00 EUR, interest 12.00 EUR: 692.00 EUR");
    assertThat(found.lines()).hasSize(9);
  }

  @Test
  void newTermsStartInterestAgainAndKeepWhatAccrued() {
    InvoiceHistory history = owed("365.00", new TermsEvent.TermsRenegotiated(day(10), day(40)));
    assertThat(interest(TEN, history, 40)).isEqualTo("1.00");
    assertThat(interest(TEN, history, 45)).isEqualTo("1.50");
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
    // what the customer won is not owed, although it is not credited yet
    assertThat(runs.accrue(owed("365.00", part, won), day(30)).interest()).isEqualTo(eur("2.64"));
    LedgerEvent whole = new DisputeEvent.DisputeOpened(day(11), "price");
    assertThat(runs.accrue(owed("365.00", whole, won), day(30)).interest()).isEqualTo(eur("1.00"));
    assertThat(pauses.accrue(owed("365.00", whole), day(90)).interest()).isEqualTo(eur("1.00"));
  }

  /** A credit of 20.00 while 65.00 are disputed, one of 45.00 after the customer won. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # day, with the day of a payment included, or excluded
          10, 1.00, 1.00
          # not decided yet: 365.00, from the credit on 345.00
          20, 1.97, 1.97
          # it was 300.00 all the time
          40, 3.47, 3.47
          """)
  void whatTheCustomerWonIsFreeOfInterestUntilItIsCredited(
      int day, String included, String excluded) {
    InvoiceHistory history =
        owed(
            "365.00",
            new DisputeEvent.DisputeOpened(day(11), "price", Optional.of(eur("65.00"))),
            new MoneyEvent.Credit(day(15), eur("20.00")),
            new DisputeEvent.DisputeResolved(day(21), Outcome.CUSTOMER_WON),
            new MoneyEvent.Credit(day(25), eur("45.00")));
    assertThat(interest(TEN, history, day)).isEqualTo(included);
    LateInterest without = TEN.from(FirstDay.AFTER_DUE_DATE, PaymentDay.EXCLUDED);
    assertThat(interest(without, history, day)).isEqualTo(excluded);
  }

  /** What was paid back bears interest again from the next rest on. */
  @Test
  void interestPaidBackIsCompoundedAgain() {
    ChargeRules rules =
        ChargeRules.of(TEN.compounding(Compounding.EVERY_30_DAYS, RateMode.FLOATING))
            .paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL);
    InvoiceHistory never = owed("365.00");
    InvoiceHistory paidBack =
        owed("365.00", pays(30, "3.00"), new MoneyEvent.Refund(day(30), eur("3.00")));
    assertThat(rules.accrue(never, day(60)).interest()).isEqualTo(eur("6.02"));
    assertThat(rules.accrue(paidBack, day(60)).interest()).isEqualTo(eur("6.00"));
    assertThat(rules.accrue(never, day(90)).interest()).isEqualTo(eur("9.07"));
    assertThat(rules.accrue(paidBack, day(90)).interest()).isEqualTo(eur("9.05"));
  }

  private static final LocalDate START = LocalDate.of(2023, 12, 15);

  private static LedgerEvent paid(long after, long amount) {
    return new MoneyEvent.Payment(
        START.plusDays(after), Money.ofMinor(amount, CurrencyUnit.of("EUR")));
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
}
