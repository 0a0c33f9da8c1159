package io.dunning.policy;

import io.dunning.action.Performer;
import io.dunning.action.PersonRole;
import io.dunning.conduct.Conduct;
import io.dunning.money.Percentage;
import java.util.ArrayList;
import java.util.List;

/** Policies of tests whose steps name whom they address and who carries them out. */
public final class Staffed {
  public static final Performer KERN =
      Performer.agency("Kern").forCommission(Percentage.percent("18"));

  private Staffed() {}

  /** The policy under other rules of contact. */
  public static DunningPolicy under(DunningPolicy policy, Conduct conduct) {
    return new ImmutableDunningPolicy.Builder()
        .from(policy)
        .outreach(
            new ImmutableOutreachRules.Builder().from(policy.outreach()).conduct(conduct).build())
        .build();
  }

  /** Each step is for one performer under a condition of the policy's own, or else for another. */
  public static DunningPolicy with(DunningPolicy policy, List<Condition> when) {
    List<EscalationStep> steps = new ArrayList<>();
    for (EscalationStep each : policy.ladder().steps()) {
      Condition first = when.get(steps.size() % when.size());
      EscalationStep staffed =
          each.performedBy(KERN, first)
              .performedBy(Performer.SALES, when.get((steps.size() + 1) % when.size()));
      steps.add(
          each.channel().isEmpty()
              ? staffed
              : staffed.addressedTo(PersonRole.PAYABLES_CLERK, PersonRole.OWNER));
    }
    return new ImmutableDunningPolicy.Builder()
        .from(policy)
        .ladder(new ImmutableEscalationLadder.Builder().from(policy.ladder()).steps(steps).build())
        .build();
  }
}
