package io.dunning.spark;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How options are read, and what is said about those that cannot be. */
final class Usage {
  private Usage() {}

  /** Makes a command line say what is wrong in a line or two, not by the whole help. */
  static CommandLine of(CommandLine all) {
    return all.setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, Usage::day)
        .registerConverter(Reasons.class, Usage::reasons)
        .setParameterExceptionHandler((problem, args) -> refused(problem));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("not a day such as 2026-03-01: " + text);
    }
  }

  private static Reasons reasons(String text) {
    return Stream.of(Reasons.values())
        .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("must be none, due or all: " + text));
  }

  /** A misspelt option is what is wrong, not the option that is missing because of it. */
  private static int refused(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    List<String> unknown = command.getUnmatchedArguments();
    ParameterException first =
        unknown.isEmpty() || problem instanceof UnmatchedArgumentException
            ? problem
            : new UnmatchedArgumentException(command, unknown);
    PrintWriter err = command.getErr();
    err.println(first.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(first, err)) {
      err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
