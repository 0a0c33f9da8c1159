package io.dunning.evaluation;

import io.dunning.ledger.Account;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to do next about an account: one recommendation a unit of decision, as the policy says.
 * Immutable and thread-safe.
 *
 * @param account the account
 * @param recommendations per invoice in the order of the account, per currency by currency, or a
 *     single one for the whole account
 */
public record AccountRecommendation(Account account, List<Recommendation> recommendations)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The recommendations for an account.
   *
   * @param account the account
   * @param recommendations per invoice in the order of the account, per currency by currency, or a
   *     single one for the whole account
   */
  public AccountRecommendation {
    Objects.requireNonNull(account, "account");
    recommendations = List.copyOf(recommendations);
  }

  /**
   * What is to be done now.
   *
   * @return the recommendations with the verdict {@link Verdict#ACT}
   */
  public List<Recommendation> due() {
    return recommendations.stream().filter(r -> r.verdict() == Verdict.ACT).toList();
  }

  /**
   * The first later day on which any decision differs, if nothing happens until then.
   *
   * @return the earliest review date; empty if there is none
   */
  public Optional<LocalDate> reviewOn() {
    return recommendations.stream()
        .flatMap(r -> r.reviewOn().stream())
        .min(Comparator.naturalOrder());
  }
}
