package io.dunning.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.Jurisdiction;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    "US, SOLE_TRADER, 0, ''",
    "US, CONSUMER, 2, US_COLLECTOR",
    "US, BUSINESS, 0, ''",
    "DE, CONSUMER, 0, DE_COLLECTOR",
    "DE, CONSUMER, 1, ''",
    "DE, SOLE_TRADER, 0, ''",
    "DE, BUSINESS, 0, ''",
    "FR, BUSINESS, 0, FR_COLLECTOR",
    "FR, CONSUMER, 2, FR_COLLECTOR_LATER FR_MISE_EN_DEMEURE",
    "KR, CONSUMER, 1, KR_COLLECTOR",
    "KR, BUSINESS, 1, ''",
    "GB, CONSUMER, 2, ''",
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

  // England: the last letter before court, whatever it is called, if a person owes
  @ParameterizedTest
  @CsvSource({
    "CONSUMER, demand, 35, 1, GB_BEFORE_COURT",
    "SOLE_TRADER, demand, 30, 1, GB_BEFORE_COURT",
    "CONSUMER, notice, 35, 1, GB_BEFORE_COURT",
    "CONSUMER, notice, 35, 0, ''",
    "BUSINESS, demand, 11, 1, ''",
  })
  void theLetterBeforeCourtGivesThirtyDays(
      Customer.Kind kind, String last, int days, int place, String notices) {
    DunningPolicy policy = LetterFixture.toCourt(last(last), days);
    LetterContent content = letter(LetterFixture.NORD, policy, "GB", kind, place);
    assertThat(content.notices().stream().map(Enum::name).toList())
        .isEqualTo(notices.isEmpty() ? List.of() : List.of(notices));
    if (!notices.isEmpty()) {
      LocalDate reply = content.date().plusDays(30);
      assertThat(content.deadline()).contains(reply);
      assertThat(content.consequence().orElseThrow().kind()).isEqualTo(Consequence.Kind.COURT);
      String date = LetterFixture.date(reply);
      assertThat(LettersTest.flat(LETTERS.text(content, Locale.UK)))
          .contains("by " + date, "Please reply by " + date, "reply form", "Speicherweg 4");
      assertThatThrownBy(() -> LETTERS.sms(content, Locale.UK, 2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("gb-before-court");
    }
  }

  private static DunningAction last(String name) {
    return name.equals("demand")
        ? DunningAction.sendDemand(Channel.LETTER)
        : DunningAction.sendNotice(1, Channel.LETTER);
  }

  @ParameterizedTest
  @CsvSource({"demand, 29", "demand, 15", "notice, 11"})
  void aPolicyThatGoesToCourtTooSoonGetsNoLetter(String last, int days) {
    DunningPolicy policy = LetterFixture.toCourt(last(last), days);
    assertThatThrownBy(() -> letter(LetterFixture.NORD, policy, "GB", Customer.Kind.CONSUMER, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("law requires 30 days between this letter of 2026-07-08 and court")
        .hasMessageContaining("step \"file a claim\" comes on ")
        .hasMessageContaining("Maybe let it come later");
  }

  /** An agency comes first, so that no court and no forms are spoken of. */
  @Test
  void aDemandBeforeAnAgencySpeaksOfNoCourt() {
    LetterContent content =
        letter(LetterFixture.NORD, LetterFixture.byAccount(), "GB", Customer.Kind.CONSUMER, 2);
    assertThat(content.kind()).isEqualTo(LetterKind.DEMAND);
    assertThat(LETTERS.text(content, Locale.UK)).doesNotContain("court", "reply form");
  }

  /** The letters that the creditor wrote before are not the collector's. */
  @ParameterizedTest
  @CsvSource({"US, US_VALIDATION", "DE, DE_COLLECTOR", "FR, FR_COLLECTOR"})
  void theFirstLetterOfACollectorIsItsOwn(String country, RequiredNotice notice) {
    InvoiceHistory history =
        LetterFixture.account("1234.50")
            .invoices()
            .get(0)
            .with(
                LedgerEvent.stepTaken(LetterFixture.DUE.plusDays(5), "reminder", Channel.EMAIL),
                LedgerEvent.stepTaken(LetterFixture.DUE.plusDays(15), "notice", Channel.LETTER));
    Account account =
        Account.of(
            Customer.of("C-1").inCountry(country).ofKind(Customer.Kind.CONSUMER), List.of(history));
    LocalDate day = LetterFixture.DUE.plusDays(40);
    LetterContent content =
        LetterComposer.of(LetterFixture.EVALUATOR, COLLECTOR)
            .compose(
                LetterFixture.byAgency(),
                account,
                LetterFixture.EVALUATOR
                    .evaluate(LetterFixture.byAgency(), account, day)
                    .documents()
                    .get(0),
                PostalAddress.in(country, "12 High Street", "Smalltown"));
    assertThat(content.earlier()).hasSize(2);
    assertThat(content.notices()).contains(notice);
    assertThat(content.firstLetter()).isEmpty();
  }

  /** 12 CFR 1006.38(b): neither a demand nor a last day to pay beside the right to dispute. */
  @ParameterizedTest
  @EnumSource(Tone.class)
  void nothingOvershadowsTheRightToDispute(Tone tone) {
    DunningPolicy policy =
        DunningPolicy.named("hasty")
            .ladder(
                EscalationLadder.of(
                    hasty("first", 1, tone), hasty("second", 21, tone), hasty("third", 61, tone)))
            .conduct(Conduct.under().by(Jurisdiction.Collector.AGENCY))
            .build();
    for (int i = 0; i < 3; i++) {
      LetterContent content = letter(COLLECTOR, policy, "US", Customer.Kind.CONSUMER, i);
      boolean over = i == 2;
      assertThat(content.disputeBy().isEmpty()).isEqualTo(over);
      assertThat(content.deadline().isPresent()).isEqualTo(over);
      assertThat(content.kind()).isEqualTo(over ? LetterKind.DEMAND : LetterKind.NOTICE);
      String text = LettersTest.flat(LETTERS.text(content, Locale.UK));
      if (!over) {
        assertThat(content.disputeBy()).contains(LocalDate.of(2026, 7, 5));
        assertThat(content.consequence()).isEmpty();
        assertThat(text)
            .contains("You can dispute the debt, or ask us for information about it, until 5 July")
            .doesNotContain("require", "without delay", "Please pay", " now,", "last time");
      }
    }
  }

  private static EscalationStep hasty(String name, int day, Tone tone) {
    return EscalationStep.step(name)
        .at(Trigger.daysPastDue(day))
        .take(DunningAction.sendDemand(Channel.LETTER))
        .tone(tone)
        .grants(Days.calendarDays(10));
  }

  /** The reply section of the model form stands by itself, each prompt on its line. */
  @Test
  void theReplySectionIsAForm() {
    LetterContent content =
        letter(COLLECTOR, LetterFixture.byAgency(), "US", Customer.Kind.CONSUMER, 0);
    assertThat(LETTERS.text(content, Locale.US))
        .endsWith(
            """

            How do you want to respond?
            Check all that apply:
            I want to dispute the debt because I think:
            ( ) This is not my debt.
            ( ) The amount is wrong.
            ( ) Other (please describe on reverse or attach additional information).
            ( ) I want you to send me the name and address of the original creditor.
            Mail this form to: Nord Handels GmbH, Speicherweg 4, 28195 Bremen, GERMANY
            From: Kim Miller, 12 High Street, Smalltown 12345, UNITED STATES
            """);
    assertThat(LETTERS.html(content, Locale.US)).contains("<br>( ) This is not my debt.<br>");
  }

  @ParameterizedTest
  @CsvSource({"US, CONSUMER, US_COLLECTOR", "US, BUSINESS, ''", "DE, CONSUMER, ''"})
  void aCollectorSaysWhoItIsInThanks(String country, Customer.Kind kind, String notices) {
    Account account =
        Account.of(
            Customer.of("C-1").inCountry(country).ofKind(kind),
            List.of(
                LetterFixture.account("100.00")
                    .invoices()
                    .get(0)
                    .with(LedgerEvent.payment(LetterFixture.DUE, Money.eur("100.00")))));
    LetterContent content =
        LetterComposer.of(LetterFixture.EVALUATOR, COLLECTOR)
            .thank(account, LetterFixture.DUE.plusDays(1), PostalAddress.UNKNOWN)
            .orElseThrow();
    List<String> names = content.notices().stream().map(Enum::name).toList();
    assertThat(String.join(" ", names)).isEqualTo(notices);
    assertThat(LETTERS.text(content, Locale.US).contains("from a debt collector"))
        .isEqualTo(!notices.isEmpty());
  }

  /** Which law applies hangs on the country, so that another spelling of it is refused. */
  @ParameterizedTest
  @ValueSource(strings = {"UK", "EU", "ZZ"})
  void aCustomersCountryIsACode(String country) {
    Account account =
        Account.of(
            Customer.of("C-1").inCountry(country), LetterFixture.account("100.00").invoices());
    DunningPolicy policy = LetterFixture.byAgency();
    LetterFixture.Due due = LetterFixture.letters(policy, account).get(0);
    LetterComposer composer = LetterComposer.of(LetterFixture.EVALUATOR, COLLECTOR);
    assertThatThrownBy(
            () -> composer.compose(policy, account, due.document(), PostalAddress.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("country of customer C-1 is no country code of ISO 3166-1: ");
  }

  /** A country that nobody names is the sender's. */
  @Test
  void aCountryThatIsNotKnownIsTheSenders() {
    Account account = Account.of(Customer.of("C-1"), LetterFixture.account("100.00").invoices());
    DunningPolicy policy = LetterFixture.byAgency();
    LetterFixture.Due due = LetterFixture.letters(policy, account).get(0);
    assertThat(
            LetterComposer.of(LetterFixture.EVALUATOR, COLLECTOR)
                .compose(policy, account, due.document(), PostalAddress.UNKNOWN)
                .notices())
        .containsExactly(RequiredNotice.DE_COLLECTOR);
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
