package io.dunning.scale;

import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.portfolio.CollectionMetrics;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collector;
import org.duckdb.DuckDBAppender;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Writes how well each currency is collected. */
@CommandLine.Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    description = "Writes how well each currency is collected, as a Parquet file.")
final class MetricsCommand implements Callable<Integer> {
  private static final String COLUMNS =
      "as_of DATE, currency VARCHAR, metric VARCHAR, value VARCHAR";

  @Mixin private ReportOptions options;

  @Override
  public Integer call() throws Exception {
    options.write(COLUMNS, this::write);
    return 0;
  }

  private void write(DuckDBAppender table) throws SQLException, IOException, InterruptedException {
    for (LocalDate day : options.days()) {
      for (Map.Entry<CurrencyUnit, CollectionMetrics> each :
          measured(CollectionMetrics.collector(day)).entrySet()) {
        for (Map.Entry<String, String> value : MetricValues.of(each.getValue()).entrySet()) {
          table.beginRow().append(day).append(each.getKey().code());
          table.append(value.getKey()).append(value.getValue()).endRow();
        }
      }
    }
  }

  /** Each batch is measured by itself; then the sums are combined. */
  private <S> SortedMap<CurrencyUnit, CollectionMetrics> measured(
      Collector<Account, S, SortedMap<CurrencyUnit, CollectionMetrics>> how)
      throws SQLException, IOException, InterruptedException {
    List<S> all = new ArrayList<>(List.of(how.supplier().get()));
    options.forEachBatch(
        batch -> {
          S sums = how.supplier().get();
          for (int i = 0; i < batch.accounts(); i++) {
            int each = i;
            batch.naming(i, () -> how.accumulator().accept(sums, batch.account(each)));
          }
          return sums;
        },
        part -> all.set(0, how.combiner().apply(all.get(0), part)));
    return how.finisher().apply(all.get(0));
  }
}
