package io.dunning.charge;

import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.charge.Debts.DUE;
import static io.dunning.charge.Debts.TEN;
import static io.dunning.charge.Debts.day;
import static io.dunning.charge.Debts.owed;
import static io.dunning.charge.Debts.pays;
import static io.dunning.charge.StatutoryInterest.Country.FRANCE;
import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
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

/** What an invoice costs that is paid late, line by line. */
class ChargeRulesTest {
  /** A statement that can be followed with a pencil. */
  @Test
  void printsAStatement() {
    ChargeRules rules =
        ChargeRules.of(StatutoryInterest.of(GERMANY).businessToBusiness())
            .paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL);
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
            fee by fixed compensation of 40.00 EUR, once for each instalment (BGB 247, 288(2) and (5), 286(3), 193)
            interest by German base rate + 9%, ACT/365F (BGB 247, 288(2) and (5), 286(3), 193)
            """);
  }

  @Test
  void theLawThatIsNamedLastReplacesTheOneBefore() {
    StatutoryInterest german = StatutoryInterest.of(GERMANY).businessToBusiness();
    StatutoryInterest french = StatutoryInterest.of(FRANCE).businessToBusiness();
    ChargeRules once = ChargeRules.of(TEN).with(german);
    assertThat(once.with(german)).isEqualTo(once);
    assertThat(ChargeRules.of(TEN).with(french).with(german)).isEqualTo(once);
    assertThat(once.with(german.withoutCompensation()).fees()).isEmpty();
  }

  @Test
  void interestByContractKeepsTheCompensationOfALaw() {
    StatutoryInterest german = StatutoryInterest.of(GERMANY).businessToBusiness();
    ChargeRules rules = ChargeRules.of(TEN).with(german).with(TEN);
    assertThat(rules.interest()).contains(TEN);
    assertThat(rules.fees()).hasSize(1);
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
        .withMessage("time of interest is not above zero: P0D");
    assertThatIllegalArgumentException().isThrownBy(() -> TEN.times(0));
    assertThat(TEN.times(1)).isEqualTo(TEN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEN.times(2))
        .withMessage("there is no reference rate to multiply by 2: 10%");
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
                + " payments pay principal, then interest, then costs; paused in dispute;"
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
    AccruedCharges found =
        ChargeRules.of(TEN)
            .paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL)
            .accrue(history, day(30));
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

  /** 0.60 is less than 1.00: the payment pays principal instead. */
  @Test
  void aPaymentDoesNotPayInterestThatIsNotAsked() {
    ChargeRules rules =
        ChargeRules.of(TEN.atLeast(eur("1.00"))).paying(AllocationOrder.COSTS_INTEREST_PRINCIPAL);
    AccruedCharges little = rules.accrue(owed("365.00", pays(6, "365.00")), day(6));
    assertThat(little.owed()).hasToString("0.00 EUR, fees 0.00 EUR, interest 0.00 EUR: 0.00 EUR");
    AccruedCharges enough = rules.accrue(owed("365.00", pays(10, "365.00")), day(10));
    assertThat(enough.principal()).isEqualTo(eur("1.00"));
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
