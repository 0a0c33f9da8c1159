package io.dunning.spark;

import io.dunning.json.policy.PolicyFile;
import io.dunning.json.policy.PolicyFileException;
import io.dunning.json.policy.PolicyFiles;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides about a portfolio. */
@CommandLine.Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = "Decides about all accounts of a portfolio.")
final class DecideCommand implements Callable<Integer> {
  @Mixin private PortfolioOptions options = new PortfolioOptions();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE|NAME",
      description = "a policy file, or the name of a shipped policy")
  private String policy;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the folder of the decisions")
  private String out;

  @Option(
      names = "--reasons",
      defaultValue = "due",
      description =
          "tell actions and reasons of none, of those due, or of all (default: ${DEFAULT-VALUE})")
  private Reasons reasons;

  @Override
  public Integer call() throws Exception {
    PolicyFile policies = file();
    try (SparkSession spark = options.open("decide")) {
      OutFolder to = options.out(spark, out);
      to.write(options.portfolio(spark).decisions(policies.toPolicySet(), options.day(), reasons));
    }
    return 0;
  }

  private PolicyFile file() {
    try {
      return PolicyFiles.named(policy);
    } catch (PolicyFileException e) {
      throw e; // says where in the file
    } catch (IllegalArgumentException e) {
      throw new BadPortfolioException("--policy: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new BadPortfolioException("--policy: cannot be read: " + e.getMessage(), e);
    }
  }
}
