package io.dunning.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a command makes. It is there once it is whole; what was there before the command is
 * left alone.
 */
final class NewFile {
  private final Path path;

  /**
   * A file to make.
   *
   * @throws BadPortfolioException if something is there already, or the folder of the file is not
   */
  NewFile(Path path) {
    if (Files.exists(path)) {
      throw new BadPortfolioException(
          "--out: exists already: " + path + "\nMaybe write to another file, or delete this one");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadPortfolioException("--out: no such folder: " + folder + "\nMaybe make it first");
    }
    this.path = path;
  }

  /** The same, but not in a folder whose files are read. */
  NewFile outside(Path folder) {
    if (path.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
      throw new BadPortfolioException(
          "--out: lies in the portfolio: " + path + "\nMaybe write to another folder");
    }
    return this;
  }

  /** Where to write until it is whole. */
  Path unfinished() {
    return path.resolveSibling(path.getFileName() + ".unfinished");
  }

  /** Gives what was written its name. */
  void finish() throws IOException {
    Files.move(unfinished(), path, StandardCopyOption.ATOMIC_MOVE);
  }
}
