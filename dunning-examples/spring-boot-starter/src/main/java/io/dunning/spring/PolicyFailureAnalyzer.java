package io.dunning.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a few lines why the policies cannot be used, in place of a stack trace. */
final class PolicyFailureAnalyzer extends AbstractFailureAnalyzer<PolicyStartException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, PolicyStartException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.advice(), cause);
  }
}
