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
   * @param text the name of a shipped policy, a file, or {@code FILE#NAME} for one of several
   */
  static PolicySet set(String option, String text) {
    if (isOneOfSeveral(text)) {
      return PolicySet.byDefault(all(option, text).get(0).policy());
    }
    PolicyFile file = file(option, text);
    try {
      return file.toPolicySet();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(option + ": " + e.getMessage());
    }
  }

  /** Who has which policy, if a file says so; nothing of one of several policies of a file. */
  static Optional<PolicySet> assigned(String option, String text) {
    return isOneOfSeveral(text) ? Optional.empty() : file(option, text).set();
  }

  /** The only policy of a file, or a shipped one. */
  static DunningPolicy one(String option, String text) {
    if (isOneOfSeveral(text)) {
      return all(option, text).get(0).policy();
    }
    PolicyFile file = file(option, text);
    try {
      return file.policy();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(option + ": " + e.getMessage());
    }
  }

  /** Whether a text is {@code FILE#NAME}, and no file has that name. */
  private static boolean isOneOfSeveral(String text) {
    int mark = text.lastIndexOf('#');
    return !isShipped(text)
        && !isFile(text)
        && mark >= 0
        && (isShipped(text.substring(0, mark)) || isFile(text.substring(0, mark)));
  }

  /** The file of a text that may name one of its policies. */
  static String source(String text) {
    return isOneOfSeveral(text) ? text.substring(0, text.lastIndexOf('#')) : text;
  }

  /** What a command was given, with the option or without. */
  static String given(String policy, String option) {
    if ((policy == null) == (option == null)) {
      throw new BadInputException(
          "give one policy: a file, or the name of a shipped policy; dunning policy list prints"
              + " their names");
    }
    return policy == null ? option : policy;
  }

  /**
   * All policies of a file, or one.
   *
   * @param text a file, the name of a shipped policy, or {@code FILE#NAME} for one of several
   */
  static List<Chosen> all(String option, String text) {
    int mark = isOneOfSeveral(text) ? text.lastIndexOf('#') : -1;
    String source = source(text);
    PolicyFile file = file(option, source);
    String shown = isShipped(source) ? source + ".yaml" : source;
    if (mark >= 0) {
      try {
        return List.of(new Chosen(shown, file, file.policy(text.substring(mark + 1))));
      } catch (IllegalArgumentException e) {
        throw new BadInputException(option + ": " + e.getMessage());
      }
    }
    if (file.policies().isEmpty()) {
      throw new BadInputException(option + ": file assigns policies but holds none: " + source);
    }
    return file.policies().stream().map(p -> new Chosen(shown, file, p)).toList();
  }

  /** What a file holds, or a shipped policy. */
  static PolicyFile file(String option, String text) {
    if (!isShipped(text)) {
      refuseMissing(option, text);
    }
    try {
      return PolicyFiles.named(text);
    } catch (PolicyFileException e) {
      throw new BadInputException(e.getMessage(), e);
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
              + (Files.exists(file) ? ": is a folder, not a file: " : ": no such file: ")
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

  private static boolean isFile(String text) {
    try {
      return Files.isRegularFile(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Whether there is something of that name, such as a folder. */
  private static boolean exists(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static void refuseMissing(String option, String text) {
    if (isFile(text)) {
      return;
    }
    String name = text.replaceAll(".*[/\\\\]|\\.[^.]*$", "");
    if (!name.equals(text)) {
      List<String> near = Nearest.to(name, PolicyFiles.shippedNames());
      throw new BadInputException(
          option
              + (exists(text) ? ": is a folder, not a file: " : ": no such file: ")
              + Found.shortened(text)
              + (near.isEmpty() ? "" : "\nMaybe " + String.join(" or ", near)));
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
