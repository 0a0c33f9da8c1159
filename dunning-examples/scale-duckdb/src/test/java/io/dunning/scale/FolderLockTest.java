package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path folder;

  /** Holds the lock of a folder until its input ends. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      try (FolderLock lock = FolderLock.of(Path.of(args[0]))) {
        System.out.println("holds " + (lock != null));
        System.in.read();
      }
    }
  }

  private Process holder(Path of) throws Exception {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                of.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void assertRefused(ThrowingCallable second, Path of) {
    assertThatThrownBy(second)
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage(
            of
                + ": another run is writing into it"
                + "\nMaybe wait until it ends, or write to another folder");
  }

  @Test
  void anotherProcessWaitsForTheRunToEnd() throws Exception {
    Path portfolio = Runs.generated(folder.resolve("portfolio"), 20);
    Path out = Files.createDirectories(folder.resolve("out"));
    DecisionRun.Question question = Runs.question(portfolio, "standard-b2b", Runs.DAY, 1);
    Process holder = holder(out);
    try (BufferedReader said = holder.inputReader()) {
      assertThat(said.readLine()).isEqualTo("holds true");
      assertRefused(() -> Runs.decide(question, out, 1), out);
      // to be refused does not free the lock of the other
      assertRefused(() -> Runs.decide(question, out, 1), out);
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertThat(Runs.decide(question, out, 1).accounts()).as("once it was killed").isEqualTo(20);
  }

  @Test
  void twoRunsOfOneProcessDoNotMixTheirFiles() throws Exception {
    Path portfolio = Runs.generated(folder.resolve("portfolio"), 20);
    Path out = folder.resolve("out");
    DecisionRun.Question question = Runs.question(portfolio, "standard-b2b", Runs.DAY, 2);
    new DecisionRun(question, Runs.means(1))
        .into(
            out,
            done -> {
              if (done == 1) {
                assertRefused(() -> Runs.decide(question, out, 1), out);
              }
            });
    assertThat(Runs.decide(question, out, 1).partsBefore()).isEqualTo(2);
  }

  @Test
  void aFileSystemWithoutLocksIsToldInOneLine() throws Exception {
    FileChannel[] tried = new FileChannel[1];
    assertThatThrownBy(
            () ->
                FolderLock.of(
                    folder,
                    channel -> {
                      tried[0] = channel;
                      throw new IOException("No locks available");
                    }))
        .isInstanceOf(BadPortfolioException.class)
        .hasMessage(
            folder
                + ": nothing can be locked there: No locks available"
                + "\nMaybe write to a disk of this machine");
    assertThat(tried[0].isOpen()).isFalse();
    FolderLock.of(folder).close();
  }
}
