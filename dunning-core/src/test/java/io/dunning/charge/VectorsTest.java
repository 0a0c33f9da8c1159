package io.dunning.charge;

import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Table;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DayCount;
import io.dunning.charge.InterestPeriod.FirstDay;
import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.charge.LateInterest.Compounding;
import io.dunning.charge.LateInterest.RateMode;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of law and arithmetic, row by row. */
class VectorsTest {
  private static final Map<String, List<Table.Row>> SEGMENTS =
      Table.rows("vectors/statutory_interest_segments.csv")
          .collect(Collectors.groupingBy(r -> r.get("example_id")));

  private static InvoiceHistory debt(Money amount, LocalDate firstInterestDay) {
    LocalDate due = firstInterestDay.minusDays(1);
    return InvoiceHistory.of(Invoice.of("I", amount, due, due));
  }

  private static DayCount counting(String basis) {
    return DayCount.parse(basis.equals("ACT/ACT") ? "ACT/ACT ISDA" : basis);
  }

  /** The rule of an example; what it states otherwise than the law is a fixed rate. */
  private static LateInterest rule(Table.Row row) {
    List<Table.Row> segments = SEGMENTS.get(row.get("id"));
    LateInterest rule =
        switch (row.get("id")) {
          case "DE-P1",
              "DE-P5",
              "DE-P7",
              "DE-D1",
              "DE-D2",
              "DE-D3",
              "DE-D7",
              "FR-D1",
              "GB-D1",
              "GB-D2",
              "GB-P2",
              "AT-P1",
              "US-P3",
              "CH-D1" ->
              StatutoryInterest.of(row.get("regime")).interest();
          case "KR-D1" -> upToTheComplaint(LocalDate.of(2024, 6, 10));
          default -> LateInterest.fixed(Percentage.percent(segments.get(0).get("rate_pct")));
        };
    return rule.counting(counting(row.get("day_basis")))
        .rounded(Rounding.valueOf(row.get("rounding")));
  }

  /** Commercial interest, then that on judgments: two laws, one table. */
  private static LateInterest upToTheComplaint(LocalDate served) {
    ReferenceRates commercial = ReferenceRates.of("KR-COMMERCIAL");
    return LateInterest.floating(
        commercial.with(
            served.plusDays(1),
            LocalDate.MAX,
            ReferenceRates.of("KR-LITIGATION").rateOn(served).orElseThrow().rate(),
            "Special Act on Expedition of Legal Proceedings 3"),
        Percentage.percent("0"));
  }

  static Stream<Table.Row> examples() {
    return Table.rows("vectors/statutory_interest_examples.csv");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void accruesWhatTheLawGrants(Table.Row row) {
    Money principal = Money.of(row.get("principal"), CurrencyUnit.of(row.get("currency")));
    LocalDate first = LocalDate.parse(row.get("first_interest_day"));
    LocalDate last = LocalDate.parse(row.get("last_interest_day"));
    LateInterest rule = rule(row);
    AccruedCharges found = ChargeRules.of(rule).accrue(debt(principal, first), last);
    assertThat(found.interest().amount()).isEqualByComparingTo(row.get("interest_rounded_once"));
    assertThat(found.lines().stream().mapToLong(ChargeLine::days).sum())
        .isEqualTo(Long.parseLong(row.get("interest_days")));
    if (rule.compounding() == Compounding.NONE) {
      long fast =
          rule.interestMinor(
              principal.minorUnits(),
              first.toEpochDay() - 1,
              last.toEpochDay(),
              new long[0],
              new long[0],
              0);
      assertThat(fast).isEqualTo(found.interest().minorUnits());
    }
  }

  /** The lines are those of the table: days, rate, and the exact amount of each. */
  @ParameterizedTest
  @MethodSource("examples")
  void showsEachSpanWithItsRate(Table.Row row) {
    Money principal = Money.of(row.get("principal"), CurrencyUnit.of(row.get("currency")));
    LateInterest rule = rule(row);
    List<ChargeLine> lines =
        ChargeRules.of(rule)
            .accrue(
                debt(principal, LocalDate.parse(row.get("first_interest_day"))),
                LocalDate.parse(row.get("last_interest_day")))
            .lines();
    List<String> found = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (Table.Row each : SEGMENTS.get(row.get("id"))) {
      expected.add(
          each.get("from")
              + " "
              + each.get("to")
              + " "
              + new BigDecimal(each.get("rate_pct")).stripTrailingZeros().toPlainString()
              + "%");
    }
    lines.forEach(l -> found.add(l.from() + " " + l.throughInclusive() + " " + l.rate()));
    assertThat(found).isEqualTo(expected);
    for (Table.Row each : SEGMENTS.get(row.get("id"))) {
      LocalDate from = LocalDate.parse(each.get("from"));
      LocalDate end = LocalDate.parse(each.get("to")).plusDays(1);
      DayCount.Fraction part = rule.dayCount().fraction(from, end);
      BigDecimal exact =
          principal
              .amount()
              .multiply(new BigDecimal(each.get("rate_pct")))
              .multiply(BigDecimal.valueOf(part.numerator()))
              .divide(
                  BigDecimal.valueOf(part.denominator()).movePointRight(2),
                  10,
                  RoundingMode.HALF_UP);
      assertThat(exact).isEqualByComparingTo(each.get("interest_exact"));
    }
  }

  static Stream<Table.Row> compound() {
    return Table.rows("vectors/compound_interest_examples.csv");
  }

  /** Months of the table are periods of 30 days, as the calculator of the Treasury counts. */
  @ParameterizedTest
  @MethodSource("compound")
  void compoundsEveryThirtyDays(Table.Row row) {
    Money principal = Money.usd(row.get("principal"));
    LocalDate due = LocalDate.of(2025, 4, 1);
    int days = 30 * Integer.parseInt(row.get("months")) + Integer.parseInt(row.get("extra_days"));
    LateInterest rule =
        LateInterest.fixed(Percentage.percent(row.get("annual_rate_pct")))
            .compounding(Compounding.EVERY_30_DAYS, RateMode.FIXED_AT_START)
            .counting(DayCount.ACT_360);
    AccruedCharges found =
        ChargeRules.of(rule)
            .accrue(InvoiceHistory.of(Invoice.of("I", principal, due, due)), due.plusDays(days));
    assertThat(found.interest().amount()).isEqualByComparingTo(row.get("interest_rounded"));
  }

  static Stream<Table.Row> flatFees() {
    return Table.rows("vectors/flat_fee_examples.csv");
  }

  @ParameterizedTest
  @MethodSource("flatFees")
  void finesOnceAndCountsOnePercentForThirtyDays(Table.Row row) {
    CurrencyUnit real = CurrencyUnit.of("BRL");
    LocalDate due = LocalDate.of(2025, 3, 31);
    ChargeRules rules =
        ChargeRules.of(LateInterest.fixed(Percentage.percent("1")).per(30))
            .with(LateFee.percent(Percentage.percent(row.get("fine_pct"))).once());
    AccruedCharges found =
        rules.accrue(
            InvoiceHistory.of(Invoice.of("I", Money.of(row.get("principal"), real), due, due)),
            due.plusDays(Integer.parseInt(row.get("days_late"))));
    assertThat(found.fees().amount()).isEqualByComparingTo(row.get("fine"));
    assertThat(found.interest().amount()).isEqualByComparingTo(row.get("interest"));
    assertThat(found.total().amount()).isEqualByComparingTo(row.get("total_due"));
  }

  static Stream<Table.Row> compensation() {
    return Table.rows("vectors/fixed_compensation.csv");
  }

  @ParameterizedTest
  @MethodSource("compensation")
  void grantsTheFixedSum(Table.Row row) {
    StatutoryInterest law =
        row.get("currency").equals("GBP")
            ? StatutoryInterest.of("GB-LPCDA")
            : StatutoryInterest.of(GERMANY).businessToBusiness();
    Money debt = Money.of(row.get("debt_amount"), CurrencyUnit.of(row.get("currency")));
    LocalDate due = LocalDate.of(2025, 3, 31);
    InvoiceHistory history = InvoiceHistory.of(Invoice.of("I", debt, due, due));
    ChargeRules rules = ChargeRules.of(law);
    assertThat(rules.accrue(history, due).fees().isZero()).isTrue();
    assertThat(rules.accrue(history, due.plusDays(1)).fees().amount())
        .isEqualByComparingTo(row.get("fixed_sum"));
    assertThat(rules.accrue(history, due.plusDays(400)).fees().amount())
        .isEqualByComparingTo(row.get("fixed_sum"));
  }

  static Stream<Table.Row> starts() {
    return Table.rows("vectors/interest_start_day.csv");
  }

  /** What counts from which day, as the facts of each row say. */
  @ParameterizedTest
  @MethodSource("starts")
  void interestStartsOnTheDayOfTheLaw(Table.Row row) {
    BusinessCalendar weekends = BusinessCalendar.weekends();
    LocalDate last =
        switch (row.get("id")) {
          case "SD01" -> without("GB-LPCDA", "2025-03-01");
          case "SD02" -> agreed("GB-LPCDA", "2025-04-01");
          case "SD03" -> without("DE-288-2", "2025-03-10");
          case "SD04" -> without("DE-288-2", "2025-03-06");
          case "SD05" -> agreed("DE-288-2", "2025-05-31");
          case "SD06" -> without("EU-2011-7", "2025-02-03");
          case "SD07" -> agreed("US-PPA", "2026-04-01");
          case "SD08" -> without("JP-TORITEKI", "2026-01-10");
          case "SD09" -> without("KR-SUBCONTRACT", "2025-01-10");
          case "SD10" -> StatutoryInterest.of("IN-MSMED").latestAgreed(day("2025-01-06")).get();
          case "SD11" -> without("IN-MSMED", "2025-01-06");
          case "SD12" -> agreed("FR-L441-10", "2025-05-30");
          default -> throw new IllegalStateException(row.toString());
        };
    assertThat(last).isEqualTo(row.get("last_day_to_pay"));
    assertThat(
            LateInterest.fixed(Percentage.percent("5"))
                .period()
                .firstInterestDay(last.toEpochDay()))
        .isEqualTo(day(row.get("first_interest_day")).toEpochDay());
    assertThat(weekends.isBusinessDay(last) || !row.get("regime").startsWith("DE")).isTrue();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static LocalDate without(String regime, String start) {
    return StatutoryInterest.of(regime)
        .lastDayToPay(day(start), BusinessCalendar.weekends())
        .orElseThrow();
  }

  private static LocalDate agreed(String regime, String date) {
    return StatutoryInterest.of(regime).lastDayAgreed(day(date), BusinessCalendar.weekends());
  }

  static Stream<Table.Row> timelines() {
    return Table.rows("vectors/allocation_timelines.csv");
  }

  @ParameterizedTest
  @MethodSource("timelines")
  void partPaymentsPayInTheOrderOfTheLaw(Table.Row row) {
    boolean pounds = row.get("norm").startsWith("GB");
    CurrencyUnit currency = CurrencyUnit.of(pounds ? "GBP" : "EUR");
    LateInterest rule =
        StatutoryInterest.of(
                pounds ? "GB-LPCDA" : row.get("norm").contains("288(1)") ? "DE-288-1" : "DE-288-2")
            .interest()
            .from(FirstDay.AFTER_DUE_DATE, PaymentDay.EXCLUDED);
    AllocationOrder order =
        row.get("norm").contains("497")
            ? AllocationOrder.COSTS_PRINCIPAL_INTEREST
            : AllocationOrder.COSTS_INTEREST_PRINCIPAL;
    Money principal = Money.of(row.get("principal"), currency);
    List<LedgerEvent> events = new ArrayList<>();
    for (String each : row.get("payments").split(";")) {
      String[] parts = each.split("=");
      events.add(new MoneyEvent.Payment(day(parts[0]), Money.of(parts[1], currency)));
    }
    InvoiceHistory history =
        InvoiceHistory.of(debt(principal, day(row.get("first_interest_day"))).invoice(), events);
    AccruedCharges found =
        ChargeRules.of(rule).paying(order).accrue(history, day(row.get("last_interest_day")));
    assertThat(found.principal().amount()).isEqualByComparingTo(row.get("principal_left"));
    assertThat(found.interest().amount()).isEqualByComparingTo(row.get("interest_left"));
    assertThat(
            found.allocations().stream()
                .map(
                    a ->
                        a.date()
                            + ":interest "
                            + a.split().toInterest().amount()
                            + " principal "
                            + a.split().toPrincipal().amount())
                .collect(Collectors.joining(";")))
        .isEqualTo(row.get("allocation"));
  }

  static Stream<Table.Row> withinDebt() {
    return Table.rows("vectors/allocation_within_debt.csv");
  }

  @ParameterizedTest
  @MethodSource("withinDebt")
  void splitsAPaymentInsideADebt(Table.Row row) {
    AllocationOrder order =
        switch (row.get("norm")) {
          case "DE BGB 367", "KR 479" -> AllocationOrder.COSTS_INTEREST_PRINCIPAL;
          case "DE BGB 497(3)" -> AllocationOrder.COSTS_PRINCIPAL_INTEREST;
          case "US Rule" -> AllocationOrder.INTEREST_PRINCIPAL_COSTS;
          default -> throw new IllegalStateException(row.toString());
        };
    AllocationOrder.Split split =
        order.split(
            Money.eur(row.get("payment")),
            Money.eur(row.get("costs")),
            Money.eur(row.get("interest")),
            Money.eur(row.get("principal")));
    assertThat(split)
        .isEqualTo(
            new AllocationOrder.Split(
                Money.eur(row.get("to_costs")),
                Money.eur(row.get("to_interest")),
                Money.eur(row.get("to_principal")),
                Money.eur(row.get("unapplied"))));
  }

  static Stream<Table.Row> acrossDebts() {
    return Table.rows("vectors/allocation_across_debts.csv");
  }

  @ParameterizedTest
  @MethodSource("acrossDebts")
  void distributesAPaymentAmongDebts(Table.Row row) {
    LocalDate march = day("2025-03-01");
    LocalDate january = day("2025-01-01");
    LocalDate paid = day("2025-04-01");
    DebtOrder.Debt a = DebtOrder.Debt.of("A", march, Money.eur("300"));
    DebtOrder.Debt b = DebtOrder.Debt.of("B", january, Money.eur("300"));
    DebtOrder.Allocation found =
        switch (row.get("id")) {
          case "AX2" ->
              DebtOrder.GERMANY.allocate(Money.eur("400"), paid, List.of(a, b), List.of());
          case "AX4" ->
              DebtOrder.GERMANY.allocate(Money.eur("400"), paid, List.of(a, b), List.of("A"));
          case "AX6" ->
              DebtOrder.KOREA.allocate(
                  Money.eur("500000"),
                  paid,
                  List.of(
                      DebtOrder.Debt.of("A", january, Money.eur("300000")),
                      DebtOrder.Debt.of("B", january, Money.eur("700000"))),
                  List.of());
          case "AX7" ->
              DebtOrder.OLDEST_DUE_FIRST.allocate(
                  Money.eur("250"),
                  paid,
                  List.of(
                      DebtOrder.Debt.of("inv3", march, Money.eur("300")),
                      DebtOrder.Debt.of("inv1", january, Money.eur("100")),
                      DebtOrder.Debt.of("inv2", day("2025-02-01"), Money.eur("200"))),
                  List.of());
          case "AX8" ->
              DebtOrder.OLDEST_DUE_FIRST.allocate(
                  Money.eur("400"),
                  paid,
                  List.of(a.inDispute(), DebtOrder.Debt.of("B", march, Money.eur("500"))),
                  List.of());
          default -> throw new IllegalStateException(row.toString());
        };
    for (String each : row.get("result").split("; ")) {
      String[] words = each.split(" ");
      assertThat(found.parts().get(words[0]).amount()).isEqualByComparingTo(words[1]);
    }
    assertThat(found.unapplied().isZero()).isTrue();
  }

  static Stream<Table.Row> regimes() {
    return Table.rows("vectors/regimes.csv");
  }

  /** Every regime whose row rests on more than memory ships, or is named as left out. */
  @ParameterizedTest
  @MethodSource("regimes")
  void shipsTheRegimesThatCanBeShown(Table.Row row) {
    String id = row.get("id");
    Optional<StatutoryInterest> found = Optional.ofNullable(StatutoryInterest.shipped().get(id));
    boolean leftOut =
        row.get("confidence").equals("memory")
            || List.of("US-STATE", "CA-INTEREST").contains(row.get("id"));
    assertThat(found.isEmpty()).isEqualTo(leftOut);
    found.ifPresent(
        law -> {
          assertThat(law.confidence()).isEqualTo(row.get("confidence"));
          assertThat(law.compensation().isPresent())
              .isEqualTo(
                  !row.get("fixed_compensation").startsWith("none")
                      && row.has("fixed_compensation"));
        });
  }
}
