package io.dunning.json.policy;

import io.dunning.json.policy.Node.Entry;
import io.dunning.json.policy.Node.Listing;
import io.dunning.json.policy.Node.Mapping;
import io.dunning.json.policy.PolicyFileProblem.Kind;
import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where in a file the rules stand that contradict each other: the step by its place, the key
 * by the attribute that it sets. What has no key in the file is said of the whole step or the whole
 * policy.
 */
final class Violations {
  private static final StepShape STEP = new StepShape();

  private Violations() {}

  /** Adds the violations of a policy, each where the rule stands that it is about. */
  static void place(Spot policy, InvalidPolicyException invalid, Problems problems) {
    List<Spot> steps = steps(policy);
    for (PolicyViolation each : invalid.violations()) {
      Optional<Spot> step =
          each.step().filter(s -> s.number() <= steps.size()).map(s -> steps.get(s.number() - 1));
      Spot spot =
          step.map(s -> within(s, STEP, each))
              .orElseGet(() -> within(policy, PolicyShape.ONE, each));
      String which = step.isPresent() ? "" : each.step().map(s -> s + ": ").orElse("");
      Kind kind = each.unknownStep().isPresent() ? Kind.UNKNOWN_STEP : Kind.CONTRADICTION;
      problems.add(spot, which + each.problem(), each.advice().orElse(""), kind);
    }
  }

  private static List<Spot> steps(Spot policy) {
    List<Spot> all = new ArrayList<>();
    for (Entry each : ((Mapping) policy.node()).entries()) {
      if (each.key().equals(PolicyShape.LADDER)) {
        Spot ladder = policy.of(each);
        if (ladder.node() instanceof Listing list) {
          for (int i = 0; i < list.items().size(); i++) {
            all.add(ladder.item(list.items().get(i), i));
          }
        } else {
          all.add(ladder);
        }
      }
    }
    return all;
  }

  private static Spot within(Spot spot, Shape<?, ?> shape, PolicyViolation violation) {
    Optional<String> key = shape.keyOf(violation.attribute());
    return key.isPresent() && spot.node() instanceof Mapping ? Shape.inner(spot, key.get()) : spot;
  }
}
