package io.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes values to streams, tampers with them, and reads them again. */
public final class Streams {
  private Streams() {}

  /** Returns what is read from the stream of a value. */
  @SuppressWarnings("unchecked")
  public static <T> T copy(T value) {
    try {
      return (T) read(written(value));
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError("cannot be written and read: " + value, e);
    }
  }

  public static byte[] written(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  public static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }

  /**
   * Changes each byte of the stream of a value in turn, by one bit and by all, and hands on what is
   * read from those streams that are not refused.
   *
   * @return how many streams were refused
   */
  @SuppressWarnings("unchecked")
  public static <T> int tamperedEverywhere(T value, Consumer<T> accepted) throws IOException {
    byte[] stream = written(value);
    int refused = 0;
    for (int i = 0; i < stream.length; i++) {
      for (int change : new int[] {1, 0x80, 0xFF}) {
        byte[] changed = stream.clone();
        changed[i] ^= (byte) change;
        T read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(changed))) {
          in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("maxarray=10000"));
          read = (T) value.getClass().cast(in.readObject());
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
          refused++;
          continue;
        }
        accepted.accept(read);
      }
    }
    return refused;
  }

  /** The stream with the last appearance of some words replaced by words of the same length. */
  public static byte[] tampered(Object value, String words, String others) throws IOException {
    assertThat(others).hasSameSizeAs(words);
    return replaced(value, words, others);
  }

  /** The stream with the last appearance of a whole text replaced by one of any length. */
  public static byte[] tamperedText(Object value, String text, String other) throws IOException {
    return replaced(
        value,
        (char) 0 + "" + (char) text.length() + text,
        (char) 0 + "" + (char) other.length() + other);
  }

  private static byte[] replaced(Object value, String words, String others) throws IOException {
    String stream = new String(written(value), StandardCharsets.ISO_8859_1);
    int place = stream.lastIndexOf(words);
    assertThat(place).as(words).isPositive();
    String changed = stream.substring(0, place) + others + stream.substring(place + words.length());
    return changed.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The bytes of a whole number as they stand in a stream. */
  public static String bytes(int number) {
    StringBuilder bytes = new StringBuilder();
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes.append((char) (number >> shift & 0xFF));
    }
    return bytes.toString();
  }
}
