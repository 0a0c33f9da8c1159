package io.dunning.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Explanation;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/**
 * Both deciders give one answer: verdict, rule, step and review date.
 *
 * <p>By default a hundred thousand random cases are compared. {@code -Dcompiled.cases=10000000}
 * compares as many as you like, and {@code -Dcompiled.seed=...} others.
 */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class CompiledDeciderProperties {
  private static final long CASES = Long.getLong("compiled.cases", 100_000);
  private static final long SEED = Long.getLong("compiled.seed", 20_260_630);
  private static final int ACCOUNTS = 12;
  private static final int DAYS = 6;

  private final Packing packing = new Packing();
  private long compared;
  private long handedOver;

  @Test
  void bothDecidersGiveOneAnswer() {
    for (long i = 0; compared < CASES; i++) {
      RandomPlay play = new RandomPlay(SEED + i);
      DunningPolicy policy = play.policy();
      BusinessCalendar calendar = play.calendar();
      CompiledPolicy compiled = CompiledPolicy.of(policy, calendar);
      if (compiled == null) {
        continue;
      }
      for (int a = 0; a < ACCOUNTS; a++) {
        Account account = play.account();
        for (int d = 0; d < DAYS; d++) {
          compare(SEED + i, compiled, policy, calendar, account, play.day());
        }
      }
    }
    if (CASES > 100_000) {
      System.out.println(compared + " the same, " + handedOver + " handed over");
    }
    assertThat(handedOver).as("of %s", compared).isLessThan(compared / 2);
  }

  /**
   * Of whatever the generators of all other properties make, the covered part. Hardly any of their
   * policies is covered; in place of the others stand random ones of the kind that is.
   */
  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void bothGiveOneAnswerForWhateverIsCovered(
      @ForAll DunningPolicy any,
      @ForAll Account account,
      @ForAll BusinessCalendar calendar,
      @ForAll LocalDate day,
      @ForAll Random random) {
    boolean anyCovered = CompiledPolicy.of(any, calendar) != null;
    DunningPolicy policy = anyCovered ? any : new RandomPlay(random.nextLong()).policy();
    CompiledPolicy compiled = CompiledPolicy.of(policy, calendar);
    long before = compared;
    if (compiled != null) {
      for (int i = 0; i < 20; i++) {
        LocalDate later = day.plusDays(random.nextInt(100));
        compare(0, compiled, policy, calendar, account.asOf(day), later);
      }
    }
    Statistics.label("policy is covered")
        .collect(compiled != null)
        .coverage(all -> all.check(true).percentage(share -> share > 75));
    Statistics.label("some answers were compared")
        .collect(compared > before)
        .coverage(all -> all.check(true).percentage(share -> share > 5));
  }

  private void compare(
      long seed,
      CompiledPolicy compiled,
      DunningPolicy policy,
      BusinessCalendar calendar,
      Account account,
      LocalDate day) {
    int length = packing.pack(account);
    if (length < 0) {
      handedOver++;
      return;
    }
    long[] row = new long[length + 2];
    packing.write(row, 1);
    CompiledDecider decider = new CompiledDecider(compiled);
    List<Recommendation> readable =
        DunningEvaluator.on(calendar).explain(policy, account, day).stream()
            .map(Explanation::recommendation)
            .toList();
    int open = 0;
    for (int i = 0; i < readable.size(); i++) {
      Recommendation expected = readable.get(i);
      long answer;
      if (policy.account().unit() == AccountRules.Unit.INVOICE) {
        InvoiceHistory history = account.invoices().get(i);
        boolean isOpen = history.standingOn(account.lastDay()).balance().openMinor() > 0;
        if (!isOpen) {
          continue;
        }
        answer = decider.decide(row, 1, day.toEpochDay(), open);
        assertThat(each(decider, row, day)[open++]).isEqualTo(answer);
      } else {
        answer = decider.decide(row, 1, day.toEpochDay());
      }
      if (!Answer.isCovered(answer)) {
        handedOver++;
        continue;
      }
      compared++;
      String found = text(policy, answer);
      if (!found.equals(text(expected))) {
        assertThat(found)
            .as(
                "seed %s on %s\n%s\n%s\n%s\n%s",
                seed, day, policy, account.events(), account.invoices(), expected)
            .isEqualTo(text(expected));
      }
    }
  }

  private static long[] each(CompiledDecider decider, long[] row, LocalDate day) {
    long[] answers = new long[CompiledDecider.invoices(row, 1)];
    decider.decideEach(row, 1, day.toEpochDay(), answers);
    return answers;
  }

  private static String text(DunningPolicy policy, long answer) {
    int step = Answer.step(answer);
    int review = Answer.reviewDay(answer);
    return text(Answer.finding(answer))
        + "|"
        + (step < 0 ? "" : policy.ladder().steps().get(step).name())
        + "|"
        + (review == Integer.MAX_VALUE ? "" : LocalDate.ofEpochDay(review));
  }

  /** Verdict and rule of a finding. */
  private static String text(Finding finding) {
    return switch (finding) {
      case CLOSED -> Verdict.CLOSED + "|" + Rule.CLOSED;
      case HELD -> Verdict.HOLD + "|" + Rule.HELD;
      case NOT_ISSUED -> Verdict.NOT_DUE + "|" + Rule.NOT_ISSUED;
      case NOT_DUE -> Verdict.NOT_DUE + "|" + Rule.NOT_DUE;
      case IN_GRACE -> Verdict.NOT_DUE + "|" + Rule.IN_GRACE;
      case BELOW_MINIMUM -> Verdict.WAIT + "|" + Rule.BELOW_MINIMUM;
      case LADDER_DONE -> Verdict.EXHAUSTED + "|" + Rule.LADDER_DONE;
      case TOO_EARLY -> Verdict.WAIT + "|" + Rule.TOO_EARLY;
      case STEP_BELOW_MINIMUM -> Verdict.WAIT + "|" + Rule.STEP_BELOW_MINIMUM;
      case CONTACT_TOO_SOON -> Verdict.WAIT + "|" + Rule.CONTACT_TOO_SOON;
      case CONTACT_NOT_ALLOWED -> Verdict.WAIT + "|" + Rule.CONTACT_NOT_ALLOWED;
      case DUE -> Verdict.ACT + "|" + Rule.DUE;
      case DUE_ONCE_APPROVED -> Verdict.AWAIT_APPROVAL + "|" + Rule.DUE;
    };
  }

  private static String text(Recommendation of) {
    return of.verdict()
        + "|"
        + of.rule()
        + "|"
        + of.step().or(of::waitsFor).orElse("")
        + "|"
        + of.reviewOn().map(LocalDate::toString).orElse("");
  }
}
