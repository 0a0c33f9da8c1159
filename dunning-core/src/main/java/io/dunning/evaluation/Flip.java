package io.dunning.evaluation;

import io.dunning.money.Money;
import io.dunning.policy.Condition;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The smallest change of one fact that would make a decision another one. Prints as a sentence.
 * Immutable and thread-safe.
 *
 * @param on the day on which it changes by itself; empty if an amount changes it
 * @param more how much more would have to be owed, negative for less; empty if a day changes it
 * @param verdict what it would be
 * @param step the step in question then; empty if none is
 */
public record Flip(
    Optional<LocalDate> on, Optional<Money> more, Verdict verdict, Optional<String> step)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A change.
   *
   * @param on the day on which it changes by itself; empty if an amount changes it
   * @param more how much more would have to be owed, negative for less; empty if a day changes it
   * @param verdict what it would be
   * @param step the step in question then; empty if none is
   */
  public Flip {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(more, "more");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(step, "step");
  }

  static List<Flip> of(Recommendation recommendation) {
    List<Flip> flips = new ArrayList<>();
    recommendation.reviewOn().ifPresent(day -> flips.add(byDay(recommendation, day)));
    byAmount(recommendation, true).ifPresent(flips::add);
    byAmount(recommendation, false).ifPresent(flips::add);
    return List.copyOf(flips);
  }

  private static Flip byDay(Recommendation of, LocalDate day) {
    return flip(of.decided(day.toEpochDay(), null), Optional.of(day), Optional.empty());
  }

  private static Flip flip(Decision then, Optional<LocalDate> on, Optional<Money> more) {
    Optional<String> step =
        then.step < 0 ? Optional.empty() : Optional.of(then.prepared.steps[then.step].name());
    return new Flip(on, more, then.verdict, step);
  }

  /** Tries the amounts that the policy names, the nearest first. */
  private static Optional<Flip> byAmount(Recommendation of, boolean up) {
    long day = of.asOf().toEpochDay();
    Decision now = of.decided(day, null);
    if (now.debt.free() == 0) {
      return Optional.empty();
    }
    TreeSet<Money> distances = new TreeSet<>((a, b) -> Long.compare(size(a), size(b)));
    for (Money threshold : thresholds(now.prepared)) {
      // amounts of one currency, so that "smallest" has a meaning: that of the debt
      if (now.debt.canSuppose(threshold.currency())) {
        addDistances(distances, threshold, now.debt.openMinor(threshold.currency()), up);
        addDistances(distances, threshold, now.debt.overdueMinor(threshold.currency()), up);
      }
    }
    for (Money distance : distances) {
      Decision then = of.decided(day, distance);
      if (!now.isLike(then)) {
        return Optional.of(flip(then, Optional.empty(), Optional.of(distance)));
      }
    }
    return Optional.empty();
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

  private static List<Money> thresholds(PreparedPolicy prepared) {
    List<Money> all = new ArrayList<>(prepared.minimums.values());
    prepared.stepMinimums.forEach(m -> all.addAll(m.values()));
    all.addAll(prepared.holdWhile.needs().amounts());
    for (int i = 0; i < prepared.steps.length; i++) {
      all.addAll(prepared.conditions[i].needs().amounts());
      for (Condition each : prepared.prerequisites[i]) {
        all.addAll(each.needs().amounts());
      }
    }
    return all;
  }

  /** Such as {@code would be first notice from 2026-02-28}. */
  @Override
  public String toString() {
    String what =
        verdict == Verdict.ACT
            ? step.orElseThrow()
            : verdict + step.map(s -> " for " + s).orElse("");
    String where =
        on.map(d -> " from " + d)
            .orElseGet(
                () -> {
                  Money amount = more.orElseThrow();
                  return amount.isNegative()
                      ? " if " + amount.unaryMinus() + " less were open"
                      : " if " + amount + " more were open";
                });
    return "would be " + what + where;
  }

  private Object writeReplace() {
    return new Form(on.orElse(null), more.orElse(null), verdict, step.orElse(null));
  }

  /** The serial form, without an optional. */
  private record Form(LocalDate on, Money more, Verdict verdict, String step)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new Flip(
          Optional.ofNullable(on), Optional.ofNullable(more), verdict, Optional.ofNullable(step));
    }
  }
}
