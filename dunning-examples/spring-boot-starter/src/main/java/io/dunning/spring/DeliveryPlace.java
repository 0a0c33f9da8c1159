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
      return new DeliveryPlace(changedAt, text.substring(comma + 1));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no place in a list of actions: " + text, e);
    }
  }

  @Override
  public String toString() {
    return changedAt + "," + key;
  }
}
