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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    "FR, CONSUMER, 2, FR_COLLECTOR FR_MISE_EN_DEMEURE",
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

  /** Law and what of it the English text of a letter shows; the letter is the country's first. */
  private static final Map<String, List<String>> SHOWN =
      Map.ofEntries(
          Map.entry("12 CFR 1006.18(e)(1), 1006.34(c)(1)", List.of("attempt to collect a debt")),
          Map.entry(
              "12 CFR 1006.34(c)(2)(i)", List.of("Nord Handels GmbH", "Speicherweg 4", "Bremen")),
          Map.entry("12 CFR 1006.34(c)(2)(ii)", List.of("Kim Miller", "12 High Street")),
          Map.entry("12 CFR 1006.34(c)(2)(iv)", List.of("Customer number: C-1", "INV-1015")),
          Map.entry("12 CFR 1006.34(c)(2)(v)", List.of("Blue Lake Inc")),
          Map.entry("12 CFR 1006.34(b)(3), (c)(2)(vi)", List.of("On 29 April 2026 you owed")),
          Map.entry("12 CFR 1006.34(c)(2)(vii)", List.of("you owed: €1,234.50")),
          Map.entry(
              "12 CFR 1006.34(c)(2)(viii)",
              List.of(
                  "charged interest of: €0.00",
                  "charged fees of: €0.00",
                  "paid for: €0.00",
                  "credited: €0.00")),
          Map.entry("12 CFR 1006.34(c)(2)(ix)", List.of("amount of the debt now: €1,234.50")),
          Map.entry(
              "12 CFR 1006.34(c)(3)(i)",
              List.of("write to us by 5 July 2026, we must stop collection on any amount")),
          Map.entry("12 CFR 1006.34(c)(3)(ii)", List.of("original creditor, we must stop")),
          Map.entry(
              "12 CFR 1006.34(c)(3)(iii)",
              List.of("by 5 July 2026, we will assume that our information is correct")),
          Map.entry(
              "12 CFR 1006.34(c)(4)", List.of("How do you want to respond?", "Mail this form to:")),
          Map.entry(
              "12 CFR 1006.34(c)(4)(i)",
              List.of(
                  "I want to dispute the debt because I think: ( ) This is not my debt. ( ) The"
                      + " amount is wrong. ( ) Other")),
          Map.entry(
              "12 CFR 1006.34(c)(4)(ii)",
              List.of("I want you to send me the name and address of the original creditor")),
          Map.entry(
              "12 CFR 1006.34(c)(4)(iii)",
              List.of("to: Nord Handels GmbH, Speicherweg 4", "From: Kim Miller, 12 High")),
          Map.entry("RDG 13a(1) no.1", List.of("We collect this debt for Blue Lake Inc")),
          Map.entry("RDG 13a(1) no.2", List.of("INV-1015", "29 Apr 2026")),
          Map.entry("RDG 13a(1) no.8", List.of("Bundesamt für Justiz, 53094 Bonn")),
          Map.entry("CPCE R124-4 1°", List.of("We collect this debt amicably", "Speicherweg 4")),
          Map.entry("CPCE R124-4 2°", List.of("on behalf of Blue Lake Inc, 1 Main St")),
          Map.entry("CPCE R124-4 3°, L111-8", List.of("INV-1015", "€1,234.50")),
          Map.entry("CPCE R124-4 4°", List.of("Please pay €1,234.50", "DE89 3704")),
          Map.entry("CPCE R124-4 5°", List.of("article L111-8", "remain payable by the creditor")),
          Map.entry(
              "Fair Debt Collection Act s.6(1) no.1",
              List.of("In charge: Jana Petersen, +49 421 555 01 23")),
          Map.entry(
              "Fair Debt Collection Act s.6(1) no.2",
              List.of("for Blue Lake Inc", "€1,234.50", "Days overdue")),
          Map.entry(
              "Fair Debt Collection Act s.6(1) no.3",
              List.of("Bank transfer to Nord Handels GmbH", "IBAN: DE89")),
          Map.entry(
              "Fair Debt Collection Act s.13, s.13-2", List.of("list of the costs of collection")));

  @Test
  void theFirstLetterShowsWhatTheLawRequires() {
    List<String> checked = new ArrayList<>();
    Map<String, String> texts =
        Map.of("US", first("US"), "DE", first("DE"), "FR", first("FR"), "KR", first("KR"));
    Csv.rows("letter_contents.csv")
        .filter(r -> r.get("required").equals("must") && SHOWN.containsKey(law(r)))
        .forEach(
            r -> {
              assertThat(texts.get(r.get("country"))).as(law(r)).contains(SHOWN.get(law(r)));
              checked.add(law(r));
            });
    assertThat(checked).containsAll(SHOWN.keySet());
  }

  private static String law(Map<String, String> row) {
    return row.get("law_or_practice");
  }

  private static String first(String country) {
    return LETTERS
        .text(
            letter(COLLECTOR, LetterFixture.byAgency(), country, Customer.Kind.CONSUMER, 0),
            Locale.UK)
        .replaceAll("\\s+", " ");
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
            "law requires facts that the sender does not give: the client's name, the supervising"
                + " authority");
  }
}
