package io.dunning.letters;

import io.dunning.action.BackOfficeAction;
import io.dunning.action.DunningAction;
import io.dunning.action.Message;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a letter is the one that has to come before court: the Pre-Action Protocol for Debt
 * Claims of England and Wales gives a person 30 days from the date of the letter for an answer.
 * That is a demand, or else the last letter, before the policy files a claim.
 */
final class BeforeCourt {
  /** The days that a person has for an answer. */
  static final int ANSWER_DAYS = 30;

  private static final int HORIZON = 450;

  private final DunningEvaluator evaluator;
  private final DunningPolicy policy;
  private final Account account;
  private final DunningDocument document;

  BeforeCourt(
      DunningEvaluator evaluator, DunningPolicy policy, Account account, DunningDocument document) {
    this.evaluator = evaluator;
    this.policy = policy;
    this.account = account;
    this.document = document;
  }

  /** The last day for an answer to a letter of some day. */
  static LocalDate lastDay(LocalDate letter) {
    return letter.plusDays(ANSWER_DAYS);
  }

  /**
   * Whether the letter gives the notice.
   *
   * @throws IllegalArgumentException if the policy goes to court before the time for an answer is
   *     over, and no earlier demand gave it
   */
  boolean applies(LetterDraft draft) {
    boolean demand = draft.kind == LetterKind.DEMAND;
    Optional<Timeline.Entry> claim =
        isAsking(draft.kind) && draft.isOverdue() ? claim(demand) : Optional.empty();
    if (claim.isEmpty()) {
      return false;
    }
    LocalDate filed = claim.get().date();
    boolean given =
        draft.earlier.stream()
            .filter(e -> demands().contains(e.step()) && e.isWritten())
            .anyMatch(e -> !lastDay(e.date()).isAfter(filed));
    if (lastDay(draft.date).isAfter(filed)) {
      if (!given) {
        throw tooSoon(draft, claim.get());
      }
      return false;
    }
    return demand || !given;
  }

  private static boolean isAsking(LetterKind kind) {
    return kind == LetterKind.REMINDER || kind == LetterKind.NOTICE || kind == LetterKind.DEMAND;
  }

  /** The claim that this letter comes before; none if a later letter, or an agency, does. */
  private Optional<Timeline.Entry> claim(boolean demand) {
    LocalDate day = document.leading().asOf();
    Account now = Timeline.take(account.asOf(day), document);
    Timeline next = Timeline.of(evaluator, policy, now, day, day.plusDays(HORIZON));
    for (Timeline.Entry each : next.entries()) {
      Recommendation taken = each.recommendation();
      if (Collections.disjoint(taken.invoices(), document.invoices())) {
        continue;
      }
      if (has(taken.actions(), BackOfficeAction.FileClaim.class)) {
        return Optional.of(each);
      }
      boolean later = LetterKind.of(taken.actions()).filter(BeforeCourt::isAsking).isPresent();
      if (has(taken.actions(), BackOfficeAction.ReferToAgency.class) || later && !demand) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean has(List<DunningAction> actions, Class<? extends DunningAction> kind) {
    return actions.stream().anyMatch(kind::isInstance);
  }

  private Set<String> demands() {
    Set<String> names = new HashSet<>();
    for (EscalationStep each : policy.ladder().steps()) {
      if (has(each.actions(), Message.Demand.class)) {
        names.add(each.name());
      }
    }
    return names;
  }

  private static IllegalArgumentException tooSoon(LetterDraft draft, Timeline.Entry claim) {
    return new IllegalArgumentException(
        "law requires 30 days between this letter of "
            + draft.date
            + " and court (Pre-Action Protocol for Debt Claims), but step \""
            + claim.step()
            + "\" comes on "
            + claim.date()
            + "\nMaybe let it come later: at(after(\""
            + draft.step
            + "\", calendarDays(30)))");
  }
}
