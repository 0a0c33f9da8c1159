package io.dunning.cli;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts the quotes of a CSV file as they are read; an odd number means that one is not closed. */
final class QuoteCount extends FilterReader {
  private boolean odd;

  QuoteCount(Reader source) {
    super(source);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    for (int i = offset; i < offset + read; i++) {
      odd ^= buffer[i] == '"';
    }
    return read;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    odd ^= read == '"';
    return read;
  }

  boolean isOdd() {
    return odd;
  }
}
