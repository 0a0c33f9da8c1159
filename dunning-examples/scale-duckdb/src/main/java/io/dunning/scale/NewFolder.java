package io.dunning.scale;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that a command makes once its work is done. */
final class NewFolder {
  private NewFolder() {}

  /**
   * Looks before the work whether a folder can be made.
   *
   * @throws BadPortfolioException if something is there already, or something above it is no folder
   */
  static void check(Path path) {
    if (Files.exists(path)) {
      throw new BadPortfolioException("--out: exists already: " + path);
    }
    Path above = path.toAbsolutePath().getParent();
    while (!Files.exists(above)) {
      above = above.getParent();
    }
    if (!Files.isDirectory(above)) {
      throw new BadPortfolioException(
          "--out: " + above + " is a file, not a folder\nMaybe write to another place");
    }
  }
}
