package io.dunning.spark;

import io.dunning.aging.AgeBand;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingLine.Apart;
import io.dunning.aging.AgingReport;
import io.dunning.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What a customer owes in one band, as a row of Spark. */
final class AgingRow {
  static final StructType SCHEMA =
      StructType.fromDDL(
          "customer STRING NOT NULL, currency STRING NOT NULL, band STRING NOT NULL,"
              + " minor BIGINT NOT NULL, count BIGINT NOT NULL");

  private AgingRow() {}

  /** A row for each band that has an item, by customer, currency and age; credits come last. */
  static List<Row> of(AgingReport report) {
    List<AgeBand> bands = report.schedule().bands();
    List<Row> rows = new ArrayList<>();
    for (AgingLine line : report.lines()) {
      for (int i = 0; i < bands.size(); i++) {
        add(line, bands.get(i).label(), line.amount(i), line.count(i), rows);
      }
      add(line, "credit", line.amount(Apart.CREDIT), line.count(Apart.CREDIT), rows);
    }
    return rows;
  }

  private static void add(AgingLine line, String band, Money amount, long count, List<Row> rows) {
    if (count > 0) {
      rows.add(
          RowFactory.create(
              line.customer(), line.currency().code(), band, amount.minorUnits(), count));
    }
  }
}
