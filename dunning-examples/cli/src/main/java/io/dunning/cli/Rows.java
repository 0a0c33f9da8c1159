package io.dunning.cli;

import io.dunning.money.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Prints rows whose cells are given by the names of their columns. A cell that is not given is
 * blank.
 */
final class Rows {
  private final List<String> columns;
  private final Format.Printer printer;
  private final String[] cells;

  Rows(List<String> columns, Format.Printer printer) {
    this.columns = columns;
    this.printer = printer;
    cells = new String[columns.size()];
    clear();
  }

  private void clear() {
    Arrays.fill(cells, "");
  }

  /** A cell of the next row. */
  Rows with(String column, String text) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException("no such column: " + column);
    }
    cells[place] = text;
    return this;
  }

  /** A cell with what prints as it is meant, such as a date or a count. */
  Rows with(String column, Object value) {
    return with(column, value.toString());
  }

  /** A cell with an amount, without its currency. */
  Rows with(String column, Money amount) {
    return with(column, text(amount));
  }

  /** A cell with a number that is never written with an exponent. */
  Rows with(String column, BigDecimal number) {
    return with(column, number.toPlainString());
  }

  /** Prints the row, and starts the next one. */
  void print() {
    printer.row(List.of(cells));
    clear();
  }

  /** Ends the output; no row comes after it. */
  void end() {
    printer.end();
  }

  /** An amount as cells show it: a plain number, without its currency. */
  static String text(Money amount) {
    int decimals = amount.currency().decimals();
    String minor = Long.toString(amount.minorUnits());
    int point = minor.length() - decimals;
    boolean whole = point > (amount.isNegative() ? 1 : 0);
    if (decimals == 0 || !whole) {
      return decimals == 0 ? minor : amount.amount().toPlainString();
    }
    return minor.substring(0, point) + '.' + minor.substring(point);
  }

  /** A number as cells show it; blank where there is none. */
  static String text(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }
}
