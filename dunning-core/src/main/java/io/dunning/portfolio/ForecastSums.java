package io.dunning.portfolio;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.portfolio.PaymentForecast.Debt;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Adds up debts of one currency by the week of a day. */
final class ForecastSums {
  private ForecastSums() {}

  /** The sums of the weeks; behind them what comes later, and last what has no day. */
  static Money[] of(
      List<Debt> debts,
      Function<Debt, Optional<LocalDate>> day,
      CurrencyUnit currency,
      LocalDate monday,
      int weeks) {
    Money[] sums = new Money[weeks + 2];
    Arrays.fill(sums, Money.zero(currency));
    for (Debt each : debts) {
      int place =
          day.apply(each)
              .map(d -> (int) Math.min(weeks, (d.toEpochDay() - monday.toEpochDay()) / 7))
              .orElse(weeks + 1);
      sums[place] = sums[place].plus(each.open());
    }
    return sums;
  }
}
