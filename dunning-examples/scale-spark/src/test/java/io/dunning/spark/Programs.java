package io.dunning.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The other programs that answer the same questions, each in a process of its own. */
final class Programs {
  private Programs() {}

  /** The command line; returns what it prints. */
  static String dunning(String... args) throws Exception {
    return run("io.dunning.cli.Dunning", args);
  }

  /** The module for DuckDB; returns what it prints. */
  static String duckdb(String... args) throws Exception {
    return run("io.dunning.scale.Scale", args);
  }

  private static String run(String program, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(program);
    command.addAll(List.of(args));
    Path out = Files.createTempFile("dunning-out", ".txt");
    Path err = Files.createTempFile("dunning-err", ".txt");
    try {
      int code =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      assertThat(code).as(Files.readString(err)).isZero();
      return Files.readString(out, StandardCharsets.UTF_8);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
