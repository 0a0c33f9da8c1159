package io.dunning.check;

import static io.dunning.action.Channel.EMAIL;
import static io.dunning.action.Channel.LETTER;
import static io.dunning.calendar.Days.businessDays;
import static io.dunning.calendar.Days.calendarDays;
import static io.dunning.money.Money.eur;

import io.dunning.action.DunningAction;
import io.dunning.event.Restriction;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyDraft;
import io.dunning.policy.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Policies such as somebody in a hurry might write: some are sound, and many are not. */
final class RandomPolicies {
  private final Random random;
  private boolean asks;

  RandomPolicies(Random random) {
    this.random = random;
  }

  /** From now on, some steps ask what the customer said, promised and got. */
  RandomPolicies asking() {
    asks = true;
    return this;
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A policy that can be built. */
  DunningPolicy next() {
    while (true) {
      try {
        return draft().build();
      } catch (InvalidPolicyException e) {
        continue;
      }
    }
  }

  /** A short policy whose last step asks for what takes two events to come about. */
  DunningPolicy asksTwice() {
    int day = 3 + random.nextInt(5);
    String first = "s1";
    Condition twice =
        one(
            List.of(
                Condition.brokenPromisesAtLeast(2),
                Condition.taken(first).and(Condition.brokenPromisesAtLeast(2)),
                Condition.brokenPromisesAtLeast(1).and(Condition.promiseActive()),
                Condition.brokenPromisesAtLeast(1)
                    .and(Condition.restricted(Restriction.BREATHING_SPACE).not())));
    EscalationStep step = EscalationStep.step("s2").take(DunningAction.task("look"));
    return DunningPolicy.named("random")
        .ladder(
            EscalationLadder.of(
                EscalationStep.step(first)
                    .at(Trigger.daysPastDue(day))
                    .take(DunningAction.sendReminder(EMAIL)),
                step.at(Trigger.daysPastDue(day + 10 + random.nextInt(40))).onlyIf(twice)))
        .minimumDaysBetweenContacts(one(List.of(0, 3, 7)))
        .holdWhile(Condition.disputeOpen())
        .build();
  }

  private PolicyDraft draft() {
    List<EscalationStep> steps = new ArrayList<>();
    int day = 1 + random.nextInt(4);
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      boolean after = i > 0 && oneIn(3);
      int gap = random.nextInt(16);
      Trigger trigger =
          after
              ? Trigger.after("s" + i, oneIn(2) ? calendarDays(1 + gap) : businessDays(1 + gap))
              : Trigger.daysPastDue(day);
      day += gap;
      steps.add(step(i, count).at(trigger));
    }
    PolicyDraft draft =
        DunningPolicy.named("random")
            .ladder(EscalationLadder.of(steps))
            .minimumDaysBetweenContacts(one(List.of(0, 0, 3, 7)))
            .grace(calendarDays(one(List.of(0, 0, 2))));
    draft = oneIn(2) ? draft.minimumAmount(eur("10.00")) : draft;
    draft = oneIn(3) ? draft.per(AccountRules.Unit.ACCOUNT) : draft;
    return switch (random.nextInt(5)) {
      case 0 -> draft.holdWhile(Condition.disputeOpen());
      case 1 -> draft.holdWhile(Condition.promiseActive());
      default -> draft;
    };
  }

  private EscalationStep step(int place, int count) {
    EscalationStep step = EscalationStep.step("s" + (place + 1));
    boolean last = place == count - 1;
    step =
        switch (last && !oneIn(4) ? 4 + random.nextInt(2) : random.nextInt(4)) {
          case 0 -> step.take(DunningAction.sendReminder(EMAIL));
          case 1 -> step.take(DunningAction.sendNotice(place + 1, LETTER));
          case 2 -> step.take(DunningAction.placeCall());
          case 3 -> step.take(DunningAction.sendDemand(LETTER)).grants(calendarDays(5));
          case 4 -> step.take(DunningAction.referToAgency());
          default -> step.take(DunningAction.stopSupply());
        };
    step = last && oneIn(2) ? step.needsApproval() : step;
    step = oneIn(6) && step.contactsCustomer() ? step.orBy(LETTER) : step;
    step = oneIn(8) ? step.minimumAmount(eur("50.00")) : step;
    if (asks && oneIn(2)) {
      return step.onlyIf(asked(place));
    }
    return switch (random.nextInt(10)) {
      case 0 -> step.onlyIf(Condition.overdueAtLeast(eur("50.00")));
      case 1 -> step.onlyIf(Condition.customerTagged("vip"));
      case 2 -> step.onlyIf(Condition.customerTagged("vip").not());
      default -> step;
    };
  }

  private Condition asked(int place) {
    String before = "s" + Math.max(1, place);
    Condition asked =
        one(
            List.of(
                Condition.askedForTime(),
                Condition.brokenPromisesAtLeast(1),
                Condition.brokenPromisesAtLeast(2),
                Condition.promiseActive(),
                Condition.disputeOpen(),
                Condition.cameBack(before),
                Condition.repliedSince(before),
                Condition.daysSince(10, before)));
    return oneIn(2) ? asked : asked.not();
  }
}
