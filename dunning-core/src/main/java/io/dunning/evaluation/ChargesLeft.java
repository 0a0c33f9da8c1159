package io.dunning.evaluation;

import io.dunning.calendar.EpochDay;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.ChargeRules;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.MoneyEvent.Credit;
import io.dunning.ledger.Account;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Closure;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/** The fees and the interest that stay owed on invoices whose principal is settled. */
final class ChargesLeft {
  private final PreparedPolicy policy;
  private final ChargeRules rules;
  private final Account account;
  private final LocalDate asOf;
  private final Balances balances;

  ChargesLeft(PreparedPolicy policy, Account account, LocalDate asOf, Balances balances) {
    this.policy = policy;
    this.account = account;
    this.asOf = asOf;
    this.balances = balances;
    rules = policy.policy.charges().agreedWith(account.customer());
  }

  /** What is left on the invoice at a place; empty if nothing is, or if the sum does not fit. */
  Optional<Money> on(int place) {
    boolean charges = !rules.isNone() || balances.anyCharge();
    Optional<LocalDate> settled = charges ? settledOn(place) : Optional.empty();
    if (settled.isEmpty() || balances.openMinor(place) > 0 || wasEarly(place, settled.get())) {
      return Optional.empty();
    }
    try {
      AccruedCharges now = rules.accrue(charged(place), asOf, policy.calendar);
      return Optional.of(now.fees().plus(now.interest())).filter(Money::isPositive);
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether an invoice was settled before it was due, so that it cannot have cost anything. One on
   * which something was taken back may have been settled by what came later.
   */
  private boolean wasEarly(int place, LocalDate settled) {
    return !balances.anyCharge()
        && history(place).events().stream().noneMatch(ChargesLeft::takesBack)
        && history(place).invoice().instalments().isEmpty()
        && settled.toEpochDay()
            < Math.min(balances.dueDay(place), history(place).invoice().due().toEpochDay());
  }

  private static boolean takesBack(LedgerEvent event) {
    return event instanceof MoneyEvent.PaymentReversed
        || event instanceof MoneyEvent.DiscountReversed
        || event instanceof MoneyEvent.WriteOffReversed;
  }

  /** The day on which the principal was settled; empty if it was given up. */
  private Optional<LocalDate> settledOn(int place) {
    Standing standing = balances.standing(place);
    if (balances.differenceMinor(place) > 0) {
      return history(place).settledOn(asOf, policy.policy.account().tolerance());
    }
    return standing.balance().closure() == Closure.SETTLED
        ? standing.balance().closedOn()
        : Optional.empty();
  }

  private InvoiceHistory history(int place) {
    return account.invoices().get(place);
  }

  /** The invoice as its charges see it; a difference that is tolerated bears none. */
  InvoiceHistory charged(int place) {
    InvoiceHistory charged = account.withRestrictions(history(place));
    long difference = balances.differenceMinor(place);
    Money left = Money.ofMinor(difference, balances.currency(place));
    return difference == 0
        ? charged
        : charged.with(new Credit(settledOn(place).orElseThrow(), left));
  }

  /** The balances with what is left as debts of their own. */
  Balances chased() {
    long[] minor = null;
    long[] since = new long[balances.size()];
    for (int i = 0; i < since.length; i++) {
      Optional<Money> left = on(i);
      if (left.isPresent()) {
        minor = minor == null ? new long[since.length] : minor;
        minor[i] = left.get().minorUnits();
        since[i] = settledOn(i).map(LocalDate::toEpochDay).orElse(EpochDay.NONE);
      }
    }
    return minor == null ? balances : balances.chasing(minor, since);
  }
}
