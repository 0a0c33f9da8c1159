package io.dunning.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Finds the tables of a portfolio, and checks that their columns are those of the guide. */
final class Tables {
  private static final StructType INVOICES =
      StructType.fromDDL(
          "customer STRING, invoice STRING, issued DATE, due DATE, currency STRING, minor BIGINT,"
              + " json STRING");
  private static final StructType EVENTS =
      StructType.fromDDL(
          "customer STRING, invoice STRING, day DATE, type STRING, minor BIGINT, currency STRING,"
              + " step STRING, channel STRING, json STRING, place BIGINT");
  private static final StructType CUSTOMERS = StructType.fromDDL("customer STRING, json STRING");
  private static final List<String> OPTIONAL_OF_INVOICES = List.of("json");
  private static final List<String> OPTIONAL_OF_EVENTS =
      List.of("minor", "currency", "step", "channel", "json", "place");

  private final List<String> problems = new ArrayList<>();
  private final Dataset<Row> invoices;
  private final Dataset<Row> events;
  private final Dataset<Row> customers;

  private Tables(Dataset<Row> invoices, Dataset<Row> events, Dataset<Row> customers) {
    this.invoices = checked("invoices", invoices, INVOICES, OPTIONAL_OF_INVOICES);
    this.events = checked("events", events, EVENTS, OPTIONAL_OF_EVENTS);
    this.customers = checked("customers", customers, CUSTOMERS, List.of());
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
    for (String name : List.of("invoices", "events", "customers")) {
      Dataset<Row> table = table(spark, folder, name);
      if (table == null && !name.equals("customers")) {
        missing.add(
            folder
                + ": has neither a file "
                + name
                + ".parquet nor a folder "
                + name
                + " of Parquet files\nMaybe the portfolio is in another folder");
      }
      found.put(name, table == null ? spark.createDataFrame(List.of(), CUSTOMERS) : table);
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

  private static Dataset<Row> table(SparkSession spark, String folder, String name) {
    try {
      Path file = new Path(folder, name + ".parquet");
      Path parts = new Path(folder, name);
      boolean isInParts = files(spark, parts).exists(parts);
      if (files(spark, file).exists(file)) {
        if (isInParts) {
          throw new BadPortfolioException(
              folder
                  + ": a table is there more than once: "
                  + file.getName()
                  + " and "
                  + name
                  + "\nMaybe delete one of them");
        }
        return spark.read().parquet(file.toString());
      }
      // an unfinished file has another name
      return isInParts
          ? spark
              .read()
              .option("pathGlobFilter", "*.parquet")
              .option("mergeSchema", "true") // later files may have more columns
              .parquet(parts.toString())
          : null;
    } catch (IOException e) {
      throw new BadPortfolioException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private Dataset<Row> checked(
      String name, Dataset<Row> table, StructType wanted, List<String> optional) {
    List<String> found = Arrays.asList(table.schema().fieldNames());
    List<Column> columns = new ArrayList<>();
    for (StructField each : wanted.fields()) {
      String column = each.name();
      if (!found.contains(column)) {
        if (!optional.contains(column)) {
          problems.add(
              name + ": column is missing: " + column + ", of type " + each.dataType().sql());
        }
        found.stream()
            .filter(other -> isMisspelt(other, column, wanted))
            .forEach(
                other -> problems.add(name + ": unknown column: " + other + "\nMaybe " + column));
        columns.add(lit(null).cast(each.dataType()).as(column));
        continue;
      }
      DataType type = table.schema().apply(column).dataType();
      if (!fits(type, each.dataType(), optional.contains(column))) {
        problems.add(
            name + ": column " + column + " must be " + each.dataType().sql() + ": " + type.sql());
      }
      columns.add(col(column).cast(each.dataType()).as(column));
    }
    return problems.isEmpty() ? table.select(columns.toArray(Column[]::new)) : table;
  }

  /** Whether a column that nobody reads is spelt much like one that is not there. */
  private static boolean isMisspelt(String found, String column, StructType wanted) {
    int most = column.length() > 6 ? 2 : 1;
    String plain = found.toLowerCase(Locale.ROOT);
    return !Arrays.asList(wanted.fieldNames()).contains(found)
        && (LevenshteinDistance.getDefaultInstance().apply(plain, column) <= most
            || isSwapped(plain, column));
  }

  /** Whether two neighbours of a word have changed places. */
  private static boolean isSwapped(String found, String column) {
    for (int i = 1; i < column.length() && found.length() == column.length(); i++) {
      String swapped =
          column.substring(0, i - 1)
              + column.charAt(i)
              + column.charAt(i - 1)
              + column.substring(i + 1);
      if (found.equals(swapped)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a column may have a type; a column without any value may have any. */
  private static boolean fits(DataType found, DataType wanted, boolean optional) {
    return found.equals(wanted)
        || optional && found.equals(DataTypes.NullType)
        || wanted.equals(DataTypes.LongType)
            && (found.equals(DataTypes.IntegerType) || found.equals(DataTypes.ShortType));
  }

  Dataset<Row> sorted(int parts) {
    return SortedRows.of(invoices, events, customers, parts);
  }
}
