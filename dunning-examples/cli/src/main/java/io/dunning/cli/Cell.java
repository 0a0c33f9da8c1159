package io.dunning.cli;

import io.dunning.action.Channel;
import io.dunning.cli.CsvTable.Row;
import io.dunning.event.NonpaymentReason;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** Reads one cell of a row. A cell that cannot be read is null, and its problem is noted. */
final class Cell {
  private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,9})?");

  /** More digits than an amount has in any currency. */
  private static final Pattern TOO_LARGE = Pattern.compile("[+-]?0*[1-9]\\d{18,}(\\.\\d+)?");

  private Cell() {}

  static String required(Row row, Column column) {
    if (row.has(column)) {
      return row.get(column);
    }
    row.problemAsSaid(column, "must not be blank");
    return null;
  }

  static LocalDate date(Row row, Column column) {
    LocalDate plain = row.plainDate(column);
    try {
      return plain != null ? plain : Day.parse(row.get(column));
    } catch (DateTimeException e) {
      row.problem(column, e.getMessage());
      return null;
    }
  }

  static LocalTime time(Row row, Column column) {
    try {
      return LocalTime.parse(row.get(column));
    } catch (DateTimeException e) {
      row.problem(column, "not a time such as 14:05");
      return null;
    }
  }

  static CurrencyUnit currency(Row row, Column column) {
    try {
      return CurrencyUnit.of(row.get(column));
    } catch (IllegalArgumentException e) {
      row.problem(column, "not a currency code of ISO 4217");
      return null;
    }
  }

  static Channel channel(Row row, Column column) {
    return channel(row, column, row.get(column));
  }

  /** One of the channels of a cell. */
  static Channel channel(Row row, Column column, String text) {
    try {
      return Channel.parse(text);
    } catch (IllegalArgumentException e) {
      row.problem(column, "not one of email, letter, phone, sms, portal, visit");
      return null;
    }
  }

  static NonpaymentReason reason(Row row, Column column) {
    try {
      return NonpaymentReason.parse(row.get(column));
    } catch (IllegalArgumentException e) {
      row.problem(column, "not one of " + NonpaymentReason.words());
      return null;
    }
  }

  static Money amount(Row row, Column column, CurrencyUnit currency) {
    long plain = row.plainNumber(column, currency.decimals());
    return plain != Digits.NOT_PLAIN
        ? Money.ofMinor(plain, currency)
        : amount(row, column, row.get(column), currency);
  }

  /** Reads an amount that is not negative; its currency may follow it: {@code 10.00 EUR}. */
  static Money eventAmount(Row row, Column column, CurrencyUnit currency) {
    Money amount = signedAmount(row, column, currency);
    if (amount != null && amount.isNegative()) {
      row.problem(column, "must not be negative");
      return null;
    }
    return amount;
  }

  /** Reads an amount; its currency may follow it: {@code -10.00 EUR}. */
  static Money signedAmount(Row row, Column column, CurrencyUnit currency) {
    long plain = row.plainNumber(column, currency.decimals());
    if (plain >= 0) {
      return Money.ofMinor(plain, currency);
    }
    String text = row.get(column);
    int space = text.indexOf(' ');
    if (space > 0 && !text.substring(space + 1).equals(currency.code())) {
      row.problem(column, "must be in " + currency + ", the currency of the invoice");
      return null;
    }
    return amount(row, column, space > 0 ? text.substring(0, space) : text, currency);
  }

  private static Money amount(Row row, Column column, String text, CurrencyUnit currency) {
    if (!AMOUNT.matcher(text).matches()) {
      row.problem(
          column,
          TOO_LARGE.matcher(text).matches()
              ? "amount is too large for " + currency
              : "not an amount with a decimal point");
      return null;
    }
    try {
      return Money.of(text, currency);
    } catch (IllegalArgumentException e) {
      row.problemAsSaid(column, e.getMessage());
      return null;
    }
  }
}
