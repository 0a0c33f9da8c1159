package io.dunning.spark;

import io.dunning.json.policy.PolicyFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    return new CommandLine(new DunningSpark())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (problem, command, parsed) -> {
              Throwable cause = cause(problem);
              command
                  .getErr()
                  .println(isBadInput(cause) ? cause.getMessage() : "the program failed: " + cause);
              return isBadInput(cause) ? BAD_INPUT : FAILED;
            });
  }

  /** What went wrong in the first place: a task that failed wraps it. */
  private static Throwable cause(Throwable problem) {
    Throwable cause = problem;
    while (!isBadInput(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static boolean isBadInput(Throwable problem) {
    return problem instanceof BadPortfolioException
        || problem instanceof PolicyFileException
        || problem instanceof IOException
        || problem instanceof UncheckedIOException;
  }
}
