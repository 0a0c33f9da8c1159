package io.dunning.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table of a portfolio: which columns it has, and how DuckDB reads it.
 *
 * @param name its name
 * @param needed the columns that it must have, with their types
 * @param more the columns that it may have, with their types
 * @param isNeeded whether a portfolio must have the table
 */
record PortfolioTable(
    String name, Map<String, String> needed, Map<String, String> more, boolean isNeeded) {
  static final List<PortfolioTable> ALL =
      List.of(
          new PortfolioTable(
              "invoices",
              columns(
                  "customer VARCHAR, invoice VARCHAR, issued DATE, due DATE, currency VARCHAR,"
                      + " minor BIGINT"),
              columns("json VARCHAR, booked DATE"),
              true),
          new PortfolioTable(
              "events",
              columns("customer VARCHAR, invoice VARCHAR, day DATE, type VARCHAR"),
              columns(
                  "minor BIGINT, currency VARCHAR, step VARCHAR, channel VARCHAR, json VARCHAR,"
                      + " place BIGINT, booked DATE"),
              true),
          new PortfolioTable(
              "customers", columns("customer VARCHAR, json VARCHAR"), Map.of(), false));

  /** How names of files begin that Spark reads, too: others are not yet, or no more, of a table. */
  private static final String VISIBLE = "[!_.]";

  /** Whether a file of a folder belongs to the table. */
  static boolean isPart(Path file) {
    return file.getFileName().toString().endsWith(".parquet") && isVisible(file);
  }

  private static boolean isVisible(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith("_") && !name.startsWith(".");
  }

  private static Map<String, String> columns(String text) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String each : text.split(", ")) {
      all.put(each.substring(0, each.indexOf(' ')), each.substring(each.indexOf(' ') + 1));
    }
    return all;
  }

  /** Makes a view of the table with all its columns, or adds what is wrong to the problems. */
  void open(Connection duck, Path folder, List<String> problems) throws SQLException, IOException {
    int before = problems.size();
    String source = source(folder, problems);
    if (problems.size() > before) {
      return;
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
        check(duck, source, column, found.get(column), problems);
      } else {
        String misspelt = misspelt(duck, column, found.keySet());
        if (needed.containsKey(column)) {
          problems.add(name + ": column is missing: " + column + ", of type " + type);
        }
        if (misspelt != null) {
          problems.add(name + ": unknown column: " + misspelt + "\nMaybe " + column);
        }
      }
    }
    if (problems.isEmpty()) {
      String all = "SELECT " + String.join(", ", columns) + " FROM " + source;
      try (Statement sql = duck.createStatement()) {
        sql.execute("CREATE OR REPLACE VIEW " + name + " AS " + all);
      }
    }
  }

  /** The files and folders that are the table; it should be one. */
  List<Path> sources(Path folder) {
    return Stream.of(name + ".parquet", name, name + ".csv")
        .map(folder::resolve)
        .filter(each -> Files.isRegularFile(each) || Files.isDirectory(each) && each.endsWith(name))
        .toList();
  }

  /** Where DuckDB reads the table from. Cells of CSV files stay text until they are asked. */
  private String source(Path folder, List<String> problems) throws IOException {
    List<Path> sources = sources(folder);
    if (sources.isEmpty()) {
      if (isNeeded) {
        problems.add(
            folder.resolve(name + ".parquet")
                + ": no such table\nMaybe it is "
                + name
                + ".csv or a folder "
                + name
                + " of Parquet files, or the portfolio is in another folder");
      }
      return "(SELECT NULL::VARCHAR AS customer, NULL::VARCHAR AS json WHERE false)";
    }
    Path file = sources.get(0);
    if (sources.size() > 1) {
      problems.add(
          folder
              + ": a table is there more than once: "
              + file.getFileName()
              + " and "
              + sources.get(1).getFileName()
              + "\nMaybe delete one of them");
    }
    if (file.endsWith(name)) {
      addFolders(file, problems);
      return Duck.parquets(file, VISIBLE);
    }
    return file.endsWith(name + ".parquet") ? Duck.parquet(file) : Duck.csv(file);
  }

  /** Notes the folders of a folder, whose files would not be read. */
  private static void addFolders(Path folder, List<String> problems) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(each -> Files.isDirectory(each) && isVisible(each))
          .sorted()
          .map(each -> each + ": is a folder in a table\nMaybe move its files up")
          .forEach(problems::add);
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

  /** A column that nobody reads and that is spelt much like one that is not there; or null. */
  private String misspelt(Connection duck, String column, Set<String> found) throws SQLException {
    try (PreparedStatement sql =
        duck.prepareStatement(
            "SELECT damerau_levenshtein(lower(?), ?) <= if(length(?) > 6, 2, 1)")) {
      for (String each : found) {
        if (needed.containsKey(each) || more.containsKey(each)) {
          continue;
        }
        sql.setString(1, each);
        sql.setString(2, column);
        sql.setString(3, column);
        try (ResultSet near = sql.executeQuery()) {
          near.next();
          if (near.getBoolean(1)) {
            return each;
          }
        }
      }
    }
    return null;
  }

  private String type(String column) {
    return needed.containsKey(column) ? needed.get(column) : more.get(column);
  }

  /** Notes what is wrong with a column that is there. */
  private void check(
      Connection duck, String source, String column, String found, List<String> problems)
      throws SQLException {
    if (source.startsWith("read_csv")) {
      if (!type(column).equals("VARCHAR")) {
        checkCells(duck, source, column, problems);
      }
    } else if (!fits(found, type(column))) {
      problems.add(name + ": column " + column + " must be " + type(column) + ": " + found);
    }
  }

  private static boolean fits(String found, String wanted) {
    return found.equals(wanted)
        || found.equals("\"NULL\"")
        || wanted.equals("BIGINT") && (found.endsWith("INTEGER") || found.endsWith("SMALLINT"));
  }

  /** Notes the cells of a CSV file that are not of the type of their column. */
  private void checkCells(Connection duck, String source, String column, List<String> problems)
      throws SQLException {
    boolean isDay = type(column).equals("DATE");
    String odd =
        "NOT regexp_full_match(cell, %s) OR TRY_CAST(cell AS %s) IS NULL"
            .formatted(isDay ? "'\\d{4}-\\d{2}-\\d{2}'" : "'-?\\d+'", type(column));
    try (Statement sql = duck.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "SELECT row, cell FROM (SELECT row_number() OVER () AS row, "
                    + column
                    + " AS cell FROM "
                    + source
                    + ") WHERE cell IS NOT NULL AND ("
                    + odd
                    + ") ORDER BY row LIMIT 20")) {
      while (rows.next()) {
        problems.add(
            "%s.csv: row %d: %s: not %s: %s"
                .formatted(
                    name,
                    rows.getLong(1),
                    column,
                    isDay ? "a day such as 2026-03-01" : "a whole number",
                    rows.getString(2)));
      }
    }
  }
}
