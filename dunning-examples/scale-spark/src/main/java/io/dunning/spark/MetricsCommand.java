package io.dunning.spark;

import io.dunning.portfolio.CollectionMetrics;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints how well each currency is collected. */
@CommandLine.Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the sums of which the metrics of each currency consist, a line of JSON each.",
      "CollectionMetrics of the library can be made of a line."
    })
final class MetricsCommand implements Callable<Integer> {
  @Mixin private PortfolioOptions options = new PortfolioOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter to = spec.commandLine().getOut();
    try (SparkSession spark = options.open("metrics")) {
      for (CollectionMetrics each : options.portfolio(spark).metrics(options.day()).values()) {
        to.println(LedgerRow.MAPPER.writeValueAsString(each));
      }
    }
    to.flush();
    return 0;
  }
}
