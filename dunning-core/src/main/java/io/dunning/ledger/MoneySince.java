package io.dunning.ledger;

import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came in since an agreement and stayed, by currency; summed up at the end of each day. What
 * is paid back on an invoice, or out of what waits on the account, takes back only what came in
 * there since the agreement, and never more: other money was not paid for the agreement.
 */
final class MoneySince {
  private record Pot(int place, String currency) {}

  private final Map<Pot, BigDecimal> stayed = new HashMap<>();
  private final Map<Pot, BigDecimal> moved = new HashMap<>();
  private final Map<String, BigDecimal> sums = new TreeMap<>();

  /** The day whose money is not summed up yet; null if all is. */
  private LocalDate day;

  /**
   * Adds money that moved, in the order of days.
   *
   * @param place which invoice, or the account itself
   */
  void add(LocalDate on, int place, Money money) {
    if (!on.equals(day)) {
      endDay();
      day = on;
    }
    moved.merge(new Pot(place, money.currency().code()), money.amount(), BigDecimal::add);
  }

  /** What came in up to the end of the day of which money was added last, in a currency. */
  BigDecimal in(String currency) {
    endDay();
    return sums.getOrDefault(currency, BigDecimal.ZERO);
  }

  /** Whether anything came in, in any currency. */
  boolean isAnything() {
    endDay();
    return sums.values().stream().anyMatch(sum -> sum.signum() > 0);
  }

  private void endDay() {
    moved.forEach(
        (pot, change) -> {
          BigDecimal before = stayed.getOrDefault(pot, BigDecimal.ZERO);
          BigDecimal now = before.add(change).max(BigDecimal.ZERO);
          stayed.put(pot, now);
          sums.merge(pot.currency(), now.subtract(before), BigDecimal::add);
        });
    moved.clear();
    day = null;
  }
}
