package io.dunning.letters;

import io.dunning.evaluation.DunningDocument;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Verdict;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Agreements;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.DunningPolicy;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a policy does next about the invoices of a document if nobody pays, by playing it on
 * from the day on which the document is sent.
 */
final class NextStep {
  /** A year and a quarter: no customer is warned of anything later. */
  private static final int HORIZON = 450;

  /** Most policies take their next step within this time, so that playing can end early. */
  private static final int STRIDE = 50;

  private final DunningEvaluator evaluator;
  private final DunningPolicy policy;

  NextStep(DunningEvaluator evaluator, DunningPolicy policy) {
    this.evaluator = evaluator;
    this.policy = policy;
  }

  /**
   * The first step from a day on that is announced, or a severe one before; empty if there is none,
   * or somebody is restricted.
   */
  Optional<Consequence> after(Account account, DunningDocument document, LocalDate since) {
    LocalDate day = document.leading().asOf();
    if (isRestricted(account, day)) {
      return Optional.empty();
    }
    List<String> invoices = document.invoices();
    // what is going to happen is not known when a letter is written
    Account now = Timeline.take(account.asOf(day), document);
    for (int from = 0; from < HORIZON; from += STRIDE) {
      Timeline next =
          Timeline.of(evaluator, policy, now, day.plusDays(from), day.plusDays(from + STRIDE - 1));
      for (Timeline.Entry each : next.entries()) {
        Optional<Consequence.Kind> kind = Consequence.of(each.recommendation().actions());
        boolean about = !Collections.disjoint(each.recommendation().invoices(), invoices);
        boolean counts = kind.filter(k -> k.isSevere() || !each.date().isBefore(since)).isPresent();
        if (about && counts) {
          boolean asks = each.recommendation().verdict() == Verdict.AWAIT_APPROVAL;
          return Optional.of(new Consequence(kind.get(), each.step(), each.date(), asks));
        }
      }
      now = next.end();
    }
    return Optional.empty();
  }

  private static boolean isRestricted(Account account, LocalDate day) {
    boolean any = isRestricted(account.standingOn(day.toEpochDay()).agreements(), day);
    for (InvoiceHistory each : account.invoices()) {
      any |= isRestricted(each.standingOn(day).agreements(), day);
    }
    return any;
  }

  private static boolean isRestricted(Agreements agreements, LocalDate day) {
    for (Restriction each : Restriction.values()) {
      if (agreements.restrictedThroughDay(each) >= day.toEpochDay()) {
        return true;
      }
    }
    return false;
  }
}
