package io.dunning.settlement;

import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Splits an amount into the instalments of a plan, equal or rising, to the minor unit. */
final class InstalmentSplit {
  private InstalmentSplit() {}

  /** Returns a plan for an amount; interest is due with the last instalment. */
  static PaymentPlan plan(PlanRule rule, Money amount, Money interest, LocalDate on) {
    if (!amount.isPositive()) {
      return new PaymentPlan(on, List.of(), amount, interest, Money.zero(amount.currency()));
    }
    int n = parts(rule, amount);
    long[] weights = weights(n, rule.risingByPercent());
    long sum = sum(n, rule.risingByPercent());
    long left = amount.minorUnits();
    List<Instalment> parts = new ArrayList<>();
    LocalDate first = PaymentPlan.later(on, Period.ofDays(rule.firstAfterDays()), 1);
    for (int i = 0; i < n - 1; i++) {
      long minor = share(amount.minorUnits(), weights[i], sum);
      left -= minor;
      LocalDate day = PaymentPlan.later(first, rule.every(), i);
      parts.add(new Instalment(day, Money.ofMinor(minor, amount.currency())));
    }
    LocalDate last = PaymentPlan.later(first, rule.every(), n - 1);
    parts.add(new Instalment(last, Money.ofMinor(left + interest.minorUnits(), amount.currency())));
    long residue = left - share(amount.minorUnits(), weights[n - 1], sum);
    return new PaymentPlan(on, parts, amount, interest, Money.ofMinor(residue, amount.currency()));
  }

  /** How much each instalment weighs: the first 100, each later one so many percent more. */
  private static long[] weights(int n, int rise) {
    long[] weights = new long[n];
    for (int i = 0; i < n; i++) {
      weights[i] = 100L + (long) i * rise;
    }
    return weights;
  }

  private static long sum(int n, int rise) {
    return 100L * n + (long) n * (n - 1) / 2 * rise;
  }

  private static long share(long amount, long weight, long sum) {
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(weight))
        .divide(BigInteger.valueOf(sum))
        .longValueExact();
  }

  /**
   * Returns the highest number of instalments of which the first, the smallest, reaches the
   * minimum.
   */
  private static int parts(PlanRule rule, Money amount) {
    Money minimum =
        rule.minimumInstalments().getOrDefault(amount.currency(), Money.zero(amount.currency()));
    long least = Math.max(1, minimum.minorUnits());
    int n = rule.maximumInstalments();
    while (n > 1 && share(amount.minorUnits(), 100, sum(n, rule.risingByPercent())) < least) {
      n--;
    }
    return n;
  }
}
