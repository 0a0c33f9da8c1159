package io.dunning.check;

import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.policy.Condition.askedForTime;
import static io.dunning.policy.Condition.daysSince;
import static io.dunning.policy.Condition.repliedSince;
import static io.dunning.policy.Condition.repliedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.action.Tone;
import io.dunning.calendar.Days;
import io.dunning.event.Concession;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Patience;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.ReopeningRules;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import io.dunning.settlement.PlanRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepMemoryTest {
  private static final LocalDate DUE = LocalDate.of(2025, 2, 5);
  private static final int SPACING = 7;

  private static StepMemory memory(PolicyDraft draft) {
    DunningPolicy policy = draft.build();
    return new StepMemory(policy, Boundary.of(policy), SPACING);
  }

  private static StepTaken taken(String step, int daysPastDue) {
    return new StepTaken(DUE.plusDays(daysPastDue), step, Optional.of(Channel.LETTER), "");
  }

  private static boolean matters(StepMemory memory, StepTaken taken, int day, int level, int left) {
    return memory.matters(taken, DUE.toEpochDay(), day(day), level, left);
  }

  private static long day(int daysPastDue) {
    return DUE.plusDays(daysPastDue).toEpochDay();
  }

  @Test
  void aPlainPolicyForgetsStepsOfItsOwnOnly() {
    StepMemory memory = memory(sound());
    assertThat(memory.forgets(0)).isTrue();
    assertThat(memory.forgets(2)).isTrue();
    assertThat(matters(memory, taken("an old step", 3), 200, 3, 0)).isTrue();
  }

  static List<PolicyDraft> reopeningAnew() {
    return List.of(
        sound().reversedSteps(ReopeningRules.ReversedSteps.START_AGAIN),
        sound().reversedAge(ReopeningRules.ReversedAge.FROM_REVERSAL));
  }

  /** The first steps may then ask once more, about what was dropped since. */
  @ParameterizedTest
  @MethodSource("reopeningAnew")
  void nothingIsForgottenWhileAReversalMayLetTheLadderStartAgain(PolicyDraft draft) {
    StepMemory memory = memory(draft);
    assertThat(memory.forgets(1)).isFalse();
    assertThat(memory.forgets(0)).isTrue();
  }

  @Test
  void theDayOfAStepMattersWhileTheNextContactKeepsItsDistance() {
    StepMemory memory = memory(sound());
    assertThat(matters(memory, taken("reminder", 3), 10, 0, 0)).isTrue();
    assertThat(matters(memory, taken("reminder", 3), 11, 0, 0)).isFalse();
  }

  /** Whether the debt was overdue then is asked by what is found about notices. */
  @Test
  void theDayOfAStepBeforeTheDueDateAlwaysMatters() {
    StepMemory memory = memory(sound());
    assertThat(matters(memory, taken("reminder", 0), 60, 2, 0)).isTrue();
    assertThat(matters(memory, taken("reminder", 1), 60, 2, 0)).isFalse();
    StepMemory graceful = memory(sound().grace(Days.calendarDays(2)));
    assertThat(matters(graceful, taken("reminder", 2), 60, 2, 0)).isTrue();
  }

  @Test
  void theDayOfAStepMattersUntilTheStepIsTakenThatCountsFromIt() {
    StepMemory memory = memory(sound());
    assertThat(matters(memory, taken("demand", 30), 90, 2, 0)).isTrue();
    assertThat(matters(memory, taken("demand", 30), 90, 3, 0)).isFalse();
    assertThat(matters(memory, taken("notice", 14), 90, 1, 0)).isFalse();
  }

  /** Even while a step may come back, so that no step is taken for good. */
  @Test
  void theDayOfAStepThatNobodyRefersToDoesNotMatter() {
    assertThat(matters(memory(sound()), taken("reminder", 3), 90, -1, 0)).isFalse();
  }

  /** If the step in between was skipped, a later one counts from its starting point. */
  @Test
  void whoRefersToASkippedStepCountsFromItsStartingPoint() {
    EscalationStep call =
        EscalationStep.step("call").at(Trigger.after("notice", Days.calendarDays(9)));
    EscalationStep visit =
        EscalationStep.step("visit").at(Trigger.after("call", Days.calendarDays(9)));
    StepMemory memory =
        memory(policy(REMINDER, NOTICE, call.take(placeCall()), visit.take(placeCall())));
    assertThat(matters(memory, taken("notice", 14), 90, 2, 0)).isTrue();
    assertThat(matters(memory, taken("notice", 14), 90, 3, 0)).isFalse();
    assertThat(matters(memory, taken("reminder", 3), 90, 1, 0)).isFalse();
  }

  @Test
  void theDayOfAStepMattersToConditionsThatNameIt() {
    StepMemory memory = memory(policy(REMINDER, NOTICE, DEMAND.requires(daysSince(5, "reminder"))));
    assertThat(matters(memory, taken("reminder", 3), 90, 1, 0)).isTrue();
    assertThat(matters(memory, taken("reminder", 3), 90, 2, 0)).isFalse();
    StepMemory held = memory(sound().holdWhile(daysSince(5, "reminder").not()));
    assertThat(matters(held, taken("reminder", 3), 90, 3, 0)).isTrue();
  }

  /** A reply is compared with the day of the step, whichever it names. */
  @Test
  void theDaysOfAllStepsMatterToWhoAsksForRepliesSince() {
    StepMemory memory =
        memory(policy(REMINDER, NOTICE, DEMAND.onlyIf(repliedSince("notice").not()), AGENCY));
    assertThat(matters(memory, taken("reminder", 3), 90, 1, 0)).isTrue();
    assertThat(matters(memory, taken("reminder", 3), 90, 2, 0)).isFalse();
  }

  @Test
  void theDayOfAStepMattersUntilItsDeadlineIsOver() {
    StepMemory memory = memory(policy(REMINDER, NOTICE, DEMAND));
    assertThat(matters(memory, taken("demand", 30), 45, 2, 0)).isTrue();
    assertThat(matters(memory, taken("demand", 30), 46, 2, 0)).isFalse();
    assertThat(matters(memory, taken("demand", 30), 40, StepMemory.OVER, 0)).isFalse();
    StepMemory patient = memory(policy(REMINDER.grants(Days.calendarDays(10)), NOTICE));
    assertThat(matters(patient, taken("reminder", 3), 18, 0, 0)).isTrue();
    assertThat(matters(patient, taken("reminder", 3), 19, 0, 0)).isFalse();
  }

  @Test
  void theDayOfAMessageMattersWhileItMayComeBack() {
    StepMemory memory = memory(sound());
    assertThat(matters(memory, taken("notice", 14), 28, 2, 1)).isTrue();
    assertThat(matters(memory, taken("notice", 14), 28, 2, 0)).isFalse();
    assertThat(matters(memory, taken("notice", 14), 29, 2, 1)).isFalse();
  }

  @Test
  void aStepIsTakenForGoodOnceItsMessageCannotComeBack() {
    StepMemory memory = memory(sound());
    List<StepTaken> letters = List.of(taken("reminder", 3), taken("notice", 14));
    assertThat(memory.level(letters, day(60), 0)).isEqualTo(1);
    assertThat(memory.level(letters, day(60), 1)).isZero();
    assertThat(memory.level(letters, day(60), 2)).isEqualTo(-1);
    assertThat(memory.level(letters, day(17), 1)).isEqualTo(-1);
    assertThat(memory.level(letters, day(18), 1)).isZero();
    StepTaken agency = new StepTaken(DUE.plusDays(50), "agency", Optional.empty(), "");
    assertThat(memory.level(List.of(letters.get(0), agency), day(51), 1)).isEqualTo(3);
  }

  @Test
  void repliesMatterUntilTheLastStepThatAsks() {
    StepMemory memory = memory(policy(REMINDER, NOTICE.tone(Tone.FIRM, askedForTime()), DEMAND));
    assertThat(memory.asksReplies(0)).isTrue();
    assertThat(memory.asksReplies(1)).isFalse();
    assertThat(memory(sound()).asksReplies(-1)).isFalse();
    assertThat(memory(sound().holdWhile(askedForTime())).asksReplies(3)).isTrue();
    assertThat(memory(sound().holdWhile(askedForTime())).asksReplies(StepMemory.OVER)).isFalse();
    StepMemory why =
        memory(policy(REMINDER, NOTICE.onlyIf(repliedWith(NonpaymentReason.FORGOT)), DEMAND));
    assertThat(why.asksReplies(0)).isTrue();
    assertThat(why.asksReplies(1)).isFalse();
  }

  @Test
  void decisionsMatterAboutStepsThatAreStillToCome() {
    StepMemory memory = memory(sound());
    assertThat(memory.asksDecision("agency", 2)).isTrue();
    assertThat(memory.asksDecision("agency", 3)).isFalse();
    assertThat(memory.asksReturned(2, 2)).isTrue();
    assertThat(memory.asksReturned(2, 3)).isFalse();
  }

  static List<PolicyDraft> lookingBack() {
    return List.of(
        sound().per(AccountRules.Unit.ACCOUNT),
        sound().ladder(sound().build().ladder().repeatLastEvery(Days.calendarDays(30))),
        sound().patience(Patience.UNLIMITED.atMost(1, Concession.PROMISE)),
        sound().deliveryGivenUpAfter(Days.calendarDays(9)),
        sound().deliveryPresumedAfter(Days.calendarDays(3)),
        sound().brokenPromise(Resumption.at("demand")),
        sound().plans(PlanRule.monthly(6)),
        policy(REMINDER, NOTICE.onlyIf(Condition.described("key account", s -> true))));
  }

  @ParameterizedTest
  @MethodSource("lookingBack")
  void aPolicyThatLooksBackFurtherNeverForgets(PolicyDraft draft) {
    StepMemory memory = memory(draft);
    assertThat(memory.forgets(0)).isFalse();
    assertThat(matters(memory, taken("reminder", 3), 200, StepMemory.OVER, 0)).isTrue();
    assertThat(memory.asksReplies(StepMemory.OVER)).isTrue();
    assertThat(memory.asksDecision("reminder", StepMemory.OVER)).isTrue();
    assertThat(memory.asksReturned(0, StepMemory.OVER)).isTrue();
  }
}
