package io.dunning.cli;

import io.dunning.json.policy.PolicyFile;
import io.dunning.json.policy.PolicyFileException;
import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.DunningPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads, prints and writes policy files. */
@CommandLine.Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Lists, prints and formats policies.",
    subcommands = {
      PolicyCommand.ListNames.class,
      PolicyCommand.Print.class,
      PolicyCommand.Show.class,
      PolicyCommand.FormatFile.class,
      PolicyCommand.Schema.class
    })
final class PolicyCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  /** Prints the names of the shipped policies. */
  @CommandLine.Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the policies that are shipped, with what they are for.")
  static final class ListNames extends PrintingCommand {
    @Override
    public Integer call() {
      Format.Printer printer = printer(List.of("policy", "steps", "fingerprint", "for"));
      for (String name : PolicyFiles.shippedNames()) {
        DunningPolicy policy = PolicyFiles.shipped(name);
        printer.row(
            List.of(
                name,
                String.valueOf(policy.ladder().steps().size()),
                policy.fingerprint(),
                purpose(name)));
      }
      printer.end();
      return 0;
    }

    /** The first comment of its file that is not for an editor. */
    private static String purpose(String name) {
      return PolicyFiles.shippedText(name)
          .lines()
          .filter(l -> l.startsWith("# ") && !l.contains("$schema"))
          .findFirst()
          .map(l -> l.substring(2))
          .orElse("");
    }
  }

  /** Prints policies as prose. */
  @CommandLine.Command(
      name = "print",
      mixinStandardHelpOptions = true,
      description = "Prints policies as a page to read.")
  static final class Print implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(paramLabel = "FILE|NAME", description = "a policy file, or a shipped policy")
    String policy;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      PolicyFile file = Policies.file("policy print", policy);
      file.set().ifPresent(s -> out.print(Visible.lines(PolicyPage.of(s))));
      String between = file.set().isPresent() ? "\n" : "";
      for (DunningPolicy each : file.policies()) {
        out.print(between + Visible.lines(PolicyPage.of(each)));
        between = "\n";
      }
      return 0;
    }
  }

  /** Prints the text of a policy, to begin a file with. */
  @CommandLine.Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints the file of a shipped policy, to begin one of your own with.")
  static final class Show implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "a shipped policy")
    String policy;

    @Override
    public Integer call() {
      spec.commandLine().getOut().print(Policies.shippedText("policy show", policy));
      return 0;
    }
  }

  /** Formats policy files. */
  @CommandLine.Command(
      name = "format",
      mixinStandardHelpOptions = true,
      description = "Prints a policy file with its keys and words as usual; comments stay.")
  static final class FormatFile implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a policy file")
    Path file;

    @Option(names = "--write", description = "write the file instead of printing it")
    boolean write;

    @Override
    public Integer call() {
      String text = Policies.text("policy format", file);
      try {
        // a file with mistakes stays as it is
        PolicyFiles.read(file);
        String formatted = PolicyFiles.format(text);
        if (!write) {
          spec.commandLine().getOut().print(formatted);
        } else if (!formatted.equals(text)) {
          Files.writeString(file, formatted);
        }
      } catch (PolicyFileException e) {
        throw new BadInputException(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file, e);
      }
      return 0;
    }
  }

  /** Prints the schema of policy files. */
  @CommandLine.Command(
      name = "schema",
      mixinStandardHelpOptions = true,
      description = "Prints the JSON Schema of policy files, for editors.")
  static final class Schema implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      spec.commandLine().getOut().print(PolicyFiles.schema());
      return 0;
    }
  }
}
