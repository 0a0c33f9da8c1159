package io.dunning.studio;

import io.dunning.json.policy.PolicyFile;
import io.dunning.json.policy.PolicyFileException;
import io.dunning.json.policy.PolicyFileProblem;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text of the editor, read as a policy file. Immutable.
 *
 * @param path the file in which the text would stand
 * @param file what it holds; empty if it has problems
 * @param problems what is wrong with it
 */
record Draft(Path path, Optional<PolicyFile> file, List<PolicyFileProblem> problems) {

  static Draft of(Path path, String text) {
    try {
      return new Draft(path, Optional.of(PolicyFiles.parse(path, text)), List.of());
    } catch (PolicyFileException e) {
      return new Draft(path, Optional.empty(), e.problems());
    } catch (UncheckedIOException e) {
      PolicyFileProblem unread =
          new PolicyFileProblem(
              path.toString(),
              1,
              1,
              "",
              String.valueOf(e.getMessage()),
              "",
              PolicyFileProblem.Kind.UNREADABLE);
      return new Draft(path, Optional.empty(), List.of(unread));
    }
  }

  /** The names of the policies. */
  List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    file.ifPresent(f -> f.policies().forEach(p -> names.add(p.name())));
    if (names.isEmpty()) {
      file.flatMap(PolicyFile::set).ifPresent(s -> s.policies().forEach(p -> names.add(p.name())));
    }
    return List.copyOf(names);
  }

  /** The policy of a name; the first if there is none of that name, none without a policy. */
  Optional<DunningPolicy> policy(String name) {
    List<DunningPolicy> all = new ArrayList<>();
    file.ifPresent(f -> all.addAll(f.policies()));
    if (all.isEmpty()) {
      file.flatMap(PolicyFile::set).ifPresent(s -> all.addAll(s.policies()));
    }
    Optional<DunningPolicy> named = all.stream().filter(p -> p.name().equals(name)).findFirst();
    return named.isPresent() ? named : all.stream().findFirst();
  }

  /**
   * The policy of a name, for a question that needs one.
   *
   * @throws Refusal if the text has problems
   */
  DunningPolicy needed(String name) {
    return policy(name).orElseThrow(Draft::unreadable);
  }

  /** The policies for a ledger: the set of the file, or else the policy that is looked at. */
  PolicySet set(String name) {
    return file.flatMap(PolicyFile::set).orElseGet(() -> PolicySet.byDefault(needed(name)));
  }

  static Refusal unreadable() {
    return new Refusal(422, "the policy has problems; they are listed below the text");
  }
}
