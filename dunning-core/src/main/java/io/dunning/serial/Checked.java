package io.dunning.serial;

import java.io.InvalidObjectException;
import java.util.function.Supplier;

/** Reads values from a stream through the factories that check them. */
public final class Checked {
  private Checked() {}

  /**
   * What a factory makes of what was read.
   *
   * @param factory makes the value, and refuses what cannot be
   * @return the value
   * @throws InvalidObjectException if the factory refuses, with its words and as its cause
   */
  public static Object read(Supplier<?> factory) throws InvalidObjectException {
    try {
      return factory.get();
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
      InvalidObjectException invalid = new InvalidObjectException(e.getMessage());
      invalid.initCause(e);
      throw invalid;
    }
  }
}
