package io.dunning.cli;

/** The output has no room; the message says where. The program ends with exit code 70. */
final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputException(String message, Throwable cause) {
    super(message, cause);
  }
}
