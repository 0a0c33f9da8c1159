package io.dunning.check;

import io.dunning.event.StepEvent.StepTaken;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Mention;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.ReopeningRules.ReversedAge;
import io.dunning.policy.ReopeningRules.ReversedSteps;
import io.dunning.policy.Resumption;
import io.dunning.policy.Trigger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells how long it matters on which day a step was taken, and what a customer replied. A ladder
 * only climbs: once a step is taken that cannot come back, nobody asks what only the steps up to it
 * ask. Under a policy with rules that look back further, everything always matters; and under one
 * that lets a reopened debt start again, everything matters as long as something may happen.
 */
final class StepMemory {
  /** The level of a ladder of which no step can be taken any more, whatever it asks. */
  static final int OVER = Integer.MAX_VALUE;

  /**
   * The place of what is asked whichever step is next, such as what holds a debt: after every step
   * of the ladder. So only once the ladder is over, nobody asks it any more.
   */
  private static final int ALWAYS = OVER;

  /** Extra days, because business days are only estimated here. */
  private static final int ROUGHLY = 5;

  private static final Set<Topic> LOOKING_BACK =
      EnumSet.of(Topic.BEHAVIOUR, Topic.DESCRIBED, Topic.REACHED, Topic.INVOICE_DELIVERY);

  private final DunningPolicy policy;
  private final String[] names;
  private final boolean forgets;

  /** Whether a debt that is reopened goes on as if it had not been paid. */
  private final boolean reopensPlainly;

  /** How long a contact keeps the next one away. */
  private final int spacingDays;

  private final int graceDays;

  /** For each step, the last step whose rules read its day; -1 if none. */
  private final int[] lastUse;

  /** How long the customer may pay after each step; -1 if it grants nothing. */
  private final int[] granted;

  private int lastUseOfReplies = -1;

  StepMemory(DunningPolicy policy, Boundary boundary, int spacingDays) {
    this.policy = policy;
    names = policy.ladder().steps().stream().map(EscalationStep::name).toArray(String[]::new);
    this.spacingDays = spacingDays;
    forgets = isSimple(policy, boundary);
    reopensPlainly =
        policy.reopening().age() == ReversedAge.FROM_DUE_DATE
            && policy.reopening().steps() == ReversedSteps.COUNT;
    graceDays = roughly(Nominal.calendarDays(policy.grace().days()));
    List<EscalationStep> steps = policy.ladder().steps();
    lastUse = new int[steps.size()];
    granted = new int[steps.size()];
    Arrays.fill(lastUse, -1);
    boundary.conditions.forEach((place, asked) -> use(asked, index(place)));
    for (int i = steps.size() - 1; i >= 0; i--) {
      granted[i] = steps.get(i).deadline().map(d -> roughly(Nominal.calendarDays(d))).orElse(-1);
      trigger(steps.get(i), i);
    }
  }

  /** The place of a step in the ladder; -1 if it is in none. */
  int indexOf(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static int roughly(int days) {
    return days == 0 ? 0 : days + ROUGHLY;
  }

  /** Whether nothing but triggers, conditions, distances and deadlines looks back at steps. */
  private static boolean isSimple(DunningPolicy policy, Boundary boundary) {
    boolean looksBack = boundary.topics.stream().anyMatch(LOOKING_BACK::contains);
    return policy.account().unit() == AccountRules.Unit.INVOICE
        && !(looksBack || boundary.charges || boundary.conduct || boundary.plans)
        && policy.endgame().isEmpty()
        && policy.settlement().isEmpty()
        && policy.ladder().repeat().isEmpty()
        && policy.outreach().deliveryPresumedAfter().isEmpty()
        && policy.outreach().deliveryGivenUpAfter().isEmpty()
        && policy.agreements().brokenPromise().equals(Resumption.whereItWas())
        && policy.agreements().patience().isUnlimited();
  }

  /** The place in the ladder of the step that asks a condition; what holds is always asked. */
  private int index(String place) {
    for (int i = 0; i < lastUse.length; i++) {
      if (place.startsWith(Place.step(i) + ".")) {
        return i;
      }
    }
    return ALWAYS;
  }

  /** A step asks a condition. */
  private void use(Condition condition, int index) {
    for (Mention each : ConditionParts.mentions(condition)) {
      Topic topic = each.topic();
      if (topic == Topic.STEP || topic == Topic.DELIVERY) {
        use(((Mention.OfText) each).text(), index);
      } else if (topic == Topic.REPLY || topic == Topic.NONPAYMENT_REASON) {
        lastUseOfReplies = Math.max(lastUseOfReplies, index);
        // a reply counts if it came since the last step
        policy.ladder().steps().forEach(s -> use(s.name(), index));
      }
    }
  }

  /**
   * If a step was skipped, a later step that refers to it counts from the skipped step's own
   * starting point.
   */
  private void trigger(EscalationStep step, int index) {
    Trigger trigger = step.trigger().orElseThrow();
    int last = Math.max(index, lastUse[index]);
    if (trigger instanceof Trigger.AfterStep after) {
      use(after.step(), last);
    } else if (trigger instanceof Trigger.AfterDeadline after) {
      use(after.step(), last);
    }
  }

  private void use(String name, int index) {
    int step = indexOf(name);
    if (step >= 0) {
      lastUse[step] = Math.max(lastUse[step], index);
    }
  }

  /**
   * Whether anything is forgotten. While a reversal may still follow that lets the ladder start
   * again, or the debt be younger, even the first steps may ask once more.
   *
   * @param left how many events may still happen
   */
  boolean forgets(int left) {
    return forgets && (left == 0 || reopensPlainly);
  }

  /**
   * The last step that is taken for good: from a day on, only steps after it can be taken.
   *
   * @param left how many events may still happen, such as that a message comes back
   */
  int level(List<StepTaken> taken, long day, int left) {
    int level = -1;
    for (int i = 0; i < taken.size(); i++) {
      StepTaken each = taken.get(i);
      boolean last = i >= taken.size() - left;
      if (left == 0 || !canComeBack(each, last, day)) {
        level = Math.max(level, indexOf(each.step()));
      }
    }
    return level;
  }

  private static boolean canComeBack(StepTaken taken, boolean last, long day) {
    return taken.channel().isPresent() && (last || isLate(taken, day));
  }

  private static boolean isLate(StepTaken taken, long day) {
    return taken.date().toEpochDay() + Happenings.BACK_DAYS >= day;
  }

  /**
   * Whether it matters on a day when a step was taken.
   *
   * @param level the last step that is taken for good
   * @param left how many events may still happen
   */
  boolean matters(StepTaken taken, long due, long day, int level, int left) {
    int index = indexOf(taken.step());
    long on = taken.date().toEpochDay();
    return !forgets
        || index < 0
        || lastUse[index] > level
        || on <= due + graceDays
        || day - on <= spacingDays
        || level < OVER && granted[index] >= 0 && on + granted[index] >= day
        || left > 0 && isLate(taken, day);
  }

  /** Whether a step that is still to come asks what the customer replied. */
  boolean asksReplies(int level) {
    return !forgets || lastUseOfReplies > level;
  }

  /** Whether a step that is still to come asks on which day the message of a step came back. */
  boolean asksReturned(int index, int level) {
    return !forgets || lastUse[index] > level;
  }

  /** Whether a decision about a step still matters: the step was not taken since. */
  boolean asksDecision(String step, int level) {
    return !forgets || indexOf(step) > level;
  }
}
