package io.dunning.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** The Spark that a command runs on. */
final class Session {
  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "the cluster (default: what spark-submit says, or else all cores of this machine)")
  private String master;

  SparkSession open(String name) {
    SparkConf conf = new SparkConf();
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.master", "local[*]");
    if (conf.get("spark.master").startsWith("local[")) {
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.ui.enabled", "false");
      conf.setIfMissing("spark.log.level", "WARN");
    }
    conf.setIfMissing("spark.ui.showConsoleProgress", String.valueOf(System.console() != null));
    return SparkSession.builder().appName("dunning " + name).config(conf).getOrCreate();
  }
}
