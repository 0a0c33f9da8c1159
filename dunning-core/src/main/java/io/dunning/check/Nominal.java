package io.dunning.check;

import io.dunning.calendar.Days;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Invariant;
import io.dunning.policy.Trigger;
import java.util.List;

/**
 * When steps are reached by their triggers alone, in calendar days past due: business days are
 * taken as seven for five, a month as thirty days, an invoice as due thirty days after its date.
 */
final class Nominal implements Trigger.Visitor<Integer> {
  private static final int TERM_DAYS = 30;
  private static final int ROOM = 120;

  /** Ten years: what takes longer is left undecided after so many looks. */
  private static final int MOST_DAYS = 3653;

  private final List<EscalationStep> steps;

  private Nominal(List<EscalationStep> steps) {
    this.steps = steps;
  }

  /** When a step is reached, in calendar days past due. */
  static int day(DunningPolicy policy, int index) {
    return new Nominal(policy.ladder().steps()).of(index);
  }

  /** A day in words, such as {@code 20 days before due}. */
  static String words(int day) {
    int days = Math.abs(day);
    return days + (days == 1 ? " day " : " days ") + (day < 0 ? "before due" : "past due");
  }

  /** How long after the due date nothing new comes any more, if no contact is counted. */
  static int horizonDays(DunningPolicy policy) {
    return horizonDays(policy, List.of());
  }

  /** How long after the due date nothing new comes any more that a policy or invariants ask. */
  static int horizonDays(DunningPolicy policy, List<Invariant> invariants) {
    return horizonDays(policy, Boundary.of(policy), invariants);
  }

  /** The same of a policy whose conditions may be watched; the boundary has them as written. */
  static int horizonDays(DunningPolicy policy, Boundary boundary, List<Invariant> invariants) {
    int last = 0;
    for (int i = 0; i < policy.ladder().steps().size(); i++) {
      EscalationStep step = policy.ladder().steps().get(i);
      last = Math.max(last, day(policy, i) + step.deadline().map(Nominal::calendarDays).orElse(0));
    }
    return last
        + calendarDays(policy.grace().days())
        + repeatDays(policy, invariants)
        + Math.max(ROOM, Math.min(conditionDays(boundary), MOST_DAYS) + TERM_DAYS);
  }

  /** The most days that a condition waits for. */
  private static int conditionDays(Boundary boundary) {
    return boundary.conditions.values().stream()
        .flatMap(c -> ConditionParts.counts(c).stream())
        .filter(c -> c.counted() == ConditionParts.Counted.DAYS)
        .mapToInt(ConditionParts.Count::least)
        .max()
        .orElse(0);
  }

  /**
   * For how long the last step is repeated: until one contact more came than an invariant allows,
   * or as many as can come within the days in which it counts them.
   */
  private static int repeatDays(DunningPolicy policy, List<Invariant> invariants) {
    int every = policy.ladder().repeat().map(Nominal::calendarDays).orElse(0);
    if (every == 0) {
      return 0;
    }
    long most = 3L * every;
    int apart = Math.max(every, policy.outreach().minimumDaysBetweenContacts());
    for (Invariant each : invariants) {
      if (each instanceof Invariant.AtMost limit) {
        long times = (limit.most() + 2L) * apart;
        most = Math.max(most, Math.min(times, limit.days() + 2L * apart));
      }
    }
    return (int) Math.min(most, MOST_DAYS);
  }

  /** About how many calendar days these are. */
  static int calendarDays(Days days) {
    return switch (days.unit()) {
      case CALENDAR -> days.count();
      case BUSINESS -> (days.count() * 7 + 4) / 5;
      default -> days.count() * TERM_DAYS;
    };
  }

  private int of(int index) {
    return steps.get(index).trigger().orElseThrow().accept(this);
  }

  private int ofNamed(String name) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).name().equals(name)) {
        return of(i);
      }
    }
    return 0;
  }

  @Override
  public Integer beforeDue(Trigger.BeforeDue trigger) {
    return -calendarDays(trigger.days());
  }

  @Override
  public Integer pastDue(Trigger.PastDue trigger) {
    return calendarDays(trigger.days());
  }

  @Override
  public Integer endOfMonthPastDue(Trigger.EndOfMonthPastDue trigger) {
    return calendarDays(trigger.days()) + TERM_DAYS / 2;
  }

  @Override
  public Integer afterInvoice(Trigger.AfterInvoice trigger) {
    return calendarDays(trigger.days()) - TERM_DAYS;
  }

  @Override
  public Integer afterStep(Trigger.AfterStep trigger) {
    return ofNamed(trigger.step()) + calendarDays(trigger.days());
  }

  @Override
  public Integer afterDeadline(Trigger.AfterDeadline trigger) {
    for (EscalationStep each : steps) {
      if (each.name().equals(trigger.step())) {
        int granted = each.deadline().map(Nominal::calendarDays).orElse(0);
        return ofNamed(trigger.step()) + granted + calendarDays(trigger.days());
      }
    }
    return 0;
  }
}
