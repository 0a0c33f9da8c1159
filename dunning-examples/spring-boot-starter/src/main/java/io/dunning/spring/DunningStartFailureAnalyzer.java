package io.dunning.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/**
 * Says in a few lines what is wrong with the settings, in place of a stack trace. It comes before
 * the analyzers of Spring Boot, which may know the cause but not which setting to change.
 */
final class DunningStartFailureAnalyzer extends AbstractFailureAnalyzer<DunningStartException>
    implements Ordered {
  @Override
  public int getOrder() {
    return -100;
  }

  @Override
  protected FailureAnalysis analyze(Throwable root, DunningStartException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.advice(), cause);
  }
}
