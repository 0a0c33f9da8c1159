package io.dunning.cli;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads a CSV file with a header, row by row, columns in any order. */
final class CsvTable {
  private static final int LONGEST_RECORD = 1 << 20;
  static final String NOT_UTF_8 = "cannot be read as UTF-8, save the file in UTF-8";
  private static final String OPEN_QUOTE = "a quote opens here and may not be closed";

  private final String file;
  private final List<Column> columns;
  private final Problems problems;

  CsvTable(String file, List<Column> columns, Problems problems) {
    this.file = file;
    this.columns = columns;
    this.problems = problems;
  }

  /**
   * A row. Its values are found by their columns and have no blanks around them. It is valid until
   * the next row is read.
   */
  final class Row {
    private final Header header;
    private final Fields fields;
    private boolean flawed;

    private Row(Header header, Fields fields) {
      this.header = header;
      this.fields = fields;
    }

    /** Begins with the fields that were read; most need no look at single ones. */
    private Row begin() {
      flawed = false;
      if (fields.areMalformed() || fields.haveSeveralLines()) {
        for (int i = 0; i < fields.count(); i++) {
          checkText(header.names.get(i), fields.raw(i));
        }
      }
      return this;
    }

    private void checkText(String name, String text) {
      Column column = Column.named(name);
      if (text.indexOf(LedgerFiles.MALFORMED) >= 0) {
        problem(name, NOT_UTF_8, text.strip());
      } else if (text.indexOf('\n') >= 0 && (column == null || !column.holdsWords())) {
        problem(name, OPEN_QUOTE + ", as the value has several lines", text.strip());
      }
    }

    /** The value of a column that the file has. */
    String get(Column column) {
      return fields.get(header.places[column.ordinal()], column.repeats());
    }

    /** Whether the file has the column, and the row a value there. */
    boolean has(Column column) {
      int place = header.places[column.ordinal()];
      return place >= 0 && !fields.isBlank(place);
    }

    /** Whether the row has a value in any of some columns. */
    boolean hasAny(List<Column> some) {
      for (Column each : some) {
        if (has(each)) {
          return true;
        }
      }
      return false;
    }

    /** A date such as 2026-01-31; null for everything else, also for dates written otherwise. */
    LocalDate plainDate(Column column) {
      return fields.plainDate(header.places[column.ordinal()]);
    }

    /** A number in units of its last decimal; {@link Digits#NOT_PLAIN} for everything else. */
    long plainNumber(Column column, int decimals) {
      return fields.plainNumber(header.places[column.ordinal()], decimals);
    }

    long line() {
      return fields.line();
    }

    /** Notes what is wrong with the row, and what was found in the column. */
    void problem(Column column, String what) {
      problem(column.toString(), what, get(column));
    }

    /** Whether a problem was noted for this row. */
    boolean isFlawed() {
      return flawed;
    }

    /** All that is wrong so far, with this file and others. */
    String problems() {
      return problems.toString();
    }

    /** Notes a problem whose words already say what was found. */
    void problemAsSaid(Column column, String what) {
      problem(column.toString(), what, null);
    }

    private void problem(String column, String what, String found) {
      flawed = true;
      problems.add(file, line(), column, what, found);
    }
  }

  /** The names of the columns in their order, and where each column is; -1 if it is missing. */
  private static final class Header {
    private final List<String> names = new ArrayList<>();
    private final int[] places = new int[Column.values().length];

    Header() {
      Arrays.fill(places, -1);
    }

    void add(String name) {
      Column column = Column.named(name);
      if (column != null) {
        places[column.ordinal()] = names.size();
      }
      names.add(name);
    }
  }

  /** Reads all rows; false if there is no usable header. */
  boolean read(Reader source, Consumer<Row> rows) {
    Rows all = rows(source);
    for (Row row = all.next(); row != null; row = all.next()) {
      rows.accept(row);
    }
    return all.isUsable();
  }

  /** The rows, one after the other. */
  Rows rows(Reader source) {
    return new Rows(source);
  }

  /** Rows as they are read. Where the file cannot be read, a problem is noted and the rows end. */
  final class Rows {
    private final QuoteCount quotes;
    private final CsvReader<Fields> csv;
    private final CloseableIterator<Fields> records;
    private final Header header;
    private Row row;
    private int width;
    private long line = 1;
    private boolean ended;
    private boolean severalLines;

    private Rows(Reader source) {
      quotes = new QuoteCount(source);
      csv =
          CsvReader.builder()
              .skipEmptyLines(true)
              .allowExtraFields(true)
              .allowMissingFields(true)
              .maxBufferSize(LONGEST_RECORD)
              .build(new Fields(), quotes);
      records = csv.iterator();
      Fields first = record();
      if (first == null && !ended) {
        problems.add(file, 1, "", "the header is missing, expected " + joined(columns), null);
      }
      header = first == null ? null : header(first);
      width = first == null ? 0 : first.count();
      if (header == null) {
        end();
      } else {
        row = new Row(header, first);
      }
    }

    /** Whether there is a header with all columns that are needed. */
    boolean isUsable() {
      return header != null;
    }

    /** The next record; null if there is none, or if it cannot be read. */
    private Fields record() {
      try {
        if (records.hasNext()) {
          Fields next = records.next();
          line = next.line() + 1;
          severalLines = next.haveSeveralLines();
          return next;
        }
      } catch (CsvParseException | UncheckedIOException e) {
        problems.add(file, line, "", "cannot be read as CSV", cause(e));
        end();
      }
      return null;
    }

    private void end() {
      ended = true;
      try {
        csv.close();
      } catch (IOException e) {
        problems.add(file, line, "", "cannot be read", e.getMessage());
      }
    }

    private void endOfFile() {
      if (!ended && severalLines && quotes.isOdd()) {
        problems.add(file, line - 1, "", "a quote opens here and is never closed", null);
      }
      if (!ended) {
        end();
      }
    }

    /** The next row; null after the last. */
    Row next() {
      while (!ended) {
        Fields fields = record();
        if (fields == null) {
          endOfFile();
        } else if (fields.count() == width) {
          return row.begin();
        } else {
          problems.add(
              file,
              fields.line(),
              "",
              (severalLines ? OPEN_QUOTE + "; " : "")
                  + "expected "
                  + width
                  + " fields, as many as in the header, but found",
              String.valueOf(fields.count()));
        }
      }
      return null;
    }
  }

  private static String cause(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private Header header(Fields fields) {
    String only = fields.count() == 1 ? fields.raw(0) : "";
    if (columns.size() > 1 && (only.indexOf(';') >= 0 || only.indexOf('\t') >= 0)) {
      String found = only.indexOf(';') >= 0 ? "semicolons" : "tabs";
      problems.add(file, 1, "", "columns must be separated by commas, found " + found, only);
      return null;
    }
    Header header = new Header();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < fields.count(); i++) {
      String name = fields.raw(i).strip().replace("\uFEFF", "");
      if (name.indexOf(LedgerFiles.MALFORMED) >= 0) {
        problems.add(file, 1, "", NOT_UTF_8, name);
      }
      if (!seen.add(name)) {
        problems.add(file, 1, Found.shortened(name), "the column appears twice", name);
      }
      header.add(name);
    }
    List<Column> missing = columns.stream().filter(c -> header.places[c.ordinal()] < 0).toList();
    missing.forEach(
        c ->
            problems.add(
                file, 1, c.toString(), "the column is missing, found", String.join(",", seen)));
    return missing.isEmpty() ? header : null;
  }

  private static String joined(List<Column> columns) {
    return columns.stream().map(Column::toString).collect(Collectors.joining(","));
  }
}
