package io.dunning.evaluation;

import io.dunning.action.ContactPerson;
import io.dunning.action.DunningAction;
import io.dunning.action.Performer;
import io.dunning.charge.AccruedCharges;
import io.dunning.conduct.ContactWindow;
import io.dunning.money.Money;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.RecoveryEstimate;
import io.dunning.settlement.SettlementQuote;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How an explanation is put into words. For another language, implement what should differ: each
 * reason, flip and verdict comes as data. Implementations must be thread-safe.
 */
public interface Wording {
  /** Plain English. */
  Wording ENGLISH = new Wording() {};

  /**
   * A verdict.
   *
   * @param verdict the verdict
   * @return a word or two
   */
  default String verdict(Verdict verdict) {
    return verdict.toString();
  }

  /**
   * An action.
   *
   * @param action the action
   * @return a few words
   */
  default String action(DunningAction action) {
    return action.toString();
  }

  /**
   * A reason.
   *
   * @param reason the reason
   * @return a sentence
   */
  default String reason(Reason reason) {
    return reason.toString();
  }

  /**
   * A change that would flip the decision.
   *
   * @param flip the change
   * @return a sentence
   */
  default String flip(Flip flip) {
    return flip.toString();
  }

  /**
   * Whom a step addresses.
   *
   * @param person the contact person
   * @return the name and the role
   */
  default String addressee(ContactPerson person) {
    return person.name() + " (" + person.role() + ")";
  }

  /**
   * Who performs a step.
   *
   * @param performer the performer
   * @return a few words
   */
  default String performer(Performer performer) {
    return performer.toString();
  }

  /**
   * The first line: who or what it is about, and what to do.
   *
   * @param now the recommendation
   * @return a line
   */
  default String headline(Recommendation now) {
    String actions = now.actions().stream().map(this::action).collect(Collectors.joining(" and "));
    return now.subject()
        + ": "
        + (actions.isEmpty() ? verdict(now.verdict()) : actions)
        + now.addressee().map(a -> ", to " + addressee(a)).orElse("")
        + now.performer()
            .filter(p -> !p.equals(Performer.IN_HOUSE))
            .map(p -> ", through " + performer(p))
            .orElse("")
        + now.tone().map(t -> ", " + t).orElse("")
        + (now.verdict() == Verdict.AWAIT_APPROVAL ? ", once approved" : "");
  }

  /**
   * The second line: day, policy, and what is overdue.
   *
   * @param now the recommendation
   * @return a line
   */
  default String circumstances(Recommendation now) {
    StringBuilder text = new StringBuilder("as of " + now.asOf() + ", policy ");
    text.append(now.policy().name());
    if (!now.policy().version().isEmpty()) {
      text.append(" version ").append(now.policy().version());
    }
    List<Money> sums = now.overdue();
    String overdue = sums.stream().map(Money::toString).collect(Collectors.joining(" + "));
    if (!overdue.isEmpty()) {
      text.append(", ").append(overdue).append(" overdue");
      now.overdueSince().ifPresent(d -> text.append(" since ").append(d));
    }
    String held =
        now.heldOverdue().stream().map(Money::toString).collect(Collectors.joining(" + "));
    if (!held.isEmpty()) {
      text.append(", ").append(held).append(" overdue and held");
      now.heldOverdueSince().ifPresent(d -> text.append(" since ").append(d));
    }
    List<String> invoices = now.invoices();
    return text + (invoices.size() > 1 ? " on " + String.join(", ", invoices) : "");
  }

  /**
   * The line of the reason that decided.
   *
   * @param reason the reason, in words
   * @return a line
   */
  default String because(String reason) {
    return "because " + reason;
  }

  /**
   * An offer to settle.
   *
   * @param quote the offer
   * @return a line
   */
  default String settlement(SettlementQuote quote) {
    return "offer: " + quote;
  }

  /**
   * A proposal to pay in parts.
   *
   * @param plan the proposal
   * @return a line
   */
  default String plan(PaymentPlan plan) {
    return "plan: " + plan;
  }

  /**
   * A route, with what it is expected to bring.
   *
   * @param estimate the estimate
   * @return a line
   */
  default String route(RecoveryEstimate estimate) {
    return estimate.toString();
  }

  /**
   * How the customer has paid, and what the risk model makes of it.
   *
   * @param now the recommendation
   * @return a line
   */
  default String profile(Recommendation now) {
    return "customer "
        + now.profile().map(Object::toString).orElse("")
        + "; risk "
        + now.score().<Object>map(s -> s).or(now::risk).map(Object::toString).orElse("");
  }

  /**
   * The hours at which the customer may be contacted.
   *
   * @param window the hours
   * @return a line
   */
  default String window(ContactWindow window) {
    return "contact at " + window;
  }

  /**
   * The line of the payment deadline to state.
   *
   * @param now a recommendation with a deadline
   * @return a line
   */
  default String deadline(Recommendation now) {
    return "payment deadline " + now.deadline().orElseThrow();
  }

  /**
   * The line of what is owed, charges of the step included; only where the policy charges anything.
   *
   * @param now a recommendation with charges
   * @return a line
   */
  default String charges(Recommendation now) {
    String owed =
        now.owed().stream().map(AccruedCharges.Owed::toString).collect(Collectors.joining(" and "));
    String missing = now.missingCharges().stream().map(m -> ", " + m).collect(Collectors.joining());
    return "owed " + owed + missing;
  }

  /**
   * The line of what is left of invoices that count as settled; only where other invoices are open.
   *
   * @param now a recommendation with differences
   * @return a line
   */
  default String differences(Recommendation now) {
    return now.differences().entrySet().stream()
        .map(e -> e.getValue() + " on " + e.getKey())
        .collect(Collectors.joining(", ", "settled within the tolerance, to write off: ", ""));
  }

  /**
   * The line of the whole sum that a document states; only if there is a credit, or a part is
   * disputed or held.
   *
   * @param now a recommendation with a step
   * @return a line
   */
  default String sums(Recommendation now) {
    return now.sums().stream().map(DocumentSum::toString).collect(Collectors.joining("; "));
  }

  /**
   * The line of the charges that the step assesses.
   *
   * @param now a recommendation that assesses charges
   * @return a line
   */
  default String assessments(Recommendation now) {
    return now.assessments().entrySet().stream()
        .flatMap(
            e ->
                e.getValue().stream().map(c -> c.charge() + " " + c.amount() + " on " + e.getKey()))
        .collect(Collectors.joining(", ", "assess ", ""));
  }

  /**
   * The last line: when to look again.
   *
   * @param now the recommendation
   * @return a line
   */
  default String review(Recommendation now) {
    return now.reviewOn().map(d -> "look again on " + d).orElse("stays so until something happens");
  }

  /**
   * An explanation, a line a reason.
   *
   * @param explanation the explanation
   * @return the text, without a line break at the end
   */
  default String text(Explanation explanation) {
    Recommendation now = explanation.recommendation();
    StringBuilder text = new StringBuilder(headline(now));
    text.append("\n  ").append(circumstances(now));
    text.append("\n  ").append(because(reason(now.reason())));
    if (now.profile().isPresent() && now.verdict() != Verdict.CLOSED) {
      text.append("\n  ").append(profile(now));
    }
    if (now.conductAsked()) {
      now.contactWindow().ifPresent(w -> text.append("\n  ").append(window(w)));
    }
    now.deadline().ifPresent(d -> text.append("\n  ").append(deadline(now)));
    if (!now.charges().isEmpty() || !now.missingCharges().isEmpty()) {
      text.append("\n  ").append(charges(now));
    }
    if (now.hasPartsApart()) {
      text.append("\n  ").append(sums(now));
    }
    if (!now.assessments().isEmpty()) {
      text.append("\n  ").append(assessments(now));
    }
    if (!now.differences().isEmpty() && now.verdict() != Verdict.CLOSED) {
      text.append("\n  ").append(differences(now));
    }
    (now.accountSettlements().isEmpty()
            ? now.settlements().values()
            : now.accountSettlements().values())
        .forEach(q -> text.append("\n  ").append(settlement(q)));
    (now.accountPaymentPlans().isEmpty()
            ? now.paymentPlans().values()
            : now.accountPaymentPlans().values())
        .forEach(p -> text.append("\n  ").append(plan(p)));
    List<RecoveryEstimate> routes = now.routes();
    for (int i = 0; i < routes.size(); i++) {
      text.append("\n  ").append(i + 1).append(". ").append(route(routes.get(i)));
    }
    explanation.leftOut().forEach(r -> text.append("\n  - ").append(reason(r)));
    explanation.flips().forEach(f -> text.append("\n  ~ ").append(flip(f)));
    return text.append("\n  ").append(review(now)).toString();
  }

  /**
   * As {@link #text(Explanation)}, with lines that fit into a terminal.
   *
   * @param explanation the explanation
   * @param width how many characters a line may have, at least 20; a longer word stands alone
   * @return the text, lines broken between words and indented below their beginning
   */
  default String text(Explanation explanation, int width) {
    return text(explanation)
        .lines()
        .map(line -> wrapped(line, Math.max(width, 20)))
        .collect(Collectors.joining("\n"));
  }

  private static String wrapped(String line, int width) {
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
