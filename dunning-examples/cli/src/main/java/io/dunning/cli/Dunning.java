package io.dunning.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Answers questions about a ledger: aging, next actions with reasons, explanations, simulations.
 */
@CommandLine.Command(
    name = "dunning",
    mixinStandardHelpOptions = true,
    version = "dunning 0.1.0",
    description = "Answers questions about a ledger of CSV files.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a check found faults",
      "2:bad input",
      "3:a check is inconclusive",
      "70:the program failed, or could not write its output"
    },
    subcommands = {
      TourCommand.class,
      AgingCommand.class,
      NextCommand.class,
      ExplainCommand.class,
      SimulateCommand.class,
      LetterCommand.class,
      InterestCommand.class,
      MetricsCommand.class,
      WorklistCommand.class,
      ReportCommand.class,
      RiskCommand.class,
      ForecastCommand.class,
      CollectedCommand.class,
      ChangesCommand.class,
      PracticesCommand.class,
      DisputesCommand.class,
      LawCommand.class,
      CheckCommand.class,
      CompareCommand.class,
      CoverageCommand.class,
      BacktestCommand.class,
      ConvertCommand.class,
      ImportCommand.class,
      ReadCommand.class,
      TypesCommand.class,
      PolicyCommand.class,
      StudioCommand.class
    })
public final class Dunning {
  /** What a failure of the program itself ends with, so that it is not taken for a finding. */
  private static final int FAILED = 70;

  private static final int BAD_INPUT = 2;

  private Dunning() {}

  /**
   * Runs a command and ends the program with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    WatchedOutput out =
        new WatchedOutput(new FileOutputStream(FileDescriptor.out), Terminal.isOutputPiped());
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Interruption.watch();
    int code = run(Ansi.AUTO, out, err, args);
    Interruption.done(code);
    System.exit(code);
  }

  /** Runs a command, and says so if what it prints could not be written to the stream. */
  static int run(Ansi ansi, WatchedOutput stream, PrintWriter err, String... args) {
    PrintWriter out = new PrintWriter(stream, false, StandardCharsets.UTF_8);
    int code = run(ansi, out, err, args);
    out.flush();
    Optional<String> lost = stream.lost();
    lost.ifPresent(
        why -> {
          err.println(Visible.line("standard output could not be written: " + why));
          err.println("Maybe the disk is full");
        });
    return lost.isPresent() ? FAILED : code;
  }

  /** Runs a command. It prints nothing unless all of it succeeds. */
  static int run(Ansi ansi, PrintWriter out, PrintWriter err, String... args) {
    return run(ansi, new HeldOutput(out), err, args);
  }

  /** Runs a command, and closes its output. */
  static int run(Ansi ansi, HeldOutput output, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Dunning());
    try (HeldOutput held = output) {
      int code =
          line.setOut(new PrintWriter(held))
              .setErr(err)
              .setColorScheme(Help.defaultColorScheme(ansi))
              .setParameterExceptionHandler(Dunning::refuse)
              .setExecutionExceptionHandler((e, command, result) -> failed(e, command))
              .setExitCodeExceptionMapper(e -> FAILED)
              .execute(args);
      if (code != BAD_INPUT && code != FAILED) {
        held.release();
      }
      return code;
    } catch (OutputException e) {
      return noRoom(e, err);
    }
  }

  /** Says which option is wrong, without letting what was typed reach the terminal raw. */
  private static int refuse(ParameterException e, String... args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(command.getColorScheme().errorText(Visible.lines(e.getMessage())));
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      command.usage(err, command.getColorScheme());
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int noRoom(OutputException e, PrintWriter err) {
    err.println(Visible.lines(e.getMessage()));
    return FAILED;
  }

  private static int failed(Exception e, CommandLine command) throws Exception {
    if (e instanceof OutputException full) {
      return noRoom(full, command.getErr());
    }
    // readers bound each amount, rate and date, but not what is made of them
    if (e instanceof ArithmeticException) {
      command.getErr().println(Visible.lines(tooLarge(command)));
    } else if (e instanceof DateTimeException) {
      command.getErr().println(Visible.lines("a date cannot be calculated: " + e.getMessage()));
    } else if (e instanceof BadInputException || e instanceof UncheckedIOException) {
      command.getErr().println(Visible.lines(e.getMessage()));
    } else {
      throw e;
    }
    return BAD_INPUT;
  }

  private static String tooLarge(CommandLine command) {
    Optional<String> largest =
        command.getMixins().values().stream()
            .filter(Reading.class::isInstance)
            .findFirst()
            .flatMap(r -> ((Reading) r).largest());
    return "a sum is more than an amount can hold\nMaybe look for an amount or a rate that is wrong"
        + largest.map(l -> ": the largest invoice is " + l).orElse("");
  }
}
