package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.DunningAction.sendReminder;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.check.FaultyPolicies.NOTICE;
import static io.dunning.check.FaultyPolicies.REMINDER;
import static io.dunning.check.FaultyPolicies.VIP;
import static io.dunning.check.OneWorld.day;
import static io.dunning.money.Money.eur;
import static io.dunning.policy.Trigger.daysPastDue;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Customer;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.PolicyDraft;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static PolicyDraft daily(EscalationStep last) {
    EscalationLadder ladder = EscalationLadder.of(NOTICE.at(daysPastDue(3)), last);
    return DunningPolicy.named("daily").ladder(ladder.repeatLastEvery(calendarDays(1)));
  }

  private static EscalationStep last() {
    return EscalationStep.step("last").at(daysPastDue(14)).take(sendReminder(EMAIL));
  }

  private static boolean isEnough(DunningPolicy policy, Debtor debtor, int lastDay) {
    Path path = new Player(policy, OneWorld.CALENDAR).play(debtor, List.of(), day(lastDay));
    return new Repeats(policy, Boundary.of(policy), policy.invariants()).isEnough(path);
  }

  /** The last step comes on day 14 for the first time. */
  @Test
  void tenRepetitionsAreEnough() {
    DunningPolicy policy = daily(last()).build();
    assertThat(isEnough(policy, OneWorld.usual(), 22)).isFalse();
    assertThat(isEnough(policy, OneWorld.usual(), 23)).isTrue();
    assertThat(isEnough(policy, OneWorld.usual(), 40)).isTrue();
    assertThat(isEnough(policy, OneWorld.usual(), 2)).isFalse();
  }

  @Test
  void eachInvoiceIsRepeatedAsOften() {
    Debtor two = OneWorld.debtor(OneWorld.account(Customer.of("C-1"), "10.00", "20.00"));
    DunningPolicy policy = daily(last()).build();
    assertThat(isEnough(policy, two, 22)).isFalse();
    assertThat(isEnough(policy, two, 23)).isTrue();
  }

  @Test
  void whoCountsContactsSeesTwoMoreThanItAllows() {
    Invariant many = Invariant.atMost(12, EMAIL, 90);
    DunningPolicy policy = daily(last()).keeping(many, Invariant.atMost(1, EMAIL, 90)).build();
    assertThat(isEnough(policy, OneWorld.usual(), 26)).isFalse();
    assertThat(isEnough(policy, OneWorld.usual(), 27)).isTrue();
  }

  @Test
  void approvalsBelongToTheRepetition() {
    DunningPolicy policy = daily(last().needsApproval()).build();
    assertThat(isEnough(policy, OneWorld.usual(), 23)).isTrue();
  }

  @Test
  void anEventBeginsAnew() {
    DunningPolicy policy = daily(last()).build();
    LedgerEvent part = LedgerEvent.payment(day(20), eur("1.00"));
    Player player = new Player(policy, OneWorld.CALENDAR);
    Repeats repeats = new Repeats(policy, Boundary.of(policy), policy.invariants());
    Debtor usual = OneWorld.usual();
    assertThat(repeats.isEnough(player.play(usual, OneWorld.scheduled(part), day(28)))).isFalse();
    assertThat(repeats.isEnough(player.play(usual, OneWorld.scheduled(part), day(29)))).isTrue();
  }

  /** The name of a tag counts no days. */
  @Test
  void aTagCountsNoDays() {
    Condition other = Condition.customerTagged("one day").not();
    assertThat(isEnough(daily(last().onlyIf(other)).build(), OneWorld.usual(), 23)).isTrue();
  }

  /** Whoever asks for days may answer otherwise after some more repetitions. */
  @Test
  void nothingIsEnoughWhereDaysAreAskedFor() {
    Condition young = Condition.daysPastDueAtLeast(90).not();
    assertThat(isEnough(daily(last().onlyIf(young)).build(), OneWorld.usual(), 40)).isFalse();
    assertThat(isEnough(daily(last().onlyIf(VIP.not())).build(), OneWorld.usual(), 40)).isTrue();
    DunningPolicy once = FaultyPolicies.policy(REMINDER).build();
    assertThat(isEnough(once, OneWorld.usual(), 40)).isFalse();
  }
}
