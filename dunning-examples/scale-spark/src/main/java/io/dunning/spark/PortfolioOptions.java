package io.dunning.spark;

import java.time.LocalDate;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of every command: which portfolio, on which day, and on which Spark. */
final class PortfolioOptions {
  @Parameters(
      paramLabel = "PORTFOLIO",
      description = "folder with the tables invoices, events and perhaps customers")
  private String portfolio;

  @Option(
      names = {"--as-of", "--on"},
      required = true,
      paramLabel = "DATE",
      description = "the day at whose end is asked")
  private LocalDate day;

  @Option(
      names = "--parts",
      paramLabel = "N",
      description = "in how many partitions (default: one for 16 MB of Parquet)")
  private Integer parts;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "the cluster (default: what spark-submit says, or else all cores of this machine)")
  private String master;

  LocalDate day() {
    return day;
  }

  SparkSession open(String command) {
    SparkConf conf = new SparkConf();
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.master", "local[*]");
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.log.level", "ERROR");
    }
    conf.setIfMissing("spark.ui.showConsoleProgress", String.valueOf(System.console() != null));
    return SparkSession.builder().appName("dunning " + command).config(conf).getOrCreate();
  }

  /** A folder for what comes out, which may be written. */
  OutFolder out(SparkSession spark, String folder) {
    return OutFolder.of(spark, folder, portfolio);
  }

  SparkPortfolio portfolio(SparkSession spark) {
    if (parts != null && parts < 1) {
      throw new BadPortfolioException("--parts: must be 1 or more: " + parts);
    }
    SparkPortfolio all = SparkPortfolio.read(spark, portfolio);
    return parts == null ? all : all.inPartitions(parts);
  }
}
