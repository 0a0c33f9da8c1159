package io.dunning.scale;

import io.dunning.json.policy.PolicyFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import picocli.CommandLine;

/** Decides about very many invoices, from Parquet to Parquet. */
@CommandLine.Command(
    name = "dunning-scale",
    mixinStandardHelpOptions = true,
    version = "dunning-scale 0.1.0",
    description = "Decides about very many invoices, from Parquet to Parquet.",
    subcommands = {
      GenerateCommand.class,
      ImportCommand.class,
      DecideCommand.class,
      CurrentCommand.class,
      ShowCommand.class,
      AgingCommand.class,
      MetricsCommand.class,
      BenchCommand.class,
      BenchAgingCommand.class
    })
public final class Scale {
  private static final int BAD_INPUT = 2;
  private static final int FAILED = 70;

  private Scale() {}

  /**
   * Runs a command and ends the program with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command; returns its exit code. */
  static int run(String... args) {
    return new CommandLine(new Scale())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (problem, command, parsed) -> {
              boolean bad =
                  problem instanceof BadPortfolioException
                      || problem instanceof PolicyFileException
                      || problem instanceof SQLException
                      || problem instanceof IOException
                      || problem instanceof UncheckedIOException;
              command.getErr().println(bad ? said(problem) : "the program failed: " + problem);
              return bad ? BAD_INPUT : FAILED;
            })
        .execute(args);
  }

  private static String said(Exception problem) {
    if (problem instanceof SQLException of) {
      return DuckProblem.told(of);
    }
    return problem instanceof NoSuchFileException
        ? "no such file: " + problem.getMessage()
        : problem.getMessage();
  }
}
