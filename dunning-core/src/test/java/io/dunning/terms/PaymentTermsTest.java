package io.dunning.terms;

import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.dunning.Table;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.BusinessDayConvention;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.money.Money;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTermsTest {
  /**
   * The terms of the table that are built, each by its construction; the table names two readings.
   */
  private static final Map<String, PaymentTerms> BUILT =
      Map.ofEntries(
          Map.entry("NET 30", PaymentTerms.net(30)),
          Map.entry("NET 90", PaymentTerms.net(90)),
          Map.entry("2/10 NET 30", PaymentTerms.net(30).discount(percent("2"), 10)),
          Map.entry("NET EOM", PaymentTerms.endOfMonth()),
          Map.entry("NET 30 EOM (days then month end)", PaymentTerms.netThenEndOfMonth(30)),
          Map.entry("NET 30 EOM (month end then days)", PaymentTerms.endOfMonthThenDays(30)),
          Map.entry("FR 45 jours fin de mois (mode A)", PaymentTerms.endOfMonthThenDays(45)),
          Map.entry("FR 45 jours fin de mois (mode B)", PaymentTerms.netThenEndOfMonth(45)),
          Map.entry("FR 60 jours date de facture", PaymentTerms.net(60)),
          Map.entry(
              "NET EOM NEXT (basis.cloud \"Net EOM\": end of the month after)",
              PaymentTerms.endOfNextMonth()),
          Map.entry("15 MFI", PaymentTerms.dayOfNextMonth(15)),
          Map.entry(
              "2% 10th PROX NET 25th",
              PaymentTerms.dayOfNextMonth(25)
                  .discount(EarlyPaymentDiscount.of(percent("2"), 10).onDayOfNextMonth())),
          Map.entry("2.5/10 ORDINARY", PaymentTerms.net(30).discount(percent("2.5"), 10)),
          Map.entry(
              "2.5/10 EOM",
              PaymentTerms.endOfMonthThenDays(30)
                  .discount(EarlyPaymentDiscount.of(percent("2.5"), 10).afterMonthEnd())),
          Map.entry(
              "2.5/10 ROG", PaymentTerms.net(30).discount(percent("2.5"), 10).fromReceiptOfGoods()),
          Map.entry(
              "2.5/10 AS OF 2007-05-01",
              PaymentTerms.net(30).discount(percent("2.5"), 10).asOf(LocalDate.of(2007, 5, 1))),
          Map.entry(
              "3/10 EOM (no 26th rule)",
              PaymentTerms.endOfMonthThenDays(30)
                  .discount(EarlyPaymentDiscount.of(percent("3"), 10).afterMonthEnd())),
          Map.entry(
              "2/10 EOM (26th rule)",
              PaymentTerms.endOfMonthThenDays(30)
                  .discount(EarlyPaymentDiscount.of(percent("2"), 10).afterMonthEnd(26))),
          Map.entry(
              "4/15 ROG", PaymentTerms.net(35).discount(percent("4"), 15).fromReceiptOfGoods()),
          Map.entry(
              "4/20 ROG", PaymentTerms.net(40).discount(percent("4"), 20).fromReceiptOfGoods()),
          Map.entry("COD", PaymentTerms.cashOnDelivery()),
          Map.entry("NET 1 MONTHS (end-of-month sticky)", PaymentTerms.netMonthsSticky(1)),
          Map.entry("NET 6 MONTHS (end-of-month sticky)", PaymentTerms.netMonthsSticky(6)),
          Map.entry("NET 12 MONTHS (end-of-month sticky)", PaymentTerms.netMonthsSticky(12)),
          Map.entry("31 MFI (clamped)", PaymentTerms.dayOfNextMonth(31)),
          Map.entry("10th PROX cut-off 25", PaymentTerms.dayOfNextMonth(10, 25)),
          Map.entry("NET 1 MONTHS (clamp)", PaymentTerms.netMonths(1)),
          Map.entry("NET 12 MONTHS (clamp)", PaymentTerms.netMonths(12)),
          Map.entry("CIA", PaymentTerms.dueOnReceipt()));

  static Stream<Table.Row> dueDates() {
    return Table.rows("vectors/payment_terms_due_dates.csv");
  }

  @ParameterizedTest
  @MethodSource("dueDates")
  void findsTheDueDateAndTheLastDayOfTheDiscount(Table.Row row) {
    LocalDate issued = LocalDate.parse(row.get("invoice_date"));
    LocalDate received =
        row.has("goods_receipt_date") ? LocalDate.parse(row.get("goods_receipt_date")) : issued;
    PaymentTerms terms = BUILT.get(row.get("term"));
    if (row.has("due_date")) {
      assertThat(terms.dueDate(issued, received, BusinessCalendar.everyDay()))
          .isEqualTo(row.get("due_date"));
    }
    if (row.has("last_discount_date")) {
      assertThat(terms.lastDiscountDay(row.has("goods_receipt_date") ? received : issued))
          .contains(LocalDate.parse(row.get("last_discount_date")));
    }
  }

  /** Invoices from the 26th on count as the next month's, where the custom is agreed. */
  @Test
  void theCustomOfThe26th() {
    EarlyPaymentDiscount strict = EarlyPaymentDiscount.of(percent("3"), 10).afterMonthEnd();
    EarlyPaymentDiscount custom = EarlyPaymentDiscount.of(percent("3"), 10).afterMonthEnd(26);
    LocalDate march28 = LocalDate.of(2025, 3, 28);
    assertThat(strict.lastDay(march28)).isEqualTo("2025-04-10");
    assertThat(custom.lastDay(march28)).isEqualTo("2025-05-10");
    assertThat(custom.lastDay(LocalDate.of(2025, 3, 25))).isEqualTo("2025-04-10");
    assertThat(custom.lastDay(LocalDate.of(2025, 3, 26))).isEqualTo("2025-05-10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # one after the other, from where the rule came
          net 30 then 10 prox                                        | 2022-01-15 | 2022-03-10
          net 1 month then 15 days then EOM then 45 days             | 2022-01-01 | 2022-04-14
          net 3 months then EOM then 10 prox                         | 2022-01-31 | 2022-05-10
          net 15 then 31 prox                                        | 2024-05-23 | 2024-07-31
          # the next of the days on which the customer pays, the day itself included
          due on receipt on 10                                       | 2022-01-10 | 2022-01-10
          due on receipt on 5/10                                     | 2020-01-06 | 2020-01-10
          due on receipt on 10                                       | 2022-01-15 | 2022-02-10
          net 10 not in 2024-08-01..2024-08-31                       | 2024-07-25 | 2024-09-01
          # within the longest time
          net 20 on 15 at most 32                                    | 2024-02-29 | 2024-03-15
          """)
  void movesOneAfterTheOther(String terms, LocalDate issued, LocalDate due) {
    assertThat(PaymentTerms.parse(terms).dueDate(issued)).isEqualTo(due);
  }

  @Test
  void saysWhenNoDayIsLeft() {
    LocalDate start = LocalDate.of(2024, 8, 3);
    DateSpan august = new DateSpan(LocalDate.of(2024, 8, 1), LocalDate.of(2024, 8, 31));
    PaymentTerms terms = PaymentTerms.net(10).on(PaymentDays.of(15, 31).closed(august)).atMost(20);
    assertThat(terms.findDueDate(start, BusinessCalendar.everyDay())).isEmpty();
    assertThat(terms).hasToString("net 10 on 15/31, not in 2024-08-01..2024-08-31 at most 20");
    assertThatExceptionOfType(DateTimeException.class)
        .isThrownBy(() -> terms.dueDate(start))
        .withMessage("no payment day within 20 days of 2024-08-03");
    assertThat(PaymentTerms.net(10).on(PaymentDays.of(15, 31).closed(august)).dueDate(start))
        .isEqualTo("2024-09-15");
    assertThat(PaymentDays.ANY.closed(new DateSpan(start, LocalDate.MAX)).onOrAfter(start))
        .isEmpty();
    assertThat(PaymentDays.of(31).onOrAfter(LocalDate.of(2024, 2, 10)))
        .contains(LocalDate.of(2024, 2, 29));
    assertThat(PaymentTerms.net(90).atMost(60).dueDate(start)).isEqualTo("2024-10-02");
    assertThat(
            PaymentTerms.net(90)
                .atMost(62)
                .adjusted(BusinessDayConvention.FOLLOWING)
                .dueDate(LocalDate.of(2024, 8, 4), BusinessCalendar.weekends()))
        .isEqualTo("2024-10-04");
    assertThat(
            PaymentTerms.net(90)
                .atMost(63)
                .adjusted(BusinessDayConvention.FOLLOWING)
                .dueDate(LocalDate.of(2024, 8, 4), BusinessCalendar.weekends()))
        .as("Sunday is brought forward, because Monday is too late")
        .isEqualTo("2024-10-04");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net 30",
        "due on receipt",
        "2/10 net 30",
        "3/10 2/20 net 60",
        "2.5/10 net EOM",
        "2/10 net 30 to EOM",
        "2/EOM+10 net 30 EOM",
        "2/EOM+10 cut-off 26 EOM + 30",
        "2/10 grace 3 net 30",
        "2/10 pro rata net 30",
        "3/10 grace 2 pro rata 2/20 net 60",
        "2/10 25 prox",
        "net 30 adjusted modified following",
        "net 30 at most 60 adjusted nearest as of 2026-05-01 ROG",
        "net 30 as of +12026-05-01",
        "EOM",
        "EOM + 45",
        "EOM next",
        "net 30 EOM",
        "15 prox",
        "10 prox cut-off 25",
        "net 2 weeks",
        "net 1 month",
        "net 6 months sticky",
        "net 35 ROG",
        "due on receipt ROG",
        "2.5/10 net 30 as of 2007-05-01",
        "2/EOM+10 EOM + 30",
        "2/10prox 25 prox",
        "5.00EUR/10 net 30",
        "net 30 then 10 prox",
        "net 1 month then 15 days then EOM then 1 month then 1 day",
        "net 30 on 5/10/25 at most 60",
        "net 30 not in 2026-08-01..2026-08-31"
      })
  void parsesWhatItPrints(String text) {
    assertThat(PaymentTerms.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1/10, net 60   | 1/10 net 60
          NET 30 DAYS    | net 30
          30 days        | net 30
          net 0          | due on receipt
          net EOM        | EOM
          15 MFI         | 15 prox
          10th prox      | 10 prox
          2%/10 Net 30   | 2/10 net 30
          net 25 prox    | 25 prox
          COD            | due on receipt ROG
          net 10 rog     | net 10 ROG
          # a slash, or nothing, behind n
          n/30           | net 30
          2/10 n/30      | 2/10 net 30
          2/10, n30      | 2/10 net 30
          Net30          | net 30
          n 30           | net 30
          n/EOM          | EOM
          2% 10 net 30   | 2/10 net 30
          2% 10 days, net 30 days | 2/10 net 30
          3% 5, 2% 10, net 30 | 3/5 2/10 net 30
          # paid in advance
          CIA            | due on receipt
          PIA            | due on receipt
          # a day of the next month; without a net, twenty days later
          3/20 PROX      | 3/20prox 20 prox then 20 days
          2% 10th PROX NET 25th | 2/10prox 25 prox
          2% 10th prox, net 25th prox | 2/10prox 25 prox
          2/10 prox net 30 | 2/10prox net 30
          net 25th prox  | 25 prox
          10 prox cut-off 25th | 10 prox cut-off 25
          # extra days
          1/10-60x EXTRA | 1/70 net 90
          1/10-60X       | 1/70 net 90
          1/10-60 extra, net 100 | 1/70 net 100
          # behind discounts in days, EOM counts for all
          2/10, net 20, EOM | 2/EOM+10 EOM + 20
          2/10, n/30, EOM | 2/EOM+10 EOM + 30
          3/10 2/20 net 60 EOM | 3/EOM+10 2/EOM+20 EOM + 60
          2/10 EOM       | 2/EOM+10 EOM + 30
          2/10 grace 3 EOM | 2/EOM+10 grace 3 EOM + 30
          4/15 ROG       | 4/15 net 35 ROG
          2.5/10 AS OF 2007-05-01 | 2.5/10 net 30 as of 2007-05-01
          """)
  void understandsOtherSpellings(String text, String printed) {
    assertThat(PaymentTerms.parse(text)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          soon          | cannot read payment terms at position 1, expected a number: soon
          net soon      | cannot read payment terms at position 5, expected a number: soon
          net 30 maybe  | cannot read payment terms at position 8, expected the end: maybe
          due on friday | cannot read payment terms at position 8, expected receipt: friday
          2/10          | cannot read payment terms at position 5, expected a number: nothing more
          net 30 then x | cannot read payment terms at position 13, expected a number: x
          net 30 then 9 | cannot read payment terms at position 14, expected days, months or prox: nothing more
          EOM on the 9  | cannot read payment terms at position 8, expected days of the month such as 5/10/25: the 9
          EOM as of x   | cannot read payment terms at position 11, expected a date such as 2026-01-31: x
          EOM as of 2026-02-30 | cannot read payment terms at position 11, expected a date such as 2026-01-31: 2026-02-30
          EOM not in x  | cannot read payment terms at position 12, expected a period such as 2026-08-01..2026-08-31: x
          EOM not in x..y | cannot read payment terms at position 12, expected a period such as 2026-08-01..2026-08-31: x..y
          EOM at 9      | cannot read payment terms at position 8, expected most: 9
          # an ordinal is a day of a month, and has its own ending
          net 10th      | cannot read payment terms at position 9, expected prox behind a day of the month: nothing more
          2/10 net 10th | cannot read payment terms at position 14, expected prox behind a day of the month: nothing more
          net 30nd      | cannot read payment terms at position 5, expected a number: 30nd
          net 11st prox | cannot read payment terms at position 5, expected a number: 11st prox
          10th          | cannot read payment terms at position 5, expected prox: nothing more
          10th days     | cannot read payment terms at position 6, expected prox: days
          2% 10th net 30 | cannot read payment terms at position 9, expected prox: net 30
          net 30 then 10th days | cannot read payment terms at position 18, expected prox: days
          1/10-60       | cannot read payment terms at position 8, expected extra: nothing more
          2/10 cut-off 26 EOM | cannot read payment terms at position 6, expected a discount such as 2/EOM+10 before it: cut-off 26 EOM
          2/10 pro net 30 | cannot read payment terms at position 10, expected rata: net 30
          net 30 adjusted soon | cannot read payment terms at position 17, expected following, preceding, modified or nearest: soon
          net 30 adjusted modified nearest | cannot read payment terms at position 26, expected following or preceding: nearest
          net 99999999999 | cannot read payment terms at position 5, expected a number: 99999999999
          15            | cannot read payment terms at position 3, expected prox or days: nothing more
          """)
  void saysWhereItStoppedUnderstanding(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentTerms.parse(text))
        .withMessageStartingWith(message)
        .withMessageEndingWith("\nMaybe: net 30, 2/10 net 30, net 30 EOM, 15 prox, due on receipt");
  }

  /** Generous: these texts took minutes before, or filled the stack. */
  private static final Duration SOON = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(strings = {"\u0130", "x", "1/", "2/10 ", "net 30 then 1 day ", "5/10/25/", "\n"})
  void refusesAMegabyteOfTextAtOnce(String part) {
    String text = part.repeat((1 << 20) / part.length());
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentTerms.parse(text))
                .withMessageStartingWith("payment terms have more than 10000 characters: ")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200)));
  }

  @Test
  void showsThePlaceAndTheBeginningOfALongUnknownText() {
    String unknown = "\u0130".repeat(9_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentTerms.parse("net 30 " + unknown))
        .withMessage(
            "cannot read payment terms at position 8, expected the end: "
                + "\u0130".repeat(60)
                + "... (9000 characters)"
                + "\nMaybe: net 30, 2/10 net 30, net 30 EOM, 15 prox, due on receipt");
  }

  @Test
  void readsManyPaymentDaysAndMoves() {
    assertThat(PaymentTerms.parse("net 30 on 5" + "/10/25".repeat(1_500)))
        .hasToString("net 30 on 5/10/25");
    String moved = "net 30" + " then 1 day".repeat(900);
    assertThat(PaymentTerms.parse(moved)).hasToString(moved);
  }

  @Test
  void movesDueDatesOnlyIfToldTo() {
    LocalDate issued = LocalDate.of(2026, 1, 1);
    PaymentTerms saturday = PaymentTerms.net(30);
    BusinessCalendar weekends = BusinessCalendar.weekends();
    assertThat(saturday.dueDate(issued, weekends)).isEqualTo("2026-01-31");
    assertThat(saturday.adjusted(BusinessDayConvention.FOLLOWING).dueDate(issued, weekends))
        .isEqualTo("2026-02-02");
    assertThat(
            saturday.adjusted(BusinessDayConvention.MODIFIED_FOLLOWING).dueDate(issued, weekends))
        .isEqualTo("2026-01-30");
  }

  @Test
  void refusesTermsThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentTerms.net(-1))
        .withMessage("days must be between 0 and 3660: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentTerms.dayOfNextMonth(32))
        .withMessage("day of month must be between 1 and 31: 32");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PaymentTerms.net(30).discount(percent("2"), 10).discount(percent("3"), 20))
        .withMessage("a later discount is not smaller than a sooner one: 2/10, 3/20");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentTerms.net(30).discount(percent("100"), 10))
        .withMessage("discount is not between 0% and 100%: 100%");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EarlyPaymentDiscount.of(percent("1"), -1))
        .withMessage("discount days are negative: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EarlyPaymentDiscount.of(percent("1"), 1).grace(-2))
        .withMessage("discount days are negative: -2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EarlyPaymentDiscount.of(Money.eur("0.00"), 1))
        .withMessage("discount is not more than zero: 0.00 EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EarlyPaymentDiscount.of(percent("1"), 32).onDayOfNextMonth())
        .withMessage("day of month is not between 1 and 31: 32");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EarlyPaymentDiscount.of(percent("1"), 0).onDayOfNextMonth());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EarlyPaymentDiscount.of(percent("1"), 1).afterMonthEnd(32));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EarlyPaymentDiscount.of(percent("1"), 1).afterMonthEnd(0));
    assertThatIllegalArgumentException().isThrownBy(() -> PaymentDays.of(0));
    assertThatIllegalArgumentException().isThrownBy(() -> PaymentDays.of(32));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentTerms.cashOnDelivery().dueDate(LocalDate.EPOCH))
        .withMessage(
            "terms count from the receipt of the goods: due on receipt ROG\n"
                + "Maybe: give the day on which the customer received the goods");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PaymentTerms.net(30)
                    .discount(EarlyPaymentDiscount.of(Money.eur("2.00"), 10))
                    .discount(EarlyPaymentDiscount.of(Money.eur("2.00"), 20)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Instalment(LocalDate.EPOCH, Money.eur("0.00")));
  }

  @Test
  void graceEndsWithItsLastDay() {
    LocalDate friday = LocalDate.of(2026, 1, 30);
    assertThat(new GracePeriod(Days.businessDays(2)).lastDay(friday, BusinessCalendar.weekends()))
        .contains(LocalDate.of(2026, 2, 3));
    assertThat(GracePeriod.NONE).hasToString("0 days of grace");
  }
}
