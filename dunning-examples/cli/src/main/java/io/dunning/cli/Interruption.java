package io.dunning.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long command end with what it has found so far when the user interrupts the program
 * (Ctrl-C), instead of ending at once with nothing.
 */
final class Interruption {
  private static final int MOST_SECONDS = 10;
  private static final CountDownLatch DONE = new CountDownLatch(1);

  private static volatile boolean heeded;
  private static volatile boolean asked;
  private static volatile int code;

  private Interruption() {}

  /** Has the program wait for a command that heeds the interruption. */
  static void watch() {
    Runtime.getRuntime().addShutdownHook(new Thread(Interruption::await, "interruption"));
  }

  private static void await() {
    asked = true;
    if (!heeded || DONE.getCount() == 0) {
      return;
    }
    try {
      if (DONE.await(MOST_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that a command is going to ask {@link #isAsked} now and then. */
  static void heed() {
    heeded = true;
  }

  /** Whether the program is to end. */
  static boolean isAsked() {
    return asked;
  }

  /** Everything is printed: the program may end, with this code. */
  static void done(int exitCode) {
    code = exitCode;
    DONE.countDown();
  }
}
