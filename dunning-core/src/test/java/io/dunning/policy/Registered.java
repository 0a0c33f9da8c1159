package io.dunning.policy;

import io.dunning.calendar.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policies of tests whose steps wait until the letter of the step before has arrived. */
public final class Registered {
  private Registered() {}

  /**
   * Every other step requires that the letter of the one before it arrived, within so many days.
   */
  public static DunningPolicy with(DunningPolicy policy, int days) {
    List<EscalationStep> steps = new ArrayList<>();
    for (EscalationStep each : policy.ladder().steps()) {
      boolean waits = steps.size() % 2 == 1;
      steps.add(
          waits ? each.requires(Condition.delivered(steps.get(steps.size() - 1).name())) : each);
    }
    OutreachRules outreach =
        new ImmutableOutreachRules.Builder()
            .from(policy.outreach())
            .deliveryPresumedAfter(Optional.empty())
            .deliveryGivenUpAfter(Days.calendarDays(days))
            .build();
    return new ImmutableDunningPolicy.Builder()
        .from(policy)
        .outreach(outreach)
        .ladder(new ImmutableEscalationLadder.Builder().from(policy.ladder()).steps(steps).build())
        .build();
  }
}
