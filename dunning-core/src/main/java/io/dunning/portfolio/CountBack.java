package io.dunning.portfolio;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;

/** Days sales outstanding by counting back: the days whose sales come to what is open. */
final class CountBack {
  private CountBack() {}

  static BigDecimal days(LocalDate asOf, MetricSums sums) {
    long rest = sums.open;
    long days = 0;
    YearMonth month = YearMonth.from(asOf);
    int length = asOf.getDayOfMonth();
    while (rest > 0 && !month.isBefore(sums.firstMonth(month))) {
      long sales = sums.sales(month);
      if (rest < sales) {
        return BigDecimal.valueOf(days)
            .add(exact(BigInteger.valueOf(rest), length, BigInteger.valueOf(sales)))
            .setScale(4, RoundingMode.HALF_UP);
      }
      days += length;
      rest -= Math.max(0, sales);
      month = month.minusMonths(1);
      length = month.lengthOfMonth();
    }
    return BigDecimal.valueOf(days).setScale(4);
  }

  private static BigDecimal exact(BigInteger amount, long times, BigInteger divisor) {
    return new BigDecimal(amount.multiply(BigInteger.valueOf(times)))
        .divide(new BigDecimal(divisor), 20, RoundingMode.DOWN);
  }
}
