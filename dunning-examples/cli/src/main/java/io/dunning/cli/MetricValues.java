package io.dunning.cli;

import static io.dunning.cli.Rows.text;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.portfolio.CollectionMetrics;
import io.dunning.portfolio.ReceivablePeriod;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures that {@code metrics} prints, by their names and in their order. */
final class MetricValues {
  private MetricValues() {}

  /** How a currency is collected. */
  static Map<String, String> of(CollectionMetrics m) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("ar_total", text(m.receivables()));
    all.put("ar_not_due", text(m.notDue()));
    all.put("ar_overdue", text(m.overdue()));
    all.put("sales_month", text(m.salesOfMonth()));
    all.put("sales_90d", text(m.salesOf90Days()));
    all.put("dso_month", text(m.dsoOfMonth()));
    all.put("dso_90d", text(m.dsoOf90Days()));
    all.put("best_possible_dso_90d", text(m.bestPossibleDso()));
    all.put("avg_days_delinquent_90d", text(m.averageDaysDelinquent()));
    all.put("dso_countback", m.dsoByCountBack().toPlainString());
    all.put("dso_countback_exhausted", m.isCountBackExhausted() ? "Y" : "N");
    all.put("cei_month", text(m.collectionEffectiveness()));
    all.put("percent_current", text(m.percentCurrent()));
    all.put("bad_debt_to_sales_month", text(m.badDebtToSales()));
    all.put("overdue_weighted_days_past_due", text(m.overdueDays()));
    all.put("paid_count_month", String.valueOf(m.payments()));
    all.put("paid_amount_month", text(m.paid()));
    all.put("avg_days_late_paid_month", text(m.averageDaysLatePaid()));
    all.put("avg_days_vs_due_paid_month", text(m.averageDaysVsDuePaid()));
    all.put("amount_weighted_days_late_paid_month", text(m.weightedDaysLatePaid()));
    all.put("amount_weighted_days_to_pay_month", text(m.weightedDaysToPay()));
    all.put("on_time_share_month", text(m.onTimeShare()));
    put(all, "month", m.month());
    all.put("sales_quarter", text(m.quarter().sales()));
    put(all, "quarter", m.quarter());
    all.put("dso_quarter", text(m.quarter().dso()));
    all.put("cei_quarter", text(m.quarter().collectionEffectiveness()));
    return all;
  }

  private static void put(Map<String, String> all, String name, ReceivablePeriod period) {
    all.put("ar_opening_" + name, text(period.opening()));
    all.put("dso_average_" + name, text(period.dsoOnAverage()));
    all.put("turnover_" + name, text(period.turnover()));
  }

  /** How a customer pays. */
  static Map<String, String> of(PaymentProfile p) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("invoices", String.valueOf(p.invoices()));
    all.put("settled", String.valueOf(p.settled()));
    all.put("late", String.valueOf(p.late()));
    all.put("late_ratio", text(p.lateRatio()));
    all.put("late_amount_ratio", text(p.lateAmountRatio()));
    all.put("avg_days_vs_due", text(p.averageDaysVsDue()));
    all.put("avg_days_late", text(p.averageDaysLate()));
    all.put("avg_days_late_when_late", text(p.averageDaysLateWhenLate()));
    all.put(
        "max_days_vs_due",
        p.maximumDaysVsDue().isPresent() ? String.valueOf(p.maximumDaysVsDue().getAsLong()) : "");
    all.put("amount_weighted_days_late", text(p.weightedDaysLate()));
    all.put("amount_weighted_days_vs_due", text(p.weightedDaysVsDue()));
    all.put("trend", text(p.trend()));
    all.put(
        "usual_day_of_month",
        p.usualDayOfMonth().isPresent() ? String.valueOf(p.usualDayOfMonth().getAsInt()) : "");
    all.put("last_settled", p.lastSettled().map(LocalDate::toString).orElse(""));
    all.put("overdue", String.valueOf(p.overdue()));
    all.put("long_overdue", String.valueOf(p.longOverdue()));
    all.put("promises_kept", String.valueOf(p.promisesKept()));
    all.put("promises_broken", String.valueOf(p.promisesBroken()));
    all.put("written_off", String.valueOf(p.writtenOff()));
    all.put("contacts", String.valueOf(p.contacts()));
    all.put("contacts_answered", String.valueOf(p.contactsAnswered()));
    all.put("band", p.band().toString());
    return all;
  }
}
