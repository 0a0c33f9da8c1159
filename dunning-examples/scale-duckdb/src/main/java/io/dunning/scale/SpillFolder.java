package io.dunning.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A new folder for what does not fit into memory; gone once it is closed. */
record SpillFolder(Path path) implements AutoCloseable {
  SpillFolder() throws IOException {
    this(Files.createTempDirectory("dunning-scale"));
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(path)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
