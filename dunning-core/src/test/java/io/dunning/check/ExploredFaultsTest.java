package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.placeCall;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.DEMAND;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.FaultyPolicies.policy;
import static io.dunning.check.OneWorld.CALENDAR;
import static io.dunning.check.OneWorld.day;
import static io.dunning.event.LedgerEvent.payment;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Condition.chargesAtLeast;
import static io.dunning.policy.EscalationStep.step;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.LedgerEvent;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExploredFaultsTest {
  private static final EscalationStep CALL = step("call").at(daysPastDue(20)).take(placeCall());
  private static final Bound WIDE = new Bound(2, false);

  private final List<String> open = new ArrayList<>();

  /** Plays one world and sees each look, as an exploration shows it. */
  private static ExploredFaults played(DunningPolicy policy, LedgerEvent... events) {
    ExploredFaults faults = new ExploredFaults(policy, CALENDAR, true);
    Debtor usual = OneWorld.usual();
    Player player = new Player(policy, CALENDAR, faults);
    Path end = player.play(usual, OneWorld.scheduled(events), OneWorld.LAST);
    for (LocalDate look : List.copyOf(player.looks())) {
      Path before = end;
      while (!before.isStart() && !before.day.isBefore(look)) {
        before = before.before;
      }
      World world = World.of(policy, CALENDAR, before, look.minusDays(1));
      faults.decided(Path.of(usual), look, world.end(), null);
    }
    return faults;
  }

  private List<String> never(DunningPolicy policy, int complete) {
    return Findings.lines(played(policy).neverTaken(complete, WIDE, open));
  }

  @Test
  void aStepThatIsTakenIsReachable() {
    assertThat(never(policy(REMINDER, NOTICE).build(), 1)).isEmpty();
    assertThat(open).isEmpty();
  }

  @Test
  void aStepThatIsNeverTakenHasAReason() {
    DunningPolicy policy = policy(REMINDER, CALL.onlyIf(VIP), DEMAND).build();
    assertThat(never(policy, 1))
        .singleElement()
        .asString()
        .startsWith(
            "step-unreachable at ladder[2]: step \"call\" is never taken; in the story below: ");
    assertThat(played(policy).neverTaken(1, WIDE, open).get(0).example()).isPresent();
  }

  /** The condition of a step says more than the hold behind it. */
  @Test
  void aStepBehindAHoldNamesTheHold() {
    Condition taken = Condition.parse("reminder was taken");
    assertThat(never(policy(REMINDER, NOTICE, DEMAND).holdWhile(taken).build(), 1))
        .containsExactly(
            "step-unreachable at ladder[2]: step \"notice\" is never taken; in the story below:"
                + " held while: reminder was taken",
            "step-unreachable at ladder[3]: step \"demand\" is never taken; in the story below:"
                + " held while: reminder was taken");
    Condition demanded = Condition.parse("demand was taken");
    assertThat(never(policy(CALL.onlyIf(VIP), DEMAND).holdWhile(demanded).build(), 1))
        .singleElement()
        .asString()
        .contains("step \"call\"")
        .doesNotContain("held");
  }

  @Test
  void nothingIsSaidBeforeOneEventWasExplored() {
    assertThat(never(policy(REMINDER, CALL.onlyIf(VIP), DEMAND).build(), 0)).isEmpty();
    assertThat(open).containsExactly("ladder[2]: step \"call\" was not reached");
  }

  @Test
  void whatDependsOnWhatIsNotExploredStaysOpen() {
    Condition charged = chargesAtLeast(eur("5.00"));
    assertThat(never(policy(REMINDER, CALL.onlyIf(charged), DEMAND).build(), 1)).isEmpty();
    assertThat(never(policy(REMINDER, CALL.requires(charged), DEMAND).build(), 1)).isEmpty();
    assertThat(open)
        .containsExactly(
            "ladder[2]: step \"call\" was not reached",
            "ladder[2]: step \"call\" was not reached",
            "ladder[3]: step \"demand\" was not reached");
  }

  @Test
  void aStepBehindOneThatWasTakenDependsOnItself() {
    Condition charged = chargesAtLeast(eur("5.00")).not();
    assertThat(never(policy(REMINDER.onlyIf(charged), CALL.onlyIf(VIP), DEMAND).build(), 1))
        .hasSize(1);
  }

  @Test
  void aHoldThatIsNotExploredLeavesEverythingOpen() {
    Condition charged = chargesAtLeast(eur("5.00"));
    DunningPolicy policy = policy(REMINDER, CALL.onlyIf(VIP), DEMAND).holdWhile(charged).build();
    assertThat(never(policy, 1)).isEmpty();
    assertThat(open).hasSize(1);
  }

  @Test
  void aMilderStepIsShadowedWhereALadderCatchesUp() {
    DunningPolicy policy =
        DunningPolicy.named("leaps")
            .ladder(
                EscalationLadder.of(CALL, NOTICE.at(daysPastDue(20)))
                    .progression(Progression.CATCH_UP))
            .build();
    assertThat(never(policy, 1))
        .singleElement()
        .asString()
        .startsWith("step-shadowed at ladder[1]: step \"call\" is never taken");
  }

  /** The one with the fewest events is kept. */
  @Test
  void keepsTheShortestStory() {
    DunningPolicy policy = policy(REMINDER, NOTICE.grants(calendarDays(10))).build();
    ExploredFaults faults = new ExploredFaults(policy, CALENDAR, true);
    Player player = new Player(policy, CALENDAR, faults);
    LedgerEvent part = payment(day(1), eur("1.00"));
    player.play(OneWorld.usual(), OneWorld.scheduled(part), OneWorld.LAST);
    assertThat(faults.findings().get(0).example().orElseThrow().moments()).hasSize(3);
    player.play(OneWorld.usual(), List.of(), OneWorld.LAST);
    player.play(OneWorld.usual(), OneWorld.scheduled(part), OneWorld.LAST);
    assertThat(faults.findings()).hasSize(1);
    assertThat(faults.findings().get(0).example().orElseThrow().moments()).hasSize(2);
  }

  @Test
  void aReminderIsNoContactOfItsOwnWhenNothingIsDue() {
    EscalationStep early = step("early").at(daysPastDue(1)).take(sendReminder(EMAIL));
    assertThat(never(policy(early, NOTICE).build(), 1)).isEmpty();
  }
}
