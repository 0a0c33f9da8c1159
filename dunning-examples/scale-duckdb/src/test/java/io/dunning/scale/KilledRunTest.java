package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs at random points and starts them again. Property {@code scale.kills}: how often (a few
 * by default); {@code scale.kills.seed}: at which points, if a run failed.
 */
class KilledRunTest {
  private static final int KILLS = Integer.getInteger("scale.kills", 3);
  private static final long SEED = Long.getLong("scale.kills.seed", System.nanoTime());
  private static final int PARTS = 12;

  @TempDir static Path shared;
  private static Path portfolio;
  private static Path whole;

  @TempDir Path folder;

  @BeforeAll
  static void decideUndisturbed() throws Exception {
    portfolio = Runs.generated(shared.resolve("portfolio"), 6000);
    whole = shared.resolve("whole");
    Runs.decide(Runs.question(portfolio, "standard-b2b", Runs.DAY, PARTS), whole, 2);
  }

  private Process start(Path out) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.dunning.scale.Scale"));
    command.addAll(List.of("decide", "--portfolio", portfolio.toString()));
    command.addAll(List.of("--policy", "standard-b2b", "--as-of", Runs.DAY.toString()));
    command.addAll(List.of("--out", out.toString(), "--parts", Integer.toString(PARTS)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void whatIsKilledEndsWithTheSameBytes() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    int killed = 0;
    for (int run = 0; killed < KILLS; run++) {
      Path out = folder.resolve("run-" + run);
      boolean done = false;
      while (!done) {
        Process process = start(out);
        long millis = killed < KILLS ? 300 + random.nextInt(4000) : 600_000;
        done = process.waitFor(millis, TimeUnit.MILLISECONDS);
        if (done) {
          assertThat(process.exitValue()).isZero();
        } else {
          process.destroyForcibly().waitFor();
          killed++;
        }
      }
      // what a killed process was writing stays beside the parts, and is no part
      try (Stream<Path> files = Files.list(out)) {
        files.filter(f -> f.toString().endsWith(".unfinished")).forEach(KilledRunTest::delete);
      }
      assertThat(Runs.bytes(out)).as("run %d, seed %d", run, SEED).isEqualTo(Runs.bytes(whole));
    }
  }

  /** Some parts are done and some are not: those that are done are not done again. */
  @Test
  void whatIsKilledBetweenPartsGoesOn() throws Exception {
    Path out = folder.resolve("out");
    Path first = out.resolve("part-00000.parquet");
    Process process = start(out);
    for (boolean ended = false; !ended && !Files.exists(first); ) {
      ended = process.waitFor(1, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly().waitFor();
    assertThat(parts(out)).isBetween(1L, PARTS - 1L);
    FileTime done = Files.getLastModifiedTime(first);
    assertThat(start(out).waitFor()).isZero();
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(done);
    assertThat(Runs.bytes(out)).isEqualTo(Runs.bytes(whole));
  }

  private static long parts(Path out) throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).count();
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
