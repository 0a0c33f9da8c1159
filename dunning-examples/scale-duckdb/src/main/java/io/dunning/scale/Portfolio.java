package io.dunning.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * Makes the views {@code invoices}, {@code events} and {@code customers}, each with all its
   * columns.
   *
   * @throws BadPortfolioException if a table or column is missing or has another type, with all
   *     that is wrong
   */
  void open(Connection duck) throws SQLException, IOException {
    List<String> problems = new ArrayList<>();
    for (PortfolioTable each : PortfolioTable.ALL) {
      each.open(duck, folder, problems);
    }
    if (!problems.isEmpty()) {
      throw new BadPortfolioException(problems);
    }
  }

  /** Whether a table is a CSV file, all of which is parsed to count its rows. */
  boolean hasCsv() {
    return PortfolioTable.ALL.stream()
        .flatMap(table -> table.sources(folder).stream())
        .anyMatch(file -> file.toString().endsWith(".csv"));
  }

  /** In how many parts to divide the accounts: one for so many invoices. */
  int usualParts(boolean some) throws SQLException, IOException {
    if (some) {
      return 1;
    }
    try (SpillFolder spill = new SpillFolder();
        Connection duck = Duck.reading(1, "1GB", spill)) {
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
  String state() throws IOException {
    List<String> all = new ArrayList<>();
    for (PortfolioTable table : PortfolioTable.ALL) {
      for (Path each : table.sources(folder)) {
        if (Files.isDirectory(each)) {
          try (Stream<Path> files = Files.list(each)) {
            for (Path file : files.filter(PortfolioTable::isPart).sorted().toList()) {
              all.add(state(table.name() + "/" + file.getFileName(), file));
            }
          }
        } else {
          all.add(state(each.getFileName().toString(), each));
        }
      }
    }
    return String.join(" ", all);
  }

  private static String state(String name, Path file) throws IOException {
    return name + ":" + Files.size(file) + ":" + Files.getLastModifiedTime(file).toMillis();
  }
}
