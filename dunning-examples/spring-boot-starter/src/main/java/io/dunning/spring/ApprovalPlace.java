package io.dunning.spring;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * Where a step that waits for a person stands in a list, from which the list goes on. Immutable.
 * Prints as {@link #parse} reads it.
 *
 * @param askedOn the day since which the step waits
 * @param key its key
 */
public record ApprovalPlace(LocalDate askedOn, String key) {
  private static final String NONE = "no place in a list of steps: ";

  /** No database keeps days of later years. */
  private static final int LAST_YEAR = 9999;

  /**
   * A place.
   *
   * @param askedOn the day since which the step waits
   * @param key its key
   */
  public ApprovalPlace {
    Objects.requireNonNull(askedOn, "askedOn");
    Objects.requireNonNull(key, "key");
  }

  /**
   * Reads a place.
   *
   * @param text as a place prints
   * @return the place
   * @throws IllegalArgumentException if it is none
   */
  public static ApprovalPlace parse(String text) {
    int comma = Math.max(text.indexOf(','), 0);
    try {
      LocalDate askedOn = LocalDate.parse(text.substring(0, comma));
      if (askedOn.getYear() < 1 || askedOn.getYear() > LAST_YEAR) {
        throw new IllegalArgumentException(NONE + text);
      }
      return new ApprovalPlace(askedOn, text.substring(comma + 1));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(NONE + text, e);
    }
  }

  @Override
  public String toString() {
    return askedOn + "," + key;
  }
}
