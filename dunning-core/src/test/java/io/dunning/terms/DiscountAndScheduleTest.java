package io.dunning.terms;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.terms.PaymentSchedule.fixed;
import static io.dunning.terms.PaymentSchedule.remainder;
import static io.dunning.terms.PaymentSchedule.share;
import static io.dunning.terms.PaymentTerms.dueOnReceipt;
import static io.dunning.terms.PaymentTerms.net;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.dunning.Table;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.ledger.Invoice;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiscountAndScheduleTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);
  private static final BusinessCalendar EVERY_DAY = BusinessCalendar.everyDay();

  static Stream<Table.Row> amounts() {
    return Table.rows("vectors/discount_amounts.csv");
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void settlesForLessThroughTheLastDay(Table.Row row) {
    LocalDate last = LocalDate.parse(row.get("last_discount_date"));
    PaymentTerms terms = net(30).discount(percent(row.get("discount_pct")), 10);
    assertThat(
            terms
                .amountToSettle(
                    eur(row.get("invoice_amount")),
                    last.minusDays(10),
                    LocalDate.parse(row.get("paid_on")))
                .amount())
        .isEqualByComparingTo(row.get("amount_to_settle"));
  }

  static Stream<Table.Row> costs() {
    return Table.rows("vectors/discount_cost.csv");
  }

  @ParameterizedTest
  @MethodSource("costs")
  void saysWhatItCostsAYearNotToTakeIt(Table.Row row) {
    int days = Integer.parseInt(row.get("discount_days"));
    int later = Integer.parseInt(row.get("net_days")) - days;
    int year = Integer.parseInt(row.get("year_base"));
    EarlyPaymentDiscount discount = PaymentTerms.parse(row.get("term")).discounts().get(0);
    assertThat(discount.costPerYear(later, year).orElseThrow().value())
        .isEqualByComparingTo(row.get("nominal_annual_pct"));
    assertThat(discount.effectiveCostPerYear(later, year).orElseThrow().value())
        .isEqualByComparingTo(row.get("effective_annual_pct"));
  }

  static Stream<Table.Row> skonto() {
    return Table.rows("vectors/xrechnung_skonto.csv");
  }

  @ParameterizedTest
  @MethodSource("skonto")
  void readsTheLinesOfGermanElectronicInvoices(Table.Row row) {
    Optional<Skonto> found = Skonto.parse(row.get("line"));
    assertThat(found.isPresent()).isEqualTo(row.get("expected").equals("valid"));
    found.ifPresent(s -> assertThat(s).hasToString(row.get("line")));
  }

  @Test
  void aLineIsADiscountOfTheTerms() {
    Skonto line = Skonto.parse("#SKONTO#TAGE=14#PROZENT=1.00#BASISBETRAG=2.53#").orElseThrow();
    assertThat(line.discount()).contains(EarlyPaymentDiscount.of(percent("1"), 14));
    assertThat(line.base()).contains(new BigDecimal("2.53"));
    assertThat(Skonto.parse("#SKONTO#TAGE=30#PROZENT=0.00#").orElseThrow().discount()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Skonto(-1, percent("1"), Optional.empty()))
        .withMessage("discount is negative: 1%, -1 days");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Skonto(1, percent("-1"), Optional.empty()));
  }

  @Test
  void aLineWithAnEndlessBaseAmountIsFreeText() {
    String digits = "9".repeat(1 << 20);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(Skonto.parse("#SKONTO#TAGE=14#PROZENT=1.00#BASISBETRAG=" + digits + ".00#"))
                .isEmpty());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Skonto(14, percent("1"), Optional.of(new BigDecimal("1e999999999"))))
        .withMessage(
            "base amount has more than 100 digits before or behind the decimal point:"
                + " 1E+999999999");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # several tiers: 2 % for 5 days, 1 % for 14
          2026-01-06 |  980.00
          2026-01-07 |  990.00
          2026-01-15 |  990.00
          2026-01-16 | 1000.00
          """)
  void fallsBackToTheNextTier(LocalDate paid, String amount) {
    PaymentTerms terms = net(30).discount(percent("1"), 14).discount(percent("2"), 5);
    assertThat(terms.amountToSettle(eur("1000.00"), ISSUED, paid)).isEqualTo(eur(amount));
  }

  /** 485.00 of 1,000.00 at 2 %: the payment and its 9.90 settle 494.90. */
  @Test
  void partPaymentsEarnTheirShareIfTheTermsSaySo() {
    EarlyPaymentDiscount plain = EarlyPaymentDiscount.of(percent("2"), 10);
    assertThat(plain.proRata().earnedBy(eur("1000.00"), eur("485.00"))).isEqualTo(eur("9.90"));
    assertThat(plain.proRata().earnedBy(eur("1000.00"), eur("490.00"))).isEqualTo(eur("10.00"));
    assertThat(plain.earnedBy(eur("1000.00"), eur("485.00"))).isEqualTo(eur("0.00"));
    assertThat(plain.earnedBy(eur("1000.00"), eur("979.99"))).isEqualTo(eur("0.00"));
    assertThat(plain.earnedBy(eur("1000.00"), eur("980.00"))).isEqualTo(eur("20.00"));
    assertThat(plain.earnedBy(eur("1000.00"), eur("995.00"))).isEqualTo(eur("5.00"));
    assertThat(plain.earnedBy(eur("1000.00"), eur("1200.00"))).isEqualTo(eur("0.00"));
  }

  @Test
  void anAmountIsTakenOffItsOwnCurrencyAndNeverMoreThanThereIs() {
    EarlyPaymentDiscount five = EarlyPaymentDiscount.of(eur("5.00"), 10);
    assertThat(five.on(eur("100.00"))).isEqualTo(eur("5.00"));
    assertThat(five.on(eur("3.00"))).isEqualTo(eur("3.00"));
    assertThat(five.on(eur("-3.00"))).isEqualTo(eur("0.00"));
    assertThat(five.on(Money.usd("100.00"))).isEqualTo(Money.usd("0.00"));
    assertThat(five.costPerYear(20, 365)).isEmpty();
    assertThat(five.effectiveCostPerYear(20, 365)).isEmpty();
    assertThat(EarlyPaymentDiscount.of(percent("2"), 10).on(eur("-100.00")))
        .as("of a credit note, too")
        .isEqualTo(eur("-2.00"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> five.costPerYear(0, 365))
        .withMessage("days later are less than 1: 0");
  }

  @Test
  void aFewDaysLaterMayStillDo() {
    PaymentTerms terms = net(30).discount(EarlyPaymentDiscount.of(percent("2"), 10).grace(3));
    assertThat(terms.lastDiscountDay(ISSUED)).contains(LocalDate.of(2026, 1, 11));
    assertThat(terms.earned(ISSUED, LocalDate.of(2026, 1, 14))).isPresent();
    assertThat(terms.earned(ISSUED, LocalDate.of(2026, 1, 15))).isEmpty();
  }

  static Stream<Table.Row> instalments() {
    return Table.rows("vectors/instalment_schedules.csv");
  }

  @ParameterizedTest
  @MethodSource("instalments")
  void equalPartsKeepTheDayOfTheFirst(Table.Row row) {
    List<Instalment> parts =
        PaymentSchedule.equalMonthly(
            Integer.parseInt(row.get("n")), eur(row.get("total")), LocalDate.of(2024, 2, 29));
    Instalment found = parts.get(Integer.parseInt(row.get("seq")) - 1);
    assertThat(found.due()).isEqualTo(row.get("due_date"));
    assertThat(found.amount().amount()).isEqualByComparingTo(row.get("amount"));
  }

  @Test
  void monthsNeverCountFromAShortenedDate() {
    assertThat(PaymentSchedule.equalMonthly(3, eur("100.00"), LocalDate.of(2026, 1, 31)).toString())
        .isEqualTo(
            "[33.33 EUR due 2026-01-31, 33.33 EUR due 2026-02-28, 33.34 EUR due 2026-03-31]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentSchedule.equalMonthly(3, eur("0.02"), ISSUED))
        .withMessage("amount cannot be paid in 3 parts: 0.02 EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentSchedule.equalMonthly(0, eur("0.02"), ISSUED));
  }

  /** As many as the months of a hundred years; nobody waits for a list of two billion. */
  @Test
  void noDebtHasEndlesslyManyInstalments() {
    Money much = Money.ofMinor(Long.MAX_VALUE, eur("1.00").currency());
    assertThat(PaymentSchedule.equalMonthly(1_200, much, ISSUED)).hasSize(1_200);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentSchedule.equalMonthly(Integer.MAX_VALUE, much, ISSUED))
        .withMessage("more than 1200 instalments: 2147483647");
    PaymentSchedule.Part[] parts = new PaymentSchedule.Part[1_201];
    Arrays.fill(parts, fixed(eur("1.00"), net(1)));
    parts[1_200] = remainder(net(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentSchedule.of(parts))
        .withMessage("schedule has more than 1200 parts: 1201");
    List<Instalment> many = Collections.nCopies(1_201, new Instalment(ISSUED, eur("1.00")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Invoice.of("I", eur("1201.00"), ISSUED, ISSUED).inInstalments(many))
        .withMessage("invoice I has more than 1200 instalments: 1201");
  }

  @Test
  void readsASchedule() {
    PaymentSchedule schedule =
        PaymentSchedule.parse("30% net 15, 250.00 EUR 15 prox, the rest net 45");
    assertThat(schedule)
        .isEqualTo(
            PaymentSchedule.of(
                share(percent("30"), net(15)),
                fixed(eur("250.00"), PaymentTerms.dayOfNextMonth(15)),
                remainder(net(45))));
    assertThat(PaymentSchedule.parse("50% net 30, 50% net 30, one after the other"))
        .isEqualTo(
            PaymentSchedule.of(share(percent("50"), net(30)), share(percent("50"), net(30)))
                .sequential());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentSchedule.parse("half net 30, the rest net 60"))
        .withMessage(
            "part of a payment schedule begins with no share, amount or the rest: half net 30"
                + "\nMaybe: 30% net 15, the rest net 45");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentSchedule.parse("30% soon, the rest net 60"))
        .withMessageStartingWith(
            "cannot read payment terms at position 1, expected a number: soon");
    assertThatIllegalArgumentException().isThrownBy(() -> PaymentSchedule.parse(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentSchedule.parse("one after the other"))
        .withMessage("schedule has no parts");
  }

  /** What other systems expect, each as one of our schedules. */
  @Test
  void splitsAsOthersDo() {
    // Odoo: 50 % after 2 days, 50 % after 4; residue on the last
    PaymentSchedule halves =
        PaymentSchedule.of(share(percent("50"), net(2)), share(percent("50"), net(4)));
    assertThat(halves.instalments(eur("1150.00"), LocalDate.of(2016, 1, 1), EVERY_DAY).toString())
        .isEqualTo("[575.00 EUR due 2016-01-03, 575.00 EUR due 2016-01-05]");
    assertThat(halves.amounts(eur("0.03"))).containsExactly(eur("0.02"), eur("0.01"));
    // Odoo: 30 % after 15 days, 70 % after 45
    PaymentSchedule thirty =
        PaymentSchedule.of(share(percent("30"), net(15)), share(percent("70"), net(45)));
    assertThat(thirty.dueDates(LocalDate.of(2022, 1, 1), EVERY_DAY))
        .containsExactly(LocalDate.of(2022, 1, 16), LocalDate.of(2022, 2, 15));
    // OCA: one after the other, on payment days
    PaymentSchedule sequence =
        PaymentSchedule.of(
                share(percent("50"), dueOnReceipt().on(PaymentDays.of(15, 20))),
                remainder(dueOnReceipt().on(PaymentDays.of(10, 5))))
            .sequential();
    assertThat(sequence.dueDates(LocalDate.of(2020, 1, 1), EVERY_DAY))
        .containsExactly(LocalDate.of(2020, 1, 15), LocalDate.of(2020, 2, 5));
    assertThat(sequence.dueDates(LocalDate.of(2020, 1, 25), EVERY_DAY))
        .containsExactly(LocalDate.of(2020, 2, 15), LocalDate.of(2020, 3, 5));
    assertThat(sequence)
        .hasToString(
            "50% due on receipt on 15/20, the rest due on receipt on 5/10, one after the other");
    // Tryton: a fixed amount takes the sign of the total
    PaymentSchedule four =
        PaymentSchedule.of(
            share(percent("25"), net(30)),
            share(percent("25"), net(31)),
            fixed(eur("4.00"), net(61)),
            remainder(net(105)));
    assertThat(four.amounts(eur("-10.00")))
        .containsExactly(eur("-2.50"), eur("-2.50"), eur("-4.00"), eur("-1.00"));
    assertThat(four.instalments(eur("0.00"), ISSUED, EVERY_DAY)).isEmpty();
    assertThat(four.amounts(eur("8.00")))
        .as("a fixed amount may be all that is left")
        .containsExactly(eur("2.00"), eur("2.00"), eur("4.00"), eur("0.00"));
  }

  @Test
  void aFixedPartBeyondTheRestIsRefused() {
    PaymentSchedule schedule =
        PaymentSchedule.of(fixed(eur("1200.00"), net(10)), remainder(net(30)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schedule.instalments(eur("1000.00"), ISSUED, EVERY_DAY))
        .withMessage(
            "fixed part of 1200.00 EUR is more than what is left of 1000.00 EUR: 1000.00 EUR");
    assertThat(schedule.amounts(eur("1200.00"))).containsExactly(eur("1200.00"), eur("0.00"));
  }

  @Test
  void refusesSchedulesThatDoNotAddUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentSchedule.of(share(percent("50"), net(30))))
        .withMessage(
            "shares do not add up to 100%, and no part takes the remainder: 50%\n"
                + "Maybe: make the last part the remainder");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PaymentSchedule.of(share(percent("100"), net(1)), fixed(eur("1.00"), net(30))))
        .withMessageStartingWith(
            "schedule has fixed amounts, but no part takes the remainder:"
                + " 100% net 1, 1.00 EUR net 30\nMaybe: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentSchedule.of(share(percent("101"), net(1)), remainder(net(30))))
        .withMessage("shares add up to more than 100%: 101%");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentSchedule.of(remainder(net(1)), share(percent("10"), net(30))))
        .withMessage("the remainder is not the last part: the rest net 1, 10% net 30");
    assertThatIllegalArgumentException()
        .isThrownBy(PaymentSchedule::of)
        .withMessage("schedule has no parts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> share(percent("0"), net(1)))
        .withMessage("part is not more than zero: 0%");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fixed(eur("0.00"), net(1)))
        .withMessage("part is not more than zero: 0.00 EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PaymentSchedule.Part(
                    Optional.of(percent("1")), Optional.of(eur("1.00")), net(1)));
  }

  @Property
  void partsAddUpToTheWhole(
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long total,
      @ForAll @IntRange(min = 1, max = 49) int share) {
    PaymentSchedule schedule =
        PaymentSchedule.of(
            share(percent(share + ".37"), net(10)),
            share(percent("50"), net(20)),
            remainder(net(30)));
    Money whole = Money.ofMinor(total, eur("1.00").currency());
    Money sum = schedule.amounts(whole).stream().reduce(Money::plus).orElseThrow();
    assertThat(sum).isEqualTo(whole);
    assertThat(schedule.amounts(whole))
        .allMatch(m -> m.isZero() || m.isNegative() == whole.isNegative());
  }

  @Test
  void limitsAreIncluded() {
    assertThat(EarlyPaymentDiscount.of(percent("1"), 31).onDayOfNextMonth().lastDay(ISSUED))
        .isEqualTo("2026-02-28");
    assertThat(EarlyPaymentDiscount.of(percent("1"), 1).onDayOfNextMonth().lastDay(ISSUED))
        .isEqualTo("2026-02-01");
    EarlyPaymentDiscount first = EarlyPaymentDiscount.of(percent("1"), 0).afterMonthEnd(1);
    assertThat(first.lastDay(ISSUED)).isEqualTo("2026-02-28");
    EarlyPaymentDiscount last = EarlyPaymentDiscount.of(percent("1"), 0).afterMonthEnd(31);
    assertThat(last.lastDay(LocalDate.of(2026, 1, 30))).isEqualTo("2026-01-31");
    assertThat(EarlyPaymentDiscount.of(eur("5.00"), 1).on(eur("5.00"))).isEqualTo(eur("5.00"));
    assertThat(EarlyPaymentDiscount.of(eur("5.00"), 1).on(eur("0.00"))).isEqualTo(eur("0.00"));
    assertThat(EarlyPaymentDiscount.of(eur("5.00"), 1).proRata().earnedBy(eur("5.00"), eur("0.00")))
        .isEqualTo(eur("5.00"));
    assertThat(PaymentSchedule.equalMonthly(1, eur("0.01"), ISSUED)).hasSize(1);
    assertThat(PaymentSchedule.equalMonthly(2, eur("0.02"), ISSUED)).hasSize(2);
    assertThat(new Skonto(0, percent("0"), Optional.empty()))
        .hasToString("#SKONTO#TAGE=0#PROZENT=0.00#");
    assertThat(
            PaymentSchedule.of(share(percent("100"), net(1)), remainder(net(2)))
                .amounts(eur("1.00")))
        .containsExactly(eur("1.00"), eur("0.00"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EarlyPaymentDiscount.of(percent("1"), 1).effectiveCostPerYear(0, 365));
    assertThat(EarlyPaymentDiscount.of(percent("1"), 1).costPerYear(1, 365))
        .contains(percent("368.6869"));
    assertThatIllegalArgumentException().isThrownBy(() -> EarlyPaymentDiscount.of(percent("0"), 1));
  }

  @Test
  void instalmentsAreSortedByTheirDueDates() {
    PaymentSchedule schedule =
        PaymentSchedule.of(share(percent("50"), net(40)), remainder(net(20)));
    assertThat(schedule.instalments(eur("3.00"), ISSUED, EVERY_DAY))
        .extracting(i -> i.due().toString())
        .containsExactly("2026-01-21", "2026-02-10");
  }

  @Test
  void aShareAndAnAmountStandSideBySide() {
    PaymentTerms terms =
        net(30).discount(percent("2"), 5).discount(EarlyPaymentDiscount.of(eur("3.00"), 10));
    assertThat(terms).hasToString("2/5 3.00EUR/10 net 30");
    PaymentTerms amounts =
        net(30)
            .discount(EarlyPaymentDiscount.of(eur("3.00"), 10))
            .discount(EarlyPaymentDiscount.of(eur("2.00"), 20));
    assertThat(amounts.amountToSettle(eur("9.00"), ISSUED, ISSUED.plusDays(11)))
        .isEqualTo(eur("7.00"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> net(30).discount(percent("2"), 5).discount(percent("2"), 6));
  }

  @Test
  void closedPeriodsAreSteppedOverBothWays() {
    LocalDate june = LocalDate.of(2026, 6, 15);
    PaymentDays days =
        PaymentDays.ANY
            .closed(new DateSpan(june.minusDays(5), june.plusDays(5)))
            .closed(new DateSpan(june.plusDays(6), june.plusDays(9)));
    assertThat(days.onOrAfter(june)).contains(june.plusDays(10));
    assertThat(days.within(june, new DateSpan(june.minusDays(9), june.plusDays(9))))
        .contains(june.minusDays(6));
    assertThat(days.within(june.minusDays(30), new DateSpan(june.minusDays(9), june)))
        .contains(june.minusDays(9));
    assertThat(
            PaymentDays.ANY
                .closed(new DateSpan(LocalDate.MIN, june))
                .within(june, new DateSpan(june.minusDays(4), june)))
        .isEmpty();
    assertThat(PaymentTerms.netMonths(1).thenMonths(1).dueDate(LocalDate.of(2026, 1, 31)))
        .as("from a date that was shortened, because it says so")
        .isEqualTo("2026-03-28");
    assertThat(PaymentTerms.netMonthsSticky(1).dueDate(LocalDate.of(2026, 2, 27)))
        .isEqualTo("2026-03-27");
  }
}
