package io.dunning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.calendar.EpochDay;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Combinations, which keep their parts in one list, answer as pairs within pairs would. */
class CombinationProperties {

  /** Conditions combined two by two: what a combination means, without any list. */
  private sealed interface Pairs {
    Condition condition();

    default boolean holds(Circumstances c) {
      return condition().holds(c);
    }

    default long changesOn(Circumstances c) {
      return condition().changesOn(c);
    }

    default Condition reason(Circumstances c) {
      return condition();
    }

    default long reasonChangesOn(Circumstances c) {
      return changesOn(c);
    }

    default String words() {
      return condition().toString();
    }

    default boolean dealings() {
      return condition().needs().failsForPlainInvoices();
    }

    default boolean dailyReview() {
      return condition().needs().dailyReview();
    }
  }

  private record Leaf(Condition condition) implements Pairs {}

  private record Both(Pairs left, Pairs right) implements Pairs {
    @Override
    public Condition condition() {
      return left.condition().and(right.condition());
    }

    @Override
    public boolean holds(Circumstances c) {
      return left.holds(c) && right.holds(c);
    }

    @Override
    public long changesOn(Circumstances c) {
      boolean l = left.holds(c);
      if (l != right.holds(c)) {
        return l ? right.changesOn(c) : left.changesOn(c);
      }
      long first = left.changesOn(c);
      if (!l && first == EpochDay.NEVER) {
        return EpochDay.NEVER;
      }
      return l ? Math.min(first, right.changesOn(c)) : Math.max(first, right.changesOn(c));
    }

    @Override
    public Condition reason(Circumstances c) {
      return (left.changesOn(c) < right.changesOn(c) ? left : right).reason(c);
    }

    @Override
    public long reasonChangesOn(Circumstances c) {
      return Math.min(left.reasonChangesOn(c), right.reasonChangesOn(c));
    }

    @Override
    public String words() {
      return bracketed(left) + " and " + bracketed(right);
    }

    private static String bracketed(Pairs part) {
      return part instanceof Either ? "(" + part.words() + ")" : part.words();
    }

    @Override
    public boolean dealings() {
      return left.dealings() || right.dealings();
    }

    @Override
    public boolean dailyReview() {
      return left.dailyReview() || right.dailyReview();
    }
  }

  private record Either(Pairs left, Pairs right) implements Pairs {
    @Override
    public Condition condition() {
      return left.condition().or(right.condition());
    }

    @Override
    public boolean holds(Circumstances c) {
      return left.holds(c) || right.holds(c);
    }

    @Override
    public long changesOn(Circumstances c) {
      boolean l = left.holds(c);
      if (l != right.holds(c)) {
        return l ? left.changesOn(c) : right.changesOn(c);
      }
      long first = left.changesOn(c);
      return l ? Math.max(first, right.changesOn(c)) : Math.min(first, right.changesOn(c));
    }

    @Override
    public Condition reason(Circumstances c) {
      boolean l = left.holds(c);
      boolean longer = l && (!right.holds(c) || left.changesOn(c) >= right.changesOn(c));
      return (longer ? left : right).reason(c);
    }

    @Override
    public long reasonChangesOn(Circumstances c) {
      return Math.min(left.reasonChangesOn(c), right.reasonChangesOn(c));
    }

    @Override
    public String words() {
      return left.words() + " or " + right.words();
    }

    @Override
    public boolean dealings() {
      return left.dealings() && right.dealings();
    }

    @Override
    public boolean dailyReview() {
      return left.dailyReview() || right.dailyReview();
    }
  }

  private record Opposite(Pairs inner) implements Pairs {
    @Override
    public Condition condition() {
      return inner.condition().not();
    }

    @Override
    public boolean holds(Circumstances c) {
      return !inner.holds(c);
    }

    @Override
    public long changesOn(Circumstances c) {
      return inner.changesOn(c);
    }

    @Override
    public long reasonChangesOn(Circumstances c) {
      return inner.reasonChangesOn(c);
    }

    @Override
    public String words() {
      return "not (" + inner.words() + ")";
    }

    @Override
    public boolean dealings() {
      return false;
    }

    @Override
    public boolean dailyReview() {
      return inner.dailyReview();
    }
  }

  private static Arbitrary<Pairs> leaves() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                Condition.always(),
                Condition.never(),
                Condition.promiseActive(),
                Condition.planActive(),
                Condition.settlementOffered(),
                Condition.planBroken(),
                Condition.disputeOpen(),
                Condition.taken("demand"),
                Condition.overdueAtLeast(Money.eur("1.00")),
                Condition.chargesAtLeast(Money.eur("2.00")),
                Condition.riskAtLeast(Percentage.percent("40")),
                Condition.described("mine", s -> s.disputed())),
            Arbitraries.integers().between(8, 16).map(Condition::daysPastDueAtLeast),
            Arbitraries.integers().between(0, 9).map(d -> Condition.daysSince(d, "demand")))
        .map(Leaf::new);
  }

  @Provide
  Arbitrary<Pairs> pairs() {
    return Arbitraries.recursive(CombinationProperties::leaves, CombinationProperties::more, 0, 5);
  }

  private static Arbitrary<Pairs> more(Arbitrary<Pairs> parts) {
    return Arbitraries.oneOf(
        parts.map(Opposite::new),
        Combinators.combine(parts, parts).as(Both::new),
        Combinators.combine(parts, parts).as(Either::new));
  }

  @Provide
  Arbitrary<Facts> facts() {
    Arbitrary<Long> through =
        Arbitraries.oneOf(
            Arbitraries.of(EpochDay.NONE, EpochDay.NEVER),
            Arbitraries.longs().between(-2, 4).map(d -> Facts.day(10).toEpochDay() + d));
    Arbitrary<Integer> money = Arbitraries.of(0, 100, 200);
    return Combinators.combine(
            through, through, through, through, money, money, Arbitraries.of(true, false))
        .as(
            (promise, plan, offer, taken, overdue, charges, yes) -> {
              Facts facts = new Facts();
              facts.promisedThrough = promise;
              facts.planThrough = plan;
              facts.offeredThrough = offer;
              facts.taken = taken == EpochDay.NEVER ? facts.day : taken;
              facts.overdue = overdue;
              facts.charges = charges;
              facts.disputed = yes;
              facts.planBroken = !yes;
              return facts;
            });
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void combinationsAnswerAsPairsWould(@ForAll("pairs") Pairs pairs, @ForAll("facts") Facts facts) {
    Condition condition = pairs.condition();
    boolean holds = pairs.holds(facts);
    assertThat(condition.holds(facts)).isEqualTo(holds);
    assertThat(condition.changesOn(facts)).isEqualTo(pairs.changesOn(facts));
    assertThat(condition.reasonChangesOn(facts)).isEqualTo(pairs.reasonChangesOn(facts));
    if (holds) {
      assertThat(condition.reason(facts)).isEqualTo(pairs.reason(facts));
    }
    assertThat(condition).hasToString(pairs.words());
    assertThat(condition.needs().failsForPlainInvoices()).isEqualTo(pairs.dealings());
    assertThat(condition.needs().dailyReview()).isEqualTo(pairs.dailyReview());
  }

  /** However a chain is put together, it asks the same, reads the same and is equal. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void chainsAreEqualHoweverTheyAreJoined(
      @ForAll("pairs") Pairs a, @ForAll("pairs") Pairs b, @ForAll("pairs") Pairs c) {
    for (List<Condition> alike :
        List.of(
            List.of(
                a.condition().and(b.condition()).and(c.condition()),
                a.condition().and(b.condition().and(c.condition()))),
            List.of(
                a.condition().or(b.condition()).or(c.condition()),
                a.condition().or(b.condition().or(c.condition()))))) {
      assertThat(alike.get(0)).isEqualTo(alike.get(1)).hasSameHashCodeAs(alike.get(1));
      assertThat(alike.get(0)).hasToString(alike.get(1).toString());
      assertThat(alike.get(0).needs()).isEqualTo(alike.get(1).needs());
    }
  }
}
