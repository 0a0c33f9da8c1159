package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;

/** Decides both ways, by {@code evaluate} and by the rules as {@code explain} traces them. */
final class BothWays {
  private BothWays() {}

  /** What is recommended on a day, which both ways have to agree about. */
  static List<Recommendation> decide(
      DunningEvaluator evaluator, DunningPolicy policy, Account account, LocalDate day) {
    List<Recommendation> traced =
        evaluator.explain(policy, account, day).stream().map(Explanation::recommendation).toList();
    assertThat(evaluator.evaluate(policy, account, day).recommendations()).isEqualTo(traced);
    return traced;
  }

  /** The step that is to be taken, or that is waited for; empty if none is left. */
  static String stepInQuestion(Recommendation now) {
    return now.step().or(now::waitsFor).orElse("");
  }
}
