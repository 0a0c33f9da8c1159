package io.dunning.charge;

import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.charge.LateInterest.Compounding;
import io.dunning.charge.LateInterest.RateMode;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rates of a rule in whole numbers, each from a day on; and the sum of interest in 128 bits,
 * exactly.
 */
final class RateTable {
  static final long UNKNOWN = -1;

  private final LateInterest rule;
  private final long[] from;
  private final long[] rates;
  private final Percentage[] percentages;
  private final BigInteger wholeDivisor;
  private final BigInteger monthlyDivisor;
  private final int decimals;
  private final long units;

  /** What a sum of balance times rate times units is divided by; zero if it is beyond a long. */
  private final long divisor;

  private final boolean floating;
  private final boolean simple;
  private final boolean actual;
  private final int paymentDelay;
  private final Rounding rounding;

  private RateTable(LateInterest rule, long[] from, BigDecimal[] percents) {
    this.rule = rule;
    this.from = from;
    int most = 0;
    for (BigDecimal each : percents) {
      most = Math.max(most, each == null ? 0 : each.scale());
    }
    decimals = most;
    rates = new long[percents.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] =
          percents[i] == null
              ? UNKNOWN
              : percents[i].setScale(most).unscaledValue().longValueExact();
    }
    percentages = new Percentage[rates.length];
    for (int i = 0; i < rates.length; i++) {
      percentages[i] = rates[i] == UNKNOWN ? null : percentage(i);
    }
    units = rule.unitsPerRate();
    BigInteger power = BigInteger.TEN.pow(decimals + 2);
    wholeDivisor = power.multiply(BigInteger.valueOf(units));
    monthlyDivisor = power.multiply(BigInteger.valueOf(12));
    divisor = wholeDivisor.bitLength() < Long.SIZE - 1 ? wholeDivisor.longValueExact() : 0;
    floating = rule.rateMode() != RateMode.FIXED_AT_START;
    simple = rule.compounding() == Compounding.NONE && rule.period().grace().count() == 0;
    actual = rule.units(0, 1) == 1 && rule.units(0, 36_525) == 36_525;
    paymentDelay = rule.period().paymentDay() == PaymentDay.INCLUDED ? 1 : 0;
    rounding = rule.rounding();
  }

  /** What balance times rate times units is divided by. */
  BigInteger divisor() {
    return wholeDivisor;
  }

  /** The {@link #divisor} where it fits into a long; else 0. */
  long narrowDivisor() {
    return divisor;
  }

  /** As {@link #divisor}, for a twelfth of the rate. */
  BigInteger monthlyDivisor() {
    return monthlyDivisor;
  }

  static RateTable of(LateInterest rule) {
    SortedSet<LocalDate> days = new TreeSet<>();
    days.add(LocalDate.MIN);
    rule.rate().tables().forEach(t -> addDays(days, t));
    long[] from = new long[days.size()];
    BigDecimal[] percents = new BigDecimal[days.size()];
    int i = 0;
    for (LocalDate day : days) {
      from[i] = day.toEpochDay();
      percents[i++] = rule.rate().percentOn(day).orElse(null);
    }
    return new RateTable(rule, from, percents);
  }

  private static void addDays(SortedSet<LocalDate> days, ReferenceRates rates) {
    for (ReferenceRates.Rate each : rates.rates()) {
      days.add(each.from());
      if (!each.throughInclusive().equals(LocalDate.MAX)) {
        days.add(each.throughInclusive().plusDays(1));
      }
    }
  }

  /** The place of the rate of a day. */
  int find(long day) {
    int found = Arrays.binarySearch(from, day);
    return found >= 0 ? found : -found - 2;
  }

  /** The rate at a place, in whole numbers; or unknown. */
  long rate(int place) {
    return rates[place];
  }

  /** The first day of the rate behind a place; never without one. */
  long changesOn(int place) {
    return place + 1 < from.length ? from[place + 1] : Long.MAX_VALUE;
  }

  /** The rate at a place; the same object where rates are equal, null where none is known. */
  Percentage percentageAt(int place) {
    return percentages[place];
  }

  private Percentage percentage(int place) {
    long rate = rates[place];
    for (int i = 0; i < place; i++) {
      if (rates[i] == rate) {
        return percentages[i];
      }
    }
    return Percentage.percent(BigDecimal.valueOf(rate, decimals).toPlainString());
  }

  /** Says which table has no rate for a day. */
  String missing(LocalDate day) {
    return rule.rate().missing(day);
  }

  /** Simple interest on a balance that payments lower. */
  long interest(long principal, long due, long through, long[] days, long[] payments, int count) {
    if (!simple || rule.period().limit().isPresent()) {
      throw new IllegalStateException("interest compounds, ends or has days of grace: " + rule);
    }
    long from = rule.period().firstInterestDay(due);
    int place = find(from);
    long balance = principal;
    long high = 0;
    long low = 0;
    int next = 0;
    while (from <= through && balance > 0) {
      while (next < count && days[next] + paymentDelay <= from) {
        balance -= Math.min(balance, payments[next++]);
      }
      long end = next < count ? Math.min(through + 1, days[next] + paymentDelay) : through + 1;
      if (balance > 0) {
        long weight = weight(place, from, end);
        long product = balance * weight;
        high += Math.multiplyHigh(balance, weight);
        low += product;
        if (Long.compareUnsigned(low, product) < 0) {
          high++;
        }
        if (high < 0) {
          throw new ArithmeticException("interest does not fit");
        }
      }
      while (floating && changesOn(place) <= end) {
        place++;
      }
      from = end;
    }
    return divided(high, low);
  }

  /** The sum of rate times units from a day, whose rate is at a place, to another, excluded. */
  private long weight(int first, long start, long end) {
    int place = first;
    long weight = 0;
    long from = start;
    while (from < end) {
      long rate = rates[place];
      if (rate == UNKNOWN) {
        throw new IllegalStateException(missing(LocalDate.ofEpochDay(from)));
      }
      long until = floating ? Math.min(end, changesOn(place)) : end;
      long part = actual ? until - from : rule.units(from, until);
      weight = Math.addExact(weight, Math.multiplyExact(rate, part));
      from = until;
      place++;
    }
    return weight;
  }

  private long divided(long high, long low) {
    if (high == 0 && low >= 0 && divisor > 0) {
      return Exact.rounded(low, divisor, rounding);
    }
    BigInteger sum =
        BigInteger.valueOf(high)
            .shiftLeft(Long.SIZE)
            .add(new BigInteger(Long.toUnsignedString(low)));
    return new BigDecimal(sum)
        .divide(new BigDecimal(divisor()), 0, RoundingMode.valueOf(rounding.name()))
        .longValueExact();
  }
}
