package io.dunning.ledger;

import java.io.InvalidObjectException;
import java.util.function.Supplier;

/** Reads values of this package from a stream through the factories that check them. */
final class SerialForms {
  private SerialForms() {}

  /**
   * What a factory makes.
   *
   * @throws InvalidObjectException if the factory refuses, with its words and as its cause
   */
  static Object checked(Supplier<Object> factory) throws InvalidObjectException {
    try {
      return factory.get();
    } catch (IllegalArgumentException | NullPointerException e) {
      InvalidObjectException invalid = new InvalidObjectException(e.getMessage());
      invalid.initCause(e);
      throw invalid;
    }
  }
}
