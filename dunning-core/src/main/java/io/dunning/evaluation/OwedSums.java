package io.dunning.evaluation;

import io.dunning.charge.AccruedCharges.Owed;
import io.dunning.money.CurrencyUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of what is owed, by currency: one a currency, and a further one where the next debt would
 * make a sum larger than an amount can be.
 */
final class OwedSums {
  private final SortedMap<CurrencyUnit, Owed> sums = new TreeMap<>();
  private final List<Owed> full = new ArrayList<>(0);

  void add(Owed more) {
    CurrencyUnit currency = more.principal().currency();
    Owed sum = sums.get(currency);
    if (sum == null) {
      sums.put(currency, more);
      return;
    }
    try {
      Owed both = sum.plus(more);
      both.total();
      sums.put(currency, both);
    } catch (ArithmeticException e) {
      full.add(sum);
      sums.put(currency, more);
    }
  }

  /** The sums by currency; of one currency in the order in which they became full. */
  List<Owed> list() {
    if (full.isEmpty()) {
      return List.copyOf(sums.values());
    }
    List<Owed> all = new ArrayList<>();
    sums.forEach(
        (currency, last) -> {
          full.stream().filter(o -> o.principal().currency().equals(currency)).forEach(all::add);
          all.add(last);
        });
    return List.copyOf(all);
  }
}
