package io.dunning.check;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which worlds go on alike. Two worlds do if their standings are equal on the day of the next
 * look, as long as nothing that the policy asks about looks further back than standings do:
 * charges, payment behaviour and rules of contact read the history itself, and so do promises,
 * plans and offers. Findings and invariants remember payments for a while; worlds with a payment
 * that is not older are kept apart.
 */
final class Merging {
  /** The order of a refusal among what happens on one day. */
  static final int REFUSAL = 10;

  /** How long a payment matters to findings and invariants. */
  static final int REMEMBERED_DAYS = 10;

  private final boolean possible;

  Merging(DunningPolicy policy, Boundary boundary) {
    possible =
        !boundary.charges
            && !boundary.conduct
            && policy.clock() == DunningPolicy.Clock.RUNS
            && policy.endgame().isEmpty()
            && policy.settlement().isEmpty()
            && policy.outreach().thanksWithin().isEmpty()
            && policy.agreements().patience().isUnlimited()
            && !boundary.topics.contains(Topic.BEHAVIOUR)
            && !boundary.topics.contains(Topic.DESCRIBED);
  }

  /** Whether a world may be compared with others: its events were payments only. */
  boolean applies(Path path) {
    boolean paid = false;
    for (Path each = path; possible && !each.isStart(); each = each.before) {
      LedgerEvent event = each.event;
      if (event instanceof MoneyEvent) {
        paid = true;
      } else if (event != null && each.events > each.before.events) {
        return false;
      }
    }
    return paid;
  }

  /** What decides how a world goes on from the look on a day. */
  Object state(Account account, LocalDate day, Path path) {
    List<Object> state = new ArrayList<>(account.invoices().size() + 3);
    state.add(day);
    for (InvoiceHistory each : account.invoices()) {
      state.add(each.standingOn(day));
    }
    state.add(account.standingOn(day.toEpochDay()));
    for (Path each = path; !each.isStart(); each = each.before) {
      if (each.event instanceof MoneyEvent && each.day.isAfter(day.minusDays(REMEMBERED_DAYS))) {
        state.add(each.day);
      }
    }
    return state;
  }
}
