package io.dunning.aging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Streams;
import io.dunning.aging.AgingLine.Cell;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyMismatchException;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A report that is made of its lines. */
class StoredReportTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static OpenItem item(String customer, String amount, int daysAgo) {
    LocalDate due = DAY.minusDays(daysAgo);
    return OpenItem.of(customer, customer + daysAgo, Money.eur(amount), due, due);
  }

  private static final AgingReport REPORT =
      List.of(
              item("B", "20.00", 40),
              item("A", "10.00", 5),
              item("A", "-3.00", 7),
              item("A", "5.00", 5).claimed(OpenItem.Claim.DISPUTED))
          .stream()
          .collect(AgingReport.collectorWithClaimsApart(AgingSchedule.STANDARD, DAY));

  private static AgingLine again(AgingLine line) {
    Map<AgingLine.Apart, Cell> apart =
        Map.of(
            AgingLine.Apart.CREDIT,
            new Cell(line.amount(AgingLine.Apart.CREDIT), line.count(AgingLine.Apart.CREDIT)),
            AgingLine.Apart.DISPUTED,
            new Cell(line.amount(AgingLine.Apart.DISPUTED), line.count(AgingLine.Apart.DISPUTED)));
    return AgingLine.of(line.customer(), line.cells(), apart);
  }

  @Test
  void linesMakeAnEqualReportInAnyOrder() {
    List<AgingLine> lines = List.of(again(REPORT.lines().get(1)), again(REPORT.lines().get(0)));
    AgingReport stored = AgingReport.ofLines(AgingSchedule.STANDARD, DAY, lines);
    assertThat(stored).isEqualTo(REPORT).hasToString(REPORT.toString());
    assertThat(stored.totals()).isEqualTo(REPORT.totals());
    assertThat(stored.plus(REPORT).totals()).isEqualTo(REPORT.plus(REPORT).totals());
  }

  @Test
  void refusesLinesThatDoNotFit() {
    AgingLine line = REPORT.lines().get(0);
    Cell none = new Cell(Money.eur("0.00"), 0);
    assertThatThrownBy(() -> AgingReport.ofLines(AgingSchedule.byDueDate(30), DAY, List.of(line)))
        .hasMessageContaining("other bands");
    assertThatThrownBy(() -> AgingReport.ofLines(AgingSchedule.STANDARD, DAY, List.of(line, line)))
        .hasMessageContaining("two lines in a currency: A EUR");
    assertThatThrownBy(() -> AgingLine.of("A", List.of(), Map.of()))
        .hasMessageContaining("no bands");
    assertThatThrownBy(
            () -> AgingLine.of("A", List.of(none, new Cell(Money.usd("1.00"), 1)), Map.of()))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(() -> new Cell(Money.eur("1.00"), -1)).hasMessageContaining("-1");
  }

  @Test
  void saysWhetherItCountsMonths() {
    assertThat(AgingSchedule.byCalendarMonth(AgingBasis.DUE_DATE, 3).countsMonths()).isTrue();
    assertThat(AgingSchedule.STANDARD.countsMonths()).isFalse();
  }

  @Test
  void aStreamThatWasTamperedWithMakesNoInvalidReport() throws Exception {
    assertThat(Streams.copy(REPORT)).isEqualTo(REPORT).hasToString(REPORT.toString());
    int refused =
        Streams.tamperedEverywhere(
            REPORT,
            read -> {
              AgingReport stored = AgingReport.ofLines(read.schedule(), read.asOf(), read.lines());
              assertThat(stored).isEqualTo(read);
              assertThat(read.totals()).isEqualTo(stored.totals());
            });
    assertThat(refused).isGreaterThan(1000);
  }

  @Test
  void aStreamThatWasTamperedWithMakesNoInvalidLine() throws Exception {
    AgingLine line = REPORT.lines().get(0);
    assertThat(Streams.copy(line)).isEqualTo(line);
    int refused =
        Streams.tamperedEverywhere(
            line,
            read -> {
              assertThat(read.customer()).isNotNull();
              assertThat(read.cells()).isNotEmpty();
              for (AgingLine.Apart each : AgingLine.Apart.values()) {
                assertThat(read.count(each)).isNotNegative();
                assertThat(read.amount(each).currency()).isEqualTo(read.currency());
              }
            });
    assertThat(refused).isGreaterThan(100);
  }
}
