package io.dunning.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Rules written so that unlike rules are never written alike, whatever their texts contain: each
 * text comes after its length, and each list after its size. Not for people to read.
 */
final class CanonicalForm {
  private final StringBuilder all = new StringBuilder();

  /** Such as {@code 8:reminder;}. */
  CanonicalForm text(String text) {
    all.append(text.length()).append(':').append(text).append(';');
    return this;
  }

  CanonicalForm texts(Collection<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
    return this;
  }

  /** The words of a value that contains no text of the user's own. */
  CanonicalForm words(Object value) {
    return text(value.toString());
  }

  CanonicalForm words(Collection<?> values) {
    number(values.size());
    values.forEach(this::words);
    return this;
  }

  CanonicalForm words(Optional<?> value) {
    return words(value.stream().toList());
  }

  /** By its name, since the words of a constant may be reworded. */
  CanonicalForm constant(Enum<?> value) {
    return text(value.name());
  }

  CanonicalForm constants(Collection<? extends Enum<?>> values) {
    number(values.size());
    values.forEach(this::constant);
    return this;
  }

  CanonicalForm number(long number) {
    all.append(number).append(';');
    return this;
  }

  /** The first 16 hexadecimal digits of the SHA-256 of what was written, two bytes a character. */
  String digest() {
    byte[] bytes = new byte[2 * all.length()];
    for (int i = 0; i < all.length(); i++) {
      bytes[2 * i] = (byte) (all.charAt(i) >>> 8);
      bytes[2 * i + 1] = (byte) all.charAt(i);
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
