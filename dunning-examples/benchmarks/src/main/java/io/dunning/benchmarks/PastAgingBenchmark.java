package io.dunning.benchmarks;

import io.dunning.aging.AgingReport;
import io.dunning.aging.Receivables;
import io.dunning.ledger.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** W2 and W5: aging as of a past day, and of every day of a year; milliseconds a pass. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx8g")
public class PastAgingBenchmark {
  private static final LocalDate DAY = LocalDate.ofEpochDay(PastInvoices.DAY);

  /** Columns, ours and the rival's. */
  @State(Scope.Benchmark)
  public static class Columns {
    /** How many invoices. */
    @Param({"100000", "1000000"})
    public int invoices;

    private PastInvoices plain;
    private Receivables receivables;
    private List<LocalDate> days;

    /** Makes the columns. */
    @Setup
    public void make() {
      plain = new PastInvoices(invoices);
      receivables = plain.receivables();
      days = PastInvoices.trendDays();
      System.gc();
    }
  }

  /** Histories of accounts. */
  @State(Scope.Benchmark)
  public static class Accounts {
    /** How many invoices. */
    @Param("1000000")
    public int invoices;

    private List<Account> accounts;

    /** Makes the accounts. */
    @Setup
    public void make() {
      accounts = new PastInvoices(invoices).accounts();
      System.gc();
    }
  }

  /**
   * A past day by hand.
   *
   * @param of the columns
   * @return the sums
   */
  @Benchmark
  public Object handOfAPastDay(Columns of) {
    return of.plain.byHand(PastInvoices.DAY);
  }

  /**
   * A past day by the library, over columns.
   *
   * @param of the columns
   * @return the report
   */
  @Benchmark
  public Object libraryOfAPastDay(Columns of) {
    return of.receivables.age(OpenItems.SCHEDULE, DAY);
  }

  /**
   * A past day by the library, over accounts.
   *
   * @param of the accounts
   * @return the report
   */
  @Benchmark
  public Object accountsOfAPastDay(Accounts of) {
    return AgingReport.ofAccounts(OpenItems.SCHEDULE, DAY, of.accounts);
  }

  /**
   * Every day of a year by hand, by what changes from day to day.
   *
   * @param of the columns
   * @return the sums
   */
  @Benchmark
  public Object handOfAYear(Columns of) {
    return of.plain.trendByHand();
  }

  /**
   * Every day of a year by the library.
   *
   * @param of the columns
   * @return the reports
   */
  @Benchmark
  public Object libraryOfAYear(Columns of) {
    return of.receivables.trend(OpenItems.SCHEDULE, of.days);
  }
}
