package io.dunning.cli;

import io.dunning.aging.AgeBand;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingLine.Apart;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.ledger.Account;
import io.dunning.ledger.OpenItem;
import io.dunning.ledger.Tolerance;
import io.dunning.money.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what is open, by age. */
@CommandLine.Command(
    name = "aging",
    mixinStandardHelpOptions = true,
    description = "Prints what is open, by age.")
final class AgingCommand extends Command {
  private static final char BETWEEN = '\u0001';

  /** What a row stands for. */
  enum By {
    currency,
    customer,
    invoice
  }

  @Mixin Reading reading = new Reading();
  @Mixin RateOptions charging = new RateOptions();
  @Mixin ApartOptions apart = new ApartOptions();

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE[,DATE]",
      description = "the days at whose end balances and ages are taken")
  String asOf;

  @Option(
      names = "--basis",
      paramLabel = "due-date|issue-date",
      description = "the date that ages are counted from (default: due-date)")
  String basis = "due-date";

  @Option(
      names = "--bands",
      paramLabel = "DAYS",
      description = "the highest day of each band (default: 30,60,90)")
  String bands = "30,60,90";

  @Option(
      names = "--by",
      paramLabel = "currency|customer|invoice",
      description = "print a row for each currency, customer or invoice (default: currency)")
  By by = By.currency;

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description =
          "CSV file of base,currency,rate: adds the rates and the amounts in the base currency;"
              + " works only with --by currency")
  Path rates;

  private Tolerance within;

  @Override
  public Integer call() {
    within = apart.tolerance();
    ExchangeRates exchange = ExchangeRates.readFor(by, rates);
    AgingSchedule schedule = schedule();
    List<LocalDate> days = dates("--as-of", asOf);
    if (exchange != null && apart.isAny()) {
      throw new BadInputException("--rates: cannot be combined with --claims-apart or --tolerance");
    }
    List<String> columns = columns(exchange);
    boolean wide = format == Format.table || format == Format.xlsx;
    if (wide && exchange == null) {
      Rows rows =
          new Rows(
              columns, new AgingTable(columns, schedule.bands(), apart.names(), this::printer));
      days.forEach(day -> printTable(rows, report(schedule, day, accounts(day))));
      rows.end();
      return 0;
    }
    Rows rows = rows(columns);
    for (LocalDate day : days) {
      if (exchange != null) {
        new ConvertedRows(report(schedule, day, accounts(day)), exchange, rows).print();
      } else {
        print(rows, schedule, day);
      }
    }
    rows.end();
    return 0;
  }

  private Iterable<Account> accounts(LocalDate day) {
    return reading.accounts(folder, "aging " + day, charging.books(day));
  }

  /** Prints customers and invoices account by account, so that only one account is in memory. */
  private void print(Rows rows, AgingSchedule schedule, LocalDate day) {
    if (by == By.currency) {
      AgingReport all = report(schedule, day, accounts(day));
      all.totals().values().forEach(line -> print(rows, all, "", line));
    } else {
      for (Account account : accounts(day)) {
        AgingReport one = report(schedule, day, List.of(account));
        one.lines().forEach(line -> print(rows, one, line.customer(), line));
      }
    }
  }

  private void printTable(Rows rows, AgingReport report) {
    if (by != By.currency) {
      report.lines().forEach(line -> print(rows, report, line.customer(), line));
    }
    report.totals().values().forEach(line -> print(rows, report, "total", line));
  }

  private List<String> columns(ExchangeRates exchange) {
    List<String> columns = new ArrayList<>(List.of("as_of"));
    columns.addAll(
        switch (by) {
          case currency -> List.of();
          case customer -> List.of("customer");
          case invoice -> List.of("customer", "invoice");
        });
    columns.addAll(List.of("currency", "band", "amount", "count"));
    if (exchange != null) {
      columns.addAll(List.of("rate", ConvertedRows.column(exchange)));
    }
    return columns;
  }

  private AgingSchedule schedule() {
    int[] limits = numbers("--bands", bands).stream().mapToInt(i -> i).toArray();
    try {
      return switch (basis) {
        case "due-date" -> AgingSchedule.byDueDate(limits);
        case "issue-date" -> AgingSchedule.byIssueDate(limits);
        default ->
            throw new BadInputException(
                "--basis: neither due-date nor issue-date: " + Found.shortened(basis));
      };
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--bands: " + e.getMessage());
    }
  }

  private AgingReport report(AgingSchedule schedule, LocalDate day, Iterable<Account> accounts) {
    if (apart.isAny()) {
      return StreamSupport.stream(accounts.spliterator(), false)
          .flatMap(account -> apart.openItems(account, day, within).stream())
          .map(this::labelled)
          .collect(AgingReport.collectorWithClaimsApart(schedule, day));
    }
    if (by == By.currency) {
      return AgingReport.totalsOfAccounts(schedule, day, accounts);
    }
    if (by == By.customer) {
      return AgingReport.ofAccounts(schedule, day, accounts);
    }
    List<OpenItem> items = new ArrayList<>();
    for (Account account : accounts) {
      account.openItems(day).forEach(item -> items.add(labelled(item)));
    }
    return AgingReport.of(schedule, day, items);
  }

  /** An item under the name that its row has. */
  private OpenItem labelled(OpenItem item) {
    String name =
        switch (by) {
          case currency -> "";
          case customer -> item.customer();
          case invoice -> item.customer() + BETWEEN + item.invoice();
        };
    LocalDate issued = LocalDate.ofEpochDay(item.issuedDay());
    LocalDate due = LocalDate.ofEpochDay(item.dueDay());
    return OpenItem.of(name, item.invoice(), item.amount(), issued, due).claimed(item.claim());
  }

  private void print(Rows rows, AgingReport report, String whose, AgingLine line) {
    if (line.totalCount() > 0) {
      List<AgeBand> bands = report.schedule().bands();
      for (int i = 0; i < bands.size(); i++) {
        print(rows, report, whose, bands.get(i).label(), line.amount(i), line.count(i));
      }
      for (Apart each : apart.shown()) {
        print(rows, report, whose, ApartOptions.name(each), line.amount(each), line.count(each));
      }
      print(rows, report, whose, "total", line.total(), line.totalCount());
    }
    if (line.count(Apart.CREDIT) > 0) {
      print(rows, report, whose, "credit", line.amount(Apart.CREDIT), line.count(Apart.CREDIT));
    }
  }

  private void print(
      Rows rows, AgingReport report, String whose, String band, Money amount, long count) {
    rows.with("as_of", report.asOf());
    int split = whose.indexOf(BETWEEN);
    if (split >= 0) {
      rows.with("invoice", whose.substring(split + 1));
    }
    if (by != By.currency) {
      rows.with("customer", split < 0 ? whose : whose.substring(0, split));
    }
    rows.with("currency", amount.currency().code())
        .with("band", band)
        .with("amount", amount)
        .with("count", count)
        .print();
  }
}
