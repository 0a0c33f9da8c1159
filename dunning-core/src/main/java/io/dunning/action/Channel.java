package io.dunning.action;

import io.dunning.grammar.Grammar;
import java.util.List;
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
   * @throws io.dunning.sentence.SentenceException if the text is no channel
   */
  public static Channel parse(String text) {
    return Words.CHANNELS.parse(Objects.requireNonNull(text, "text"));
  }

  /** Made when first needed, after the constants. */
  private static final class Words {
    static final Grammar<Channel> CHANNELS = Grammar.of("a channel", List.of(values()));
  }

  /** Such as {@code email}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
