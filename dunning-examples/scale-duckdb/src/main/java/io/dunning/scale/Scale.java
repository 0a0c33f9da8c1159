package io.dunning.scale;

import io.dunning.json.policy.PolicyFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import picocli.CommandLine;

/** Decides about very many invoices, from Parquet to Parquet. */
@CommandLine.Command(
    name = "dunning-scale",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
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
    CommandLine all =
        Usage.of(new CommandLine(new Scale()))
            .setExecutionExceptionHandler(
                (problem, command, parsed) -> failed(problem, command.getErr()));
    try {
      return all.execute(args);
    } catch (OutOfMemoryError e) {
      all.getErr().println("a batch or an account does not fit into the heap: " + e.getMessage());
      all.getErr().println("Maybe use a larger -Xmx");
      return FAILED;
    }
  }

  private static int failed(Exception problem, PrintWriter err) {
    String ofInput = faultOfInput(problem);
    if (ofInput != null) {
      err.println(ofInput);
      return BAD_INPUT;
    }
    err.println("the program failed: " + problem);
    problem.printStackTrace(err);
    return FAILED;
  }

  /** What is wrong with what was given, in words; null if the program is to blame. */
  private static String faultOfInput(Exception problem) {
    if (problem instanceof SQLException of) {
      return DuckProblem.inWords(of);
    }
    if (problem instanceof IOException of) {
      return FileProblem.inWords(of);
    }
    if (problem instanceof UncheckedIOException of) {
      return of.getCause() instanceof FileSystemException file
          ? FileProblem.inWords(file)
          : of.getMessage();
    }
    boolean isOfInput =
        problem instanceof BadPortfolioException || problem instanceof PolicyFileException;
    return isOfInput ? problem.getMessage() : null;
  }
}
