package io.dunning.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;

import io.dunning.action.DunningAction;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Rule;
import io.dunning.evaluation.Verdict;
import io.dunning.portfolio.Decisions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What is to be done about an account, or about one invoice of it, as a row of Spark. */
final class DecisionRow {
  /** As executors make it; {@link #dated} makes the review day a date. */
  static final StructType MADE =
      StructType.fromDDL(
          "customer STRING NOT NULL, invoice STRING, verdict STRING NOT NULL, rule STRING NOT NULL,"
              + " step STRING, review_on INT, invoices STRING, actions STRING, channel STRING,"
              + " reason STRING");

  private DecisionRow() {}

  static Dataset<Row> dated(Dataset<Row> made) {
    return made.withColumn("review_on", date_from_unix_date(col("review_on")));
  }

  /** A decision of an account table. */
  static Row of(Decisions all, int d) {
    long review = all.reviewDay(d);
    return RowFactory.create(
        all.customer(d),
        all.invoice(d).orElse(null),
        all.verdict(d).toString(),
        all.rule(d).toString(),
        all.step(d).orElse(null),
        review == Long.MAX_VALUE ? null : Math.toIntExact(review),
        null,
        null,
        null,
        null);
  }

  /**
   * A whole answer.
   *
   * @param isPerInvoice whether the policy decides about invoices one by one
   * @param withReason whether to tell actions and reason
   */
  static Row of(Recommendation answer, boolean isPerInvoice, boolean withReason) {
    return RowFactory.create(
        answer.subject().customer(),
        isPerInvoice ? answer.subject().unit() : null,
        answer.verdict().toString(),
        answer.rule().toString(),
        answer.step().or(answer::waitsFor).orElse(null),
        answer.reviewOn().map(LocalDate::toEpochDay).map(Math::toIntExact).orElse(null),
        withReason ? String.join(" ", invoices(answer)) : null,
        withReason ? actions(answer) : null,
        withReason ? answer.channel().map(Object::toString).orElse(null) : null,
        withReason ? answer.reason().toString() : null);
  }

  /** An account about which there is nothing to say. */
  static Row closed(String customer) {
    return RowFactory.create(
        customer,
        null,
        Verdict.CLOSED.toString(),
        Rule.CLOSED.toString(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static List<String> invoices(Recommendation answer) {
    return answer.invoices().isEmpty() ? answer.subject().invoices() : answer.invoices();
  }

  private static String actions(Recommendation answer) {
    return answer.actions().stream()
        .map(DunningAction::toString)
        .collect(Collectors.joining(" and "));
  }
}
