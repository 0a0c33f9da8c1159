package io.dunning.evaluation;

import io.dunning.settlement.RecoveryEstimate;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of an explanation, in their order, and how they fit into a terminal. */
final class ExplanationText {
  /** The narrowest terminal. */
  private static final int LEAST_WIDTH = 20;

  private ExplanationText() {}

  /** An explanation, a line a reason, without a line break at the end. */
  static String of(Explanation explanation, Wording words) {
    Recommendation now = explanation.recommendation();
    StringBuilder text = new StringBuilder(words.headline(now));
    text.append("\n  ").append(words.circumstances(now));
    text.append("\n  ").append(words.because(words.reason(now.reason())));
    if (now.profile().isPresent() && now.verdict() != Verdict.CLOSED) {
      text.append("\n  ").append(words.profile(now));
    }
    if (now.conductAsked()) {
      now.contactWindow().ifPresent(w -> text.append("\n  ").append(words.window(w)));
    }
    now.deadline().ifPresent(d -> text.append("\n  ").append(words.deadline(now)));
    if (!now.charges().isEmpty() || !now.missingCharges().isEmpty()) {
      text.append("\n  ").append(words.charges(now));
    }
    if (now.hasPartsApart()) {
      text.append("\n  ").append(words.sums(now));
    }
    if (!now.assessments().isEmpty()) {
      text.append("\n  ").append(words.assessments(now));
    }
    if (!now.differences().isEmpty() && now.verdict() != Verdict.CLOSED) {
      text.append("\n  ").append(words.differences(now));
    }
    (now.accountSettlements().isEmpty()
            ? now.settlements().values()
            : now.accountSettlements().values())
        .forEach(q -> text.append("\n  ").append(words.settlement(q)));
    (now.accountPaymentPlans().isEmpty()
            ? now.paymentPlans().values()
            : now.accountPaymentPlans().values())
        .forEach(p -> text.append("\n  ").append(words.plan(p)));
    List<RecoveryEstimate> routes = now.routes();
    for (int i = 0; i < routes.size(); i++) {
      text.append("\n  ").append(i + 1).append(". ").append(words.route(routes.get(i)));
    }
    explanation.leftOut().forEach(r -> text.append("\n  - ").append(words.reason(r)));
    explanation.flips().forEach(f -> text.append("\n  ~ ").append(words.flip(f)));
    return text.append("\n  ").append(words.review(now)).toString();
  }

  /** A text with lines broken between words and indented below their beginning. */
  static String wrapped(String text, int width) {
    return text.lines()
        .map(line -> wrappedLine(line, Math.max(width, LEAST_WIDTH)))
        .collect(Collectors.joining("\n"));
  }

  private static String wrappedLine(String line, int width) {
    int indent = 0;
    while (indent < line.length() && " -~".indexOf(line.charAt(indent)) >= 0) {
      indent++;
    }
    String margin = " ".repeat(Math.max(indent, 2));
    StringBuilder text = new StringBuilder();
    String rest = line;
    while (rest.length() > width) {
      int at = rest.lastIndexOf(' ', width);
      if (at <= margin.length()) {
        at = rest.indexOf(' ', width);
      }
      if (at < 0) {
        break;
      }
      text.append(rest, 0, at).append('\n');
      rest = margin + rest.substring(at + 1);
    }
    return text.append(rest).toString();
  }
}
