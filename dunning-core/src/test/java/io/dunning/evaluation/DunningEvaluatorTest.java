package io.dunning.evaluation;

import static io.dunning.Policies.LADDER;
import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.Channel.PHONE;
import static io.dunning.action.DunningAction.fileClaim;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.evaluation.Verdict.ACT;
import static io.dunning.evaluation.Verdict.AWAIT_APPROVAL;
import static io.dunning.evaluation.Verdict.CLOSED;
import static io.dunning.evaluation.Verdict.EXHAUSTED;
import static io.dunning.evaluation.Verdict.HOLD;
import static io.dunning.evaluation.Verdict.NOT_DUE;
import static io.dunning.evaluation.Verdict.WAIT;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.money.Percentage.percent;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.afterDeadlineOf;
import static io.dunning.policy.Trigger.daysAfterInvoice;
import static io.dunning.policy.Trigger.daysBeforeDue;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.policy.Trigger.pastDue;
import static io.dunning.scenario.Scenario.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.behaviour.RiskModel;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.event.ContactEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.ReopeningRules;
import io.dunning.policy.Resumption;
import io.dunning.scenario.Scenario;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules, one by one; the due date is 14 February 2026, a Saturday. */
class DunningEvaluatorTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 15);
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());

  private static Scenario story(PolicyDraft draft) {
    return Scenario.of(draft.build()).invoice("INV-1", "100.00 EUR", "2026-01-15", "2026-02-14");
  }

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static InvoiceHistory invoice(String number, String amount, int dueAfter) {
    return InvoiceHistory.of(Invoice.of(number, eur(amount), ISSUED, day(dueAfter)));
  }

  private static Recommendation evaluate(DunningPolicy policy, InvoiceHistory history, int on) {
    return EVALUATOR.evaluate(policy, history, day(on));
  }

  private static Recommendation evaluate(DunningPolicy policy, Account account, int on) {
    return EVALUATOR.evaluate(policy, account, day(on)).recommendations().get(0);
  }

  private static Explanation why(DunningPolicy policy, InvoiceHistory history, int on) {
    return EVALUATOR.explain(policy, history, day(on));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # the due date itself is day 0 and not overdue; at N days means N or more
          -40, NOT_DUE, -30
          0, NOT_DUE, 1
          1, WAIT, 3
          2, WAIT, 3
          3, ACT,
          400, ACT,
          """)
  void countsDaysFromTheDueDate(int on, Verdict verdict, Integer review) {
    Recommendation now = evaluate(draft().build(), invoice("I", "100.00", 0), on);
    assertThat(now.verdict()).isEqualTo(verdict);
    assertThat(now.reviewOn())
        .isEqualTo(Optional.ofNullable(review).map(DunningEvaluatorTest::day));
  }

  @Test
  void climbsOneStepAtATimeAndNeverTwoContactsOnADay() {
    story(draft())
        .tells(
            on("2026-05-01").takes("reminder", EMAIL).verdict(WAIT).looksAgainOn("2026-05-08"),
            on("2026-05-08")
                .takes("notice", LETTER)
                .approves("agency")
                .takes("agency")
                .verdict(EXHAUSTED));
  }

  @Test
  void catchesUpToTheMostSevereStepAndNeverSendsTheLowerOnesLater() {
    story(draft().ladder(LADDER.progression(Progression.CATCH_UP)))
        .tells(
            on("2026-03-05").takes("notice", LETTER).verdict(WAIT).looksAgainOn("2026-03-14"),
            on("2026-03-14").approves("agency").takes("agency"),
            on("2026-06-01").verdict(EXHAUSTED));
  }

  @Test
  void skipsWhatWasMissedAndWaitsForTheNext() {
    story(draft().ladder(LADDER.progression(Progression.SKIP)))
        .tells(
            on("2026-02-20").verdict(WAIT).looksAgainOn("2026-02-28"),
            on("2026-02-28").takes("notice", LETTER).looksAgainOn("2026-03-14"),
            on("2026-03-14")
                .verdict(AWAIT_APPROVAL)
                .approves("agency")
                .verdict(ACT)
                .takes("agency"));
    DunningPolicy skips = draft().ladder(LADDER.progression(Progression.SKIP)).build();
    Recommendation missed = evaluate(skips, invoice("I", "100.00", 0), 29);
    assertThat(missed.verdict()).isEqualTo(EXHAUSTED);
    assertThat(why(skips, invoice("I", "100.00", 0), 29).leftOut())
        .contains(new LeftOutReason.StepMissed("notice", day(14)));
  }

  @Test
  void waitsForTheDistanceFromTheLastContact() {
    story(draft().minimumDaysBetweenContacts(20))
        .tells(
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-02-27").contacts(PHONE),
            on("2026-03-01").verdict(WAIT).looksAgainOn("2026-03-19"),
            on("2026-03-19").takes("notice", LETTER).approves("agency").takes("agency"));
  }

  @Test
  void aStepMayHaveItsOwnDistance() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("a").at(daysPastDue(3)).take(sendReminder(EMAIL)),
            step("b").at(daysPastDue(4)).take(sendReminder(EMAIL)).minimumDaysSinceLastContact(2),
            step("c").at(daysPastDue(5)).take(stopSupply()).minimumDaysSinceLastContact(14));
    story(draft().ladder(ladder).minimumDaysBetweenContacts(30))
        .tells(
            on("2026-02-17").takes("a", EMAIL),
            on("2026-02-19").takes("b", EMAIL).looksAgainOn("2026-03-05"),
            on("2026-03-05").takes("c"));
  }

  @Test
  void contactsOfAnotherInvoiceOfTheAccountCount() {
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                invoice("A", "10.00", 0).with(stepTaken(day(14), "reminder", EMAIL)),
                invoice("B", "10.00", 10)));
    DunningPolicy policy = draft().minimumDaysBetweenContacts(7).build();
    Recommendation second = EVALUATOR.evaluate(policy, account, day(15)).recommendations().get(1);
    assertThat(second.reason())
        .isEqualTo(new ContactReason.ContactTooSoon("reminder", day(14), day(21)));
    assertThat(second.reviewOn()).contains(day(21));
  }

  @Test
  void waitsBelowTheMinimumAmount() {
    DunningPolicy policy = draft().minimumAmount(eur("100.01")).build();
    Recommendation now = evaluate(policy, invoice("I", "100.00", 0), 5);
    assertThat(now.verdict()).isEqualTo(WAIT);
    assertThat(now.step()).isEmpty();
    assertThat(now.waitsFor()).isEmpty();
    assertThat(now.reason().missing()).contains(eur("0.01"));
    assertThat(now.reason()).hasToString("100.00 EUR is 0.01 EUR below the minimum of 100.01 EUR");
    Recommendation at = evaluate(policy, invoice("I", "100.01", 0), 5);
    assertThat(at.verdict()).isEqualTo(ACT);
    InvoiceHistory dollars = InvoiceHistory.of(Invoice.of("I", Money.usd("0.01"), ISSUED, DUE));
    assertThat(evaluate(policy, dollars, 5).verdict()).isEqualTo(ACT);
  }

  @Test
  void aStepBelowItsMinimumWaitsAndTheLadderDoesNotSkipIt() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("a").at(daysPastDue(3)).take(sendReminder(EMAIL)).minimumAmount(eur("150.00")),
            step("b").at(daysPastDue(14)).take(sendNotice(1, EMAIL)));
    DunningPolicy policy = draft().ladder(ladder).per(AccountRules.Unit.ACCOUNT).build();
    Account account =
        Account.of(Customer.of("C"), List.of(invoice("A", "100.00", 0), invoice("B", "60.00", 20)));
    Recommendation now = evaluate(policy, account, 15);
    assertThat(now.reason())
        .isEqualTo(new AmountReason.StepBelowMinimum("a", eur("100.00"), eur("150.00")));
    assertThat(now.reviewOn()).contains(day(21));
    assertThat(evaluate(policy, account, 21).verdict()).isEqualTo(ACT);
  }

  @Test
  void aStepWhoseConditionFailsDoesNotApply() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("call")
                .at(daysPastDue(3))
                .take(placeCall())
                .onlyIf(Condition.balanceAtLeast(eur("500.00"))),
            step("letter").at(after("call", calendarDays(5))).take(sendNotice(1, LETTER)));
    Recommendation now = evaluate(draft().ladder(ladder).build(), invoice("I", "100.00", 0), 8);
    assertThat(now.step().orElseThrow()).isEqualTo("letter");
    assertThat(why(draft().ladder(ladder).build(), invoice("I", "100.00", 0), 8).leftOut())
        .containsExactly(
            new LeftOutReason.StepNotApplicable("call", "balance at least 500.00 EUR"));
  }

  @Test
  void triggersCountFromWhatTheySay() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("heads-up").at(daysBeforeDue(3)).take(sendReminder(EMAIL)),
            step("two business days").at(pastDue(businessDays(2))).take(sendReminder(EMAIL)),
            step("demand")
                .at(daysAfterInvoice(40))
                .take(sendNotice(1, LETTER))
                .grants(calendarDays(10)),
            step("call").at(afterDeadlineOf("demand", businessDays(1))).take(placeCall()),
            step("stop").at(after("call", businessDays(5))).take(stopSupply()));
    story(draft().ladder(ladder))
        .tells(
            on("2026-02-10").verdict(NOT_DUE).looksAgainOn("2026-02-11"),
            on("2026-02-11").takes("heads-up", EMAIL),
            on("2026-02-17").takes("two business days", EMAIL),
            on("2026-02-24").takes("demand", LETTER).grants("2026-03-06"),
            on("2026-03-09").takes("call", PHONE),
            on("2026-03-16").takes("stop").verdict(EXHAUSTED));
  }

  @Test
  void grantsADeadline() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("demand").at(daysPastDue(3)).take(sendNotice(1, EMAIL)).grants(businessDays(5)));
    Recommendation now = evaluate(draft().ladder(ladder).build(), invoice("I", "1.00", 0), 3);
    assertThat(now.deadline()).contains(LocalDate.of(2026, 2, 24));
    assertThat(why(draft().ladder(ladder).build(), invoice("I", "1.00", 0), 3).toString())
        .contains("payment deadline 2026-02-24");
  }

  @Test
  void graceHoldsBackButNotRemindersBeforeTheDueDate() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("heads-up").at(daysBeforeDue(3)).take(sendReminder(EMAIL)),
            step("reminder").at(daysPastDue(1)).take(sendReminder(EMAIL)));
    story(draft().ladder(ladder).grace(businessDays(2)))
        .tells(
            on("2026-02-11").takes("heads-up", EMAIL),
            on("2026-02-15").verdict(NOT_DUE),
            on("2026-02-17").verdict(NOT_DUE).looksAgainOn("2026-02-18"),
            on("2026-02-18").takes("reminder", EMAIL));
  }

  @Test
  void aRepeatWaitsForTheGraceWhateverOtherStepsThereAre() {
    EscalationStep soon = step("reminder").at(daysPastDue(1)).take(sendReminder(EMAIL));
    EscalationStep note = step("note").at(daysBeforeDue(3)).take(sendReminder(EMAIL));
    InvoiceHistory reminded =
        invoice("I", "100.00", 0).with(LedgerEvent.stepTaken(day(1), "reminder"));
    for (EscalationLadder ladder :
        List.of(EscalationLadder.of(soon), EscalationLadder.of(note, soon))) {
      DunningPolicy policy =
          draft().grace(calendarDays(10)).ladder(ladder.repeatLastEvery(calendarDays(3))).build();
      assertThat(evaluate(policy, reminded, 5).rule()).isEqualTo(Rule.IN_GRACE);
      assertThat(evaluate(policy, reminded, 5).reviewOn()).contains(day(11));
      assertThat(evaluate(policy, reminded, 11).rule()).isEqualTo(Rule.REPEATS);
    }
  }

  @Test
  void theLastStepMayRepeat() {
    story(draft().ladder(LADDER.repeatLastEvery(calendarDays(10))))
        .tells(
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-02-28").takes("notice", LETTER),
            on("2026-03-14")
                .approves("agency")
                .takes("agency")
                .verdict(WAIT)
                .looksAgainOn("2026-03-24"),
            on("2026-03-24").approves("agency").takes("agency"),
            on("2026-04-03").approves("agency").takes("agency"));
  }

  @Test
  void aWithdrawnStepRestoresTheLevelBefore() {
    story(draft())
        .tells(
            on("2026-02-17").takes("reminder", EMAIL),
            on("2026-02-28").takes("notice", LETTER),
            on("2026-03-01")
                .happens(new StepEvent.StepWithdrawn(LocalDate.of(2026, 3, 1), "notice"))
                .takes("notice", LETTER),
            on("2026-03-14").approves("agency").takes("agency"));
  }

  @Test
  void aDisputeHoldsAndTheClockRunsOn() {
    story(draft())
        .tells(
            on("2026-02-16").disputes("wrong price").verdict(HOLD),
            on("2026-03-01").verdict(HOLD),
            on("2026-03-05").resolves().takes("reminder", EMAIL),
            on("2026-03-12").takes("notice", LETTER),
            on("2026-03-14").approves("agency").takes("agency"));
  }

  @Test
  void theClockMayStopDuringHolds() {
    story(draft().clock(DunningPolicy.Clock.STOPS))
        .tells(
            on("2026-02-16")
                .happens(hold(LocalDate.of(2026, 2, 16), "talks", LocalDate.of(2026, 2, 20)))
                .looksAgainOn("2026-02-21"),
            on("2026-02-18")
                .happens(hold(LocalDate.of(2026, 2, 18), "more talks", LocalDate.of(2026, 2, 22)))
                .verdict(HOLD)
                .looksAgainOn("2026-02-23"),
            on("2026-02-23").verdict(WAIT).looksAgainOn("2026-02-24"),
            on("2026-02-24").takes("reminder", EMAIL).looksAgainOn("2026-03-07"),
            on("2026-03-07").takes("notice", LETTER),
            on("2026-03-21").approves("agency").takes("agency"));
  }

  @Test
  void aPromiseHoldsThroughItsDayAndTolerance() {
    story(draft().promiseTolerance(businessDays(1)))
        .tells(
            on("2026-02-16").promises("2026-02-20").verdict(HOLD).looksAgainOn("2026-02-24"),
            on("2026-02-24").takes("reminder", EMAIL),
            on("2026-03-03").takes("notice", LETTER),
            on("2026-03-14").approves("agency").takes("agency"));
  }

  @Test
  void aBrokenPromiseMayLiftTheDistance() {
    InvoiceHistory history =
        invoice("I", "100.00", 0)
            .with(
                stepTaken(day(3), "reminder", EMAIL),
                new ContactEvent.Contact(day(12), PHONE),
                promise(day(12), day(15)));
    PolicyDraft patient = draft().minimumDaysBetweenContacts(10);
    assertThat(evaluate(patient.build(), history, 16).reason())
        .isEqualTo(new ContactReason.ContactTooSoon("notice", day(12), day(22)));
    PolicyDraft firm = draft().minimumDaysBetweenContacts(10).brokenPromise(Resumption.atOnce());
    assertThat(evaluate(firm.build(), history, 16).verdict()).isEqualTo(ACT);
    InvoiceHistory kept =
        history.with(
            new MoneyEvent.Payment(day(14), eur("100.00")),
            new MoneyEvent.PaymentReversed(day(16), eur("100.00")));
    assertThat(evaluate(firm.build(), kept, 17).verdict()).isEqualTo(WAIT);
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                invoice("I", "100.00", 0)
                    .with(
                        stepTaken(day(3), "reminder", EMAIL),
                        new ContactEvent.Contact(day(12), PHONE))),
            List.of(promise(day(12), day(15))));
    assertThat(evaluate(firm.build(), account, 16).verdict()).isEqualTo(ACT);
  }

  @Test
  void brokenPromisesCanBeCounted() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL)),
            step("call")
                .at(daysPastDue(4))
                .take(placeCall())
                .onlyIf(Condition.brokenPromisesAtLeast(2)));
    DunningPolicy policy = draft().ladder(ladder).holdWhile(Condition.never()).build();
    InvoiceHistory once =
        invoice("I", "100.00", 0).with(stepTaken(day(3), "reminder"), promise(day(4), day(6)));
    assertThat(evaluate(policy, once, 30).verdict()).isEqualTo(EXHAUSTED);
    InvoiceHistory twice = once.with(promise(day(10), eur("5.00"), day(12)));
    Recommendation now = evaluate(policy, twice, 11);
    assertThat(now.verdict()).isEqualTo(EXHAUSTED);
    assertThat(now.reviewOn()).contains(day(13));
    assertThat(evaluate(policy, twice, 13).verdict()).isEqualTo(ACT);
  }

  @Test
  void ofSeveralHoldsTheLongestDecides() {
    InvoiceHistory history =
        invoice("I", "100.00", 0).with(hold(day(1), "asked", day(5)), promise(day(2), day(9)));
    Recommendation now = evaluate(draft().build(), history, 3);
    assertThat(now.reason()).isEqualTo(new HoldReason.Promised(day(9), day(9)));
    assertThat(now.reviewOn()).contains(day(10));
  }

  @Test
  void thePolicyMayHoldBackToo() {
    DunningPolicy policy =
        draft()
            .holdWhile(Condition.customerTagged("key account").and(Condition.disputeOpen().not()))
            .build();
    Account account =
        Account.of(Customer.of("C").tagged("key account"), List.of(invoice("I", "100.00", 0)));
    assertThat(evaluate(policy, account, 9).reason()).hasToString("held while: not (dispute open)");
    assertThat(evaluate(policy, account, 9).verdict()).isEqualTo(HOLD);
  }

  @Test
  void aReversedPaymentReopensAndStepsCountUnlessThePolicySaysOtherwise() {
    InvoiceHistory history =
        invoice("I", "100.00", 0)
            .with(
                stepTaken(day(3), "reminder", EMAIL),
                new MoneyEvent.Payment(day(10), eur("100.00")),
                new MoneyEvent.PaymentReversed(day(20), eur("100.00")));
    assertThat(evaluate(draft().build(), history, 15).verdict()).isEqualTo(CLOSED);
    assertThat(evaluate(draft().build(), history, 20).step().orElseThrow()).isEqualTo("notice");
    DunningPolicy anew =
        draft()
            .reversedAge(ReopeningRules.ReversedAge.FROM_REVERSAL)
            .reversedSteps(ReopeningRules.ReversedSteps.START_AGAIN)
            .build();
    Recommendation again = evaluate(anew, history, 21);
    assertThat(again.verdict()).isEqualTo(WAIT);
    assertThat(again.reason())
        .isEqualTo(new StepReason.StepTooEarly("reminder", daysPastDue(3), day(23)));
  }

  @Test
  void anAccountIsDecidedAboutTogether() {
    DunningPolicy policy = draft().per(AccountRules.Unit.ACCOUNT).build();
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                invoice("A", "100.00", 0),
                invoice("B", "50.00", 10),
                invoice("C", "25.00", 60),
                invoice("D", "7.00", 1).with(new DisputeEvent.DisputeOpened(day(2), ""))));
    Recommendation now = evaluate(policy, account, 14);
    assertThat(now.step().orElseThrow()).isEqualTo("reminder");
    assertThat(now.invoices()).containsExactly("A", "B");
    assertThat(now.overdue()).containsExactly(eur("150.00"));
    assertThat(now.open()).containsExactly(eur("182.00"));
    assertThat(now.subject().invoices()).containsExactly("A", "B", "C", "D");
    assertThat(now.channel()).contains(EMAIL);
  }

  @Test
  void currenciesOfAnAccountAreDecidedAboutApartOrTogether() {
    InvoiceHistory dollars = InvoiceHistory.of(Invoice.of("U", Money.usd("9.00"), ISSUED, DUE));
    Account account = Account.of(Customer.of("C"), List.of(invoice("A", "100.00", 0), dollars));
    PolicyDraft draft = draft().minimumAmount(eur("10.00")).minimumAmount(Money.usd("10.00"));
    List<Recommendation> apart =
        EVALUATOR
            .evaluate(draft.per(AccountRules.Unit.ACCOUNT_AND_CURRENCY).build(), account, day(3))
            .recommendations();
    assertThat(apart).extracting(Recommendation::verdict).containsExactly(ACT, WAIT);
    assertThat(apart.get(1).subject().invoices()).containsExactly("U");
    Recommendation together = evaluate(draft.per(AccountRules.Unit.ACCOUNT).build(), account, 3);
    assertThat(together.verdict()).isEqualTo(ACT);
    assertThat(together.overdue()).containsExactly(eur("100.00"), Money.usd("9.00"));
  }

  @Test
  void payingTheOldestDoesNotSkipTheWarningsOfTheNext() {
    PolicyDraft draft = draft().per(AccountRules.Unit.ACCOUNT);
    Account account =
        Account.of(
            Customer.of("C"),
            List.of(
                invoice("A", "100.00", 0).with(new MoneyEvent.Payment(day(29), eur("100.00"))),
                invoice("B", "50.00", 20)),
            List.of(
                stepTaken(day(3), "reminder", EMAIL),
                stepTaken(day(14), "notice", LETTER),
                stepTaken(day(28), "agency")));
    Recommendation own = evaluate(draft.build(), account, 30);
    assertThat(own.step().orElseThrow()).isEqualTo("reminder");
    DunningPolicy sinceDue = draft.accountSteps(AccountRules.AccountSteps.SINCE_DUE).build();
    assertThat(evaluate(sinceDue, account, 30).verdict()).isEqualTo(EXHAUSTED);
  }

  @Test
  void instalmentsFallDueOneByOne() {
    Invoice parts =
        Invoice.of("P", eur("100.00"), ISSUED, DUE)
            .inInstalments(
                List.of(
                    new Instalment(day(0), eur("40.00")), new Instalment(day(30), eur("60.00"))));
    InvoiceHistory history = InvoiceHistory.of(parts);
    assertThat(evaluate(draft().build(), history, 5).overdue()).containsExactly(eur("40.00"));
    InvoiceHistory first = history.with(new MoneyEvent.Payment(day(4), eur("40.00")));
    assertThat(evaluate(draft().build(), first, 5).verdict()).isEqualTo(NOT_DUE);
    assertThat(evaluate(draft().build(), first, 33).verdict()).isEqualTo(ACT);
  }

  @Test
  void saysWhyNothingIsOwed() {
    DunningPolicy policy = draft().build();
    assertThat(
            evaluate(policy, invoice("I", "9.00", 0).with(new MoneyEvent.Voided(day(1))), 5)
                .reason())
        .hasToString("nothing is owed: voided since 2026-02-15");
    assertThat(
            evaluate(policy, invoice("I", "9.00", 0).with(new MoneyEvent.WrittenOff(day(1))), 5)
                .reason())
        .hasToString("nothing is owed: written off since 2026-02-15");
    assertThat(evaluate(policy, invoice("I", "0.00", 0), 5).reason())
        .hasToString("nothing is owed: settled");
    Account nobody = Account.of(Customer.of("C"), List.of());
    DunningPolicy whole = draft().per(AccountRules.Unit.ACCOUNT).build();
    assertThat(evaluate(whole, nobody, 5).verdict()).isEqualTo(CLOSED);
    assertThat(EVALUATOR.evaluate(policy, nobody, DUE).recommendations()).isEmpty();
  }

  @Test
  void aConditionOfTheUsersOwnIsLookedAtEveryDay() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("call")
                .at(daysPastDue(3))
                .take(placeCall())
                .onlyIf(
                    Condition.described(
                        "a Monday", s -> Math.floorMod(s.asOf().toEpochDay(), 7) == 4)));
    DunningPolicy policy = draft().ladder(ladder).build();
    Recommendation now = evaluate(policy, invoice("I", "100.00", 0), 4);
    assertThat(now.verdict()).isEqualTo(EXHAUSTED);
    assertThat(now.reviewOn()).contains(day(5));
    assertThat(why(policy, invoice("I", "100.00", 0), 4).leftOut())
        .contains(new LeftOutReason.AsksEveryDay("described as \"a Monday\""));
    assertThat(evaluate(policy, invoice("I", "100.00", 0), 9).verdict()).isEqualTo(ACT);
  }

  @Test
  void aRiskModelThatDoesNotSayWhatItReadsIsAskedEveryDay() {
    EscalationLadder ladder =
        EscalationLadder.of(
            step("call")
                .at(daysPastDue(3))
                .take(placeCall())
                .requires(Condition.riskAtLeast(percent("50"))));
    RiskModel even =
        RiskModel.described(
            "by the day", p -> percent(p.asOf().toEpochDay() % 2 == 0 ? "90" : "10"));
    DunningPolicy policy = draft().ladder(ladder).riskModel(even).build();
    Recommendation now = evaluate(policy, invoice("I", "100.00", 0), 4);
    assertThat(now.reviewOn()).contains(day(5));
    assertThat(evaluate(policy, invoice("I", "100.00", 0), 5).verdict())
        .isNotEqualTo(now.verdict());
    assertThat(why(policy, invoice("I", "100.00", 0), 4).leftOut())
        .contains(new LeftOutReason.AsksEveryDay("risk at least 50% (risk model: by the day)"));
    DunningPolicy declared =
        draft()
            .ladder(ladder)
            .riskModel(
                RiskModel.described(
                    "steady", p -> percent("10"), RiskModel.Reads.INVOICES_AND_PROMISES))
            .build();
    assertThat(evaluate(declared, invoice("I", "100.00", 0), 4).reviewOn()).isEmpty();
    assertThat(why(declared, invoice("I", "100.00", 0), 4).leftOut())
        .noneMatch(LeftOutReason.AsksEveryDay.class::isInstance);
  }

  @Test
  void whoHasToApproveAStepIsNamedWithTheRuleThatAsksForIt() {
    EscalationStep agency = step("agency").at(daysPastDue(3)).take(referToAgency());
    DunningPolicy named =
        draft().ladder(EscalationLadder.of(agency.needsApprovalOf("head of credit"))).build();
    assertThat(named.ladder().steps().get(0))
        .asString()
        .endsWith(", with approval of head of credit");
    assertThat(evaluate(named, invoice("I", "100.00", 0), 3).approver()).contains("head of credit");
    assertThat(why(named, invoice("I", "100.00", 0), 3).leftOut())
        .hasToString(
            "[agency: waits for the approval of head of credit, because the step needs it]");
    DunningPolicy court =
        draft()
            .ladder(EscalationLadder.of(step("court").at(daysPastDue(3)).take(fileClaim())))
            .build();
    assertThat(why(court, invoice("I", "100.00", 0), 3).leftOut())
        .hasToString(
            "[court: waits for the approval of a person, because the endgame rule asks for it]");
    assertThatThrownBy(() -> agency.needsApprovalOf(" "))
        .hasMessage("approver of step \"agency\" has no name");
  }

  @Test
  void stepsOutsideTheCalendarWait() {
    BusinessCalendar short2026 =
        BusinessCalendar.weekends().withHolidays(List.of(), new DateSpan(ISSUED, day(5)));
    EscalationLadder ladder =
        EscalationLadder.of(step("a").at(pastDue(businessDays(10))).take(sendReminder(EMAIL)));
    Recommendation now =
        DunningEvaluator.on(short2026)
            .evaluate(
                draft().ladder(ladder).grace(businessDays(9)).build(),
                invoice("I", "1.00", 0),
                day(60));
    assertThat(now.verdict()).isEqualTo(WAIT);
    assertThat(now.reason())
        .hasToString(
            "a: 10 business days past due lies outside the days the calendar covers,"
                + " 2026-01-15..2026-02-19; only a later calendar helps");
    assertThat(now.reviewOn()).isEmpty();
  }

  @Test
  void decisionsAboutStepsOfAnotherNameAreSeen() {
    InvoiceHistory history =
        invoice("I", "100.00", 0)
            .with(
                stepTaken(day(3), "reminder", EMAIL),
                stepTaken(day(14), "notice", LETTER),
                LedgerEvent.stepApproved(day(28), "agncy"),
                LedgerEvent.stepRefused(day(29), "notise"));
    Explanation now = why(draft().build(), history, 30);
    assertThat(now.recommendation().verdict()).isEqualTo(Verdict.AWAIT_APPROVAL);
    assertThat(now.leftOut())
        .contains(
            new LeftOutReason.UnknownDecision("agncy", true, day(28)),
            new LeftOutReason.UnknownDecision("notise", false, day(29)));
    assertThat(now.toString())
        .contains("- agncy: approved on 2026-03-14, but not a step of this policy")
        .contains("- notise: refused on 2026-03-15, but not a step of this policy");
  }

  @Test
  void stepsOfAnotherPolicyDoNotCountButAreSeen() {
    InvoiceHistory history = invoice("I", "100.00", 0).with(stepTaken(day(2), "old letter"));
    DunningPolicy policy = draft().minimumDaysBetweenContacts(5).build();
    assertThat(evaluate(policy, history, 3).reason())
        .isEqualTo(new ContactReason.ContactTooSoon("reminder", day(2), day(7)));
    assertThat(why(policy, history, 3).leftOut())
        .contains(new LeftOutReason.UnknownStep("old letter", day(2)));
  }

  @Test
  void answersAtTheEndsOfTime() {
    DunningPolicy policy = draft().grace(calendarDays(5)).build();
    for (LocalDate due : List.of(LocalDate.MIN, LocalDate.MAX, LocalDate.MAX.minusDays(2))) {
      InvoiceHistory history =
          InvoiceHistory.of(Invoice.of("I", eur("1.00"), LocalDate.MIN, due))
              .with(
                  hold(LocalDate.MIN, "for ever"),
                  new RestrictionEvent.HoldReleased(LocalDate.MIN));
      for (LocalDate on : List.of(LocalDate.MIN, LocalDate.EPOCH, LocalDate.MAX)) {
        assertThat(EVALUATOR.evaluate(policy, history, on).verdict()).isNotNull();
      }
    }
    InvoiceHistory last = InvoiceHistory.of(Invoice.of("I", eur("1.00"), DUE, LocalDate.MAX));
    assertThat(EVALUATOR.evaluate(policy, last, LocalDate.MAX).reviewOn()).isEmpty();
  }

  @Test
  void amountsNearTheLimitStayExact() {
    Money most = Money.ofMinor(Long.MAX_VALUE, CurrencyUnit.of("EUR"));
    InvoiceHistory history = InvoiceHistory.of(Invoice.of("I", most, ISSUED, DUE));
    Recommendation now = evaluate(draft().minimumAmount(most).build(), history, 3);
    assertThat(now.verdict()).isEqualTo(ACT);
    assertThat(now.overdue()).containsExactly(most);
  }

  @Tag("slow")
  @Test
  void answersForAMillionEvents() {
    List<LedgerEvent> events = new ArrayList<>();
    for (int i = 0; i < 1_000_000; i++) {
      events.add(new MoneyEvent.Payment(day(i % 100), Money.ofMinor(i % 3, eur("0").currency())));
    }
    InvoiceHistory history =
        InvoiceHistory.of(Invoice.of("I", eur("1000000.00"), ISSUED, DUE), events);
    assertThat(evaluate(draft().build(), history, 50).verdict()).isEqualTo(ACT);
    assertThat(evaluate(draft().build(), history, 500).verdict()).isEqualTo(ACT);
  }

  @Test
  void explainsInPlainWords() {
    InvoiceHistory history =
        invoice("INV-1", "100.00", 0).with(stepTaken(day(3), "reminder", EMAIL));
    assertThat(why(draft().build(), history, 14))
        .hasToString(
            """
            INV-1: send notice 1 by letter
              as of 2026-02-28, policy test, 100.00 EUR overdue since 2026-02-14
              because notice: 14 days past due was reached on 2026-02-28
              - reminder: taken on 2026-02-17
              - agency: 28 days past due is reached on 2026-03-14
              stays so until something happens""");
    InvoiceHistory noticed = history.with(stepTaken(day(14), "notice"));
    Recommendation agency = evaluate(draft().build(), noticed, 28);
    assertThat(agency.verdict()).isEqualTo(AWAIT_APPROVAL);
    assertThat(why(draft().build(), noticed, 28).toString())
        .startsWith("INV-1: refer to agency, once approved");
    assertThat(agency)
        .hasToString("await approval: agency: 28 days past due was reached on 2026-03-14");
  }

  @Test
  void justifiesAnOldDecisionAfterABackdatedPayment() {
    InvoiceHistory history =
        invoice("I", "100.00", 0)
            .with(new MoneyEvent.Payment(day(2), eur("100.00")).bookedOn(day(6)));
    assertThat(evaluate(draft().build(), history, 3).verdict()).isEqualTo(CLOSED);
    assertThat(evaluate(draft().build(), history.asKnownOn(day(3)), 3).verdict()).isEqualTo(ACT);
  }
}
