package io.dunning.reports;

import io.dunning.ledger.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures reports of a ledger with 100,000 open invoices: how long they take, how large they are,
 * and how fast a browser is with the page. Run by hand; no test depends on a machine.
 */
final class ReportSpeed {
  private static final double MILLION = 1_000_000;

  private ReportSpeed() {}

  /**
   * Prints what was measured.
   *
   * @param args how many customers with twenty open invoices each; 5,000 without it
   */
  public static void main(String[] args) throws Exception {
    int customers = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
    List<Account> accounts = ReportFixture.many(customers, 20);
    Path page = Path.of("target", "speed.html");
    Path book = Path.of("target", "speed.xlsx");
    for (int round = 1; round <= 2; round++) {
      long start = System.nanoTime();
      Report report = ReportFixture.report(accounts);
      long made = System.nanoTime();
      HtmlReport.of(report).write(page);
      long shown = System.nanoTime();
      ExcelReport.of(report).write(book);
      System.out.printf(
          "%,d invoices: decided in %,.0f ms; page of %.1f MB in %,.0f ms; workbook of %.1f MB in"
              + " %,.0f ms%n",
          20 * customers,
          (made - start) / MILLION,
          Files.size(page) / MILLION,
          (shown - made) / MILLION,
          Files.size(book) / MILLION,
          (System.nanoTime() - shown) / MILLION);
    }
    if (Browser.isHere()) {
      try (Browser browser = Browser.start()) {
        long start = System.nanoTime();
        browser.open(page);
        double opened = (System.nanoTime() - start) / MILLION;
        Object found =
            browser.run(
                """
                const start = performance.now();
                document.querySelector('#customer-table thead button').click();
                document.querySelector('#customer-table tbody .open').click();
                return performance.now() - start;
                """);
        System.out.printf(
            "browser: opened in %,.0f ms; sorted and drilled down in %s ms%n", opened, found);
      }
    }
  }
}
