package io.dunning.evaluation;

import io.dunning.ledger.Balances;
import io.dunning.ledger.PromiseOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what the promises that count hold: all, or the part that was promised and is not paid yet.
 * A promise for a whole account holds no invoice that was issued after it; one of an amount holds
 * the others in the order in which they fell due.
 */
final class PromisedAmounts {
  private final PreparedPolicy policy;
  private final Balances balances;
  private final AgreedBooks agreed;
  private final Promised[] ofInvoices;
  private Promised[] ofAccount;

  PromisedAmounts(PreparedPolicy policy, Balances balances, AgreedBooks agreed) {
    this.policy = policy;
    this.balances = balances;
    this.agreed = agreed;
    ofInvoices = new Promised[balances.size()];
  }

  /** What the promise for an invoice holds of it; the invoice has one. */
  Promised ofInvoice(int place) {
    if (ofInvoices[place] == null) {
      ofInvoices[place] = held(latest(agreed.promises(place)));
    }
    return ofInvoices[place];
  }

  /** What the promise for the account holds of an invoice; the account has one. */
  Promised ofAccount(int place) {
    if (ofAccount == null) {
      ofAccount = spread(latest(agreed.accountPromises()));
    }
    return ofAccount[place];
  }

  private static PromiseOutcome latest(List<PromiseOutcome> outcomes) {
    return outcomes.get(outcomes.size() - 1);
  }

  /** What a promise holds of all that it is about. */
  private Promised held(PromiseOutcome outcome) {
    if (outcome.isKept()) {
      return Promised.NOTHING;
    }
    boolean all = outcome.isOfAll(policy.agreements.promiseHoldsAllFrom);
    return new Promised(
        outcome.promise(),
        policy.promiseThrough(outcome.promise()),
        all ? Promised.ALL : outcome.leftMinor());
  }

  private Promised[] spread(PromiseOutcome outcome) {
    Promised held = held(outcome);
    Promised[] parts = new Promised[ofInvoices.length];
    long left = held.part();
    for (int place : byDueDate()) {
      boolean concerned = agreed.isAbout(place, outcome.promise());
      long part = !concerned ? 0 : left == Promised.ALL ? left : Math.min(left, undisputed(place));
      parts[place] =
          part == 0 ? Promised.NOTHING : new Promised(held.promise(), held.through(), part);
      left -= left == Promised.ALL ? 0 : part;
    }
    return parts;
  }

  private List<Integer> byDueDate() {
    List<Integer> places = new ArrayList<>(ofInvoices.length);
    for (int i = 0; i < ofInvoices.length; i++) {
      places.add(i);
    }
    places.sort(Comparator.comparingLong(balances::dueDay));
    return places;
  }

  /** Never less than zero, though a tolerance may forgive what is disputed. */
  private long undisputed(int place) {
    long disputed = balances.standing(place).agreements().disputedMinor();
    return Math.max(0, balances.openMinor(place) - disputed);
  }
}
