package io.dunning.portfolio;

import static io.dunning.Fixtures.account;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Table;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.MoneyEvent.Payment;
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Metrics of collecting, number by number. */
class CollectionMetricsTest {
  private static final Map<String, Table.Row> TABLE =
      Table.rows("vectors/ar_metrics.csv")
          .collect(Collectors.toMap(r -> r.get("id"), Function.identity()));

  private final List<InvoiceHistory> invoices = new ArrayList<>();

  private CollectionMetricsTest sold(String day, String amount, String due, LedgerEvent... events) {
    Invoice invoice =
        Invoice.of("I" + invoices.size(), eur(amount), LocalDate.parse(day), LocalDate.parse(due));
    invoices.add(InvoiceHistory.of(invoice).with(events));
    return this;
  }

  private static LedgerEvent paid(String day, String amount) {
    return new Payment(LocalDate.parse(day), eur(amount));
  }

  private CollectionMetrics on(String day) {
    Account account = account("C", invoices);
    return CollectionMetrics.of(List.of(account), LocalDate.parse(day)).get(eur("0").currency());
  }

  private static Optional<BigDecimal> value(String id) {
    return Optional.of(new BigDecimal(TABLE.get(id).get("value_4dp")));
  }

  @Test
  void daysSalesOutstandingAreTheTextbooks() {
    // 1,200,000 open of sales of 3,000,000 in 90 days; 900,000 of it not due
    sold("2026-03-20", "900000.00", "2026-04-19");
    sold("2026-02-10", "300000.00", "2026-03-12");
    sold("2026-01-20", "1800000.00", "2026-02-19", paid("2026-02-19", "1800000.00"));
    CollectionMetrics march = on("2026-03-31");
    assertThat(march.dsoOf90Days()).isEqualTo(value("M01"));
    assertThat(march.bestPossibleDso()).isEqualTo(value("M03"));
    assertThat(march.averageDaysDelinquent()).isEqualTo(value("M04"));
    assertThat(march.percentCurrent()).isEqualTo(value("M14"));
    assertThat(march)
        .hasToString("2026-03-31 EUR: 1200000.00 EUR open, 300000.00 EUR overdue, DSO 36.0000");
  }

  /** Sales of 700,000 in January, 600,000 in February and 800,000 in March, so much still open. */
  private CollectionMetrics quarter(String january, String february, String march) {
    sold("2026-01-05", "700000.00", "2026-03-30", paid("2026-03-31", january));
    sold("2026-02-05", "600000.00", "2026-03-30", paid("2026-03-31", february));
    sold("2026-03-05", "800000.00", "2026-03-30", paid("2026-03-31", march));
    return on("2026-03-31");
  }

  @Test
  void countingBackUsesUpTheNewestSalesFirst() {
    CollectionMetrics whole = quarter("600000.00", "0.00", "0.00");
    assertThat(whole.receivables()).isEqualTo(eur("1500000.00"));
    assertThat(Optional.of(whole.dsoByCountBack())).isEqualTo(value("M08"));
    assertThat(whole.isCountBackExhausted()).isFalse();
  }

  @Test
  void countingBackMayEndInTheNewestMonth() {
    CollectionMetrics small = quarter("700000.00", "600000.00", "400000.00");
    assertThat(Optional.of(small.dsoByCountBack())).isEqualTo(value("M09"));
  }

  @Test
  void receivablesOlderThanAllSalesAreALowerBound() {
    // a payment that bounced, of an invoice nobody had paid before, does not open more than its
    // amount;
    // so more is open than was sold only of credit notes: sales less 900,000
    sold("2026-01-05", "1600000.00", "2026-02-05");
    sold("2026-02-05", "600000.00", "2026-03-05");
    sold("2026-03-05", "800000.00", "2026-04-05");
    sold("2026-01-06", "-900000.00", "2026-02-05");
    CollectionMetrics metrics = on("2026-03-31");
    assertThat(metrics.receivables()).isEqualTo(eur("3000000.00"));
    assertThat(metrics.isCountBackExhausted()).isTrue();
    assertThat(Optional.of(metrics.dsoByCountBack())).isEqualTo(value("M10"));
  }

  @Test
  void weightedDaysAndPromisesAreThoseOfProfiles() {
    sold("2026-01-01", "1000.00", "2026-02-01", paid("2026-02-06", "1000.00"));
    sold("2026-01-01", "4000.00", "2026-02-01", paid("2026-02-21", "4000.00"));
    sold("2026-01-01", "5000.00", "2026-02-01", paid("2026-01-30", "5000.00"));
    Account account = account("C", invoices);
    PaymentProfile profile = PaymentProfile.of(account, LocalDate.of(2026, 3, 1));
    assertThat(profile.weightedDaysVsDue()).isEqualTo(value("M12"));
    CollectionMetrics february = on("2026-02-28");
    assertThat(february.payments()).isEqualTo(2);
    assertThat(february.paid()).isEqualTo(eur("5000.00"));
    assertThat(february.averageDaysLatePaid()).contains(new BigDecimal("12.5000"));
    assertThat(february.averageDaysVsDuePaid()).contains(new BigDecimal("12.5000"));
    assertThat(february.weightedDaysLatePaid()).contains(new BigDecimal("17.0000"));
    assertThat(on("2026-01-31").averageDaysVsDuePaid()).contains(new BigDecimal("-2.0000"));
  }

  @Test
  void badDebtIsWhatWasWrittenOffOfTheSales() {
    sold("2026-03-02", "3000000.00", "2026-04-02");
    sold(
        "2025-03-02",
        "20000.00",
        "2025-04-02",
        paid("2025-05-02", "8000.00"),
        new MoneyEvent.WrittenOff(LocalDate.parse("2026-03-10")));
    assertThat(on("2026-03-31").badDebtToSales()).isEqualTo(value("M15"));
    assertThat(on("2026-04-30").badDebtToSales()).isEmpty();
  }

  @Test
  void effectivenessIsAHundredIfNothingIsOverdue() {
    sold("2026-02-10", "100.00", "2026-03-10", paid("2026-03-10", "100.00"));
    sold("2026-03-10", "50.00", "2026-04-10");
    assertThat(on("2026-03-31").collectionEffectiveness()).contains(new BigDecimal("100.0000"));
    sold("2026-02-11", "50.00", "2026-03-11");
    // of 150 at the beginning and 50 of sales, 100 were collected; 150 could have been
    assertThat(on("2026-03-31").collectionEffectiveness()).contains(new BigDecimal("66.6667"));
    assertThat(on("2026-03-31").overdueDays()).contains(new BigDecimal("20.0000"));
  }

  /** From sums alone, without an invoice. */
  @Test
  void figuresFollowFromGivenSums() {
    ReceivablePeriod given =
        new ReceivablePeriod(
            eur("1000000.00"), eur("3000000.00"), eur("1200000.00"), eur("900000.00"), 90);
    assertThat(given.dso()).isEqualTo(value("M01"));
    assertThat(given.bestPossibleDso()).isEqualTo(value("M03"));
    assertThat(given.averageDaysDelinquent()).isEqualTo(value("M04"));
    assertThat(given.percentCurrent()).isEqualTo(value("M14"));
    // 1,100,000 on average, of sales of 3,000,000
    assertThat(given.dsoOnAverage()).contains(new BigDecimal("33.0000"));
    assertThat(given.turnover()).contains(new BigDecimal("2.7273"));
    // 2,800,000 collected of 3,100,000 that could have been
    assertThat(given.collectionEffectiveness()).contains(new BigDecimal("90.3226"));
    assertThat(given)
        .hasToString("90 days: 1000000.00 EUR + 3000000.00 EUR sales, 1200000.00 EUR open");
    ReceivablePeriod nothing =
        new ReceivablePeriod(eur("0.00"), eur("0.00"), eur("0.00"), eur("0.00"), 1);
    assertThat(nothing.dsoOnAverage()).isEmpty();
    assertThat(nothing.turnover()).isEmpty();
    assertThat(nothing.collectionEffectiveness()).isEmpty();
    assertThatThrownBy(
            () -> new ReceivablePeriod(eur("1.00"), eur("1.00"), eur("1.00"), eur("2.00"), 1))
        .hasMessage("more is not due than is open: 2.00 EUR of 1.00 EUR");
    assertThatThrownBy(
            () -> new ReceivablePeriod(eur("1.00"), eur("1.00"), eur("1.00"), eur("1.00"), 0))
        .hasMessage("period must have 1 day or more: 0");
  }

  @Test
  void aQuarterCountsFromItsFirstDay() {
    sold("2025-12-10", "100.00", "2026-01-10", paid("2026-02-10", "60.00"));
    sold("2026-01-10", "200.00", "2026-02-10", paid("2026-02-10", "200.00"));
    sold("2026-03-10", "50.00", "2026-04-10");
    CollectionMetrics march = on("2026-03-31");
    assertThat(march.quarter())
        .isEqualTo(
            new ReceivablePeriod(eur("100.00"), eur("250.00"), eur("90.00"), eur("50.00"), 90));
    // 260 collected of 300 that could have been
    assertThat(march.quarter().collectionEffectiveness()).contains(new BigDecimal("86.6667"));
    assertThat(march.month())
        .isEqualTo(
            new ReceivablePeriod(eur("40.00"), eur("50.00"), eur("90.00"), eur("50.00"), 31));
    assertThat(march.month().collectionEffectiveness()).isEqualTo(march.collectionEffectiveness());
    assertThat(march.month().dso()).isEqualTo(march.dsoOfMonth());
  }

  @Test
  void daysToPayAreWeightedByAmount() {
    sold("2026-03-01", "1000.00", "2026-03-31", paid("2026-03-06", "1000.00"));
    sold("2026-03-01", "4000.00", "2026-03-31", paid("2026-03-21", "4000.00"));
    // 5 days on 1,000 and 20 on 4,000
    assertThat(on("2026-03-31").weightedDaysToPay()).contains(new BigDecimal("17.0000"));
    assertThat(on("2026-04-30").weightedDaysToPay()).isEmpty();
  }

  @Test
  void disputedInvoicesDoNotCountAsPaidLate() {
    sold("2026-02-01", "10.00", "2026-03-03", paid("2026-03-03", "10.00"));
    sold("2026-02-01", "10.00", "2026-03-03", paid("2026-03-04", "10.00"));
    assertThat(on("2026-03-31").onTimeShare()).contains(new BigDecimal("50.0000"));
    sold(
        "2026-02-01",
        "10.00",
        "2026-03-03",
        new DisputeEvent.DisputeOpened(LocalDate.of(2026, 2, 20), "price"),
        new DisputeEvent.DisputeResolved(LocalDate.of(2026, 3, 10)),
        paid("2026-03-20", "10.00"));
    assertThat(on("2026-03-31").onTimeShare()).contains(new BigDecimal("50.0000"));
    assertThat(on("2026-04-30").onTimeShare()).isEmpty();
  }

  @Test
  void nothingIsDividedByNothing() {
    assertThat(TABLE.get("M17").get("value_4dp")).isEmpty();
    sold("2025-01-10", "100.00", "2025-02-10", paid("2025-02-10", "100.00"));
    CollectionMetrics empty = on("2026-03-31");
    assertThat(empty.dsoOfMonth()).isEmpty();
    assertThat(empty.dsoOf90Days()).isEmpty();
    assertThat(empty.percentCurrent()).isEmpty();
    assertThat(empty.overdueDays()).isEmpty();
    assertThat(empty.averageDaysLatePaid()).isEmpty();
    assertThat(empty.weightedDaysLatePaid()).isEmpty();
    assertThat(empty.dsoByCountBack()).isEqualByComparingTo("0");
  }

  @Test
  void voidedInvoicesAreNoSalesAndFutureOnesDoNotExist() {
    sold("2026-03-10", "100.00", "2026-04-10", new MoneyEvent.Voided(LocalDate.of(2026, 3, 12)));
    sold("2026-04-01", "70.00", "2026-05-01");
    sold("2026-03-11", "50.00", "2026-04-11");
    assertThat(on("2026-03-31").salesOfMonth()).isEqualTo(eur("50.00"));
    assertThat(on("2026-03-31").salesOf90Days()).isEqualTo(eur("50.00"));
    assertThat(on("2026-03-11").salesOfMonth()).isEqualTo(eur("150.00"));
  }

  /** Oracle's and a vendor's printed examples; the erratum of the first is the table's. */
  @Test
  void agreesWithPrintedExamples() {
    Map<String, Table.Row> printed =
        Table.rows("peers/scoring_kpi.csv")
            .collect(Collectors.toMap(r -> r.get("case_id"), Function.identity()));
    assertThat(printed.get("KPI-dso-exhaust").get("note")).contains("166.33 for 12000");
    String[] sales = {"2250.00", "2000.00", "2500.00", "2250.00", "1750.00", "2500.00"};
    for (int i = 0; i < 6; i++) {
      sold("2026-0" + (4 + i) + "-05", sales[i], "2026-12-31");
    }
    // 12,000 of the 13,250 sold are open
    invoices.set(0, invoices.get(0).with(paid("2026-09-30", "1250.00")));
    assertThat(on("2026-09-30").receivables()).isEqualTo(eur("12000.00"));
    assertThat(on("2026-09-30").dsoByCountBack()).isEqualByComparingTo("166.3333");
  }

  @Test
  void currenciesStayApart() {
    Account account =
        account(
            "C",
            InvoiceHistory.of(
                Invoice.of("A", eur("1.00"), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 9))),
            InvoiceHistory.of(
                Invoice.of("B", usd("2.00"), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 9))));
    var metrics = CollectionMetrics.of(List.of(account), LocalDate.of(2026, 3, 31));
    assertThat(metrics.keySet()).extracting(Object::toString).containsExactly("EUR", "USD");
    var report =
        AgingReport.ofAccounts(AgingSchedule.STANDARD, LocalDate.of(2026, 3, 31), List.of(account));
    metrics.forEach(
        (c, m) -> assertThat(m.receivables()).isEqualTo(report.totals().get(c).total()));
    assertThat(metrics.values())
        .extracting(CollectionMetrics::overdue)
        .containsExactly(eur("1.00"), Money.usd("2.00"));
  }

  @Test
  void severalCurrenciesBecomeOneAtGivenRates() {
    sold("2026-03-20", "100.00", "2026-03-25", paid("2026-03-27", "40.00"));
    sold("2026-03-21", "50.00", "2026-04-19");
    Invoice dollars =
        Invoice.of("D", usd("226.50"), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 29));
    Invoice yen =
        Invoice.of(
            "Y",
            Money.of("1000", CurrencyUnit.of("JPY")),
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 4, 29));
    invoices.add(InvoiceHistory.of(dollars));
    invoices.add(InvoiceHistory.of(yen));
    var all = CollectionMetrics.of(List.of(account("C", invoices)), LocalDate.of(2026, 3, 31));
    CurrencyUnit euro = CurrencyUnit.of("EUR");
    Map<CurrencyUnit, BigDecimal> rates =
        Map.of(
            CurrencyUnit.of("USD"), new BigDecimal("1.1325"),
            CurrencyUnit.of("JPY"), new BigDecimal("160"));
    CollectionMetrics one =
        CollectionMetrics.converted(all, euro, rates, Rounding.HALF_UP).orElseThrow();
    assertThat(one.overdue()).isEqualTo(eur("260.00"));
    assertThat(one.notDue()).isEqualTo(eur("56.25"));
    assertThat(one.receivables()).isEqualTo(eur("316.25"));
    assertThat(one.salesOf90Days()).isEqualTo(eur("356.25"));
    assertThat(one.payments()).isEqualTo(1);
    assertThat(one.paid()).isEqualTo(eur("40.00"));
    assertThat(one.weightedDaysLatePaid()).contains(new BigDecimal("2.0000"));
    // 60 euros for six days, 200 for two
    assertThat(one.overdueDays()).contains(new BigDecimal("2.9231"));
    assertThat(one.currency()).isEqualTo(euro);
    assertThat(CollectionMetrics.converted(new TreeMap<>(), euro, rates, Rounding.HALF_UP))
        .isEmpty();
    assertThatThrownBy(() -> CollectionMetrics.converted(all, euro, Map.of(), Rounding.HALF_UP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no rate above zero against EUR: JPY, USD");
    all.put(euro, on("2026-03-30"));
    assertThatThrownBy(() -> CollectionMetrics.converted(all, euro, rates, Rounding.HALF_UP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("metrics are of several days: [2026-03-30, 2026-03-31]");
  }
}
