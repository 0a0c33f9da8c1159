package io.dunning.benchmarks;

import io.dunning.aging.AgingReport;
import io.dunning.aging.Receivables;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.OpenItem;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Aging beside loops by hand over customers that have dense numbers, which look nothing up. */
final class CostOfAging {
  private static final int LIMIT = 121;

  private CostOfAging() {}

  /** The same items with a dense number for each pair of customer and currency. */
  record Numbered(int row, int due, long open) {}

  /** Times of the ways to age so many items. */
  static String table(int count) {
    OpenItems workload = new OpenItems(count);
    int[] rows = rows(workload);
    List<Numbered> numbered = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      numbered.add(new Numbered(rows[i], workload.due[i], workload.open[i]));
    }
    int many = Arrays.stream(rows).max().orElse(0) + 1;
    List<OpenItems.Plain> plain = workload.plain();
    List<OpenItem> items = workload.items();
    List<Account> accounts = accounts(workload);
    Receivables receivables = Receivables.of(items);
    System.gc(); // all of it is old and settled, as in a running system
    return new CpuTimes()
        .add("by hand over objects, numbered densely", count, () -> byHand(numbered, many))
        .add("by hand over columns, numbered densely", count, () -> byHand(workload, rows, many))
        .add("by hand over objects, hashed", count, () -> OpenItems.byHand(plain))
        .add(
            "`AgingReport.of` over `OpenItem`s",
            count,
            () -> AgingReport.of(OpenItems.SCHEDULE, Draws.AS_OF_DATE, items))
        .add(
            "`AgingReport.ofAccounts`",
            count,
            () -> AgingReport.ofAccounts(OpenItems.SCHEDULE, Draws.AS_OF_DATE, accounts))
        .add(
            "`Receivables.age`", count, () -> receivables.age(OpenItems.SCHEDULE, Draws.AS_OF_DATE))
        .table();
  }

  /** The dense number of the customer and the currency of each item. */
  static int[] rows(OpenItems of) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] rows = new int[of.count];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = numbers.computeIfAbsent(of.customer[i] * 8 + of.currency[i], k -> numbers.size());
    }
    return rows;
  }

  /** The rival over objects. */
  static long[] byHand(List<Numbered> items, int rows) {
    long[] sums = new long[rows * HandTable.BANDS];
    for (Numbered each : items) {
      sums[each.row * HandTable.BANDS + band(each.due)] += each.open;
    }
    return sums;
  }

  /** The rival over columns. */
  static long[] byHand(OpenItems items, int[] rows, int many) {
    long[] sums = new long[many * HandTable.BANDS];
    for (int i = 0; i < rows.length; i++) {
      sums[rows[i] * HandTable.BANDS + band(items.due[i])] += items.open[i];
    }
    return sums;
  }

  private static final byte[] BANDS = bands();

  private static byte[] bands() {
    byte[] bands = new byte[LIMIT + 1];
    for (int late = 0; late <= LIMIT; late++) {
      bands[late] = (byte) HandTable.band(late);
    }
    return bands;
  }

  private static int band(int due) {
    return BANDS[Math.min(Math.max(Draws.AS_OF - due, 0), LIMIT)];
  }

  /** The items as invoices of accounts, to which nothing has happened. */
  static List<Account> accounts(OpenItems of) {
    List<List<InvoiceHistory>> histories = new ArrayList<>(of.customers);
    for (int c = 0; c < of.customers; c++) {
      histories.add(new ArrayList<>());
    }
    for (int i = 0; i < of.count; i++) {
      Money amount = Money.ofMinor(of.open[i], Draws.CURRENCIES.get(of.currency[i]));
      LocalDate due = LocalDate.ofEpochDay(of.due[i]);
      LocalDate issued = LocalDate.ofEpochDay(Math.min(of.due[i], Draws.AS_OF));
      histories
          .get(of.customer[i])
          .add(InvoiceHistory.of(Invoice.of("INV-" + i, amount, issued, due)));
    }
    String[] names = OpenItems.names(of.customers);
    List<Account> accounts = new ArrayList<>(of.customers);
    for (int c = 0; c < of.customers; c++) {
      accounts.add(Account.of(Customer.of(names[c]), histories.get(c)));
    }
    return accounts;
  }
}
