package io.dunning.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that a table of a portfolio may have.
 *
 * @param table the name of the table
 * @param all the columns with their types
 * @param optional the names of those that need not be there
 */
record TableColumns(String table, StructType all, List<String> optional) {
  static final TableColumns INVOICES =
      of(
          "invoices",
          "customer STRING, invoice STRING, issued DATE, due DATE, currency STRING, minor BIGINT,"
              + " json STRING",
          "json");
  static final TableColumns EVENTS =
      of(
          "events",
          "customer STRING, invoice STRING, day DATE, type STRING, minor BIGINT, currency STRING,"
              + " step STRING, channel STRING, json STRING, place BIGINT",
          "minor",
          "currency",
          "step",
          "channel",
          "json",
          "place");
  static final TableColumns CUSTOMERS = of("customers", "customer STRING, json STRING");

  private static TableColumns of(String table, String columns, String... optional) {
    return new TableColumns(table, StructType.fromDDL(columns), List.of(optional));
  }

  /** A table with exactly these columns; notes what is wrong with it. */
  Dataset<Row> select(Dataset<Row> table, List<String> problems) {
    StructType found = table.schema();
    List<Column> columns = new ArrayList<>();
    for (StructField each : all.fields()) {
      boolean isThere = names(found).contains(each.name());
      if (!isThere) {
        problems.addAll(missing(each, found));
      } else if (!fits(found, each)) {
        problems.add(table() + ": " + misfit(found, each));
      }
      columns.add((isThere ? col(each.name()) : lit(null)).cast(each.dataType()).as(each.name()));
    }
    return problems.isEmpty() ? table.select(columns.toArray(Column[]::new)) : table;
  }

  /** What is wrong with the types of the columns that a file has. */
  List<String> misfits(String file, StructType found) {
    return Arrays.stream(all.fields())
        .filter(each -> names(found).contains(each.name()) && !fits(found, each))
        .map(each -> file + ": " + misfit(found, each))
        .toList();
  }

  /** A file with these columns in their types, and the others as texts, as nobody reads them. */
  Dataset<Row> cast(Dataset<Row> file) {
    List<Column> columns = new ArrayList<>();
    for (String name : file.schema().fieldNames()) {
      boolean isRead = names(all).contains(name);
      DataType type = isRead ? all.apply(name).dataType() : DataTypes.StringType;
      columns.add(col("`" + name.replace("`", "``") + "`").cast(type).as(name));
    }
    return file.select(columns.toArray(Column[]::new));
  }

  private static List<String> names(StructType of) {
    return Arrays.asList(of.fieldNames());
  }

  private List<String> missing(StructField wanted, StructType found) {
    List<String> problems = new ArrayList<>();
    if (!optional.contains(wanted.name())) {
      problems.add(
          table + ": column is missing: " + wanted.name() + ", of type " + wanted.dataType().sql());
    }
    for (String other : found.fieldNames()) {
      if (isMisspelt(other, wanted.name())) {
        problems.add(table + ": unknown column: " + other + "\nMaybe " + wanted.name());
      }
    }
    return problems;
  }

  private static String misfit(StructType found, StructField wanted) {
    return "column %s must be %s: %s"
        .formatted(
            wanted.name(), wanted.dataType().sql(), found.apply(wanted.name()).dataType().sql());
  }

  /** Whether a column that nobody reads is spelt much like one that is not there. */
  private boolean isMisspelt(String found, String column) {
    int most = column.length() > 6 ? 2 : 1;
    String plain = found.toLowerCase(Locale.ROOT);
    return !names(all).contains(found)
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

  /** Whether a column may have the type that it has; one without any value may have any. */
  private boolean fits(StructType table, StructField wanted) {
    DataType found = table.apply(wanted.name()).dataType();
    return found.equals(wanted.dataType())
        || optional.contains(wanted.name()) && found.equals(DataTypes.NullType)
        || wanted.dataType().equals(DataTypes.LongType)
            && (found.equals(DataTypes.IntegerType) || found.equals(DataTypes.ShortType));
  }
}
