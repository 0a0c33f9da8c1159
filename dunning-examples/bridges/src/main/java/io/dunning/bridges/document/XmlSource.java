package io.dunning.bridges.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** An XML document that can be opened, and its name in messages. Immutable. */
public final class XmlSource {
  private final String name;
  private final Opener opener;

  private XmlSource(String name, Opener opener) {
    this.name = Objects.requireNonNull(name, "name");
    this.opener = Objects.requireNonNull(opener, "opener");
  }

  /** Opens a document anew, each time from its first byte. */
  @FunctionalInterface
  public interface Opener {
    /**
     * {@return the bytes of the document, from the first one on; the reader closes it}
     *
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;
  }

  /**
   * {@return a document in a file}
   *
   * @param file the file; it is opened when a reader reads it
   */
  public static XmlSource of(Path file) {
    Objects.requireNonNull(file, "file");
    return new XmlSource(file.toString(), () -> Files.newInputStream(file));
  }

  /**
   * {@return a document in memory}
   *
   * @param name what messages call it, such as the number of an e-mail
   * @param bytes the document as it was received, in its own encoding
   */
  public static XmlSource of(String name, byte[] bytes) {
    byte[] copy = Objects.requireNonNull(bytes, "bytes").clone();
    return new XmlSource(name, () -> new ByteArrayInputStream(copy));
  }

  /**
   * {@return a document from elsewhere, such as an archive or a database}
   *
   * @param name what messages call it
   * @param opener opens it; a reader may open it twice
   */
  public static XmlSource of(String name, Opener opener) {
    return new XmlSource(name, opener);
  }

  /** {@return what messages call the document} */
  public String name() {
    return name;
  }

  InputStream open() throws IOException {
    return opener.open();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
