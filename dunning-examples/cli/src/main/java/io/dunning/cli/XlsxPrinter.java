package io.dunning.cli;

import io.dunning.reports.Spreadsheet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a workbook, and prints where it is. Cells that are numbers or days are typed; names, such
 * as invoice 0042, stay text. Nothing is written before all rows are known.
 */
final class XlsxPrinter implements Format.Printer {
  private static final Set<String> NAMES =
      Set.of(
          "customer",
          "invoice",
          "debt",
          "step",
          "action",
          "reason",
          "addressee",
          "performer",
          "policy",
          "fingerprint",
          "for",
          "story",
          "finding");

  /** What a spreadsheet holds exactly: fifteen digits. */
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final int MOST_DIGITS = 15;

  private final List<String> columns;
  private final Path file;
  private final PrintWriter out;
  private final List<List<String>> rows = new ArrayList<>();

  XlsxPrinter(List<String> columns, Path file, PrintWriter out) {
    this.columns = columns;
    this.file = file;
    this.out = out;
  }

  @Override
  public void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  @Override
  public void end() {
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
        Spreadsheet book = new Spreadsheet(bytes)) {
      Spreadsheet.Sheet sheet = book.sheet("dunning", columns);
      for (List<String> row : rows) {
        Object[] cells = cells(row);
        if (row.contains("total")) {
          sheet.total(cells);
        } else {
          sheet.row(cells);
        }
      }
      sheet.end();
    } catch (IOException e) {
      throw new BadInputException("--out: cannot be written: " + file);
    }
    out.println(file + ": " + rows.size() + " rows");
    out.flush();
  }

  private Object[] cells(List<String> row) {
    Object[] cells = new Object[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = NAMES.contains(columns.get(i)) ? text(row.get(i)) : typed(row.get(i));
    }
    return cells;
  }

  private static Object text(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private static Object typed(String cell) {
    if (DAY.matcher(cell).matches()) {
      return LocalDate.parse(cell);
    }
    boolean number =
        NUMBER.matcher(cell).matches()
            && cell.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
    return number ? new BigDecimal(cell) : text(cell);
  }
}
