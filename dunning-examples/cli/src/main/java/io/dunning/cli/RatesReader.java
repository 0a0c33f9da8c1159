package io.dunning.cli;

import io.dunning.charge.RateEdition;
import io.dunning.charge.ReferenceRates;
import io.dunning.money.Percentage;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads reference rates from a CSV file, or from a newer file of the tables that ship; a rate
 * without a last day has no end yet.
 */
final class RatesReader {
  private static final List<Column> COLUMNS =
      List.of(Column.FROM, Column.THROUGH, Column.PERCENT, Column.SOURCE);
  private static final String EDITION = "version\t";

  private final Problems problems = new Problems();
  private ReferenceRates rates;

  private RatesReader(ReferenceRates base) {
    rates = base;
  }

  /** The rates of the base, with those of a file in place of the base's for their days. */
  static ReferenceRates read(Path file, ReferenceRates base) {
    return isEdition(file) ? ofEdition(file, base) : ofCsv(file, base);
  }

  /** Whether a file has the form of the tables that ship, with a version in its first line. */
  private static boolean isEdition(Path file) {
    byte[] start = new byte[EDITION.length()];
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(start, 0, start.length);
      return new String(start, 0, read, StandardCharsets.UTF_8).equals(EDITION);
    } catch (IOException e) {
      throw new BadInputException("--rates: cannot be read: " + file);
    }
  }

  /** The rates of the base, with those of its table in a newer edition. */
  private static ReferenceRates ofEdition(Path file, ReferenceRates base) {
    RateEdition newer;
    try {
      newer = RateEdition.parse(Policies.text("--rates", file));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--rates: " + file.getFileName() + ": " + e.getMessage());
    }
    ReferenceRates all = base;
    for (ReferenceRates table : newer.tables().values()) {
      if (table.name().equals(base.name())) {
        for (ReferenceRates.Rate each : table.rates()) {
          all = all.with(each.from(), each.throughInclusive(), each.rate(), each.source());
        }
      }
    }
    return all;
  }

  private static ReferenceRates ofCsv(Path file, ReferenceRates base) {
    RatesReader reader = new RatesReader(base);
    try (Reader in = LedgerFiles.open(Files.newInputStream(file))) {
      new CsvTable(file.getFileName().toString(), COLUMNS, reader.problems).read(in, reader::row);
    } catch (IOException e) {
      throw new BadInputException("--rates: cannot be read: " + file);
    }
    if (reader.problems.any()) {
      throw new BadInputException(reader.problems.toString());
    }
    return reader.rates;
  }

  private void row(CsvTable.Row row) {
    LocalDate from = Cell.date(row, Column.FROM);
    LocalDate through = row.has(Column.THROUGH) ? Cell.date(row, Column.THROUGH) : LocalDate.MAX;
    Percentage percent = percent(row);
    if (from == null || through == null || percent == null) {
      return;
    }
    if (through.isBefore(from)) {
      row.problem(Column.THROUGH, "is before from, " + from);
    } else {
      rates = rates.with(from, through, percent, row.get(Column.SOURCE));
    }
  }

  private static Percentage percent(CsvTable.Row row) {
    try {
      return Percentage.parse(row.get(Column.PERCENT));
    } catch (IllegalArgumentException e) {
      row.problem(Column.PERCENT, "not a percentage such as 9.15");
      return null;
    }
  }
}
