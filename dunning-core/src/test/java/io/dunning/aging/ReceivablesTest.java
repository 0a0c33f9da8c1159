package io.dunning.aging;

import static io.dunning.Fixtures.EUR;
import static io.dunning.Fixtures.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.TermsEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceivablesTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
  private static final AgingSchedule STANDARD = AgingSchedule.STANDARD;

  private static Money eur(String amount) {
    return Money.of(amount, EUR);
  }

  private static OpenItem invoice(String customer, String amount) {
    return OpenItem.of(customer, "INV", eur(amount), NEW_YEAR, NEW_YEAR.plusDays(30));
  }

  private static int day(int plus) {
    return (int) NEW_YEAR.toEpochDay() + plus;
  }

  @Test
  void knowsWhatWasOpenOnAnyDay() {
    Receivables receivables =
        Receivables.draft()
            .add(invoice("A", "100.00"), new int[] {day(70), day(40)}, new long[] {6000, 4000})
            .build();
    assertThat(receivables.age(STANDARD, NEW_YEAR.minusDays(1)).lines()).isEmpty();
    assertThat(receivables.age(STANDARD, NEW_YEAR))
        .hasToString(
            "as of 2026-01-01 by " + STANDARD + "\nall: 100.00 0.00 0.00 0.00 0.00 = 100.00 EUR");
    assertThat(receivables.age(STANDARD, NEW_YEAR.plusDays(39)).lines())
        .hasToString("[A: 0.00 100.00 0.00 0.00 0.00 = 100.00 EUR]");
    assertThat(receivables.age(STANDARD, NEW_YEAR.plusDays(40)).lines())
        .hasToString("[A: 0.00 60.00 0.00 0.00 0.00 = 60.00 EUR]");
    assertThat(receivables.age(STANDARD, NEW_YEAR.plusDays(61)).lines())
        .hasToString("[A: 0.00 0.00 60.00 0.00 0.00 = 60.00 EUR]");
    assertThat(receivables.age(STANDARD, NEW_YEAR.plusDays(70)).lines()).isEmpty();
  }

  @Test
  void whatIsSettledBeyondTheAmountIsACredit() {
    Receivables receivables =
        Receivables.draft()
            .add(invoice("A", "100.00"), new int[] {day(10), day(20)}, new long[] {9000, 3000})
            .build();
    AgingLine line = receivables.age(STANDARD, NEW_YEAR.plusDays(20)).lines().get(0);
    assertThat(line.total()).isEqualTo(eur("0.00"));
    assertThat(line.amount(AgingLine.Apart.CREDIT)).isEqualTo(eur("20.00"));
    assertThat(line.count(AgingLine.Apart.CREDIT)).isEqualTo(1);
    assertThat(line.totalCount()).isZero();
  }

  @Test
  void settlingBeforeTheInvoiceDateCountsFromThatDateOn() {
    Receivables receivables =
        Receivables.draft()
            .add(invoice("A", "100.00"), new int[] {day(-10)}, new long[] {2500})
            .build();
    assertThat(receivables.age(STANDARD, NEW_YEAR.minusDays(5)).lines()).isEmpty();
    assertThat(receivables.age(STANDARD, NEW_YEAR).lines().get(0).total()).isEqualTo(eur("75.00"));
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    ReceivablesDraft draft = Receivables.draft();
    assertThatThrownBy(() -> draft.add(invoice("A", "1.00"), new int[] {1}, new long[] {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not one amount for each day: 0 for 1");
    assertThatThrownBy(() -> draft.add(invoice("A", "1.00"), new int[] {1}, new long[] {-5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("settled amount is negative: -5");
    long[] tooMuch = {Long.MAX_VALUE, Long.MAX_VALUE, 5};
    assertThatThrownBy(() -> draft.add(invoice("A", "1.00"), new int[] {1, 2, 3}, tooMuch))
        .isInstanceOf(ArithmeticException.class);
    assertThat(draft.build().size()).isZero();
  }

  @Test
  void aTableCanBeTakenInBetween() {
    ReceivablesDraft draft = Receivables.draft().add(invoice("B", "1.00"));
    Receivables first = draft.build();
    Receivables second = draft.add(invoice("A", "2.00")).build();
    assertThat(first.size()).isEqualTo(1);
    assertThat(second.age(STANDARD, NEW_YEAR).lines())
        .hasToString(
            "[A: 2.00 0.00 0.00 0.00 0.00 = 2.00 EUR, B: 1.00 0.00 0.00 0.00 0.00 = 1.00 EUR]");
    assertThat(second).hasToString("2 entries of 2 customers and currencies");
  }

  /**
   * More than a block of rows, and names whose order shows late or needs more than Latin letters.
   */
  @Test
  void agesManyItemsAsTheReportDoes() {
    List<OpenItem> items =
        IntStream.range(0, 400_000)
            .mapToObj(
                i ->
                    OpenItem.of(
                        (i % 3 == 0 ? "\u00e9\u4e2d-" : "customer-") + i * 7919L % 99_991,
                        "INV-" + i,
                        Money.ofMinor(i % 11 - 3, i % 5 == 0 ? CurrencyUnit.of("USD") : EUR),
                        NEW_YEAR.plusDays(i % 40),
                        NEW_YEAR.plusDays(i % 90)))
            .toList();
    for (AgingSchedule schedule : List.of(STANDARD, STANDARD.nettingCredits())) {
      AgingReport report = AgingReport.of(schedule, NEW_YEAR.plusDays(80), items);
      AgingReport columns = Receivables.of(items).age(schedule, NEW_YEAR.plusDays(80));
      assertThat(columns).isEqualTo(report).hasSameHashCodeAs(report);
      assertThat(report.lines().stream().map(l -> l.customer() + " " + l.currency()))
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(columns.totals()).isEqualTo(report.totals());
    }
  }

  @Test
  void monthEndsOfYearsComeInOnePass() {
    InvoiceHistory history =
        InvoiceHistory.of(
            Invoice.of("INV", eur("100.00"), NEW_YEAR, NEW_YEAR.plusDays(30)),
            List.of(new MoneyEvent.Payment(LocalDate.of(2026, 4, 10), eur("30.00"))));
    List<LocalDate> ends = new ArrayList<>();
    for (int month = 0; month < 36; month++) {
      ends.add(LocalDate.of(2025, 12, 31).plusMonths(month));
    }
    var trend = Receivables.ofAccounts(List.of(account("A", history))).trend(STANDARD, ends);
    assertThat(trend).hasSize(36);
    assertThat(trend.get(ends.get(0)).totals()).isEmpty();
    assertThat(trend.get(ends.get(1)).totals().get(EUR))
        .hasToString("all: 100.00 0.00 0.00 0.00 0.00 = 100.00 EUR");
    assertThat(trend.get(ends.get(3)).totals().get(EUR))
        .hasToString("all: 0.00 0.00 100.00 0.00 0.00 = 100.00 EUR");
    assertThat(trend.get(ends.get(4)).totals().get(EUR))
        .hasToString("all: 0.00 0.00 0.00 70.00 0.00 = 70.00 EUR");
    assertThat(trend.get(ends.get(35)).totals().get(EUR))
        .hasToString("all: 0.00 0.00 0.00 0.00 70.00 = 70.00 EUR");
    assertThat(trend.get(ends.get(35)).lines().get(0).count(4)).isEqualTo(1);
  }

  @Test
  void daysFarApartNeedNoTable() {
    var trend =
        Receivables.of(List.of(invoice("A", "1.00")))
            .trend(STANDARD, List.of(LocalDate.MAX, LocalDate.MIN, NEW_YEAR.plusDays(31)));
    assertThat(trend.get(LocalDate.MIN).totals()).isEmpty();
    assertThat(trend.get(NEW_YEAR.plusDays(31)).totals().get(EUR))
        .hasToString("all: 0.00 1.00 0.00 0.00 0.00 = 1.00 EUR");
    assertThat(trend.get(LocalDate.MAX).totals().get(EUR))
        .hasToString("all: 0.00 0.00 0.00 0.00 1.00 = 1.00 EUR");
    assertThat(Receivables.of(List.of()).trend(STANDARD, List.of())).isEmpty();
  }

  @Test
  void paymentsThatWaitAreNeverOld() {
    Account account =
        Account.of(
            Customer.of("A"),
            List.of(),
            List.of(
                new MoneyEvent.Payment(NEW_YEAR, eur("5.00")),
                new MoneyEvent.PaymentReversed(NEW_YEAR.plusDays(9), eur("2.00"))));
    AgingLine line =
        Receivables.ofAccounts(List.of(account))
            .age(STANDARD.nettingCredits(), NEW_YEAR.plusDays(400))
            .lines()
            .get(0);
    assertThat(line).hasToString("A: -3.00 0.00 0.00 0.00 0.00 = -3.00 EUR");
    assertThat(line.totalCount()).isEqualTo(1);
  }

  @Test
  void isStoredAndReadAgain() throws Exception {
    Receivables receivables = Receivables.of(List.of(invoice("A", "1.00"), invoice("B", "-2.00")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(receivables);
      out.writeObject(receivables.age(STANDARD, NEW_YEAR));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Receivables read = (Receivables) in.readObject();
      assertThat(read.age(STANDARD, NEW_YEAR))
          .isEqualTo(receivables.age(STANDARD, NEW_YEAR))
          .isEqualTo(in.readObject());
    }
  }

  @Test
  void onlyReportsOfOneDayAndKindAddUp() {
    AgingReport one = AgingReport.of(STANDARD, NEW_YEAR, List.of(invoice("A", "1.00")));
    AgingReport more = AgingReport.of(STANDARD, NEW_YEAR, List.of(invoice("A", "-2.00")));
    assertThat(one.plus(more))
        .isEqualTo(
            AgingReport.of(
                STANDARD, NEW_YEAR, List.of(invoice("A", "1.00"), invoice("A", "-2.00"))));
    AgingReport later = AgingReport.of(STANDARD, NEW_YEAR.plusDays(1), List.of());
    assertThatThrownBy(() -> one.plus(later))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "cannot add reports for different days or schedules: as of 2026-01-01 by due date:"
                + " not due, 1-30, 31-60, 61-90, 91+; and as of 2026-01-02 by due date: not due, 1-30, 31-60, 61-90, 91+");
  }

  private static Receivables of(List<LedgerEvent> ofInvoice, LedgerEvent... ofAccount) {
    Invoice invoice = Invoice.of("INV", eur("100.00"), NEW_YEAR, NEW_YEAR.plusDays(30));
    return Receivables.ofAccounts(
        List.of(
            Account.of(
                Customer.of("A"),
                List.of(InvoiceHistory.of(invoice, ofInvoice)),
                List.of(ofAccount))));
  }

  @Test
  void anEntryIsAChange() {
    List<LedgerEvent> payments =
        List.of(
            new MoneyEvent.Payment(NEW_YEAR.plusDays(5), eur("40.00")),
            new ContactEvent.Contact(NEW_YEAR.plusDays(6), Channel.PHONE),
            new MoneyEvent.Payment(NEW_YEAR.plusDays(8), eur("60.00")));
    Receivables paid = of(payments);
    assertThat(paid.size()).isEqualTo(3);
    AgingLine part = paid.age(STANDARD, NEW_YEAR.plusDays(7)).lines().get(0);
    assertThat(part.total()).isEqualTo(eur("60.00"));
    assertThat(part.totalCount()).isEqualTo(1);
    assertThat(paid.age(STANDARD, NEW_YEAR.plusDays(8)).lines()).isEmpty();

    // too much: what is open goes, and a credit comes
    Receivables over = of(List.of(new MoneyEvent.Payment(NEW_YEAR.plusDays(5), eur("130.00"))));
    assertThat(over.size()).isEqualTo(3);
    AgingLine credit = over.age(STANDARD, NEW_YEAR.plusDays(5)).lines().get(0);
    assertThat(credit.total()).isEqualTo(eur("0.00"));
    assertThat(credit.amount(AgingLine.Apart.CREDIT)).isEqualTo(eur("30.00"));

    // new terms: the item goes from one due date to another
    Receivables moved =
        of(List.of(new TermsEvent.TermsRenegotiated(NEW_YEAR.plusDays(40), NEW_YEAR.plusDays(60))));
    assertThat(moved.size()).isEqualTo(3);
    assertThat(moved.age(STANDARD, NEW_YEAR.plusDays(39)).lines())
        .hasToString("[A: 0.00 100.00 0.00 0.00 0.00 = 100.00 EUR]");
    assertThat(moved.age(STANDARD, NEW_YEAR.plusDays(40)).lines())
        .hasToString("[A: 100.00 0.00 0.00 0.00 0.00 = 100.00 EUR]");
  }

  @Test
  void claimsStandApartWhileTheyLast() {
    Receivables promised =
        of(
            List.of(
                new DisputeEvent.DisputeOpened(
                    NEW_YEAR.plusDays(10), "price", Optional.of(eur("30.00")))),
            new AgreementEvent.PromiseToPay(
                NEW_YEAR.plusDays(12), Optional.empty(), NEW_YEAR.plusDays(50)));
    AgingLine before = promised.ageWithClaimsApart(STANDARD, NEW_YEAR.plusDays(11)).lines().get(0);
    assertThat(before.amount(AgingLine.Apart.DISPUTED)).isEqualTo(eur("30.00"));
    assertThat(before.amount(0)).isEqualTo(eur("70.00"));
    AgingLine during = promised.ageWithClaimsApart(STANDARD, NEW_YEAR.plusDays(50)).lines().get(0);
    assertThat(during.amount(AgingLine.Apart.PROMISED)).isEqualTo(eur("70.00"));
    assertThat(during.count(AgingLine.Apart.PROMISED)).isEqualTo(1);
    assertThat(during.total()).isEqualTo(eur("100.00"));
    AgingLine after = promised.ageWithClaimsApart(STANDARD, NEW_YEAR.plusDays(51)).lines().get(0);
    assertThat(after.amount(1)).isEqualTo(eur("70.00"));
    assertThat(promised.age(STANDARD, NEW_YEAR.plusDays(50)).lines())
        .hasToString("[A: 0.00 100.00 0.00 0.00 0.00 = 100.00 EUR]");
  }

  @Test
  void trendsGoByCalendarMonthsAndKeepCreditsApart() {
    Receivables receivables =
        Receivables.of(
            List.of(
                invoice("A", "100.00"),
                invoice("B", "-7.00"),
                OpenItem.of(
                    "C", "I", Money.of("5.00", CurrencyUnit.of("USD")), NEW_YEAR, NEW_YEAR)));
    // due on the 31st: on the next day it is a month old
    var byMonth =
        receivables.trend(
            AgingSchedule.byCalendarMonth(AgingBasis.DUE_DATE, 2),
            List.of(
                LocalDate.of(2026, 1, 31),
                LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 4, 1)));
    assertThat(byMonth.values().stream().map(r -> r.totals().get(EUR).toString()))
        .containsExactly(
            "all: 100.00 0.00 0.00 0.00 = 100.00 EUR",
            "all: 0.00 0.00 100.00 0.00 = 100.00 EUR",
            "all: 0.00 0.00 0.00 100.00 = 100.00 EUR",
            "all: 0.00 0.00 0.00 100.00 = 100.00 EUR");
    byMonth
        .values()
        .forEach(
            r -> {
              assertThat(r.totals().get(EUR).amount(AgingLine.Apart.CREDIT)).isEqualTo(eur("7.00"));
              assertThat(r.totals().get(EUR).count(AgingLine.Apart.CREDIT)).isEqualTo(1);
              assertThat(r.lines()).hasSize(2);
              assertThat(r.lines().get(1).total())
                  .isEqualTo(Money.of("5.00", CurrencyUnit.of("USD")));
            });
    var byIssue =
        receivables.trend(
            AgingSchedule.byCalendarMonth(AgingBasis.ISSUE_DATE, 1),
            List.of(NEW_YEAR, NEW_YEAR.plusDays(31)));
    assertThat(byIssue.values().stream().map(r -> r.totals().get(EUR).toString()))
        .containsExactly("all: 100.00 0.00 = 100.00 EUR", "all: 0.00 100.00 = 100.00 EUR");
  }

  @Test
  void allCustomersTogetherTakeOneLine() {
    Account a = account("A", InvoiceHistory.of(plain("1", "10.00")));
    Account b = account("B", InvoiceHistory.of(plain("2", "20.00")));
    AgingReport together =
        AgingReport.totalsOfAccounts(STANDARD, NEW_YEAR.plusDays(45), List.of(a, b));
    assertThat(together.lines()).hasToString("[all: 0.00 30.00 0.00 0.00 0.00 = 30.00 EUR]");
    assertThat(together.lines().get(0).count(1)).isEqualTo(2);
    assertThat(together.asOf()).isEqualTo(NEW_YEAR.plusDays(45));
  }

  private static Invoice plain(String number, String amount) {
    return Invoice.of(number, eur(amount), NEW_YEAR, NEW_YEAR.plusDays(30));
  }

  @Test
  void noPlaceCountsMoreItemsThanItCan() {
    long[] cells = new long[AgingRows.width(6)];
    AgingRows.add(cells, 0, 6, 1, 5, AgingRows.MOST_ITEMS);
    AgingRows full = new AgingRows(5, 6, 1, new Object[] {"A", EUR}, cells);
    assertThat(full.count(0, 0)).isZero();
    assertThat(full.count(0, 1)).isEqualTo(AgingRows.MOST_ITEMS);
    AgingReport report = new AgingReport(STANDARD, NEW_YEAR, full);
    assertThat(report.lines().get(0).count(1)).isEqualTo(AgingRows.MOST_ITEMS);
    AgingReport one = AgingReport.of(STANDARD, NEW_YEAR, List.of(invoice("B", "1.00")));
    assertThatThrownBy(() -> report.plus(one))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("too many items to count, at most 4294967295: 4294967296");
  }

  @Test
  void aReportFromFewItemsIsStoredAndReadAgain() throws Exception {
    AgingReport report =
        AgingReport.of(STANDARD, NEW_YEAR, List.of(invoice("B", "1.00"), invoice("A", "2.00")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(report);
    }
    // not the room that was left for more
    assertThat(bytes.size()).isLessThan(1_500);
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(report).hasToString(report.toString());
    }
  }
}
