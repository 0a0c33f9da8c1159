package io.dunning.text;

import java.util.List;

/** Rows of words as text, each column as wide as its longest word. */
public final class AlignedRows {
  private static final int GAP = 2;

  private AlignedRows() {}

  /**
   * The rows as text.
   *
   * @param rows as many words in each
   * @return a line a row, each with a line break and without spaces at its end
   */
  public static String of(List<List<String>> rows) {
    int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + GAP));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
