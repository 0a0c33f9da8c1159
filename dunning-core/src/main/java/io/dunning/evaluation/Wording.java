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
   * {@return a verdict, as a word or two}
   *
   * @param verdict the verdict
   */
  default String verdict(Verdict verdict) {
    return verdict.toString();
  }

  /**
   * {@return an action, as a few words}
   *
   * @param action the action
   */
  default String action(DunningAction action) {
    return action.toString();
  }

  /**
   * {@return a reason, as a sentence}
   *
   * @param reason the reason
   */
  default String reason(Reason reason) {
    return reason.toString();
  }

  /**
   * {@return a change that would flip the decision, as a sentence}
   *
   * @param flip the change
   */
  default String flip(Flip flip) {
    return flip.toString();
  }

  /**
   * {@return whom a step addresses, as the name and the role}
   *
   * @param person the contact person
   */
  default String addressee(ContactPerson person) {
    return person.name() + " (" + person.role() + ")";
  }

  /**
   * {@return who performs a step, as a few words}
   *
   * @param performer the performer
   */
  default String performer(Performer performer) {
    return performer.toString();
  }

  /**
   * {@return the first line: who or what it is about, and what to do}
   *
   * @param now the recommendation
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
   * {@return the second line: day, policy, and what is overdue}
   *
   * @param now the recommendation
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
   * {@return the line of the reason that decided}
   *
   * @param reason the reason, in words
   */
  default String because(String reason) {
    return "because " + reason;
  }

  /**
   * {@return an offer to settle, as a line}
   *
   * @param quote the offer
   */
  default String settlement(SettlementQuote quote) {
    return "offer: " + quote;
  }

  /**
   * {@return a proposal to pay in parts, as a line}
   *
   * @param plan the proposal
   */
  default String plan(PaymentPlan plan) {
    return "plan: " + plan;
  }

  /**
   * {@return a route, with what it is expected to bring, as a line}
   *
   * @param estimate the estimate
   */
  default String route(RecoveryEstimate estimate) {
    return estimate.toString();
  }

  /**
   * {@return how the customer has paid, and what the risk model makes of it, as a line}
   *
   * @param now the recommendation
   */
  default String profile(Recommendation now) {
    return "customer "
        + now.profile().map(Object::toString).orElse("")
        + "; risk "
        + now.score().<Object>map(s -> s).or(now::risk).map(Object::toString).orElse("");
  }

  /**
   * {@return the hours at which the customer may be contacted, as a line}
   *
   * @param window the hours
   */
  default String window(ContactWindow window) {
    return "contact at " + window;
  }

  /**
   * {@return the line of the payment deadline to state}
   *
   * @param now a recommendation with a deadline
   */
  default String deadline(Recommendation now) {
    return "payment deadline " + now.deadline().orElseThrow();
  }

  /**
   * {@return the line of what is owed, charges of the step included; only where the policy charges
   * anything}
   *
   * @param now a recommendation with charges
   */
  default String charges(Recommendation now) {
    String owed =
        now.owed().stream().map(AccruedCharges.Owed::toString).collect(Collectors.joining(" and "));
    String missing = now.missingCharges().stream().map(m -> ", " + m).collect(Collectors.joining());
    return "owed " + owed + missing;
  }

  /**
   * {@return the line of what is left of invoices that count as settled; only where other invoices
   * are open}
   *
   * @param now a recommendation with differences
   */
  default String differences(Recommendation now) {
    return now.differences().entrySet().stream()
        .map(e -> e.getValue() + " on " + e.getKey())
        .collect(Collectors.joining(", ", "settled within the tolerance, to write off: ", ""));
  }

  /**
   * {@return the line of the whole sum that a document states; only if there is a credit, or a part
   * is disputed or held}
   *
   * @param now a recommendation with a step
   */
  default String sums(Recommendation now) {
    return now.sums().stream().map(DocumentSum::toString).collect(Collectors.joining("; "));
  }

  /**
   * {@return the line of the charges that the step assesses}
   *
   * @param now a recommendation that assesses charges
   */
  default String assessments(Recommendation now) {
    return now.assessments().entrySet().stream()
        .flatMap(
            e ->
                e.getValue().stream().map(c -> c.charge() + " " + c.amount() + " on " + e.getKey()))
        .collect(Collectors.joining(", ", "assess ", ""));
  }

  /**
   * {@return the last line: when to look again}
   *
   * @param now the recommendation
   */
  default String review(Recommendation now) {
    return now.reviewOn().map(d -> "look again on " + d).orElse("stays so until something happens");
  }

  /**
   * {@return an explanation, a line a reason, as the text, without a line break at the end}
   *
   * @param explanation the explanation
   */
  default String text(Explanation explanation) {
    return ExplanationText.of(explanation, this);
  }

  /**
   * As {@link #text(Explanation)}, with lines that fit into a terminal.
   *
   * @param explanation the explanation
   * @param width how many characters a line may have, at least 20; a longer word stands alone
   * @return the text, lines broken between words and indented below their beginning
   */
  default String text(Explanation explanation, int width) {
    return ExplanationText.wrapped(text(explanation), width);
  }
}
