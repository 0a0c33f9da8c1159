package io.dunning.scale;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input and disks that are not as they should be: one message, exit code 2, nothing half done. */
class HostileInputTest {
  @TempDir static Path shared;

  @TempDir Path folder;
  private Path portfolio;

  @BeforeAll
  static void generate() throws Exception {
    Runs.generated(shared.resolve("portfolio"), 3000);
  }

  /** Each test spoils a portfolio of its own. */
  @BeforeEach
  void copy() throws Exception {
    portfolio = folder.resolve("portfolio");
    try (Stream<Path> all = Files.walk(shared.resolve("portfolio"))) {
      for (Path each : all.toList()) {
        Files.copy(each, portfolio.resolve(shared.resolve("portfolio").relativize(each)));
      }
    }
  }

  /** What a command says, and its exit code. */
  private record Said(int code, String text) {}

  private Said decide() {
    return said("decide --policy standard-b2b");
  }

  private List<String> arguments(String options) {
    List<String> all = new ArrayList<>(List.of(options.split(" ")));
    all.addAll(List.of("--portfolio", portfolio.toString(), "--as-of", Runs.DAY.toString()));
    all.addAll(List.of("--out", folder.resolve("out").toString()));
    return all;
  }

  /** What a command says about the portfolio. */
  private Said said(String options) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(all, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      int code = Scale.run(arguments(options).toArray(String[]::new));
      return new Said(code, all.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The same of a process of its own, which may run out of memory or fail as a whole. */
  private Said saidByProcess(String heap) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path said = folder.resolve("said.txt");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx" + heap));
    // what the jar says about DuckDB's own code, of which later versions of Java warn
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.dunning.scale.Scale"));
    command.addAll(arguments("decide --policy standard-b2b"));
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    return new Said(code, Files.readString(said));
  }

  private void assertNothingIsDone() throws IOException {
    if (Files.exists(folder.resolve("out"))) {
      try (Stream<Path> files = Files.list(folder.resolve("out"))) {
        assertThat(files.map(f -> f.getFileName().toString()))
            .noneMatch(name -> name.endsWith(".parquet"));
      }
    }
  }

  private Path events() {
    return portfolio.resolve("events/part-00000.parquet");
  }

  @Test
  void aFileThatIsNoParquet() throws Exception {
    Files.writeString(events(), "customer,invoice\nA,B\n");
    Said said = decide();
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text()).contains("events").contains("part-00000.parquet").hasLineCount(1);
    assertNothingIsDone();
  }

  @Test
  void aFileThatBreaksOff() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(events().toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
    Said said = decide();
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text()).contains("part-00000.parquet").hasLineCount(1);
    assertNothingIsDone();
  }

  @Test
  void aFileWithDamagedPages() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(events().toFile(), "rw")) {
      file.seek(file.length() / 3);
      file.write(new byte[2000]);
    }
    Said said = saidByProcess("500m");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text()).contains("part-00000.parquet").hasLineCount(1);
    assertNothingIsDone();
  }

  @Test
  void aFolderWithoutFiles() throws Exception {
    Files.delete(events());
    Said said = decide();
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text()).contains("events").hasLineCount(1);
    assertNothingIsDone();
  }

  @Test
  void columnsOfAnotherType() throws Exception {
    Path table = portfolio.resolve("invoices");
    Runs.run(
        "COPY (SELECT * REPLACE (minor / 100.0 AS minor, due::VARCHAR AS due) FROM read_parquet('"
            + table
            + "/*.parquet')) TO '"
            + folder.resolve("invoices.parquet")
            + "' (FORMAT parquet)");
    Files.move(
        folder.resolve("invoices.parquet"), table.resolve("part-00000.parquet"), REPLACE_EXISTING);
    Said said = decide();
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text())
        .contains("invoices: column minor must be BIGINT: DOUBLE")
        .contains("invoices: column due must be DATE: VARCHAR");
    assertNothingIsDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"decide --policy standard-b2b", "aging", "metrics"})
  void paymentsWithoutAType(String command) throws Exception {
    Path other = folder.resolve("events.parquet");
    Runs.run(
        "COPY (SELECT * REPLACE (nullif(type, 'payment') AS type) FROM read_parquet('%s')) TO '%s'"
                .formatted(events(), other)
            + " (FORMAT parquet)");
    Files.move(other, events(), REPLACE_EXISTING);
    Said said = said(command);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text())
        .startsWith("events: type must be payment, step, dispute or other: none, of invoice ");
    assertNothingIsDone();
    assertThat(Files.isRegularFile(folder.resolve("out"))).isFalse();
  }

  /** An account is in memory as a whole. */
  @Test
  void anAccountThatDoesNotFitIntoTheHeap() throws Exception {
    Path other = folder.resolve("events.parquet");
    Runs.run(
        ("COPY (FROM '%1$s' UNION ALL SELECT one.* REPLACE ('s' || range AS step) FROM"
                + " (FROM '%1$s' WHERE type = 'step' LIMIT 1) one, range(1000000))"
                + " TO '%2$s' (FORMAT parquet)")
            .formatted(events(), other));
    Files.move(other, events(), REPLACE_EXISTING);
    Said said = saidByProcess("64m");
    assertThat(said.text())
        .startsWith("a batch or an account does not fit into the heap: Java heap space")
        .endsWith("\nMaybe use a larger -Xmx\n");
    assertThat(said.code()).isEqualTo(70);
    assertNothingIsDone();
  }

  /** Whatever is written to {@code /dev/full} finds no room. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatIsFull() throws Exception {
    assertThat(decide().code()).isZero();
    Path part = folder.resolve("out/part-00000.parquet");
    byte[] whole = Files.readAllBytes(part);
    Files.delete(part);
    Path unfinished = folder.resolve("out/part-00000.parquet.unfinished");
    Files.createSymbolicLink(unfinished, Path.of("/dev/full"));
    Said said = decide();
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text()).contains("No space left on device").hasLineCount(1);
    assertNothingIsDone();
    Files.deleteIfExists(unfinished);
    assertThat(decide().code()).as("once there is room").isZero();
    assertThat(part).hasBinaryContent(whole);
  }
}
