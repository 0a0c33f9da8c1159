package io.dunning.cli;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Option;

/** What all commands share that look at a ledger. */
abstract class Command extends PrintingCommand {
  static final DunningEvaluator EVALUATOR = DunningEvaluator.on(BusinessCalendar.weekends());

  @Option(
      names = "--ledger",
      required = true,
      paramLabel = "DIR",
      description = "folder with invoices.csv and events.csv")
  Path folder;

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

  static ProgressBarBuilder bar(String what) {
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
