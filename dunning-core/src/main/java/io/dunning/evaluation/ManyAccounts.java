package io.dunning.evaluation;

import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Evaluates many accounts by a set of policies on one day. Accounts of one policy that follow each
 * other share the memory of the decider. The rows of all accounts are found before the first is
 * decided about: a processor then waits for the memory of many of them at once instead of one after
 * the other.
 *
 * <p>For one thread.
 */
final class ManyAccounts {
  private final DunningEvaluator evaluator;
  private final PolicySet policies;
  private final LocalDate asOf;

  /** Of the policy of the latest account. */
  private PreparedPolicy prepared;

  private CompiledEvaluation compiled;

  ManyAccounts(DunningEvaluator evaluator, PolicySet policies, LocalDate asOf) {
    this.evaluator = evaluator;
    this.policies = policies;
    this.asOf = asOf;
  }

  List<AccountRecommendation> evaluate(List<Account> several) {
    Account[] accounts = several.toArray(Account[]::new);
    for (Account each : accounts) {
      Objects.requireNonNull(each, "account");
    }
    AccountRecommendation[] all = new AccountRecommendation[accounts.length];
    long[][] rows = new long[all.length][];
    boolean compiles = evaluator.compiles(evaluator.prepared(policies.defaultPolicy()));
    for (int i = 0; compiles && i < all.length; i++) {
      rows[i] = CompiledEvaluation.row(accounts[i]);
    }
    for (int i = 0; i < all.length; i++) {
      all[i] = evaluate(accounts[i], rows[i]);
    }
    return List.of(all);
  }

  private AccountRecommendation evaluate(Account account, long[] row) {
    boolean onePolicy = !policies.differsByInvoice() && policies.segmentRules().isEmpty();
    if (row == null || !onePolicy) {
      return evaluator.evaluate(policies, account, asOf);
    }
    DunningPolicy policy = policies.policyFor(account.customer());
    if (prepared == null || prepared.policy != policy) {
      prepared = evaluator.prepared(policy);
      compiled = evaluator.compiles(prepared) ? new CompiledEvaluation(prepared, asOf) : null;
    }
    if (compiled == null) {
      return evaluator.evaluate(policy, account, asOf);
    }
    compiled.turnTo(account, row);
    return evaluator.evaluate(compiled, prepared, account, asOf);
  }
}
