package io.dunning.spring;

import java.util.Arrays;
import java.util.Locale;

/** How far an action has come. Prints in lower case: {@code in doubt}. */
public enum DeliveryState {
  /** It waits for its sender, for the first time or again. */
  SCHEDULED,
  /** Its sender has it. */
  SENDING,
  /** Its sender has done it. */
  SENT,
  /** Its sender refused it as often as it may; a person has to look. */
  DEAD,
  /**
   * Nobody knows whether its sender has done it, and the sender cannot tell; a person has to find
   * out.
   */
  IN_DOUBT,
  /** No sender does it, so a person does, such as a call. */
  BY_HAND,
  /** A person has done it. */
  DONE,
  /** A person decided that it is not done; the step counts as not taken. */
  GIVEN_UP;

  /**
   * Reads a state as it prints.
   *
   * @param text such as {@code in doubt}
   * @return the state
   * @throws IllegalArgumentException if there is none of that name
   */
  public static DeliveryState parse(String text) {
    return Arrays.stream(values())
        .filter(s -> s.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no such state of a delivery: "
                        + text
                        + "\nMaybe one of "
                        + Arrays.toString(values())));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
