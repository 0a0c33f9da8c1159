package io.dunning.evaluation;

import static io.dunning.Policies.LADDER;
import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Money.usd;
import static io.dunning.policy.AccountRules.Credits.NET;
import static io.dunning.policy.AccountRules.DocumentLevel.OWN;
import static io.dunning.policy.AccountRules.Unit.ACCOUNT;
import static io.dunning.policy.AccountRules.Unit.ACCOUNT_AND_CURRENCY;
import static io.dunning.policy.Condition.daysPastDueAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.PolicyDraft;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which sums have to reach a minimum amount, which credits cover, and when that changes. */
class AccountSumsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final EscalationLadder NOTE =
      EscalationLadder.of(
          step("note").at(daysBeforeDue(5)).take(sendReminder(EMAIL)).evenWhileOverdue());

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory euros(
      String number, String amount, int due, LedgerEvent... events) {
    return Fixtures.history(number, eur(amount), day(due), events);
  }

  private static List<Recommendation> all(PolicyDraft draft, int on, InvoiceHistory... histories) {
    Account account = Fixtures.account("C", histories);
    return BothWays.decide(EVALUATOR, draft.build(), account, day(on));
  }

  private static Recommendation now(PolicyDraft draft, int on, InvoiceHistory... histories) {
    return all(draft, on, histories).get(0);
  }

  private static PolicyDraft ownLevels() {
    return draft().per(ACCOUNT).documentLevel(OWN);
  }

  // items that keep their own level

  @Test
  void anInvoiceWaitsUntilTheSumsOfItsAccountReachTheMinimum() {
    PolicyDraft draft = ownLevels().minimumAmount(eur("50.00"));
    Recommendation now = now(draft, 5, euros("A", "30.00", 0), euros("B", "30.00", 10));
    assertThat(now.reason()).isEqualTo(new AmountReason.BelowMinimum(eur("30.00"), eur("50.00")));
    assertThat(now.reviewOn()).contains(day(11));
  }

  @Test
  void aSumFallsBelowTheMinimumOnceAnotherInvoiceIsHeld() {
    PolicyDraft draft = ownLevels().minimumAmount(eur("50.00")).holdWhile(daysPastDueAtLeast(20));
    InvoiceHistory reminded = euros("A", "30.00", 0, stepTaken(day(3), "reminder", EMAIL));
    Recommendation now = now(draft, 5, reminded, euros("B", "30.00", -12));
    assertThat(now.rule()).isEqualTo(Rule.TOO_EARLY);
    // B is held from its 20th day past due on
    assertThat(now.reviewOn()).contains(day(8));
    assertThat(now(draft, 8, reminded, euros("B", "30.00", -12)).rule())
        .isEqualTo(Rule.BELOW_MINIMUM);
  }

  @Test
  void aSumFallsBelowTheMinimumOnceACreditNoteIsIssued() {
    PolicyDraft draft = ownLevels().credits(NET).minimumAmount(eur("50.00"));
    InvoiceHistory reminded = euros("A", "60.00", 0, stepTaken(day(3), "reminder", EMAIL));
    InvoiceHistory overpaid =
        InvoiceHistory.of(Invoice.of("B", eur("10.00"), day(9), day(39)))
            .with(payment(day(1), eur("40.00")));
    Recommendation now = now(draft, 5, reminded, overpaid);
    assertThat(now.rule()).isEqualTo(Rule.TOO_EARLY);
    assertThat(now.reviewOn()).contains(day(9));
    assertThat(now(draft, 9, reminded, overpaid).reason())
        .isEqualTo(new AmountReason.BelowMinimum(eur("30.00"), eur("50.00")));
  }

  @Test
  void creditsCoverWhatIsOverdueOfTheWholeAccount() {
    PolicyDraft draft = ownLevels().credits(NET);
    InvoiceHistory a = euros("A", "10.00", 0);
    InvoiceHistory b = euros("B", "20.00", 0);
    InvoiceHistory some = euros("C", "10.00", 0, payment(day(1), eur("39.99")));
    assertThat(all(draft, 5, a, b, some))
        .extracting(Recommendation::rule)
        .containsExactly(Rule.DUE, Rule.DUE, Rule.CLOSED);
    InvoiceHistory enough = euros("C", "10.00", 0, payment(day(1), eur("40.00")));
    assertThat(all(draft, 5, a, b, enough))
        .extracting(Recommendation::reason)
        .startsWith(
            new AmountReason.CoveredByCredits(eur("30.00"), eur("30.00")),
            new AmountReason.CoveredByCredits(eur("30.00"), eur("30.00")));
  }

  @Test
  void currenciesApartDoNotReachAMinimumForEachOther() {
    InvoiceHistory euros = euros("A", "30.00", 0);
    InvoiceHistory dollars = Fixtures.history("D", usd("20.00"), DUE);
    PolicyDraft together = ownLevels().minimumAmount(eur("50.00"));
    // dollars have no minimum, so they reach it for the account
    assertThat(now(together, 5, euros, dollars).step()).contains("reminder");
    PolicyDraft apart = draft().per(ACCOUNT_AND_CURRENCY).documentLevel(OWN);
    assertThat(now(apart.minimumAmount(eur("50.00")), 5, euros, dollars).rule())
        .isEqualTo(Rule.BELOW_MINIMUM);
  }

  // before anything is overdue

  @Test
  void beforeTheDueDateTheOldestItemHasToReachTheMinimum() {
    PolicyDraft draft = draft().ladder(NOTE).per(ACCOUNT).minimumAmount(eur("50.00"));
    InvoiceHistory dollars = Fixtures.history("D", usd("20.00"), day(12));
    assertThat(now(draft, 6, euros("A", "50.00", 10), dollars).step()).contains("note");
    assertThat(now(draft, 6, euros("A", "49.99", 10), dollars).rule())
        .isEqualTo(Rule.BELOW_MINIMUM);
    // a younger invoice adds nothing
    assertThat(now(draft, 6, euros("A", "49.99", 10), euros("B", "70.00", 12)).rule())
        .isEqualTo(Rule.BELOW_MINIMUM);
  }

  @Test
  void onceOneIsOverdueOnlyWhatIsOverdueReachesTheMinimum() {
    PolicyDraft draft = ownLevels().ladder(NOTE).minimumAmount(eur("50.00"));
    List<Instalment> parts =
        List.of(new Instalment(day(7), eur("20.00")), new Instalment(day(30), eur("40.00")));
    InvoiceHistory inParts =
        InvoiceHistory.of(Fixtures.invoice("P", eur("60.00"), day(7)).inInstalments(parts));
    Recommendation now = now(draft, 6, euros("A", "30.00", 10), inParts);
    assertThat(now.step()).contains("note");
    assertThat(now.reviewOn()).contains(day(8));
    assertThat(now(draft, 8, euros("A", "30.00", 10), inParts).rule())
        .isEqualTo(Rule.BELOW_MINIMUM);
  }

  // what is promised, and credits by currency

  @Test
  void aPromisedPartDoesNotReachTheMinimumWhileThePromiseRuns() {
    PolicyDraft draft = draft().per(ACCOUNT).minimumAmount(eur("50.00"));
    InvoiceHistory promised = euros("A", "100.00", 0, promise(day(1), eur("70.00"), day(9)));
    Recommendation now = now(draft, 5, promised);
    assertThat(now.reason()).isEqualTo(new AmountReason.BelowMinimum(eur("30.00"), eur("50.00")));
    assertThat(now.reviewOn()).contains(day(10));
  }

  @Test
  void creditsOfACurrencyCoverWhatIsOverdueInIt() {
    PolicyDraft draft = draft().per(ACCOUNT_AND_CURRENCY).credits(NET);
    InvoiceHistory overpaid = euros("B", "10.00", 0, payment(day(1), eur("40.00")));
    InvoiceHistory dollars = Fixtures.history("D", usd("30.00"), DUE);
    assertThat(all(draft, 5, euros("A", "30.00", 0), overpaid, dollars))
        .extracting(Recommendation::rule)
        .containsExactly(Rule.COVERED, Rule.DUE);
  }

  // the smallest change that flips the decision

  @Test
  void anAmountFlipsTheSumOfTheAccountThatMissesTheMinimum() {
    PolicyDraft draft = ownLevels().minimumAmount(eur("50.00"));
    Account account = Fixtures.account("C", euros("A", "30.00", 0), euros("B", "10.00", 0));
    assertThat(EVALUATOR.explain(draft.build(), account, day(3)).get(0).flips())
        .extracting(Flip::toString)
        .containsExactly("would be reminder if 10.00 EUR more were open");
  }

  @Test
  void anAmountFlipsWhatIsLeftAboveTheCredits() {
    PolicyDraft draft =
        draft().ladder(LADDER).per(ACCOUNT).credits(NET).minimumAmount(eur("50.00"));
    InvoiceHistory overpaid = euros("B", "10.00", 0, payment(day(1), eur("40.00")));
    // 70.00 less 30.00 of credit; what is not overdue yet does not count
    Account account =
        Fixtures.account("C", euros("A", "70.00", 0), overpaid, euros("C", "5.00", 20));
    assertThat(EVALUATOR.explain(draft.build(), account, day(3)).get(0).flips())
        .extracting(Flip::toString)
        .containsExactly(
            "would be reminder if 10.00 EUR more were open on A",
            "would be wait (covered by credits instead of below the minimum)"
                + " if 40.00 EUR less were open on A");
  }

  // rules 3 and 8, in the words of their reasons

  @Test
  void withinTheGraceTheReasonNamesItsLastDay() {
    PolicyDraft draft = draft().grace(calendarDays(5));
    Recommendation now = now(draft, 2, euros("A", "30.00", 0));
    assertThat(now.reason()).isEqualTo(new DueReason.InGrace(day(5)));
    assertThat(now.reviewOn()).contains(day(6));
  }

  @Test
  void belowTheMinimumOfAStepTheReasonNamesBothAmounts() {
    PolicyDraft draft =
        draft()
            .ladder(
                EscalationLadder.of(
                    step("reminder")
                        .at(daysPastDue(3))
                        .take(sendReminder(EMAIL))
                        .minimumAmount(eur("50.00"))));
    Recommendation now = now(draft, 4, euros("A", "30.00", 0));
    assertThat(now.reason())
        .isEqualTo(new AmountReason.StepBelowMinimum("reminder", eur("30.00"), eur("50.00")));
  }
}
