package io.dunning.spring;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * Where an action stands in a list, from which the list goes on. Immutable. Prints as {@link
 * #parse} reads it.
 *
 * @param changedAt when the action changed last
 * @param key its key
 */
public record DeliveryPlace(Instant changedAt, String key) {
  private static final String NONE = "no place in a list of actions: ";

  /** No database keeps moments of other years. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  /**
   * A place.
   *
   * @param changedAt when the action changed last
   * @param key its key
   */
  public DeliveryPlace {
    Objects.requireNonNull(changedAt, "changedAt");
    Objects.requireNonNull(key, "key");
  }

  /**
   * Reads a place.
   *
   * @param text as a place prints
   * @return the place
   * @throws IllegalArgumentException if it is none
   */
  public static DeliveryPlace parse(String text) {
    int comma = Math.max(text.indexOf(','), 0);
    try {
      Instant changedAt = Instant.parse(text.substring(0, comma));
      if (changedAt.isBefore(FIRST) || changedAt.isAfter(LAST)) {
        throw new IllegalArgumentException(NONE + text);
      }
      return new DeliveryPlace(changedAt, text.substring(comma + 1));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(NONE + text, e);
    }
  }

  @Override
  public String toString() {
    return changedAt + "," + key;
  }
}
