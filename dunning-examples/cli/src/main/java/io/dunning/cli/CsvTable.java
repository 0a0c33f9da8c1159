package io.dunning.cli;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads a CSV file with a header, row by row, columns in any order. */
final class CsvTable {
  private static final int LONGEST_FIELD = 1 << 20;

  /** The reader says so only in words, and at length. */
  private static final String TOO_LONG = "The maximum buffer size of " + LONGEST_FIELD;

  static final String NOT_UTF_8 = "cannot be read as UTF-8, save the file in UTF-8";
  private static final String OPEN_QUOTE = "a quote opens here and may not be closed";

  private final String file;
  private final List<Column> columns;
  private final List<Column> further;
  private final Problems problems;

  /** A table that needs these columns, and knows no others. */
  CsvTable(String file, List<Column> columns, Problems problems) {
    this(file, columns, List.of(), problems);
  }

  /**
   * A table that needs columns, and may have others.
   *
   * @param file what problems call it
   * @param columns the columns that it needs
   * @param further the columns that it may do without
   * @param problems where to note what is wrong
   */
  CsvTable(String file, List<Column> columns, List<Column> further, Problems problems) {
    this.file = file;
    this.columns = columns;
    this.further = further;
    this.problems = problems;
  }

  /**
   * A row. Its values are found by their columns and have no blanks around them. It is valid until
   * the next row is read.
   */
  final class Row {
    private final CsvHeader header;
    private final Fields fields;
    private boolean flawed;

    private Row(CsvHeader header, Fields fields) {
      this.header = header;
      this.fields = fields;
    }

    /** Begins with the fields that were read; most need no look at single ones. */
    private Row begin() {
      flawed = false;
      if (fields.areMalformed() || fields.haveSeveralLines()) {
        for (int i = 0; i < fields.count(); i++) {
          checkText(header.name(i), fields.raw(i));
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
      return fields.get(header.place(column), column.repeats());
    }

    /** Whether the file has the column, and the row a value there. */
    boolean has(Column column) {
      int place = header.place(column);
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
      return fields.plainDate(header.place(column));
    }

    /** A number in units of its last decimal; {@link Digits#NOT_PLAIN} for everything else. */
    long plainNumber(Column column, int decimals) {
      return fields.plainNumber(header.place(column), decimals);
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
    private final Fields fields = new Fields();
    private final QuoteCount quotes;
    private final CsvReader<Fields> csv;
    private final CloseableIterator<Fields> records;
    private final CsvHeader header;
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
              .maxBufferSize(LONGEST_FIELD)
              .build(fields, quotes);
      records = csv.iterator();
      Fields first = record();
      if (first == null && !ended) {
        problems.add(
            file, 1, "", "the header is missing, expected " + CsvHeader.joined(columns), null);
      }
      header = first == null ? null : CsvHeader.read(file, first, columns, further, problems);
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
        unreadable(cause(e));
        end();
      }
      return null;
    }

    private void unreadable(String why) {
      long at = Math.max(line, fields.line());
      if (why.startsWith(TOO_LONG)) {
        String limit = String.format(Locale.ROOT, "%,d", LONGEST_FIELD);
        problems.add(
            file,
            at,
            "",
            "a field is longer than "
                + limit
                + " characters; maybe a quote opens here and is not closed",
            null);
      } else {
        problems.add(file, at, "", "cannot be read as CSV", why);
      }
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
        if (record() == null) {
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
}
