package io.dunning.benchmarks;

import io.dunning.aging.Receivables;
import java.util.Locale;

/** Measures what columns of open items, and of invoices with payments, keep in memory. */
public final class Footprint {
  private Footprint() {}

  /**
   * Prints bytes an item.
   *
   * @param arguments how many; ten million by default
   */
  public static void main(String[] arguments) {
    System.out.println(
        measure(arguments.length == 0 ? 10_000_000 : Integer.parseInt(arguments[0])));
  }

  /** What the tables of so many items and invoices keep, in words. */
  static String measure(int count) {
    OpenItems items = new OpenItems(count);
    long before = used();
    Receivables open = Receivables.of(items.items());
    double item = (used() - before) / (double) count;
    int entries = open.size();
    items = null;
    PastInvoices invoices = new PastInvoices(count / 10);
    before = used();
    Receivables past = invoices.receivables();
    double invoice = (used() - before) * 10 / (double) count;
    if (entries != count || past.size() < count / 10 || invoices.count != count / 10) {
      throw new IllegalStateException("tables are not whole: " + open + ", " + past);
    }
    return String.format(
        Locale.ROOT,
        "%,d open items keep %.1f bytes an item, names and places of customers included;"
            + " %,d invoices with %,d entries %.1f bytes an invoice",
        count,
        item,
        count / 10,
        past.size(),
        invoice);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
