package io.dunning.cli;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with the input, said at once. */
class Problems {
  private static final int SHOWN = 20;

  /** Only what quotes a long name is longer. */
  private static final int LONGEST_LINE = 2_000;

  private final List<String> lines = new ArrayList<>();
  private int count;

  /** Notes a problem; of very many only the first are kept, and all are counted. */
  void add(String file, long line, String column, String what, String found) {
    count++;
    if (lines.size() < SHOWN) {
      String where = file + ":" + line + ": " + (column.isEmpty() ? "" : column + ": ");
      lines.add(
          Visible.line(where + firstLine(what))
              + (found == null ? "" : ": " + Found.shortened(found)));
    }
  }

  private static String firstLine(String what) {
    int end = what.indexOf('\n');
    String line = end < 0 ? what : what.substring(0, end);
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...";
  }

  boolean any() {
    return count > 0;
  }

  /** Up to twenty lines, then how many more there are. */
  @Override
  public String toString() {
    String text = String.join("\n", lines);
    return count > lines.size() ? text + "\nand " + (count - lines.size()) + " more" : text;
  }
}
