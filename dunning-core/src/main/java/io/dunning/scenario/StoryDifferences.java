package io.dunning.scenario;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.util.ArrayList;
import java.util.List;

/** What a policy decides otherwise than a story tells, with the explanations. */
final class StoryDifferences {
  private final DunningPolicy policy;
  private final DunningEvaluator evaluator;
  private final List<Difference> all = new ArrayList<>();

  /** What is otherwise than the story tells, and the explanation of what the policy decides. */
  private record Difference(String what, String found) {}

  StoryDifferences(DunningPolicy policy, DunningEvaluator evaluator) {
    this.policy = policy;
    this.evaluator = evaluator;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Adds a difference of what was decided about an account as it was then. */
  void add(String what, Recommendation found, Account decidedAbout) {
    all.add(new Difference(what, explanation(found, decidedAbout)));
  }

  /** Fails with all differences, if there are any. */
  void fail() {
    if (!isEmpty()) {
      throw new AssertionError(explained());
    }
  }

  /** Several differences of the same decision are followed by one explanation. */
  private String explained() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < all.size(); i++) {
      Difference each = all.get(i);
      boolean last = i == all.size() - 1;
      text.append(each.what()).append('\n');
      if (last || !each.found().equals(all.get(i + 1).found())) {
        text.append("found: ").append(each.found()).append(last ? "" : "\n\n");
      }
    }
    return text.toString();
  }

  /** The explanation of a recommendation for the account as it was when it was decided about. */
  private String explanation(Recommendation found, Account decidedAbout) {
    return evaluator.explain(policy, decidedAbout, found.asOf()).stream()
        .filter(e -> e.recommendation().subject().equals(found.subject()))
        .findFirst()
        .orElseThrow()
        .toString();
  }
}
