package io.dunning.spring;

import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Explanation;
import io.dunning.ledger.Account;
import io.dunning.policy.PolicySet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * Explains an account at {@code /actuator/dunning/TENANT/CUSTOMER}: what is to be done next, why,
 * why other steps were left out, and what would change the answer. It reads only.
 */
@Endpoint(id = "dunning")
final class AccountEndpoint {
  private final Books books;
  private final PolicySet policies;
  private final DunningEvaluator evaluator;
  private final Clock clock;

  AccountEndpoint(Books books, PolicySet policies, DunningEvaluator evaluator, Clock clock) {
    this.books = books;
    this.policies = policies;
    this.evaluator = evaluator;
    this.clock = clock;
  }

  /** An account explained; a list of lines for each unit of decision. */
  record Explained(String customer, LocalDate asOf, List<List<String>> answers) {}

  @ReadOperation
  Explained explain(@Selector String tenant, @Selector String customer) {
    Account account = books.account(tenant, customer).orElse(null);
    if (account == null) {
      return null;
    }
    LocalDate today = LocalDate.now(clock);
    List<Explanation> all = evaluator.explain(policies, account, today);
    return new Explained(
        customer, today, all.stream().map(e -> e.toString().lines().toList()).toList());
  }
}
