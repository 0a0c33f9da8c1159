package io.dunning.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * A stream that remembers why it could not be written. A print writer over it does not say so, and
 * a print stream forgets the reason.
 */
final class WatchedOutput extends FilterOutputStream {
  private final boolean piped;
  private IOException failure;

  /**
   * Watches a stream.
   *
   * @param target where the output goes
   * @param piped whether that is a pipe, which fails only if its reader has ended
   */
  WatchedOutput(OutputStream target, boolean piped) {
    super(target);
    this.piped = piped;
  }

  /** One attempt to write to the stream. */
  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Attempt attempt) throws IOException {
    try {
      attempt.run();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  @Override
  public void write(int b) throws IOException {
    attempt(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  /**
   * Why something was lost that somebody wanted to read. A reader that ends early, such as {@code
   * head}, wants no more, so nothing is lost then.
   */
  Optional<String> lost() {
    if (failure == null || piped || isBrokenPipe(failure)) {
      return Optional.empty();
    }
    return Optional.of(failure.getMessage() == null ? failure.toString() : failure.getMessage());
  }

  /** The system has no other sign of it than its words, such as "Broken pipe". */
  private static boolean isBrokenPipe(IOException e) {
    return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
  }
}
