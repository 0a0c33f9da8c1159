package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.ChargeRules;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When the charges of an invoice come to an amount; they never shrink with time. */
final class ChargeForecast {
  private final PreparedPolicy policy;
  private final Account account;
  private final ChargeRules rules;
  private final LocalDate asOf;
  private Map<List<Object>, Long> found;

  /** For the invoices of an account on the day that is asked about. */
  ChargeForecast(PreparedPolicy policy, Account account, LocalDate asOf) {
    this.policy = policy;
    this.account = account;
    rules = policy.policy.charges().agreedWith(account.customer());
    this.asOf = asOf;
  }

  /**
   * The first day, the one asked about at the earliest, on which the charges of an invoice come to
   * an amount; never if they do not, or the invoice is in another currency.
   */
  long reachesOn(int place, Money amount) {
    if (!amount.currency().equals(invoice(place).invoice().amount().currency())) {
      return EpochDay.NEVER;
    }
    if (found == null) {
      found = new HashMap<>();
    }
    return found.computeIfAbsent(
        List.of(place, amount), k -> find(known(place), amount.minorUnits()));
  }

  /** Tries days further and further ahead, then halves the span in which the amount is reached. */
  private long find(InvoiceHistory history, long amount) {
    Optional<Money> most = rules.most(history.invoice());
    if (most.isPresent() && most.get().minorUnits() < amount) {
      return EpochDay.NEVER;
    }
    long first = asOf.toEpochDay();
    if (on(history, first) >= amount) {
      return first;
    }
    long due = history.invoice().due().toEpochDay();
    long last = Math.min(EpochDay.LAST, Math.max(first, due) + ChargeRules.LONGEST);
    long below = first;
    long reached = Math.min(last, below + 1);
    for (long step = 1; on(history, reached) < amount; step *= 2) {
      if (reached == last) {
        return EpochDay.NEVER;
      }
      below = reached;
      reached = Math.min(last, reached + step);
    }
    while (reached - below > 1) {
      long middle = below + (reached - below) / 2;
      if (on(history, middle) >= amount) {
        reached = middle;
      } else {
        below = middle;
      }
    }
    return reached;
  }

  /** The charges by the end of a day; the largest number for those that do not fit into one. */
  private long on(InvoiceHistory history, long day) {
    try {
      AccruedCharges charges = rules.accrue(history, LocalDate.ofEpochDay(day), policy.calendar);
      return charges.fees().plus(charges.interest()).minorUnits();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  /** The invoice without what happens later than the day that is asked about. */
  private InvoiceHistory known(int place) {
    return account.withRestrictions(invoice(place)).asOf(asOf);
  }

  private InvoiceHistory invoice(int place) {
    return account.invoices().get(place);
  }
}
