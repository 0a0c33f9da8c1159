package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class HeldOutputTest extends CommandFixture {
  private final StringWriter target = new StringWriter();

  private static long waitingFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().matches("dunning\\d+\\.out")).count();
    }
  }

  /** Some fits into memory; some does not, and waits in a file that is gone afterwards. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 100, 300_000})
  void printsEverythingInItsOrderOnceReleased(int lines) throws IOException {
    long before = waitingFiles();
    StringBuilder expected = new StringBuilder();
    try (HeldOutput held = new HeldOutput(target)) {
      PrintWriter out = new PrintWriter(held);
      for (int i = 0; i < lines; i++) {
        out.print(i + " Müller 𝄞 \n");
        expected.append(i).append(" Müller 𝄞 \n");
      }
      out.flush();
      assertThat(target.toString()).isEmpty();
      held.release();
      held.release();
      assertThat(target.toString().contentEquals(expected)).isTrue();
      out.print("end");
      assertThat(target.toString()).endsWith("end");
    }
    assertThat(waitingFiles()).isEqualTo(before);
  }

  @Test
  void forgetsWhatIsNotReleased() throws IOException {
    long before = waitingFiles();
    try (HeldOutput held = new HeldOutput(target)) {
      held.write("x".repeat(3_000_000));
    }
    assertThat(target.toString()).isEmpty();
    assertThat(waitingFiles()).isEqualTo(before);
  }

  /** A device that has no room, as a full disk. */
  private static FileChannel full() throws IOException {
    Path device = Path.of("/dev/full");
    assumeTrue(Files.exists(device));
    return FileChannel.open(device, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static final String NO_ROOM =
      "the output cannot wait in the temporary folder "
          + System.getProperty("java.io.tmpdir")
          + ": No space left on device\n"
          + "Maybe make room there, or name another folder with java -Djava.io.tmpdir=DIR";

  /** Little is written to the file only when it is released; much is written before. */
  @ParameterizedTest
  @ValueSource(ints = {11, 1000, 300_000})
  void printsNothingIfTheFileHasNoRoom(int length) {
    HeldOutput held = new HeldOutput(target, 10, HeldOutputTest::full);
    assertThatThrownBy(
            () -> {
              try (held) {
                held.write("first");
                held.write("x".repeat(length));
                held.release();
              }
            })
        .isInstanceOf(OutputException.class)
        .hasMessage(NO_ROOM);
    assertThat(target.toString()).isEmpty();
  }

  static List<Arguments> failures() {
    return List.of(
        Arguments.of(new NoSuchFileException("/gone/dunning1.out"), ": no such folder\n"),
        Arguments.of(new AccessDeniedException("/locked/dunning1.out"), ": access denied\n"),
        Arguments.of(new IOException("File too large"), ": File too large\n"),
        Arguments.of(new ClosedChannelException(), ": " + ClosedChannelException.class.getName()));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysWhyTheFileCannotBeUsed(IOException failure, String why) {
    HeldOutput held =
        new HeldOutput(
            target,
            10,
            () -> {
              throw failure;
            });
    assertThatThrownBy(() -> held.write("x".repeat(11)))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining(System.getProperty("java.io.tmpdir") + why);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5000})
  void endsACommandWithOneMessage(int invoices) throws IOException {
    StringBuilder rows = new StringBuilder(ONE_INVOICE);
    for (int i = 0; i < invoices; i++) {
      rows.append("N").append(i).append(",A,2026-05-01,2026-05-31,,EUR,1.00\n");
    }
    ledger(rows.toString(), "");
    StringWriter err = new StringWriter();
    int code =
        Dunning.run(
            Ansi.OFF,
            new HeldOutput(target, 10, HeldOutputTest::full),
            new PrintWriter(err, true),
            "aging",
            "--by=invoice",
            "--format=csv",
            "--as-of=2026-06-30",
            "--ledger=" + folder);
    assertThat(new Run(code, target.toString(), err.toString()))
        .isEqualTo(new Run(70, "", NO_ROOM + "\n"));
  }
}
