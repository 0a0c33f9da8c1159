package io.dunning.check;

import io.dunning.evaluation.Reason;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What tests of a policy should exercise beside its steps and conditions: holds and routes. */
final class Exercisable {
  private Exercisable() {}

  /**
   * The holds that a policy names and that can come about, in words, in the order it names them.
   */
  static List<String> holds(DunningPolicy policy, Boundary boundary) {
    boolean offers = policy.ladder().steps().stream().anyMatch(EscalationStep::offersSettlement);
    List<String> all = new ArrayList<>();
    for (Condition part : ConditionParts.of(policy.holdWhile())) {
      if (part.equals(Condition.disputeOpen())) {
        all.add("disputed");
      } else if (part.equals(Condition.promiseActive())) {
        all.add("promised");
      } else if (part.equals(Condition.planActive()) && boundary.plans) {
        all.add("in plan");
      } else if (part.equals(Condition.settlementOffered()) && offers) {
        all.add("settlement offered");
      }
    }
    return all;
  }

  /** The routes of the endgame rule, and a settlement if the policy has a rule for it. */
  static Set<Route> routes(DunningPolicy policy) {
    Set<Route> all = EnumSet.noneOf(Route.class);
    if (policy.endgame().isPresent()) {
      policy.endgame().get().routes().stream().map(EndgameRule.Terms::route).forEach(all::add);
      policy.settlement().ifPresent(s -> all.add(Route.SETTLE));
    }
    return all;
  }

  /** A reason for holding in words, such as {@code settlement offered}. */
  static String words(Reason reason) {
    String name = reason.getClass().getSimpleName();
    return name.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
