package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.PromiseOutcome;
import java.util.List;

/** On which days promises and payment plans hold, and on which they are broken. */
final class Breaches {
  private Breaches() {}

  /**
   * The last day on which a plan that is kept so far holds, the last day there is if it settled the
   * debt; {@link EpochDay#NONE} if it holds nothing.
   */
  static long through(PlanOutcome plan) {
    if (plan == null) {
      return EpochDay.NONE;
    }
    if (plan.state() == PlanOutcome.State.KEPT && plan.plan().settles()) {
      return EpochDay.LAST;
    }
    return plan.state() == PlanOutcome.State.RUNNING ? plan.lastDay().toEpochDay() : EpochDay.NONE;
  }

  /** The first day on which a plan is broken; {@link EpochDay#NONE} if nothing can break it. */
  static long on(PlanOutcome plan) {
    boolean breaks =
        plan != null
            && (plan.state() == PlanOutcome.State.RUNNING
                || plan.state() == PlanOutcome.State.BROKEN);
    return breaks ? plan.lastDay().toEpochDay() + 1 : EpochDay.NONE;
  }

  /** The first day on which a promise is broken; {@link EpochDay#NONE} if nothing can break it. */
  static long on(PromiseOutcome promise) {
    boolean breaks = promise.isBroken() || promise.state() == PromiseOutcome.State.RUNNING;
    return breaks ? promise.lastDay().toEpochDay() + 1 : EpochDay.NONE;
  }

  /** The day after a plan that holds on a day; never if it holds nothing on that day. */
  static long next(PlanOutcome plan, long day) {
    long through = through(plan);
    return through >= day ? through + 1 : EpochDay.NEVER;
  }

  /** The next day on which a running promise is over and may count as broken. */
  static long next(List<PromiseOutcome> outcomes, long day) {
    long next = EpochDay.NEVER;
    for (PromiseOutcome each : outcomes) {
      long last = each.lastDay().toEpochDay();
      if (each.state() == PromiseOutcome.State.RUNNING && last >= day) {
        next = Math.min(next, last + 1);
      }
    }
    return next;
  }

  /** How many promises count as broken at the end of a day, if nothing more is paid. */
  static int count(List<PromiseOutcome> outcomes, long day) {
    int count = 0;
    for (PromiseOutcome each : outcomes) {
      count += isBroken(each, day) ? 1 : 0;
    }
    return count;
  }

  /** Whether a promise counts as broken at the end of a day, if nothing more is paid. */
  static boolean isBroken(PromiseOutcome promise, long day) {
    boolean over =
        promise.state() == PromiseOutcome.State.RUNNING && promise.lastDay().toEpochDay() < day;
    return over || promise.isBroken();
  }

  /** The plan that counts; null if there is none. */
  static PlanOutcome latest(List<PlanOutcome> outcomes) {
    return outcomes.isEmpty() ? null : outcomes.get(outcomes.size() - 1);
  }
}
