package io.dunning.benchmarks;

import java.sql.SQLException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** W1, W2 and W5 by databases within the process; milliseconds a pass. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx8g")
public class AgingRivalsBenchmark {

  /** W1 in DuckDB. */
  @State(Scope.Benchmark)
  public static class DuckDbItems {
    /** How many items. */
    @Param({"1000000", "10000000"})
    public int items;

    private AgingDatabase database;

    /**
     * Loads the items.
     *
     * @throws SQLException if it fails
     */
    @Setup
    public void make() throws SQLException {
      database = AgingDatabase.duckDb();
      database.load(new OpenItems(items));
    }

    /**
     * Lets it go.
     *
     * @throws SQLException if it fails
     */
    @TearDown
    public void close() throws SQLException {
      database.close();
    }
  }

  /** W1 in H2. */
  @State(Scope.Benchmark)
  public static class H2Items {
    /** How many items. */
    @Param("1000000")
    public int items;

    private AgingDatabase database;

    /**
     * Loads the items.
     *
     * @throws SQLException if it fails
     */
    @Setup
    public void make() throws SQLException {
      database = AgingDatabase.h2();
      database.load(new OpenItems(items));
    }

    /**
     * Lets it go.
     *
     * @throws SQLException if it fails
     */
    @TearDown
    public void close() throws SQLException {
      database.close();
    }
  }

  /** W2 and W5 in DuckDB. */
  @State(Scope.Benchmark)
  public static class DuckDbInvoices {
    /** How many invoices. */
    @Param({"100000", "1000000"})
    public int invoices;

    private AgingDatabase database;

    /**
     * Loads the invoices.
     *
     * @throws SQLException if it fails
     */
    @Setup
    public void make() throws SQLException {
      database = AgingDatabase.duckDb();
      database.load(new PastInvoices(invoices));
    }

    /**
     * Lets it go.
     *
     * @throws SQLException if it fails
     */
    @TearDown
    public void close() throws SQLException {
      database.close();
    }
  }

  /**
   * W1 by DuckDB.
   *
   * @param of the items
   * @return how many rows
   * @throws SQLException if it fails
   */
  @Benchmark
  public long duckDb(DuckDbItems of) throws SQLException {
    return of.database.agingCount();
  }

  /**
   * W1 by H2.
   *
   * @param of the items
   * @return how many rows
   * @throws SQLException if it fails
   */
  @Benchmark
  public long h2(H2Items of) throws SQLException {
    return of.database.agingCount();
  }

  /**
   * W2 by DuckDB.
   *
   * @param of the invoices
   * @return how many rows
   * @throws SQLException if it fails
   */
  @Benchmark
  public long duckDbOfAPastDay(DuckDbInvoices of) throws SQLException {
    return of.database.pastDayCount();
  }

  /**
   * W5 by DuckDB.
   *
   * @param of the invoices
   * @return how many rows
   * @throws SQLException if it fails
   */
  @Benchmark
  public long duckDbOfAYear(DuckDbInvoices of) throws SQLException {
    return of.database.yearCount();
  }
}
