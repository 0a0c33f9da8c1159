package io.dunning.portfolio;

import static io.dunning.Fixtures.account;
import static io.dunning.Fixtures.history;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.DunningDomain;
import io.dunning.Table;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** Roll rates and expected losses. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class ProvisionMatrixTest {
  private static final CurrencyUnit WHOLE = CurrencyUnit.of("JPY");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private static Money whole(String amount) {
    return Money.ofMinor(new BigDecimal(amount).longValueExact(), WHOLE);
  }

  /** An account with an item of each amount in the middle of each band. */
  private static AgingReport report(AgingSchedule schedule, List<Money> balances, int... ages) {
    List<InvoiceHistory> all = new ArrayList<>();
    for (int i = 0; i < ages.length; i++) {
      all.add(history("I" + i, balances.get(i), DAY.minusDays(ages[i])));
    }
    return AgingReport.ofAccounts(schedule, DAY, List.of(account("C", all)));
  }

  private static List<Table.Row> rows(String id) {
    return Table.rows("vectors/ecl_provision_matrix.csv")
        .filter(r -> r.get("id").equals(id))
        .toList();
  }

  private static void check(ProvisionMatrix matrix, List<Table.Row> rows, int... ages) {
    List<Money> balances = new ArrayList<>();
    rows.subList(0, ages.length).forEach(r -> balances.add(whole(r.get("gross_amount"))));
    var line = report(matrix.schedule(), balances, ages).totals().get(WHOLE);
    for (int i = 0; i < ages.length; i++) {
      assertThat(matrix.allowance(line).get(i).loss())
          .isEqualTo(whole(rows.get(i).get("ecl_rounded")));
    }
    assertThat(matrix.total(line)).isEqualTo(whole(rows.get(ages.length).get("ecl_rounded")));
  }

  /** The example of the standard itself, with invented balances. */
  @Test
  void theExampleOfTheStandardComesOut() {
    AgingSchedule bands = AgingSchedule.byDueDate(29, 89, 180);
    ProvisionMatrix matrix =
        ProvisionMatrix.of(
            bands, percent("1"), percent("2"), percent("3"), percent("20"), percent("100"));
    List<Table.Row> rows = rows("ECL-B5.5.35");
    check(matrix, rows, 0, 10, 50, 120);
  }

  @Test
  void lossesByWhatEnteredEachBandComeOut() {
    Money lost = whole("2000");
    ProvisionMatrix matrix =
        ProvisionMatrix.fromLosses(
            AgingSchedule.STANDARD,
            lost,
            List.of(whole("100000"), whole("50000"), whole("23000"), whole("8000"), whole("2000")));
    check(matrix, rows("ECL-IFRSCOMM"), 0, 10, 50, 70, 120);
    assertThat(matrix.rates()).hasToString("[2%, 4%, 8.6957%, 25%, 100%]");
  }

  /** Two printed examples; one of them prints 112 for 112.50, as the table says. */
  @Test
  void agreesWithPrintedExamples() {
    Map<String, Table.Row> printed =
        Table.rows("peers/ifrs9_provision_matrix.csv")
            .collect(Collectors.toMap(r -> r.get("case_id"), Function.identity()));
    assertThat(printed.get("IFRS-1").get("expected")).isEqualTo("75|165|108|112.5");
    assertThat(printed.get("IFRS-2-ecl").get("expected")).startsWith("6000|5600|5217|5750|5000");
    ProvisionMatrix matrix =
        ProvisionMatrix.of(
            AgingSchedule.STANDARD,
            percent("0.5"),
            percent("2.2"),
            percent("2.7"),
            percent("4.5"),
            percent("100"));
    var line =
        report(
                AgingSchedule.STANDARD,
                List.of(
                    eur("15000.00"),
                    eur("7500.00"),
                    eur("4000.00"),
                    eur("2500.00"),
                    eur("1000.00")),
                0,
                10,
                50,
                70,
                120)
            .totals()
            .get(eur("0").currency());
    assertThat(matrix.allowance(line))
        .extracting(ProvisionMatrix.Allowance::loss)
        .containsExactly(eur("75.00"), eur("165.00"), eur("108.00"), eur("112.50"), eur("1000.00"));
  }

  /** The comptroller's loss factors: balances of each age by what is lost of it in the end. */
  @Test
  void lossFactorsOfARollRateModelComeOut() {
    Table.Row printed =
        Table.rows("peers/scoring_kpi.csv")
            .filter(r -> r.get("case_id").equals("KPI-occ"))
            .findFirst()
            .orElseThrow();
    assertThat(printed.get("expected")).contains("total 30.6 on 1043.5");
    ProvisionMatrix matrix =
        ProvisionMatrix.of(
            AgingSchedule.STANDARD,
            percent("0.70"),
            percent("20.61"),
            percent("48.41"),
            percent("72.12"),
            percent("100"));
    var line =
        report(
                AgingSchedule.STANDARD,
                List.of(eur("987.40"), eur("30.20"), eur("11.80"), eur("8.20"), eur("5.90")),
                0,
                10,
                50,
                70,
                120)
            .totals()
            .get(eur("0").currency());
    assertThat(matrix.total(line).amount())
        .isBetween(new BigDecimal("30.5"), new BigDecimal("30.8"));
  }

  private static InvoiceHistory item(String number, String amount, int age, LedgerEvent... events) {
    return history(number, eur(amount), DAY.minusDays(age), events);
  }

  @Test
  void eachBandIsFollowedToWhereItWent() {
    LocalDate later = DAY.plusDays(30);
    LedgerEvent half = new MoneyEvent.Payment(DAY.plusDays(5), eur("50.00"));
    Account account =
        account(
            "C",
            item("A", "100.00", 10),
            item("B", "100.00", 10, half),
            item("C", "100.00", 10, new MoneyEvent.WrittenOff(DAY.plusDays(9))),
            item("D", "100.00", 70, half, new MoneyEvent.WrittenOff(DAY.plusDays(9))),
            item("E", "100.00", -40),
            item("F", "100.00", -31, new MoneyEvent.Voided(DAY.plusDays(1))));
    RollRates rates =
        RollRates.of(List.of(account), AgingSchedule.STANDARD, DAY, later).get(eur("0").currency());
    assertThat(rates.openingBalance(1)).isEqualTo(eur("300.00"));
    assertThat(rates.moved(1, 2)).isEqualTo(eur("150.00"));
    assertThat(rates.settled(1)).isEqualTo(eur("50.00"));
    assertThat(rates.writtenOff(1)).isEqualTo(eur("100.00"));
    assertThat(rates.rate(1, 2)).contains(new BigDecimal("0.500000"));
    assertThat(rates.rollRate(1)).contains(new BigDecimal("0.833333"));
    assertThat(rates.settled(3)).isEqualTo(eur("50.00"));
    assertThat(rates.writtenOff(3)).isEqualTo(eur("50.00"));
    // F was issued after the first day, so it takes no part
    assertThat(rates.openingBalance(0)).isEqualTo(eur("0.00"));
    assertThat(rates.rollRate(0)).isEmpty();
    assertThat(rates)
        .hasToString(
            "EUR: not due 0.00, 1-30 300.00 (0.833333 worse), 31-60 0.00, 61-90 100.00 (0.500000"
                + " worse), 91+ 0.00");
    ProvisionMatrix matrix =
        ProvisionMatrix.fromRollRates(AgingSchedule.STANDARD, List.of(rates), percent("80"));
    assertThat(matrix.rates()).hasToString("[33.3333%, 33.3333%, 40%, 40%, 80%]");
    assertThat(matrix.adjustedBy(percent("150")).rates()).hasToString("[50%, 50%, 60%, 60%, 100%]");
    // the outlook is worse for what is fresh
    List<Percentage> outlook =
        List.of(percent("120"), percent("110"), percent("100"), percent("100"), percent("500"));
    assertThat(matrix.adjustedBy(outlook).rates().get(4)).hasToString("100%");
    for (int i = 0; i < 4; i++) {
      assertThat(matrix.adjustedBy(outlook).rates().get(i))
          .isEqualTo(matrix.adjustedBy(outlook.get(i)).rates().get(i));
    }
    assertThatThrownBy(() -> matrix.adjustedBy(List.of(percent("100"))))
        .hasMessage("not one factor for each band: 1 for 5");
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> ProvisionMatrix.of(AgingSchedule.STANDARD, percent("1")))
        .hasMessage("not one rate for each band: 1 for 5");
    assertThatThrownBy(() -> ProvisionMatrix.LossRate.of(percent("-1")))
        .hasMessage("loss rate is not between 0% and 100%: -1%");
    assertThatThrownBy(() -> ProvisionMatrix.LossRate.of(percent("200")))
        .hasMessage("loss rate is not between 0% and 100%: 200%");
    assertThatThrownBy(
            () -> new ProvisionMatrix.LossRate(new BigDecimal("2001"), new BigDecimal("2000")))
        .hasMessage("more is lost than there is: 2001 of 2000");
    assertThatThrownBy(() -> RollRates.of(List.of(), AgingSchedule.STANDARD, DAY, DAY))
        .hasMessage("second day is not after the first: 2026-03-31 to 2026-03-31");
    assertThatThrownBy(
            () -> RollRates.of(List.of(), AgingSchedule.byIssueDate(30), DAY, DAY.plusDays(1)))
        .hasMessageStartingWith("roll rates need a schedule by due date");
  }

  /** What was in a band went somewhere; and it was what aging says. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void nothingOfABandIsLost(
      @ForAll @Size(max = 6) List<Account> accounts,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 90) int days) {
    SortedMap<CurrencyUnit, RollRates> all =
        RollRates.of(accounts, AgingSchedule.STANDARD, day, day.plusDays(days));
    all.forEach(
        (currency, rates) -> {
          Money open = Money.zero(currency);
          Money begin = Money.zero(currency);
          for (Account account : accounts) {
            for (InvoiceHistory history : account.invoices()) {
              Money own = history.standingOn(day).balance().open();
              boolean exists = !history.invoice().issued().isAfter(day);
              open = exists && own.currency().equals(currency) ? open.plus(own) : open;
            }
          }
          for (int i = 0; i < rates.bands().size(); i++) {
            begin = begin.plus(rates.openingBalance(i));
            Money parts = rates.settled(i).plus(rates.writtenOff(i));
            BigDecimal share = BigDecimal.ZERO;
            for (int k = 0; k < rates.bands().size(); k++) {
              parts = parts.plus(rates.moved(i, k));
              share = share.add(rates.rate(i, k).orElse(BigDecimal.ZERO));
            }
            assertThat(parts).isEqualTo(rates.openingBalance(i));
            assertThat(share).isLessThanOrEqualTo(new BigDecimal("1.00001"));
          }
          assertThat(begin).isEqualTo(open);
        });
  }
}
