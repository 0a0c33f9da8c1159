package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Invariant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Plays a policy against every debtor, with every choice of events up to a number, and shows what
 * happens to an observer. First without events, then with one, and so on: what is found first is
 * found with the fewest events. For one run on one thread.
 */
final class Exploration {
  private static final int MOST_LOOKS = 60;
  private static final int QUIET_DAYS = 21;
  private static final int TERM_DAYS = 30;

  private final DunningEvaluator evaluator;
  private final Happenings happenings;
  private final List<Debtor> debtors;
  private final Budget budget;
  private final Observer observer;
  private final Boundary boundary;
  private final Merging merging;
  private int mostLooks;
  private int horizonDays;
  private Repeats repeats;

  /** States from which worlds were played on already, by the number of events that are left. */
  private final List<Seen> seen = new ArrayList<>();

  /** The policy, watched where somebody wants to know what its conditions answer. */
  private DunningPolicy policy;

  private LocalDate horizon;

  /** Whether worlds that go on alike are played once. */
  boolean merges = true;

  /** Gives the same policy before each debtor, watched where it still has to be. */
  UnaryOperator<DunningPolicy> lessWatched = UnaryOperator.identity();

  long worlds;
  long merged;
  private long endless;
  long decisions;

  /** The number of events up to which all worlds were explored; -1 if not even without events. */
  int complete = -1;

  Exploration(
      DunningPolicy policy,
      BusinessCalendar calendar,
      Boundary boundary,
      List<Debtor> debtors,
      LookBack lookBack,
      Budget budget,
      Observer observer) {
    this.policy = policy;
    this.boundary = boundary;
    this.debtors = debtors;
    this.budget = budget;
    this.observer = observer;
    evaluator = LazyEvaluator.on(calendar);
    happenings = new Happenings(boundary);
    merging = new Merging(policy, boundary, lookBack);
    keeping(policy.invariants());
  }

  /** Plays on for as long as these invariants need, instead of those of the policy. */
  void keeping(List<Invariant> invariants) {
    repeats = new Repeats(policy, boundary, invariants);
    horizonDays = Nominal.horizonDays(policy, boundary, invariants);
    mostLooks = boundary.topics.contains(Topic.DESCRIBED) ? horizonDays + TERM_DAYS : MOST_LOOKS;
  }

  /** Explores up to a number of events, or until the budget is used up. */
  void upTo(int events) {
    for (int level = 0; level <= events; level++) {
      for (Debtor each : debtors) {
        if (level > each.mostEvents(events)) {
          continue;
        }
        policy = lessWatched.apply(policy);
        seen.clear();
        for (int left = 0; left <= level; left++) {
          seen.add(new Seen());
        }
        LocalDate due = each.account().invoices().get(0).invoice().due();
        horizon = due.plusDays(horizonDays);
        play(each.account(), each.first(), Path.of(each), level, 0);
        if (budget.isUsedUp()) {
          return;
        }
      }
      complete = level;
    }
  }

  /** A world as it is played on: what may change from look to look. */
  private final class Play extends Day {
    Path path;
    final boolean fresh;

    /** How many events may still happen. */
    private final int left;

    /** From which kind on, on the day of the look; {@link Happening#order} tells the kinds. */
    private int order;

    Play(Account account, Path path, int left, int order) {
      super(account);
      this.path = path;
      this.left = left;
      this.order = order;
      fresh = left == 0;
    }

    @Override
    void decide(LocalDate day) {
      budget.tick();
      next = evaluator.evaluate(policy, account, day);
      decisions += next.recommendations().size();
    }

    @Override
    void approving(LocalDate day, String invoice, String step) {
      if (left > 0 && order <= Merging.REFUSAL) {
        LedgerEvent refusal = LedgerEvent.stepRefused(day, step);
        branch(this, day, left, new Happening(Merging.REFUSAL, invoice, refusal));
      }
    }

    @Override
    void approved(LocalDate day, String invoice, LedgerEvent approval) {
      path = path.approved(day, invoice, approval);
    }

    @Override
    void takes(LocalDate day, Recommendation line, DunningDocument document) {
      path = path.taken(day, line, document);
      if (fresh) {
        observer.took(path, account);
      }
    }
  }

  private void play(Account account, LocalDate from, Path start, int left, int order) {
    Play world = new Play(account, start, left, order);
    if (world.fresh && !begins(world, from)) {
      return;
    }
    LocalDate day = from;
    for (int looks = 0; ; looks++) {
      if (left > 0) {
        branches(world, day, left, world.order);
      }
      if (budget.isUsedUp()) {
        return;
      }
      if (world.fresh) {
        observer.deciding(day);
      }
      world.decide(day);
      if (world.fresh) {
        observer.decided(world.path, day, world.account, world.next);
      }
      world.takeSteps(day);
      LocalDate review = reviewAfter(world);
      if (left > 0) {
        between(world, day, review, left);
      }
      if (review == null || looks == mostLooks || repeats.isEnough(world.path)) {
        endless += world.fresh && review != null && !repeats.isEnough(world.path) ? 1 : 0;
        end(world, day);
        return;
      }
      if (isSeen(world, review, left)) {
        merge(world);
        return;
      }
      day = review;
      world.order = 0;
    }
  }

  /** Whether a world is played: the budget allows it, and no other came alike to its first look. */
  private boolean begins(Play world, LocalDate from) {
    if (!budget.mayBegin()) {
      return false;
    }
    boolean isMerged = isSeen(world, from, 0);
    if (isMerged) {
      merge(world);
    }
    return !isMerged;
  }

  /** Says how many worlds were left before their end; empty if none was. */
  Optional<String> cutOff() {
    return endless == 0
        ? Optional.empty()
        : Optional.of(
            "%d worlds were left after %d review days, before they ended"
                .formatted(endless, mostLooks));
  }

  private void end(Play world, LocalDate day) {
    if (world.fresh) {
      observer.ended(world.path, day, world.account, world.next);
      count();
    }
  }

  private void merge(Play world) {
    if (world.fresh) {
      merged++;
      count();
    }
  }

  private void count() {
    worlds++;
    budget.use(worlds, decisions);
  }

  /** Whether another world came alike to the look on a day. */
  private boolean isSeen(Play world, LocalDate look, int left) {
    return merges
        && merging.applies(world.path)
        && !seen.get(left).add(merging.state(world.account, look, world.path, left));
  }

  /** The next look, if there is one within the horizon; else null. */
  private LocalDate reviewAfter(Play world) {
    LocalDate review = world.next.reviewOn().orElse(null);
    return review == null || review.isAfter(horizon) ? null : review;
  }

  /** The day after a look, and the day before the next one; a while later if there is none. */
  private void between(Play world, LocalDate day, LocalDate review, int left) {
    LocalDate next = day.plusDays(1);
    LocalDate last = review == null ? day.plusDays(QUIET_DAYS) : review.minusDays(1);
    if (review == null || next.isBefore(review)) {
      branches(world, next, left, 0);
    }
    if (last.isAfter(next)) {
      branches(world, last, left, 0);
    }
  }

  private void branches(Play world, LocalDate day, int left, int order) {
    for (Happening each : happenings.on(day, world.account)) {
      boolean next = each.order() >= order && canMatter(each, world, day, left);
      if (next && !budget.isUsedUp()) {
        branch(world, day, left, each);
      }
    }
  }

  private boolean canMatter(Happening what, Play world, LocalDate day, int left) {
    return !merges || merging.canMatter(what, world.account, world.path, day, left - 1);
  }

  private void branch(Play world, LocalDate day, int left, Happening what) {
    Account changed = what.to(world.account);
    Path path = world.path.happens(day, what.invoice(), what.event());
    play(changed, day, path, left - 1, what.order());
  }
}
