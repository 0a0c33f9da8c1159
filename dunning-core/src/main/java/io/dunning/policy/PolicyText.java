package io.dunning.policy;

import io.dunning.behaviour.ProfileScope;
import io.dunning.behaviour.RiskModel;
import io.dunning.behaviour.Scorecard;
import io.dunning.text.ConstantWords;

/** How a policy reads: its name, the rules that differ from their defaults, and the ladder. */
final class PolicyText {
  private final StringBuilder text = new StringBuilder();

  private PolicyText() {}

  static String of(DunningPolicy policy) {
    PolicyText all = new PolicyText();
    all.text.append(policy.name());
    all.text.append(policy.version().isEmpty() ? "" : " version " + policy.version());
    all.dealings(policy);
    all.course(policy);
    return all.text.append('\n').append(policy.ladder()).toString();
  }

  /** How the creditor deals with the customer. */
  private void dealings(DunningPolicy policy) {
    add(!policy.account().equals(AccountRules.DEFAULT), policy.account());
    add(policy.grace().days().count() > 0, policy.grace());
    add(!policy.outreach().equals(OutreachRules.DEFAULT), policy.outreach());
    policy.settlement().ifPresent(this::add);
    policy.plans().ifPresent(r -> add("plans of " + r));
    policy.endgame().ifPresent(this::add);
    policy.profileWindow().ifPresent(d -> add("profile of " + d));
    int least = policy.leastSettledInvoices();
    add(least != ProfileScope.LEAST_SETTLED, "band from " + least + " settled");
    RiskModel risk = policy.riskModel();
    add(!risk.equals(Scorecard.standard()), "risk by " + risk);
  }

  /** When the ladder goes on, and when it waits. */
  private void course(DunningPolicy policy) {
    policy.minimumAmounts().values().forEach(m -> add("from " + m));
    EscalationLadder.Progression progression = policy.ladder().progression();
    add(progression != EscalationLadder.Progression.CLIMB, ConstantWords.of(progression));
    boolean usual = policy.holdWhile().equals(DunningPolicy.DEFAULT_HOLD);
    add(!usual, "hold while " + policy.holdWhile());
    add(!policy.agreements().equals(AgreementRules.DEFAULT), policy.agreements());
    add(!policy.payments().equals(PaymentRules.DEFAULT), policy.payments());
    add(!policy.charges().isNone(), "charges " + policy.charges());
    add(policy.clock() != DunningPolicy.Clock.RUNS, "clock stops during holds");
    policy.liveFrom().ifPresent(d -> add("live from " + d));
    add(!policy.reopening().equals(ReopeningRules.DEFAULT), policy.reopening());
  }

  private void add(boolean differs, Object words) {
    if (differs) {
      add(words);
    }
  }

  private void add(Object words) {
    text.append(", ").append(words);
  }
}
