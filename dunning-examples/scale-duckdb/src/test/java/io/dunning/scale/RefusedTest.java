package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say about files that are not as they should be. */
class RefusedTest {
  @TempDir Path folder;
  private Path portfolio;

  @BeforeEach
  void generate() throws Exception {
    portfolio = Runs.generated(folder.resolve("portfolio"), 20);
  }

  private static String refused(String... args) {
    PrintStream before = System.err;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    System.setErr(new PrintStream(all, true, StandardCharsets.UTF_8));
    try {
      assertThat(Scale.run(args)).isEqualTo(2);
    } finally {
      System.setErr(before);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private String decideInto(Path out) {
    List<String> all = new ArrayList<>(List.of("decide", "--policy", "standard-b2b"));
    all.addAll(List.of("--portfolio", portfolio.toString(), "--as-of", Runs.DAY.toString()));
    all.addAll(List.of("--out", out.toString()));
    return refused(all.toArray(String[]::new));
  }

  @Test
  void aRunIntoAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertThat(decideInto(file))
        .isEqualTo(file + ": is there already, and is no folder\nMaybe write to another folder\n");
    assertThat(decideInto(file.resolve("run")))
        .isEqualTo(file.resolve("run") + ": Not a directory\n");
    assertThat(file).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"foo\":1}", "{\"customer\":null}", "{\"invoice\":null,\"event\":null}", "[]"})
  void aLineThatTellsNothing(String line) throws Exception {
    Path lines = Files.writeString(folder.resolve("ledger.jsonl"), "\n" + line + "\n");
    assertThat(refused("import", lines.toString(), "--out", folder.resolve("new").toString()))
        .isEqualTo(lines + ":2: a line needs a customer, an invoice or an event\n");
    assertThat(folder.resolve("new")).doesNotExist();
  }
}
