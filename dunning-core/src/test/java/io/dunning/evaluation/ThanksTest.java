package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.contact;
import static io.dunning.event.LedgerEvent.credit;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.restricted;
import static io.dunning.event.LedgerEvent.voided;
import static io.dunning.event.LedgerEvent.writtenOff;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.event.ContactEvent.Contact;
import io.dunning.event.ContactEvent.Purpose;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Tolerance;
import io.dunning.policy.AccountRules.Unit;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thanks to who has just paid. */
class ThanksTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final LedgerEvent PAID = payment(day(10), eur("100.00"));

  private static LocalDate day(int pastDue) {
    return DUE.plusDays(pastDue);
  }

  private static PolicyDraft draft() {
    return DunningPolicy.named("polite")
        .thanksWithin(calendarDays(5))
        .ladder(EscalationLadder.of(step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL))));
  }

  private static Recommendation on(int pastDue, LedgerEvent... events) {
    return EVALUATOR.evaluate(
        draft().build(), Fixtures.history("I-1", eur("100.00"), DUE, events), day(pastDue));
  }

  private static LedgerEvent thanks(int on) {
    return new Contact(day(on), EMAIL).withPurpose(Purpose.THANKS);
  }

  @Test
  void whoPaidIsThankedOnceAndInTime() {
    Recommendation paid = on(10, PAID);
    assertThat(paid.verdict()).isEqualTo(Verdict.CLOSED);
    assertThat(paid.reason()).isEqualTo(new DueReason.ThanksDue(day(10), day(15)));
    assertThat(paid.reviewOn()).contains(day(16));
    assertThat(on(15, PAID).rule()).isEqualTo(Rule.THANKS);
    assertThat(on(16, PAID).rule()).isEqualTo(Rule.CLOSED);
    assertThat(on(16, PAID).reviewOn()).isEmpty();
    assertThat(on(12, PAID, thanks(11)).rule()).isEqualTo(Rule.CLOSED);
    // an earlier thank-you was for something else
    assertThat(on(12, thanks(9), PAID).rule()).isEqualTo(Rule.THANKS);
    LedgerEvent bounced = paymentReversed(day(12), eur("100.00"));
    LedgerEvent again = payment(day(20), eur("100.00"));
    assertThat(on(21, PAID, thanks(11), bounced, again).rule()).isEqualTo(Rule.THANKS);
  }

  @Test
  void nobodyIsThankedUnlessThePolicySaysSo() {
    DunningPolicy plain = DunningPolicy.named("plain").ladder(draft().build().ladder()).build();
    InvoiceHistory paid = Fixtures.history("I-1", eur("100.00"), DUE, PAID);
    assertThat(EVALUATOR.evaluate(plain, paid, day(10)).rule()).isEqualTo(Rule.CLOSED);
    assertThat(draft().build().toString()).contains("thanks within 5 days of a payment");
  }

  @Test
  void whatWasNotPaidEarnsNoThanks() {
    assertThat(on(11, credit(day(10), eur("100.00"))).rule()).isEqualTo(Rule.CLOSED);
    assertThat(on(11, writtenOff(day(10))).rule()).isEqualTo(Rule.CLOSED);
    assertThat(on(11, payment(day(10), eur("40.00")), writtenOff(day(10))).rule())
        .isEqualTo(Rule.CLOSED);
    assertThat(on(11, voided(day(10))).rule()).isEqualTo(Rule.CLOSED);
    assertThat(on(11, payment(day(8), eur("40.00")), credit(day(10), eur("60.00"))).rule())
        .isEqualTo(Rule.CLOSED);
  }

  @Test
  void aDifferenceWithinTheToleranceIsNoReasonToBeRude() {
    DunningPolicy tolerant = draft().tolerance(Tolerance.upTo(eur("1.00"))).build();
    InvoiceHistory history =
        Fixtures.history("I-1", eur("100.00"), DUE, payment(day(10), eur("99.50")));
    assertThat(EVALUATOR.evaluate(tolerant, history, day(11)).rule()).isEqualTo(Rule.THANKS);
  }

  @Test
  void onlyTheLastPaymentOfAnAccountThatOwesNothingOverdueIsThankedFor() {
    InvoiceHistory first = Fixtures.history("I-1", eur("100.00"), DUE, PAID);
    InvoiceHistory second =
        Fixtures.history("I-2", eur("50.00"), DUE, payment(day(12), eur("50.00")));
    InvoiceHistory open = Fixtures.history("I-3", eur("70.00"), day(13));
    assertThat(rules(Unit.INVOICE, 12, first, second)).containsExactly(Rule.CLOSED, Rule.THANKS);
    assertThat(rules(Unit.ACCOUNT, 12, first, second)).containsExactly(Rule.THANKS);
    Account all = Account.of(Customer.of("C"), List.of(first, second, open));
    List<Recommendation> now = EVALUATOR.evaluate(draft().build(), all, day(13)).recommendations();
    assertThat(now.get(1).rule()).isEqualTo(Rule.THANKS);
    assertThat(now.get(1).reviewOn()).contains(day(14));
    assertThat(rules(Unit.INVOICE, 14, first, second, open))
        .containsExactly(Rule.CLOSED, Rule.CLOSED, Rule.TOO_EARLY);
  }

  @Test
  void whoIsOverdueWithAnotherInvoiceIsNotThankedUntilThatIsSettled() {
    InvoiceHistory paid = Fixtures.history("I-1", eur("100.00"), DUE, PAID);
    InvoiceHistory overdue = Fixtures.history("I-2", eur("50.00"), DUE);
    Recommendation now = now(Unit.INVOICE, account(paid, overdue), 12).get(0);
    assertThat(now.rule()).isEqualTo(Rule.CLOSED);
    assertThat(now.reviewOn()).isEmpty();
  }

  @Test
  void thanksEndAlsoWhereTheCalendarEnds() {
    DunningEvaluator shortSighted =
        DunningEvaluator.on(
            BusinessCalendar.weekends()
                .withHolidays(List.of(), new DateSpan(DUE.minusYears(1), day(11))));
    DunningPolicy polite = draft().thanksWithin(businessDays(5)).build();
    InvoiceHistory paid = Fixtures.history("I-1", eur("100.00"), DUE, PAID);
    Recommendation now = shortSighted.evaluate(polite, paid, day(10));
    assertThat(now.reason()).isEqualTo(new DueReason.ThanksDue(day(10), day(15)));
    assertThat(now.reviewOn()).contains(day(16));
    Account owing = account(paid, Fixtures.history("I-2", eur("50.00"), DUE));
    Recommendation closed = BothWays.decide(shortSighted, polite, owing, day(10)).get(0);
    assertThat(closed.rule()).isEqualTo(Rule.CLOSED);
    assertThat(closed.reviewOn()).isEmpty();
  }

  private static List<Rule> rules(Unit unit, int pastDue, InvoiceHistory... histories) {
    return EVALUATOR
        .evaluate(
            draft().per(unit).build(),
            Account.of(Customer.of("C"), List.of(histories)),
            day(pastDue))
        .recommendations()
        .stream()
        .map(Recommendation::rule)
        .toList();
  }

  @Test
  void nobodyIsThankedDuringARestriction() {
    LedgerEvent breathing = restricted(day(5), Restriction.BREATHING_SPACE, day(12));
    assertThat(on(12, breathing, PAID).rule()).isEqualTo(Rule.CLOSED);
    assertThat(on(12, breathing, PAID).reviewOn()).contains(day(13));
    assertThat(on(13, breathing, PAID).rule()).isEqualTo(Rule.THANKS);
  }

  // thanks that were said

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # on which day they were said, and where; the payment is of the 10th, today is the 12th
          9  | invoice | THANKS
          10 | invoice | CLOSED
          12 | invoice | CLOSED
          13 | invoice | THANKS
          9  | other   | THANKS
          10 | other   | CLOSED
          12 | other   | CLOSED
          13 | other   | THANKS
          9  | account | THANKS
          10 | account | CLOSED
          12 | account | CLOSED
          13 | account | THANKS
          """,
      delimiter = '|')
  void thanksSinceThePaymentCountWhereverTheyWereSaid(int said, String where, Rule rule) {
    InvoiceHistory paid = Fixtures.history("I-1", eur("100.00"), DUE, PAID);
    InvoiceHistory other =
        Fixtures.history("I-2", eur("50.00"), DUE, payment(day(2), eur("50.00")));
    Account account =
        switch (where) {
          case "invoice" -> account(paid.with(thanks(said)), other);
          case "other" -> account(paid, other.with(thanks(said)));
          default -> account(paid, other).with(thanks(said));
        };
    assertThat(now(Unit.ACCOUNT, account, 12).get(0).rule()).isEqualTo(rule);
    // another contact is no thank-you
    Account called = account(paid, other.with(contact(day(11), PHONE)));
    assertThat(now(Unit.ACCOUNT, called, 12).get(0).rule()).isEqualTo(Rule.THANKS);
  }

  // for which of several invoices

  @Test
  void ofInvoicesPaidOnOneDayTheLastOneIsThankedFor() {
    InvoiceHistory first = Fixtures.history("I-1", eur("100.00"), DUE, PAID);
    InvoiceHistory second = Fixtures.history("I-2", eur("100.00"), DUE, PAID);
    assertThat(rules(Unit.INVOICE, 12, first, second)).containsExactly(Rule.CLOSED, Rule.THANKS);
  }

  @Test
  void aPaymentIsThankedForInItsOwnCurrency() {
    InvoiceHistory euros = Fixtures.history("I-1", eur("100.00"), DUE, PAID);
    InvoiceHistory dollars =
        Fixtures.history("I-2", usd("50.00"), DUE, payment(day(11), usd("50.00")));
    assertThat(rules(Unit.ACCOUNT_AND_CURRENCY, 12, euros, dollars))
        .containsExactly(Rule.CLOSED, Rule.THANKS);
    assertThat(rules(Unit.ACCOUNT, 12, euros, dollars)).containsExactly(Rule.THANKS);
  }

  @Test
  void whatWasClosedLastWithoutAPaymentLeavesNothingToThankFor() {
    InvoiceHistory paid = Fixtures.history("I-1", eur("100.00"), DUE, PAID);
    InvoiceHistory lost = Fixtures.history("I-2", eur("50.00"), DUE, writtenOff(day(11)));
    InvoiceHistory lostBefore = Fixtures.history("I-2", eur("50.00"), DUE, writtenOff(day(9)));
    assertThat(rules(Unit.INVOICE, 12, paid, lost)).containsExactly(Rule.CLOSED, Rule.CLOSED);
    assertThat(rules(Unit.INVOICE, 12, paid, lostBefore)).containsExactly(Rule.THANKS, Rule.CLOSED);
  }

  // restrictions

  @Test
  void aRestrictionOfTheAccountOrOfTheInvoiceThatWasPaidStopsTheThanks() {
    LedgerEvent breathing = restricted(day(5), Restriction.BREATHING_SPACE, day(12));
    InvoiceHistory paid = Fixtures.history("I-1", eur("100.00"), DUE, PAID);
    InvoiceHistory other =
        Fixtures.history("I-2", eur("50.00"), DUE, payment(day(2), eur("50.00")));
    Account ofAccount = account(paid, other).with(breathing);
    Recommendation stopped = now(Unit.ACCOUNT, ofAccount, 12).get(0);
    assertThat(stopped.rule()).isEqualTo(Rule.CLOSED);
    assertThat(stopped.reviewOn()).contains(day(13));
    assertThat(now(Unit.ACCOUNT, ofAccount, 13).get(0).rule()).isEqualTo(Rule.THANKS);
    Account ofOther = account(paid, other.with(breathing));
    assertThat(now(Unit.ACCOUNT, ofOther, 12).get(0).rule()).isEqualTo(Rule.THANKS);
  }

  private static Account account(InvoiceHistory... histories) {
    return Fixtures.account("C", histories);
  }

  private static List<Recommendation> now(Unit unit, Account account, int on) {
    return BothWays.decide(EVALUATOR, draft().per(unit).build(), account, day(on));
  }
}
