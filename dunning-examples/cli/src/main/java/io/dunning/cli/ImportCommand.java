package io.dunning.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a ledger from one CSV file that has a row for each invoice. */
@CommandLine.Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a ledger folder from a CSV file with a row for each invoice.",
      "A row has its number, customer, dates and amount, and when it was settled. "
          + "An export of a bookkeeping program is enough for a backtest."
    })
final class ImportCommand implements Callable<Integer> {
  /** What a row tells of an invoice. */
  enum Field {
    INVOICE,
    CUSTOMER,
    ISSUED,
    DUE,
    AMOUNT,
    CURRENCY,
    SETTLED,
    PAID;

    boolean isNeeded() {
      return this != CURRENCY && this != SETTLED && this != PAID;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "FILE", description = "the CSV file, with a header")
  Path file;

  @Option(
      names = "--ledger",
      required = true,
      paramLabel = "DIR",
      description = "the folder that is written; nothing in it is overwritten")
  Path folder;

  @Option(
      names = "--column",
      paramLabel = "FIELD=COLUMN",
      description =
          "which column of the file has the invoice, customer, issued, due, amount, "
              + "currency, settled (the day of the payment) or paid (how much was paid "
              + "then; all, if there is no such column); give it once for each (default: "
              + "the columns of these names)")
  Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "the currency, if no column has it")
  String currency;

  @Spec CommandSpec spec;

  private final CsvFile invoices = new CsvFile(LedgerFiles.INVOICE_COLUMNS);
  private final CsvFile events = new CsvFile(LedgerFiles.EVENT_COLUMNS);
  private final List<Problem> problems = new ArrayList<>();

  /** What is wrong with a line of the file. */
  private record Problem(long line, String what) {}

  @Override
  public Integer call() {
    int rows = new InvoiceExport(file, named(), currency).read(invoices, events);
    check();
    if (!problems.isEmpty()) {
      throw new BadInputException(said());
    }
    write(LedgerFiles.INVOICES, invoices);
    write(LedgerFiles.EVENTS, events);
    spec.commandLine()
        .getOut()
        .println("wrote " + rows + " invoices to " + Visible.line(folder.toString()));
    return 0;
  }

  private Map<Field, String> named() {
    Map<Field, String> named = new EnumMap<>(Field.class);
    columns.forEach(
        (field, column) -> {
          List<String> known = Arrays.stream(Field.values()).map(Field::toString).toList();
          int at = known.indexOf(field);
          if (at < 0) {
            List<String> near = Nearest.to(field, known);
            throw new BadInputException(
                "--column: not a field: "
                    + Found.shortened(field)
                    + "\nMaybe "
                    + String.join(" or ", near.isEmpty() ? known : near));
          }
          named.put(Field.values()[at], column);
        });
    return named;
  }

  /** Reads what is to be written, as any command will. */
  private void check() {
    Map<String, CsvFile> files = Map.of(LedgerFiles.INVOICES, invoices, LedgerFiles.EVENTS, events);
    Problems found =
        new Problems() {
          @Override
          void add(String name, long line, String column, String what, String cell) {
            var source = files.get(name).sources().floorEntry(line);
            String shown = cell == null ? "" : ": " + Found.shortened(cell);
            problems.add(
                new Problem(source == null ? 1 : source.getValue(), column + ": " + what + shown));
          }
        };
    LedgerReader.read(name -> open(files.get(name)), found).accounts();
  }

  private static Reader open(CsvFile csv) {
    return csv == null ? Reader.nullReader() : new StringReader(csv.text());
  }

  private String said() {
    Problems all = new Problems();
    problems.stream()
        .sorted(Comparator.comparingLong(Problem::line))
        .forEach(p -> all.add(file.toString(), p.line, "", p.what, null));
    return all.toString();
  }

  private void write(String name, CsvFile csv) {
    Path target = folder.resolve(name);
    if (Files.exists(target)) {
      throw new BadInputException(target + ": exists already");
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(target, csv.text(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target, e);
    }
  }
}
