package io.dunning.cli;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: the ledger, the format, the output. */
abstract class Command implements Callable<Integer> {
  static final DunningEvaluator EVALUATOR = DunningEvaluator.on(BusinessCalendar.weekends());

  @Option(
      names = "--ledger",
      required = true,
      paramLabel = "DIR",
      description = "folder with invoices.csv and events.csv")
  Path folder;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      description = "how to print (default: table)")
  Format format = Format.table;

  @Option(
      names = "--safe-csv",
      description =
          "CSV for a spreadsheet: text that would run as a formula begins with an apostrophe, and"
              + " control characters are made visible")
  boolean safeCsv;

  @Spec CommandSpec spec;

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Whether to colour what is printed. */
  Ansi ansi() {
    return spec.commandLine().getColorScheme().ansi();
  }

  /** Rows of these columns, in the format that is asked for. */
  Rows rows(List<String> columns) {
    return new Rows(columns, printer(columns));
  }

  /** Prints cells of these columns, in the format that is asked for. */
  Format.Printer printer(List<String> columns) {
    return printer(columns, out());
  }

  /** Prints cells of these columns to somewhere, in the format that is asked for. */
  Format.Printer printer(List<String> columns, PrintWriter out) {
    if (safeCsv && format != Format.csv) {
      throw new BadInputException("--safe-csv: works only with --format csv, found: " + format);
    }
    return switch (format) {
      case table -> new TablePrinter(columns, out, ansi());
      case csv -> new CsvPrinter(columns, out, safeCsv);
      case json -> new JsonPrinter(columns, out);
    };
  }

  Ledger ledger() {
    return LedgerReader.read(folder);
  }

  /** Shows a progress bar on standard error if that is a terminal and the work is long. */
  static <T> Iterable<T> progress(String what, List<T> items) {
    return items.size() >= 10_000 && Terminal.isError()
        ? ProgressBar.wrap(items, bar(what))
        : items;
  }

  /** Shows a progress bar on standard error if that is a terminal and the work is long. */
  static InputStream progress(String what, InputStream in, long bytes) {
    return bytes >= 1 << 20 && Terminal.isError()
        ? ProgressBar.wrap(in, bar(what).setInitialMax(bytes).setUnit("MB", 1 << 20))
        : in;
  }

  private static ProgressBarBuilder bar(String what) {
    return ProgressBar.builder()
        .setTaskName(what)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200);
  }

  static LocalDate date(String option, String text) {
    try {
      return Day.parse(text.strip());
    } catch (DateTimeException e) {
      throw new BadInputException(option + ": " + e.getMessage() + ": " + Found.shortened(text));
    }
  }

  static List<LocalDate> dates(String option, String text) {
    List<LocalDate> dates = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      dates.add(date(option, each));
    }
    return dates;
  }

  /** Whole numbers separated by commas. */
  static List<Integer> numbers(String option, String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      String number = each.strip();
      if (!number.matches("\\d{1,5}")) {
        throw new BadInputException(
            option + ": not whole numbers separated by commas: " + Found.shortened(text));
      }
      numbers.add(Integer.parseInt(number));
    }
    return numbers;
  }
}
