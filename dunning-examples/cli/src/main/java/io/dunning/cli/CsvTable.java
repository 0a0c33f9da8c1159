package io.dunning.cli;

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

  private final String file;
  private final List<String> columns;
  private final Problems problems;

  CsvTable(String file, List<String> columns, Problems problems) {
    this.file = file;
    this.columns = columns;
    this.problems = problems;
  }

  /** A row: the value of a column by its name, without blanks around it. */
  final class Row {
    private final Map<String, Integer> header;
    private final CsvRecord fields;

    private Row(Map<String, Integer> header, CsvRecord fields) {
      this.header = header;
      this.fields = fields;
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

    void problem(String column, String what) {
      problems.add(file, line(), column, what, get(column));
    }

    /** A problem whose words already say what was found. */
    void problemAsSaid(String column, String what) {
      problems.add(file, line(), column, what, null);
    }
  }

  /** Reads all rows; false if there is no usable header. */
  boolean read(Reader source, Consumer<Row> rows) {
    long line = 1;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(LONGEST_RECORD)
            .ofCsvRecord(source)) {
      Map<String, Integer> header = null;
      int width = 0;
      for (CsvRecord fields : csv) {
        line = fields.getStartingLineNumber() + 1;
        if (header == null) {
          header = header(fields);
          width = fields.getFieldCount();
          if (header == null) {
            return false;
          }
        } else if (fields.getFieldCount() != width) {
          problems.add(
              file,
              fields.getStartingLineNumber(),
              "",
              "row has another number of fields than the header, " + width + " expected",
              String.valueOf(fields.getFieldCount()));
        } else {
          rows.accept(new Row(header, fields));
        }
      }
      if (header == null) {
        problems.add(file, 1, "", "no header, expected " + String.join(",", columns), "");
        return false;
      }
    } catch (CsvParseException | UncheckedIOException e) {
      problems.add(file, line, "", "cannot be read as CSV", cause(e));
    } catch (IOException e) {
      problems.add(file, line, "", "cannot be read", e.getMessage());
    }
    return true;
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
    for (int i = 0; i < fields.getFieldCount(); i++) {
      String name = fields.getField(i).strip().replace("\uFEFF", "");
      if (header.put(name, i) != null) {
        problems.add(file, 1, name, "column appears twice", name);
      }
    }
    Set<String> missing = new LinkedHashSet<>(columns);
    missing.removeAll(header.keySet());
    missing.forEach(
        c ->
            problems.add(
                file, 1, c, "column is missing, found", String.join(",", header.keySet())));
    return missing.isEmpty() ? header : null;
  }
}
