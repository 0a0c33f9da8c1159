package io.dunning.evaluation;

import static io.dunning.Policies.draft;
import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.event.LedgerEvent.promise;
import static io.dunning.event.LedgerEvent.stepTaken;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.EscalationLadder.Progression.CATCH_UP;
import static io.dunning.policy.EscalationLadder.Progression.SKIP;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.policy.Trigger.pastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.Fixtures;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.policy.Condition;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which step is next, and by which rule it is taken. */
class LadderTest {
  private static final LocalDate DUE = LocalDate.of(2026, 2, 14);

  /** Holidays are known for the first weeks only. */
  private static final DunningEvaluator EVALUATOR =
      DunningEvaluator.on(
          BusinessCalendar.weekends()
              .withHolidays(List.of(), new DateSpan(DUE.minusDays(90), DUE.plusDays(60))));

  private static LocalDate day(int afterDue) {
    return DUE.plusDays(afterDue);
  }

  private static EscalationStep reminder(Trigger trigger) {
    return step("reminder").at(trigger).take(sendReminder(EMAIL));
  }

  private static EscalationStep notice(Trigger trigger) {
    return step("notice").at(trigger).take(sendNotice(1, LETTER));
  }

  private static EscalationStep call(Trigger trigger) {
    return step("call").at(trigger).take(placeCall());
  }

  private static PolicyDraft ladder(EscalationStep... steps) {
    return draft().ladder(EscalationLadder.of(steps)).minimumDaysBetweenSteps(0);
  }

  private static PolicyDraft ladder(Progression progression, EscalationStep... steps) {
    return draft().ladder(EscalationLadder.of(steps).progression(progression));
  }

  private static Recommendation now(PolicyDraft draft, int on, LedgerEvent... events) {
    Account account = Fixtures.account("C", Fixtures.history("A", eur("100.00"), DUE, events));
    return BothWays.decide(EVALUATOR, draft.build(), account, day(on)).get(0);
  }

  @Test
  void ofStepsOfOneDayTheMostSevereIsWaitedFor() {
    EscalationStep[] steps = {reminder(daysPastDue(5)), notice(daysPastDue(5))};
    assertThat(now(ladder(CATCH_UP, steps), 2).waitsFor()).contains("notice");
    assertThat(now(ladder(SKIP, steps), 2).waitsFor()).contains("notice");
    assertThat(now(ladder(steps), 2).waitsFor()).contains("reminder");
  }

  @Test
  void ofStepsBeyondTheCalendarTheMildestIsWaitedFor() {
    EscalationStep[] steps = {
      reminder(pastDue(businessDays(90))), notice(pastDue(businessDays(95)))
    };
    assertThat(now(ladder(CATCH_UP, steps), 2).waitsFor()).contains("reminder");
    assertThat(now(ladder(SKIP, steps), 2).waitsFor()).contains("reminder");
    // beside one that lies within the calendar they are not waited for
    EscalationStep[] more = {
      reminder(pastDue(businessDays(90))), notice(daysPastDue(40)), call(pastDue(businessDays(95)))
    };
    assertThat(now(ladder(CATCH_UP, more), 2).waitsFor()).contains("notice");
    assertThat(now(ladder(SKIP, more), 2).waitsFor()).contains("notice");
  }

  @Test
  void aStepThatCountsFromOneBeyondTheCalendarNeedsALaterCalendar() {
    PolicyDraft draft =
        ladder(
            reminder(pastDue(businessDays(90))).onlyIf(Condition.never()),
            notice(after("reminder", calendarDays(1))));
    assertThat(now(draft, 61).rule()).isEqualTo(Rule.CALENDAR_OVER);
    // one that counts from a step still to be taken has no day, whatever the calendar
    PolicyDraft waits =
        ladder(
            CATCH_UP,
            reminder(pastDue(businessDays(90))),
            notice(after("reminder", calendarDays(1))));
    assertThat(now(waits, 61).waitsFor()).contains("reminder");
    assertThat(now(waits, 61).rule()).isEqualTo(Rule.CALENDAR_OVER);
  }

  @Test
  void theLastStepIsRepeatedByARuleOfItsOwn() {
    PolicyDraft draft =
        draft()
            .ladder(
                EscalationLadder.of(reminder(daysPastDue(3))).repeatLastEvery(calendarDays(10)));
    assertThat(now(draft, 3).rule()).isEqualTo(Rule.DUE);
    Recommendation again = now(draft, 13, stepTaken(day(3), "reminder", EMAIL));
    assertThat(again.step()).contains("reminder");
    assertThat(again.rule()).isEqualTo(Rule.REPEATS);
    assertThat(now(draft, 12, stepTaken(day(3), "reminder", EMAIL)).reviewOn()).contains(day(13));
  }

  @Test
  void theFirstStepIsBroughtForwardByABreach() {
    PolicyDraft draft =
        ladder(reminder(daysPastDue(3)))
            .promiseTolerance(calendarDays(0))
            .brokenPromise(Resumption.at("reminder"));
    Recommendation now = now(draft, 1, promise(day(-5), day(0)));
    assertThat(now.step()).contains("reminder");
    assertThat(now.rule()).isEqualTo(Rule.BROUGHT_FORWARD);
  }

  @ParameterizedTest
  @CsvSource({"12, DUE", "11, BROUGHT_FORWARD"})
  void aStepThatCountsFromAnotherIsBroughtForwardBeforeItsDayOnly(int until, Rule rule) {
    PolicyDraft draft =
        ladder(reminder(daysPastDue(3)), notice(after("reminder", calendarDays(10))))
            .promiseTolerance(calendarDays(0))
            .brokenPromise(Resumption.at("notice"));
    Recommendation now =
        now(draft, until + 1, stepTaken(day(3), "reminder", EMAIL), promise(day(5), day(until)));
    assertThat(now.step()).contains("notice");
    assertThat(now.rule()).isEqualTo(rule);
  }
}
