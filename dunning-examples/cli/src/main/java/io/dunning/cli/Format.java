package io.dunning.cli;

import java.util.List;

/** How rows are printed. */
enum Format {
  /** Aligned columns, coloured on a terminal. */
  table,
  /** Comma separated values with a header. */
  csv,
  /** An array of objects; every value is a string, as in CSV. */
  json,
  /** A workbook in a file; numbers and days are typed. */
  xlsx;

  /** Takes rows, one after the other, with a cell for each column. */
  interface Printer {
    void row(List<String> cells);

    /** Prints what is still to be printed; no row comes after it. */
    void end();
  }
}
