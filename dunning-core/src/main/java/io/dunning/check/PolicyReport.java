package io.dunning.check;

import io.dunning.policy.Invariant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link PolicyCheck} found. Prints as text: the findings, the invariants, what could not be
 * decided, and what was explored.
 *
 * @param policy the name of the policy
 * @param findings what is probably a mistake, worst first, then by place
 * @param invariants the answers about the invariants, in the order in which they were given
 * @param undecided what the check cannot tell, a sentence each, such as about a condition of your
 *     own
 * @param explored what was explored
 */
public record PolicyReport(
    String policy,
    List<PolicyFinding> findings,
    List<InvariantAnswer> invariants,
    List<String> undecided,
    Explored explored) {

  /**
   * Whether a policy keeps an invariant, as far as it was explored.
   *
   * @param invariant what was asked
   * @param verdict the answer
   * @param why what happened, or why the answer is unknown; empty if the invariant holds
   * @param example the shortest story in which it is violated; empty unless it is
   */
  public record InvariantAnswer(
      Invariant invariant, Verdict verdict, String why, Optional<World> example) {

    /** The answer. */
    public enum Verdict {
      /** No explored world violates it, and all worlds within the bound were explored. */
      HOLDS,
      /** A world violates it. */
      VIOLATED,
      /** No explored world violates it, but the budget ended, or a condition cannot be explored. */
      INCONCLUSIVE;

      /** Such as {@code holds}. */
      @Override
      public String toString() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /**
     * An answer.
     *
     * @param invariant what was asked
     * @param verdict the answer
     * @param why what happened, or why the answer is unknown
     * @param example the shortest story in which it is violated
     * @throws IllegalArgumentException if the invariant is violated and there is no example, or if
     *     there is one though it is not violated
     */
    public InvariantAnswer {
      Objects.requireNonNull(invariant, "invariant");
      Objects.requireNonNull(verdict, "verdict");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(example, "example");
      boolean violated = verdict == Verdict.VIOLATED;
      if (violated != example.isPresent()) {
        throw new IllegalArgumentException(
            violated
                ? "violated invariant lacks an example: " + invariant
                : "invariant has an example, but the answer is " + verdict + ": " + invariant);
      }
    }

    /** Such as {@code holds: never call while disputed}; an example follows below. */
    @Override
    public String toString() {
      String line = verdict + ": " + invariant + (why.isEmpty() ? "" : ": " + why);
      return example.map(w -> line + "\n" + w.toString().indent(4).stripTrailing()).orElse(line);
    }
  }

  /**
   * What was explored.
   *
   * @param debtors with how many debtors worlds began
   * @param worlds how many worlds there were, those included that were merged
   * @param merged how many worlds were not played to their end, because from some day on they went
   *     on exactly like one that was; what else could have happened to them is not counted
   * @param decisions how many decisions the policy made: each is about one debt on one day, that
   *     is, an invoice, or an account together, as the policy decides
   * @param events the number of events up to which worlds were to be explored; of debtors at an
   *     edge, such as an amount that the policy names or a due date on a Sunday, one less, but one
   *     if there are any
   * @param complete the number of events up to which all worlds were explored; -1 if the budget
   *     ended before all debtors were played without an event
   */
  public record Explored(
      int debtors, long worlds, long merged, long decisions, int events, int complete) {

    /** {@return whether the check ended early: its budget was used up, or it was interrupted} */
    public boolean isCutShort() {
      return complete < events;
    }

    /**
     * Such as {@code explored 12,500 worlds of 21 debtors with up to 2 events, at the edges up to
     * 1: 61,000 decisions}.
     */
    @Override
    public String toString() {
      int edges = Math.max(Math.min(events, 1), events - 1);
      String all =
          String.format(
              Locale.ROOT,
              "explored %s of %s with up to %s%s: %s",
              counted(worlds, "world"),
              counted(debtors, "debtor"),
              counted(events, "event"),
              edges < events ? ", at the edges up to " + edges : "",
              counted(decisions, "decision"));
      String cut =
          complete < 0
              ? "; it ended early, before every debtor was played without an event"
              : "; it ended early, complete with up to " + counted(complete, "event");
      return all + (isCutShort() ? cut : "");
    }

    private static String counted(long count, String what) {
      return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }
  }

  /**
   * What a check found.
   *
   * @param policy the name of the policy
   * @param findings what is probably a mistake
   * @param invariants the answers about the invariants
   * @param undecided what the check cannot tell
   * @param explored what was explored
   */
  public PolicyReport {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(findings, "findings");
    Objects.requireNonNull(invariants, "invariants");
    Objects.requireNonNull(undecided, "undecided");
    Objects.requireNonNull(explored, "explored");
    findings = List.copyOf(findings);
    invariants = List.copyOf(invariants);
    undecided = List.copyOf(undecided);
  }

  static List<PolicyFinding> sorted(List<PolicyFinding> findings) {
    return findings.stream()
        .sorted(
            Comparator.comparing(PolicyFinding::severity)
                .thenComparing(PolicyFinding::place)
                .thenComparing(PolicyFinding::kind)
                .thenComparing(PolicyFinding::sentence))
        .toList();
  }

  /**
   * This report without the findings of some kinds, for a build that should not fail because of
   * them. Invariants, what is undecided and what was explored stay.
   *
   * @param kinds the kinds to leave out
   * @return the report with the other findings, in the same order
   */
  public PolicyReport without(FindingKind... kinds) {
    Objects.requireNonNull(kinds, "kinds");
    List<FindingKind> out = List.of(kinds);
    return new PolicyReport(
        policy,
        findings.stream().filter(f -> !out.contains(f.kind())).toList(),
        invariants,
        undecided,
        explored);
  }

  /** {@return the findings that are worse than notes} */
  public List<PolicyFinding> faults() {
    return findings.stream().filter(PolicyFinding::isFault).toList();
  }

  /**
   * Whether something could not be decided: the budget ended the check, an invariant is
   * inconclusive, or something is {@link #undecided}.
   *
   * @return true if a fault that the check looks for may have been missed within its bound
   */
  public boolean isInconclusive() {
    return explored.isCutShort()
        || !undecided.isEmpty()
        || invariants.stream().anyMatch(a -> a.verdict() == InvariantAnswer.Verdict.INCONCLUSIVE);
  }

  /** Whether a finding tells already that an invariant names a step that does not exist. */
  private boolean namesUnknownStep(int invariant) {
    String place = Place.item("invariants", invariant);
    return findings.stream()
        .anyMatch(f -> f.kind() == FindingKind.UNKNOWN_STEP && f.place().equals(place));
  }

  /**
   * Several lines, in English. An invariant that names an unknown step appears once, as a finding.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("policy ").append(policy).append(": ");
    int faults = faults().size();
    text.append(faults == 0 ? "no fault found" : faults == 1 ? "1 fault" : faults + " faults");
    findings.forEach(f -> text.append("\n").append(f));
    for (int i = 0; i < invariants.size(); i++) {
      if (!namesUnknownStep(i)) {
        text.append("\n").append(invariants.get(i));
      }
    }
    undecided.forEach(u -> text.append("\nundecided: ").append(u));
    return text.append("\n").append(explored).toString();
  }
}
