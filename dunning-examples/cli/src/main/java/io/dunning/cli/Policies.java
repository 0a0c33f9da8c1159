package io.dunning.cli;

import io.dunning.json.policy.PolicyFile;
import io.dunning.json.policy.PolicyFileException;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Finds policies: those that are shipped, by name, and those of files. */
final class Policies {
  private static final int LONGEST = 4_000_000;

  private Policies() {}

  /**
   * The policies for a whole ledger.
   *
   * @param text the name of a shipped policy, or a file
   */
  static PolicySet set(String option, String text) {
    PolicyFile file = file(option, text);
    try {
      return file.toPolicySet();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(option + ": " + e.getMessage());
    }
  }

  /** The only policy of a file, or a shipped one. */
  static DunningPolicy one(String option, String text) {
    PolicyFile file = file(option, text);
    try {
      return file.policy();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(option + ": " + e.getMessage());
    }
  }

  /** What a file holds, or a shipped policy. */
  static PolicyFile file(String option, String text) {
    try {
      return isShipped(text)
          ? PolicyFiles.parse(PolicyFiles.shippedText(text))
          : PolicyFiles.read(path(option, text));
    } catch (PolicyFileException e) {
      throw new BadInputException(e.getMessage());
    }
  }

  /** The text of a shipped policy; files are not shown. */
  static String shippedText(String option, String name) {
    if (isShipped(name)) {
      return PolicyFiles.shippedText(name);
    }
    throw notFound(option, "not a shipped policy: ", name);
  }

  private static boolean isShipped(String name) {
    return PolicyFiles.shippedNames().contains(name);
  }

  /** The text of a file. */
  static String text(String option, Path file) {
    if (!Files.isRegularFile(file)) {
      boolean shipped = isShipped(file.toString());
      throw new BadInputException(
          option
              + ": no such file: "
              + Found.shortened(file.toString())
              + (shipped ? "\nMaybe dunning policy show " + file : ""));
    }
    try {
      if (Files.size(file) > LONGEST) {
        throw new BadInputException(option + ": has more than " + LONGEST + " bytes: " + file);
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new BadInputException(option + ": is not text in UTF-8: " + file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Path path(String option, String text) {
    try {
      Path path = Path.of(text);
      if (Files.isRegularFile(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // no file can have this name
    }
    throw notFound(option, "neither a file nor a shipped policy: ", text);
  }

  private static BadInputException notFound(String option, String problem, String text) {
    List<String> near = Nearest.to(text, PolicyFiles.shippedNames());
    return new BadInputException(
        option
            + ": "
            + problem
            + Found.shortened(text)
            + "\nMaybe "
            + String.join(" or ", near.isEmpty() ? PolicyFiles.shippedNames() : near));
  }
}
