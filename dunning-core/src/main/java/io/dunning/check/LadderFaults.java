package io.dunning.check;

import static io.dunning.check.PolicyFinding.note;
import static io.dunning.check.PolicyFinding.warning;
import static io.dunning.check.StepKinds.quoted;

import io.dunning.action.Message;
import io.dunning.action.Tone;
import io.dunning.calendar.Days;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds mistakes in the order, the days and the words of a ladder. */
final class LadderFaults {
  /** What tells one customer from another. */
  private static final Set<Topic> CUSTOMERS =
      EnumSet.of(Topic.TAG, Topic.SEGMENT, Topic.COUNTRY, Topic.FACT, Topic.BEHAVIOUR);

  private final DunningPolicy policy;
  private final List<EscalationStep> steps;
  private final List<PolicyFinding> all = new ArrayList<>();

  private LadderFaults(DunningPolicy policy) {
    this.policy = policy;
    steps = policy.ladder().steps();
  }

  static List<PolicyFinding> of(DunningPolicy policy) {
    LadderFaults found = new LadderFaults(policy);
    for (int i = 0; i < found.steps.size(); i++) {
      found.grace(i);
      found.order(i);
      found.words(i);
    }
    found.end();
    found.described();
    return found.all;
  }

  private void grace(int index) {
    EscalationStep step = steps.get(index);
    Trigger trigger = step.trigger().orElseThrow();
    int grace = Nominal.calendarDays(policy.grace().days());
    if (trigger instanceof Trigger.PastDue && grace > 0 && Nominal.day(policy, index) <= grace) {
      all.add(
          warning(
              FindingKind.STEP_IN_GRACE,
              Place.of(index, "at"),
              "step %s is reached %s, but the grace period is %s; it comes on the day after that"
                  .formatted(quoted(step), trigger, policy.grace().days())));
    }
  }

  private void order(int index) {
    if (index == 0) {
      return;
    }
    EscalationStep step = steps.get(index);
    EscalationStep before = steps.get(index - 1);
    int day = Nominal.day(policy, index);
    int dayBefore = Nominal.day(policy, index - 1);
    boolean counts = policy.ladder().progression() == EscalationLadder.Progression.CLIMB;
    if (day < dayBefore - slack(step, before)) {
      all.add(
          warning(
              FindingKind.TRIGGERS_OUT_OF_ORDER,
              Place.of(index, "at"),
              "step %s is reached about %s, before %s, which is reached about %s"
                  .formatted(
                      quoted(step), Nominal.words(day), quoted(before), Nominal.words(dayBefore))));
    } else if (counts && day == dayBefore && bothContact(step, before)) {
      all.add(
          warning(
              FindingKind.STEPS_CROWDED,
              Place.of(index, "at"),
              ("step %s is reached on the same day as %s; only one of them is taken on that day,"
                      + " and the other follows after the days between contacts")
                  .formatted(quoted(step), quoted(before))));
    }
  }

  /** How many days two steps may be out of order because their units are converted roughly. */
  private static int slack(EscalationStep step, EscalationStep before) {
    boolean rough = isRough(step) || isRough(before);
    return rough ? 5 : 0;
  }

  private static boolean isRough(EscalationStep step) {
    Trigger trigger = step.trigger().orElseThrow();
    return trigger.days().unit() != Days.Unit.CALENDAR
        || trigger instanceof Trigger.EndOfMonthPastDue
        || trigger instanceof Trigger.AfterInvoice;
  }

  private static boolean bothContact(EscalationStep step, EscalationStep before) {
    return step.contactsCustomer()
        && before.contactsCustomer()
        && StepKinds.isUnconditional(step)
        && StepKinds.isUnconditional(before);
  }

  private void words(int index) {
    EscalationStep step = steps.get(index);
    for (EscalationStep before : steps.subList(0, index)) {
      if (highest(before) >= lowest(step) && !areAlternatives(before, step)) {
        all.add(
            warning(
                FindingKind.NOTICE_NUMBERS,
                Place.of(index, "take"),
                "step %s sends notice %s after %s has sent notice %s"
                    .formatted(quoted(step), lowest(step), quoted(before), highest(before))));
        break;
      }
    }
    if (index > 0 && step.tone().isPresent()) {
      Tone tone = step.tone().get();
      steps.subList(0, index).stream()
          .filter(s -> s.tone().filter(t -> t.compareTo(tone) > 0).isPresent())
          .filter(s -> !areAlternatives(s, step))
          .reduce((first, second) -> second)
          .ifPresent(
              s ->
                  all.add(
                      warning(
                          FindingKind.TONE_SOFTENS,
                          Place.of(index, "tone"),
                          "step %s is %s, but %s before it is %s"
                              .formatted(quoted(step), tone, quoted(s), s.tone().orElseThrow()))));
    }
  }

  /** Whether two steps may be for different customers. */
  private static boolean areAlternatives(EscalationStep before, EscalationStep step) {
    return isForSome(before) && isForSome(step) && !before.condition().equals(step.condition());
  }

  private static boolean isForSome(EscalationStep step) {
    return ConditionParts.mentions(step.condition()).stream()
        .anyMatch(m -> CUSTOMERS.contains(m.topic()));
  }

  private static int highest(EscalationStep step) {
    return step.actions().stream()
        .mapToInt(a -> a instanceof Message.Notice n ? n.number() : Integer.MIN_VALUE)
        .max()
        .orElse(Integer.MIN_VALUE);
  }

  private static int lowest(EscalationStep step) {
    return step.actions().stream()
        .mapToInt(a -> a instanceof Message.Notice n ? n.number() : Integer.MAX_VALUE)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private void end() {
    int last = steps.size() - 1;
    EscalationStep step = steps.get(last);
    if (policy.ladder().repeat().isPresent()) {
      boolean limited =
          !policy.outreach().conduct().rules().isEmpty() || !StepKinds.isUnconditional(step);
      if (step.contactsCustomer() && !limited) {
        all.add(
            note(
                FindingKind.REPEATS_FOR_EVER,
                "repeat last step every",
                "step %s contacts the customer every %s until the debt is paid"
                    .formatted(quoted(step), policy.ladder().repeat().get())));
      }
    } else if (StepKinds.isFriendly(step)) {
      all.add(
          note(
              FindingKind.LADDER_WITHOUT_END,
              Place.step(last),
              "the ladder ends with %s; if the customer still does not pay, nobody is told"
                  .formatted(quoted(step))));
    }
    for (int i = 0; i <= last; i++) {
      boolean followed = steps.subList(i, last + 1).stream().anyMatch(StepKinds::carriesOut);
      if (StepKinds.demands(steps.get(i)) && !followed) {
        all.add(
            warning(
                FindingKind.THREAT_NEVER_CARRIED_OUT,
                Place.step(i),
                ("step %s is a final demand, but no step refers the debt, files a claim, stops"
                        + " supply, visits or sets a task")
                    .formatted(quoted(steps.get(i)))));
        return;
      }
    }
  }

  private void described() {
    Redraft.withConditions(
        policy,
        (place, condition) -> {
          for (Condition part : ConditionParts.of(condition)) {
            if (ConditionParts.mentions(part).get(0).topic() == Topic.DESCRIBED) {
              all.add(
                  note(
                      FindingKind.DAILY_REVIEW,
                      place,
                      "\"%s\" is a test of your own: the debt is looked at every day"
                          .formatted(part)));
            }
          }
          return condition;
        });
  }
}
