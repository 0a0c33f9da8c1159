package io.dunning.json.policy;

import java.util.List;

/** Says everything that is wrong in a policy file. */
public final class PolicyFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 40;

  private final List<PolicyFileProblem> problems;

  PolicyFileException(List<PolicyFileProblem> problems) {
    super(text(problems));
    this.problems = List.copyOf(problems);
  }

  private static String text(List<PolicyFileProblem> problems) {
    StringBuilder text = new StringBuilder();
    for (PolicyFileProblem each : problems.subList(0, Math.min(SHOWN, problems.size()))) {
      text.append(text.isEmpty() ? "" : "\n").append(each);
    }
    int more = problems.size() - SHOWN;
    return more > 0 ? text + "\nand " + more + " more" : text.toString();
  }

  /**
   * The problems.
   *
   * @return at least one, in the order of the file; at most 1,000
   */
  public List<PolicyFileProblem> problems() {
    return problems;
  }
}
