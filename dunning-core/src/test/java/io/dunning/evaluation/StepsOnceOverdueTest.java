package io.dunning.evaluation;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.deferred;
import static io.dunning.event.LedgerEvent.hold;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.event.LedgerEvent.paymentReversed;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.event.LedgerEvent.termsRenegotiated;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationStep.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.DunningPolicy.Clock;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.ReopeningRules.ReversedAge;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever follows a step past due waits until the debt is overdue, too. Days are counted from 2
 * March 2026, on which the invoice falls due; it was written 30 days before.
 */
class StepsOnceOverdueTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(BusinessCalendar.weekends());
  private static final EscalationStep REMINDER =
      step("reminder").at(Trigger.daysPastDue(3)).take(sendReminder(EMAIL));

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static Account account(LedgerEvent... events) {
    return Fixtures.account("C", Fixtures.history("I", eur("100.00"), DUE, events));
  }

  private static PolicyDraft ladder(EscalationStep... steps) {
    return DunningPolicy.named("p").ladder(EscalationLadder.of(steps));
  }

  /** A first step, and a notice that follows it, or the first step again and again. */
  private static PolicyDraft ladder(EscalationStep first, String next) {
    if (next.startsWith("again every ")) {
      Days every = Days.parse(next.substring("again every ".length()));
      return DunningPolicy.named("p").ladder(EscalationLadder.of(first).repeatLastEvery(every));
    }
    return ladder(first, step("notice").at(Trigger.parse(next)).take(sendNotice(1, EMAIL)));
  }

  private static String decision(Recommendation of) {
    return of.verdict() + " " + of.rule() + " " + of.step().orElse("-");
  }

  /**
   * The first day, from a day on, on which a step is taken, found by looking every day with what
   * was known on the first one. Each review date on the way has to be exact.
   */
  private static int nextStepOn(DunningPolicy policy, Account account, int from) {
    Account known = account.asOf(day(from));
    Recommendation last = null;
    for (int i = from; i < 200; i++) {
      Recommendation now = EVALUATOR.evaluate(policy, known, day(i)).recommendations().get(0);
      assertThat(EVALUATOR.explain(policy, known, day(i)).get(0).recommendation()).isEqualTo(now);
      if (last != null && !decision(now).equals(decision(last))) {
        assertThat(last.reviewOn()).as(last.toString()).contains(day(i));
      }
      if (now.verdict() == Verdict.ACT) {
        return i;
      }
      last = last == null || !decision(now).equals(decision(last)) ? now : last;
    }
    throw new AssertionError("no step is taken");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # what counts from the due date counts from the day to which it was deferred
          17 days past due,                      0, 77
          # what counts from a step that was taken comes no sooner than that day is over
          14 days after reminder,                0, 61
          1 month after reminder,                0, 61
          10 business days after reminder,       0, 61
          1 day after the deadline of reminder,  0, 61
          again every 14 days,                   0, 61
          again every 1 month,                   0, 61
          # nor within the grace that follows
          14 days after reminder,                5, 66
          again every 14 days,                   5, 66
          # it comes later if it is reached later
          94 days after reminder,                5, 100
          84 days after the deadline of reminder, 5, 100
          again every 94 days,                   5, 100
          """)
  void aDeferralHoldsBackWhatFollowsAStepPastDue(String next, int grace, int expected) {
    DunningPolicy policy =
        ladder(REMINDER.grants(calendarDays(10)), next).grace(calendarDays(grace)).build();
    Account account = account(stepTaken(day(6), "reminder"), deferred(day(8), day(60)));
    assertThat(nextStepOn(policy, account, 8)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"7 days after reminder", "again every 7 days"})
  void soDoesTheGraceAfterAReversal(String next) {
    DunningPolicy policy =
        ladder(REMINDER, next)
            .grace(calendarDays(5))
            .reversedAge(ReversedAge.FROM_REVERSAL)
            .build();
    Account account =
        account(
            stepTaken(day(6), "reminder"),
            payment(day(8), eur("100.00")),
            paymentReversed(day(40), eur("100.00")));
    assertThat(nextStepOn(policy, account, 40)).isEqualTo(46);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # held through day 20, eleven days: what is reached on day 28 waits for day 61 all the same
          14, 61
          # day 53 and eleven days, not day 63 and more
          50, 64
          """)
  void aClockThatStopsCountsNoDayTwice(int days, int expected) {
    DunningPolicy policy =
        ladder(REMINDER, days + " days after reminder").clock(Clock.STOPS).build();
    Account account =
        account(
            stepTaken(day(3), "reminder"),
            deferred(day(5), day(60)),
            hold(day(10), "asked", day(20)));
    assertThat(nextStepOn(policy, account, 10)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # what follows a step before the due date is for that time, too, if it comes by the due date
          3 days after heads-up,   0, -4
          7 days after heads-up,   0, 0
          # else it is past due: it waits for the end of a deferral
          14 days after heads-up,  0, 61
          8 days after heads-up,   5, 66
          """)
  void whatFollowsAStepBeforeTheDueDateWaitsIfItIsPastDue(String next, int grace, int expected) {
    EscalationStep headsUp =
        step("heads-up").at(Trigger.daysBeforeDue(7)).take(sendReminder(EMAIL));
    DunningPolicy policy = ladder(headsUp, next).grace(calendarDays(grace)).build();
    Account account = account(stepTaken(day(-7), "heads-up"), deferred(day(-6), day(60)));
    assertThat(nextStepOn(policy, account, -6)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          14 days after heads-up,  0, 7
          14 days after heads-up, 10, 11
           7 days after heads-up, 10, 0
          """)
  void aPastDueStepAfterItWaitsForTheGrace(String next, int grace, int expected) {
    EscalationStep headsUp =
        step("heads-up").at(Trigger.daysBeforeDue(7)).take(sendReminder(EMAIL));
    DunningPolicy policy = ladder(headsUp, next).grace(calendarDays(grace)).build();
    assertThat(nextStepOn(policy, account(stepTaken(day(-7), "heads-up")), -6)).isEqualTo(expected);
  }

  @Test
  void whatCountsFromTheInvoiceDateWaitsForNothing() {
    EscalationStep welcome =
        step("welcome").at(Trigger.daysAfterInvoice(5)).take(sendReminder(EMAIL));
    DunningPolicy policy = ladder(welcome, "40 days after welcome").grace(calendarDays(20)).build();
    Account account = account(stepTaken(day(-25), "welcome"), deferred(day(-20), day(60)));
    assertThat(nextStepOn(policy, account, -20)).isEqualTo(15);
  }

  @Test
  void newTermsStartTheLadderAgain() {
    DunningPolicy policy = ladder(REMINDER, "14 days after reminder").build();
    Account account = account(stepTaken(day(3), "reminder"), termsRenegotiated(day(5), day(60)));
    assertThat(nextStepOn(policy, account, 5)).isEqualTo(63);
  }

  /** The notice about another invoice is no notice about one for which time was granted. */
  @Test
  void aStepOfTheAccountInTheMeantimeDoesNotCount() {
    InvoiceHistory deferred =
        Fixtures.history(
            "I", eur("100.00"), DUE, stepTaken(day(3), "reminder"), deferred(day(5), day(60)));
    Account account =
        Account.of(Customer.of("C"), List.of(deferred), List.of(stepTaken(day(20), "notice")));
    DunningPolicy policy = ladder(REMINDER, "14 days after reminder").build();
    assertThat(nextStepOn(policy, account, 20)).isEqualTo(61);
    Recommendation now = EVALUATOR.evaluate(policy, account, day(61)).recommendations().get(0);
    assertThat(now.step()).isEqualTo(Optional.of("notice"));
  }

  /** What was broken before time was granted brings nothing forward into that time. */
  @Test
  void aPromiseBrokenBeforeTheDeferralBringsNothingForward() {
    DunningPolicy policy =
        ladder(REMINDER, "14 days after reminder").brokenPromise(Resumption.at("notice")).build();
    Account account =
        account(stepTaken(day(3), "reminder"), promise(day(4), day(7)), deferred(day(9), day(60)));
    assertThat(nextStepOn(policy, account, 9)).isEqualTo(61);
  }

  @Test
  void itIsSaidFromWhichDayOnTheStepIsDue() {
    DunningPolicy policy = ladder(REMINDER, "14 days after reminder").build();
    Account account = account(stepTaken(day(3), "reminder"), deferred(day(5), day(60)));
    assertThat(EVALUATOR.evaluate(policy, account, day(70)).recommendations().get(0).reason())
        .isEqualTo(
            new StepReason.StepDue("notice", Trigger.after("reminder", calendarDays(14)), day(61)));
  }
}
