package io.dunning.behaviour;

import io.dunning.ledger.Account;
import io.dunning.ledger.Closure;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well a model would have told, some days before the due date, which of the invoices still
 * unpaid were going to be late: each with the profile of that day, without hindsight. Immutable and
 * thread-safe.
 *
 * @param asked about how many invoices
 * @param late how many of them were late
 * @param ranking how often a late invoice had a higher probability than one on time, ties counting
 *     half: the area under the ROC curve, 0.5 for a guess; four decimals, half up. Zero if all or
 *     none were late
 * @param byProbability by probability: how many invoices, and how many of them were late
 */
public record RiskReport(
    int asked, int late, BigDecimal ranking, SortedMap<Percentage, Count> byProbability) {

  /**
   * Some invoices.
   *
   * @param asked how many
   * @param late how many of them were late
   */
  public record Count(int asked, int late) {
    private Count plus(Count more) {
      return new Count(asked + more.asked, late + more.late);
    }
  }

  /**
   * A report.
   *
   * @param asked about how many invoices
   * @param late how many of them were late
   * @param ranking the area under the ROC curve
   * @param byProbability by probability: how many invoices, and how many of them were late
   */
  public RiskReport {
    byProbability = Collections.unmodifiableSortedMap(new TreeMap<>(byProbability));
  }

  /**
   * A report.
   *
   * @param model the model
   * @param accounts the accounts, with what happened
   * @param dueFrom the first due date, included
   * @param dueThrough the last due date, included; what is unpaid now was late
   * @param daysBefore how many days before the due date the model is asked, or on the invoice date
   *     if that is later
   * @return the report
   */
  public static RiskReport of(
      RiskModel model,
      Collection<Account> accounts,
      LocalDate dueFrom,
      LocalDate dueThrough,
      int daysBefore) {
    SortedMap<Percentage, Count> all = new TreeMap<>();
    for (Account account : accounts) {
      for (InvoiceHistory history : account.invoices()) {
        LocalDate due = history.invoice().due();
        LocalDate day = due.minusDays(daysBefore);
        LocalDate asked =
            day.isBefore(history.invoice().issued()) ? history.invoice().issued() : day;
        boolean wanted = !due.isBefore(dueFrom) && !due.isAfter(dueThrough) && asked.isBefore(due);
        if (wanted && history.standingOn(asked).balance().openMinor() > 0 && tells(history)) {
          boolean wasLate = history.standingOn(due).balance().openMinor() > 0;
          all.merge(
              model.probability(PaymentProfile.of(account, asked)),
              new Count(1, wasLate ? 1 : 0),
              Count::plus);
        }
      }
    }
    return of(all);
  }

  /** Whether in the end the invoice was paid or stays unpaid: not voided, not credited in full. */
  private static boolean tells(InvoiceHistory history) {
    Standing end = history.standingOn(LocalDate.MAX);
    return end.balance().closure() != Closure.VOIDED
        && !(end.balance().closure() == Closure.SETTLED && !end.balance().paid().isPositive());
  }

  private static RiskReport of(SortedMap<Percentage, Count> all) {
    int asked = 0;
    int late = 0;
    long wins = 0;
    long before = 0;
    for (Count each : all.values()) {
      long onTime = each.asked - each.late;
      wins += each.late * (2 * before + onTime);
      before += onTime;
      asked += each.asked;
      late += each.late;
    }
    long pairs = 2L * late * (asked - late);
    BigDecimal ranking =
        pairs == 0
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(wins).divide(BigDecimal.valueOf(pairs), 4, RoundingMode.HALF_UP);
    return new RiskReport(asked, late, ranking, all);
  }

  /**
   * The share of invoices that were late: what one knows without a model.
   *
   * @return 0 to 1, four decimals, half up; zero if none was asked about
   */
  public BigDecimal baseRate() {
    return asked == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(late).divide(BigDecimal.valueOf(asked), 4, RoundingMode.HALF_UP);
  }

  /** Such as {@code 183 asked, 125 late (0.6831), ranking 0.7570}. */
  @Override
  public String toString() {
    return asked + " asked, " + late + " late (" + baseRate() + "), ranking " + ranking;
  }
}
