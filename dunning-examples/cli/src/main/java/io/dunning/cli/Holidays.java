package io.dunning.cli;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.evaluation.DunningEvaluator;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The days on which nobody works: Saturdays, Sundays, and the holidays of a file. */
final class Holidays {
  @Option(
      names = "--holidays",
      paramLabel = "FILE",
      description =
          "CSV file with a column date: the holidays of the years from the first to the last of"
              + " them (default: only Saturdays and Sundays are off)")
  Path file;

  /** Decides with these business days. */
  DunningEvaluator evaluator() {
    return file == null ? Command.EVALUATOR : DunningEvaluator.on(read());
  }

  /** Whether a file of holidays is given. */
  boolean areGiven() {
    return file != null;
  }

  /** The calendar that counts business days. */
  BusinessCalendar calendar() {
    return file == null ? BusinessCalendar.weekends() : read();
  }

  private BusinessCalendar read() {
    Problems problems = new Problems();
    TreeSet<LocalDate> days = new TreeSet<>();
    try (Reader in = LedgerFiles.open(Files.newInputStream(file))) {
      new CsvTable(file.getFileName().toString(), List.of(Column.DATE), problems)
          .read(in, row -> add(row, days));
    } catch (IOException e) {
      throw new BadInputException("--holidays: cannot be read: " + file);
    }
    if (problems.any()) {
      throw new BadInputException(problems.toString());
    }
    if (days.isEmpty()) {
      throw new BadInputException("--holidays: the file has no dates: " + file);
    }
    LocalDate first = days.first().withDayOfYear(1);
    LocalDate last = LocalDate.of(days.last().getYear(), 12, 31);
    return BusinessCalendar.weekends().withHolidays(days, new DateSpan(first, last));
  }

  private static void add(CsvTable.Row row, TreeSet<LocalDate> days) {
    LocalDate day = Cell.date(row, Column.DATE);
    if (day != null) {
      days.add(day);
    }
  }
}
