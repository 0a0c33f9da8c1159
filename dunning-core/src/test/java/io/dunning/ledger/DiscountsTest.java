package io.dunning.ledger;

import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Streams;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.money.Money;
import io.dunning.terms.EarlyPaymentDiscount;
import io.dunning.terms.Instalment;
import io.dunning.terms.PaymentTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Discounts that payments earn by the terms of an invoice over 1,000.00 of 1 March. */
class DiscountsTest {
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final PaymentTerms TEN_DAYS = PaymentTerms.parse("2/10 net 30");

  private static LocalDate day(int afterInvoice) {
    return MARCH.plusDays(afterInvoice);
  }

  private static InvoiceHistory on(PaymentTerms terms) {
    return InvoiceHistory.of(Invoice.of("I", eur("1000.00"), MARCH, terms));
  }

  private static LedgerEvent paid(int day, String amount) {
    return LedgerEvent.payment(day(day), eur(amount));
  }

  private static LedgerEvent reversed(int day, String amount) {
    return LedgerEvent.paymentReversed(day(day), eur(amount));
  }

  private static Balance balance(InvoiceHistory history) {
    return history.standingOn(LocalDate.MAX).balance();
  }

  @Test
  void aPaymentOfTheNetAmountOnTheLastDaySettlesTheInvoice() {
    InvoiceHistory history = on(TEN_DAYS).with(paid(10, "980.00"));
    assertThat(balance(history).closure()).isEqualTo(Closure.SETTLED);
    assertThat(balance(history).closedOn()).contains(day(10));
    assertThat(balance(history).discount()).isEqualTo(eur("20.00"));
    assertThat(balance(history).paid()).isEqualTo(eur("980.00"));
    assertThat(history.eventsAndDiscounts())
        .containsExactly(paid(10, "980.00"), LedgerEvent.discountTaken(day(10), eur("20.00")));
    assertThat(history.events()).containsExactly(paid(10, "980.00"));
  }

  /**
   * What is written: day and amount of a payment, with "-" for a reversal, "r" refund, "c" credit,
   * "g" a discount that was granted, "b" one that was taken back, "k" what paid charges.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # in full and in time, or not
          2/10 net 30                    | 10 980.00               | 20.00 | 0.00   | 0.00
          2/10 net 30                    | 11 980.00               | 0.00  | 20.00  | 0.00
          2/10 net 30                    | 10 979.99               | 0.00  | 20.01  | 0.00
          2/10 net 30                    | 10 990.00               | 10.00 | 0.00   | 0.00
          2/10 net 30                    | 5 1000.00               | 0.00  | 0.00   | 0.00
          # days of grace are not told, and count
          2/10 grace 3 net 30            | 13 980.00               | 20.00 | 0.00   | 0.00
          2/10 grace 3 net 30            | 14 980.00               | 0.00  | 20.00  | 0.00
          # several payments reach it together; money of one day is one sum
          2/10 net 30                    | 3 500.00, 10 480.00     | 20.00 | 0.00   | 0.00
          2/10 net 30                    | 10 980.00, 10 20.00     | 0.00  | 0.00   | 0.00
          2/10 net 30                    | 5 980.00, 8 20.00       | 20.00 | 0.00   | 20.00
          # several discounts: the one that is best for the customer
          3/5 2/10 net 30                | 5 970.00                | 30.00 | 0.00   | 0.00
          3/5 2/10 net 30                | 6 970.00                | 0.00  | 30.00  | 0.00
          3/5 2/10 net 30                | 6 980.00                | 20.00 | 0.00   | 0.00
          5.00EUR/5 2/10 net 30          | 3 980.00                | 20.00 | 0.00   | 0.00
          # a fixed amount
          5.00EUR/10 net 30              | 10 995.00               | 5.00  | 0.00   | 0.00
          # part payments earn their share only if the discount says so
          2/10 net 30                    | 5 490.00                | 0.00  | 510.00 | 0.00
          2/10 pro rata net 30           | 5 490.00                | 10.00 | 500.00 | 0.00
          2/10 pro rata net 30           | 5 490.00, 9 490.00      | 20.00 | 0.00   | 0.00
          2/10 pro rata net 30           | 5 490.00, 20 500.00     | 10.00 | 0.00   | 0.00
          20.00EUR/10 pro rata net 30    | 5 490.00, 9 490.00      | 20.00 | 0.00   | 0.00
          # a reversal takes the discount back, and a later payment cannot earn it again
          2/10 net 30                    | 10 980.00, 25 -980.00   | 0.00  | 1000.00 | 0.00
          2/10 net 30                    | 10 980.00, 25 -100.00   | 0.00  | 120.00 | 0.00
          2/10 net 30                    | 5 980.00, 6 -980.00, 9 980.00  | 20.00 | 0.00 | 0.00
          2/10 net 30                    | 5 980.00, 6 -980.00, 20 980.00 | 0.00 | 20.00 | 0.00
          2/10 net 30                    | 5 -980.00, 6 980.00     | 0.00  | 1000.00 | 0.00
          # a later payment bounced, not the one that earned the discount
          2/10 net 30                    | 10 980.00, 20 20.00, 25 -20.00 | 20.00 | 0.00 | 0.00
          2/10 pro rata net 30           | 5 490.00, 20 300.00, 25 -300.00 | 10.00 | 500.00 | 0.00
          # paid in full, and the discount paid back on request
          2/10 net 30                    | 5 1000.00, 8 r20.00     | 20.00 | 0.00   | 0.00
          2/10 net 30                    | 5 980.00, 8 r980.00     | 0.00  | 1000.00 | 0.00
          # the discount is counted on what the credits leave
          2/10 net 30                    | 3 c500.00, 10 490.00    | 10.00 | 0.00   | 0.00
          2/10 net 30                    | 5 900.00, 8 c85.00      | 15.00 | 0.00   | 0.00
          2/10 net 30                    | 10 980.00, 40 c100.00   | 20.00 | 0.00   | 100.00
          2/10 net 30                    | 10 980.00, 10 c20.00    | 0.00  | 0.00   | 0.00
          2/10 net 30                    | 5 c1000.00, 6 10.00     | 0.00  | 0.00   | 10.00
          2/10 net 30                    | 5 900.00, 10 c85.00     | 15.00 | 0.00   | 0.00
          # nothing is earned before anything is paid
          5.00EUR/10 net 30              | 3 c996.00               | 0.00  | 4.00   | 0.00
          # a reversal is one of the payment of that amount, else of the latest payments
          2/10 pro rata net 30           | 5 490.00, 20 300.00, 25 -490.00 | 0.00 | 700.00 | 0.00
          2/10 pro rata net 30           | 5 490.00, 8 98.00, 25 -343.00 | 5.00 | 750.00 | 0.00
          # what was paid back before it came in is made up first
          2/10 net 30                    | 5 -490.00, 6 490.00     | 0.00  | 1000.00 | 0.00
          2/10 net 30                    | 5 -490.00, 6 490.00, 8 980.00 | 20.00 | 0.00 | 0.00
          # a discount that was granted and taken back leaves the claim as it was
          2/10 net 30                    | 3 g100.00, 5 b100.00, 10 980.00 | 20.00 | 0.00 | 0.00
          2/10 net 30                    | 3 g100.00, 10 882.00    | 118.00 | 0.00  | 0.00
          # of a fixed amount the rest is shared out, of a share what is open
          20.00EUR/10 pro rata net 30    | 5 245.00, 9 490.00      | 15.00 | 250.00 | 0.00
          2/10 pro rata net 30           | 5 490.00, 9 505.00      | 10.00 | 0.00   | 5.00
          # what paid charges paid no debt, of the latest payments first
          2/10 net 30                    | 10 980.00, 12 k40.00    | 0.00  | 60.00  | 0.00
          2/10 pro rata net 30           | 5 490.00, 8 49.00, 9 k147.00 | 8.00 | 600.00 | 0.00
          # and is freed where it was paid back, then of the latest payments
          2/10 pro rata net 30           | 5 490.00, 8 392.00, 9 k441.00, 9 -490.00, 9 k-49.00 | 0.00 | 1000.00 | 0.00
          2/10 pro rata net 30           | 5 490.00, 8 98.00, 9 k196.00, 9 k-147.00 | 11.00 | 450.00 | 0.00
          # counted from the end of the month, or to a day of the next
          2/EOM+10 EOM + 30              | 40 980.00               | 20.00 | 0.00   | 0.00
          2/EOM+10 EOM + 30              | 41 980.00               | 0.00  | 20.00  | 0.00
          2/10prox 25 prox               | 40 980.00               | 20.00 | 0.00   | 0.00
          """)
  void findsWhatPaymentsEarn(
      String terms, String entries, String taken, String open, String credit) {
    InvoiceHistory history = on(PaymentTerms.parse(terms)).with(entries(entries));
    assertThat(balance(history).discount()).isEqualTo(eur(taken));
    assertThat(balance(history).open()).isEqualTo(eur(open));
    assertThat(balance(history).credit()).isEqualTo(eur(credit));
  }

  private static LedgerEvent[] entries(String text) {
    return List.of(text.split(", ")).stream().map(DiscountsTest::entry).toArray(LedgerEvent[]::new);
  }

  private static LedgerEvent entry(String text) {
    LocalDate day = day(Integer.parseInt(text.substring(0, text.indexOf(' '))));
    String what = text.substring(text.indexOf(' ') + 1);
    return switch (what.charAt(0)) {
      case '-' -> LedgerEvent.paymentReversed(day, eur(what.substring(1)));
      case 'c' -> LedgerEvent.credit(day, eur(what.substring(1)));
      case 'r' -> LedgerEvent.refund(day, eur(what.substring(1)));
      case 'g' -> LedgerEvent.discountTaken(day, eur(what.substring(1)));
      case 'b' -> LedgerEvent.discountReversed(day, eur(what.substring(1)));
      case 'k' -> LedgerEvent.chargesPaid(day, eur(what.substring(1)));
      default -> LedgerEvent.payment(day, eur(what));
    };
  }

  @Test
  void onlyADayThatEarnsOrLosesADiscountTellsOne() {
    LedgerEvent taken = LedgerEvent.discountTaken(day(10), eur("20.00"));
    LedgerEvent first = paid(3, "100.00");
    assertThat(on(TEN_DAYS).with(first, paid(10, "880.00")).eventsAndDiscounts())
        .containsExactly(first, paid(10, "880.00"), taken);
    // the money of a day is one sum, whatever else is written between or behind
    LedgerEvent hold = LedgerEvent.hold(day(10), "");
    assertThat(on(TEN_DAYS).with(paid(10, "980.00"), hold).eventsAndDiscounts())
        .containsExactly(paid(10, "980.00"), taken, hold);
    assertThat(on(TEN_DAYS).with(paid(10, "980.00"), hold, paid(10, "20.00")).eventsAndDiscounts())
        .containsExactly(paid(10, "980.00"), hold, paid(10, "20.00"));
  }

  @Test
  void aReversalReopensTheWholeFromItsDay() {
    InvoiceHistory history = on(TEN_DAYS).with(paid(10, "980.00"), reversed(25, "980.00"));
    assertThat(history.standingOn(day(24)).balance().closure()).isEqualTo(Closure.SETTLED);
    assertThat(history.standingOn(day(25)).balance().open()).isEqualTo(eur("1000.00"));
    assertThat(balance(history).reopenedDay()).isEqualTo(day(25).toEpochDay());
    assertThat(history.eventsAndDiscounts())
        .endsWith(reversed(25, "980.00"), LedgerEvent.discountReversed(day(25), eur("20.00")));
  }

  @Test
  void saysWhatCanStillBeTakenAndWhatCameTooLate() {
    InvoiceHistory none = on(PaymentTerms.parse("3/5 2/10 grace 2 net 30"));
    assertThat(none.discounts(day(5)).offered())
        .contains(new Discounts.Offered(eur("30.00"), eur("970.00"), day(5)));
    Discounts.Offered offered = new Discounts.Offered(eur("20.00"), eur("980.00"), day(10));
    assertThat(none.discounts(day(6)).offered()).contains(offered);
    assertThat(offered).hasToString("20.00 EUR until 2026-03-11, if 980.00 EUR are paid");
    assertThat(none.discounts(day(11)).offered()).as("grace is not told").isEmpty();
    assertThat(none.discounts(day(11)).missed()).isEmpty();

    InvoiceHistory late = none.with(paid(14, "980.00"));
    Discounts.Missed missed = late.discounts(day(14)).missed().orElseThrow();
    assertThat(missed).isEqualTo(new Discounts.Missed(eur("20.00"), day(10), day(14)));
    assertThat(missed.daysLate()).isEqualTo(4);
    assertThat(missed)
        .hasToString("20.00 EUR not earned: paid on 2026-03-15, 4 days after the last day");
    assertThat(late.discounts(day(13)).missed()).isEmpty();
    assertThat(late.with(paid(40, "20.00")).discounts(day(40)).missed()).isEmpty();

    assertThat(none.with(paid(14, "970.00")).discounts(day(14)).missed())
        .as("only the larger discount would have settled it")
        .contains(new Discounts.Missed(eur("30.00"), day(5), day(14)));
  }

  @Test
  void aPartPaymentLowersWhatCanStillBeTaken() {
    InvoiceHistory part = on(TEN_DAYS).with(paid(5, "490.00"));
    assertThat(part.discounts(day(5)).offered())
        .contains(new Discounts.Offered(eur("20.00"), eur("490.00"), day(10)));
    InvoiceHistory shared = on(PaymentTerms.parse("2/10 pro rata net 30")).with(paid(5, "490.00"));
    assertThat(shared.discounts(day(5)))
        .isEqualTo(
            new Discounts(
                eur("10.00"),
                Optional.of(new Discounts.Offered(eur("10.00"), eur("490.00"), day(10))),
                Optional.empty()));
    assertThat(Streams.copy(shared.discounts(day(5)))).isEqualTo(shared.discounts(day(5)));
    InvoiceHistory fixed =
        on(PaymentTerms.parse("20.00EUR/10 pro rata net 30")).with(paid(5, "245.00"));
    assertThat(fixed.discounts(day(5)).offered())
        .contains(new Discounts.Offered(eur("15.00"), eur("735.00"), day(10)));
    // a discount on payment in full is on the whole, and never more than what is open
    InvoiceHistory most = on(TEN_DAYS).with(paid(5, "900.00"));
    assertThat(most.discounts(day(5)).offered())
        .contains(new Discounts.Offered(eur("20.00"), eur("80.00"), day(10)));
    assertThat(most.with(paid(6, "70.00")).discounts(day(6)).offered())
        .contains(new Discounts.Offered(eur("20.00"), eur("10.00"), day(10)));
  }

  @Test
  void instalmentsAreSettledByWhatWasTaken() {
    Invoice invoice =
        Invoice.of("I", eur("1000.00"), MARCH, day(30))
            .inInstalments(
                List.of(
                    new Instalment(day(30), eur("490.00")), new Instalment(day(60), eur("510.00"))))
            .onTerms(PaymentTerms.parse("2/10 pro rata net 60"));
    InvoiceHistory history = InvoiceHistory.of(invoice).with(paid(5, "490.00"));
    assertThat(balance(history).open()).isEqualTo(eur("500.00"));
    assertThat(balance(history).due()).isEqualTo(day(60));
    Account account = Account.of(Customer.of("C"), List.of(history));
    assertThat(account.openItems(day(5)))
        .extracting(OpenItem::amount)
        .containsExactly(eur("500.00"));
  }

  @Test
  void termsMayCountFromTheReceiptOfTheGoods() {
    Invoice invoice =
        Invoice.of("I", eur("1000.00"), MARCH, day(50))
            .onTerms(PaymentTerms.parse("2/10 net 30 ROG"), day(20));
    assertThat(balance(InvoiceHistory.of(invoice).with(paid(30, "980.00"))).open().isZero())
        .isTrue();
    assertThat(balance(InvoiceHistory.of(invoice).with(paid(31, "980.00"))).open())
        .isEqualTo(eur("20.00"));
  }

  @Test
  void aDiscountBeyondTheTermsIsAnEventOfItsOwn() {
    InvoiceHistory late = on(TEN_DAYS).with(paid(11, "980.00"));
    InvoiceHistory granted = late.with(LedgerEvent.discountTaken(day(12), eur("20.00")));
    assertThat(balance(granted).closedOn()).contains(day(12));
    assertThat(balance(granted).discount()).isEqualTo(eur("20.00"));
    InvoiceHistory refused =
        on(TEN_DAYS).with(paid(10, "980.00"), LedgerEvent.discountReversed(day(12), eur("20.00")));
    assertThat(balance(refused).open()).isEqualTo(eur("20.00"));
    assertThat(balance(refused).discount()).isEqualTo(eur("0.00"));
    InvoiceHistory before =
        on(TEN_DAYS).with(LedgerEvent.discountTaken(day(2), eur("500.00")), paid(10, "490.00"));
    assertThat(balance(before).discount()).isEqualTo(eur("510.00"));
    assertThat(balance(before).closure()).isEqualTo(Closure.SETTLED);
  }

  @Test
  void nothingIsEarnedOnAVoidInvoiceOrACreditNote() {
    InvoiceHistory voided = on(TEN_DAYS).with(LedgerEvent.voided(day(1)), paid(2, "980.00"));
    assertThat(balance(voided).credit()).isEqualTo(eur("980.00"));
    Invoice note = Invoice.of("N", eur("-100.00"), MARCH, TEN_DAYS);
    assertThat(balance(InvoiceHistory.of(note).with(paid(1, "0.00"))).credit())
        .isEqualTo(eur("100.00"));
  }

  /** All that is open was promised; it is paid with the discount. */
  @Test
  void aDiscountKeepsAPromiseAsACreditWould() {
    InvoiceHistory history =
        on(TEN_DAYS).with(LedgerEvent.promise(day(2), day(9)), paid(8, "980.00"));
    assertThat(history.promises(day(20), Days.NONE, BusinessCalendar.everyDay()))
        .extracting(PromiseOutcome::state)
        .containsExactly(PromiseOutcome.State.KEPT);
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(on(TEN_DAYS).with(paid(8, "980.00"))),
            List.of(LedgerEvent.promise(day(2), day(9))));
    assertThat(account.promises(day(20), Days.NONE, BusinessCalendar.everyDay()))
        .extracting(PromiseOutcome::state)
        .containsExactly(PromiseOutcome.State.KEPT);
  }

  @Test
  void newTermsLeaveTheDiscountAsItIs() {
    InvoiceHistory history =
        on(TEN_DAYS).with(LedgerEvent.termsRenegotiated(day(3), day(90)), paid(10, "980.00"));
    assertThat(balance(history).closure()).isEqualTo(Closure.SETTLED);
  }

  @Test
  void aDiscountWhoseLastDayLiesBeyondTheCalendarNeverEnds() {
    PaymentTerms terms =
        PaymentTerms.net(0).discount(EarlyPaymentDiscount.of(percent("2"), 2_000_000_000).grace(9));
    LocalDate late = LocalDate.MAX.minusDays(3);
    Invoice invoice = Invoice.of("I", eur("1000.00"), late, terms);
    InvoiceHistory history =
        InvoiceHistory.of(invoice).with(LedgerEvent.payment(LocalDate.MAX, eur("980.00")));
    assertThat(balance(history).closure()).isEqualTo(Closure.SETTLED);
    assertThat(InvoiceHistory.of(invoice).discounts(LocalDate.MAX).offered())
        .map(Discounts.Offered::until)
        .contains(LocalDate.MAX);
  }

  @Test
  void knowsTheLastDayOfTheDiscountThatRunsLongest() {
    assertThat(lastDiscountDay("3/5 2/10 grace 2 net 30")).isEqualTo(day(10).toEpochDay());
    assertThat(lastDiscountDay("net 30")).isEqualTo(EpochDay.NONE);
  }

  private static long lastDiscountDay(String terms) {
    return on(PaymentTerms.parse(terms)).invoice().lastDiscountDay();
  }

  @Test
  void knowsItsTermsAndItsBookingDay() {
    Invoice invoice = Invoice.of("I", eur("1000.00"), MARCH, TEN_DAYS);
    assertThat(invoice.terms()).contains(TEN_DAYS);
    assertThat(invoice.due()).isEqualTo(day(30));
    assertThat(invoice.termsFrom()).contains(MARCH);
    assertThat(Invoice.of("I", eur("1.00"), MARCH, day(9)).termsFrom()).isEmpty();
    assertThat(Invoice.of("I", eur("1.00"), MARCH, day(9)).onTerms(TEN_DAYS, day(4)).termsFrom())
        .contains(day(4));
    assertThat(invoice.bookedOn()).isEqualTo(MARCH);
    assertThat(invoice.bookedOn(day(4)).bookedOn()).isEqualTo(day(4));
    assertThat(invoice.bookedOn(day(4)).terms()).contains(TEN_DAYS);
    assertThat(invoice).isNotEqualTo(Invoice.of("I", eur("1000.00"), MARCH, day(30)));
    assertThat(Invoice.of("I", eur("1000.00"), MARCH, day(30)).terms()).isEmpty();
  }

  /** The discount is found again and again; a payment after the last day changes nothing of it. */
  @Test
  void whatIsLateNeverTakesADiscountBack() {
    InvoiceHistory history = on(TEN_DAYS).with(paid(10, "980.00"));
    for (int i = 0; i < 500; i++) {
      history = history.with(paid(50 + i, "1.00"), reversed(50 + i, "1.00"));
    }
    assertThat(
            history.eventsAndDiscounts().stream()
                .filter(MoneyEvent.DiscountTaken.class::isInstance))
        .hasSize(1);
    assertThat(balance(history).closedOn()).contains(day(10));
    assertThat(balance(history).discount()).isEqualTo(Money.eur("20.00"));
  }

  @Test
  void whatPaidChargesEarnsNoDiscountUntilItIsFreed() {
    LedgerEvent payment = paid(10, "980.00");
    LedgerEvent charges = LedgerEvent.chargesPaid(day(10), eur("40.00"));
    assertThat(balance(on(TEN_DAYS).with(payment, charges)).discount()).isEqualTo(eur("0.00"));
    LedgerEvent cent = LedgerEvent.chargesPaid(day(10), eur("0.01"));
    assertThat(balance(on(TEN_DAYS).with(payment, cent)).discount()).isEqualTo(eur("0.00"));
    LedgerEvent freed = LedgerEvent.chargesPaid(day(12), eur("-40.00"));
    assertThat(balance(on(TEN_DAYS).with(payment, charges, freed)).discount())
        .isEqualTo(eur("20.00"));
    LedgerEvent almost = LedgerEvent.chargesPaid(day(12), eur("-39.99"));
    assertThat(balance(on(TEN_DAYS).with(payment, charges, almost)).discount())
        .isEqualTo(eur("0.00"));
    // a payment of enough for both earns it
    assertThat(balance(on(TEN_DAYS).with(paid(10, "1020.00"), charges)).discount())
        .isEqualTo(eur("20.00"));
  }
}
