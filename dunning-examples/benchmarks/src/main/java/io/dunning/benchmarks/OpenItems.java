package io.dunning.benchmarks;

import static io.dunning.benchmarks.Draws.AS_OF;

import io.dunning.ledger.OpenItem;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** W1: open items in random order of customer and date. */
final class OpenItems {
  /** The same item as a hand-written program would hold it. */
  record Plain(int customer, int currency, int due, long open) {}

  private OpenItems() {}

  static List<Plain> plain(int count) {
    int customers = count / 20;
    List<Plain> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int customer = Draws.customer(2, i, customers);
      long open = Draws.amount(2, i, 5);
      boolean credit = Draws.draw(2, i, 7, 100) < 2;
      items.add(
          new Plain(
              customer,
              Draws.currency(2, i, customer),
              AS_OF - daysLate(i),
              credit ? -open : open));
    }
    return items;
  }

  static List<OpenItem> items(List<Plain> plain) {
    String[] names = new String[plain.stream().mapToInt(Plain::customer).max().orElse(0) + 1];
    List<OpenItem> items = new ArrayList<>(plain.size());
    for (Plain each : plain) {
      String name = names[each.customer];
      if (name == null) {
        name = String.valueOf(each.customer);
        names[each.customer] = name;
      }
      LocalDate due = LocalDate.ofEpochDay(each.due);
      items.add(
          OpenItem.of(
              name,
              "",
              Money.ofMinor(each.open, Draws.CURRENCIES.get(each.currency)),
              LocalDate.ofEpochDay(Math.min(each.due, AS_OF)),
              due));
    }
    return items;
  }

  private static int daysLate(int i) {
    int d = Draws.draw(2, i, 3, 100);
    if (d < 45) {
      return -Draws.draw(2, i, 4, 61);
    } else if (d < 70) {
      return 1 + Draws.draw(2, i, 4, 30);
    } else if (d < 82) {
      return 31 + Draws.draw(2, i, 4, 30);
    } else if (d < 89) {
      return 61 + Draws.draw(2, i, 4, 30);
    } else if (d < 93) {
      return 91 + Draws.draw(2, i, 4, 30);
    }
    return 121 + Draws.draw(2, i, 4, 610);
  }

  /**
   * The rival: one pass over the objects into a hashed table of six sums a customer and currency.
   */
  static long[][] byHand(List<Plain> items) {
    int mask = 1;
    while (mask < items.size() / 4) {
      mask = mask * 2 + 1;
    }
    long[] keys = new long[mask + 1];
    long[][] sums = new long[mask + 1][];
    for (int n = 0; n < items.size(); n++) {
      Plain item = items.get(n);
      long key = (long) item.customer * 8 + item.currency + 1;
      int at = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
      while (keys[at] != key && keys[at] != 0) {
        at = at + 1 & mask;
      }
      if (keys[at] == 0) {
        keys[at] = key;
        sums[at] = new long[7];
        sums[at][6] = key - 1;
      }
      int late = AS_OF - item.due;
      int band =
          late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : late <= 120 ? 4 : 5;
      sums[at][band] += item.open;
    }
    return sums;
  }
}
