package io.dunning.ledger;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the money that moved among events of all kinds. */
final class MoneyMoved {
  private MoneyMoved() {}

  /** How much an event lowers what is owed; empty if it moves no money. */
  static Optional<Money> by(LedgerEvent event) {
    return event instanceof MoneyEvent money ? money.reduction() : Optional.empty();
  }

  /**
   * The sums of the money that moved up to a day, by currency; sums of nothing or less are left
   * out.
   *
   * @throws ArithmeticException if a sum does not fit at any time
   */
  static SortedMap<CurrencyUnit, Money> sums(EventLog log, LocalDate asOf) {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    for (int i = 0; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      by(log.get(i)).ifPresent(m -> sums.merge(m.currency(), m, Money::plus));
    }
    sums.values().removeIf(m -> !m.isPositive());
    return sums;
  }

  /** Whether any event of a log moves money. */
  static boolean in(EventLog log) {
    for (int i = 0; i < log.size(); i++) {
      if (log.get(i) instanceof MoneyEvent money && money.reduction().isPresent()) {
        return true;
      }
    }
    return false;
  }
}
