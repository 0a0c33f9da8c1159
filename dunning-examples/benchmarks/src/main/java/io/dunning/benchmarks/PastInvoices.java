package io.dunning.benchmarks;

import static io.dunning.benchmarks.Draws.AS_OF;
import static io.dunning.benchmarks.Draws.draw;

import io.dunning.aging.Receivables;
import io.dunning.aging.ReceivablesDraft;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.OpenItem;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** W2 and W5: invoices of three years and what was applied to them, 1.2 times each. */
final class PastInvoices {
  /** The past day of W2. */
  static final int DAY = AS_OF - 90;

  /** How many days W5 looks at; the last is that of the other workloads. */
  static final int DAYS = 365;

  final int count;
  final int customers;
  final int[] customer;
  final byte[] currency;
  final int[] issued;
  final int[] due;
  final long[] amount;

  /** Where the applications of each invoice begin, and where the last ones end. */
  final int[] starts;

  final int[] appliedOn;
  final long[] applied;

  PastInvoices(int count) {
    this.count = count;
    this.customers = count / 20;
    this.customer = new int[count];
    this.currency = new byte[count];
    this.issued = new int[count];
    this.due = new int[count];
    this.amount = new long[count];
    this.starts = new int[count + 1];
    int[] days = new int[3 * count];
    long[] amounts = new long[3 * count];
    for (int i = 0; i < count; i++) {
      customer[i] = Draws.customer(3, i, customers);
      currency[i] = (byte) Draws.currency(3, i, customer[i]);
      issued[i] = AS_OF - draw(3, i, 3, 1096);
      int terms = draw(3, i, 4, 100);
      due[i] = issued[i] + (terms < 10 ? 0 : terms < 30 ? 14 : terms < 80 ? 30 : 60);
      amount[i] = Draws.amount(3, i, 5);
      starts[i + 1] = apply(i, days, amounts);
    }
    this.appliedOn = Arrays.copyOf(days, starts[count]);
    this.applied = Arrays.copyOf(amounts, starts[count]);
  }

  private int apply(int i, int[] days, long[] amounts) {
    int d = draw(3, i, 7, 100);
    int times = d < 12 ? 0 : d < 74 ? 1 : d < 94 ? 2 : 3;
    int at = starts[i];
    int day = Math.max(issued[i], due[i] - 5 + draw(3, i, 9, 40));
    long rest = amount[i];
    for (int j = 0; j < times; j++) {
      day += j == 0 ? 0 : 1 + draw(3, i, 9 + j, 45);
      boolean last = j == times - 1;
      long part = !last ? amount[i] / (times + 1) : draw(3, i, 8, 8) == 0 ? rest / 2 : rest;
      days[at] = day;
      amounts[at++] = part;
      rest -= part;
    }
    return at;
  }

  private long openOn(int i, int day) {
    long open = amount[i];
    for (int at = starts[i]; at < starts[i + 1]; at++) {
      open -= appliedOn[at] <= day ? applied[at] : 0;
    }
    return open;
  }

  /** The rival of W2: one pass over the columns. */
  HandTable byHand(int day) {
    HandTable table = new HandTable(customers);
    for (int i = 0; i < count; i++) {
      if (issued[i] <= day) {
        long open = openOn(i, day);
        if (open != 0) {
          table.add(customer[i], currency[i], day - due[i], open);
        }
      }
    }
    return table;
  }

  /** The rival of W5: what changes from day to day, in one pass; then sums. */
  long[] trendByHand() {
    int first = AS_OF - DAYS + 1;
    long[] changes = new long[Draws.CURRENCIES.size() * (DAYS + 1) * HandTable.BANDS];
    for (int i = 0; i < count; i++) {
      int base = currency[i] * (DAYS + 1);
      change(changes, base, first, issued[i], due[i], amount[i]);
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        change(changes, base, first, appliedOn[at], due[i], -applied[at]);
      }
    }
    for (int currency = 0; currency < Draws.CURRENCIES.size(); currency++) {
      int base = currency * (DAYS + 1) * HandTable.BANDS;
      for (int i = base + HandTable.BANDS; i < base + DAYS * HandTable.BANDS; i++) {
        changes[i] += changes[i - HandTable.BANDS];
      }
    }
    return changes;
  }

  private static void change(long[] changes, int base, int first, int on, int due, long sum) {
    int day = Math.max(0, on - first);
    if (day >= DAYS) {
      return;
    }
    int band = HandTable.band(first + day - due);
    changes[(base + day) * HandTable.BANDS + band] += sum;
    while (++band < HandTable.BANDS) {
      day = due + 1 + 30 * (band - 1) - first;
      if (day >= DAYS) {
        return;
      }
      int at = (base + day) * HandTable.BANDS + band;
      changes[at - 1] -= sum;
      changes[at] += sum;
    }
  }

  /** The rival of W5: a pass over all invoices a day; the result is as that of the other one. */
  long[] trendByScans() {
    int first = AS_OF - DAYS + 1;
    long[] sums = new long[Draws.CURRENCIES.size() * (DAYS + 1) * HandTable.BANDS];
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < count; i++) {
        if (issued[i] <= first + day) {
          int at = (currency[i] * (DAYS + 1) + day) * HandTable.BANDS;
          sums[at + HandTable.band(first + day - due[i])] += openOn(i, first + day);
        }
      }
    }
    return sums;
  }

  static List<LocalDate> trendDays() {
    List<LocalDate> days = new ArrayList<>();
    for (int day = DAYS - 1; day >= 0; day--) {
      days.add(Draws.AS_OF_DATE.minusDays(day));
    }
    return days;
  }

  private OpenItem item(int i, String name) {
    return OpenItem.of(
        name,
        "",
        Money.ofMinor(amount[i], Draws.CURRENCIES.get(currency[i])),
        LocalDate.ofEpochDay(issued[i]),
        LocalDate.ofEpochDay(due[i]));
  }

  /** The library's columns, from rows. */
  Receivables receivables() {
    String[] names = OpenItems.names(customers);
    ReceivablesDraft draft = Receivables.draft();
    for (int i = 0; i < count; i++) {
      draft.add(
          item(i, names[customer[i]]),
          Arrays.copyOfRange(appliedOn, starts[i], starts[i + 1]),
          Arrays.copyOfRange(applied, starts[i], starts[i + 1]));
    }
    return draft.build();
  }

  /** The library's accounts. */
  List<Account> accounts() {
    String[] names = OpenItems.names(customers);
    List<List<InvoiceHistory>> histories = new ArrayList<>(customers);
    for (int i = 0; i < customers; i++) {
      histories.add(new ArrayList<>());
    }
    for (int i = 0; i < count; i++) {
      var unit = Draws.CURRENCIES.get(currency[i]);
      List<LedgerEvent> events = new ArrayList<>(3);
      for (int at = starts[i]; at < starts[i + 1]; at++) {
        events.add(
            new MoneyEvent.Payment(
                LocalDate.ofEpochDay(appliedOn[at]), Money.ofMinor(applied[at], unit)));
      }
      histories
          .get(customer[i])
          .add(
              InvoiceHistory.of(
                  Invoice.of(
                      "INV-" + i,
                      Money.ofMinor(amount[i], unit),
                      LocalDate.ofEpochDay(issued[i]),
                      LocalDate.ofEpochDay(due[i])),
                  events));
    }
    List<Account> accounts = new ArrayList<>(customers);
    for (int i = 0; i < customers; i++) {
      accounts.add(Account.of(Customer.of(names[i]), histories.get(i)));
    }
    return accounts;
  }
}
