package io.dunning.scale;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a portfolio of a ledger. */
@CommandLine.Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Makes a portfolio of a ledger in JSON lines, as dunning convert writes them.")
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE.jsonl", description = "the ledger")
  private Path file;

  @Option(names = "--out", required = true, description = "a new folder")
  private Path out;

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(file)) {
      throw new BadPortfolioException(file + ": no such file");
    }
    NewFolder.check(out);
    System.out.printf("%,d lines%n", new LedgerImport().read(file, out));
    return 0;
  }
}
