package io.dunning.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Prints comma separated values with a header. They are printed as they are, for programs that read
 * them; but on a terminal, or where they are to be safe, nothing in them is a command.
 */
final class CsvPrinter implements Format.Printer {
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r].*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private final CsvWriter writer;
  private final boolean safe;
  private final boolean visible;

  CsvPrinter(List<String> columns, PrintWriter out, boolean safe) {
    this.safe = safe;
    visible = safe || Terminal.isOutput();
    writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build((Writer) out);
    row(columns);
  }

  @Override
  public void row(List<String> cells) {
    writer.writeRecord(visible ? cells.stream().map(this::shown).toList() : cells);
  }

  /** A spreadsheet takes text after an apostrophe for text; numbers stay numbers. */
  private String shown(String cell) {
    boolean formula = safe && FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    return Visible.line(formula ? "'" + cell : cell);
  }

  @Override
  public void end() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
