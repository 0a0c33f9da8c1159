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

  @Spec CommandSpec spec;

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Rows of these columns, in the format that is asked for. */
  Rows rows(List<String> columns) {
    return new Rows(columns, format.printer(columns, out()));
  }

  Ledger ledger() {
    return LedgerReader.read(folder);
  }

  /** Shows a progress bar on standard error if that is a terminal and the work is long. */
  static <T> Iterable<T> progress(String what, List<T> items) {
    return Ansi.AUTO.enabled() && items.size() >= 10_000
        ? ProgressBar.wrap(items, bar(what))
        : items;
  }

  /** Shows a progress bar on standard error if that is a terminal and the work is long. */
  static InputStream progress(String what, InputStream in, long bytes) {
    return Ansi.AUTO.enabled() && bytes >= 1 << 20
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
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new BadInputException(
          option + ": not a date such as 2026-01-31: " + Found.shortened(text));
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
