package io.dunning.scale;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Invoices and what happened to them, as tables of a folder. A table is a Parquet file ({@code
 * invoices.parquet}), a folder of Parquet files ({@code invoices/}), or a CSV file ({@code
 * invoices.csv}).
 *
 * @param folder where the tables are
 */
record Portfolio(Path folder) {
  private static final long INVOICES_PER_PART = 10_000_000;

  private static final Map<String, String> INVOICES =
      columns(
          "customer VARCHAR, invoice VARCHAR, issued DATE, due DATE, currency VARCHAR, minor"
              + " BIGINT");
  private static final Map<String, String> EVENTS =
      columns("customer VARCHAR, invoice VARCHAR, day DATE, type VARCHAR");
  private static final Map<String, String> CUSTOMERS = columns("customer VARCHAR, json VARCHAR");
  private static final Map<String, String> MORE_OF_INVOICES = columns("json VARCHAR, booked DATE");
  private static final Map<String, String> MORE_OF_EVENTS =
      columns(
          "minor BIGINT, currency VARCHAR, step VARCHAR, channel VARCHAR, json VARCHAR, place"
              + " BIGINT, booked DATE");

  private static Map<String, String> columns(String text) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String each : text.split(", ")) {
      all.put(each.substring(0, each.indexOf(' ')), each.substring(each.indexOf(' ') + 1));
    }
    return all;
  }

  /**
   * Makes the views {@code invoices}, {@code events} and {@code customers}, each with all its
   * columns.
   *
   * @throws BadPortfolioException if a table or column is missing or has another type, with all
   *     that is wrong
   */
  void open(Connection duck) throws SQLException {
    List<String> problems = new ArrayList<>();
    view(duck, "invoices", INVOICES, MORE_OF_INVOICES, true, problems);
    view(duck, "events", EVENTS, MORE_OF_EVENTS, true, problems);
    view(duck, "customers", CUSTOMERS, Map.of(), false, problems);
    if (!problems.isEmpty()) {
      throw new BadPortfolioException(problems);
    }
  }

  private void view(
      Connection duck,
      String name,
      Map<String, String> needed,
      Map<String, String> more,
      boolean mustBe,
      List<String> problems)
      throws SQLException {
    List<Path> forms = forms(name);
    if (forms.size() > 1) {
      problems.add(
          folder
              + ": a table is there more than once: "
              + forms.get(0).getFileName()
              + " and "
              + forms.get(1).getFileName()
              + "\nMaybe delete one of them");
      return;
    }
    String source = forms.isEmpty() ? null : source(name, forms.get(0));
    if (source == null) {
      if (mustBe) {
        problems.add(
            folder.resolve(name + ".parquet")
                + ": no such table\nMaybe it is "
                + name
                + ".csv or a folder "
                + name
                + " of Parquet files, or the portfolio is in another folder");
        return;
      }
      source = "(SELECT NULL::VARCHAR AS customer, NULL::VARCHAR AS json WHERE false)";
    }
    Map<String, String> found = described(duck, source);
    Map<String, String> wanted = new LinkedHashMap<>(needed);
    wanted.putAll(more);
    List<String> columns = new ArrayList<>();
    for (Map.Entry<String, String> each : wanted.entrySet()) {
      String column = each.getKey();
      String type = each.getValue();
      boolean isThere = found.containsKey(column);
      columns.add("CAST(" + (isThere ? column : "NULL") + " AS " + type + ") AS " + column);
      if (isThere) {
        check(duck, source, name, column, found.get(column), type, problems);
      } else if (needed.containsKey(column)) {
        problems.add(name + ": column is missing: " + column + ", of type " + type);
      }
    }
    if (problems.isEmpty()) {
      execute(
          duck,
          "CREATE OR REPLACE VIEW "
              + name
              + " AS SELECT "
              + String.join(", ", columns)
              + " FROM "
              + source);
    }
  }

  /** Notes what is wrong with a column that is there. */
  private static void check(
      Connection duck,
      String source,
      String table,
      String column,
      String found,
      String type,
      List<String> problems)
      throws SQLException {
    if (source.startsWith("read_csv")) {
      cells(duck, source, table, column, type, problems);
    } else if (!fits(found, type)) {
      problems.add(table + ": column " + column + " must be " + type + ": " + found);
    }
  }

  private static boolean fits(String found, String wanted) {
    return found.equals(wanted)
        || found.equals("\"NULL\"")
        || wanted.equals("BIGINT") && (found.endsWith("INTEGER") || found.endsWith("SMALLINT"));
  }

  /** Notes the cells of a CSV file that are not of the type of their column. */
  private static void cells(
      Connection duck,
      String source,
      String table,
      String column,
      String type,
      List<String> problems)
      throws SQLException {
    if (type.equals("VARCHAR")) {
      return;
    }
    String form = type.equals("DATE") ? "a day such as 2026-03-01" : "a whole number";
    String odd =
        type.equals("DATE")
            ? "NOT regexp_full_match(cell, '\\d{4}-\\d{2}-\\d{2}') OR "
            : "NOT regexp_full_match(cell, '-?\\d+') OR ";
    try (Statement sql = duck.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "SELECT row, cell FROM (SELECT row_number() OVER () AS row, "
                    + column
                    + " AS cell FROM "
                    + source
                    + ") WHERE cell IS NOT NULL AND ("
                    + odd
                    + "TRY_CAST(cell AS "
                    + type
                    + ") IS NULL) ORDER BY row LIMIT 20")) {
      while (rows.next()) {
        problems.add(
            table
                + ".csv: row "
                + rows.getLong(1)
                + ": "
                + column
                + ": not "
                + form
                + ": "
                + rows.getString(2));
      }
    }
  }

  private static void execute(Connection duck, String command) throws SQLException {
    try (Statement sql = duck.createStatement()) {
      sql.execute(command);
    }
  }

  private static Map<String, String> described(Connection duck, String source) throws SQLException {
    Map<String, String> all = new LinkedHashMap<>();
    try (Statement sql = duck.createStatement();
        ResultSet rows = sql.executeQuery("DESCRIBE SELECT * FROM " + source)) {
      while (rows.next()) {
        all.put(rows.getString("column_name"), rows.getString("column_type"));
      }
    }
    return all;
  }

  /** The files and folders that are a table; it should be one. */
  private List<Path> forms(String name) {
    return Stream.of(name + ".parquet", name, name + ".csv")
        .map(folder::resolve)
        .filter(each -> Files.isRegularFile(each) || Files.isDirectory(each) && each.endsWith(name))
        .toList();
  }

  /** Where DuckDB reads a table from. Cells of CSV files stay text until they are asked. */
  private static String source(String name, Path form) {
    if (form.endsWith(name)) {
      return "read_parquet(" + Duck.files(form, "") + ")";
    }
    return form.endsWith(name + ".parquet")
        ? "read_parquet(" + Duck.file(form) + ")"
        : "read_csv(" + Duck.file(form) + ", header = true, delim = ',', all_varchar = true)";
  }

  /** In how many parts to divide the accounts: one for so many invoices. */
  int usualParts(boolean some) throws SQLException, java.io.IOException {
    if (some) {
      return 1;
    }
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.reading(1, "1GB", spill.path())) {
      open(duck);
      try (Statement sql = duck.createStatement();
          ResultSet count = sql.executeQuery("SELECT count(*) FROM invoices")) {
        count.next();
        return Math.toIntExact(1 + count.getLong(1) / INVOICES_PER_PART);
      }
    }
  }

  /**
   * The files of the portfolio, with sizes and times, so that a run can tell whether they changed.
   */
  String state() throws java.io.IOException {
    List<String> all = new ArrayList<>();
    for (String name : List.of("invoices", "events", "customers")) {
      for (Path each :
          List.of(
              folder.resolve(name + ".parquet"),
              folder.resolve(name + ".csv"),
              folder.resolve(name))) {
        if (Files.isDirectory(each)) {
          try (var files = Files.list(each)) {
            for (Path file : files.sorted().toList()) {
              all.add(state(name + "/" + file.getFileName(), file));
            }
          }
        } else if (Files.exists(each)) {
          all.add(state(each.getFileName().toString(), each));
        }
      }
    }
    return String.join(" ", all);
  }

  private static String state(String name, Path file) throws java.io.IOException {
    return name + ":" + Files.size(file) + ":" + Files.getLastModifiedTime(file).toMillis();
  }
}
