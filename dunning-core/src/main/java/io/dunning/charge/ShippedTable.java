package io.dunning.charge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a table that comes with the library: tab separated, with the names of its columns first.
 */
final class ShippedTable {
  private ShippedTable() {}

  /**
   * A row.
   *
   * @param cells its cells by column; empty text where a cell is empty
   */
  record Row(Map<String, String> cells) {
    String text(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw new IllegalStateException("no such column: " + column + ", but " + cells.keySet());
      }
      return cell;
    }

    boolean has(String column) {
      return !text(column).isEmpty();
    }

    boolean isYes(String column) {
      return text(column).equals("yes");
    }

    int number(String column) {
      return Integer.parseInt(text(column));
    }

    /** The day in a column, or another one if the cell is empty. */
    LocalDate day(String column, LocalDate otherwise) {
      return has(column) ? LocalDate.parse(text(column)) : otherwise;
    }
  }

  /** The rows of a file, in their order. */
  static List<Row> rows(String file) {
    InputStream resource = ShippedTable.class.getResourceAsStream(file);
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(resource, file), StandardCharsets.UTF_8))) {
      String[] columns = in.readLine().split("\t", -1);
      List<Row> rows = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(row(file, columns, line.split("\t", -1)));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String file, String[] columns, String[] cells) {
    if (cells.length != columns.length) {
      throw new IllegalStateException(
          file + ": " + cells.length + " cells, but " + columns.length + " columns: " + cells[0]);
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      row.put(columns[i], cells[i]);
    }
    return new Row(row);
  }
}
