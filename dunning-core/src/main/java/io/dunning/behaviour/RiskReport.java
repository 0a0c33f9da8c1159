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
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well a model would have predicted late payments. The model is asked some days before each due
 * date about an invoice that is still unpaid, with the profile of that day and no hindsight.
 * Immutable and thread-safe.
 *
 * @param asked how many invoices the model was asked about
 * @param late how many of them were late
 * @param ranking the area under the ROC curve: how often a late invoice had a higher probability
 *     than one paid on time, with ties counting half; 0.5 for a guess; four decimals, half up;
 *     empty if all or none were late
 * @param byProbability for each probability, how many invoices had it and how many of them were
 *     late
 */
public record RiskReport(
    int asked, int late, Optional<BigDecimal> ranking, SortedMap<Percentage, Count> byProbability) {

  /**
   * The invoices to which the model gave the same probability.
   *
   * @param asked how many there were
   * @param late how many of them were late
   */
  public record Count(int asked, int late) {
    private Count plus(Count more) {
      return new Count(asked + more.asked, late + more.late);
    }
  }

  /**
   * Creates a report from its parts.
   *
   * @param asked how many invoices the model was asked about
   * @param late how many of them were late
   * @param ranking the area under the ROC curve; empty if all or none were late
   * @param byProbability for each probability, how many invoices had it and how many of them were
   *     late
   */
  public RiskReport {
    Objects.requireNonNull(ranking, "ranking");
    Objects.requireNonNull(byProbability, "byProbability");
    byProbability = Collections.unmodifiableSortedMap(new TreeMap<>(byProbability));
  }

  /**
   * Tests a model on the invoices that fell due in a span of days.
   *
   * @param model the model to test
   * @param accounts the accounts with their events
   * @param dueFrom the first due date, included
   * @param dueThrough the last due date, included; an invoice that is still unpaid counts as late
   * @param daysBefore how many days before the due date the model is asked; it is asked on the
   *     invoice date if that is later
   * @return the report
   */
  public static RiskReport of(
      RiskModel model,
      Collection<Account> accounts,
      LocalDate dueFrom,
      LocalDate dueThrough,
      int daysBefore) {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(dueFrom, "dueFrom");
    Objects.requireNonNull(dueThrough, "dueThrough");
    SortedMap<Percentage, Count> all = new TreeMap<>();
    for (Account account : accounts) {
      for (InvoiceHistory history : account.invoices()) {
        LocalDate due = history.invoice().due();
        LocalDate day = due.minusDays(daysBefore);
        LocalDate asked =
            day.isBefore(history.invoice().issued()) ? history.invoice().issued() : day;
        boolean wanted = !due.isBefore(dueFrom) && !due.isAfter(dueThrough) && asked.isBefore(due);
        if (wanted
            && history.standingOn(asked).balance().openMinor() > 0
            && saysHowItIsPaid(history)) {
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

  /**
   * Returns whether the invoice says anything about paying: it was not voided or credited in full.
   */
  private static boolean saysHowItIsPaid(InvoiceHistory history) {
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
    Optional<BigDecimal> ranking = pairs == 0 ? Optional.empty() : Optional.of(share(wins, pairs));
    return new RiskReport(asked, late, ranking, all);
  }

  /**
   * {@return the share of invoices that were late, which is the best guess without a model: 0 to 1,
   * four decimals, half up; zero if the model was asked about no invoice}
   */
  public BigDecimal baseRate() {
    return asked == 0 ? BigDecimal.ZERO : share(late, asked);
  }

  private static BigDecimal share(long part, long whole) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }

  /** Returns the figures, such as {@code 183 asked, 125 late (0.6831), ranking 0.7570}. */
  @Override
  public String toString() {
    return asked
        + " asked, "
        + late
        + " late ("
        + baseRate()
        + ")"
        + ranking.map(r -> ", ranking " + r).orElse("");
  }
}
