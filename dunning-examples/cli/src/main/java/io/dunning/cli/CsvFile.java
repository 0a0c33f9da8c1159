package io.dunning.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A file of a ledger that is written: the columns that it needs, and others that have a value. It
 * knows of each row from which line of the input it was made.
 */
final class CsvFile {
  private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");

  /** A reader takes about twice as much. */
  private static final int LONGEST_ROW = 500_000;

  private final List<Column> needed;
  private final List<Row> rows = new ArrayList<>();

  CsvFile(List<Column> needed) {
    this.needed = needed;
  }

  /** A row, whose cells are blank unless they are set. */
  static final class Row {
    private final int source;
    private final Map<Column, String> cells = new EnumMap<>(Column.class);

    private Row(int source) {
      this.source = source;
    }

    /** Sets a cell to what prints as it is read; leaves it blank if there is nothing. */
    Row with(Column column, Object value) {
      if (value != null) {
        cells.put(column, value.toString());
      }
      return this;
    }

    /** Sets a cell to several values with semicolons between. */
    Row withAll(Column column, Collection<?> values) {
      List<String> all = values.stream().map(Object::toString).toList();
      return with(column, all.isEmpty() ? null : String.join(";", all));
    }
  }

  /** A new row that is made from a line of the input. */
  Row row(int source) {
    Row row = new Row(source);
    rows.add(row);
    return row;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The cells of each row that are not blank, in the order of the columns. */
  List<Map<Column, String>> cells() {
    List<Column> columns = columns();
    List<Map<Column, String>> all = new ArrayList<>();
    for (Row row : rows) {
      Map<Column, String> cells = new LinkedHashMap<>();
      columns.stream().filter(row.cells::containsKey).forEach(c -> cells.put(c, row.cells.get(c)));
      all.add(cells);
    }
    return all;
  }

  private List<Column> columns() {
    List<Column> all = new ArrayList<>(needed);
    for (Column each : Column.values()) {
      if (!all.contains(each) && rows.stream().anyMatch(r -> r.cells.containsKey(each))) {
        all.add(each);
      }
    }
    return all;
  }

  /** The file, with a header. */
  String text() {
    List<Column> columns = columns();
    StringWriter text = new StringWriter();
    CsvWriter writer =
        CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    writer.writeRecord(columns.stream().map(Column::toString).toList());
    rows.forEach(row -> writer.writeRecord(fields(columns, row)));
    return text.toString();
  }

  private static List<String> fields(List<Column> columns, Row row) {
    return columns.stream().map(c -> row.cells.getOrDefault(c, "")).toList();
  }

  /** What no reader of the file would take, by the line of the input. */
  SortedMap<Integer, String> unwritable() {
    SortedMap<Integer, String> all = new TreeMap<>();
    for (Row row : rows) {
      row.cells.forEach(
          (column, cell) ->
              unwritable(column, cell)
                  .ifPresent(what -> all.putIfAbsent(row.source, column + ": " + what)));
      if (row.cells.values().stream().mapToInt(String::length).sum() > LONGEST_ROW) {
        all.put(row.source, "more than " + LONGEST_ROW + " characters");
      }
    }
    return all;
  }

  private static Optional<String> unwritable(Column column, String cell) {
    if (!column.holdsWords() && BREAK.matcher(cell).find()) {
      return Optional.of("line breaks");
    }
    boolean encodes = StandardCharsets.UTF_8.newEncoder().canEncode(cell);
    return encodes && cell.indexOf(LedgerFiles.MALFORMED) < 0
        ? Optional.empty()
        : Optional.of("what is no character");
  }

  /** From which line of the input each row was made, by the line where the row begins. */
  NavigableMap<Long, Integer> sources() {
    NavigableMap<Long, Integer> all = new TreeMap<>();
    long line = 2;
    for (Row each : rows) {
      all.put(line, each.source);
      line++;
      for (String cell : each.cells.values()) {
        line += BREAK.matcher(cell).results().count();
      }
    }
    return all;
  }
}
