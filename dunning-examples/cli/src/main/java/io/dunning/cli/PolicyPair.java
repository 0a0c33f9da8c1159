package io.dunning.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Two policies to compare.
 *
 * @param before the policy before
 * @param after the policy after
 */
record PolicyPair(Chosen before, Chosen after) {
  /** The only policies of two files, or those of one name. */
  static List<PolicyPair> of(String first, String second) {
    List<Chosen> before = Policies.all("policy before", first);
    List<Chosen> after = Policies.all("policy after", second);
    if (before.size() == 1 && after.size() == 1) {
      return List.of(new PolicyPair(before.get(0), after.get(0)));
    }
    List<PolicyPair> pairs = new ArrayList<>();
    for (Chosen old : before) {
      after.stream()
          .filter(a -> a.policy().name().equals(old.policy().name()))
          .forEach(a -> pairs.add(new PolicyPair(old, a)));
    }
    if (pairs.isEmpty()) {
      throw new BadInputException(
          "the files have no policy of the same name: %s has %s, and %s has %s\nMaybe %s %s"
              .formatted(
                  first,
                  names(before),
                  second,
                  names(after),
                  one(first, before),
                  one(second, after)));
    }
    return pairs;
  }

  private static String names(List<Chosen> all) {
    return String.join(", ", all.stream().map(c -> c.policy().name()).toList());
  }

  /** How the first policy of a file is asked for. */
  private static String one(String file, List<Chosen> all) {
    return all.size() == 1 ? file : file + "#" + all.get(0).policy().name();
  }

  String titleBefore() {
    return before.titleBeside(after);
  }

  String titleAfter() {
    return after.titleBeside(before);
  }

  String title() {
    return titleBefore() + " -> " + titleAfter();
  }
}
