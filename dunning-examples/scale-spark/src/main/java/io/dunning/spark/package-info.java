/**
 * The library inside Apache Spark: {@link io.dunning.spark.SparkPortfolio} reads invoices and
 * events from Parquet, and gives decisions, aging and metrics as the command line does.
 *
 * <p>Rows cross the wire as columns, policies as text, and reports as checked values. Accounts are
 * built where they are decided about, by the factories of the library.
 */
package io.dunning.spark;
