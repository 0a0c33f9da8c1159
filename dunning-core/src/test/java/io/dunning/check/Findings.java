package io.dunning.check;

import java.util.List;

/** What is found in a policy, in short. */
final class Findings {
  private Findings() {}

  /** A line for each finding, such as {@code step-in-grace at ladder[1].at: step "call" ...}. */
  static List<String> lines(List<PolicyFinding> found) {
    return found.stream().map(f -> f.kind() + " at " + f.place() + ": " + f.sentence()).toList();
  }

  /** The kind and the place of each finding, such as {@code step-in-grace at ladder[1].at}. */
  static List<String> places(List<PolicyFinding> found) {
    return found.stream().map(f -> f.kind() + " at " + f.place()).toList();
  }
}
