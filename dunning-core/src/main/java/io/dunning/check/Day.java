package io.dunning.check;

import io.dunning.evaluation.AccountRecommendation;
import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A debtor about whom a policy is asked day by day, and for whom all steps of a day are taken. */
abstract class Day {
  Account account;

  /** The latest answer. */
  AccountRecommendation next;

  Day(Account account) {
    this.account = account;
  }

  /** Asks the policy anew: sets {@link #next}. */
  abstract void decide(LocalDate day);

  /** A step waits for the approval that it is about to get. */
  void approving(LocalDate day, String invoice, String step) {}

  /** A step was approved, which the account knows. */
  abstract void approved(LocalDate day, String invoice, LedgerEvent approval);

  /** A line of a document is taken, which the account does not know yet. */
  abstract void takes(LocalDate day, Recommendation line, DunningDocument document);

  /**
   * Takes the steps of a day, each once a person has approved it.
   *
   * @throws IllegalStateException if the policy asks for steps again and again
   */
  final void takeSteps(LocalDate day) {
    Recommendation due = firstWithStep(next);
    Set<List<Object>> done = due == null ? Set.of() : new HashSet<>();
    while (due != null) {
      if (!done.add(List.of(due.verdict(), due.subject(), due.step(), due.invoices()))) {
        throw new IllegalStateException(
            "policy \"%s\" asks for step \"%s\" again and again on %s: %s"
                .formatted(due.policy().name(), due.step().orElseThrow(), day, due.reason()));
      }
      if (due.verdict() == Verdict.AWAIT_APPROVAL) {
        approve(day, due);
      } else {
        take(day);
      }
      decide(day);
      due = firstWithStep(next);
    }
  }

  private void approve(LocalDate day, Recommendation due) {
    String number = about(due);
    String step = due.step().orElseThrow();
    approving(day, number, step);
    LedgerEvent approval = LedgerEvent.stepApproved(day, step);
    account = Happening.happened(account, number, approval);
    approved(day, number, approval);
  }

  /** An invoice that a step is about: of an account, one that is open. */
  static String about(Recommendation due) {
    return due.invoices().isEmpty() ? due.subject().invoices().get(0) : due.invoices().get(0);
  }

  private void take(LocalDate day) {
    DunningDocument document = next.documents().get(0);
    for (Recommendation line : document.lines()) {
      takes(day, line, document);
    }
    account = Timeline.take(account, document);
  }

  private static Recommendation firstWithStep(AccountRecommendation now) {
    for (Recommendation each : now.recommendations()) {
      if (each.step().isPresent()) {
        return each;
      }
    }
    return null;
  }
}
