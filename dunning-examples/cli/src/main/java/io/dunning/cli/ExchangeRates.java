package io.dunning.cli;

import io.dunning.money.CurrencyUnit;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Exchange rates from a CSV file: how much of a currency one unit of the base buys. */
final class ExchangeRates {
  private static final List<Column> COLUMNS = List.of(Column.BASE, Column.CURRENCY, Column.RATE);

  private final Problems problems = new Problems();
  private final SortedMap<CurrencyUnit, BigDecimal> rates = new TreeMap<>();
  private CurrencyUnit base;

  private ExchangeRates() {}

  static ExchangeRates read(Path file) {
    ExchangeRates rates = new ExchangeRates();
    try (Reader in = LedgerFiles.open(Files.newInputStream(file))) {
      new CsvTable(file.getFileName().toString(), COLUMNS, rates.problems).read(in, rates::row);
    } catch (IOException e) {
      throw new BadInputException("--rates: cannot be read: " + file);
    }
    if (rates.problems.any()) {
      throw new BadInputException(rates.problems.toString());
    }
    if (rates.base == null) {
      throw new BadInputException("--rates: the file has no rates: " + file);
    }
    return rates;
  }

  /** The rates of a file, or null without one. Only rows by currency can be converted. */
  static ExchangeRates readFor(Enum<?> by, Path file) {
    if (file != null && !by.name().equals("currency")) {
      throw new BadInputException("--rates: works only with --by currency, found: --by " + by);
    }
    return file == null ? null : read(file);
  }

  private void row(CsvTable.Row row) {
    CurrencyUnit of = Cell.currency(row, Column.BASE);
    CurrencyUnit currency = Cell.currency(row, Column.CURRENCY);
    boolean number = row.get(Column.RATE).matches("\\d{1,12}(\\.\\d{1,12})?");
    BigDecimal rate = number ? new BigDecimal(row.get(Column.RATE)) : BigDecimal.ZERO;
    if (rate.signum() <= 0) {
      row.problem(Column.RATE, "not a number above zero such as 1.0825");
    }
    if (of == null || currency == null || rate.signum() <= 0) {
      return;
    }
    if (base != null && !base.equals(of)) {
      row.problem(Column.BASE, "must be the same in all rows, " + base);
    } else if (currency.equals(of) && rate.compareTo(BigDecimal.ONE) != 0) {
      row.problem(Column.RATE, "the rate of a currency to itself must be 1");
    } else if (rates.put(currency, rate) != null) {
      row.problem(Column.CURRENCY, "appears twice");
    }
    base = base == null ? of : base;
  }

  CurrencyUnit base() {
    return base;
  }

  SortedMap<CurrencyUnit, BigDecimal> rates() {
    return rates;
  }

  /** What a unit of a currency is worth in the base. */
  BigDecimal worth(CurrencyUnit currency) {
    if (currency.equals(base)) {
      return BigDecimal.ONE;
    }
    BigDecimal rate = rates.get(currency);
    if (rate == null) {
      throw new BadInputException("--rates: no rate of " + currency + " against " + base);
    }
    return BigDecimal.ONE.divide(rate, MathContext.DECIMAL128);
  }
}
