package io.dunning.spring;

/** The application cannot start, because its tables cannot be made. Says why and what to do. */
public final class StoreStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  StoreStartException(String message, String advice, Throwable cause) {
    super(message, cause);
    this.advice = advice;
  }

  /** {@return what to do} */
  public String advice() {
    return advice;
  }
}
