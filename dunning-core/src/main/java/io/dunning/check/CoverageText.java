package io.dunning.check;

import io.dunning.evaluation.Verdict;
import io.dunning.policy.DunningPolicy;
import java.util.List;
import java.util.Locale;

/** Says in words what tests of a policy exercise, and what they leave out. */
final class CoverageText {
  private CoverageText() {}

  /** The cells of a row. */
  static List<String> cells(PolicyCoverage.Row row) {
    return row.subject() == PolicyCoverage.Subject.CONDITION
        ? List.of(row.place(), row.of(), row.times() + " true, " + row.otherwise() + " false")
        : List.of(row.subject().toString(), row.of(), String.valueOf(row.times()));
  }

  /** The cells of rows as an aligned table, a line break before each. */
  static String table(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    int[] widths = {0, 0};
    for (List<String> row : rows) {
      widths[0] = Math.max(widths[0], row.get(0).length());
      widths[1] = Math.max(widths[1], row.get(1).length());
    }
    for (List<String> row : rows) {
      text.append("\n  ").append(padded(row.get(0), widths[0])).append("  ");
      text.append(padded(row.get(1), widths[1])).append("  ").append(row.get(2));
    }
    return text.toString();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /** Adds which answers a condition never gave. */
  static void missing(AnswerCount count, List<String> all) {
    if (count.yes == 0) {
      all.add(count.place + ": \"" + count.part + "\": never true");
    }
    if (count.no == 0) {
      all.add(count.place + ": \"" + count.part + "\": never false");
    }
  }

  /** Whether a policy can give a verdict at all. */
  static boolean isPossible(DunningPolicy policy, Verdict verdict) {
    return switch (verdict) {
      case AWAIT_APPROVAL -> policy.ladder().steps().stream().anyMatch(policy::needsApproval);
      case EXHAUSTED -> policy.ladder().repeat().isEmpty();
      default -> true;
    };
  }

  /** {@code SettlementOffered} as {@code settlement offered}. */
  static String words(String name) {
    return name.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
