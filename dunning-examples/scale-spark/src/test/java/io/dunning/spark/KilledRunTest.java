package io.dunning.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs at random points and gives the same command again. Property {@code spark.kills}: how
 * often (once by default); {@code spark.kills.seed}: which points, if a run failed.
 */
class KilledRunTest {
  private static final int KILLS = Integer.getInteger("spark.kills", 1);
  private static final long SEED = Long.getLong("spark.kills.seed", System.nanoTime());

  @TempDir static Path shared;
  private static Path undisturbed;

  /** How long the undisturbed run took. */
  private static long millis;

  @TempDir Path folder;

  @BeforeAll
  static void decideUndisturbed() throws Exception {
    String portfolio = shared.resolve("portfolio").toString();
    Programs.duckdb("generate", "--customers", "3000", "--as-of", "2026-11-27", "--out", portfolio);
    undisturbed = shared.resolve("undisturbed");
    long begin = System.nanoTime();
    whole(undisturbed);
    millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  private static Process start(Path out) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("@" + Path.of("java-options").toAbsolutePath());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.dunning.spark.DunningSpark", "decide"));
    command.add(shared.resolve("portfolio").toString());
    command.addAll(List.of("--policy", "standard-b2b", "--as-of", "2026-11-27"));
    command.addAll(List.of("--master", "local[2]", "--parts", "16", "--out", out.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(shared.resolve("said.txt").toFile())
        .start();
  }

  private static boolean isWhole(Path out) throws Exception {
    if (!Files.exists(out.resolve("_SUCCESS"))) {
      return false;
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.noneMatch(f -> f.getFileName().toString().startsWith("_unfinished"));
    }
  }

  private static void whole(Path out) throws Exception {
    int code = start(out).waitFor();
    assertThat(code).as(Files.readString(shared.resolve("said.txt"))).isZero();
  }

  /** Some tasks have written and the run is not whole: the next run begins again. */
  @Test
  void whatIsKilledBetweenPartsEndsWithTheSameRows() throws Exception {
    Path out = folder.resolve("killed");
    Process process = start(out);
    for (boolean ended = false; !ended && !hasPart(out.toFile()); ) {
      ended = process.waitFor(1, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly().waitFor();
    assertThat(hasPart(out.toFile())).isTrue();
    assertThat(isWhole(out)).isFalse();
    whole(out);
    assertThat(parts(out)).isEqualTo(parts(undisturbed));
  }

  /** Whether a task has begun to write; a folder may be moved meanwhile. */
  private static boolean hasPart(File folder) {
    File[] all = folder.listFiles();
    return all != null
        && Arrays.stream(all).anyMatch(f -> f.getName().startsWith("part-") || hasPart(f));
  }

  @Test
  void whatIsKilledEndsWithTheSameRows() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    int killed = 0;
    for (int run = 0; killed < KILLS; run++) { // a run may end before it is killed
      Path out = folder.resolve("killed-" + run);
      // a run may be killed several times before it is whole
      for (boolean again = true; again; again = random.nextInt(3) == 0) {
        Process process = start(out);
        // the first third is the start of Spark
        long wait = millis / 4 + random.nextLong(millis);
        if (process.waitFor(wait, TimeUnit.MILLISECONDS)) {
          assertThat(process.exitValue())
              .as("seed %d: %s", SEED, Files.readString(shared.resolve("said.txt")))
              .isZero();
          break;
        }
        process.destroyForcibly().waitFor();
        killed++;
        if (isWhole(out)) { // given again, it would be refused
          break;
        }
      }
      if (!isWhole(out)) {
        whole(out);
      }
      assertThat(parts(out)).as("seed %d", SEED).isEqualTo(parts(undisturbed));
    }
  }

  /** The rows of each part in their order; Spark gives the parts of every run other names. */
  private static TreeMap<String, List<String>> parts(Path out) throws Exception {
    TreeMap<String, List<String>> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path each : files.toList()) {
        String name = each.getFileName().toString();
        if (name.startsWith("part-")) {
          List<String> before =
              all.put(
                  name.substring(0, "part-00000".length()),
                  Sparks.lines(Sparks.local().read().parquet(each.toString())));
          assertThat(before).as("two files of %s", name).isNull();
        } else {
          assertThat(name).doesNotContain("unfinished").doesNotContain("temporary");
        }
      }
    }
    return all;
  }
}
