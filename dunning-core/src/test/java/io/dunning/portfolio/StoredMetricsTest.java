package io.dunning.portfolio;

import static io.dunning.Fixtures.EUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.DunningDomain;
import io.dunning.aging.AgingSchedule;
import io.dunning.ledger.Account;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Metrics and roll rates that are made of what was stored of them. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class StoredMetricsTest {

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
