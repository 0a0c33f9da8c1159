package io.dunning.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a stream of the program is shown on a terminal, whatever the others are. */
final class Terminal {
  private static final Path STREAMS = Path.of("/proc/self/fd");

  private Terminal() {}

  static boolean isOutput() {
    return isTerminal(1);
  }

  static boolean isError() {
    return isTerminal(2);
  }

  /** Whether another program reads standard output through a pipe; false if that is not known. */
  static boolean isOutputPiped() {
    try {
      return Files.readSymbolicLink(STREAMS.resolve("1")).toString().startsWith("pipe:");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean isTerminal(int stream) {
    try {
      if (Files.isDirectory(STREAMS)) {
        return isTerminal(Files.readSymbolicLink(STREAMS.resolve(String.valueOf(stream))));
      }
      Process test = new ProcessBuilder("test", "-t", String.valueOf(stream)).inheritIO().start();
      return test.waitFor() == 0;
    } catch (IOException e) {
      // no Unix: there is a console only if all streams are on it
      return System.console() != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static boolean isTerminal(Path device) {
    String name = device.toString();
    return name.startsWith("/dev/pts/")
        || name.startsWith("/dev/tty")
        || name.equals("/dev/console");
  }
}
