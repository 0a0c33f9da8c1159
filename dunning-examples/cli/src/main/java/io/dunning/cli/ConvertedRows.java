package io.dunning.cli;

import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingLine.Apart;
import io.dunning.aging.AgingReport;
import io.dunning.aging.ConvertedAging;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import java.util.List;

/** Prints aging with exchange rates and converted amounts, then all currencies together. */
final class ConvertedRows {
  private final AgingReport report;
  private final ConvertedAging all;
  private final Rows rows;
  private final String converted;

  ConvertedRows(AgingReport report, ExchangeRates exchange, Rows rows) {
    this.report = report;
    this.rows = rows;
    converted = column(exchange);
    try {
      all = ConvertedAging.of(report, exchange.base(), exchange.rates(), Rounding.HALF_UP);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--rates: " + e.getMessage());
    }
  }

  /** The column of converted amounts, such as {@code in_EUR}. */
  static String column(ExchangeRates exchange) {
    return "in_" + exchange.base();
  }

  void print() {
    Money zero = Money.zero(all.currency());
    long[] counts = new long[report.schedule().bands().size()];
    long count = 0;
    long credits = 0;
    Money credit = zero;
    for (AgingLine line : report.totals().values()) {
      List<Money> parts = all.parts().get(line.currency());
      Money sum = zero;
      for (int i = 0; i < counts.length; i++) {
        row(line, label(i), line.amount(i), line.count(i), parts.get(i));
        counts[i] += line.count(i);
        sum = sum.plus(parts.get(i));
      }
      row(line, "total", line.total(), line.totalCount(), sum);
      count += line.totalCount();
      if (line.count(Apart.CREDIT) > 0) {
        Money own = all.convert(line.amount(Apart.CREDIT), Rounding.HALF_UP);
        row(line, "credit", line.amount(Apart.CREDIT), line.count(Apart.CREDIT), own);
        credits += line.count(Apart.CREDIT);
        credit = credit.plus(own);
      }
    }
    for (int i = 0; i < counts.length; i++) {
      row("all", label(i), counts[i], all.bands().get(i));
    }
    row("all", "total", count, all.total());
    if (credits > 0) {
      row("all", "credit", credits, credit);
    }
  }

  private String label(int band) {
    return report.schedule().bands().get(band).label();
  }

  private void row(AgingLine line, String band, Money amount, long count, Money own) {
    rows.with("amount", amount).with("rate", all.rates().get(line.currency()));
    row(line.currency().code(), band, count, own);
  }

  private void row(String currency, String band, long count, Money own) {
    rows.with("as_of", report.asOf())
        .with("currency", currency)
        .with("band", band)
        .with("count", count)
        .with(converted, own)
        .print();
  }
}
