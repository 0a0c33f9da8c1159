package io.dunning.spark;

import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.CollectionMetrics;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Invoices, and what happened to them, as tables of Spark. The columns are those of the guide to
 * very many invoices.
 *
 * <p>Accounts are brought together by one shuffle, and sorted in each partition. A task holds a
 * batch of whole accounts, never a partition. What is asked depends on nothing but the tables, the
 * policies and the day. So a task that is repeated, or run twice at once, gives the same rows.
 */
public final class SparkPortfolio {
  private static final long BYTES_PER_PART = 16 << 20;
  private static final int MOST_PARTS = 100_000;

  private final SparkSession spark;
  private final Tables tables;
  private final int parts;

  private SparkPortfolio(SparkSession spark, Tables tables, int parts) {
    this.spark = spark;
    this.tables = tables;
    this.parts = parts;
  }

  /**
   * The portfolio of a folder, with the tables {@code invoices}, {@code events} and perhaps {@code
   * customers}: each a Parquet file or a folder of Parquet files.
   *
   * @param spark the session
   * @param folder the folder, in any file system that Spark knows
   * @return the portfolio, which is read when something is asked of it
   * @throws BadPortfolioException if a table or column is missing or has another type, with all
   *     that is wrong
   */
  public static SparkPortfolio read(SparkSession spark, String folder) {
    Objects.requireNonNull(spark, "spark");
    Objects.requireNonNull(folder, "folder");
    long parts = 1 + Tables.bytes(spark, folder) / BYTES_PER_PART;
    int least = spark.sparkContext().defaultParallelism();
    return new SparkPortfolio(
        spark, Tables.read(spark, folder), (int) Math.min(MOST_PARTS, Math.max(least, parts)));
  }

  /**
   * A portfolio of tables that you have.
   *
   * @param invoices the invoices
   * @param events what happened to them
   * @param customers customers of whom more is known than the id; may be empty
   * @return the portfolio, in as many partitions as {@code spark.sql.shuffle.partitions} says
   * @throws BadPortfolioException if a column is missing or has another type, with all that is
   *     wrong
   */
  public static SparkPortfolio of(
      Dataset<Row> invoices, Dataset<Row> events, Dataset<Row> customers) {
    Objects.requireNonNull(invoices, "invoices");
    Objects.requireNonNull(events, "events");
    Objects.requireNonNull(customers, "customers");
    SparkSession spark = invoices.sparkSession();
    return new SparkPortfolio(
        spark,
        Tables.of(invoices, events, customers),
        Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions")));
  }

  /**
   * The same portfolio in another number of partitions. The answers do not depend on it.
   *
   * @param count how many, at least 1
   * @return the portfolio
   * @throws IllegalArgumentException if there are fewer
   */
  public SparkPortfolio inPartitions(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("number of partitions is less than 1: " + count);
    }
    return new SparkPortfolio(spark, tables, count);
  }

  /**
   * What is to be done about each account on a day, or about each open invoice where the policy
   * decides about invoices one by one.
   *
   * @param policies the policies, such as a policy file can hold
   * @param asOf the day at whose end is decided; later events are ignored
   * @param reasons about which debts actions and reasons are told
   * @return at least one row for each account, by account in each partition, with the columns
   *     {@code customer}, {@code invoice}, {@code verdict}, {@code rule}, {@code step}, {@code
   *     review_on}, {@code invoices}, {@code actions}, {@code channel} and {@code reason}; when its
   *     rows are asked for, invalid rows of the tables end the job with a {@code SparkException}
   *     whose cause is a {@link BadPortfolioException}
   * @throws IllegalArgumentException if a policy file cannot hold the policies
   */
  public Dataset<Row> decisions(PolicySet policies, LocalDate asOf, Reasons reasons) {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(reasons, "reasons");
    Broadcast<SentPolicies> sent =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(SentPolicies.of(Objects.requireNonNull(policies, "policies")));
    MapPartitionsFunction<Row, Row> decide =
        rows -> {
          Deciding deciding = new Deciding(sent.value().read(), asOf, reasons);
          return new Batches<>(new AccountReader(rows), deciding::decide);
        };
    return DecisionRow.dated(
        tables.sorted(parts).mapPartitions(decide, Encoders.row(DecisionRow.MADE)));
  }

  /**
   * What all customers owe together, by age.
   *
   * @param schedule the bands
   * @param asOf the day at whose end balances and ages are taken
   * @return a report with a line for each currency
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public AgingReport aging(AgingSchedule schedule, LocalDate asOf) {
    AgingSum sum = AgingSum.of(schedule, asOf);
    return answers(
            batch -> List.of(AgingReport.totalsOfAccounts(schedule, asOf, accounts(batch))),
            AgingSum.wire())
        .select(sum.toColumn())
        .first();
  }

  /**
   * What each customer owes, by age.
   *
   * @param schedule the bands
   * @param asOf the day at whose end balances and ages are taken
   * @return a row for each customer, currency and band in which an item lies, by customer in each
   *     partition, with the columns {@code customer}, {@code currency}, {@code band}, {@code minor}
   *     (the amount in minor units) and {@code count} (of items); what is overpaid lies in the band
   *     {@code credit}
   */
  public Dataset<Row> agingByCustomer(AgingSchedule schedule, LocalDate asOf) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(asOf, "asOf");
    return answers(
        batch -> AgingRow.of(AgingReport.ofAccounts(schedule, asOf, accounts(batch))),
        Encoders.row(AgingRow.SCHEMA));
  }

  /**
   * How well each currency is collected.
   *
   * @param asOf the day at whose end the metrics are taken; later events are ignored
   * @return the metrics by currency
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public SortedMap<CurrencyUnit, CollectionMetrics> metrics(LocalDate asOf) {
    Objects.requireNonNull(asOf, "asOf");
    return answers(
            batch ->
                List.of(
                    new MetricsByCurrency(
                        List.copyOf(CollectionMetrics.of(accounts(batch), asOf).values()))),
            MetricsSum.wire())
        .select(new MetricsSum().toColumn())
        .first()
        .byCurrency();
  }

  /** What is made of a batch of accounts. */
  private interface OfBatch<T> extends Function<List<AccountRows>, List<T>>, Serializable {}

  private <T> Dataset<T> answers(OfBatch<T> ofBatch, Encoder<T> wire) {
    MapPartitionsFunction<Row, T> made = rows -> new Batches<>(new AccountReader(rows), ofBatch);
    return tables.sorted(parts).mapPartitions(made, wire);
  }

  private static Iterable<Account> accounts(List<AccountRows> batch) {
    return () -> batch.stream().map(AccountRows::account).iterator();
  }
}
