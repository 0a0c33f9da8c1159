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
import java.util.Optional;

/** Finds policies: those that are shipped, by name, and those of files. */
final class Policies {
  private static final int LONGEST = 4_000_000;

  private Policies() {}

  /**
   * The policies for a whole ledger.
   *
   * @param text the name of a shipped policy, or a file
   */
  static PolicySet forAll(String option, String text) {
    PolicyFile file = file(option, text);
    try {
      return file.forAll();
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
      Optional<String> shipped = PolicyFiles.shippedText(text);
      return shipped.isPresent()
          ? PolicyFiles.parse(shipped.get())
          : PolicyFiles.read(path(option, text));
    } catch (PolicyFileException e) {
      throw new BadInputException(e.getMessage());
    }
  }

  /** The text of a file, or of a shipped policy. */
  static String text(String option, String text) {
    Optional<String> shipped = PolicyFiles.shippedText(text);
    return shipped.orElseGet(() -> read(option, path(option, text)));
  }

  private static String read(String option, Path file) {
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
    List<String> near = Nearest.to(text, PolicyFiles.shippedNames());
    throw new BadInputException(
        option
            + ": neither a file nor a shipped policy: "
            + Found.shortened(text)
            + "\nMaybe "
            + String.join(" or ", near.isEmpty() ? PolicyFiles.shippedNames() : near));
  }
}
