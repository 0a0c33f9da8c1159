package io.dunning.bridges.document;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A head, a body repeated up to a size, and a tail; counts how much of it was read. */
final class GeneratedInput extends InputStream {
  static final long LARGE = 100_000_000;

  private final byte[] head;
  private final byte[] body;
  private final byte[] tail;
  private final long bodies;
  private final AtomicLong read;
  private long at;

  private GeneratedInput(String head, String body, String tail, AtomicLong read) {
    this.head = head.getBytes(StandardCharsets.UTF_8);
    this.body = body.getBytes(StandardCharsets.UTF_8);
    this.tail = tail.getBytes(StandardCharsets.UTF_8);
    this.bodies = LARGE / this.body.length + 1;
    this.read = read;
  }

  @Override
  public int read() {
    long inBody = at - head.length;
    long inTail = inBody - bodies * body.length;
    if (inTail >= tail.length) {
      return -1;
    }
    at++;
    read.incrementAndGet();
    byte found =
        inBody < 0
            ? head[(int) (at - 1)]
            : inTail < 0 ? body[(int) (inBody % body.length)] : tail[(int) inTail];
    return found & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    for (int i = 0; i < length; i++) {
      int next = read();
      if (next < 0) {
        return i == 0 ? -1 : i;
      }
      bytes[offset + i] = (byte) next;
    }
    return length;
  }

  /** A document whose text has a body at the tilde, repeated until it is large. */
  static XmlSource source(String text, String body, AtomicLong read) {
    String[] parts = text.split("~");
    return XmlSource.of("large.xml", () -> new GeneratedInput(parts[0], body, parts[1], read));
  }
}
