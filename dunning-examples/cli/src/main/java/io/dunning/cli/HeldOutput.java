package io.dunning.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds back what is printed until a command has succeeded. So input is read once, and nothing is
 * printed if something is wrong with it. Much output waits in a temporary file, so that memory does
 * not grow.
 */
final class HeldOutput extends Writer {
  private static final int IN_MEMORY = 1 << 20;

  private final Writer target;
  private StringBuilder memory = new StringBuilder();
  private FileChannel file;
  private Writer waiting;

  HeldOutput(Writer target) {
    this.target = target;
  }

  @Override
  public void write(char[] text, int offset, int length) {
    try {
      if (memory == null) {
        target.write(text, offset, length);
        return;
      }
      if (file == null && memory.length() + length <= IN_MEMORY) {
        memory.append(text, offset, length);
        return;
      }
      if (file == null) {
        openFile();
      }
      waiting.write(text, offset, length);
    } catch (IOException e) {
      // a print writer would not say so
      throw new UncheckedIOException(e);
    }
  }

  private void openFile() throws IOException {
    Path path = Files.createTempFile("dunning", ".out");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    waiting = new BufferedWriter(Channels.newWriter(file, StandardCharsets.UTF_8), 1 << 16);
  }

  /** Prints what was held back. From now on, everything is printed at once. */
  void release() {
    if (memory == null) {
      return;
    }
    try {
      target.append(memory);
      memory = null;
      if (file != null) {
        waiting.flush();
        file.position(0);
        Reader held = new BufferedReader(Channels.newReader(file, StandardCharsets.UTF_8));
        held.transferTo(target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      close();
    }
  }

  @Override
  public void flush() {
    try {
      if (memory == null) {
        target.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets what was held back and not released. */
  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
        file = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
