package io.dunning.portfolio;

import static io.dunning.Fixtures.EUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.DunningDomain;
import io.dunning.Fixtures;
import io.dunning.Streams;
import io.dunning.aging.AgingSchedule;
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Metrics and roll rates that are made of what was stored of them. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class StoredMetricsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Property(tries = 200)
  void partsMakeEqualMetrics(@ForAll Account account, @ForAll LocalDate day) {
    CollectionMetrics.of(List.of(account), day)
        .forEach(
            (currency, metrics) -> {
              CollectionMetrics again = CollectionMetrics.of(metrics.parts());
              assertThat(again).isEqualTo(metrics).hasSameHashCodeAs(metrics);
              assertThat(again).hasToString(metrics.toString());
              assertThat(again.dsoByCountBack()).isEqualTo(metrics.dsoByCountBack());
              assertThat(again.quarter()).isEqualTo(metrics.quarter());
            });
  }

  @Property(tries = 200)
  void metricsOfAccountsAddUp(
      @ForAll Account account, @ForAll Account other, @ForAll LocalDate day) {
    SortedMap<CurrencyUnit, CollectionMetrics> sums = new TreeMap<>();
    for (Account each : List.of(account, other)) {
      CollectionMetrics.of(List.of(each), day)
          .forEach((currency, m) -> sums.merge(currency, m, CollectionMetrics::plus));
    }
    assertThat(sums).isEqualTo(CollectionMetrics.of(List.of(account, other), day));
  }

  @Example
  void metricsOfOtherDaysOrCurrenciesDoNotAddUp() {
    CollectionMetrics euros = metrics(Money.eur("7.00"), DAY);
    assertThatThrownBy(() -> euros.plus(metrics(Money.eur("7.00"), DAY.plusDays(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot add metrics of different days: 2026-03-02 and 2026-03-03");
    assertThatThrownBy(() -> euros.plus(metrics(Money.usd("7.00"), DAY)))
        .isInstanceOf(CurrencyMismatchException.class);
  }

  @Example
  void aStreamThatWasTamperedWithMakesNoInvalidMetrics() throws Exception {
    CollectionMetrics metrics = metrics(Money.eur("7.00"), DAY);
    assertThat(Streams.copy(metrics)).isEqualTo(metrics);
    int refused =
        Streams.tamperedEverywhere(
            metrics, read -> assertThat(CollectionMetrics.of(read.parts())).isEqualTo(read));
    assertThat(refused).isGreaterThan(500);
  }

  private static CollectionMetrics metrics(Money amount, LocalDate day) {
    Invoice invoice = Invoice.of("I", amount, LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 5));
    Account account = Fixtures.account("C", InvoiceHistory.of(invoice));
    return CollectionMetrics.of(List.of(account), day).get(amount.currency());
  }

  @Property(tries = 200)
  void rowsMakeEqualRollRates(@ForAll Account account, @ForAll LocalDate day) {
    RollRates.of(List.of(account), AgingSchedule.STANDARD, day, day.plusDays(30))
        .forEach(
            (currency, rates) -> {
              RollRates again = RollRates.of(rates.schedule(), rates.rows());
              assertThat(again).isEqualTo(rates).hasSameHashCodeAs(rates);
              assertThat(again).hasToString(rates.toString());
            });
  }

  @Example
  void refusesRowsOfOtherBands() {
    Money zero = Money.zero(EUR);
    RollRates.Row row = new RollRates.Row(List.of(zero), zero, zero);
    assertThatThrownBy(() -> RollRates.of(AgingSchedule.STANDARD, List.of(row)))
        .hasMessageContaining("rows do not have the 5 bands");
  }
}
