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
 * What is expected to be lost of each band: the simplified approach to expected credit losses for
 * trade receivables (IFRS 9, paragraph 5.5.15 and B5.5.35). Loss rates come from the user, from
 * losses by the amounts that entered each band, or from roll rates; a forward adjustment scales
 * them. Immutable and thread-safe.
 *
 * @param schedule the bands
 * @param rates a rate a band
 */
public record ProvisionMatrix(AgingSchedule schedule, List<LossRate> rates)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * A share, exactly.
   *
   * @param lost the part
   * @param of the whole, more than zero
   */
  public record LossRate(BigDecimal lost, BigDecimal of) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final LossRate ALL = new LossRate(BigDecimal.ONE, BigDecimal.ONE);

    /**
     * A share, exactly.
     *
     * @param lost the part
     * @param of the whole
     * @throws IllegalArgumentException if the whole is not more than zero, or the part is less
     */
    public LossRate {
      if (of.signum() <= 0 || lost.signum() < 0) {
        throw new IllegalArgumentException("no share: " + lost + " of " + of);
      }
    }

    /**
     * A percentage as a share.
     *
     * @param share the percentage
     * @return the share
     */
    public static LossRate of(Percentage share) {
      return new LossRate(share.value(), BigDecimal.valueOf(100));
    }

    private LossRate times(BigDecimal part, BigDecimal whole) {
      return new LossRate(lost.multiply(part), of.multiply(whole));
    }

    /** Never more than all. */
    private LossRate capped() {
      return lost.compareTo(of) > 0 ? ALL : this;
    }

    /**
     * What is lost of an amount.
     *
     * @param amount the amount
     * @return the loss, half up
     */
    public Money of(Money amount) {
      BigDecimal loss =
          BigDecimal.valueOf(amount.minorUnits())
              .multiply(lost)
              .divide(of, 0, RoundingMode.HALF_UP);
      return Money.ofMinor(loss.longValueExact(), amount.currency());
    }

    /** Such as {@code 4.5%}; to four decimals. */
    @Override
    public String toString() {
      BigDecimal percent = lost.movePointRight(2).divide(of, 4, RoundingMode.HALF_UP);
      return Percentage.percent(percent.toPlainString()).toString();
    }
  }

  /**
   * What is expected to be lost of a band.
   *
   * @param band the band
   * @param balance what is open in it
   * @param rate its rate
   * @param loss the loss, half up
   */
  public record Allowance(AgeBand band, Money balance, LossRate rate, Money loss)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * A matrix.
   *
   * @param schedule the bands
   * @param rates a rate a band
   * @throws IllegalArgumentException if there are not as many rates as bands
   */
  public ProvisionMatrix {
    Objects.requireNonNull(schedule, "schedule");
    rates = List.copyOf(rates);
    if (rates.size() != schedule.bands().size()) {
      throw new IllegalArgumentException(
          "rates are not as many as bands: " + rates.size() + " for " + schedule.bands().size());
    }
  }

  /**
   * A matrix of percentages.
   *
   * @param schedule the bands
   * @param shares what is lost of each band, youngest first
   * @return the matrix
   */
  public static ProvisionMatrix of(AgingSchedule schedule, Percentage... shares) {
    return new ProvisionMatrix(schedule, Arrays.stream(shares).map(LossRate::of).toList());
  }

  /**
   * A matrix from experience: what was never collected, of what entered each band.
   *
   * @param schedule the bands
   * @param lost what was never collected
   * @param entered what entered each band, youngest first
   * @return the matrix
   */
  public static ProvisionMatrix fromLosses(
      AgingSchedule schedule, Money lost, List<Money> entered) {
    return new ProvisionMatrix(
        schedule, entered.stream().map(e -> new LossRate(lost.amount(), e.amount())).toList());
  }

  /**
   * A matrix from roll rates: a band is lost as far as it gets worse, and then as far as the next
   * one is lost; of the oldest band a given share is.
   *
   * @param schedule the bands
   * @param periods roll rates of one currency and these bands, for some spans of about a band each
   * @param ofOldest what is lost of the oldest band
   * @return the matrix; a band in which nothing ever was is lost like the next one
   */
  public static ProvisionMatrix fromRollRates(
      AgingSchedule schedule, List<RollRates> periods, Percentage ofOldest) {
    int bands = schedule.bands().size();
    LossRate[] rates = new LossRate[bands];
    rates[bands - 1] = LossRate.of(ofOldest);
    for (int band = bands - 2; band >= 0; band--) {
      BigDecimal begin = BigDecimal.ZERO;
      BigDecimal worse = BigDecimal.ZERO;
      for (RollRates each : periods) {
        begin = begin.add(each.begin(band).amount());
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
   * The same matrix with all rates scaled, for what is expected to come; no rate beyond all.
   *
   * @param factor such as {@code 120%}
   * @return the matrix
   */
  public ProvisionMatrix adjustedBy(Percentage factor) {
    return adjustedBy(Collections.nCopies(rates.size(), factor));
  }

  /**
   * The same matrix with the rate of each band scaled by a factor of its own; no rate beyond all.
   *
   * @param factors a factor a band, youngest first
   * @return the matrix
   * @throws IllegalArgumentException if there are not as many factors as bands
   */
  public ProvisionMatrix adjustedBy(List<Percentage> factors) {
    if (factors.size() != rates.size()) {
      throw new IllegalArgumentException(
          "factors are not as many as bands: " + factors.size() + " for " + rates.size());
    }
    BigDecimal hundred = BigDecimal.valueOf(100);
    List<LossRate> all = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      all.add(rates.get(i).times(factors.get(i).value(), hundred).capped());
    }
    return new ProvisionMatrix(schedule, all);
  }

  /**
   * What is expected to be lost of open items, band by band.
   *
   * @param line sums by the same bands
   * @return an entry a band
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
   * What is expected to be lost of open items: the sum of the bands.
   *
   * @param line sums by the same bands
   * @return the allowance
   */
  public Money total(AgingLine line) {
    Money sum = Money.zero(line.currency());
    for (Allowance each : allowance(line)) {
      sum = sum.plus(each.loss());
    }
    return sum;
  }
}
