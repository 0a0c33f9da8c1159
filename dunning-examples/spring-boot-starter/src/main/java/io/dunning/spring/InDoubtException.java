package io.dunning.spring;

/** An action may have been carried out, or not. */
public final class InDoubtException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A doubt.
   *
   * @param message what happened
   * @param cause what was thrown; can be null
   */
  public InDoubtException(String message, Throwable cause) {
    super(message, cause);
  }
}
