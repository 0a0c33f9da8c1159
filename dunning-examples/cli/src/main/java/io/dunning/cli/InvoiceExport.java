package io.dunning.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.dunning.cli.ImportCommand.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A CSV file with a row for each invoice, whose columns have names of its own. */
final class InvoiceExport {
  private final Path file;
  private final Map<Field, String> named;
  private final String currency;
  private final Map<Field, String> columns = new EnumMap<>(Field.class);

  /** A file; fields that are not named stand in columns of their own names. */
  InvoiceExport(Path file, Map<Field, String> named, String currency) {
    this.file = file;
    this.named = named;
    this.currency = currency;
  }

  /** Adds the rows of invoices, and their payments; counts the invoices. */
  int read(CsvFile invoices, CsvFile events) {
    int count = 0;
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord each : csv) {
        if (count == 0) {
          find(each.getHeader());
        }
        add(each, invoices, events);
        count++;
      }
    } catch (CsvParseException | IOException | UncheckedIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new BadInputException(file + ": cannot be read as CSV: " + cause.getMessage());
    }
    if (count == 0) {
      throw new BadInputException(file + ": has no rows");
    }
    return count;
  }

  private void find(List<String> header) {
    List<String> missing = new ArrayList<>();
    for (Field each : Field.values()) {
      String column = named.getOrDefault(each, each.toString());
      if (header.contains(column)) {
        columns.put(each, column);
      } else if (each.isNeeded() || named.containsKey(each)) {
        missing.add(file + ":1: no column " + Found.shortened(column) + " for the field " + each);
      }
    }
    if (!columns.containsKey(Field.CURRENCY) && currency == null) {
      missing.add(file + ":1: no column has the currency\nMaybe --currency EUR");
    }
    if (!missing.isEmpty()) {
      throw new BadInputException(
          missing.stream().collect(Collectors.joining("\n"))
              + "\nMaybe --column FIELD=COLUMN with one of: "
              + Visible.line(String.join(", ", header)));
    }
  }

  private String cell(NamedCsvRecord row, Field field) {
    String column = columns.get(field);
    String value = column == null ? "" : row.findField(column).orElse("").strip();
    return value.isEmpty() ? null : value;
  }

  private void add(NamedCsvRecord row, CsvFile invoices, CsvFile events) {
    int line = (int) row.getStartingLineNumber();
    String number = cell(row, Field.INVOICE);
    String amount = cell(row, Field.AMOUNT);
    String code = cell(row, Field.CURRENCY);
    invoices
        .row(line)
        .with(Column.INVOICE, number)
        .with(Column.CUSTOMER, cell(row, Field.CUSTOMER))
        .with(Column.ISSUED, cell(row, Field.ISSUED))
        .with(Column.DUE, cell(row, Field.DUE))
        .with(Column.CURRENCY, code == null ? currency : code)
        .with(Column.AMOUNT, amount);
    String settled = cell(row, Field.SETTLED);
    String paid = columns.containsKey(Field.PAID) ? cell(row, Field.PAID) : amount;
    if (settled != null && paid != null) {
      events
          .row(line)
          .with(Column.DATE, settled)
          .with(Column.INVOICE, number)
          .with(Column.TYPE, EventType.PAYMENT)
          .with(Column.AMOUNT, paid);
    }
  }
}
