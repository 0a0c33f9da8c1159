package io.dunning.check;

import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Watches what the conditions of a policy answer. Once every part of a step's condition was seen to
 * hold and not to hold, there is nothing more to learn, and the policy goes on with the condition
 * itself: the compiled decider knows it then, so that it decides about more worlds. What holds a
 * debt is watched to the end, because its reason would read differently.
 */
final class Watching implements UnaryOperator<DunningPolicy> {
  private final DunningPolicy policy;
  private final Answers answers;

  /** The watched conditions, by their place. */
  private final Map<String, Condition> watched = new HashMap<>();

  /** How many conditions were settled when the policy was made last. */
  private int settled;

  Watching(DunningPolicy policy, Answers answers) {
    this.policy = policy;
    this.answers = answers;
  }

  /** The policy, with every condition of its author watched. */
  DunningPolicy all(Boundary boundary) {
    return Redraft.withConditions(
        policy,
        (place, condition) -> {
          Condition made = answers.watch(boundary, place, condition);
          watched.put(place, made);
          return made;
        });
  }

  /** The same policy, without watching what is settled. */
  @Override
  public DunningPolicy apply(DunningPolicy now) {
    Set<String> known = answers.settled();
    known.remove(Place.HOLD);
    if (known.size() == settled) {
      return now;
    }
    settled = known.size();
    return Redraft.withConditions(
        policy, (place, condition) -> known.contains(place) ? condition : watched.get(place));
  }
}
