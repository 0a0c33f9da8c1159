package io.dunning.aging;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The totals of an aging report, converted into one reporting currency.
 *
 * <p>The amount of each band and currency is converted and rounded once. Sums are taken over the
 * rounded amounts, so that the printed figures add up. Immutable and thread-safe.
 *
 * @param currency the reporting currency
 * @param rates the rates that were used: how many units of each currency one unit of the reporting
 *     currency buys
 * @param parts for each currency, the converted amount of each band, in the order of the schedule
 * @param bands the sum over all currencies for each band, in the order of the schedule
 * @param total the sum of the bands
 */
public record ConvertedAging(
    CurrencyUnit currency,
    SortedMap<CurrencyUnit, BigDecimal> rates,
    SortedMap<CurrencyUnit, List<Money>> parts,
    List<Money> bands,
    Money total)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Creates a converted aging from its parts.
   *
   * @param currency the reporting currency
   * @param rates the rates that were used: how many units of each currency one unit of the
   *     reporting currency buys
   * @param parts for each currency, the converted amount of each band, in the order of the schedule
   * @param bands the sum over all currencies for each band, in the order of the schedule
   * @param total the sum of the bands
   */
  public ConvertedAging {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(rates, "rates");
    Objects.requireNonNull(parts, "parts");
    Objects.requireNonNull(bands, "bands");
    rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    bands = List.copyOf(bands);
    Objects.requireNonNull(total, "total");
  }

  /**
   * Converts the totals of a report.
   *
   * @param report the report
   * @param currency the reporting currency
   * @param rates how many units of each other currency one unit of the reporting currency buys
   * @param rounding how each converted amount is rounded
   * @return the converted totals
   * @throws IllegalArgumentException if a rate is missing or not above zero; the message names all
   *     such currencies
   */
  public static ConvertedAging of(
      AgingReport report,
      CurrencyUnit currency,
      Map<CurrencyUnit, BigDecimal> rates,
      Rounding rounding) {
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(rounding, "rounding");
    SortedMap<CurrencyUnit, BigDecimal> used =
        requireRates(report.totals().keySet(), currency, rates);
    SortedMap<CurrencyUnit, List<Money>> parts = new TreeMap<>();
    List<Money> bands =
        new ArrayList<>(
            Collections.nCopies(report.schedule().bands().size(), Money.zero(currency)));
    for (AgingLine line : report.totals().values()) {
      List<Money> of = new ArrayList<>();
      for (int i = 0; i < bands.size(); i++) {
        of.add(convert(line.amount(i), used.get(line.currency()), currency, rounding));
        bands.set(i, bands.get(i).plus(of.get(i)));
      }
      parts.put(line.currency(), List.copyOf(of));
    }
    Money total = Money.zero(currency);
    for (Money each : bands) {
      total = total.plus(each);
    }
    return new ConvertedAging(currency, used, parts, bands, total);
  }

  /**
   * Returns the rates of the currencies that are needed, and checks that there is one for each.
   *
   * @param needed the currencies to convert
   * @param currency the reporting currency, whose own rate is 1
   * @param rates how many units of each other currency one unit of the reporting currency buys
   * @return the rate of each needed currency
   * @throws IllegalArgumentException if a rate is missing or not above zero; the message names all
   *     such currencies
   */
  public static SortedMap<CurrencyUnit, BigDecimal> requireRates(
      Collection<CurrencyUnit> needed, CurrencyUnit currency, Map<CurrencyUnit, BigDecimal> rates) {
    Objects.requireNonNull(needed, "needed");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(rates, "rates");
    SortedMap<CurrencyUnit, BigDecimal> used = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (CurrencyUnit each : needed) {
      BigDecimal rate = each.equals(currency) ? BigDecimal.ONE : rates.get(each);
      if (rate == null || rate.signum() <= 0) {
        missing.add(each + (rate == null ? "" : " " + rate.toPlainString()));
      } else {
        used.put(each, rate);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "no rate above zero against " + currency + ": " + String.join(", ", missing));
    }
    return used;
  }

  /**
   * Converts another amount, such as a credit, at the same rates.
   *
   * @param amount an amount in one of the currencies of the rates
   * @param rounding how the converted amount is rounded
   * @return the amount in the reporting currency
   * @throws IllegalArgumentException if there is no rate for its currency
   */
  public Money convert(Money amount, Rounding rounding) {
    CurrencyUnit from = amount.currency();
    return convert(
        amount, requireRates(List.of(from), currency, rates).get(from), currency, rounding);
  }

  private static Money convert(
      Money amount, BigDecimal rate, CurrencyUnit currency, Rounding rounding) {
    MathContext exact = new MathContext(60, RoundingMode.DOWN);
    BigDecimal value = amount.amount().divide(rate, exact);
    return Money.of(rounding.round(value, currency.decimals()), currency);
  }
}
