package io.dunning.check;

import static io.dunning.check.StepKinds.quoted;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.LeftOutReason;
import io.dunning.evaluation.Reason;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds mistakes that show in worlds, and keeps the shortest world of each. */
final class ExploredFaults implements Observer {
  private final DunningPolicy policy;
  private final BusinessCalendar calendar;
  private final StepFaults stepFaults;
  private final WaitFaults waitFaults;
  private final long[] taken;

  /** The findings by kind and place, each with its shortest world. */
  private final Map<String, Shown> shown = new TreeMap<>();

  /** The most usual debtor, and where the world ends in which nothing happens to it. */
  private Debtor first;

  private Path firstEnd;
  private LocalDate firstDay;

  /**
   * What holds the debt at that end, and with it all steps that are still to come; null if none.
   */
  private Reason firstHold;

  private final LeftOut leftOut;

  /** A finding and the shortest world in which it shows. */
  private record Shown(PolicyFinding finding, Shortest world) {}

  ExploredFaults(DunningPolicy policy, BusinessCalendar calendar, boolean calendarGiven) {
    this.policy = policy;
    this.calendar = calendar;
    stepFaults = new StepFaults(policy, calendar, calendarGiven, this::show);
    waitFaults = new WaitFaults(policy, this::show);
    leftOut = new LeftOut(policy, calendar);
    taken = new long[policy.ladder().steps().size()];
  }

  private void show(Path path, LocalDate day, PolicyFinding finding) {
    String key = finding.kind() + " " + finding.place();
    Shown known = shown.get(key);
    if (known == null || Shortest.beats(known.world, path, day)) {
      shown.put(key, new Shown(finding, new Shortest(path, day)));
    }
  }

  @Override
  public void decided(Path path, LocalDate day, Account account, AccountRecommendation now) {
    if (path.events == 0 && (first == null || first == path.debtor)) {
      first = path.debtor;
      leftOut.look(account, day);
    }
  }

  @Override
  public void took(Path path, Account account) {
    int index = policy.ladder().indexOf(path.step.step().orElseThrow());
    taken[index]++;
    stepFaults.took(path, index, account);
  }

  @Override
  public void ended(Path path, LocalDate day, Account account, AccountRecommendation now) {
    if (firstEnd == null) {
      firstEnd = path;
      firstDay = day;
      firstHold = hold(now);
    }
    for (Recommendation each : now.recommendations()) {
      waitFaults.ended(path, day, account, each);
    }
  }

  private static Reason hold(AccountRecommendation now) {
    for (Recommendation each : now.recommendations()) {
      if (each.verdict() == Verdict.HOLD) {
        return each.reason();
      }
    }
    return null;
  }

  List<PolicyFinding> findings() {
    List<PolicyFinding> all = new ArrayList<>();
    for (Shown each : shown.values()) {
      all.add(each.finding.shownBy(each.world.world(policy, calendar)));
    }
    return all;
  }

  /**
   * The steps that were taken in no world; those that ask what is not explored stay open, and all
   * of them if not even worlds with one event were explored.
   */
  List<PolicyFinding> neverTaken(int complete, Bound bound, List<String> open) {
    List<PolicyFinding> all = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      EscalationStep step = policy.ladder().steps().get(i);
      if (isOpen(i, complete, bound)) {
        open.add(notReached(i));
      } else if (taken[i] == 0) {
        all.add(neverTaken(i, step));
      }
    }
    return all;
  }

  private boolean isOpen(int index, int complete, Bound bound) {
    return taken[index] == 0 && (complete < 1 || dependsOnOpen(index, bound));
  }

  private String notReached(int index) {
    EscalationStep step = policy.ladder().steps().get(index);
    return "%s: step %s was not reached".formatted(Place.step(index), quoted(step));
  }

  /** Of the steps that were not reached and stay open, a sentence about each, by its index. */
  SortedMap<Integer, String> open(int complete, Bound bound) {
    SortedMap<Integer, String> all = new TreeMap<>();
    for (int i = 0; i < taken.length; i++) {
      if (isOpen(i, complete, bound)) {
        all.put(i, notReached(i));
      }
    }
    return all;
  }

  /** A step that comes after one that was not reached may not have been reached because of it. */
  private boolean dependsOnOpen(int index, Bound bound) {
    for (int i = 0; i <= index; i++) {
      EscalationStep step = policy.ladder().steps().get(i);
      List<Condition> asked = new ArrayList<>(step.prerequisites());
      asked.add(step.condition());
      boolean beyond =
          asked.stream().anyMatch(Answers::asksBeyond)
              || bound.hides(asked)
              || step.offersSettlement();
      if (taken[i] == 0 && beyond) {
        return true;
      }
    }
    return Answers.asksBeyond(policy.holdWhile());
  }

  private PolicyFinding neverTaken(int index, EscalationStep step) {
    Optional<Reason> why =
        leftOut
            .why(step.name())
            .filter(r -> firstHold == null || !LeftOut.isStillToCome(r))
            .or(() -> Optional.ofNullable(firstHold));
    FindingKind kind = FindingKind.STEP_UNREACHABLE;
    if (why.isPresent() && why.get() instanceof LeftOutReason.StepLapsed) {
      kind = FindingKind.STEP_LAPSES;
    } else if (why.isPresent()
        && (why.get() instanceof LeftOutReason.StepPassedOver
            || why.get() instanceof LeftOutReason.StepMissed)) {
      kind = FindingKind.STEP_SHADOWED;
    }
    String sentence =
        "step %s is never taken%s"
            .formatted(quoted(step), why.map(r -> "; in the story below: " + r).orElse(""));
    PolicyFinding found = PolicyFinding.error(kind, Place.step(index), sentence);
    return found.shownBy(World.of(policy, calendar, firstEnd, firstDay));
  }
}
