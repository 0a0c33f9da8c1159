package io.dunning.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share that print rows: the format, and the output. */
abstract class PrintingCommand implements Callable<Integer> {
  @Option(
      names = "--format",
      paramLabel = "table|csv|json|xlsx",
      description = "how to print (default: table); xlsx needs --out")
  Format format = Format.table;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "with --format xlsx: the workbook, which is replaced")
  Path file;

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

  /** Says on standard error now and then how far long work has come, if that is no terminal. */
  SoFar soFar(String what) {
    return new SoFar(
        what,
        System::nanoTime,
        line -> {
          spec.commandLine().getErr().println(Visible.line(line));
          spec.commandLine().getErr().flush();
        });
  }

  /** Whether to colour what is printed. */
  Ansi ansi() {
    return spec.commandLine().getColorScheme().ansi();
  }

  /** Rows of these columns, in the format that is asked for. */
  Rows rows(List<String> columns) {
    return new Rows(columns, printer(columns));
  }

  /** Refuses an option of one format with another format. */
  void requireFormat() {
    if (safeCsv && format != Format.csv) {
      throw new BadInputException("--safe-csv: works only with --format csv, found: " + format);
    }
    if ((file == null) == (format == Format.xlsx)) {
      throw new BadInputException(
          file == null
              ? "--format xlsx: needs a file\nMaybe --out " + spec.name() + ".xlsx"
              : "--out: works only with --format xlsx, found: " + format);
    }
  }

  /** Prints cells of these columns, in the format that is asked for. */
  Format.Printer printer(List<String> columns) {
    requireFormat();
    return switch (format) {
      case table -> new TablePrinter(columns, out(), ansi());
      case csv -> new CsvPrinter(columns, out(), safeCsv);
      case json -> new JsonPrinter(columns, out());
      case xlsx -> new XlsxPrinter(columns, file, out());
    };
  }
}
