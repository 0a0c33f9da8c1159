package io.dunning.cli;

import io.dunning.check.PolicyExamples;
import io.dunning.check.World;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionParts;
import io.dunning.policy.ConditionParts.Mention;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes stories into a folder, each into a file that is named after what it shows. */
final class StoryFolder {
  private static final int LONGEST_NAME = 60;

  private final Path folder;
  private final boolean severalPolicies;

  /** A folder; of several policies, each has a folder of its own in it. */
  StoryFolder(Path folder, boolean severalPolicies) {
    this.folder = folder;
    this.severalPolicies = severalPolicies;
  }

  /**
   * Refuses a policy of which no story can be written: each line of a story, and each row of a
   * ledger, holds its names in one line.
   *
   * @throws BadInputException with every such name
   */
  static void requireNamesInOneLine(DunningPolicy policy) {
    Set<String> names = new LinkedHashSet<>(List.of(policy.name()));
    List<Condition> asked = new ArrayList<>(List.of(policy.holdWhile()));
    for (EscalationStep each : policy.ladder().steps()) {
      names.add(each.name());
      asked.add(each.condition());
      asked.addAll(each.prerequisites());
      asked.add(each.softerTone());
      each.performers().forEach(a -> asked.add(a.condition()));
    }
    for (Condition each : asked) {
      for (Mention mention : ConditionParts.mentions(each)) {
        if (mention instanceof Mention.OfText named) {
          names.add(named.text());
        } else if (mention instanceof Mention.OfFact fact) {
          names.addAll(List.of(fact.name(), fact.value()));
        }
      }
    }
    List<String> odd = names.stream().filter(n -> n.lines().count() > 1).toList();
    if (!odd.isEmpty()) {
      throw new BadInputException(
          "--write: a story cannot hold a name of several lines: "
              + odd.stream().map(Found::shortened).collect(Collectors.joining(", "))
              + "\nMaybe write the name in one line of the policy");
    }
  }

  /** Writes the stories of a policy over those that were written before. */
  void write(PolicyExamples examples, Chosen chosen) {
    String policy = chosen.policy().name();
    Path target = severalPolicies ? folder.resolve(fileName(policy)) : folder;
    Optional<String> named = severalPolicies ? Optional.of(policy) : Optional.empty();
    Set<String> names = new HashSet<>();
    try {
      Files.createDirectories(target);
      for (Map.Entry<String, World> each : examples.stories().entrySet()) {
        String name = fileName(each.getKey());
        String free = name;
        for (int i = 2; !names.add(free); i++) {
          free = name + "-" + i;
        }
        String text = StoryWriter.text(each.getValue(), each.getKey(), named);
        Files.writeString(target.resolve(free + StoryFile.ENDING), text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("--write: cannot write to " + folder, e);
    }
  }

  /** Letters and digits of a text, with hyphens between. */
  private static String fileName(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    String name =
        plain.substring(
            0,
            plain.offsetByCodePoints(
                0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()))));
    return name.isEmpty() ? "story" : name;
  }
}
