package io.dunning.cli;

import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.portfolio.ForecastBacktest;
import io.dunning.portfolio.PaymentForecast;
import io.dunning.portfolio.PaymentForecast.Cash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints when open debts will probably be paid. */
@CommandLine.Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = {
      "Prints how much money will probably come in each week, or when each debt will be paid.",
      "With --backtest it prints how good such forecasts would have been on past days."
    })
final class ForecastCommand extends Command {
  private static final List<String> WEEKS =
      List.of("currency", "when", "from", "through", "expected", "cautious");
  private static final List<String> DEBTS =
      List.of(
          "customer",
          "invoice",
          "currency",
          "open",
          "due",
          "expected",
          "cautious",
          "basis",
          "sample");
  private static final List<String> PAST =
      List.of(
          "currency",
          "asked",
          "settled",
          "days_off",
          "guess_days_off",
          "percent_by_expected",
          "percent_by_cautious",
          "expected",
          "guess_expected",
          "received");

  private static final int MOST_WEEKS = 260;

  @Mixin Reading reading = new Reading();
  @Mixin Holidays holidays = new Holidays();

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description =
          "the day at whose end the forecast is made; with --backtest, the last known day")
  String asOf;

  @Option(
      names = "--weeks",
      paramLabel = "N",
      description = "how many weeks to print, or to compare (default: 8)")
  int weeks = 8;

  @Option(names = "--debts", description = "print each open debt instead of weeks")
  boolean debts;

  @Option(
      names = "--backtest",
      paramLabel = "DATE[,DATE]",
      description = "past days on which to try the forecast, beside the usual delay of everybody")
  String backtest;

  @Override
  public Integer call() {
    LocalDate day = date("--as-of", asOf);
    if (weeks < 1 || weeks > MOST_WEEKS) {
      throw new BadInputException("--weeks: must be 1 to " + MOST_WEEKS + ": " + weeks);
    }
    if (debts && backtest != null) {
      throw new BadInputException("--debts: does not work with --backtest");
    }
    Iterable<Account> accounts = reading.accounts(folder, "forecast");
    if (backtest != null) {
      past(accounts, day);
      return 0;
    }
    PaymentForecast forecast = PaymentForecast.of(accounts, day, holidays.calendar());
    Rows rows = rows(debts ? DEBTS : WEEKS);
    if (debts) {
      forecast.debts().forEach(d -> print(rows, d));
    } else {
      forecast.weeks(weeks).forEach((currency, cash) -> print(rows, currency, cash));
    }
    rows.end();
    if (format == Format.table) {
      out().println();
      PaymentForecast.LIMITS.forEach(out()::println);
    }
    return 0;
  }

  private static void print(Rows rows, PaymentForecast.Debt debt) {
    debt.expected().ifPresent(d -> rows.with("expected", d));
    debt.cautious().ifPresent(d -> rows.with("cautious", d));
    rows.with("customer", debt.customer())
        .with("invoice", debt.invoice())
        .with("currency", debt.open().currency().code())
        .with("open", debt.open())
        .with("due", debt.due())
        .with("basis", debt.basis())
        .with("sample", debt.sample())
        .print();
  }

  private static void print(Rows rows, CurrencyUnit currency, Cash cash) {
    cash.weeks()
        .forEach(
            week -> {
              rows.with("from", week.first()).with("through", week.last());
              row(rows, currency, "week", week.expected(), week.cautious());
            });
    row(rows, currency, "later", cash.laterExpected(), cash.laterCautious());
    row(rows, currency, "no day", cash.withoutExpected(), cash.withoutCautious());
  }

  private static void row(
      Rows rows, CurrencyUnit currency, String when, Money expected, Money cautious) {
    rows.with("currency", currency.code())
        .with("when", when)
        .with("expected", expected)
        .with("cautious", cautious)
        .print();
  }

  private void past(Iterable<Account> accounts, LocalDate day) {
    List<Account> all = new ArrayList<>();
    accounts.forEach(all::add);
    List<LocalDate> days = dates("--backtest", backtest);
    ForecastBacktest report;
    try {
      report = ForecastBacktest.of(all, days, day, 7 * weeks, holidays.calendar());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "--backtest: " + e.getMessage() + "\nMaybe fewer --weeks, or earlier days");
    }
    Rows rows = rows(PAST);
    for (ForecastBacktest.Line line : report.lines()) {
      rows.with("currency", line.currency().code())
          .with("asked", line.asked())
          .with("settled", line.settled())
          .with("days_off", Rows.text(line.daysOff()))
          .with("guess_days_off", Rows.text(line.guessDaysOff()))
          .with("percent_by_expected", Rows.text(line.shareByExpected()))
          .with("percent_by_cautious", Rows.text(line.shareByCautious()))
          .with("expected", line.expected())
          .with("guess_expected", line.guessExpected())
          .with("received", line.received())
          .print();
    }
    rows.end();
  }
}
