package io.dunning.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;

/**
 * Holds back what is printed until a command has succeeded. So input is read once, and nothing is
 * printed if something is wrong with it. Much output waits in a temporary file, so that memory does
 * not grow.
 */
final class HeldOutput extends Writer {
  private static final int IN_MEMORY = 1 << 20;

  private final Writer target;
  private final int inMemory;
  private final Room room;
  private StringBuilder memory = new StringBuilder();
  private FileChannel file;
  private Writer waiting;

  /** Holds back what is printed to a target. */
  HeldOutput(Writer target) {
    this(target, IN_MEMORY, HeldOutput::temporaryFile);
  }

  /**
   * Holds back what is printed to a target.
   *
   * @param target where the output goes once it is released
   * @param inMemory how many characters wait in memory at most
   * @param room where more than that waits
   */
  HeldOutput(Writer target, int inMemory, Room room) {
    this.target = target;
    this.inMemory = inMemory;
    this.room = room;
  }

  /** A place for output that has to wait. */
  interface Room {
    /** Opens an empty file that can be written and read, and is forgotten once it is closed. */
    FileChannel open() throws IOException;
  }

  private static FileChannel temporaryFile() throws IOException {
    return FileChannel.open(
        Files.createTempFile("dunning", ".out"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  @Override
  public void write(char[] text, int offset, int length) {
    try {
      if (memory == null) {
        target.write(text, offset, length);
      } else if (file == null && memory.length() + length <= inMemory) {
        memory.append(text, offset, length);
      } else {
        hold(text, offset, length);
      }
    } catch (IOException e) {
      // a print writer would not say so
      throw new UncheckedIOException(e);
    }
  }

  private void hold(char[] text, int offset, int length) {
    try {
      if (file == null) {
        file = room.open();
        waiting = new BufferedWriter(Channels.newWriter(file, StandardCharsets.UTF_8), 1 << 16);
      }
      waiting.write(text, offset, length);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  /**
   * Prints what was held back. From now on, everything is printed at once.
   *
   * @throws OutputException if not all could be held back; then nothing is printed
   */
  void release() {
    if (memory == null) {
      return;
    }
    try {
      if (file != null) {
        waiting.flush(); // before anything is printed
        file.position(0);
      }
      target.append(memory);
      memory = null;
      if (file != null) {
        new BufferedReader(Channels.newReader(file, StandardCharsets.UTF_8)).transferTo(target);
      }
    } catch (IOException e) {
      throw noRoom(e);
    } finally {
      close();
    }
  }

  private static OutputException noRoom(IOException e) {
    String why =
        e instanceof NoSuchFileException
            ? "no such folder"
            : e instanceof AccessDeniedException ? "access denied" : e.getMessage();
    return new OutputException(
        "the output cannot wait in the temporary folder "
            + System.getProperty("java.io.tmpdir")
            + ": "
            + (why == null ? e.toString() : why)
            + "\nMaybe make room there, or name another folder with java -Djava.io.tmpdir=DIR",
        e);
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
