package io.dunning.spring;

/** What was asked for contradicts what is stored. */
public final class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A contradiction.
   *
   * @param message what contradicts what
   */
  public ConflictException(String message) {
    super(message);
  }

  /**
   * A contradiction that somebody else found.
   *
   * @param message what contradicts what
   * @param cause what was thrown
   */
  public ConflictException(String message, Throwable cause) {
    super(message, cause);
  }
}
