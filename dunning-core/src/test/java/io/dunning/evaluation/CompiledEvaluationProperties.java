package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DenseDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.compiled.RandomPlay;
import io.dunning.ledger.Account;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/**
 * The evaluation of a packed account is that of the readable decider: equal recommendations,
 * reasons, amounts, lines and keys included. {@code explain} always decides readably.
 *
 * <p>By default a hundred thousand random cases are compared. {@code -Dcompiled.cases=10000000}
 * compares as many as you like, and {@code -Dcompiled.seed=...} others.
 */
@Domain(DenseDomain.class)
@Domain(DomainContext.Global.class)
class CompiledEvaluationProperties {
  private static final long CASES = Long.getLong("compiled.cases", 100_000);
  private static final long SEED = Long.getLong("compiled.seed", 20_260_630);

  private final Map<Rule, Integer> compared = new EnumMap<>(Rule.class);
  private long all;

  @Test
  void bothWaysToEvaluateGiveOneRecommendation() {
    for (long i = 0; all < CASES; i++) {
      RandomPlay play = new RandomPlay(SEED + i);
      DunningPolicy policy = play.policy();
      DunningEvaluator evaluator = DunningEvaluator.on(play.calendar());
      for (int a = 0; a < 12; a++) {
        Account account = play.account();
        for (int d = 0; d < 6; d++) {
          compare(SEED + i, evaluator, policy, account, play.day());
        }
      }
    }
    // each rule that the compiled decider knows has decided often enough, by that decider
    assertThat(compared.values()).allMatch(n -> n > CASES / 4_000);
    assertThat(compared)
        .containsOnlyKeys(
            Rule.HELD,
            Rule.NOT_ISSUED,
            Rule.NOT_DUE,
            Rule.IN_GRACE,
            Rule.BELOW_MINIMUM,
            Rule.LADDER_DONE,
            Rule.TOO_EARLY,
            Rule.STEP_BELOW_MINIMUM,
            Rule.CONTACT_TOO_SOON,
            Rule.DUE);
  }

  /** Days before 1970 are negative numbers. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void bothWaysGiveOneRecommendationAround1970(
      @ForAll Account account, @ForAll LocalDate day, @ForAll Random random) {
    RandomPlay play = new RandomPlay(random.nextLong());
    DunningEvaluator evaluator = DunningEvaluator.on(play.calendar());
    Account old = Shift.by(-day.toEpochDay(), account.asOf(day));
    for (int i = 0; i < 5; i++) {
      compare(0, evaluator, play.policy(), old, LocalDate.EPOCH.plusDays(random.nextInt(100)));
    }
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void bothWaysGiveOneRecommendationForWhateverIsGenerated(
      @ForAll DunningPolicy any,
      @ForAll Account account,
      @ForAll BusinessCalendar calendar,
      @ForAll LocalDate day,
      @ForAll Random random) {
    DunningEvaluator evaluator = DunningEvaluator.on(calendar);
    for (DunningPolicy policy : List.of(any, new RandomPlay(random.nextLong()).policy())) {
      for (int i = 0; i < 5; i++) {
        LocalDate later = day.plusDays(random.nextInt(100));
        compare(0, evaluator, policy, account.asOf(day), later);
      }
    }
  }

  private void compare(
      long seed, DunningEvaluator evaluator, DunningPolicy policy, Account account, LocalDate day) {
    List<Recommendation> found = evaluator.evaluate(policy, account, day).recommendations();
    List<Recommendation> expected =
        evaluator.explain(policy, account, day).stream().map(Explanation::recommendation).toList();
    all += found.size();
    if (!found.equals(expected)
        || !found.stream().allMatch(r -> r.goesWith(expected.get(found.indexOf(r))))) {
      assertThat(found)
          .as("seed %s on %s\n%s\n%s\n%s", seed, day, policy, account.events(), account.invoices())
          .isEqualTo(expected);
    }
    count(new PreparedPolicy(policy, evaluator.calendar(), null), account, day);
  }

  /** Counts the rules by which the compiled decider, and not the readable one, decided. */
  private void count(PreparedPolicy policy, Account account, LocalDate day) {
    long[] row = policy.compiled == null ? null : CompiledEvaluation.row(account);
    if (row == null) {
      return;
    }
    CompiledEvaluation compiled = new CompiledEvaluation(policy, day);
    compiled.turnTo(account, row);
    if (policy.policy.account().unit() != AccountRules.Unit.INVOICE) {
      count(compiled.ofAll());
      return;
    }
    for (int i = 0; i < compiled.items(); i++) {
      count(compiled.of(i));
    }
  }

  private void count(Recommendation compiled) {
    if (compiled != null) {
      compared.merge(compiled.rule(), 1, Integer::sum);
    }
  }
}
