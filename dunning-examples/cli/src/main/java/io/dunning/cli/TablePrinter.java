package io.dunning.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Prints columns as wide as their widest cell, numbers to the right; coloured on a terminal. */
final class TablePrinter implements Format.Printer {
  private static final int WIDEST = 110;

  private final List<String> columns;
  private final PrintWriter out;
  private final Ansi ansi;
  private final List<List<String>> rows = new ArrayList<>();

  TablePrinter(List<String> columns, PrintWriter out, Ansi ansi) {
    this.columns = columns.stream().map(Visible::line).toList();
    this.out = out;
    this.ansi = ansi;
  }

  @Override
  public void row(List<String> cells) {
    rows.add(cells.stream().map(Visible::line).toList());
  }

  @Override
  public void end() {
    int[] widths = new int[columns.size()];
    boolean[] numbers = new boolean[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).length();
      numbers[i] = !rows.isEmpty();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
        numbers[i] &= row.get(i).matches("-?[\\d.]*");
      }
    }
    out.println(styled(line(columns, widths, numbers), Style.bold));
    for (List<String> row : rows) {
      out.println(coloured(line(row, widths, numbers), row));
    }
    out.flush();
  }

  private static String line(List<String> cells, int[] widths, boolean[] numbers) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String gap = " ".repeat(Math.max(0, widths[i] - cells.get(i).length()));
      line.append(i == 0 ? "" : "  ");
      line.append(numbers[i] ? gap + cells.get(i) : cells.get(i) + gap);
    }
    return line.toString().stripTrailing();
  }

  private String coloured(String line, List<String> row) {
    if (row.contains("act")) {
      return styled(line, Style.fg_yellow);
    }
    if (row.contains("hold")) {
      return styled(line, Style.fg_cyan);
    }
    return row.contains("total") ? styled(line, Style.bold) : line;
  }

  private String styled(String line, Style style) {
    return ansi.enabled() ? style.on() + line + Style.reset.on() : line;
  }
}
