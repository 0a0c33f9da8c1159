package io.dunning.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines and tables in plain text; wide characters count two. */
final class TextTable {
  private static final int LONGEST_LINE = 76;
  private static final char KEPT = '\u0000';

  /** A date in words, whose parts stay on one line. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\b(?:\\d{1,2}(?:\\.|er)? \\p{L}+\\.? \\d{4}|\\p{Lu}\\p{L}+ \\d{1,2}, \\d{4}"
              + "|\\d{4}년 \\d{1,2}월 \\d{1,2}일)");

  private TextTable() {}

  /** A table; {@code align} says {@code right} where a column is aligned so, as the last one is. */
  static String of(
      List<String> columns, List<String> align, List<List<String>> rows, List<List<String>> sums) {
    List<List<String>> all = new ArrayList<>();
    all.add(columns);
    all.addAll(rows);
    int last = columns.size() - 1;
    int[] widths = new int[columns.size()];
    for (List<String> row : all) {
      for (int i = 0; i <= last; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (List<String> sum : sums) {
      widths[last] = Math.max(widths[last], width(sum.get(1)));
    }
    int before = 2 * last;
    for (int i = 0; i < last; i++) {
      before += widths[i];
    }
    for (List<String> sum : sums) {
      before = Math.max(before, width(sum.get(0)) + 2);
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < last; i++) {
        String gap = " ".repeat(widths[i] - width(row.get(i)));
        boolean right = align.get(i).equals("right");
        line.append(right ? gap : "").append(row.get(i)).append(right ? "" : gap).append("  ");
      }
      end(text, line, row.get(last), before + widths[last]);
    }
    if (!sums.isEmpty()) {
      text.append("-".repeat(before + widths[last])).append('\n');
    }
    for (List<String> sum : sums) {
      end(text, new StringBuilder(sum.get(0)), sum.get(1), before + widths[last]);
    }
    return text.toString();
  }

  private static void end(StringBuilder text, StringBuilder line, String cell, int width) {
    int gap = Math.max(0, width - width(line.toString()) - width(cell));
    text.append(line).append(" ".repeat(gap)).append(cell).append('\n');
  }

  /** A line of an e-mail, broken between words where it is too long; a row of a table is kept. */
  static String wrapped(String line) {
    if (width(line) <= LONGEST_LINE || line.strip().contains("  ")) {
      return line;
    }
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    StringBuilder text = new StringBuilder(indent);
    int used = 0;
    String words = DATE.matcher(line.strip()).replaceAll(date -> date.group().replace(' ', KEPT));
    for (String word : words.split(" ")) {
      int next = width(word);
      if (used > 0 && used + 1 + next > LONGEST_LINE - indent.length()) {
        text.append('\n').append(indent).append(word);
        used = next;
      } else {
        text.append(used > 0 ? " " : "").append(word);
        used += next + (used > 0 ? 1 : 0);
      }
    }
    return text.toString().replace(KEPT, ' ');
  }

  /** How many columns of a terminal a text takes: Korean and its like take two a character. */
  static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 && isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return c <= 0x115f
        || c >= 0x2e80 && c <= 0xa4cf
        || c >= 0xac00 && c <= 0xd7a3
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0xfe30 && c <= 0xfe6f
        || c >= 0xff00 && c <= 0xff60
        || c >= 0x20000 && c <= 0x3fffd;
  }
}
