package io.dunning.check;

import io.dunning.policy.InvalidPolicyException;
import io.dunning.policy.PolicyViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Something in a policy that is probably a mistake. Prints as a line, such as {@code error
 * step-unreachable at ladder[2]: step "call" is never taken: ...}, with its example below.
 *
 * @param kind what kind of mistake
 * @param severity how bad it is
 * @param place where in the policy, such as {@code ladder[2].at}; steps and fees count from 1, as
 *     in a policy file
 * @param sentence what is wrong, in one sentence, with the names and the days
 * @param example the shortest story in which it shows; empty if it can be told without one
 */
public record PolicyFinding(
    FindingKind kind, Severity severity, String place, String sentence, Optional<World> example) {

  /** How bad a finding is. */
  public enum Severity {
    /** The policy cannot do what it says. */
    ERROR,
    /** The policy does something that its author hardly wants. */
    WARNING,
    /** Worth knowing; many good policies have it. */
    NOTE;

    /** Such as {@code error}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A finding.
   *
   * @param kind what kind of mistake
   * @param severity how bad it is
   * @param place where in the policy
   * @param sentence what is wrong
   * @param example the shortest story in which it shows
   */
  public PolicyFinding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(example, "example");
  }

  static PolicyFinding error(FindingKind kind, String place, String sentence) {
    return new PolicyFinding(kind, Severity.ERROR, place, sentence, Optional.empty());
  }

  static PolicyFinding warning(FindingKind kind, String place, String sentence) {
    return new PolicyFinding(kind, Severity.WARNING, place, sentence, Optional.empty());
  }

  static PolicyFinding note(FindingKind kind, String place, String sentence) {
    return new PolicyFinding(kind, Severity.NOTE, place, sentence, Optional.empty());
  }

  /** Whether another finding says the same with a story. */
  boolean isToldBy(PolicyFinding other) {
    return kind == other.kind && place.equals(other.place) && other.example.isPresent();
  }

  PolicyFinding shownBy(World world) {
    return new PolicyFinding(kind, severity, place, sentence, Optional.of(world));
  }

  /**
   * The findings about a policy that could not be built.
   *
   * @param refused why it could not be built
   * @return an error for each violation, in the same order; the place is empty, because the
   *     sentence names step and rule
   */
  public static List<PolicyFinding> of(InvalidPolicyException refused) {
    Objects.requireNonNull(refused, "refused");
    List<PolicyFinding> all = new ArrayList<>();
    for (PolicyViolation each : refused.violations()) {
      boolean unknown = each.unknownStep().isPresent();
      FindingKind kind = unknown ? FindingKind.UNKNOWN_STEP : FindingKind.CONTRADICTION;
      all.add(error(kind, "", each.toString()));
    }
    return List.copyOf(all);
  }

  /**
   * What usually mends such a mistake; it may not suit this policy.
   *
   * @return a sentence that begins with {@code Maybe}
   */
  public String advice() {
    return kind.advice();
  }

  /** {@return whether it is worse than a note} */
  public boolean isFault() {
    return severity != Severity.NOTE;
  }

  /** A line, the advice below, then the example, each line of these after four spaces. */
  @Override
  public String toString() {
    String at = place.isEmpty() ? "" : " at " + place;
    String line = severity + " " + kind + at + ": " + sentence + "\n    " + advice();
    return example.map(w -> line + "\n" + w.toString().indent(4).stripTrailing()).orElse(line);
  }
}
