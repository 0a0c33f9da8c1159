package io.dunning.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.FailureClass;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import io.dunning.scenario.StoryDay;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCheckTest {
  /** What is found by building a policy. */
  private static final Set<FindingKind> REFUSED =
      Set.of(FindingKind.UNKNOWN_STEP, FindingKind.CONTRADICTION);

  private static final List<FaultyPolicies.Fault> FAULTS = FaultyPolicies.all();

  /** The report of each faulty policy, which several tests read. */
  private static final Map<FaultyPolicies.Fault, PolicyReport> REPORTS = new IdentityHashMap<>();

  static List<FaultyPolicies.Fault> faults() {
    return FAULTS;
  }

  static List<DunningPolicy> good() {
    return GoodPolicies.all();
  }

  static Stream<FindingKind> kinds() {
    return Arrays.stream(FindingKind.values()).filter(k -> !REFUSED.contains(k));
  }

  private static PolicyReport check(DunningPolicy policy) {
    return PolicyCheck.of(policy).on(BusinessCalendar.weekends()).events(1).run();
  }

  /** A budget of just the worlds that there are is enough. */
  @Test
  void aBudgetThatIsJustEnoughCutsNothingShort() {
    PolicyCheck check = PolicyCheck.of(GoodPolicies.all().get(1)).events(1);
    long worlds = check.run().explored().worlds();
    assertThat(check.atMost(worlds).run().explored().isCutShort()).isFalse();
    assertThat(check.atMost(worlds).run().explored().worlds()).isEqualTo(worlds);
    assertThat(check.atMost(worlds - 1).run().explored().isCutShort()).isTrue();
    assertThat(check.atMost(worlds - 1).run().explored().worlds()).isEqualTo(worlds - 1);
  }

  /** What takes longer than the ladder, or more than one event, is reached or left open. */
  static List<Condition> slow() {
    return List.of(
        Condition.daysSince(180, "notice"),
        Condition.daysPastDueAtLeast(365),
        Condition.addressUnknownForAtLeast(180),
        Condition.collectionsFailedAtLeast(3),
        Condition.collectionFailureIs(FailureClass.UNKNOWN),
        Condition.collectionFailureIs(FailureClass.MANDATE),
        Condition.invoiceDelivered(),
        Condition.invoiceDelivered().and(Condition.customerTagged("key")),
        Condition.addressFoundWithin(30));
  }

  @ParameterizedTest
  @MethodSource("slow")
  void whatTakesLongIsNoMistake(Condition condition) {
    EscalationStep last =
        EscalationStep.step("last")
            .at(Trigger.daysPastDue(60))
            .take(DunningAction.task("decide"))
            .onlyIf(condition);
    PolicyReport found =
        check(FaultyPolicies.policy(FaultyPolicies.REMINDER, FaultyPolicies.NOTICE, last).build());
    assertThat(found.findings())
        .extracting(PolicyFinding::kind)
        .doesNotContain(FindingKind.STEP_UNREACHABLE, FindingKind.CONDITION_NEVER_TRUE);
  }

  private static PolicyReport report(FaultyPolicies.Fault fault) {
    synchronized (REPORTS) {
      return REPORTS.computeIfAbsent(fault, f -> check(f.policy()));
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsEachFaultAtItsPlace(FaultyPolicies.Fault fault) {
    PolicyReport report = report(fault);
    assertThat(report.findings())
        .as(report.toString())
        .anyMatch(f -> f.kind() == fault.kind() && f.place().equals(fault.place()));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyExampleIsAStoryThatAScenarioTells(FaultyPolicies.Fault fault) {
    for (PolicyFinding each : report(fault).findings()) {
      each.example().ifPresent(w -> w.scenario().tells(w.story().toArray(new StoryDay[0])));
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void isSilentAboutGoodPolicies(DunningPolicy policy) {
    PolicyReport report = check(policy);
    assertThat(report.faults()).as(report.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void knowsAFaultyAndASoundPolicyOfEachKind(FindingKind kind) {
    assertThat(faults()).extracting(FaultyPolicies.Fault::kind).contains(kind);
    PolicyReport report = check(SoundPolicies.without(kind));
    assertThat(report.findings())
        .as(report.toString())
        .extracting(PolicyFinding::kind)
        .doesNotContain(kind);
  }

  /** A dispute takes an event, and the exploration of this check has none. */
  @Test
  void aStepThatNoEventCouldReachStaysOpen() {
    DunningPolicy policy =
        FaultyPolicies.policy(
                FaultyPolicies.REMINDER,
                EscalationStep.step("call")
                    .at(Trigger.daysPastDue(20))
                    .take(DunningAction.placeCall())
                    .onlyIf(Condition.partlyDisputed()))
            .build();
    PolicyReport none = PolicyCheck.of(policy).events(0).run();
    assertThat(none.faults()).as(none.toString()).isEmpty();
    assertThat(none.undecided()).containsExactly("ladder[2]: step \"call\" was not reached");
    assertThat(none.isInconclusive()).isTrue();
    PolicyReport cut = PolicyCheck.of(policy).atMost(300).run();
    assertThat(cut.explored().isCutShort()).isTrue();
    assertThat(cut.isInconclusive()).isTrue();
    assertThat(PolicyCheck.of(policy).events(1).run().isInconclusive()).isFalse();
  }

  /** What was found until then is told, and nothing is claimed beyond it. */
  @Test
  void endsWithWhatItHasAsSoonAsSomebodySaysSo() {
    DunningPolicy policy =
        FaultyPolicies.policy(
                EscalationStep.step("agency")
                    .at(Trigger.daysPastDue(30))
                    .take(DunningAction.referToAgency()))
            .build();
    long[] asked = {0};
    PolicyReport cut = PolicyCheck.of(policy).until(() -> ++asked[0] > 2000).run();
    assertThat(cut.explored().isCutShort()).isTrue();
    assertThat(cut.isInconclusive()).isTrue();
    assertThat(cut.explored().worlds()).isPositive();
    assertThat(cut.faults())
        .extracting(PolicyFinding::kind)
        .contains(FindingKind.NOTICE_MISSING, FindingKind.SEVERE_WITHOUT_APPROVAL);
    PolicyReport none = PolicyCheck.of(policy).until(() -> true).run();
    assertThat(none.explored().complete()).isEqualTo(-1);
  }

  /** A daily reminder is the same every day; two events in it are tried in some thousand worlds. */
  @Test
  void endsAWorldOnceTheLastStepWasRepeatedOftenEnough() {
    DunningPolicy daily =
        DunningPolicy.named("daily")
            .ladder(
                EscalationLadder.of(FaultyPolicies.REMINDER).repeatLastEvery(Days.calendarDays(1)))
            .build();
    PolicyReport report = PolicyCheck.of(daily).run();
    assertThat(report.explored().isCutShort()).isFalse();
    assertThat(report.undecided()).isEmpty();
    assertThat(report.explored().decisions()).isLessThan(800_000);
    assertThat(report.findings())
        .extracting(PolicyFinding::kind)
        .contains(FindingKind.REPEATS_FOR_EVER);
  }

  /** A repetition that a number of days ends is played until that day. */
  @Test
  void playsARepetitionOnWhereDaysEndIt() {
    DunningPolicy daily =
        DunningPolicy.named("daily")
            .ladder(
                EscalationLadder.of(
                        FaultyPolicies.REMINDER.onlyIf(
                            Condition.parse("not (at least 40 days past due)")))
                    .repeatLastEvery(Days.calendarDays(1)))
            .build();
    assertThat(PolicyCheck.of(daily).events(1).run().faults())
        .extracting(PolicyFinding::kind)
        .doesNotContain(FindingKind.CONDITION_ALWAYS_TRUE);
  }

  /** What an exploration cannot make happen is no mistake of the policy. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "at least 3 invoices overdue",
        "3 promises were broken",
        "disputed for price at least 3 times",
        "nobody reached in 3 attempts",
        "customer tagged VIP and a promise was broken and customer gave the reason forgot"
      })
  void aConditionBeyondTheBoundIsNoFault(String condition) {
    DunningPolicy policy =
        FaultyPolicies.policy(
                FaultyPolicies.REMINDER,
                FaultyPolicies.NOTICE,
                EscalationStep.step("call")
                    .at(Trigger.daysPastDue(20))
                    .take(DunningAction.placeCall())
                    .onlyIf(Condition.parse(condition)),
                EscalationStep.step("task")
                    .at(Trigger.daysPastDue(40))
                    .take(DunningAction.task("look at it")))
            .build();
    PolicyReport report = check(policy);
    assertThat(report.faults()).as(report.toString()).isEmpty();
    assertThat(report.undecided()).isNotEmpty();
  }

  @Test
  void adviceIsOneSentenceOfItsOwn() {
    assertThat(FindingKind.values())
        .extracting(FindingKind::advice)
        .doesNotHaveDuplicates()
        .allMatch(a -> a.startsWith("Maybe ") && !a.endsWith("."));
    PolicyFinding found = PolicyFinding.error(FindingKind.CHARGES_NOT_SET, "ladder[1]", "so");
    assertThat(found).hasToString("error charges-not-set at ladder[1]: so\n    " + found.advice());
  }

  /** A word before the due date tells nobody that the debt is overdue. */
  @Test
  void aReminderIsNoWarningOfAStopOfSupply() {
    EscalationStep stop =
        EscalationStep.step("stop").at(Trigger.daysPastDue(40)).take(DunningAction.stopSupply());
    assertThat(withoutApproval(FaultyPolicies.REMINDER, stop))
        .containsExactly(
            "ladder[2].take: step \"stop\" stops supply without anyone's approval, and no notice or"
                + " demand comes before it");
    assertThat(withoutApproval(FaultyPolicies.REMINDER, stop.needsApproval())).isEmpty();
    assertThat(withoutApproval(FaultyPolicies.REMINDER, FaultyPolicies.NOTICE, stop)).isEmpty();
    assertThat(withoutApproval(FaultyPolicies.DEMAND, stop)).isEmpty();
    EscalationStep early =
        EscalationStep.step("early")
            .at(Trigger.daysBeforeDue(3))
            .take(DunningAction.sendNotice(1, Channel.LETTER));
    assertThat(withoutApproval(early, stop)).hasSize(1);
  }

  private static List<String> withoutApproval(EscalationStep... steps) {
    return PolicyCheck.of(FaultyPolicies.policy(steps).build()).events(0).run().findings().stream()
        .filter(f -> f.kind() == FindingKind.SEVERE_WITHOUT_APPROVAL)
        .map(f -> f.place() + ": " + f.sentence())
        .toList();
  }

  @Test
  void aReminderBeforeTheDueDateIsNoNotice() {
    DunningPolicy policy =
        FaultyPolicies.policy(
                EscalationStep.step("heads-up")
                    .at(Trigger.daysBeforeDue(3))
                    .take(DunningAction.sendReminder(Channel.EMAIL)),
                EscalationStep.step("agency")
                    .at(Trigger.daysPastDue(40))
                    .take(DunningAction.referToAgency())
                    .needsApproval())
            .build();
    assertThat(check(policy).faults())
        .extracting(PolicyFinding::kind)
        .contains(FindingKind.NOTICE_MISSING);
  }

  @Test
  void turnsWhatCannotBeBuiltIntoFindings() {
    assertThat(refusals(FaultyPolicies.sound().brokenPromise(Resumption.at("nowhere"))))
        .extracting(PolicyFinding::kind)
        .containsExactly(FindingKind.UNKNOWN_STEP);
    assertThat(refusals(FaultyPolicies.sound().minimumDaysBetweenContacts(-1)))
        .extracting(PolicyFinding::kind)
        .containsExactly(FindingKind.CONTRADICTION);
    assertThat(
            refusals(
                FaultyPolicies.policy(
                    EscalationStep.step("call")
                        .at(Trigger.after("letter", Days.calendarDays(3)))
                        .take(DunningAction.placeCall()))))
        .hasToString(
            "[error unknown-step: step \"call\": counts from \"letter\", which is not an earlier"
                + " step\n    Maybe name a step of the ladder, or add the step]");
  }

  private static List<PolicyFinding> refusals(PolicyDraft draft) {
    try {
      draft.build();
      return List.of();
    } catch (InvalidPolicyException e) {
      return PolicyFinding.of(e);
    }
  }
}
