package io.dunning.aging;

import static io.dunning.Fixtures.EUR;
import static io.dunning.Fixtures.account;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.gbp;
import static io.dunning.money.Money.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.Table;
import io.dunning.aging.AgingLine.Apart;
import io.dunning.event.AgreementEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import io.dunning.terms.Instalment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AgingReportTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

  private static OpenItem item(String customer, String amount, int daysPastDue) {
    LocalDate due = AS_OF.minusDays(daysPastDue);
    return OpenItem.of(customer, "I", Money.parse(amount), AS_OF.minusDays(200), due);
  }

  private static String band(AgingSchedule schedule, int age) {
    return schedule.band(AS_OF.minusDays(age), AS_OF).label();
  }

  static Stream<Table.Row> boundaries() {
    return Table.rows("vectors/aging_buckets.csv").filter(r -> !r.get("scheme").equals("AG-IFRS"));
  }

  @ParameterizedTest
  @MethodSource("boundaries")
  void putsEachBoundaryDayIntoItsBand(Table.Row row) {
    boolean byDueDate = row.get("scheme").equals("AG-DUE");
    AgingSchedule schedule =
        byDueDate ? AgingSchedule.STANDARD : AgingSchedule.byIssueDate(30, 60, 90);
    String expected = row.get("bucket").equals("current") ? "not due" : row.get("bucket");
    assertThat(band(schedule, Integer.parseInt(row.get("days")))).isEqualTo(expected);
  }

  /** Of the peers, these two agree with our boundaries; the names of their bands differ. */
  static Stream<Table.Row> peersThatAgree() {
    return Table.rows("peers/other_aging_boundary_semantics.csv")
        .filter(
            r -> r.get("system").startsWith("frappe/central") || r.get("system").startsWith("OCA"));
  }

  @ParameterizedTest
  @MethodSource("peersThatAgree")
  void agreesWithPeersThatCallTheDueDateNotDue(Table.Row row) {
    int age = Integer.parseInt(row.get("days_past_due_at_as_of_date"));
    String theirs = row.get("bucket");
    Map<String, String> ours =
        row.get("system").startsWith("OCA")
            ? Map.of(
                "current", "not due", "30", "1-30", "60", "31-60", "90", "61-90", "120", "91-120",
                "older", "121+")
            : Map.of("current", "not due", "90+", "91+");
    AgingSchedule schedule =
        row.get("system").startsWith("OCA")
            ? AgingSchedule.byDueDate(30, 60, 90, 120)
            : AgingSchedule.STANDARD;
    assertThat(band(schedule, age)).isEqualTo(ours.getOrDefault(theirs, theirs));
  }

  static Stream<Table.Row> agesSinceBilling() {
    return Table.rows("peers/aging_boundary_semantics.csv")
        .filter(r -> Integer.parseInt(r.get("age_days")) >= 0);
  }

  @ParameterizedTest
  @MethodSource("agesSinceBilling")
  void agreesWithPeersWhoseBandsAreDisjoint(Table.Row row) {
    int age = Integer.parseInt(row.get("age_days"));
    // Kuali ages from billing, iDempiere from the due date (day 0 is not past due there, either)
    assertThat(band(AgingSchedule.byIssueDate(30, 60, 90, 120), age))
        .isEqualTo(row.get("kuali_kfs__days_since_billing"));
    String ours = band(AgingSchedule.STANDARD, age);
    assertThat(row.get("idempiere_MAging__days_past_due"))
        .contains(
            Map.of(
                    "not due", "DueAmt",
                    "1-30", "PastDue1_30",
                    "31-60", "PastDue31_60",
                    "61-90", "PastDue61_90",
                    "91+", "PastDue91_Plus")
                .get(ours));
  }

  /**
   * Where a peer puts a day into no band, or into two, we put it into exactly one: iDempiere calls
   * the due date due, opentaps starts bands at 30, Akaunting and Kill Bill count days 30, 60 and 90
   * twice.
   */
  @ParameterizedTest
  @CsvSource({
    "-1, not due",
    "0, not due",
    "1, 1-30",
    "30, 1-30",
    "60, 31-60",
    "90, 61-90",
    "91, 91+"
  })
  void countsNoDayTwiceAndLosesNone(int age, String expected) {
    assertThat(band(AgingSchedule.STANDARD, age)).isEqualTo(expected);
    assertThat(
            Table.rows("peers/other_aging_boundary_semantics.csv")
                .filter(r -> r.get("bucket").contains("AND") || r.get("bucket").contains("absent")))
        .isNotEmpty();
  }

  @Test
  void sortsAndSumsByCustomerAndCurrency() {
    AgingReport report =
        AgingReport.of(
            AgingSchedule.STANDARD,
            AS_OF,
            List.of(
                item("B", "10.00 EUR", 0),
                item("A", "20.00 EUR", 1),
                item("A", "5.00 EUR", 30),
                item("A", "7.00 USD", 91),
                item("A", "-3.00 EUR", 40)));
    assertThat(report.lines()).extracting(AgingLine::customer).containsExactly("A", "A", "B");
    AgingLine line = report.line("A", EUR).orElseThrow();
    assertThat(line.amount(1)).isEqualTo(eur("25.00"));
    assertThat(line.count(1)).isEqualTo(2);
    assertThat(line.total()).isEqualTo(eur("25.00"));
    assertThat(line.amount(Apart.CREDIT)).isEqualTo(eur("3.00"));
    assertThat(line.count(Apart.CREDIT)).isEqualTo(1);
    assertThat(report.totals().get(EUR).total()).isEqualTo(eur("35.00"));
    assertThat(report.totals().get(EUR).totalCount()).isEqualTo(3);
    assertThat(report.line("Z", EUR)).isEmpty();
    assertThat(line).hasToString("A: 0.00 25.00 0.00 0.00 0.00 = 25.00 EUR");
    assertThat(report.toString()).startsWith("as of 2026-06-30 by due date: not due, 1-30,");
  }

  @Test
  void netsCreditsOnlyIfToldTo() {
    List<OpenItem> items = List.of(item("A", "10.00 EUR", 40), item("A", "-3.00 EUR", 40));
    AgingSchedule netting = AgingSchedule.STANDARD.nettingCredits();
    AgingLine line = AgingReport.of(netting, AS_OF, items).lines().get(0);
    assertThat(line.amount(2)).isEqualTo(eur("7.00"));
    assertThat(line.amount(Apart.CREDIT)).isEqualTo(eur("0.00"));
    assertThat(netting).hasToString(AgingSchedule.STANDARD + ", credits netted");
  }

  @Test
  void showsClaimsApartIfToldTo() {
    List<OpenItem> items =
        List.of(
            item("A", "10.00 EUR", 40),
            item("A", "20.00 EUR", 40).claimed(OpenItem.Claim.DISPUTED),
            item("A", "30.00 EUR", 40).claimed(OpenItem.Claim.PROMISED));
    AgingLine apart =
        items.stream()
            .collect(AgingReport.collectorWithClaimsApart(AgingSchedule.STANDARD, AS_OF))
            .lines()
            .get(0);
    assertThat(apart.amount(2)).isEqualTo(eur("10.00"));
    assertThat(apart.amount(Apart.DISPUTED)).isEqualTo(eur("20.00"));
    assertThat(apart.amount(Apart.PROMISED)).isEqualTo(eur("30.00"));
    assertThat(apart.total()).isEqualTo(eur("60.00"));
    assertThat(apart)
        .hasToString("A: 0.00 0.00 10.00 0.00 0.00, disputed 20.00, promised 30.00 = 60.00 EUR");
    AgingLine together =
        items.stream().collect(AgingReport.collector(AgingSchedule.STANDARD, AS_OF)).lines().get(0);
    assertThat(together.amount(2)).isEqualTo(eur("60.00"));
  }

  @Test
  void agesWhatAccountsOwe() {
    LocalDate issued = AS_OF.minusDays(70);
    Invoice parts =
        Invoice.of("I1", eur("90.00"), issued, AS_OF)
            .inInstalments(
                List.of(
                    new Instalment(AS_OF.minusDays(40), eur("30.00")),
                    new Instalment(AS_OF.minusDays(10), eur("30.00")),
                    new Instalment(AS_OF.plusDays(20), eur("30.00"))));
    Account account =
        Account.of(
            Customer.of("A"),
            List.of(
                InvoiceHistory.of(parts).with(new MoneyEvent.Payment(issued, eur("35.00"))),
                InvoiceHistory.of(Invoice.of("I2", eur("10.00"), AS_OF.plusDays(1), AS_OF)),
                InvoiceHistory.of(Invoice.of("I3", eur("10.00"), issued, AS_OF))
                    .with(new MoneyEvent.Payment(issued, eur("12.00"))),
                InvoiceHistory.of(Invoice.of("I4", eur("8.00"), issued, AS_OF.minusDays(1)))
                    .with(new DisputeEvent.DisputeOpened(AS_OF, "")),
                InvoiceHistory.of(Invoice.of("I5", eur("4.00"), issued, AS_OF.minusDays(1)))
                    .with(new AgreementEvent.PromiseToPay(AS_OF, Optional.empty(), AS_OF))),
            List.of(new MoneyEvent.Payment(AS_OF, eur("1.00"))));
    AgingReport report = AgingReport.ofAccounts(AgingSchedule.STANDARD, AS_OF, List.of(account));
    AgingLine line = report.lines().get(0);
    assertThat(IntStream.range(0, 5).mapToObj(line::amount))
        .containsExactly(eur("30.00"), eur("37.00"), eur("0.00"), eur("0.00"), eur("0.00"));
    assertThat(line.amount(Apart.CREDIT)).isEqualTo(eur("3.00"));
    assertThat(account.openItems(AS_OF).stream().map(OpenItem::claim))
        .contains(OpenItem.Claim.DISPUTED, OpenItem.Claim.PROMISED);
    assertThat(account.openItems(AS_OF).get(0).toString()).startsWith("A I1: 25.00 EUR due");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-06-30, not due
          2026-06-29, this month
          2026-06-01, this month
          2026-05-31, 1 month
          2026-04-30, 2 months
          2026-03-31, 3+ months
          2020-03-31, 3+ months
          """)
  void agesByCalendarMonth(LocalDate due, String expected) {
    AgingSchedule months = AgingSchedule.byCalendarMonth(AgingBasis.DUE_DATE, 3);
    assertThat(months.band(due, AS_OF).label()).isEqualTo(expected);
    String byIssue =
        AgingSchedule.byCalendarMonth(AgingBasis.ISSUE_DATE, 3).band(due, AS_OF).label();
    assertThat(byIssue).isEqualTo(expected.equals("not due") ? "this month" : expected);
  }

  @Test
  void anInvoiceExistsFromItsDateOnAndEarlierPaymentsCountThen() {
    Account account =
        account(
            "A",
            InvoiceHistory.of(Invoice.of("I", eur("10.00"), AS_OF, AS_OF.plusDays(30)))
                .with(new MoneyEvent.Payment(AS_OF.minusDays(9), eur("4.00"))));
    AgingSchedule schedule = AgingSchedule.STANDARD;
    assertThat(AgingReport.ofAccounts(schedule, AS_OF.minusDays(1), List.of(account)).lines())
        .isEmpty();
    assertThat(AgingReport.ofAccounts(schedule, AS_OF, List.of(account)).lines().get(0).total())
        .isEqualTo(eur("6.00"));
  }

  @Test
  void agreesWithThePrintedTotalsOfAnErp() {
    // the ages of the two open invoices of customer A there; its bands start at 30 and 60
    AgingSchedule theirs = AgingSchedule.byDueDate(29, 59, 89, 119);
    List<OpenItem> items = List.of(item("A", "100.00 EUR", 61), item("A", "156.00 EUR", -9));
    AgingLine line = AgingReport.of(theirs, AS_OF, items).lines().get(0);
    Table.Row expected =
        Table.rows("peers/opentaps_ar_aging_expected.csv")
            .filter(r -> r.get("customer").equals("A") && r.get("age_by").equals("due date"))
            .findFirst()
            .orElseThrow();
    assertThat(line.amount(0).plus(line.amount(1)))
        .isEqualTo(eur(expected.get("current_lt30") + ".00"));
    assertThat(line.amount(3)).isEqualTo(eur(expected.get("d60_90") + ".00"));
    assertThat(line.total()).isEqualTo(eur(expected.get("total") + ".00"));
  }

  @Test
  void convertsWithRatesThatAreShown() {
    AgingReport report =
        AgingReport.of(
            AgingSchedule.STANDARD,
            AS_OF,
            List.of(
                item("A", "100.00 USD", 1),
                item("B", "50.00 USD", 1),
                item("B", "10.00 EUR", 1),
                item("B", "1.00 GBP", 99)));
    Map<CurrencyUnit, BigDecimal> rates =
        Map.of(
            usd("0.00").currency(), new BigDecimal("1.0977"),
            gbp("0.00").currency(), new BigDecimal("0.8"));
    ConvertedAging converted = ConvertedAging.of(report, EUR, rates, Rounding.HALF_UP);
    // 150.00 / 1.0977 = 136.649...; the euros as they are
    assertThat(converted.bands().get(1)).isEqualTo(eur("146.65"));
    assertThat(converted.bands().get(4)).isEqualTo(eur("1.25"));
    assertThat(converted.total()).isEqualTo(eur("147.90"));
    assertThat(converted.parts().get(CurrencyUnit.of("USD")).get(1)).isEqualTo(eur("136.65"));
    assertThat(converted.rates()).hasSize(3).containsEntry(EUR, BigDecimal.ONE);
    assertThat(converted.convert(Money.usd("10.00"), Rounding.HALF_UP)).isEqualTo(eur("9.11"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> converted.convert(Money.of("1", CurrencyUnit.of("JPY")), Rounding.HALF_UP))
        .withMessage("no rate above zero against EUR: JPY");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConvertedAging.of(report, EUR, Map.of(), Rounding.HALF_UP))
        .withMessage("no rate above zero against EUR: GBP, USD");
  }

  @Test
  void refusesBandsThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AgingSchedule.byDueDate(30, 30))
        .withMessage("aging limits do not rise from 1: [30, 30]");
    assertThatIllegalArgumentException().isThrownBy(() -> AgingSchedule.byDueDate(0));
    assertThatIllegalArgumentException().isThrownBy(() -> AgingSchedule.byDueDate());
    assertThatIllegalArgumentException().isThrownBy(() -> AgingSchedule.byIssueDate(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AgingSchedule.byCalendarMonth(AgingBasis.DUE_DATE, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AgeBand("x", 3, 1))
        .withMessage("band ends before it starts: 3..1");
  }

  @Test
  void overflowsLoudly() {
    OpenItem huge =
        OpenItem.of("A", "I", Money.ofMinor(Long.MAX_VALUE, EUR), LocalDate.MIN, LocalDate.MIN);
    assertThatThrownBy(() -> AgingReport.of(AgingSchedule.STANDARD, AS_OF, List.of(huge, huge)))
        .isInstanceOf(ArithmeticException.class);
    assertThat(
            AgingReport.of(AgingSchedule.STANDARD, LocalDate.MAX, List.of(huge))
                .lines()
                .get(0)
                .count(4))
        .isEqualTo(1);
  }

  @Test
  void veryWideBandsWorkLikeNarrowOnes() {
    AgingSchedule wide = AgingSchedule.byDueDate(1, 365, 100_000);
    assertThat(band(wide, -9)).isEqualTo("not due");
    assertThat(band(wide, 1)).isEqualTo("1-1");
    assertThat(band(wide, 100_000)).isEqualTo("366-100000");
    assertThat(band(wide, 100_001)).isEqualTo("100001+");
    assertThat(wide.band(LocalDate.MAX, LocalDate.MIN).label()).isEqualTo("not due");
    assertThat(wide.band(LocalDate.MIN, LocalDate.MAX).label()).isEqualTo("100001+");
  }

  @Test
  void bandsAreNamedByTheSchedule() {
    assertThat(
            AgingSchedule.byIssueDate(30, 60, 90).bands().stream()
                .map(AgeBand::toString)
                .collect(Collectors.joining(" ")))
        .isEqualTo("0-30 31-60 61-90 91+");
    assertThat(AgingSchedule.byDueDate(30, 60, 90))
        .isEqualTo(AgingSchedule.STANDARD)
        .hasSameHashCodeAs(AgingSchedule.STANDARD);
  }
}
