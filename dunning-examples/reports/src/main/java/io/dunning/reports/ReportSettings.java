package io.dunning.reports;

import io.dunning.aging.AgingSchedule;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.portfolio.Worklist;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How a report is made. Immutable.
 *
 * @param title what stands at the top of the page
 * @param locale how numbers are written
 * @param evaluator decides what is due, and counts business days
 * @param schedule the bands of age; roll rates need a schedule by due date
 * @param order what the work of the day is sorted by
 * @param rates what currencies are worth; without them, each currency has a list of its own
 * @param monthsAhead how far the timelines of invoices look ahead, 0 for not at all
 */
public record ReportSettings(
    String title,
    Locale locale,
    DunningEvaluator evaluator,
    AgingSchedule schedule,
    Worklist.Order order,
    Optional<Worklist.Rates> rates,
    int monthsAhead) {
  private static final int MOST_MONTHS = 24;

  /**
   * Settings that are usual: English numbers, no holidays, bands of 30 days, what is worth most
   * first, and half a year ahead.
   */
  public static final ReportSettings STANDARD =
      new ReportSettings(
          "Receivables",
          Locale.UK,
          DunningEvaluator.on(BusinessCalendar.weekends()),
          AgingSchedule.STANDARD,
          Worklist.Order.GAIN,
          Optional.empty(),
          6);

  /**
   * Settings.
   *
   * @param title what stands at the top of the page
   * @param locale how numbers are written
   * @param evaluator decides what is due, and counts business days
   * @param schedule the bands of age
   * @param order what the work of the day is sorted by
   * @param rates what currencies are worth
   * @param monthsAhead how far the timelines of invoices look ahead, 0 to 24
   * @throws IllegalArgumentException if the number of months is not between 0 and 24
   */
  public ReportSettings {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(evaluator, "evaluator");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(rates, "rates");
    if (monthsAhead < 0 || monthsAhead > MOST_MONTHS) {
      throw new IllegalArgumentException(
          "timelines look 0 to " + MOST_MONTHS + " months ahead, not: " + monthsAhead);
    }
  }

  /**
   * {@return these settings with another title}
   *
   * @param text what stands at the top of the page
   */
  public ReportSettings titled(String text) {
    return new ReportSettings(text, locale, evaluator, schedule, order, rates, monthsAhead);
  }

  /**
   * {@return these settings with numbers of another locale}
   *
   * @param other how numbers are written
   */
  public ReportSettings in(Locale other) {
    return new ReportSettings(title, other, evaluator, schedule, order, rates, monthsAhead);
  }

  /**
   * {@return these settings with another evaluator}
   *
   * @param other decides what is due, and counts business days
   */
  public ReportSettings decidedBy(DunningEvaluator other) {
    return new ReportSettings(title, locale, other, schedule, order, rates, monthsAhead);
  }

  /**
   * {@return these settings with other bands of age}
   *
   * @param bands the bands
   */
  public ReportSettings agedBy(AgingSchedule bands) {
    return new ReportSettings(title, locale, evaluator, bands, order, rates, monthsAhead);
  }

  /**
   * {@return these settings with another order of the work}
   *
   * @param first what comes first
   */
  public ReportSettings orderedBy(Worklist.Order first) {
    return new ReportSettings(title, locale, evaluator, schedule, first, rates, monthsAhead);
  }

  /**
   * {@return these settings with one list of work for all currencies}
   *
   * @param worth what a unit of each currency is worth
   */
  public ReportSettings convertedAt(Worklist.Rates worth) {
    return new ReportSettings(
        title, locale, evaluator, schedule, order, Optional.of(worth), monthsAhead);
  }

  /**
   * {@return these settings with timelines that look further ahead, or not as far}
   *
   * @param months how far, 0 for not at all
   * @throws IllegalArgumentException if the number of months is not between 0 and 24
   */
  public ReportSettings lookingAhead(int months) {
    return new ReportSettings(title, locale, evaluator, schedule, order, rates, months);
  }
}
