package io.dunning.evaluation;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the smallest changes that flip a decision, by deciding with each. */
final class Flips {
  private final Decision now;
  private final Debt debt;
  private final Scope scope;

  private Flips(Decision now) {
    this.now = now;
    debt = now.debt();
    scope = debt.scope();
  }

  static List<Flip> of(Decision now, Optional<LocalDate> reviewOn) {
    Flips flips = new Flips(now);
    List<Flip> all = new ArrayList<>();
    reviewOn.ifPresent(day -> all.add(flips.byDay(day)));
    flips.byAmount(true).ifPresent(all::add);
    flips.byAmount(false).ifPresent(all::add);
    return all;
  }

  private Flip byDay(LocalDate day) {
    Decision then = Decider.decide(scope, day.toEpochDay());
    return flip(then, Optional.of(day), Optional.empty());
  }

  private static Flip flip(Decision then, Optional<LocalDate> on, Optional<Money> more) {
    Outcome outcome = then.outcome();
    Optional<String> step =
        outcome.step() < 0
            ? Optional.empty()
            : Optional.of(then.debt().books().policy.steps[outcome.step()].step.name());
    return new Flip(on, more, outcome.verdict(), step);
  }

  /** Tries the amounts that the policy names, the nearest first. */
  private Optional<Flip> byAmount(boolean up) {
    if (debt.free() == 0) {
      return Optional.empty();
    }
    TreeSet<Money> distances = new TreeSet<>((a, b) -> Long.compare(size(a), size(b)));
    for (Money threshold : debt.books().policy.amounts()) {
      CurrencyUnit unit = threshold.currency();
      // amounts of one currency, so that "smallest" has a meaning: that of the debt
      if (canSuppose(unit)) {
        addDistances(distances, threshold, debt.sums().open(unit), up);
        addDistances(distances, threshold, debt.sums().overdue(unit), up);
      }
    }
    for (Money distance : distances) {
      Decision then = Decider.decide(scope.supposing(distance), debt.day());
      if (!now.outcome().equals(then.outcome())) {
        return Optional.of(flip(then, Optional.empty(), Optional.of(distance)));
      }
    }
    return Optional.empty();
  }

  /** Whether more can be supposed: in one currency, seen by every rule, charges not asked for. */
  private boolean canSuppose(CurrencyUnit unit) {
    PreparedPolicy policy = debt.books().policy;
    boolean seen = scope.isSingle() || policy.holdWhile.amounts().isEmpty();
    return seen && !policy.asksCharges && debt.sums().isOnly(unit);
  }

  private static long size(Money distance) {
    return Math.abs(distance.minorUnits());
  }

  /** How far it is to reach an amount, or to fall below it. */
  private static void addDistances(TreeSet<Money> all, Money threshold, long now, boolean up) {
    long distance = up ? threshold.minorUnits() - now : threshold.minorUnits() - 1 - now;
    boolean possible = up ? distance > 0 : distance < 0 && now + distance > 0;
    if (possible) {
      all.add(Money.ofMinor(distance, threshold.currency()));
    }
  }
}
