package io.dunning.check;

import io.dunning.policy.DunningPolicy;
import java.util.ArrayList;
import java.util.List;

/** Finds what can be seen in a policy by reading it. */
final class StaticFaults {
  private StaticFaults() {}

  static List<PolicyFinding> of(DunningPolicy policy, Boundary boundary) {
    List<PolicyFinding> all = new ArrayList<>();
    all.addAll(LadderFaults.of(policy));
    all.addAll(SevereFaults.of(policy));
    all.addAll(MoneyFaults.of(policy, boundary));
    all.addAll(OfferFaults.of(policy));
    return all;
  }
}
