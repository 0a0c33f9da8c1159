package io.dunning.scale;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Generates a sample portfolio. */
@CommandLine.Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Generates a sample portfolio of ten invoices a customer on average.")
final class GenerateCommand implements Callable<Integer> {
  @Option(names = "--customers", required = true, description = "how many customers")
  private long customers;

  @Option(names = "--seed", defaultValue = "1", description = "equal seeds, equal portfolios")
  private long seed;

  @Option(
      names = {"--as-of", "--on"},
      required = true,
      description = "the last day on which anything happened")
  private LocalDate day;

  @Option(names = "--out", required = true, description = "a new folder")
  private Path out;

  @Override
  public Integer call() throws Exception {
    if (customers < 1) {
      throw new BadPortfolioException("--customers: must be 1 or more: " + customers);
    }
    NewFolder.check(out);
    long invoices = new Generator(seed, day).write(customers, out);
    System.out.printf("%,d customers with %,d invoices%n", customers, invoices);
    return 0;
  }
}
