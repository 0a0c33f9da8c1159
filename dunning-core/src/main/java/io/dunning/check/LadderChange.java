package io.dunning.check;

import io.dunning.action.Conversation;
import io.dunning.action.DunningAction;
import io.dunning.action.Message;
import io.dunning.action.Offer;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a debt stands in a new ladder that has seen steps of an old one.
 *
 * @param before the policy of the debt before
 * @param after the policy of the debt after
 */
record LadderChange(DunningPolicy before, DunningPolicy after) {
  private static final String DEMAND = Message.Demand.class.getSimpleName();

  /** A step of the new ladder by its name. */
  EscalationStep next(String name) {
    return step(after, name).orElseThrow();
  }

  private static Optional<EscalationStep> step(DunningPolicy policy, String name) {
    EscalationLadder ladder = policy.ladder();
    int index = ladder.indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(ladder.steps().get(index));
  }

  /** Whether only the policy before has a step. */
  boolean isDropped(String name) {
    return before.ladder().indexOf(name) >= 0 && after.ladder().indexOf(name) < 0;
  }

  /**
   * Whether a step comes although an earlier one, which applies to every debt, was not seen, nor
   * anything as severe.
   */
  boolean leavesOut(EscalationStep next, Set<String> seen) {
    int told = mostSevere(seen);
    for (EscalationStep each : after.ladder().steps()) {
      if (each.equals(next)) {
        return false;
      }
      if (Treatment.rank(each) > told
          && each.contactsCustomer()
          && !each.lapses()
          && StepKinds.isUnconditional(each)
          && !seen.contains(each.name())) {
        return true;
      }
    }
    return false;
  }

  private int mostSevere(Set<String> seen) {
    int most = 0;
    for (String name : seen) {
      for (DunningPolicy policy : List.of(before, after)) {
        most = Math.max(most, step(policy, name).map(Treatment::rank).orElse(0));
      }
    }
    return most;
  }

  /** Whether the customer hears a step again, under its name or under one that was dropped. */
  boolean repeats(EscalationStep next, Set<String> seen) {
    if (Treatment.rank(next) == 0) {
      return false;
    }
    if (seen.contains(next.name())) {
      EscalationLadder ladder = after.ladder();
      boolean isLast = ladder.indexOf(next.name()) == ladder.steps().size() - 1;
      return !isLast || ladder.repeat().isEmpty();
    }
    return messages(next).stream().anyMatch(m -> wasHeard(m, next, seen));
  }

  /** Whether a message was heard, and as often as the new ladder will have sent it with a step. */
  private boolean wasHeard(String message, EscalationStep next, Set<String> seen) {
    List<EscalationStep> dropped =
        seen.stream().filter(this::isDropped).flatMap(n -> step(before, n).stream()).toList();
    List<EscalationStep> kept = seen.stream().flatMap(n -> step(after, n).stream()).toList();
    List<EscalationStep> ladder = after.ladder().steps();
    List<EscalationStep> upToNext = ladder.subList(0, after.ladder().indexOf(next.name()) + 1);
    long before = saying(message, dropped);
    List<EscalationStep> sent =
        upToNext.stream().filter(s -> s.equals(next) || StepKinds.isUnconditional(s)).toList();
    return before > 0 && before + saying(message, kept) >= saying(message, sent);
  }

  /** How many steps send a message, by whatever channel. */
  private static long saying(String message, List<EscalationStep> steps) {
    return steps.stream().filter(s -> messages(s).contains(message)).count();
  }

  private static List<String> messages(EscalationStep step) {
    List<String> all = new ArrayList<>();
    for (DunningAction each : step.actions()) {
      if (each instanceof Message.Notice notice) {
        all.add("notice " + notice.number());
      } else if (each instanceof Message || each instanceof Conversation || each instanceof Offer) {
        all.add(each.getClass().getSimpleName());
      }
    }
    if (StepKinds.demands(step) && !all.contains(DEMAND)) {
      all.add(DEMAND);
    }
    return all;
  }

  /** Whether something more severe was seen that the new ladder has later, or not at all. */
  boolean goesBack(EscalationStep next, Set<String> seen) {
    int rank = Treatment.rank(next);
    int place = after.ladder().indexOf(next.name());
    for (String name : seen) {
      boolean isLater = isDropped(name) || after.ladder().indexOf(name) > place;
      if (rank > 0 && isLater && mostSevere(Set.of(name)) > rank) {
        return true;
      }
    }
    return false;
  }
}
