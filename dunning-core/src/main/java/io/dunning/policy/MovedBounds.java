package io.dunning.policy;

import io.dunning.money.Money;
import io.dunning.policy.ConditionParts.Count;
import io.dunning.policy.ConditionParts.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Moves the bounds of a condition, one at a time and as little as possible. */
final class MovedBounds {
  private MovedBounds() {}

  static List<Condition> of(Condition condition) {
    if (condition instanceof Not not) {
      return of(not.inner()).stream().map(Condition::not).toList();
    }
    List<Condition> all = new ArrayList<>();
    if (condition instanceof Combined combined) {
      for (int i = 0; i < combined.parts.length; i++) {
        for (Condition moved : of(combined.parts[i])) {
          all.add(with(combined, i, moved));
        }
      }
      return all;
    }
    amount(condition).ifPresent(all::add);
    ConditionTopics.count((Question) condition).ifPresent(c -> counts(condition, c, all));
    return all;
  }

  private static Condition with(Combined combined, int index, Condition moved) {
    Condition joined = null;
    for (int i = 0; i < combined.parts.length; i++) {
      Condition next = i == index ? moved : combined.parts[i];
      joined = joined == null ? next : combined instanceof And ? joined.and(next) : joined.or(next);
    }
    return joined;
  }

  private static Optional<Condition> amount(Condition part) {
    if (part instanceof DebtCondition.BalanceAtLeast asked) {
      return Optional.of(new DebtCondition.BalanceAtLeast(above(asked.amount())));
    }
    if (part instanceof DebtCondition.OverdueAtLeast asked) {
      return Optional.of(new DebtCondition.OverdueAtLeast(above(asked.amount())));
    }
    return part instanceof DebtCondition.ChargesAtLeast asked
        ? Optional.of(new DebtCondition.ChargesAtLeast(above(asked.amount())))
        : Optional.empty();
  }

  private static Money above(Money amount) {
    return amount.plus(Money.ofMinor(1, amount.currency()));
  }

  private static void counts(Condition part, Count count, List<Condition> all) {
    int number = count.least();
    boolean isTold = number > (count.counted() == Counted.DAYS ? 0 : 1);
    IntFunction<Condition> with = with(part);
    if (with == null || !isTold) {
      return;
    }
    if (number < Integer.MAX_VALUE) {
      all.add(with.apply(number + 1));
    }
    if (number > 1) {
      all.add(with.apply(number - 1));
    }
  }

  /** A part with another number; null if its number is no bound. */
  private static IntFunction<Condition> with(Condition part) {
    if (part instanceof DebtCondition.DaysPastDueAtLeast) {
      return DebtCondition.DaysPastDueAtLeast::new;
    }
    if (part instanceof StepCondition.DaysSinceStep asked) {
      return days -> new StepCondition.DaysSinceStep(asked.step(), days);
    }
    if (part instanceof ArrivalCondition.AddressUnknownFor) {
      return ArrivalCondition.AddressUnknownFor::new;
    }
    if (part instanceof CollectionCondition.CollectionFailedAgo) {
      return CollectionCondition.CollectionFailedAgo::new;
    }
    if (part instanceof CollectionCondition.CollectionsFailedAtLeast) {
      return CollectionCondition.CollectionsFailedAtLeast::new;
    }
    if (part instanceof DebtCondition.OverdueInvoicesAtLeast) {
      return DebtCondition.OverdueInvoicesAtLeast::new;
    }
    if (part instanceof AgreementCondition.BrokenPromisesAtLeast) {
      return AgreementCondition.BrokenPromisesAtLeast::new;
    }
    if (part instanceof DisputeCondition.DisputesAtLeast asked) {
      return count -> new DisputeCondition.DisputesAtLeast(count, asked.words());
    }
    return part instanceof CorrespondenceCondition.UnansweredAtLeast
        ? CorrespondenceCondition.UnansweredAtLeast::new
        : null;
  }
}
