package io.dunning.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Brings the rows of each account together, one after the other. */
final class SortedRows {
  private SortedRows() {}

  // columns of the result
  static final int CUSTOMER = 0;
  static final int KIND = 1;
  static final int NUMBER = 2;
  static final int DAY = 3;
  static final int DUE = 4;
  static final int MINOR = 5;
  static final int TEXT = 6;
  static final int CHANNEL = 7;
  static final int JSON = 8;

  /**
   * All rows in partitions of whole accounts: of each account its invoices by number, each with its
   * events by day, then the events of the account as a whole, then the customer. Events of one day
   * come by place, and those without a place, or of the same one, by what they tell; so the order
   * of the input does not matter.
   *
   * @param parts how many partitions
   */
  static Dataset<Row> of(
      Dataset<Row> invoices, Dataset<Row> events, Dataset<Row> customers, int parts) {
    return invoices(invoices)
        .unionAll(events(events))
        .unionAll(customers(customers))
        .repartition(parts, col("customer"))
        .sortWithinPartitions(
            col("customer").asc_nulls_first(),
            col("invoice").asc_nulls_last(),
            col("kind").notEqual(Kind.INVOICE.code()).asc(),
            col("epoch_day").asc_nulls_last(),
            col("place").asc(),
            col("kind").asc(),
            col("text").asc_nulls_first(),
            col("minor").asc_nulls_first(),
            col("channel").asc_nulls_first(),
            col("json").asc_nulls_first())
        .drop("place");
  }

  private static Dataset<Row> invoices(Dataset<Row> all) {
    return all.select(
        col("customer"),
        kind(lit(Kind.INVOICE.code())),
        col("invoice"),
        unix_date(col("issued")).as("epoch_day"),
        unix_date(col("due")).as("due"),
        col("minor"),
        col("currency").as("text"),
        none("channel"),
        col("json"),
        lit(-1L).as("place"));
  }

  private static Dataset<Row> events(Dataset<Row> all) {
    Column type = col("type");
    Column text =
        when(type.equalTo("payment"), col("currency"))
            .when(type.equalTo("step"), col("step"))
            .when(type.isin("dispute", "other"), lit(null))
            .otherwise(type);
    return all.select(
        col("customer"),
        kind(Kind.code(type)),
        col("invoice"),
        unix_date(col("day")).as("epoch_day"),
        lit(null).cast(DataTypes.IntegerType).as("due"),
        col("minor"),
        text.as("text"),
        col("channel"),
        col("json"),
        coalesce(col("place"), lit(0L)).as("place"));
  }

  private static Dataset<Row> customers(Dataset<Row> all) {
    return all.select(
        col("customer"),
        kind(lit(Kind.CUSTOMER.code())),
        none("invoice"),
        lit(null).cast(DataTypes.IntegerType).as("epoch_day"),
        lit(null).cast(DataTypes.IntegerType).as("due"),
        lit(null).cast(DataTypes.LongType).as("minor"),
        none("text"),
        none("channel"),
        col("json"),
        lit(0L).as("place"));
  }

  private static Column kind(Column code) {
    return code.cast(DataTypes.ByteType).as("kind");
  }

  private static Column none(String name) {
    return lit(null).cast(DataTypes.StringType).as(name);
  }
}
