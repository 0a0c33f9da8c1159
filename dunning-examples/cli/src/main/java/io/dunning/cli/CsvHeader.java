package io.dunning.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The header of a CSV file: the names of its columns in their order, and where each column is. */
final class CsvHeader {
  private final List<String> names = new ArrayList<>();
  private final int[] places = new int[Column.values().length];

  private CsvHeader() {
    Arrays.fill(places, -1);
  }

  /**
   * Reads the first row, and notes what is wrong with it.
   *
   * @param file what problems call it
   * @param fields the first row
   * @param needed the columns that must be there
   * @param further the columns that may be there
   * @param problems where to note what is wrong
   * @return the header; null if not all columns are there that must be
   */
  static CsvHeader read(
      String file, Fields fields, List<Column> needed, List<Column> further, Problems problems) {
    String only = fields.count() == 1 ? fields.raw(0) : "";
    if (needed.size() > 1 && (only.indexOf(';') >= 0 || only.indexOf('\t') >= 0)) {
      String found = only.indexOf(';') >= 0 ? "semicolons" : "tabs";
      problems.add(file, 1, "", "columns must be separated by commas, found " + found, only);
      return null;
    }
    CsvHeader header = new CsvHeader();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < fields.count(); i++) {
      String name = fields.raw(i).strip().replace("\uFEFF", "");
      if (name.indexOf(LedgerFiles.MALFORMED) >= 0) {
        problems.add(file, 1, "", CsvTable.NOT_UTF_8, name);
      }
      if (!seen.add(name)) {
        problems.add(file, 1, Found.shortened(name), "the column appears twice", name);
      }
      header.add(name);
    }
    List<Column> missing = needed.stream().filter(c -> header.place(c) < 0).toList();
    missing.forEach(
        c ->
            problems.add(
                file, 1, c.toString(), "the column is missing, found", String.join(",", seen)));
    header.noteSlips(file, seen, further, problems);
    return missing.isEmpty() ? header : null;
  }

  /** Notes each name that nothing reads, but that looks like one of a column that is not there. */
  private void noteSlips(String file, Set<String> seen, List<Column> further, Problems problems) {
    List<String> absent = further.stream().filter(c -> place(c) < 0).map(Column::toString).toList();
    for (String name : seen) {
      Nearest.slip(name, absent)
          .ifPresent(
              meant ->
                  problems.add(
                      file,
                      1,
                      Found.shortened(name),
                      "no such column, maybe "
                          + meant
                          + "; a column of your own needs a name that is less like it",
                      null));
    }
  }

  private void add(String name) {
    Column column = Column.named(name);
    if (column != null) {
      places[column.ordinal()] = names.size();
    }
    names.add(name);
  }

  /** The name of a column as it stands in the file. */
  String name(int place) {
    return names.get(place);
  }

  /** Where a column is; -1 if the file does not have it. */
  int place(Column column) {
    return places[column.ordinal()];
  }

  /** The names of some columns, as a header has them. */
  static String joined(List<Column> columns) {
    return columns.stream().map(Column::toString).collect(Collectors.joining(","));
  }
}
