package io.dunning.portfolio;

import io.dunning.compiled.Decided;
import io.dunning.compiled.Hidden;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.time.LocalDate;

/**
 * Asks an evaluator for what it decides, without the recommendations that say so. The evaluator has
 * a method for it that only this class calls, because answers without their facts serve nobody but
 * the columns of a table.
 */
final class ReadableDecider {
  private static final MethodHandle DECIDE =
      Hidden.method(
          DunningEvaluator.class,
          "decide",
          MethodType.methodType(
              Decided[].class, DunningPolicy.class, Account.class, LocalDate.class));

  private ReadableDecider() {}

  /** A decision for each recommendation that the evaluator gives, in the same order. */
  static Decided[] decide(
      DunningEvaluator evaluator, DunningPolicy policy, Account account, LocalDate asOf) {
    try {
      return (Decided[]) DECIDE.invokeExact(evaluator, policy, account, asOf);
    } catch (Throwable e) {
      throw Hidden.rethrown(e);
    }
  }
}
