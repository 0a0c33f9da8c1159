package io.dunning.evaluation;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the smallest changes that flip a decision, by deciding with each.
 *
 * <p>More or less is supposed to be open on the oldest free item. Between the amounts that the
 * policy names every comparison comes out alike, so the first of them that flips the decision is
 * the smallest change. Where something was asked that changes at amounts nobody names, such as
 * which route is worth most, the search ends, and no amount is told.
 */
final class Flips {
  /** Beyond this many minor units sums might not fit, and no amount is told. */
  private static final long MOST = Long.MAX_VALUE / 4;

  private final Decision now;
  private final Debt debt;
  private final Scope scope;
  private final PreparedPolicy policy;

  private Flips(Decision now) {
    this.now = now;
    debt = now.debt();
    scope = debt.scope();
    policy = debt.books().policy;
  }

  static List<Flip> of(Decision now, Optional<LocalDate> reviewOn) {
    Flips flips = new Flips(now);
    List<Flip> all = new ArrayList<>();
    reviewOn.flatMap(flips::byDay).ifPresent(all::add);
    flips.byAmount(true).ifPresent(all::add);
    flips.byAmount(false).ifPresent(all::add);
    return all;
  }

  /** Empty if the debt is only looked at again on that day, and the answer stays. */
  private Optional<Flip> byDay(LocalDate day) {
    Decision then = Decider.decide(scope, day.toEpochDay());
    return flip(then, Optional.of(day), Optional.empty(), Optional.empty());
  }

  private Optional<Flip> byAmount(boolean up) {
    if (debt.oldest() == null || !policy.holdNamesAmounts) {
      return Optional.empty();
    }
    int place = debt.oldest().place();
    CurrencyUnit unit = debt.books().balances.currency(place);
    Decision before = now;
    for (long distance : distances(unit, up)) {
      if (!before.next().namesAmounts()) {
        return Optional.empty();
      }
      Money more = Money.ofMinor(distance, unit);
      Decision then = Decider.decide(scope.supposing(more, place), debt.day());
      Optional<Flip> flip = flip(then, Optional.empty(), Optional.of(more), invoice(place));
      if (flip.isPresent()) {
        return flip;
      }
      before = then;
    }
    return Optional.empty();
  }

  private Optional<Flip> flip(
      Decision then, Optional<LocalDate> on, Optional<Money> more, Optional<String> invoice) {
    return then.outcome().equals(now.outcome())
        ? Optional.empty()
        : Optional.of(new Flip(on, more, invoice, answer(now.outcome()), answer(then.outcome())));
  }

  private Flip.Answer answer(Outcome outcome) {
    return new Flip.Answer(
        outcome.verdict(),
        outcome.rule(),
        outcome.step() < 0 ? Optional.empty() : Optional.of(policy.steps[outcome.step()].name),
        Optional.ofNullable(outcome.channel()),
        Optional.ofNullable(outcome.tone()),
        Optional.ofNullable(outcome.performer()),
        Optional.ofNullable(outcome.heldBy()).map(Object::toString));
  }

  private Optional<String> invoice(int place) {
    return scope.isSingle()
        ? Optional.empty()
        : Optional.of(debt.books().invoices.get(place).invoice().number());
  }

  /** How far it is to reach each amount of the policy, or to fall below it; the nearest first. */
  private SortedSet<Long> distances(CurrencyUnit unit, boolean up) {
    SortedSet<Long> all = new TreeSet<>(Comparator.comparingLong(Math::abs));
    // something has to stay open: an invoice that is settled changes more than a sum
    long least = debt.oldest().open() - settled(unit);
    for (long compared : compared(unit)) {
      if (Math.abs(compared) > MOST) {
        return new TreeSet<>();
      }
      for (long threshold : policy.thresholds(unit)) {
        long distance = up ? threshold - compared : threshold - 1 - compared;
        boolean possible = up ? distance > 0 : distance < 0 && least + distance > 0;
        if (possible && threshold <= MOST) {
          all.add(distance);
        }
      }
    }
    return all;
  }

  /** The most that may be left of an invoice that counts as settled. */
  private long settled(CurrencyUnit unit) {
    Money most = policy.policy.account().tolerance().amounts().get(unit);
    return most == null ? 0 : most.minorUnits();
  }

  /** The sums that a policy compares with its amounts, as far as the oldest item adds to them. */
  private List<Long> compared(CurrencyUnit unit) {
    LeadingItem oldest = debt.oldest();
    List<Long> all = new ArrayList<>(List.of(oldest.open()));
    // an instalment that falls due later is open, but not overdue
    Item item = debt.item(oldest.place());
    long later = item.isOverdue() ? item.open() - item.overdueOpen() : 0;
    debt.sums().addCompared(all, unit, later);
    if (scope.countsTogether()) {
      Debt.on(scope.together(), debt.day()).sums().addCompared(all, unit, later);
    }
    return all;
  }
}
