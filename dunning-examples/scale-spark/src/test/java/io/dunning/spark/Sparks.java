package io.dunning.spark;

import io.dunning.json.policy.PolicyFiles;
import io.dunning.policy.PolicySet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The Spark that tests run on. */
final class Sparks {
  private Sparks() {}

  /** Two threads of this process; a task may fail twice. */
  static SparkSession local() {
    return settings("local[2,3]").getOrCreate();
  }

  static SparkSession.Builder settings(String master) {
    return SparkSession.builder()
        .appName("test")
        .master(master)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "OFF")
        .config("spark.sql.shuffle.partitions", "2");
  }

  static PolicySet policies(String name) {
    return PolicyFiles.parse(PolicyFiles.shippedText(name)).toPolicySet();
  }

  /** The rows as lines, sorted; an empty cell is null. */
  static List<String> sorted(Dataset<Row> rows) {
    List<String> all = lines(rows);
    Collections.sort(all);
    return all;
  }

  /** The rows as lines, in the order of their partitions. */
  static List<String> lines(Dataset<Row> rows) {
    List<String> all = new ArrayList<>();
    for (Row row : rows.collectAsList()) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(i == 0 ? "" : "|").append(row.isNullAt(i) ? "" : row.get(i));
      }
      all.add(line.toString());
    }
    return all;
  }
}
