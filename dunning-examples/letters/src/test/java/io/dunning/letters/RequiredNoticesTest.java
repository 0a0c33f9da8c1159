package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredNoticesTest {
  private static final Letters LETTERS = Letters.standard();
  private static final Sender COLLECTOR =
      LetterFixture.NORD
          .onBehalfOf("Blue Lake Inc", PostalAddress.in("US", "1 Main St", "Reno NV 89501"))
          .supervisedBy("Bundesamt für Justiz, 53094 Bonn, poststelle@bfj.example");

  /** A letter of a policy to a customer in a country; the place counts from 0. */
  private static LetterContent letter(
      Sender sender, DunningPolicy policy, String country, Customer.Kind kind, int place) {
    Account base = LetterFixture.account("1234.50");
    Customer customer = Customer.of("C-1").named("Kim Miller").inCountry(country).ofKind(kind);
    Account account = Account.of(customer, base.invoices());
    return LetterComposer.of(LetterFixture.EVALUATOR, sender)
        .compose(
            policy,
            LetterFixture.letters(policy, account).get(place).account(),
            LetterFixture.letters(policy, account).get(place).document(),
            PostalAddress.in(country, "12 High Street", "Smalltown 12345"));
  }

  // agency or creditor, first or later letter, kind of customer, country: which notices
  @ParameterizedTest
  @CsvSource({
    "US, CONSUMER, 0, US_COLLECTOR_FIRST US_VALIDATION",
    "US, CONSUMER, 1, US_COLLECTOR US_OPT_OUT",
    "US, CONSUMER, 2, US_COLLECTOR",
    "US, BUSINESS, 0, ''",
    "DE, CONSUMER, 0, DE_COLLECTOR",
    "DE, CONSUMER, 1, ''",
    "DE, BUSINESS, 0, ''",
    "FR, BUSINESS, 0, FR_COLLECTOR",
    "FR, CONSUMER, 2, FR_COLLECTOR FR_COLLECTOR_LATER FR_MISE_EN_DEMEURE",
    "KR, CONSUMER, 1, KR_COLLECTOR",
    "KR, BUSINESS, 1, ''",
    "GB, CONSUMER, 2, GB_BEFORE_COURT",
    "GB, SOLE_TRADER, 2, GB_BEFORE_COURT",
    "GB, BUSINESS, 2, ''",
    "GB, CONSUMER, 0, ''",
  })
  void aCollectorGivesTheNoticesOfTheCountry(
      String country, Customer.Kind kind, int place, String notices) {
    LetterContent content = letter(COLLECTOR, LetterFixture.byAgency(), country, kind, place);
    List<String> names = content.notices().stream().map(Enum::name).toList();
    assertThat(String.join(" ", names)).isEqualTo(notices);
  }

  @Test
  void aCreditorGivesNoNoticesOfACollector() {
    for (String country : List.of("US", "DE", "FR", "KR")) {
      assertThat(
              letter(
                      LetterFixture.NORD,
                      LetterFixture.byAccount(),
                      country,
                      Customer.Kind.CONSUMER,
                      0)
                  .notices())
          .isEmpty();
    }
  }

  @Test
  void aDemandToAPersonInEnglandNamesTheThirtyDaysAndTheReplyForm() {
    LetterContent content =
        letter(LetterFixture.NORD, LetterFixture.byAccount(), "GB", Customer.Kind.CONSUMER, 2);
    assertThat(content.kind()).isEqualTo(LetterKind.DEMAND);
    assertThat(LettersTest.flat(LETTERS.text(content, Locale.UK)))
        .contains("before 30 days have passed", "reply form", "Speicherweg 4", "further interest");
  }

  @Test
  void theFrenchDemandIsCalledMiseEnDemeure() {
    LetterContent content =
        letter(LetterFixture.NORD, LetterFixture.byAccount(), "FR", Customer.Kind.BUSINESS, 2);
    for (Locale each : LetterFixture.LOCALES) {
      assertThat(LettersTest.flat(LETTERS.text(content, each)))
          .containsIgnoringCase("mise en demeure");
    }
  }

  /** 12 CFR 1006.34(b)(5), with the holidays of the United States. */
  @ParameterizedTest
  @CsvSource({"2026-01-15, 2026-02-22", "2025-12-22, 2026-01-29"})
  void theValidationPeriodEndsThirtyDaysAfterReceipt(LocalDate sent, LocalDate ends) {
    BusinessCalendar calendar =
        BusinessCalendar.weekends()
            .withHolidays(
                List.of(
                    LocalDate.of(2025, 12, 25),
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 1, 19)),
                new DateSpan(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31)));
    DunningEvaluator evaluator = DunningEvaluator.on(calendar);
    Account account =
        Account.of(
            Customer.of("C-1").inCountry("US"),
            List.of(
                InvoiceHistory.of(
                    Invoice.of("A", Money.usd("50.00"), sent.minusDays(40), sent.minusDays(10)))));
    LetterContent content =
        LetterComposer.of(evaluator, COLLECTOR)
            .compose(
                LetterFixture.byAgency(),
                account,
                evaluator.evaluate(LetterFixture.byAgency(), account, sent).documents().get(0),
                PostalAddress.in("US", "12 High Street", "Smalltown"));
    assertThat(content.validations()).hasSize(1);
    assertThat(content.validations().get(0).endsOn()).isEqualTo(ends);
    assertThat(content.consequence()).isEmpty();
  }

  @Test
  void aLetterIsNotMadeWithoutWhatTheLawRequires() {
    assertThatThrownBy(
            () ->
                letter(
                    LetterFixture.NORD, LetterFixture.byAgency(), "DE", Customer.Kind.CONSUMER, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "law requires facts that the sender does not give: the client's name, the client's"
                + " address, the supervising authority");
  }
}
