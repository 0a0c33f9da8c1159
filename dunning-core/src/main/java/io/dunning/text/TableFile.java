package io.dunning.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table with a version of its own, as they come with the library: tab separated. The first line
 * is {@code version}, a tab and the version; the second one has the names of the columns. Empty
 * lines do not count.
 *
 * @param version the version, such as the day on which its rows were read
 * @param rows the rows in their order
 */
public record TableFile(String version, List<Row> rows) {
  private static final String VERSION = "version";

  /**
   * A table.
   *
   * @param version the version
   * @param rows the rows in their order
   */
  public TableFile {
    Objects.requireNonNull(version, "version");
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param line where it stands, counted from 1
   * @param cells its cells by column; empty text where a cell is empty
   */
  public record Row(int line, Map<String, String> cells) {
    /**
     * The text of a cell.
     *
     * @param column the name of the column
     * @return the text, empty if the cell is
     * @throws IllegalArgumentException if there is no such column
     */
    public String text(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw new IllegalArgumentException("has no column " + column);
      }
      return cell;
    }

    /**
     * {@return whether a cell has a text}
     *
     * @param column the name of the column
     */
    public boolean has(String column) {
      return !text(column).isEmpty();
    }

    /**
     * {@return whether a cell says yes}
     *
     * @param column the name of the column
     */
    public boolean isYes(String column) {
      return text(column).equals("yes");
    }

    /**
     * The whole number in a cell.
     *
     * @param column the name of the column
     * @return the number
     * @throws IllegalArgumentException if it is none
     */
    public int number(String column) {
      try {
        return Integer.parseInt(text(column));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            column + ": not a whole number: " + Excerpt.of(text(column)));
      }
    }

    /**
     * The day in a cell.
     *
     * @param column the name of the column
     * @param otherwise the day if the cell is empty
     * @return the day
     * @throws IllegalArgumentException if it is none
     */
    public LocalDate day(String column, LocalDate otherwise) {
      try {
        return has(column) ? LocalDate.parse(text(column)) : otherwise;
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            column + ": not a day such as 2026-07-01: " + Excerpt.of(text(column)));
      }
    }
  }

  /** Makes something of a row. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Takes a row.
     *
     * @param row the row
     * @throws IllegalArgumentException if the row says what cannot be
     */
    void read(Row row);
  }

  /**
   * {@return a table that comes with the library}
   *
   * @param beside a class of the package in which the file lies
   * @param file its name
   */
  public static TableFile shipped(Class<?> beside, String file) {
    InputStream resource = beside.getResourceAsStream(file);
    try (InputStream in = Objects.requireNonNull(resource, file)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @param text the text of the file
   * @return the table
   * @throws IllegalArgumentException if it has no version, no columns, or rows of another width;
   *     the message names every such row
   */
  public static TableFile parse(String text) {
    List<String> lines = text.lines().toList();
    String[] first = lines.isEmpty() ? new String[0] : lines.get(0).split("\t", -1);
    if (first.length != 2 || !first[0].equals(VERSION) || first[1].isBlank()) {
      throw new IllegalArgumentException(
          "line 1: not \"version\", a tab and a version\nMaybe the file is no table of this kind");
    }
    if (lines.size() < 2) {
      throw new IllegalArgumentException("line 2: the names of the columns are missing");
    }
    String[] columns = lines.get(1).split("\t", -1);
    List<Row> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 2; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length == columns.length) {
        rows.add(row(i + 1, columns, cells));
      } else if (!lines.get(i).isBlank()) {
        problems.add(
            "line " + (i + 1) + ": " + cells.length + " cells, but " + columns.length + " columns");
      }
    }
    throwIfAny(problems);
    return new TableFile(first[1], rows);
  }

  private static Row row(int line, String[] columns, String[] cells) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      row.put(columns[i], cells[i].strip());
    }
    return new Row(line, row);
  }

  private static void throwIfAny(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  /**
   * Reads every row, and says of all that cannot be read what is wrong.
   *
   * @param reader takes the rows
   * @throws IllegalArgumentException if a row cannot be read; the message names every such row
   */
  public void forEach(Reader reader) {
    List<String> problems = new ArrayList<>();
    for (Row each : rows) {
      try {
        reader.read(each);
      } catch (IllegalArgumentException e) {
        problems.add("line " + each.line() + ": " + e.getMessage());
      }
    }
    throwIfAny(problems);
  }
}
