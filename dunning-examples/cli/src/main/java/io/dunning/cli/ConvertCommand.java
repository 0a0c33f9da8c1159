package io.dunning.cli;

import io.dunning.ledger.Account;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a ledger folder as JSON lines, or JSON lines as a ledger folder. */
@CommandLine.Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = "Writes a ledger folder as JSON lines, or JSON lines as a ledger folder.")
final class ConvertCommand implements Callable<Integer> {
  @Option(
      names = "--ledger",
      required = true,
      paramLabel = "DIR",
      description = "the folder that is read, or written with --from")
  Path folder;

  @ArgGroup(multiplicity = "1")
  Lines lines;

  @Spec CommandSpec spec;

  /** Which file of JSON lines, and whether it is written or read. */
  static final class Lines {
    @Option(
        names = "--to",
        required = true,
        paramLabel = "FILE.jsonl",
        description = "writes the ledger to this new file")
    Path to;

    @Option(
        names = "--from",
        required = true,
        paramLabel = "FILE.jsonl",
        description = "reads this file, and writes new files into the folder")
    Path from;
  }

  @Override
  public Integer call() {
    if (lines.to != null) {
      toLines();
    } else {
      toFolder();
    }
    return 0;
  }

  private void toLines() {
    Problems problems = new Problems();
    LedgerReader reader =
        LedgerReader.read(file -> LedgerFiles.open(folder, file, in -> in), problems);
    List<Account> accounts = reader.allAccounts();
    if (problems.any()) {
      throw new BadInputException(problems.toString());
    }
    refuse(List.of(lines.to));
    StringBuilder text = new StringBuilder();
    List<LedgerLine> all = LedgerLine.of(accounts);
    all.forEach(line -> text.append(line.json()).append('\n'));
    write(lines.to, text.toString());
    say(all.size(), lines.to);
  }

  private void toFolder() {
    Problems problems = new Problems();
    List<LinesReader.Numbered> all = LinesReader.read(lines.from, problems);
    if (problems.any()) {
      throw new BadInputException(problems.toString());
    }
    Map<String, String> texts = new LedgerWriter(lines.from.toString()).write(all);
    refuse(LedgerFiles.ALL.stream().map(folder::resolve).toList());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    texts.forEach((name, text) -> write(folder.resolve(name), text));
    say(all.size(), folder);
  }

  private void say(int count, Path target) {
    spec.commandLine()
        .getOut()
        .println("wrote " + count + " lines to " + Visible.line("" + target));
  }

  /** Nothing is overwritten, not even a file that this ledger would not have. */
  private static void refuse(List<Path> files) {
    List<String> there =
        files.stream().filter(Files::exists).map(f -> f + ": exists already").toList();
    if (!there.isEmpty()) {
      throw new BadInputException(String.join("\n", there));
    }
  }

  private static void write(Path file, String text) {
    try (BufferedWriter out =
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
