package io.dunning.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  @ParameterizedTest
  @CsvSource({
    "/dev/pts/3, true",
    "/dev/tty1, true",
    "/dev/console, true",
    "/dev/null, false",
    "/tmp/out.csv, false",
    "pipe:[4711], false"
  })
  void knowsTerminalsByTheirDevice(Path device, boolean terminal) {
    assertThat(Terminal.isTerminal(device)).isEqualTo(terminal);
  }
}
