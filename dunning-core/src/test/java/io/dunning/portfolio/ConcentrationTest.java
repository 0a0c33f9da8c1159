package io.dunning.portfolio;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.ledger.Account;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class ConcentrationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

  private static OpenItem item(String customer, Money amount) {
    return OpenItem.of(customer, "I", amount, DAY.minusDays(50), DAY.minusDays(20));
  }

  private static SortedMap<CurrencyUnit, Concentration> of(OpenItem... items) {
    return Concentration.of(AgingReport.of(AgingSchedule.STANDARD, DAY, List.of(items)));
  }

  @Test
  void theLargestDebtorsOweTheirShare() {
    Concentration euros =
        of(
                item("A", eur("300.00")),
                item("B", eur("600.00")),
                item("A", eur("0.00")),
                item("C", eur("100.00")),
                item("D", eur("-900.00")),
                item("A", usd("5000.00")))
            .get(CurrencyUnit.of("EUR"));
    assertThat(euros).hasToString("1000.00 EUR of 3 debtors, the largest 60%");
    assertThat(euros.shareOfLargest(0)).isEqualTo(percent("0"));
    assertThat(euros.shareOfLargest(2)).isEqualTo(percent("90"));
    assertThat(euros.shareOfLargest(9)).isEqualTo(percent("100"));
    assertThat(euros.debtorsFor(percent("0"))).isZero();
    assertThat(euros.debtorsFor(percent("60"))).isEqualTo(1);
    assertThat(euros.debtorsFor(percent("60.01"))).isEqualTo(2);
    assertThat(euros.debtorsFor(percent("80"))).isEqualTo(2);
    assertThat(euros.debtorsFor(percent("200"))).isEqualTo(3);
    // 0.36 + 0.09 + 0.01
    assertThat(euros.herfindahlIndex()).isEqualTo("0.4600");
    assertThat(euros.debtors().stream().map(Concentration.Debtor::customer))
        .containsExactly("B", "A", "C");
  }

  @Test
  void equalDebtorsAreAsConcentratedAsTheirNumberSays() {
    Concentration four =
        of(
                item("D", eur("25.00")),
                item("B", eur("25.00")),
                item("A", eur("25.00")),
                item("C", eur("25.00")))
            .get(CurrencyUnit.of("EUR"));
    assertThat(four.herfindahlIndex()).isEqualTo("0.2500");
    assertThat(four.debtors().get(0).customer()).isEqualTo("A");
    assertThat(of()).isEmpty();
    Concentration nothing = new Concentration(eur("0.00"), List.of());
    assertThat(nothing.herfindahlIndex()).isEqualTo("0.0000");
    assertThat(nothing.shareOfLargest(1)).isEqualTo(percent("0"));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void isTiedToAgingAndGrowsWithTheNumber(
      @ForAll @Size(max = 8) List<Account> accounts,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 8) int count) {
    AgingReport report = AgingReport.ofAccounts(AgingSchedule.STANDARD, day, accounts);
    Concentration.of(report)
        .forEach(
            (currency, each) -> {
              assertThat(each.total()).isEqualTo(report.totals().get(currency).total());
              Percentage share = each.shareOfLargest(count);
              assertThat(share.value())
                  .isGreaterThanOrEqualTo(each.shareOfLargest(count - 1).value());
              assertThat(each.shareOfLargest(each.debtors().size())).isEqualTo(percent("100"));
              // between that of equal debtors and that of a single one
              assertThat(each.herfindahlIndex())
                  .isBetween(
                      BigDecimal.ONE.divide(
                          BigDecimal.valueOf(each.debtors().size()),
                          4,
                          java.math.RoundingMode.HALF_UP),
                      BigDecimal.ONE);
            });
  }
}
