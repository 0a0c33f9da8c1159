package io.dunning.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** What the tests of commands share: a ledger in a folder of its own, and how to run commands. */
abstract class CommandFixture {
  static final String INVOICES = "invoice,customer,issued,due,terms,currency,amount\n";
  static final String EVENTS = "date,invoice,customer,type,amount,until,step,channel,note\n";

  /** One invoice over 100.00 EUR of customer A, due on 2026-05-31. */
  static final String ONE_INVOICE = "I1,A,2026-05-01,2026-05-31,,EUR,100.00\n";

  @TempDir Path folder;

  /** What came of a command: its exit code, and what it wrote. */
  record Run(int code, String out, String err) {}

  /** Writes a ledger; the rows stand without their headers. */
  void ledger(String invoices, String events) throws IOException {
    file("invoices.csv", INVOICES + invoices);
    file("events.csv", EVENTS + events);
  }

  Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Runs a command on the ledger, its words with blanks between. */
  Run run(String command) {
    List<String> words = new ArrayList<>(List.of(command.split("\\s+")));
    words.addAll(List.of("--ledger", folder.toString()));
    return dunning(words.toArray(new String[0]));
  }

  /** Runs a command that prints CSV on the ledger; the rows without their header. */
  List<String> rows(String command) {
    Run run = run(command + " --format csv");
    if (run.code != 0) {
      throw new AssertionError(run.err);
    }
    return run.out.lines().skip(1).toList();
  }

  /** Runs the program, which prints plain text. */
  static Run dunning(String... args) {
    return dunning(Ansi.OFF, args);
  }

  /** Runs the program as on a terminal, or not. */
  static Run dunning(Ansi ansi, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Dunning.run(ansi, new PrintWriter(out), new PrintWriter(err, true), args);
    return new Run(code, out.toString(), err.toString());
  }
}
