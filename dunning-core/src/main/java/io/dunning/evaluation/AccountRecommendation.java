package io.dunning.evaluation;

import io.dunning.ledger.Account;
import io.dunning.policy.AccountRules;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
   * What is to be done now, a letter or call each: what the policy decides about at once goes
   * together, and so do invoices of an account that keep their own levels.
   *
   * @return the documents, in the order of the recommendations
   */
  public List<DunningDocument> documents() {
    Map<Object, List<Recommendation>> groups = new LinkedHashMap<>();
    for (Recommendation each : due()) {
      groups.computeIfAbsent(each.documentKey(), k -> new ArrayList<>()).add(each);
    }
    List<DunningDocument> documents = new ArrayList<>();
    for (List<Recommendation> lines : groups.values()) {
      Set<String> informed = new LinkedHashSet<>();
      boolean own =
          lines.get(0).policy().account().documentLevel() == AccountRules.DocumentLevel.OWN;
      for (Recommendation each : own ? recommendations : lines) {
        if (each.documentKey().equals(lines.get(0).documentKey())) {
          informed.addAll(each.forInformation());
        }
      }
      lines.forEach(l -> informed.removeAll(l.invoices()));
      documents.add(new DunningDocument(lines, List.copyOf(informed)));
    }
    return List.copyOf(documents);
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
