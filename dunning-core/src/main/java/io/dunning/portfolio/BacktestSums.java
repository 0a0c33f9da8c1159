package io.dunning.portfolio;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.portfolio.ForecastBacktest.Line;
import io.dunning.portfolio.PaymentForecast.Debt;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares forecasts of past days with what was paid. */
final class BacktestSums {
  private final LocalDate through;
  private final int horizon;
  private final BusinessCalendar calendar;
  private final SortedMap<CurrencyUnit, Sums> sums = new TreeMap<>();

  BacktestSums(LocalDate through, int horizon, BusinessCalendar calendar) {
    this.through = through;
    this.horizon = horizon;
    this.calendar = calendar;
  }

  private static final class Sums {
    private int asked;
    private int settled;
    private long daysOff;
    private long guessDaysOff;
    private int expectedOver;
    private int paidByExpected;
    private int cautiousOver;
    private int paidByCautious;
    private long expected;
    private long guessExpected;
    private long received;
  }

  void add(Collection<Account> accounts, LocalDate day) {
    Forecasting then = new Forecasting(day, calendar);
    List<Account> known = accounts.stream().map(a -> a.asKnownOn(day)).toList();
    known.forEach(then::learn);
    known.forEach(then::add);
    Map<String, Map<String, InvoiceHistory>> since = new HashMap<>();
    for (Account each : accounts) {
      Map<String, InvoiceHistory> own =
          since.computeIfAbsent(each.customer().id(), c -> new HashMap<>());
      each.invoices().forEach(h -> own.put(h.invoice().number(), h));
    }
    OptionalLong usual = then.usualDelay();
    for (Debt debt : then.forecast().debts()) {
      InvoiceHistory history = since.get(debt.customer()).get(debt.invoice());
      boolean whole = history.invoice().instalments().isEmpty();
      if (whole && debt.expected().isPresent() && usual.isPresent()) {
        LocalDate guess = debt.due().plusDays(usual.getAsLong());
        compare(debt, day, then.arrives(guess), history);
      }
    }
  }

  private void compare(Debt debt, LocalDate day, LocalDate guess, InvoiceHistory history) {
    Sums of = sums.computeIfAbsent(debt.open().currency(), c -> new Sums());
    LocalDate expected = debt.expected().orElseThrow();
    Optional<LocalDate> paid =
        Figures.settledByMoney(history, history.standingOn(through)).filter(d -> d.isAfter(day));
    LocalDate end = day.plusDays(horizon);
    long minor = debt.open().minorUnits();
    of.asked++;
    of.expected = Math.addExact(of.expected, expected.isAfter(end) ? 0 : minor);
    of.guessExpected = Math.addExact(of.guessExpected, guess.isAfter(end) ? 0 : minor);
    if (paid.isPresent()) {
      LocalDate on = paid.get();
      of.settled++;
      of.daysOff += Math.abs(on.toEpochDay() - expected.toEpochDay());
      of.guessDaysOff += Math.abs(on.toEpochDay() - guess.toEpochDay());
      of.received = Math.addExact(of.received, on.isAfter(end) ? 0 : minor);
    }
    if (!expected.isAfter(through)) {
      of.expectedOver++;
      of.paidByExpected += isBy(paid, expected) ? 1 : 0;
    }
    debt.cautious()
        .filter(d -> !d.isAfter(through))
        .ifPresent(
            d -> {
              of.cautiousOver++;
              of.paidByCautious += isBy(paid, d) ? 1 : 0;
            });
  }

  private static boolean isBy(Optional<LocalDate> paid, LocalDate day) {
    return paid.isPresent() && !paid.get().isAfter(day);
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    sums.forEach((currency, of) -> lines.add(line(currency, of)));
    return lines;
  }

  private static Line line(CurrencyUnit currency, Sums of) {
    return new Line(
        of.asked,
        of.settled,
        average(of.daysOff, of.settled),
        average(of.guessDaysOff, of.settled),
        of.expectedOver,
        of.paidByExpected,
        of.cautiousOver,
        of.paidByCautious,
        Money.ofMinor(of.expected, currency),
        Money.ofMinor(of.guessExpected, currency),
        Money.ofMinor(of.received, currency));
  }

  private static Optional<BigDecimal> average(long sum, int count) {
    return ReceivablePeriod.quotient(BigInteger.valueOf(sum), BigInteger.valueOf(count));
  }
}
