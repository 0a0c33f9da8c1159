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

  static String refused(String... args) {
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
        .isEqualTo(file + ": is a file, not a folder\nMaybe write to another folder\n");
    assertThat(decideInto(file.resolve("run")))
        .isEqualTo(file.resolve("run") + ": Not a directory\n");
    assertThat(file).hasContent("mine");
  }

  @Test
  void aMisspeltOption() {
    assertThat(refused("decide", "--portfolo", "p", "--as-of", "2026-11-27"))
        .isEqualTo(
            "Unknown options: '--portfolo', 'p'\nPossible solutions: --portfolio, --policy\n");
    assertThat(refused("show", "--lest", "3"))
        .isEqualTo("Unknown option: '--lest'\nSee: dunning-scale show --help\n");
    assertThat(refused("show"))
        .isEqualTo("Missing required parameter: 'RUN'\nSee: dunning-scale show --help\n");
  }

  @Test
  void valuesOfOptions() {
    String see = "\nSee: dunning-scale decide --help\n";
    assertThat(refused("decide", "--as-of", "27.11.2026"))
        .isEqualTo(
            "Invalid value for option '--as-of': not a day such as 2026-03-01: 27.11.2026" + see);
    assertThat(refused("decide", "--reasons", "some"))
        .isEqualTo("Invalid value for option '--reasons': must be none, due or all: some" + see);
    assertThat(refused("show", "--most", "-1", "run"))
        .isEqualTo("--most: must not be negative: -1\n");
  }

  @Test
  void aRunAfterNoneLeavesNothing() {
    Path out = folder.resolve("out");
    assertThat(
            refused(
                "decide",
                "--policy=standard-b2b",
                "--portfolio=" + portfolio,
                "--as-of=" + Runs.DAY,
                "--out=" + out,
                "--after=" + folder.resolve("none")))
        .isEqualTo(folder.resolve("none") + ": holds no run\n");
    assertThat(out).doesNotExist();
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
