package io.dunning.scale;

import io.dunning.aging.AgeBand;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingLine.Apart;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.aging.Receivables;
import io.dunning.aging.ReceivablesDraft;
import io.dunning.ledger.Account;
import io.dunning.money.Money;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.duckdb.DuckDBAppender;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what is open, by age. */
@CommandLine.Command(
    name = "aging",
    mixinStandardHelpOptions = true,
    description = "Writes what is open at the ends of days, by age, as a Parquet file.")
final class AgingCommand implements Callable<Integer> {
  private static final String COLUMNS =
      "as_of DATE, customer VARCHAR, currency VARCHAR, band VARCHAR, minor BIGINT, count BIGINT";

  /** What a line stands for. */
  enum By {
    CURRENCY,
    CUSTOMER
  }

  @Mixin private ReportOptions options;

  @Option(
      names = "--by",
      defaultValue = "currency",
      description = "a line for each currency or customer (default: ${DEFAULT-VALUE})")
  private By by;

  @Option(
      names = "--bands",
      split = ",",
      defaultValue = "30,60,90",
      paramLabel = "DAYS",
      description = "the highest day of each band (default: ${DEFAULT-VALUE})")
  private int[] bands;

  @Option(
      names = "--basis",
      paramLabel = "due-date|issue-date",
      defaultValue = "due-date",
      description = "the date that ages are counted from (default: ${DEFAULT-VALUE})")
  private String basis;

  @Override
  public Integer call() throws Exception {
    AgingSchedule schedule = schedule();
    options.write(
        COLUMNS,
        by == By.CUSTOMER
            ? table -> writeCustomers(schedule, table)
            : table -> writeCurrencies(schedule, table));
    return 0;
  }

  /** Customers come in their order, each whole, so that only a few batches are in memory. */
  private void writeCustomers(AgingSchedule schedule, DuckDBAppender table)
      throws SQLException, IOException, InterruptedException {
    List<LocalDate> days = options.days();
    options.forEachBatch(
        batch -> Owed.of(batch).byCustomer(schedule, days),
        reports -> {
          for (AgingReport each : reports) {
            append(each, table);
          }
        });
  }

  /** Each batch is added up by itself; then the reports are added. */
  private void writeCurrencies(AgingSchedule schedule, DuckDBAppender table)
      throws SQLException, IOException, InterruptedException {
    List<LocalDate> days = options.days();
    SortedMap<LocalDate, AgingReport> all = new TreeMap<>();
    options.forEachBatch(
        batch -> Owed.of(batch).byCurrency(schedule, days),
        part -> part.forEach(each -> all.merge(each.asOf(), each, AgingReport::plus)));
    for (AgingReport each : all.values()) {
      append(each, table);
    }
  }

  private AgingSchedule schedule() {
    try {
      return switch (basis) {
        case "due-date" -> AgingSchedule.byDueDate(bands);
        case "issue-date" -> AgingSchedule.byIssueDate(bands);
        default ->
            throw new BadPortfolioException("--basis: neither due-date nor issue-date: " + basis);
      };
    } catch (IllegalArgumentException e) {
      throw new BadPortfolioException("--bands: " + e.getMessage());
    }
  }

  /** Accounts that columns tell are aged as columns, the others as objects. */
  private record Owed(Receivables plain, List<Account> others) {
    static Owed of(Batch batch) {
      ReceivablesDraft draft = Receivables.draft();
      List<Account> others = new ArrayList<>();
      for (int i = 0; i < batch.accounts(); i++) {
        int each = i;
        batch.naming(
            i,
            () -> {
              if (!batch.put(each, draft)) {
                others.add(batch.account(each));
              }
            });
      }
      return new Owed(draft.build(), others);
    }

    List<AgingReport> byCustomer(AgingSchedule schedule, List<LocalDate> days) {
      List<AgingReport> reports = new ArrayList<>(days.size());
      for (LocalDate day : days) {
        reports.add(plain.age(schedule, day).plus(AgingReport.ofAccounts(schedule, day, others)));
      }
      return reports;
    }

    List<AgingReport> byCurrency(AgingSchedule schedule, List<LocalDate> days) {
      List<AgingReport> reports = new ArrayList<>(days.size());
      for (AgingReport each : plain.trend(schedule, days).values()) {
        reports.add(each.plus(AgingReport.totalsOfAccounts(schedule, each.asOf(), others)));
      }
      return reports;
    }
  }

  /**
   * The bands of each line, where anything is open; then what is owed to customers. No row is a sum
   * of others, so that adding rows up counts nothing twice.
   */
  private static void append(AgingReport report, DuckDBAppender table) throws SQLException {
    List<AgeBand> bands = report.schedule().bands();
    for (AgingLine line : report.lines()) {
      if (line.totalCount() > 0) {
        for (int i = 0; i < bands.size(); i++) {
          append(report, line, bands.get(i).label(), line.amount(i), line.count(i), table);
        }
      }
      if (line.count(Apart.CREDIT) > 0) {
        append(report, line, "credit", line.amount(Apart.CREDIT), line.count(Apart.CREDIT), table);
      }
    }
  }

  private static void append(
      AgingReport report,
      AgingLine line,
      String band,
      Money amount,
      long count,
      DuckDBAppender table)
      throws SQLException {
    table
        .beginRow()
        .append(report.asOf())
        .append(line.customer().isEmpty() ? null : line.customer())
        .append(line.currency().code())
        .append(band)
        .append(amount.minorUnits())
        .append(count)
        .endRow();
  }
}
