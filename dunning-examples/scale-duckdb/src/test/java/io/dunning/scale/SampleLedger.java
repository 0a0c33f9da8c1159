package io.dunning.scale;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** A ledger of the command line, and the portfolio that is made of it. */
final class SampleLedger {
  private SampleLedger() {}

  /** Writes both. */
  static void write(Path ledger, Path portfolio) throws Exception {
    write(Files.createDirectories(ledger));
    Path lines = ledger.resolveSibling("ledger.jsonl");
    CommandLine.dunning("convert", "--ledger", ledger.toString(), "--to", lines.toString());
    new LedgerImport().read(lines, portfolio);
  }

  /** A ledger with events of many types. */
  private static void write(Path ledger) throws Exception {
    SplittableRandom random = new SplittableRandom(42);
    StringBuilder invoices =
        new StringBuilder("invoice,customer,issued,due,terms,currency,amount\n");
    StringBuilder events =
        new StringBuilder("date,invoice,customer,type,amount,until,step,channel,note\n");
    StringBuilder customers = new StringBuilder("customer,name,kind,country,tags\n");
    for (int c = 0; c < 120; c++) {
      String customer = String.format("C-%04d", c);
      if (random.nextInt(3) == 0) {
        customers.append(customer).append(",Firm ").append(c).append(",business,DE,key\n");
      }
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        String invoice = customer + "-" + i;
        LocalDate issued = LocalDate.of(2023, 11, 1).plusDays(random.nextInt(700));
        String terms = random.nextInt(4) == 0 ? "2/10 net 30" : "net 30";
        invoices.append(String.join(",", invoice, customer, issued.toString(), "", terms));
        invoices.append(random.nextInt(9) == 0 ? ",USD," : ",EUR,");
        invoices.append(50 + random.nextInt(900)).append(".00\n");
        happen(random, invoice, customer, issued, events);
      }
    }
    Files.writeString(ledger.resolve("invoices.csv"), invoices);
    Files.writeString(ledger.resolve("events.csv"), events);
    Files.writeString(ledger.resolve("customers.csv"), customers);
  }

  private static void happen(
      SplittableRandom random,
      String invoice,
      String customer,
      LocalDate issued,
      StringBuilder events) {
    for (int e = random.nextInt(5); e > 0; e--) {
      LocalDate day = issued.plusDays(20 + random.nextInt(120));
      String about = invoice + "," + customer;
      events.append(day).append(',');
      events.append(
          switch (random.nextInt(12)) {
            case 0, 1 -> about + ",payment,20.00,,,,";
            case 2 -> about + ",payment,2000.00,,,,";
            case 3 -> about + ",dispute-opened,,,,,";
            case 4 -> about + ",dispute-opened,5.00,,,,quality";
            case 5 -> "," + customer + ",promise,," + day.plusDays(9) + ",,,";
            case 6 -> about + ",step-taken,,,friendly reminder,email,";
            case 7 -> "," + customer + ",step-taken,,,first notice,,";
            case 8 -> "," + customer + ",hold,," + day.plusDays(30) + ",,,asked";
            case 9 -> about + ",credit,3.00,,,,";
            case 10 -> "," + customer + ",breathing-space,," + day.plusDays(60) + ",,,";
            default -> "," + customer + ",contact,,,,phone,right person";
          });
      events.append('\n');
    }
  }
}
