package io.dunning.billing;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The service does not start as it is set up. */
final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  StartException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** Prints the reason and what to do. */
  static final class Analyzer extends AbstractFailureAnalyzer<StartException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, StartException cause) {
      return new FailureAnalysis(cause.getMessage(), cause.advice, cause);
    }
  }
}
