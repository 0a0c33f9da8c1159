package io.dunning.terms;

import static io.dunning.money.Percentage.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunning.Table;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.BusinessDayConvention;
import io.dunning.calendar.Days;
import io.dunning.money.Money;
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
          Map.entry("2% 10th PROX NET 25th", PaymentTerms.dayOfNextMonth(25)),
          Map.entry("31 MFI (clamped)", PaymentTerms.dayOfNextMonth(31)),
          Map.entry("10th PROX cut-off 25", PaymentTerms.dayOfNextMonth(10, 25)),
          Map.entry("NET 1 MONTHS (clamp)", PaymentTerms.netMonths(1)),
          Map.entry("NET 12 MONTHS (clamp)", PaymentTerms.netMonths(12)),
          Map.entry("CIA", PaymentTerms.dueOnReceipt()));

  static Stream<Table.Row> dueDates() {
    return Table.rows("vectors/payment_terms_due_dates.csv")
        .filter(r -> BUILT.containsKey(r.get("term")));
  }

  @ParameterizedTest
  @MethodSource("dueDates")
  void findsTheDueDate(Table.Row row) {
    LocalDate issued = LocalDate.parse(row.get("invoice_date"));
    PaymentTerms terms = BUILT.get(row.get("term"));
    assertThat(terms.dueDate(issued)).isEqualTo(row.get("due_date"));
    if (!terms.discounts().isEmpty()) {
      assertThat(terms.lastDiscountDay(issued))
          .contains(LocalDate.parse(row.get("last_discount_date")));
    }
  }

  @Test
  void coversEveryRowOfTheTableThatIsBuilt() {
    assertThat(dueDates()).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net 30",
        "due on receipt",
        "2/10 net 30",
        "3/10 2/20 net 60",
        "2.5/10 EOM",
        "EOM",
        "EOM + 45",
        "EOM next",
        "net 30 EOM",
        "15 prox",
        "10 prox cut-off 25",
        "net 2 weeks",
        "net 1 month"
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
          15            | cannot read payment terms at position 3, expected prox or days: nothing more
          """)
  void saysWhereItStoppedUnderstanding(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentTerms.parse(text))
        .withMessageStartingWith(message)
        .withMessageEndingWith("\nMaybe: net 30, 2/10 net 30, net 30 EOM, 15 prox, due on receipt");
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
    assertThatIllegalArgumentException().isThrownBy(() -> PaymentTerms.net(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> PaymentTerms.dayOfNextMonth(32));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PaymentTerms.net(30).discount(percent("2"), 10).discount(percent("3"), 20))
        .withMessage("a later discount is not smaller than a sooner one: 2/10, 3/20");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PaymentTerms.net(30).discount(percent("100"), 10))
        .withMessage("discount is not between 0% and 100%: 100%");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EarlyPaymentDiscount(percent("1"), -1));
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
