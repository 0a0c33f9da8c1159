package io.dunning.action;

import io.dunning.text.Excerpt;
import java.util.Locale;
import java.util.Objects;

/** How a customer is reached. Prints in lower case: {@code email}. */
public enum Channel {
  /** An e-mail. */
  EMAIL,
  /** A letter by post. */
  LETTER,
  /** A telephone call. */
  PHONE,
  /** A text message. */
  SMS,
  /** A message in the customer's own portal or app. */
  PORTAL,
  /** A visit in person. */
  VISIT;

  /**
   * Reads a channel as it prints.
   *
   * @param text such as {@code "email"}; capital letters do not matter
   * @return the channel
   * @throws IllegalArgumentException if there is no such channel
   */
  public static Channel parse(String text) {
    Objects.requireNonNull(text, "text");
    for (Channel channel : values()) {
      if (channel.name().equalsIgnoreCase(text)) {
        return channel;
      }
    }
    throw new IllegalArgumentException("no such channel: " + Excerpt.of(text));
  }

  /** Such as {@code email}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
