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
 * there since the agreement, and never more: other money was not paid for the agreement. Nor was
 * older money that is reversed in one place and paid in another on the same day.
 */
final class MoneySince {
  private record Pot(int place, String currency) {}

  private final Map<Pot, BigDecimal> stayed = new HashMap<>();
  private final Map<Pot, BigDecimal> moved = new HashMap<>();
  private final Map<Pot, BigDecimal> reversed = new HashMap<>();
  private final Map<String, BigDecimal> sums = new TreeMap<>();

  /** The day whose money is not summed up yet; null if all is. */
  private LocalDate day;

  /**
   * Adds money that moved, in the order of days.
   *
   * @param place which invoice, or the account itself
   * @param reverses whether a payment is reversed, which is paid elsewhere if it is only moved
   */
  void add(LocalDate on, int place, Money money, boolean reverses) {
    if (!on.equals(day)) {
      endDay();
      day = on;
    }
    Pot pot = new Pot(place, money.currency().code());
    moved.merge(pot, money.amount(), BigDecimal::add);
    if (reverses) {
      reversed.merge(pot, money.amount().negate(), BigDecimal::add);
    }
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
    Map<String, BigDecimal> older = olderMoneyMoved();
    moved.forEach(
        (pot, change) -> {
          BigDecimal before = stayed.getOrDefault(pot, BigDecimal.ZERO);
          BigDecimal now = before.add(change).max(BigDecimal.ZERO);
          BigDecimal more = now.subtract(before);
          BigDecimal left = older.getOrDefault(pot.currency(), BigDecimal.ZERO);
          BigDecimal onlyMoved = more.max(BigDecimal.ZERO).min(left);
          older.put(pot.currency(), left.subtract(onlyMoved));
          stayed.put(pot, now.subtract(onlyMoved));
          sums.merge(pot.currency(), more.subtract(onlyMoved), BigDecimal::add);
        });
    moved.clear();
    reversed.clear();
    day = null;
  }

  /** By currency, what was reversed where it had come in before the agreement. */
  private Map<String, BigDecimal> olderMoneyMoved() {
    Map<String, BigDecimal> older = new HashMap<>();
    reversed.forEach(
        (pot, out) -> {
          BigDecimal now = stayed.getOrDefault(pot, BigDecimal.ZERO).add(moved.get(pot));
          BigDecimal beyond = now.negate().max(BigDecimal.ZERO).min(out);
          older.merge(pot.currency(), beyond, BigDecimal::add);
        });
    return older;
  }
}
