package io.dunning.check;

import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.PolicyComparison.Kind.APPROVAL_ADDED;
import static io.dunning.check.PolicyComparison.Kind.APPROVAL_LOST;
import static io.dunning.check.PolicyComparison.Kind.CHARGED_LESS;
import static io.dunning.check.PolicyComparison.Kind.CHARGED_MORE;
import static io.dunning.check.PolicyComparison.Kind.CONTACTED_AGAIN_EARLIER;
import static io.dunning.check.PolicyComparison.Kind.CONTACTED_AGAIN_LATER;
import static io.dunning.check.PolicyComparison.Kind.CONTACTED_EARLIER;
import static io.dunning.check.PolicyComparison.Kind.CONTACTED_LATER;
import static io.dunning.check.PolicyComparison.Kind.CONTACTED_LESS;
import static io.dunning.check.PolicyComparison.Kind.CONTACTED_MORE;
import static io.dunning.check.PolicyComparison.Kind.ESCALATED_EARLIER;
import static io.dunning.check.PolicyComparison.Kind.ESCALATED_LATER;
import static io.dunning.check.PolicyComparison.Kind.HANDED_OVER_EARLIER;
import static io.dunning.check.PolicyComparison.Kind.HANDED_OVER_LATER;
import static io.dunning.check.PolicyComparison.Kind.HANDED_OVER_OTHERWISE;
import static io.dunning.check.PolicyComparison.Kind.LEFT_ALONE;
import static io.dunning.check.PolicyComparison.Kind.LESS_TIME_TO_PAY;
import static io.dunning.check.PolicyComparison.Kind.MORE_TIME_TO_PAY;
import static io.dunning.check.PolicyComparison.Kind.NEWLY_ESCALATED;
import static io.dunning.check.PolicyComparison.Kind.NEWLY_HANDED_OVER;
import static io.dunning.check.PolicyComparison.Kind.NO_LONGER_ESCALATED;
import static io.dunning.check.PolicyComparison.Kind.NO_LONGER_HANDED_OVER;
import static io.dunning.check.PolicyComparison.Kind.NO_LONGER_LEFT_ALONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunning.action.DunningAction;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.check.PolicyComparison.Effect;
import io.dunning.check.PolicyComparison.Kind;
import io.dunning.event.DeliveryEvent;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import io.dunning.scenario.StoryDay;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyComparisonTest {
  private static final DunningPolicy BEFORE = GoodPolicies.all().get(0);
  static final Map<Kind, Kind> MIRRORED =
      Map.ofEntries(
          Map.entry(CONTACTED_EARLIER, CONTACTED_LATER),
          Map.entry(CONTACTED_LATER, CONTACTED_EARLIER),
          Map.entry(CONTACTED_AGAIN_EARLIER, CONTACTED_AGAIN_LATER),
          Map.entry(CONTACTED_AGAIN_LATER, CONTACTED_AGAIN_EARLIER),
          Map.entry(CONTACTED_MORE, CONTACTED_LESS),
          Map.entry(CONTACTED_LESS, CONTACTED_MORE),
          Map.entry(LEFT_ALONE, NO_LONGER_LEFT_ALONE),
          Map.entry(NO_LONGER_LEFT_ALONE, LEFT_ALONE),
          Map.entry(CHARGED_MORE, CHARGED_LESS),
          Map.entry(CHARGED_LESS, CHARGED_MORE),
          Map.entry(LESS_TIME_TO_PAY, MORE_TIME_TO_PAY),
          Map.entry(MORE_TIME_TO_PAY, LESS_TIME_TO_PAY),
          Map.entry(HANDED_OVER_EARLIER, HANDED_OVER_LATER),
          Map.entry(HANDED_OVER_LATER, HANDED_OVER_EARLIER),
          Map.entry(NEWLY_HANDED_OVER, NO_LONGER_HANDED_OVER),
          Map.entry(NO_LONGER_HANDED_OVER, NEWLY_HANDED_OVER),
          Map.entry(ESCALATED_EARLIER, ESCALATED_LATER),
          Map.entry(ESCALATED_LATER, ESCALATED_EARLIER),
          Map.entry(NEWLY_ESCALATED, NO_LONGER_ESCALATED),
          Map.entry(NO_LONGER_ESCALATED, NEWLY_ESCALATED),
          Map.entry(HANDED_OVER_OTHERWISE, HANDED_OVER_OTHERWISE),
          Map.entry(APPROVAL_LOST, APPROVAL_ADDED),
          Map.entry(APPROVAL_ADDED, APPROVAL_LOST));

  static List<DunningPolicy> others() {
    return GoodPolicies.all().subList(1, 6);
  }

  @Test
  void aPolicyDoesNotDifferFromItself() {
    PolicyComparison same = PolicyComparison.of(BEFORE, BEFORE);
    assertThat(same.isEmpty()).isTrue();
    assertThat(same.harsher()).isEmpty();
    assertThat(same.worlds()).isGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("others")
  void theOtherWayRoundSaysTheOpposite(DunningPolicy after) {
    PolicyComparison there = PolicyComparison.of(BEFORE, after);
    PolicyComparison back = PolicyComparison.of(after, BEFORE);
    Map<Kind, Long> mirrored = new EnumMap<>(Kind.class);
    there.effects().forEach(e -> mirrored.put(MIRRORED.get(e.kind()), e.worlds()));
    Map<Kind, Long> found = new EnumMap<>(Kind.class);
    back.effects().forEach(e -> found.put(e.kind(), e.worlds()));
    assertThat(found).isEqualTo(mirrored);
    assertThat(back.worlds()).isEqualTo(there.worlds());
    assertThat(back.differences()).hasSameSizeAs(there.differences());
  }

  @Test
  void tellsALaterReminderInWordsAndByWhatItDoes() {
    DunningPolicy after = Redraft.withStep(BEFORE, 0, s -> s.at(Trigger.daysPastDue(5)));
    PolicyComparison found = PolicyComparison.of(BEFORE, after);
    assertThat(found.differences())
        .map(PolicyComparison.Difference::toString)
        .containsExactly("step \"reminder\": at: 3 days past due -> 5 days past due");
    assertThat(found.effects()).extracting(Effect::kind).contains(CONTACTED_LATER);
    assertThat(found.effects()).extracting(Effect::kind).doesNotContain(CONTACTED_EARLIER);
    assertThat(found.toString()).contains("contacted later in");
    assertThat(PolicyComparison.of(after, BEFORE).harsher()).isPresent();
  }

  /** Each letter goes out on its day, and yet the customer has to hurry. */
  @Test
  void fewerDaysToPayAreHarsher() {
    DunningPolicy patient =
        FaultyPolicies.policy(REMINDER, NOTICE.grants(Days.calendarDays(14))).build();
    DunningPolicy hasty =
        FaultyPolicies.policy(REMINDER, NOTICE.grants(Days.calendarDays(1))).build();
    PolicyComparison less = PolicyComparison.of(patient, hasty);
    assertThat(less.effects()).extracting(Effect::kind).containsExactly(LESS_TIME_TO_PAY);
    assertThat(less.effects().get(0).most()).isEqualTo("13 days");
    assertThat(less.harsher().orElseThrow().why()).isEqualTo("13 days less to pay");
    PolicyComparison more = PolicyComparison.of(hasty, patient);
    assertThat(more.effects()).extracting(Effect::kind).containsExactly(MORE_TIME_TO_PAY);
    assertThat(more.harsher()).isEmpty();
    assertThat(more.undecided()).isEmpty();
  }

  /** Nothing comes on another day, and yet no person looks at the debt any more. */
  @ParameterizedTest
  @MethodSource("severe")
  void losingAnApprovalIsHarsher(EscalationStep severe) {
    DunningPolicy approved =
        FaultyPolicies.policy(REMINDER, NOTICE, DEMAND, severe.needsApproval()).build();
    DunningPolicy alone = FaultyPolicies.policy(REMINDER, NOTICE, DEMAND, severe).build();
    PolicyComparison lost = PolicyComparison.of(approved, alone);
    assertThat(lost.effects()).extracting(Effect::kind).containsExactly(APPROVAL_LOST);
    assertThat(lost.harsher()).isPresent();
    PolicyComparison added = PolicyComparison.of(alone, approved);
    assertThat(added.effects()).extracting(Effect::kind).containsExactly(APPROVAL_ADDED);
    assertThat(added.effects().get(0).worlds()).isEqualTo(lost.effects().get(0).worlds());
    assertThat(added.harsher()).isEmpty();
  }

  /** A court asks a person, and the agency that takes its place does not. */
  @Test
  void losingAnApprovalIsHarsherWhoeverGetsTheDebt() {
    EscalationStep last = EscalationStep.step("last").at(Trigger.daysPastDue(60));
    DunningPolicy court =
        FaultyPolicies.policy(REMINDER, NOTICE, DEMAND, last.take(DunningAction.fileClaim()))
            .build();
    DunningPolicy agency =
        FaultyPolicies.policy(REMINDER, NOTICE, DEMAND, last.take(DunningAction.referToAgency()))
            .build();
    PolicyComparison lost = PolicyComparison.of(court, agency);
    assertThat(lost.effects())
        .extracting(Effect::kind)
        .containsExactly(HANDED_OVER_OTHERWISE, APPROVAL_LOST);
    assertThat(lost.harsher()).isPresent();
    assertThat(PolicyComparison.of(agency, court).harsher()).isEmpty();
    DunningPolicy asked = Redraft.withStep(agency, 3, EscalationStep::needsApproval);
    PolicyComparison other = PolicyComparison.of(court, asked);
    assertThat(other.effects()).extracting(Effect::kind).containsExactly(HANDED_OVER_OTHERWISE);
    assertThat(other.harsher()).isEmpty();
  }

  /** A court and a write-off always need an approval. */
  static List<EscalationStep> severe() {
    EscalationStep last = EscalationStep.step("last").at(Trigger.daysPastDue(60));
    return List.of(last.take(DunningAction.referToAgency()), last.take(DunningAction.stopSupply()));
  }

  @Test
  void aBudgetEndsItAndItSaysSo() {
    DunningPolicy after = Redraft.withStep(BEFORE, 0, s -> s.at(Trigger.daysPastDue(5)));
    PolicyComparison cut =
        PolicyComparison.of(BEFORE, after, BusinessCalendar.weekends(), 10, Duration.ZERO, p -> {});
    assertThat(cut.worlds()).isEqualTo(10);
    assertThat(cut.complete()).isFalse();
    assertThat(cut.toString()).endsWith("10 worlds explored; the budget ended");
    assertThat(PolicyComparison.of(BEFORE, after).complete()).isTrue();
    assertThatThrownBy(
            () ->
                PolicyComparison.of(
                    BEFORE, after, BusinessCalendar.weekends(), 0, Duration.ZERO, p -> {}))
        .hasMessage("number of worlds is below 1: 0");
  }

  /** A call that needs no approval any more is no severe step. */
  @Test
  void losingTheApprovalOfACallIsNotHarsher() {
    EscalationStep call =
        EscalationStep.step("call").at(Trigger.daysPastDue(60)).take(DunningAction.placeCall());
    PolicyComparison found =
        PolicyComparison.of(
            FaultyPolicies.policy(REMINDER, NOTICE, call.needsApproval()).build(),
            FaultyPolicies.policy(REMINDER, NOTICE, call).build());
    assertThat(found.effects()).isEmpty();
    assertThat(found.harsher()).isEmpty();
  }

  /** A letter can come back only from where the policy has sent one. */
  @Test
  void whatAnswersAStepHappens() {
    EscalationStep last =
        EscalationStep.step("last").at(Trigger.daysPastDue(60)).take(DunningAction.referToAgency());
    Condition arrived = Condition.cameBack("notice").not();
    DunningPolicy careful =
        FaultyPolicies.policy(REMINDER, NOTICE, DEMAND, last.onlyIf(arrived)).build();
    DunningPolicy careless = FaultyPolicies.policy(REMINDER, NOTICE, DEMAND, last).build();
    assertThat(PolicyComparison.of(careful, careless).harsher()).isPresent();
    assertThat(PolicyComparison.of(careless, careful).harsher()).isEmpty();
  }

  /** A letter that comes later has not come back before. */
  @Test
  void noLetterComesBackBeforeItIsSent() {
    DunningPolicy soon = FaultyPolicies.policy(NOTICE.at(Trigger.daysPastDue(5))).build();
    DunningPolicy late = FaultyPolicies.policy(NOTICE.at(Trigger.daysPastDue(25))).build();
    List<Effect> effects = PolicyComparison.of(soon, late).effects();
    assertThat(effects).isNotEmpty();
    for (Effect each : effects) {
      for (World world : List.of(each.extreme().before(), each.extreme().after())) {
        boolean sent = false;
        for (World.Moment moment : world.moments()) {
          boolean back = moment.event().filter(DeliveryEvent.class::isInstance).isPresent();
          assertThat(back && !sent).as(each + "\n" + world).isFalse();
          sent |= moment.step().isPresent();
        }
      }
    }
  }

  @Test
  void nobodyIsTreatedMoreHarshlyByMorePatience() {
    DunningPolicy after = Redraft.of(BEFORE).minimumAmount(Money.eur("50.00")).build();
    PolicyComparison found = PolicyComparison.of(BEFORE, after);
    assertThat(found.harsher()).as(found.stories()).isEmpty();
    assertThat(found.effects()).extracting(Effect::kind).contains(LEFT_ALONE);
  }

  @Test
  void extremeCasesAreStoriesThatHold() {
    DunningPolicy after = Redraft.of(BEFORE).grace(Days.calendarDays(10)).build();
    List<Effect> effects = PolicyComparison.of(BEFORE, after).effects();
    assertThat(effects).isNotEmpty();
    for (Effect each : effects) {
      for (World world : List.of(each.extreme().before(), each.extreme().after())) {
        world.scenario().tells(world.story().toArray(new StoryDay[0]));
      }
    }
  }
}
