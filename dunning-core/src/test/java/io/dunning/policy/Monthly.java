package io.dunning.policy;

import static io.dunning.calendar.Days.months;

import io.dunning.calendar.Days;
import io.dunning.charge.LateFee;
import io.dunning.money.Money;
import io.dunning.terms.GracePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policies of tests that count months where the generated ones count days. */
public final class Monthly {
  private Monthly() {}

  /**
   * The same ladder by months.
   *
   * @param flags what counts months, a bit each: triggers, deadlines, grace, repeats, fees, years
   */
  public static DunningPolicy of(DunningPolicy policy, int flags) {
    List<EscalationStep> steps = new ArrayList<>();
    for (EscalationStep each : policy.ladder().steps()) {
      EscalationStep step = each;
      if ((flags & 1) != 0) {
        step = step.at(each.trigger().orElseThrow().accept(new InMonths(steps.size() / 2 + 1)));
      }
      if ((flags & 2) != 0 && each.deadline().isPresent()) {
        step = step.grants(months(1));
      }
      steps.add(step);
    }
    Days every = (flags & 32) != 0 ? Days.years(1) : months(1 + steps.size() % 2);
    EscalationLadder ladder =
        new ImmutableEscalationLadder.Builder()
            .from(policy.ladder())
            .steps(steps)
            .repeat((flags & 8) != 0 ? Optional.of(every) : policy.ladder().repeat())
            .build();
    ImmutableDunningPolicy.Builder monthly =
        new ImmutableDunningPolicy.Builder().from(policy).ladder(ladder);
    if ((flags & 4) != 0) {
      monthly.grace(new GracePeriod(months(1)));
    }
    if ((flags & 16) != 0) {
      monthly.charges(policy.charges().with(LateFee.flat(Money.eur("5.00")).every(months(1))));
    }
    return monthly.build();
  }

  /** The same trigger, with so many months for its days. */
  private record InMonths(int count) implements Trigger.Visitor<Trigger> {
    @Override
    public Trigger beforeDue(Trigger.BeforeDue trigger) {
      return Trigger.beforeDue(months(1));
    }

    @Override
    public Trigger pastDue(Trigger.PastDue trigger) {
      return Trigger.pastDue(months(count));
    }

    @Override
    public Trigger endOfMonthPastDue(Trigger.EndOfMonthPastDue trigger) {
      return Trigger.endOfMonthPastDue(months(count));
    }

    @Override
    public Trigger afterInvoice(Trigger.AfterInvoice trigger) {
      return Trigger.afterInvoice(months(count));
    }

    @Override
    public Trigger afterStep(Trigger.AfterStep trigger) {
      return Trigger.after(trigger.step(), months(1));
    }

    @Override
    public Trigger afterDeadline(Trigger.AfterDeadline trigger) {
      return Trigger.afterDeadlineOf(trigger.step(), months(1));
    }
  }
}
