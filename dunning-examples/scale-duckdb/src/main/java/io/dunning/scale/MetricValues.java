package io.dunning.scale;

import io.dunning.money.Money;
import io.dunning.portfolio.CollectionMetrics;
import io.dunning.portfolio.ReceivablePeriod;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Metrics by the names that {@code dunning metrics} prints, in its order. */
final class MetricValues {
  private final Map<String, String> all = new LinkedHashMap<>();

  private MetricValues() {}

  static Map<String, String> of(CollectionMetrics m) {
    MetricValues values = new MetricValues();
    values.open(m);
    values.sold(m);
    values.paid(m);
    values.period("month", m.month());
    values.put("sales_quarter", m.quarter().sales());
    values.period("quarter", m.quarter());
    values.put("dso_quarter", m.quarter().dso());
    values.put("cei_quarter", m.quarter().collectionEffectiveness());
    return values.all;
  }

  private void open(CollectionMetrics m) {
    put("ar_total", m.receivables());
    put("ar_not_due", m.notDue());
    put("ar_overdue", m.overdue());
  }

  private void sold(CollectionMetrics m) {
    put("sales_month", m.salesOfMonth());
    put("sales_90d", m.salesOf90Days());
    put("dso_month", m.dsoOfMonth());
    put("dso_90d", m.dsoOf90Days());
    put("best_possible_dso_90d", m.bestPossibleDso());
    put("avg_days_delinquent_90d", m.averageDaysDelinquent());
    put("dso_countback", Optional.of(m.dsoByCountBack()));
    all.put("dso_countback_exhausted", m.isCountBackExhausted() ? "Y" : "N");
    put("cei_month", m.collectionEffectiveness());
    put("percent_current", m.percentCurrent());
    put("bad_debt_to_sales_month", m.badDebtToSales());
    put("overdue_weighted_days_past_due", m.overdueDays());
  }

  private void paid(CollectionMetrics m) {
    all.put("paid_count_month", Long.toString(m.payments()));
    put("paid_amount_month", m.paid());
    put("avg_days_late_paid_month", m.averageDaysLatePaid());
    put("avg_days_vs_due_paid_month", m.averageDaysVsDuePaid());
    put("amount_weighted_days_late_paid_month", m.weightedDaysLatePaid());
    put("amount_weighted_days_to_pay_month", m.weightedDaysToPay());
    put("on_time_share_month", m.onTimeShare());
  }

  private void period(String name, ReceivablePeriod period) {
    put("ar_opening_" + name, period.opening());
    put("dso_average_" + name, period.dsoOnAverage());
    put("turnover_" + name, period.turnover());
  }

  private void put(String name, Money amount) {
    all.put(name, amount.amount().toPlainString());
  }

  private void put(String name, Optional<BigDecimal> number) {
    all.put(name, number.map(BigDecimal::toPlainString).orElse(""));
  }
}
