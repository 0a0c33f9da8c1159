package io.dunning.letters;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.SMS;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.offerSettlement;
import static io.dunning.action.DunningAction.proposePlan;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.action.DunningAction.thankCustomer;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.charge.StatutoryInterest.Country.GERMANY;
import static io.dunning.letters.LetterFixture.DUE;
import static io.dunning.letters.LetterFixture.EVALUATOR;
import static io.dunning.letters.LetterFixture.NORD;
import static io.dunning.letters.LetterFixture.invoice;
import static io.dunning.letters.LettersTest.flat;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.Tone;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.StatutoryInterest;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters say nothing that the account contradicts. */
class LetterFactsTest {
  private static final Letters LETTERS = Letters.standard();
  private static final LetterComposer COMPOSER = LetterComposer.of(EVALUATOR, NORD);
  private static final LocalDate DAY = DUE.plusDays(14);

  private static DunningPolicy policy(EscalationStep... steps) {
    return DunningPolicy.named("facts").ladder(EscalationLadder.of(steps)).build();
  }

  private static Account account(InvoiceHistory... invoices) {
    return Account.of(Customer.of("C-1").named("Acme Ltd"), List.of(invoices));
  }

  private static InvoiceHistory hundred(String number) {
    return invoice(number, Money.eur("100.00"), DUE);
  }

  private static LetterContent content(DunningPolicy policy, Account account) {
    return COMPOSER.compose(
        policy,
        account,
        EVALUATOR.evaluate(policy, account, DAY).documents().get(0),
        PostalAddress.UNKNOWN);
  }

  private static String text(LetterContent content) {
    return flat(LETTERS.text(content, Locale.UK));
  }

  private static EscalationStep notice() {
    return step("notice").at(daysPastDue(3)).take(sendNotice(1, LETTER));
  }

  @Test
  void aDocumentOfAnotherCustomerIsRefused() {
    DunningPolicy policy = policy(notice().tone(Tone.FRIENDLY));
    Account acme = account(hundred("A"));
    Account other = Account.of(Customer.of("C-2"), List.of(hundred("A")));
    var document = EVALUATOR.evaluate(policy, acme, DAY).documents().get(0);
    assertThatThrownBy(() -> COMPOSER.compose(policy, other, document, PostalAddress.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("document is about another customer than the account C-2: C-1");
    Account less = account(hundred("B"));
    assertThatThrownBy(() -> COMPOSER.compose(policy, less, document, PostalAddress.UNKNOWN))
        .hasMessage("document is about invoices that the account does not have: [A]");
  }

  // thanks

  @Test
  void aPaymentThatBouncedGetsNoThanks() {
    Account paid =
        account(
            hundred("A")
                .with(
                    LedgerEvent.payment(DUE.plusDays(1), Money.eur("40.00")),
                    LedgerEvent.payment(DUE.plusDays(3), Money.eur("60.00")),
                    LedgerEvent.paymentReversed(DUE.plusDays(5), Money.eur("60.00"))));
    assertThat(COMPOSER.thank(paid, DUE.plusDays(4), PostalAddress.UNKNOWN).orElseThrow().paid())
        .contains(new LetterContent.DatedAmounts(List.of(Money.eur("60.00")), DUE.plusDays(3)));
    assertThat(COMPOSER.thank(paid, DAY, PostalAddress.UNKNOWN).orElseThrow().paid())
        .contains(new LetterContent.DatedAmounts(List.of(Money.eur("40.00")), DUE.plusDays(1)));
    Account nothing =
        account(
            hundred("A")
                .with(
                    LedgerEvent.payment(DUE.plusDays(1), Money.eur("40.00")),
                    LedgerEvent.paymentReversed(DUE.plusDays(5), Money.eur("40.00"))));
    assertThat(COMPOSER.thank(nothing, DAY, PostalAddress.UNKNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "40.00, €60.00 of invoice A is still outstanding., This settles",
    "100.00, This settles invoice A. There is nothing more for you to do., outstanding",
  })
  void thanksSayWhatIsStillOpen(String amount, String said, String unsaid) {
    Account paid = account(hundred("A").with(LedgerEvent.payment(DUE, Money.eur(amount))));
    assertThat(text(COMPOSER.thank(paid, DAY, PostalAddress.UNKNOWN).orElseThrow()))
        .contains(said)
        .doesNotContain(unsaid);
  }

  @Test
  void aStepThatThanksIsWritten() {
    DunningPolicy policy = policy(step("thanks").at(daysPastDue(3)).take(thankCustomer(EMAIL)));
    Account paid = account(hundred("A").with(LedgerEvent.payment(DUE, Money.eur("40.00"))));
    assertThat(text(content(policy, paid))).contains("your payment of €40.00, made on 29 May 2026");
    assertThatThrownBy(() -> content(policy, account(hundred("A"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing was paid until 2026-06-12");
  }

  // promises

  private static LetterContent promise(DunningPolicy policy, Account account) {
    return COMPOSER.confirmPromise(policy, account, DAY, PostalAddress.UNKNOWN).orElseThrow();
  }

  @Test
  void promisesAboutSeveralInvoicesAreConfirmedTogether() {
    LedgerEvent first = LedgerEvent.promise(DUE, Money.eur("100.00"), DAY.plusDays(10));
    Account same = account(hundred("A").with(first), hundred("B").with(first), hundred("C"));
    assertThat(text(promise(policy(notice()), same)))
        .contains("pay €200.00 for invoices A and B by 22 June 2026")
        .doesNotContain("not covered");
    LedgerEvent later = LedgerEvent.promise(DUE, Money.eur("60.00"), DAY.plusDays(20));
    Account unlike = account(hundred("A").with(first), hundred("B").with(later));
    assertThat(LETTERS.text(promise(policy(notice()), unlike), Locale.UK))
        .contains("on the days below", "A        22 June 2026  €100.00")
        .contains(
            "B        2 July 2026    €60.00", "Amount: €100.00", "A further €40.00 is not covered");
  }

  @Test
  void aPromiseOfMoreThanIsOwedIsConfirmedAsWhatIsOwed() {
    LedgerEvent promise = LedgerEvent.promise(DUE, Money.eur("150.00"), DAY.plusDays(10));
    assertThat(promise(policy(notice()), account(hundred("A").with(promise))).promised())
        .contains(new LetterContent.DatedAmounts(List.of(Money.eur("100.00")), DAY.plusDays(10)));
  }

  @Test
  void feesAndInterestAreNotPartOfAPromise() {
    LedgerEvent promise = LedgerEvent.promise(DUE.plusDays(2), DAY.plusDays(10));
    LetterContent content =
        promise(LetterFixture.everyLetter(), account(hundred("A").with(promise)));
    assertThat(content.promised().orElseThrow().amounts()).containsExactly(Money.eur("100.00"));
    assertThat(content.notPromised()).containsExactly(Money.eur("40.39"));
  }

  // what is due, paid and disputed

  @Test
  void ofSeveralDueDatesTheOldestIsCalledTheOldest() {
    DunningPolicy policy =
        DunningPolicy.named("facts")
            .per(AccountRules.Unit.ACCOUNT)
            .ladder(EscalationLadder.of(notice()))
            .build();
    Account account = account(hundred("A"), invoice("B", Money.eur("2000.00"), DUE.plusDays(10)));
    for (Tone tone : Tone.values()) {
      LetterContent content = LettersTest.toned(content(policy, account), tone);
      assertThat(text(content)).contains("29 May 2026 (the oldest invoice)");
    }
    assertThat(text(content(policy, account(hundred("A"))))).doesNotContain("the oldest");
  }

  @Test
  void aPartPaymentIsNotDenied() {
    Account account =
        account(hundred("A").with(LedgerEvent.payment(DUE.plusDays(3), Money.eur("60.00"))));
    LetterContent content = content(policy(notice()), account);
    for (Locale each : LetterFixture.LOCALES) {
      String text = flat(LETTERS.text(content, each));
      assertThat(text).containsPattern("€?100[.,]00").containsPattern("€?60[.,]00");
    }
    assertThat(text(content))
        .contains("Thank you for the €60.00 that you have paid. €40.00 for invoice A")
        .contains("Invoiced Outstanding A 29 Apr 2026 29 May 2026 14 €100.00 €40.00")
        .doesNotContain("We have not received your payment");
  }

  @Test
  void whatWaitsToBeMatchedIsNotDenied() {
    Account account =
        account(hundred("A")).with(LedgerEvent.payment(DUE.plusDays(3), Money.eur("140.00")));
    assertThat(text(content(policy(notice()), account)))
        .contains("We hold €140.00 in your favour that is not matched to an invoice.")
        .doesNotContain("not received your payment.");
  }

  @Test
  void offersCoverWhatIsDisputedAndSaySo() {
    Account account =
        account(hundred("A").with(LedgerEvent.dispute(DUE, Money.eur("30.00"), "quality")));
    DunningPolicy policy =
        DunningPolicy.named("facts")
            .ladder(
                EscalationLadder.of(step("offer").at(daysPastDue(3)).take(offerSettlement(EMAIL))))
            .settlement(SettlementRule.lumpSum(percent("70")).validFor(calendarDays(14)))
            .build();
    assertThat(text(content(policy, account)))
        .contains(
            "You owe us €100.00",
            "Total owed €100.00",
            "This includes the €30.00 that you dispute.")
        .doesNotContain("Less disputed", "We do not ask for that part");
    DunningPolicy plan =
        DunningPolicy.named("facts")
            .ladder(EscalationLadder.of(step("plan").at(daysPastDue(3)).take(proposePlan(EMAIL))))
            .plans(PlanRule.monthly(3))
            .build();
    assertThat(text(content(plan, account)))
        .contains("€100.00 for invoice A is overdue", "Total owed €100.00")
        .doesNotContain("Less disputed", "We do not ask for that part");
  }

  /** A debt below the minimum is paid at once, and no language speaks of parts. */
  @ParameterizedTest
  @CsvSource({
    "en, A date for your payment, '€100.00 for invoice A is overdue. You can pay it in one payment on'",
    "de, Vorschlag für Ihre Zahlung, mit einer einzigen Zahlung am",
    "fr, Proposition de règlement, en une seule fois le",
    "ko, 납부 제안, 한 번에 납부하실",
  })
  void aPlanOfOnePartIsOnePayment(Locale locale, String subject, String opening) {
    DunningPolicy plan =
        DunningPolicy.named("facts")
            .ladder(EscalationLadder.of(step("plan").at(daysPastDue(3)).take(proposePlan(EMAIL))))
            .plans(PlanRule.monthly(3).ofAtLeast(Money.eur("150.00")))
            .build();
    LetterContent content = content(plan, account(hundred("A")));
    assertThat(LETTERS.subject(content, locale)).startsWith(subject);
    assertThat(flat(LETTERS.text(content, locale)))
        .contains(opening)
        .doesNotContainPattern(
            "\\b1 (part|Rate|fois|échéance)|each part|jede Rate|Ratenzahlung|L’échéancier|1회|분할");
    assertThat(LETTERS.sms(content, locale, 2).text())
        .doesNotContainPattern("\\b1 (part|Rate|fois)|1회|분할|분납");
  }

  // German has a term of law for it, and counts its notices
  @ParameterizedTest
  @CsvSource({"true, in Verzug", "false, ''"})
  void aGermanNoticeSaysItsNumberAndThatTheCustomerIsInDefault(boolean interest, String words) {
    EscalationStep second = step("notice").at(daysPastDue(3)).take(sendNotice(2, LETTER));
    ChargeRules charges =
        interest
            ? ChargeRules.of(StatutoryInterest.of(GERMANY).businessToBusiness())
            : ChargeRules.of();
    DunningPolicy policy =
        DunningPolicy.named("facts").ladder(EscalationLadder.of(second)).charges(charges).build();
    LetterContent content = content(policy, account(hundred("A")));
    assertThat(content.noticeNumber()).hasValue(2);
    assertThat(LETTERS.subject(content, Locale.GERMANY)).isEqualTo("2. Mahnung: Rechnung A");
    String text = flat(LETTERS.text(content, Locale.GERMANY));
    assertThat(text).contains(words);
    assertThat(text.contains("Verzug.")).isEqualTo(interest);
  }

  @Test
  void aSettlementInPartsAsksForTheFirstPart() {
    DunningPolicy policy =
        DunningPolicy.named("facts")
            .ladder(
                EscalationLadder.of(step("offer").at(daysPastDue(3)).take(offerSettlement(EMAIL))))
            .settlement(
                SettlementRule.lumpSum(percent("70")).inInstalments(3).validFor(calendarDays(14)))
            .build();
    LetterContent content = content(policy, account(hundred("A")));
    assertThat(text(content)).contains("Amount: €23.33");
    Phrases phrases = Phrases.load("en", null);
    assertThat(
            new LetterPage(content, phrases, new LetterFormat(phrases, Locale.UK))
                .code()
                .orElseThrow()
                .amount())
        .hasValueSatisfying(a -> assertThat(a).isEqualByComparingTo("23.33"));
  }

  @Test
  void creditsTakenOffAreNeverMoreThanIsOwed() {
    DunningPolicy policy =
        DunningPolicy.named("facts")
            .per(AccountRules.Unit.ACCOUNT)
            .credits(AccountRules.Credits.NET)
            .ladder(EscalationLadder.of(notice()))
            .build();
    Account account =
        account(hundred("A"), invoice("B", Money.usd("50.00"), DUE))
            .with(LedgerEvent.payment(DUE, Money.eur("150.00")));
    LetterContent content = content(policy, account);
    for (LetterContent.Total each : content.totals()) {
      assertThat(each.creditsTaken())
          .isLessThanOrEqualTo(Money.zero(each.toPay().currency()).plus(each.asked()));
    }
  }

  // what happens

  @Test
  void whatTheStepItselfDoesIsSaid() {
    DunningPolicy policy =
        policy(step("stop").at(daysPastDue(3)).take(sendNotice(2, EMAIL), stopSupply()));
    LetterContent content = content(policy, account(hundred("A")));
    assertThat(content.effect()).contains(Consequence.Kind.STOP_SUPPLY);
    assertThat(text(content)).contains("As of today, we are stopping further deliveries");
    assertThat(content(policy(notice()), account(hundred("A"))).effect()).isEmpty();
  }

  @Test
  void aSevereStepBeforeTheLastDayIsAnnouncedWithItsOwnDay() {
    DunningPolicy policy =
        policy(
            notice().grants(calendarDays(40)),
            step("stop").at(daysPastDue(20)).take(stopSupply()),
            step("court").at(daysPastDue(90)).take(fileClaim()));
    assertThat(text(content(policy, account(hundred("A")))))
        .contains("Please pay €100.00 by 22 July 2026")
        .contains("If your payment does not reach us by 17 June 2026, we will stop further");
  }

  @Test
  void interestThatGoesOnIsToldByTheDay() {
    LetterContent content =
        LetterFixture.content(
            LetterFixture.everyLetter(), LetterFixture.account("1234.50"), "demand");
    // 1,234.50 EUR at 10.52 percent for one day of 365
    assertThat(content.interestPerDay()).containsExactly(Money.eur("0.36"));
    assertThat(text(content)).contains("at present about €0.36 a day");
  }

  // text messages say what the letter is for, or are refused

  @ParameterizedTest
  @CsvSource({"INV-1, 1", "INV-2026-HAMBURG-000012345, 1", "FV/2026/Łódź/0015, 1", "INV-1, 2"})
  void aTextMessageOfAnOfferNamesTheOffer(String number, int parts) {
    DunningPolicy policy =
        DunningPolicy.named("facts")
            .ladder(
                EscalationLadder.of(step("offer").at(daysPastDue(3)).take(offerSettlement(SMS))))
            .settlement(SettlementRule.lumpSum(percent("70")).validFor(calendarDays(14)))
            .build();
    LetterContent content = content(policy, account(hundred(number)));
    for (Locale each : LetterFixture.LOCALES) {
      String text;
      try {
        text = LETTERS.sms(content, each, parts).text();
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("does not fit");
        continue;
      }
      assertThat(text).containsPattern("70[.,]00").contains("26");
    }
    assertThat(LETTERS.sms(content, Locale.UK, 2).text()).containsPattern("€70.00 .*€100.00");
  }
}
