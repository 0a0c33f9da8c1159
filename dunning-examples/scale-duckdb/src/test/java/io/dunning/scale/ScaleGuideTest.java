package io.dunning.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the guide in their order. */
class ScaleGuideTest {
  private static final Path PAGE = Path.of("../../docs/guide/scale.md");
  private static final Path LEDGER = Path.of("../cli/src/main/resources/sample-ledger");
  private static final Set<String> FILES =
      Set.of(
          "portfolio",
          "imported",
          "monday",
          "tuesday",
          "measured",
          "measured-aging",
          "ledger.jsonl",
          "current.parquet",
          "aging.parquet",
          "trend.parquet",
          "metrics.parquet");

  @TempDir Path folder;

  @Test
  void theCommandsOfThePageWork() throws Exception {
    CommandLine.dunning(
        "convert",
        "--ledger",
        LEDGER.toString(),
        "--to",
        folder.resolve("ledger.jsonl").toString());
    int commands = 0;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("    dunning-scale ")) {
        commands++;
        assertThat(Scale.run(arguments(line))).as(line).isZero();
      }
    }
    assertThat(commands).isEqualTo(11);
    assertThat(
            Runs.lines(
                "SELECT count(DISTINCT customer) FROM read_parquet('"
                    + folder.resolve("current.parquet")
                    + "')"))
        .containsExactly("20000");
  }

  private String[] arguments(String line) {
    List<String> all = new ArrayList<>();
    for (String each : line.strip().split(" +")) {
      all.add(FILES.contains(each) ? folder.resolve(each).toString() : each);
    }
    return all.subList(1, all.size()).toArray(String[]::new);
  }
}
