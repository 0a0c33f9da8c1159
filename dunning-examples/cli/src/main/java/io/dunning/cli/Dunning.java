package io.dunning.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * Answers questions about a ledger: aging, next actions with reasons, explanations, simulations.
 */
@CommandLine.Command(
    name = "dunning",
    mixinStandardHelpOptions = true,
    version = "dunning 0.1.0",
    description = "Answers questions about a ledger of CSV files.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:a check found faults", "2:bad input"},
    subcommands = {
      TourCommand.class,
      AgingCommand.class,
      NextCommand.class,
      ExplainCommand.class,
      SimulateCommand.class,
      InterestCommand.class,
      MetricsCommand.class,
      WorklistCommand.class,
      RiskCommand.class
    })
public final class Dunning {
  private Dunning() {}

  /**
   * Runs a command and ends the program with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, args);
    out.flush();
    System.exit(code);
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    IExecutionExceptionHandler badInput =
        (e, line, result) -> {
          if (e instanceof BadInputException || e instanceof UncheckedIOException) {
            line.getErr().println(e.getMessage());
            return 2;
          }
          throw e;
        };
    return new CommandLine(new Dunning())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(badInput)
        .execute(args);
  }
}
