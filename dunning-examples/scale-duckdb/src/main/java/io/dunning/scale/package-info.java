/**
 * Decides about very many invoices, from Parquet to Parquet: DuckDB sorts the rows by account, the
 * account table of the library decides, and DuckDB writes what is to be done.
 *
 * <p>{@link io.dunning.scale.DecisionRun} is where to start.
 */
package io.dunning.scale;
