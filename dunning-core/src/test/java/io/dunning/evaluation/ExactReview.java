package io.dunning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.List;

/** A decision stays the same until its review date, and differs on it. */
final class ExactReview {
  private ExactReview() {}

  /**
   * Decides on a day and on each of the days after it until all are reviewed, and compares.
   *
   * @param account the account as it is known on the day
   * @param days the most days that are looked at
   */
  static void holds(
      DunningEvaluator evaluator, DunningPolicy policy, Account account, LocalDate day, int days) {
    List<Recommendation> now = evaluator.evaluate(policy, account, day).recommendations();
    DunningEvaluator looking = DunningEvaluator.lazy(evaluator.calendar());
    for (int ahead = 1; ahead <= days && !areReviewed(now, day.plusDays(ahead)); ahead++) {
      LocalDate later = day.plusDays(ahead);
      List<Recommendation> then = looking.evaluate(policy, account, later).recommendations();
      for (int i = 0; i < now.size(); i++) {
        LocalDate review = now.get(i).reviewOn().orElse(LocalDate.MAX);
        if (!later.isAfter(review)) {
          assertThat(then.get(i).decidesLike(now.get(i)))
              .as("on %s\n%s\n%s\n%s", later, policy, now.get(i), then.get(i))
              .isEqualTo(later.isBefore(review));
        }
      }
    }
  }

  /** Whether each review date lies before a day, so that nothing is promised for it. */
  static boolean areReviewed(List<Recommendation> now, LocalDate later) {
    return now.stream().allMatch(r -> r.reviewOn().filter(later::isAfter).isPresent());
  }
}
