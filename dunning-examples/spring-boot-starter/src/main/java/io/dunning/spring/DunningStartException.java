package io.dunning.spring;

import java.util.Objects;

/**
 * The application cannot start with its settings, such as policy files with mistakes, or a database
 * that cannot be used. Spring Boot prints the message and the advice in place of a stack trace.
 */
public final class DunningStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  DunningStartException(String message, String advice, Throwable cause) {
    super(message, cause);
    this.advice = Objects.requireNonNull(advice, "advice");
  }

  /** {@return what to do} */
  public String advice() {
    return advice;
  }
}
