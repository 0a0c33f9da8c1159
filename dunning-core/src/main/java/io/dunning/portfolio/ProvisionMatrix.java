package io.dunning.portfolio;

import io.dunning.aging.AgeBand;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingSchedule;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The expected credit loss of each age band, by the simplified approach for trade receivables (IFRS
 * 9, paragraphs 5.5.15 and B5.5.35). You give the loss rates, or derive them from past losses or
 * from roll rates, and can scale them for expected changes. Immutable and thread-safe.
 *
 * @param schedule the bands
 * @param rates the loss rate of each band, youngest first
 */
public record ProvisionMatrix(AgingSchedule schedule, List<LossRate> rates)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * An exact share.
   *
   * @param lost the part that is lost, from zero to the whole
   * @param of the whole, above zero
   */
  public record LossRate(BigDecimal lost, BigDecimal of) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final LossRate ALL = new LossRate(BigDecimal.ONE, BigDecimal.ONE);

    /**
     * Creates an exact share.
     *
     * @param lost the part that is lost, from zero to the whole
     * @param of the whole, above zero
     * @throws IllegalArgumentException if the whole is not above zero, or if the part is negative
     *     or more than the whole
     */
    public LossRate {
      Objects.requireNonNull(lost, "lost");
      Objects.requireNonNull(of, "of");
      if (of.signum() <= 0 || lost.signum() < 0) {
        throw new IllegalArgumentException(
            "part is negative or whole is not above zero: " + lost + " of " + of);
      }
      if (lost.compareTo(of) > 0) {
        throw new IllegalArgumentException("more is lost than there is: " + lost + " of " + of);
      }
    }

    /**
     * {@return a percentage as an exact share}
     *
     * @param share the percentage, 0% to 100%
     * @throws IllegalArgumentException if the percentage is not between 0% and 100%
     */
    public static LossRate of(Percentage share) {
      Objects.requireNonNull(share, "share");
      if (share.value().signum() < 0 || share.value().compareTo(BigDecimal.valueOf(100)) > 0) {
        throw new IllegalArgumentException("loss rate is not between 0% and 100%: " + share);
      }
      return new LossRate(share.value(), BigDecimal.valueOf(100));
    }

    /** Returns a part of this share, but at most the whole. */
    private LossRate times(BigDecimal part, BigDecimal whole) {
      BigDecimal product = lost.multiply(part);
      BigDecimal all = of.multiply(whole);
      return product.compareTo(all) > 0 ? ALL : new LossRate(product, all);
    }

    /**
     * {@return what is lost of an amount, rounded half up to the minor unit}
     *
     * @param amount the amount
     */
    public Money of(Money amount) {
      BigDecimal loss =
          BigDecimal.valueOf(amount.minorUnits())
              .multiply(lost)
              .divide(of, 0, RoundingMode.HALF_UP);
      return Money.ofMinor(loss.longValueExact(), amount.currency());
    }

    /** Returns the share in percent to four decimals, such as {@code 4.5%}. */
    @Override
    public String toString() {
      BigDecimal percent = lost.movePointRight(2).divide(of, 4, RoundingMode.HALF_UP);
      return Percentage.percent(percent.toPlainString()).toString();
    }
  }

  /**
   * The expected loss of a band.
   *
   * @param band the band
   * @param balance the open amount in the band
   * @param rate the loss rate of the band
   * @param loss the expected loss, rounded half up to the minor unit
   */
  public record Allowance(AgeBand band, Money balance, LossRate rate, Money loss)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * An allowance.
     *
     * @param band the band
     * @param balance the open amount in the band
     * @param rate the loss rate of the band
     * @param loss the expected loss, rounded half up to the minor unit
     */
    public Allowance {
      Objects.requireNonNull(band, "band");
      Objects.requireNonNull(balance, "balance");
      Objects.requireNonNull(rate, "rate");
      Objects.requireNonNull(loss, "loss");
    }
  }

  /**
   * Creates a matrix.
   *
   * @param schedule the bands
   * @param rates the loss rate of each band, youngest first
   * @throws IllegalArgumentException if there is not one rate for each band
   */
  public ProvisionMatrix {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(rates, "rates");
    rates = List.copyOf(rates);
    if (rates.size() != schedule.bands().size()) {
      throw new IllegalArgumentException(
          "not one rate for each band: " + rates.size() + " for " + schedule.bands().size());
    }
  }

  /**
   * {@return a matrix of percentages}
   *
   * @param schedule the bands
   * @param shares the loss rate of each band, youngest first
   * @throws IllegalArgumentException if there is not one rate for each band
   */
  public static ProvisionMatrix of(AgingSchedule schedule, Percentage... shares) {
    Objects.requireNonNull(shares, "shares");
    return new ProvisionMatrix(schedule, Arrays.stream(shares).map(LossRate::of).toList());
  }

  /**
   * {@return a matrix from past losses: the loss rate of a band is what was never collected divided
   * by what entered the band}
   *
   * @param schedule the bands
   * @param lost the amount that was never collected
   * @param entered the amount that entered each band, youngest first, above zero
   * @throws IllegalArgumentException if there is not one amount for each band, or an amount is not
   *     above zero
   */
  public static ProvisionMatrix fromLosses(
      AgingSchedule schedule, Money lost, List<Money> entered) {
    Objects.requireNonNull(lost, "lost");
    Objects.requireNonNull(entered, "entered");
    return new ProvisionMatrix(
        schedule, entered.stream().map(e -> new LossRate(lost.amount(), e.amount())).toList());
  }

  /**
   * Returns a matrix from roll rates. The loss rate of a band is the share of it that got worse,
   * multiplied by the loss rate of the next band. You give the loss rate of the oldest band.
   *
   * @param schedule the bands
   * @param periods roll rates in one currency by these bands, each over a span of about one band
   * @param ofOldest the loss rate of the oldest band
   * @return the matrix; a band that was always empty has the loss rate of the next band
   */
  public static ProvisionMatrix fromRollRates(
      AgingSchedule schedule, List<RollRates> periods, Percentage ofOldest) {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(periods, "periods");
    Objects.requireNonNull(ofOldest, "ofOldest");
    int bands = schedule.bands().size();
    LossRate[] rates = new LossRate[bands];
    rates[bands - 1] = LossRate.of(ofOldest);
    for (int band = bands - 2; band >= 0; band--) {
      BigDecimal begin = BigDecimal.ZERO;
      BigDecimal worse = BigDecimal.ZERO;
      for (RollRates each : periods) {
        begin = begin.add(each.openingBalance(band).amount());
        worse = worse.add(each.writtenOff(band).amount());
        for (int now = band + 1; now < bands; now++) {
          worse = worse.add(each.moved(band, now).amount());
        }
      }
      rates[band] = begin.signum() == 0 ? rates[band + 1] : rates[band + 1].times(worse, begin);
    }
    return new ProvisionMatrix(schedule, List.of(rates));
  }

  /**
   * {@return this matrix with all rates scaled, for example for an expected downturn; no rate
   * exceeds 100%}
   *
   * @param factor the factor, such as {@code 120%}
   */
  public ProvisionMatrix adjustedBy(Percentage factor) {
    Objects.requireNonNull(factor, "factor");
    return adjustedBy(Collections.nCopies(rates.size(), factor));
  }

  /**
   * {@return this matrix with the rate of each band scaled by its own factor; no rate exceeds 100%}
   *
   * @param factors the factor of each band, youngest first
   * @throws IllegalArgumentException if there is not one factor for each band
   */
  public ProvisionMatrix adjustedBy(List<Percentage> factors) {
    Objects.requireNonNull(factors, "factors");
    if (factors.size() != rates.size()) {
      throw new IllegalArgumentException(
          "not one factor for each band: " + factors.size() + " for " + rates.size());
    }
    BigDecimal hundred = BigDecimal.valueOf(100);
    List<LossRate> all = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      all.add(rates.get(i).times(factors.get(i).value(), hundred));
    }
    return new ProvisionMatrix(schedule, all);
  }

  /**
   * {@return the expected loss of open items, band by band}
   *
   * @param line a line of an aging report with the same bands
   */
  public List<Allowance> allowance(AgingLine line) {
    List<Allowance> all = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      Money balance = line.amount(i);
      Money loss = rates.get(i).of(balance);
      all.add(new Allowance(schedule.bands().get(i), balance, rates.get(i), loss));
    }
    return all;
  }

  /**
   * {@return the expected loss of open items over all bands}
   *
   * @param line a line of an aging report with the same bands
   */
  public Money total(AgingLine line) {
    Money sum = Money.zero(line.currency());
    for (Allowance each : allowance(line)) {
      sum = sum.plus(each.loss());
    }
    return sum;
  }
}
