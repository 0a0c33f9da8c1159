package io.dunning.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Finds the tables of a portfolio, and checks that their columns are those of the guide. */
final class Tables {
  private static final List<TableColumns> ALL =
      List.of(TableColumns.INVOICES, TableColumns.EVENTS, TableColumns.CUSTOMERS);

  private final Dataset<Row> invoices;
  private final Dataset<Row> events;
  private final Dataset<Row> customers;

  private Tables(Dataset<Row> invoices, Dataset<Row> events, Dataset<Row> customers) {
    List<String> problems = new ArrayList<>();
    this.invoices = TableColumns.INVOICES.select(invoices, problems);
    this.events = TableColumns.EVENTS.select(events, problems);
    this.customers = TableColumns.CUSTOMERS.select(customers, problems);
    if (!problems.isEmpty()) {
      throw new BadPortfolioException(problems);
    }
  }

  /**
   * The tables with exactly the columns that they may have.
   *
   * @throws BadPortfolioException if a column is missing or has another type, with all that is
   *     wrong
   */
  static Tables of(Dataset<Row> invoices, Dataset<Row> events, Dataset<Row> customers) {
    return new Tables(invoices, events, customers);
  }

  /**
   * Reads the tables of a folder, each a Parquet file or a folder of Parquet files.
   *
   * @throws BadPortfolioException if the invoices or events are not there, a table is there in both
   *     forms, the folder cannot be read, or as {@link #of}
   */
  static Tables read(SparkSession spark, String folder) {
    List<String> missing = new ArrayList<>();
    Map<String, Dataset<Row>> found = new LinkedHashMap<>();
    for (TableColumns columns : ALL) {
      String name = columns.table();
      Dataset<Row> table = table(spark, folder, columns);
      if (table == null && !name.equals("customers")) {
        missing.add(
            folder
                + ": has neither a file "
                + name
                + ".parquet nor a folder "
                + name
                + " of Parquet files\nMaybe the portfolio is in another folder");
      }
      found.put(name, table == null ? spark.createDataFrame(List.of(), columns.all()) : table);
    }
    if (!missing.isEmpty()) {
      throw new BadPortfolioException(missing);
    }
    return of(found.get("invoices"), found.get("events"), found.get("customers"));
  }

  /** How many bytes the files of a portfolio have. */
  static long bytes(SparkSession spark, String folder) {
    try {
      Path path = new Path(folder);
      return files(spark, path).getContentSummary(path).getLength();
    } catch (IOException e) {
      throw new BadPortfolioException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  static FileSystem files(SparkSession spark, Path path) throws IOException {
    return path.getFileSystem(spark.sessionState().newHadoopConf());
  }

  private static Dataset<Row> table(SparkSession spark, String folder, TableColumns columns) {
    try {
      Path file = new Path(folder, columns.table() + ".parquet");
      Path parts = new Path(folder, columns.table());
      boolean isInParts = files(spark, parts).exists(parts);
      if (!files(spark, file).exists(file)) {
        return isInParts ? new PartFiles(spark, parts, columns).table() : null;
      }
      if (isInParts) {
        throw new BadPortfolioException(
            folder
                + ": a table is there more than once: "
                + file.getName()
                + " and "
                + parts.getName()
                + "\nMaybe delete one of them");
      }
      return PartFiles.single(spark, file);
    } catch (IOException e) {
      throw new BadPortfolioException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  Dataset<Row> sorted(int parts) {
    return SortedRows.of(invoices, events, customers, parts);
  }
}
