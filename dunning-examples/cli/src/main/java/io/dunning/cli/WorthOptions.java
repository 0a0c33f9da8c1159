package io.dunning.cli;

import io.dunning.money.CurrencyUnit;
import io.dunning.portfolio.Worklist;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What work is sorted by, and what currencies are worth. */
final class WorthOptions {
  @Option(
      names = "--order",
      paramLabel = "gain|amount|age|risk",
      description = "what to sort by, most first (default: gain)")
  String order = "gain";

  @Option(
      names = "--rate",
      paramLabel = "USD=0.92",
      description =
          "what a unit of a currency is worth in the one currency without a rate; can be repeated")
  Map<String, String> rates = new TreeMap<>();

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description = "CSV file of base,currency,rate, in place of --rate")
  Path file;

  private final SortedSet<CurrencyUnit> unrated = new TreeSet<>();

  /** What work is sorted by. */
  Worklist.Order order() {
    for (Worklist.Order each : Worklist.Order.values()) {
      if (each.name().equalsIgnoreCase(order)) {
        return each;
      }
    }
    throw new BadInputException(
        "--order: not one of gain, amount, age, risk: " + Found.shortened(order));
  }

  /** What currencies are worth; empty if that was not said. */
  Optional<Worklist.Rates> given() {
    return file == null && rates.isEmpty() ? Optional.empty() : Optional.of(rates());
  }

  /** What currencies are worth; 1 where that was not said. */
  Worklist.Rates rates() {
    if (file != null && !rates.isEmpty()) {
      throw new BadInputException("--rates: cannot be combined with --rate: " + file);
    }
    if (file != null) {
      return ExchangeRates.read(file)::worth;
    }
    Map<CurrencyUnit, BigDecimal> known = new TreeMap<>();
    rates.forEach((code, rate) -> known.put(currency(code), number(rate)));
    return c -> worth(c, known);
  }

  private BigDecimal worth(CurrencyUnit currency, Map<CurrencyUnit, BigDecimal> known) {
    BigDecimal rate = known.get(currency);
    if (rate == null) {
      unrated.add(currency);
    }
    return rate == null ? BigDecimal.ONE : rate;
  }

  /** Refuses what was sorted: amounts of one currency need no rate, but two do not compare. */
  void requireRates() {
    if (unrated.size() > 1) {
      CurrencyUnit first = unrated.first();
      CurrencyUnit last = unrated.last();
      String all = unrated.stream().map(CurrencyUnit::code).collect(Collectors.joining(", "));
      throw new BadInputException(
          "--rate: amounts without a rate are in several currencies: "
              + all
              + ("\nMaybe: say with --rate "
                  + last
                  + "=... what 1 "
                  + last
                  + " is worth in "
                  + first)
              + ", or use --rates FILE or --order age");
    }
  }

  private static CurrencyUnit currency(String code) {
    try {
      return CurrencyUnit.of(code);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "--rate: not a currency code of ISO 4217: " + Found.shortened(code));
    }
  }

  private static BigDecimal number(String text) {
    if (!text.matches("\\d{1,9}(\\.\\d{1,12})?")) {
      throw new BadInputException("--rate: not a rate such as 0.92: " + Found.shortened(text));
    }
    BigDecimal rate = new BigDecimal(text);
    if (rate.signum() == 0) {
      throw new BadInputException("--rate: a rate must be above zero: " + Found.shortened(text));
    }
    return rate;
  }
}
