package io.dunning.benchmarks;

import static io.dunning.benchmarks.Draws.AS_OF;

import io.dunning.aging.AgeBand;
import io.dunning.aging.AgingSchedule;
import io.dunning.ledger.OpenItem;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** W1: open items in random order of customer and date. */
final class OpenItems {
  static final AgingSchedule SCHEDULE = AgingSchedule.byDueDate(30, 60, 90, 120).nettingCredits();

  final int count;
  final int customers;
  final int[] customer;
  final byte[] currency;
  final int[] due;
  final long[] open;

  OpenItems(int count) {
    this.count = count;
    this.customers = count / 20;
    this.customer = new int[count];
    this.currency = new byte[count];
    this.due = new int[count];
    this.open = new long[count];
    for (int i = 0; i < count; i++) {
      customer[i] = Draws.customer(2, i, customers);
      currency[i] = (byte) Draws.currency(2, i, customer[i]);
      due[i] = AS_OF - daysLate(i);
      long amount = Draws.amount(2, i, 5);
      open[i] = Draws.draw(2, i, 7, 100) < 2 ? -amount : amount;
    }
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

  /** The same item as a hand-written program would hold it. */
  record Plain(int customer, int currency, int due, long open) {}

  List<Plain> plain() {
    List<Plain> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(new Plain(customer[i], currency[i], due[i], open[i]));
    }
    return items;
  }

  /** Names of customers, one object each. */
  static String[] names(int customers) {
    String[] names = new String[customers];
    for (int i = 0; i < customers; i++) {
      names[i] = String.valueOf(i);
    }
    return names;
  }

  List<OpenItem> items() {
    String[] names = names(customers);
    List<OpenItem> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(
          OpenItem.of(
              names[customer[i]],
              "",
              Money.ofMinor(open[i], Draws.CURRENCIES.get(currency[i])),
              LocalDate.ofEpochDay(Math.min(due[i], AS_OF)),
              LocalDate.ofEpochDay(due[i])));
    }
    return items;
  }

  /** The rival: one pass over the columns. */
  HandTable byHand() {
    HandTable table = new HandTable(customers);
    for (int i = 0; i < count; i++) {
      table.add(customer[i], currency[i], AS_OF - due[i], open[i]);
    }
    return table;
  }

  /** The rival: one pass over the objects. */
  static HandTable byHand(List<Plain> items) {
    HandTable table = new HandTable(items.size() / 20);
    for (Plain item : items) {
      table.add(item.customer, item.currency, AS_OF - item.due, item.open);
    }
    return table;
  }

  /** A row as most programs would hold it. */
  record Row(String customer, String currency, LocalDate due, BigDecimal open) {}

  List<Row> rows() {
    String[] names = names(customers);
    List<Row> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      CurrencyUnit unit = Draws.CURRENCIES.get(currency[i]);
      rows.add(
          new Row(
              names[customer[i]],
              unit.code(),
              LocalDate.ofEpochDay(due[i]),
              BigDecimal.valueOf(open[i], unit.decimals())));
    }
    return rows;
  }

  /** The rival as most programs have it: streams and decimals. */
  static Map<String, Map<String, Map<AgeBand, BigDecimal>>> byStreams(List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                Row::customer,
                Collectors.groupingBy(
                    Row::currency,
                    Collectors.groupingBy(
                        r -> SCHEDULE.band(r.due(), Draws.AS_OF_DATE),
                        Collectors.reducing(BigDecimal.ZERO, Row::open, BigDecimal::add)))));
  }
}
