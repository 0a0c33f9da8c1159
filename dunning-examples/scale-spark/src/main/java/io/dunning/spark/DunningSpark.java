package io.dunning.spark;

import io.dunning.json.policy.PolicyFileException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The command line of the module, for {@code spark-submit} or alone on one machine. */
@CommandLine.Command(
    name = "dunning-spark",
    mixinStandardHelpOptions = true,
    description = "Decides about very many invoices and ages them, with Spark.",
    subcommands = {DecideCommand.class, AgingCommand.class, MetricsCommand.class})
public final class DunningSpark {
  private static final int BAD_INPUT = 2;
  private static final int FAILED = 70;

  private DunningSpark() {}

  /**
   * Runs a command and ends the program with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    int code = run(args);
    // a driver that a cluster started ends well by returning
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs a command; returns its exit code. */
  static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return Usage.of(new CommandLine(new DunningSpark()))
        .setExecutionExceptionHandler(
            (problem, command, parsed) -> failed(problem, command.getErr()));
  }

  /** Says what went wrong; returns the exit code. */
  static int failed(Exception problem, PrintWriter err) {
    Throwable first = problem;
    while (!isBadInput(first) && first.getCause() != null) { // a task that failed wraps it
      first = first.getCause();
    }
    if (isBadInput(first)) {
      err.println(first.getMessage());
      return BAD_INPUT;
    }
    err.println("the program failed: " + first);
    problem.printStackTrace(err);
    return FAILED;
  }

  /** Files that cannot be read or written are bad input only where they were asked for. */
  private static boolean isBadInput(Throwable problem) {
    return problem instanceof BadPortfolioException || problem instanceof PolicyFileException;
  }
}
