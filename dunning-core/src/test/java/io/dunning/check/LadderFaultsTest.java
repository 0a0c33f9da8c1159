package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.action.DunningAction.askForPaymentMethod;
import static io.dunning.action.DunningAction.assessCharges;
import static io.dunning.action.DunningAction.blockOrders;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.referToAgency;
import static io.dunning.action.DunningAction.sendDemand;
import static io.dunning.action.DunningAction.sendMessage;
import static io.dunning.action.DunningAction.sendNotice;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.action.DunningAction.stopSupply;
import static io.dunning.action.DunningAction.task;
import static io.dunning.action.DunningAction.visit;
import static io.dunning.action.DunningAction.writeOff;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.AGENCY;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.FaultyPolicies.sound;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.after;
import static io.dunning.policy.Trigger.daysAfterInvoice;
import static io.dunning.policy.Trigger.daysPastDue;
import static io.dunning.policy.Trigger.endOfMonthPastDue;
import static io.dunning.policy.Trigger.pastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit;
import io.dunning.conduct.ContactRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Trigger;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LadderFaultsTest {
  private static final EscalationStep TASK = step("task").at(daysPastDue(99)).take(task("decide"));

  private static List<String> lines(PolicyDraft draft) {
    return Findings.lines(LadderFaults.of(draft.build()));
  }

  /** Steps for different customers do not come one after the other. */
  @Test
  void alternativesForOtherCustomersMayRepeatANumberOrSoften() {
    EscalationStep mail =
        step("mail").at(daysPastDue(14)).take(sendNotice(1, EMAIL)).tone(Tone.FRIENDLY);
    EscalationStep letter =
        step("letter").at(daysPastDue(14)).take(sendNotice(1, LETTER)).tone(Tone.FIRM);
    assertThat(lines(policy(REMINDER, letter.onlyIf(VIP.not()), mail.onlyIf(VIP), TASK))).isEmpty();
    assertThat(lines(policy(REMINDER, letter, mail.at(daysPastDue(20)).onlyIf(VIP), TASK)))
        .hasSize(2);
    EscalationStep later = mail.at(daysPastDue(20)).onlyIf(VIP);
    assertThat(lines(policy(REMINDER, letter.onlyIf(VIP), later, TASK))).hasSize(2);
  }

  @Test
  void daysBeforeTheDueDateAreToldAsSuch() {
    EscalationStep early = step("early").at(Trigger.daysAfterInvoice(10)).take(sendReminder(EMAIL));
    EscalationStep late = step("heads-up").at(Trigger.daysBeforeDue(1)).take(sendReminder(EMAIL));
    assertThat(lines(policy(late, early, REMINDER, TASK)))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("reached about 20 days before due, before \"heads-up\",")
                    .endsWith("which is reached about 1 day before due"));
  }

  private static List<String> places(PolicyDraft draft) {
    return Findings.places(LadderFaults.of(draft.build()));
  }

  private static EscalationStep call(Trigger at) {
    return step("call").at(at).take(placeCall());
  }

  @Test
  void aSoundLadderHasNoFault() {
    assertThat(places(sound())).isEmpty();
  }

  @Test
  void aStepIsNotReachedUpToTheLastDayOfGrace() {
    assertThat(lines(sound().grace(calendarDays(3))))
        .containsExactly(
            "step-in-grace at ladder[1].at: step \"reminder\" is reached 3 days past due, but the"
                + " grace period is 3 days; it comes on the day after that");
    assertThat(places(sound().grace(calendarDays(2)))).isEmpty();
    assertThat(places(policy(call(daysPastDue(0)), TASK))).isEmpty();
    // counted from another step or the invoice, it does not speak of days past due
    assertThat(places(policy(call(daysAfterInvoice(31)), TASK).grace(calendarDays(3)))).isEmpty();
  }

  @Test
  void stepsAreReachedInTheOrderOfTheLadder() {
    EscalationStep call = call(after("reminder", calendarDays(10)));
    assertThat(lines(policy(REMINDER, NOTICE, call, TASK)))
        .containsExactly(
            "triggers-out-of-order at ladder[3].at: step \"call\" is reached about 13 days past"
                + " due, before \"notice\", which is reached about 14 days past due");
    EscalationStep later = call(after("reminder", calendarDays(12)));
    assertThat(places(policy(REMINDER, NOTICE, later, TASK))).isEmpty();
  }

  static List<EscalationStep> fiveDaysTooEarlyAtMost() {
    return List.of(
        call(pastDue(businessDays(7))),
        call(endOfMonthPastDue(calendarDays(0))),
        call(daysAfterInvoice(39)));
  }

  /** Their days are known only roughly. */
  @ParameterizedTest
  @MethodSource("fiveDaysTooEarlyAtMost")
  void fiveDaysOfBusinessDaysMonthsAndInvoicesDoNotCount(EscalationStep rough) {
    assertThat(places(policy(REMINDER, NOTICE.at(daysPastDue(14)), rough, TASK)))
        .as("%s", Nominal.day(policy(REMINDER, NOTICE, rough).build(), 2))
        .isEmpty();
    assertThat(places(policy(REMINDER, NOTICE.at(daysPastDue(21)), rough, TASK)))
        .containsExactly("triggers-out-of-order at ladder[3].at");
  }

  @Test
  void theRoughDaysOfTheStepBeforeDoNotCountEither() {
    EscalationStep notice = NOTICE.at(pastDue(businessDays(10)));
    assertThat(places(policy(REMINDER, notice, call(daysPastDue(9)), TASK))).isEmpty();
    assertThat(places(policy(REMINDER, notice, call(daysPastDue(8)), TASK))).hasSize(1);
  }

  @Test
  void twoContactsThatAreDueOnOneDayAreCrowded() {
    EscalationStep call = call(daysPastDue(14));
    assertThat(lines(policy(REMINDER, NOTICE, call, TASK)))
        .containsExactly(
            "steps-crowded at ladder[3].at: step \"call\" is reached on the same day as \"notice\";"
                + " only one of them is taken on that day, and the other follows after the days"
                + " between contacts");
    assertThat(places(policy(REMINDER, NOTICE, call.onlyIf(VIP), TASK))).isEmpty();
    assertThat(places(policy(REMINDER, NOTICE.onlyIf(VIP), call, TASK))).isEmpty();
    assertThat(places(policy(REMINDER, NOTICE, TASK.at(daysPastDue(14))))).isEmpty();
    assertThat(places(policy(REMINDER, TASK.at(daysPastDue(14)), NOTICE))).isEmpty();
    // a ladder that catches up takes the later one only
    EscalationLadder leaps =
        EscalationLadder.of(REMINDER, NOTICE, call, TASK).progression(Progression.CATCH_UP);
    assertThat(places(DunningPolicy.named("leaps").ladder(leaps))).isEmpty();
  }

  @Test
  void noticesAreNumberedUpwards() {
    EscalationStep again = step("again").at(daysPastDue(20)).take(sendNotice(1, EMAIL));
    EscalationStep second = step("second").at(daysPastDue(20)).take(sendNotice(2, EMAIL));
    assertThat(lines(policy(REMINDER, NOTICE, again)))
        .containsExactly(
            "notice-numbers at ladder[3].take: step \"again\" sends notice 1 after \"notice\" has"
                + " sent notice 1");
    assertThat(places(policy(REMINDER, NOTICE, second))).isEmpty();
    EscalationStep first = step("first").at(daysPastDue(25)).take(sendNotice(1, EMAIL));
    assertThat(lines(policy(NOTICE, second, first)))
        .containsExactly(
            "notice-numbers at ladder[3].take: step \"first\" sends notice 1 after \"notice\" has"
                + " sent notice 1");
  }

  @Test
  void noStepSpeaksMoreSoftlyThanTheFirmestBeforeIt() {
    EscalationStep friendly = NOTICE.tone(Tone.FRIENDLY);
    assertThat(lines(policy(REMINDER.tone(Tone.NEUTRAL), friendly)))
        .containsExactly(
            "tone-softens at ladder[2].tone: step \"notice\" is friendly, but \"reminder\" before"
                + " it is neutral");
    assertThat(places(policy(REMINDER.tone(Tone.FRIENDLY), friendly))).isEmpty();
    assertThat(places(policy(REMINDER, friendly))).isEmpty();
    // of several firmer ones, the last is named
    assertThat(
            lines(
                policy(
                    REMINDER.tone(Tone.FIRM), NOTICE.tone(Tone.NEUTRAL), TASK.tone(Tone.FRIENDLY))))
        .last()
        .asString()
        .startsWith("tone-softens at ladder[3].tone: step \"task\" is friendly, but \"notice\"");
  }

  @Test
  void aFriendlyWordIsNoEnd() {
    assertThat(lines(policy(NOTICE, call(daysPastDue(20)))))
        .containsExactly(
            "ladder-without-end at ladder[2]: the ladder ends with \"call\"; if the customer still"
                + " does not pay, nobody is told");
    assertThat(places(policy(REMINDER))).containsExactly("ladder-without-end at ladder[1]");
    assertThat(places(policy(call(daysPastDue(3)).take(sendMessage(EMAIL))))).hasSize(1);
    assertThat(places(policy(call(daysPastDue(3)).take(askForPaymentMethod(EMAIL))))).hasSize(1);
    assertThat(places(policy(NOTICE))).isEmpty();
    assertThat(places(policy(TASK))).isEmpty();
    assertThat(places(policy(REMINDER.take(sendReminder(EMAIL), assessCharges())))).isEmpty();
  }

  @Test
  void aContactThatIsRepeatedNeedsALimit() {
    EscalationLadder daily = EscalationLadder.of(REMINDER).repeatLastEvery(calendarDays(7));
    PolicyDraft draft = DunningPolicy.named("weekly").ladder(daily);
    assertThat(lines(draft))
        .containsExactly(
            "repeats-for-ever at repeat last step every: step \"reminder\" contacts the customer"
                + " every 7 days until the debt is paid");
    ContactRules few = ContactRules.of("few", ContactLimit.atMost(2, Period.ofDays(30)));
    assertThat(places(draft.conduct(Conduct.under(few)))).isEmpty();
    EscalationLadder some =
        EscalationLadder.of(REMINDER.onlyIf(VIP)).repeatLastEvery(calendarDays(7));
    assertThat(places(DunningPolicy.named("some").ladder(some))).isEmpty();
    EscalationLadder tasks = EscalationLadder.of(TASK).repeatLastEvery(calendarDays(7));
    assertThat(places(DunningPolicy.named("tasks").ladder(tasks))).isEmpty();
  }

  static List<DunningAction> deeds() {
    return List.of(
        referToAgency(), stopSupply(), blockOrders(), writeOff(), visit(), task("look at it"));
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void aDemandIsFollowedByWhatItThreatens(DunningAction deed) {
    EscalationStep done = step("done").at(daysPastDue(60)).take(deed);
    String threat = "threat-never-carried-out at ladder[2]";
    assertThat(places(policy(REMINDER, DEMAND, done))).doesNotContain(threat);
    assertThat(places(policy(REMINDER, DEMAND.take(sendDemand(LETTER), deed))))
        .doesNotContain(threat);
    assertThat(places(policy(done.at(daysPastDue(3)), DEMAND))).contains(threat);
  }

  @Test
  void aThreatIsToldOnceOfTheFirstDemand() {
    EscalationStep last = NOTICE.at(after("demand", calendarDays(20))).tone(Tone.FINAL);
    assertThat(lines(policy(REMINDER, DEMAND, last)))
        .containsExactly(
            "threat-never-carried-out at ladder[2]: step \"demand\" is a final demand, but no step"
                + " refers the debt, files a claim, stops supply, visits or sets a task");
    assertThat(places(policy(REMINDER, NOTICE.tone(Tone.FINAL))))
        .containsExactly("threat-never-carried-out at ladder[2]");
    assertThat(places(policy(REMINDER, NOTICE.tone(Tone.FIRM)))).isEmpty();
  }

  @Test
  void aTestOfOnesOwnIsNotedWhereverItStands() {
    Condition own = Condition.described("fine weather", s -> true);
    assertThat(lines(policy(REMINDER, NOTICE.onlyIf(VIP.and(own)), AGENCY.at(daysPastDue(40)))))
        .containsExactly(
            "daily-review at ladder[2].only if: \"described as \"fine weather\"\" is a test of your"
                + " own: the debt is looked at every day");
    assertThat(places(sound().holdWhile(own))).containsExactly("daily-review at hold while");
    assertThat(places(policy(REMINDER, NOTICE.requires(own))))
        .containsExactly("daily-review at ladder[2].requires[1]");
  }
}
