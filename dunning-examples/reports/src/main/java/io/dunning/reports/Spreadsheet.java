package io.dunning.reports;

import io.dunning.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook whose cells have types: numbers are numbers, days are days, and text is text,
 * whatever it begins with. No cell is ever a formula, so that no text of a ledger can be one. Used
 * by one thread.
 */
public final class Spreadsheet implements AutoCloseable {
  private static final int LONGEST_TEXT = 32_000;
  private static final int MOST_ROWS = 1_048_575;
  private static final int WIDEST = 50;
  private static final int NARROWEST = 9;
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\\\/?*\\[\\]:']");

  private final Workbook workbook;

  /**
   * A workbook.
   *
   * @param out receives the workbook; it is complete once this is closed
   */
  public Spreadsheet(OutputStream out) {
    workbook = new Workbook(Objects.requireNonNull(out, "out"), "dunning", "1.0");
  }

  /**
   * {@return a sheet with a header that stays in view}
   *
   * @param name the name of the sheet, of up to 31 characters
   * @param columns the names of its columns
   */
  public Sheet sheet(String name, List<String> columns) {
    String plain = NOT_IN_NAMES.matcher(Shown.line(name)).replaceAll(" ");
    Worksheet sheet = workbook.newWorksheet(plain.substring(0, Math.min(31, plain.length())));
    return new Sheet(sheet, columns);
  }

  /**
   * Ends the workbook.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  @Override
  public void close() {
    try {
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sheet: a header, and rows below it. */
  public static final class Sheet {
    private final Worksheet sheet;
    private final int[] widths;
    private int rows;
    private int totals;

    private Sheet(Worksheet sheet, List<String> columns) {
      this.sheet = sheet;
      widths = new int[columns.size()];
      for (int i = 0; i < columns.size(); i++) {
        sheet.value(0, i, Shown.text(columns.get(i)));
        sheet.style(0, i).bold().fillColor("E6EAEE").set();
        widths[i] = columns.get(i).length();
      }
      sheet.freezePane(0, 1);
    }

    /**
     * Adds a row.
     *
     * @param cells a cell for each column: text, a whole number, a decimal number, {@link Money}
     *     (without its currency), a day, or null for a blank cell
     * @throws IllegalArgumentException if there are more cells than columns, if a cell is of
     *     another type, or if a sheet cannot hold so many rows
     */
    public void row(Object... cells) {
      if (cells.length > widths.length) {
        throw new IllegalArgumentException("more cells than columns: " + cells.length);
      }
      if (++rows > MOST_ROWS) {
        throw new IllegalArgumentException("a sheet holds up to " + MOST_ROWS + " rows");
      }
      for (int i = 0; i < cells.length; i++) {
        write(i, cells[i]);
      }
    }

    /**
     * Adds a row of totals, in bold. The filter of the header leaves these rows alone, so they come
     * after all others.
     *
     * @param cells the cells, as of {@link #row}
     */
    public void total(Object... cells) {
      row(cells);
      totals++;
      for (int i = 0; i < cells.length; i++) {
        var style = sheet.style(rows, i).bold();
        if (cells[i] != null && !(cells[i] instanceof String)) {
          style.format(format(cells[i]));
        }
        style.set();
      }
    }

    /** Sets the widths and formats of the columns; no row comes after it. */
    public void end() {
      for (int i = 0; i < widths.length; i++) {
        sheet.width(i, Math.max(NARROWEST, Math.min(WIDEST, widths[i] + 2)));
      }
      if (rows > totals) {
        sheet.setAutoFilter(0, 0, rows - totals, widths.length - 1);
      }
    }

    private void write(int column, Object cell) {
      if (cell == null) {
        return;
      }
      if (cell instanceof String text) {
        String shown = Shown.text(text.substring(0, Math.min(LONGEST_TEXT, text.length())));
        sheet.value(rows, column, shown.substring(0, Math.min(LONGEST_TEXT, shown.length())));
        widths[column] = Math.max(widths[column], shown.length());
        return;
      }
      if (cell instanceof LocalDate day) {
        sheet.value(rows, column, day);
      } else if (cell instanceof Money money) {
        sheet.value(rows, column, money.amount());
      } else if (cell instanceof Number number) {
        sheet.value(rows, column, number);
      } else {
        throw new IllegalArgumentException("cell is of no known type: " + cell.getClass());
      }
      sheet.style(rows, column).format(format(cell)).set();
      widths[column] = Math.max(widths[column], cell.toString().length());
    }

    private static String format(Object cell) {
      IntFunction<String> decimals = n -> n <= 0 ? "#,##0" : "#,##0." + "0".repeat(n);
      if (cell instanceof LocalDate) {
        return "yyyy-mm-dd";
      }
      if (cell instanceof Money money) {
        return decimals.apply(money.currency().decimals());
      }
      return decimals.apply(cell instanceof BigDecimal number ? number.scale() : 0);
    }
  }
}
