package io.dunning.bridges.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Counts the bytes of a document, ends it at the limit, and remembers a checksum. */
final class BoundedInput extends FilterInputStream {
  private final long most;
  private final CRC32 sum = new CRC32();
  private long count;

  BoundedInput(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /** The document is larger than the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    long room = most + 1 - count;
    int read = super.read(bytes, offset, (int) Math.min(length, Math.max(room, 1)));
    if (read > 0) {
      count += read;
      if (count > most) {
        throw new TooLarge();
      }
      sum.update(bytes, offset, read);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** How many bytes there were so far, and their checksum. */
  String fingerprint() {
    return count + ":" + sum.getValue();
  }
}
