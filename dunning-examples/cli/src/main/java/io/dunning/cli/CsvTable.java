package io.dunning.cli;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a CSV file with a header, row by row, columns in any order. */
final class CsvTable {
  private static final int LONGEST_RECORD = 1 << 20;
  private static final String NOT_UTF_8 = "cannot be read as UTF-8, save the file in UTF-8";
  private static final String OPEN_QUOTE = "a quote opens here and may not be closed";

  /** Columns of words, which may have several lines. */
  private static final Set<String> WORDS = Set.of("note", "name", "remark");

  private final String file;
  private final List<String> columns;
  private final Problems problems;

  CsvTable(String file, List<String> columns, Problems problems) {
    this.file = file;
    this.columns = columns;
    this.problems = problems;
  }

  /** A row. Its values are found by the names of their columns and have no blanks around them. */
  final class Row {
    private final Map<String, Integer> header;
    private final CsvRecord fields;
    private boolean flawed;

    private Row(Map<String, Integer> header, CsvRecord fields) {
      this.header = header;
      this.fields = fields;
      header.forEach(this::checkText);
    }

    private void checkText(String column, int place) {
      String text = fields.getField(place);
      if (text.indexOf(LedgerFiles.MALFORMED) >= 0) {
        problem(column, NOT_UTF_8);
      } else if (text.indexOf('\n') >= 0 && !WORDS.contains(column)) {
        problem(column, OPEN_QUOTE + ", as the value has several lines");
      }
    }

    String get(String column) {
      return fields.getField(header.get(column)).strip();
    }

    boolean has(String column) {
      return header.containsKey(column) && !get(column).isEmpty();
    }

    long line() {
      return fields.getStartingLineNumber();
    }

    /** Notes what is wrong with the row, and what was found in the column. */
    void problem(String column, String what) {
      flawed = true;
      problems.add(file, line(), column, what, get(column));
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
    void problemAsSaid(String column, String what) {
      flawed = true;
      problems.add(file, line(), column, what, null);
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
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private final Map<String, Integer> header;
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
              .ofCsvRecord(quotes);
      records = csv.iterator();
      CsvRecord first = record();
      if (first == null && !ended) {
        problems.add(
            file, 1, "", "the header is missing, expected " + String.join(",", columns), null);
      }
      header = first == null ? null : header(first);
      width = first == null ? 0 : first.getFieldCount();
      if (header == null) {
        end();
      }
    }

    /** Whether there is a header with all columns that are needed. */
    boolean isUsable() {
      return header != null;
    }

    /** The next record; null if there is none, or if it cannot be read. */
    private CsvRecord record() {
      try {
        if (records.hasNext()) {
          CsvRecord next = records.next();
          line = next.getStartingLineNumber() + 1;
          severalLines = next.getFields().stream().anyMatch(f -> f.indexOf('\n') >= 0);
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
        CsvRecord fields = record();
        if (fields == null) {
          endOfFile();
        } else if (fields.getFieldCount() == width) {
          return new Row(header, fields);
        } else {
          problems.add(
              file,
              fields.getStartingLineNumber(),
              "",
              (severalLines ? OPEN_QUOTE + "; " : "")
                  + "expected "
                  + width
                  + " fields, as many as in the header, but found",
              String.valueOf(fields.getFieldCount()));
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

  private Map<String, Integer> header(CsvRecord fields) {
    Map<String, Integer> header = new LinkedHashMap<>();
    String only = fields.getFieldCount() == 1 ? fields.getField(0) : "";
    if (columns.size() > 1 && (only.indexOf(';') >= 0 || only.indexOf('\t') >= 0)) {
      String found = only.indexOf(';') >= 0 ? "semicolons" : "tabs";
      problems.add(file, 1, "", "columns must be separated by commas, found " + found, only);
      return null;
    }
    for (int i = 0; i < fields.getFieldCount(); i++) {
      String name = fields.getField(i).strip().replace("\uFEFF", "");
      if (name.indexOf(LedgerFiles.MALFORMED) >= 0) {
        problems.add(file, 1, "", NOT_UTF_8, name);
      }
      if (header.put(name, i) != null) {
        problems.add(file, 1, Found.shortened(name), "the column appears twice", name);
      }
    }
    Set<String> missing = new LinkedHashSet<>(columns);
    missing.removeAll(header.keySet());
    missing.forEach(
        c ->
            problems.add(
                file, 1, c, "the column is missing, found", String.join(",", header.keySet())));
    return missing.isEmpty() ? header : null;
  }
}
