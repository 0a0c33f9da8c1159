package io.dunning.cli;

import io.dunning.aging.ConvertedAging;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.behaviour.ProfileScope;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Rounding;
import io.dunning.portfolio.CollectionMetrics;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints metrics of collection, or of how customers pay. */
@CommandLine.Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    description = "Prints how well each currency is collected, or how each customer pays.")
final class MetricsCommand extends Command {

  /** What is measured. */
  enum By {
    currency,
    customer
  }

  @Mixin Reading reading = new Reading();
  @Mixin RateOptions charging = new RateOptions();

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE[,DATE]",
      description = "the days at whose end metrics are taken")
  String asOf;

  @Option(
      names = "--by",
      paramLabel = "currency|customer",
      description = "measure each currency or each customer (default: currency)")
  By by = By.currency;

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description =
          "CSV file of base,currency,rate: adds the rates and the metrics of all currencies"
              + " together; works only with --by currency")
  Path rates;

  @Override
  public Integer call() {
    ExchangeRates exchange = ExchangeRates.readFor(by, rates);
    List<LocalDate> days = dates("--as-of", asOf);
    Rows rows =
        rows(
            by == By.currency
                ? List.of("as_of", "currency", "metric", "value")
                : List.of("as_of", "customer", "currency", "metric", "value"));
    for (LocalDate day : days) {
      Iterable<Account> accounts = reading.accounts(folder, "metrics " + day, charging.books(day));
      if (by == By.currency) {
        SortedMap<CurrencyUnit, CollectionMetrics> all = CollectionMetrics.of(accounts, day);
        all.forEach((currency, each) -> print(rows, day, currency.code(), MetricValues.of(each)));
        if (exchange != null) {
          printConverted(rows, day, all, exchange);
        }
      } else {
        accounts.forEach(a -> print(rows, day, a));
      }
    }
    rows.end();
    return 0;
  }

  private static void print(Rows rows, LocalDate day, String currency, Map<String, String> values) {
    values.forEach(
        (name, value) ->
            rows.with("as_of", day)
                .with("currency", currency)
                .with("metric", name)
                .with("value", value)
                .print());
  }

  private static void printConverted(
      Rows rows,
      LocalDate day,
      SortedMap<CurrencyUnit, CollectionMetrics> all,
      ExchangeRates exchange) {
    String name = "all in " + exchange.base();
    try {
      ConvertedAging.requireRates(all.keySet(), exchange.base(), exchange.rates())
          .forEach(
              (currency, rate) ->
                  print(rows, day, name, Map.of("rate_" + currency, rate.toPlainString())));
      CollectionMetrics.converted(all, exchange.base(), exchange.rates(), Rounding.HALF_UP)
          .ifPresent(each -> print(rows, day, name, MetricValues.of(each)));
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--rates: " + e.getMessage());
    }
  }

  private static void print(Rows rows, LocalDate day, Account account) {
    TreeSet<CurrencyUnit> currencies = new TreeSet<>();
    account.invoices().forEach(h -> currencies.add(h.invoice().amount().currency()));
    for (CurrencyUnit currency : currencies) {
      PaymentProfile profile =
          PaymentProfile.of(account, day, ProfileScope.ALL.inCurrency(currency));
      if (profile.invoices() > 0) {
        MetricValues.of(profile)
            .forEach(
                (name, value) ->
                    rows.with("as_of", day)
                        .with("customer", account.customer().id())
                        .with("currency", currency.code())
                        .with("metric", name)
                        .with("value", value)
                        .print());
      }
    }
  }
}
