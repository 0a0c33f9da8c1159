package io.dunning.ledger;

import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.money.Money;
import java.util.Optional;

/** Finds the money that moved among events of all kinds. */
final class MoneyMoved {
  private MoneyMoved() {}

  /** How much an event lowers what is owed; empty if it moves no money. */
  static Optional<Money> by(LedgerEvent event) {
    return event instanceof MoneyEvent money ? money.reduction() : Optional.empty();
  }

  /** Whether any event of a log moves money. */
  static boolean in(EventLog log) {
    for (int i = 0; i < log.size(); i++) {
      if (by(log.get(i)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
