package io.dunning.cli;

import io.dunning.json.policy.Place;
import io.dunning.json.policy.PolicyFile;
import io.dunning.policy.DunningPolicy;
import java.nio.file.Path;
import java.util.List;

/**
 * A policy that was chosen, and the file that it comes from.
 *
 * @param source the name of the file; of a shipped policy that of its file
 * @param file what the file holds
 * @param policy the policy
 */
record Chosen(String source, PolicyFile file, DunningPolicy policy) {
  /** Where a rule of the policy stands. */
  Place place(String path) {
    Place place = file.place(policy, path);
    return place.file().isEmpty() ? new Place(source, place.line(), place.column()) : place;
  }

  /** What to call it beside another policy: by its file, too, if both have one name. */
  String titleBeside(Chosen other) {
    return policy.name().equals(other.policy.name()) && !source.equals(other.source)
        ? policy.name() + " (" + file(source, other.source) + ")"
        : policy.name();
  }

  /** What to call it among others: by its file, too, if another one has its name. */
  String titleAmong(List<Chosen> others) {
    return others.stream()
        .map(this::titleBeside)
        .filter(t -> !t.equals(policy.name()))
        .findFirst()
        .orElse(policy.name());
  }

  /** The last part of a path, or all of it if the other path ends likewise. */
  static String file(String path, String other) {
    Path name = Path.of(path).getFileName();
    return name.equals(Path.of(other).getFileName()) ? path : name.toString();
  }
}
