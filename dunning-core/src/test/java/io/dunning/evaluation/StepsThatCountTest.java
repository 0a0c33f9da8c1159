package io.dunning.evaluation;

import static io.dunning.Policies.LADDER;
import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.customerReplied;
import static io.dunning.event.LedgerEvent.delivered;
import static io.dunning.event.LedgerEvent.notDelivered;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.AccountRules.AccountSteps.SINCE_DUE;
import static io.dunning.policy.AccountRules.DocumentLevel.HIGHEST;
import static io.dunning.policy.AccountRules.Unit.ACCOUNT;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reply;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Resumption;
import io.dunning.terms.Instalment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which steps count for the item that leads: its own, and those of its account if it was old enough
 * for them. The usual ladder is reminder at 3, notice at 14, agency at 28 days past due.
 */
class StepsThatCountTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final EscalationStep REMINDER =
      step("reminder").at(daysPastDue(3)).take(sendReminder(EMAIL));
  private static final EscalationStep NOTICE_AFTER_REMINDER =
      step("notice").at(after("reminder", calendarDays(10))).take(sendNotice(1, LETTER));
  private static final EscalationStep AGENCY_AFTER_NOTICE =
      step("agency").at(after("notice", calendarDays(10))).take(referToAgency());

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static PolicyDraft together(EscalationStep... steps) {
    EscalationLadder ladder = steps.length == 0 ? LADDER : EscalationLadder.of(steps);
    return draft().ladder(ladder).per(ACCOUNT).minimumDaysBetweenSteps(0);
  }

  private static InvoiceHistory invoice(LedgerEvent... events) {
    return Fixtures.history("A", eur("100.00"), DUE, events);
  }

  /** An account with one invoice and events of the account itself. */
  private static Account account(InvoiceHistory history, LedgerEvent... ofAccount) {
    return Account.of(Customer.of("C"), List.of(history), List.of(ofAccount));
  }

  private static Recommendation now(PolicyDraft draft, Account account, int on) {
    return BothWays.decide(EVALUATOR, draft.build(), account, day(on)).get(0);
  }

  private static String next(PolicyDraft draft, Account account, int on) {
    return BothWays.stepInQuestion(now(draft, account, on));
  }

  // steps of the account

  @ParameterizedTest
  @CsvSource({"14, agency", "13, reminder"})
  void aStepOfTheAccountCountsFromTheDayTheItemIsOldEnoughForIt(int taken, String next) {
    Account account = account(invoice(), stepTaken(day(taken), "notice"));
    assertThat(next(together(), account, 15)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({"14, agency", "13, notice", "3, notice", "2, reminder"})
  void atTheHighestLevelItCountsAsTheStepTheItemWasOldEnoughFor(int taken, String next) {
    Account account = account(invoice(), stepTaken(day(taken), "notice"));
    assertThat(next(together().documentLevel(HIGHEST), account, 15)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({"0, agency", "-1, reminder"})
  void ifThePolicySaysSoItCountsFromTheDueDateOn(int taken, String next) {
    Account account = account(invoice(), stepTaken(day(taken), "notice"));
    PolicyDraft since = together().accountSteps(SINCE_DUE);
    assertThat(next(since, account, 15)).isEqualTo(next);
    assertThat(next(since.documentLevel(HIGHEST), account, 15)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({"13, agency", "12, reminder"})
  void isOldEnoughForAStepThatCountsFromAnother(int taken, String next) {
    PolicyDraft draft = together(REMINDER, NOTICE_AFTER_REMINDER, AGENCY_AFTER_NOTICE);
    Account account = account(invoice(), stepTaken(day(taken), "notice"));
    assertThat(next(draft, account, 15)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({"11, agency", "10, notice"})
  void isOldEnoughSoonerIfTheItemWasRemindedSooner(int taken, String next) {
    PolicyDraft draft = together(REMINDER, NOTICE_AFTER_REMINDER, AGENCY_AFTER_NOTICE);
    Account account =
        account(invoice(stepTaken(day(1), "reminder")), stepTaken(day(taken), "notice"));
    assertThat(next(draft, account, 15)).isEqualTo(next);
  }

  @Test
  void stepsOfTheItemSayNothingAboutOtherSteps() {
    Account account = account(invoice(stepTaken(day(3), "reminder")), stepTaken(day(10), "notice"));
    assertThat(next(together(), account, 15)).isEqualTo("notice");
  }

  @Test
  void aStepThatTheItemHasHadIsRepeatedWithTheAccount() {
    // for a notice of its own the item need not be old enough; that of the account repeats it
    PolicyDraft draft =
        together(
            REMINDER,
            step("notice").at(daysPastDue(14)).take(sendNotice(1, LETTER)),
            AGENCY_AFTER_NOTICE);
    InvoiceHistory noticed = invoice(stepTaken(day(5), "notice"));
    assertThat(now(draft, account(noticed), 7).reviewOn()).contains(day(15));
    assertThat(now(draft, account(noticed, stepTaken(day(6), "notice")), 7).reviewOn())
        .contains(day(16));
    // it was reminded by the notice, too, but a reminder is no notice
    InvoiceHistory reminded = invoice(stepTaken(day(5), "reminder"));
    assertThat(next(draft, account(reminded, stepTaken(day(6), "notice")), 7)).isEqualTo("notice");
  }

  @Test
  void atTheHighestLevelALaterStepCountsAsTheDayOfAnEarlierOne() {
    PolicyDraft draft =
        together(
                REMINDER,
                step("call").at(after("reminder", calendarDays(5))).take(placeCall()),
                step("notice").at(daysPastDue(14)).take(sendNotice(1, LETTER)))
            .documentLevel(HIGHEST);
    Account account = account(invoice(), stepTaken(day(4), "notice"));
    assertThat(now(draft, account, 6).reason())
        .isEqualTo(new StepReason.StepTooEarly("call", after("reminder", calendarDays(5)), day(9)));
  }

  // instalments

  @ParameterizedTest
  @CsvSource({"24, notice", "23, reminder"})
  void aLaterInstalmentIsOldEnoughForItsOwnSteps(int taken, String next) {
    List<Instalment> parts =
        List.of(new Instalment(day(0), eur("40.00")), new Instalment(day(21), eur("60.00")));
    InvoiceHistory inParts =
        InvoiceHistory.of(Fixtures.invoice("A", eur("100.00"), DUE).inInstalments(parts))
            .with(payment(day(1), eur("40.00")), stepTaken(day(taken), "reminder"));
    PolicyDraft each = draft().minimumDaysBetweenSteps(0);
    assertThat(next(each, account(inParts), 25)).isEqualTo(next);
  }

  // broken agreements

  private static PolicyDraft resumesAtNotice(EscalationStep... steps) {
    return together(steps).promiseTolerance(calendarDays(0)).brokenPromise(Resumption.at("notice"));
  }

  @ParameterizedTest
  @CsvSource({"notice,   1, agency", "notice,   0, notice", "reminder, 1, notice"})
  void fromTheDayAfterABreachTheStepItLeadsToCountsWithTheAccount(
      String taken, int on, String next) {
    // promised through the due date, so broken on the day after it
    Account account = account(invoice(promise(day(-5), day(0))), stepTaken(day(on), taken));
    assertThat(next(resumesAtNotice(), account, 2)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({"11, ''", "10, agency"})
  void aBreachMakesTheItemOldEnoughForWhatFollowsIt(int taken, String next) {
    PolicyDraft draft =
        resumesAtNotice(
            REMINDER,
            step("notice").at(daysPastDue(14)).take(sendNotice(1, LETTER)),
            AGENCY_AFTER_NOTICE);
    Account account =
        account(
            invoice(promise(day(-5), day(0)), stepTaken(day(1), "notice")),
            stepTaken(day(taken), "agency"));
    assertThat(next(draft, account, 12)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({"13, DUE", "12, BROUGHT_FORWARD"})
  void nothingIsBroughtForwardToTheDayOnWhichItComesAnyway(int until, Rule rule) {
    Account account = account(invoice(stepTaken(day(3), "reminder"), promise(day(5), day(until))));
    Recommendation now = now(resumesAtNotice(), account, until + 1);
    assertThat(now.step()).contains("notice");
    assertThat(now.rule()).isEqualTo(rule);
  }

  // a new cycle

  @ParameterizedTest
  @CsvSource({"9, reminder", "10, notice"})
  void aStepOfTheDayOnWhichTheCycleBeginsBelongsToIt(int taken, String next) {
    Account account =
        account(
            invoice(notDelivered(day(5)), delivered(day(10)), stepTaken(day(taken), "reminder")));
    assertThat(next(draft().minimumDaysBetweenSteps(0), account, 50)).isEqualTo(next);
  }

  // distances and days

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLateStepKeepsTheDistanceOfTheTriggersFromTheOneBefore(boolean ofAccount) {
    PolicyDraft draft =
        draft()
            .ladder(
                EscalationLadder.of(
                    REMINDER,
                    step("notice")
                        .at(after("reminder", calendarDays(10)))
                        .take(sendNotice(1, LETTER)),
                    step("call").at(daysPastDue(15)).take(placeCall())))
            .per(ACCOUNT);
    LedgerEvent late = stepTaken(day(30), "notice", LETTER);
    Account account = ofAccount ? account(invoice(), late) : account(invoice(late));
    Recommendation now = now(draft, account, 31);
    assertThat(now.reason()).isEqualTo(new ContactReason.ContactTooSoon("call", day(30), day(32)));
  }

  @Test
  void aReplyBeforeTheLatestStepIsNoLongerTheLatestWord() {
    Condition asks = Condition.latestReply(Reply.ASKS_FOR_TIME);
    PolicyDraft draft =
        together(
            REMINDER,
            step("agency").at(daysPastDue(5)).take(referToAgency()),
            step("call").at(daysPastDue(14)).take(placeCall()).onlyIf(asks));
    LedgerEvent reply = customerReplied(day(8), Reply.ASKS_FOR_TIME);
    Account before = account(invoice(reply, stepTaken(day(8), "agency")));
    assertThat(next(draft, before, 15)).isEqualTo("call");
    Account after = account(invoice(reply, stepTaken(day(9), "agency")));
    assertThat(next(draft, after, 15)).isEmpty();
  }

  @Test
  void aConditionOfYourOwnSeesWhetherAnyStepWasTaken() {
    Condition fresh = Condition.described("no step was taken", s -> s.lastStep().isEmpty());
    PolicyDraft draft = together(REMINDER.onlyIf(fresh));
    assertThat(next(draft, account(invoice()), 5)).isEqualTo("reminder");
    assertThat(next(draft, account(invoice(stepTaken(day(4), "reminder"))), 5)).isEmpty();
    Condition once =
        Condition.described("yesterday", s -> s.lastStep().filter(day(4)::equals).isPresent());
    PolicyDraft again = together(REMINDER, REMINDER_AGAIN.onlyIf(once));
    assertThat(next(again, account(invoice(stepTaken(day(4), "reminder"))), 5)).isEqualTo("again");
  }

  private static final EscalationStep REMINDER_AGAIN =
      step("again").at(daysPastDue(4)).take(sendReminder(EMAIL));

  // deliveries that are given up

  @Test
  void aStepThatCountsFromAGivenUpLetterWaitsForANewOne() {
    PolicyDraft draft =
        together(
                step("letter")
                    .at(daysPastDue(3))
                    .take(sendReminder(LETTER))
                    .onlyIf(Condition.daysPastDueAtLeast(20).not()),
                step("notice").at(after("letter", calendarDays(25))).take(sendNotice(1, LETTER)),
                step("agency")
                    .at(daysPastDue(60))
                    .take(referToAgency())
                    .requires(Condition.delivered("letter")))
            .deliveryGivenUpAfter(calendarDays(20));
    Account account = account(invoice(stepTaken(day(3), "letter", LETTER)));
    Recommendation before = now(draft, account, 22);
    assertThat(before.rule()).isEqualTo(Rule.TOO_EARLY);
    assertThat(before.reviewOn()).contains(day(23));
    // on the 20th day after it the delivery is given up, and no letter can be sent any more
    assertThat(now(draft, account, 23).rule()).isEqualTo(Rule.DAY_UNKNOWN);
    assertThat(now(draft, account, 40).rule()).isEqualTo(Rule.DAY_UNKNOWN);
  }

  @Test
  void aStepThatWasNeverTakenIsNotGivenUp() {
    PolicyDraft draft =
        together(
                REMINDER,
                step("agency")
                    .at(daysPastDue(60))
                    .take(referToAgency())
                    .requires(Condition.delivered("reminder")))
            .deliveryGivenUpAfter(calendarDays(20));
    Explanation why = EVALUATOR.explain(draft.build(), account(invoice()), day(50)).get(0);
    assertThat(why.recommendation().step()).contains("reminder");
    assertThat(why.leftOut()).noneMatch(r -> r.toString().contains("given up"));
  }
}
