package io.dunning.spring;

/** The application cannot start, because its policies cannot be used. Says why and what to do. */
public final class PolicyStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  PolicyStartException(String message, String advice, Throwable cause) {
    super(message, cause);
    this.advice = advice;
  }

  /** {@return what to do} */
  public String advice() {
    return advice;
  }
}
