package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldOutputTest {
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
}
