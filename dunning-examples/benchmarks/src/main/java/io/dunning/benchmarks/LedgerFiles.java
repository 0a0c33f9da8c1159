package io.dunning.benchmarks;

import static io.dunning.benchmarks.Draws.AS_OF;
import static io.dunning.benchmarks.Draws.draw;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Writes a ledger of very many accounts as CSV, sorted by customer, to see how little memory the
 * command line needs for it: an invoice each, and a payment in two of three.
 */
public final class LedgerFiles {
  private LedgerFiles() {}

  /**
   * Writes the files.
   *
   * @param arguments how many accounts, and the folder
   * @throws IOException if they cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2 || !arguments[0].matches("\\d{1,8}")) {
      System.err.println("say how many accounts, up to eight digits, and into which folder");
      System.exit(2);
    }
    write(Integer.parseInt(arguments[0]), Files.createDirectories(Path.of(arguments[1])));
  }

  static void write(int accounts, Path folder) throws IOException {
    try (BufferedWriter invoices = Files.newBufferedWriter(folder.resolve("invoices.csv"));
        BufferedWriter events = Files.newBufferedWriter(folder.resolve("events.csv"))) {
      invoices.write("invoice,customer,issued,due,terms,currency,amount\n");
      events.write("date,invoice,customer,type,amount,until,step,channel,note\n");
      for (int i = 0; i < accounts; i++) {
        String customer = String.format("C%08d", i);
        int issued = AS_OF - draw(3, i, 3, 365);
        CurrencyUnit unit = Draws.CURRENCIES.get(Draws.home(i));
        long amount = Draws.amount(3, i, 5);
        invoices.write(
            String.join(
                ",",
                "I" + i,
                customer,
                LocalDate.ofEpochDay(issued).toString(),
                LocalDate.ofEpochDay(issued + 30L).toString(),
                "",
                unit.code(),
                Money.ofMinor(amount, unit).amount().toPlainString() + "\n"));
        if (draw(3, i, 7, 3) > 0) {
          long paid = draw(3, i, 8, 4) > 0 ? amount : amount / 2;
          events.write(
              String.join(
                  ",",
                  LocalDate.ofEpochDay(issued + 10L + draw(3, i, 9, 60)).toString(),
                  "I" + i,
                  customer,
                  "payment",
                  Money.ofMinor(paid, unit).amount().toPlainString(),
                  ",,,\n"));
        }
      }
    }
  }
}
