package io.dunning.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunning.DunningDomain;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** The figures of reports add up to those of the ledger, and know nothing of later days. */
@Domain(DunningDomain.class)
@Domain(DomainContext.Global.class)
class FiguresProperties {
  private static final BusinessCalendar WEEKENDS = BusinessCalendar.weekends();

  private static void add(Map<CurrencyUnit, Money> sums, Money amount) {
    sums.merge(amount.currency(), amount, Money::plus);
  }

  private static SortedMap<CurrencyUnit, Money> withoutZeros(Map<CurrencyUnit, Money> sums) {
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>(sums);
    all.values().removeIf(m -> m.minorUnits() == 0);
    return all;
  }

  private static List<Account> until(List<Account> accounts, LocalDate day) {
    return accounts.stream().map(a -> a.asOf(day)).toList();
  }

  /** What came in and stayed between two days: on invoices, and waiting on accounts. */
  private static SortedMap<CurrencyUnit, Money> received(
      List<Account> accounts, LocalDate from, LocalDate through) {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    for (Account account : accounts) {
      for (InvoiceHistory each : account.invoices()) {
        add(sums, each.standingOn(through).balance().paid());
        add(sums, each.standingOn(from.minusDays(1)).balance().paid().unaryMinus());
      }
      account.unapplied(through).values().forEach(m -> add(sums, m));
      account.unapplied(from.minusDays(1)).values().forEach(m -> add(sums, m.unaryMinus()));
    }
    return withoutZeros(sums);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsCollectedAfterStepsIsWhatTheLedgerReceived(
      @ForAll @Size(max = 5) List<Account> accounts,
      @ForAll LocalDate from,
      @ForAll @IntRange(max = 120) int days,
      @ForAll @IntRange(min = 1, max = 60) int window) {
    LocalDate through = from.plusDays(days);
    CollectedAfterSteps report = CollectedAfterSteps.of(accounts, from, through, window);
    assertThat(withoutZeros(report.totals())).isEqualTo(received(accounts, from, through));
    assertThat(CollectedAfterSteps.of(until(accounts, through), from, through, window))
        .isEqualTo(report);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void twoSpansInARowCollectWhatTheWholeDoes(
      @ForAll @Size(max = 5) List<Account> accounts,
      @ForAll LocalDate from,
      @ForAll @IntRange(min = 1, max = 60) int days) {
    LocalDate middle = from.plusDays(days);
    LocalDate through = middle.plusDays(days);
    SortedMap<CurrencyUnit, Money> parts = new TreeMap<>();
    CollectedAfterSteps.of(accounts, from, middle, 14)
        .totals()
        .values()
        .forEach(m -> add(parts, m));
    CollectedAfterSteps.of(accounts, middle.plusDays(1), through, 14)
        .totals()
        .values()
        .forEach(m -> add(parts, m));
    assertThat(withoutZeros(parts))
        .isEqualTo(withoutZeros(CollectedAfterSteps.of(accounts, from, through, 14).totals()));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void aForecastAccountsForEverythingThatIsOpen(
      @ForAll @Size(max = 6) List<Account> accounts,
      @ForAll LocalDate day,
      @ForAll @IntRange(min = 1, max = 20) int weeks) {
    PaymentForecast forecast = PaymentForecast.of(accounts, day, WEEKENDS);
    SortedMap<CurrencyUnit, Money> open = new TreeMap<>();
    CollectionMetrics.of(accounts, day).forEach((c, m) -> open.put(c, m.receivables()));
    SortedMap<CurrencyUnit, Money> expected = new TreeMap<>();
    SortedMap<CurrencyUnit, Money> cautious = new TreeMap<>();
    forecast
        .weeks(weeks)
        .values()
        .forEach(
            cash -> {
              cash.weeks().forEach(w -> add(expected, w.expected()));
              cash.weeks().forEach(w -> add(cautious, w.cautious()));
              add(expected, cash.laterExpected());
              add(cautious, cash.laterCautious());
              add(expected, cash.withoutExpected());
              add(cautious, cash.withoutCautious());
            });
    assertThat(withoutZeros(expected)).isEqualTo(withoutZeros(open));
    assertThat(withoutZeros(cautious)).isEqualTo(withoutZeros(open));
    for (PaymentForecast.Debt each : forecast.debts()) {
      each.expected().ifPresent(d -> assertThat(d).isAfter(day));
      each.cautious().ifPresent(d -> assertThat(d).isAfterOrEqualTo(each.expected().get()));
    }
    assertThat(PaymentForecast.of(until(accounts, day), day, WEEKENDS)).isEqualTo(forecast);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void customersOfAReportOfPracticesAddUpToAll(
      @ForAll @Size(max = 6) List<Account> accounts,
      @ForAll LocalDate from,
      @ForAll @IntRange(max = 200) int days) {
    LocalDate through = from.plusDays(days);
    List<PaymentPractices> all = PaymentPractices.of(accounts, from, through);
    for (PaymentPractices whole : all) {
      int parts =
          whole.within30().invoices() + whole.from31To60().invoices() + whole.over60().invoices();
      assertThat(parts).isEqualTo(whole.paid().invoices());
      assertThat(
              whole
                  .within30()
                  .amount()
                  .plus(whole.from31To60().amount())
                  .plus(whole.over60().amount()))
          .isEqualTo(whole.paid().amount());
      CollectionMetrics metrics = CollectionMetrics.of(accounts, through).get(whole.currency());
      assertThat(whole.overdue().amount().compareTo(metrics.overdue())).isLessThanOrEqualTo(0);
    }
    List<PaymentPractices> each = PaymentPractices.byCustomer(accounts, from, through);
    assertThat(each.stream().mapToInt(p -> p.paid().invoices()).sum())
        .isEqualTo(all.stream().mapToInt(p -> p.paid().invoices()).sum());
    assertThat(PaymentPractices.of(until(accounts, through), from, through)).isEqualTo(all);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void disputesAreThoseThatTheLedgerCounts(@ForAll Account account, @ForAll LocalDate through) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    DisputeCauses report = DisputeCauses.of(List.of(account), LocalDate.of(1900, 1, 1), through);
    report.lines().forEach(l -> counts.merge(l.reason(), l.opened(), Integer::sum));
    long currencies =
        account.invoices().stream().map(h -> h.invoice().amount().currency()).distinct().count();
    if (currencies == 1) {
      assertThat(counts).isEqualTo(account.disputesByReason(through));
    }
    for (DisputeCauses.Line each : report.lines()) {
      assertThat(each.outcomeUnknown()).isNotNegative();
      assertThat(each.amountOpen().plus(each.amountWon()).compareTo(each.amount()))
          .isLessThanOrEqualTo(0);
    }
    assertThat(DisputeCauses.of(List.of(account.asOf(through)), LocalDate.of(1900, 1, 1), through))
        .isEqualTo(report);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void monthlyChangesAgreeWithTheMetrics(
      @ForAll @Size(max = 6) List<Account> accounts, @ForAll LocalDate day) {
    List<MonthlyChange> changes = MonthlyChange.of(accounts, day, MonthlyChange.Limits.STANDARD);
    SortedMap<CurrencyUnit, List<MonthlyChange>> byCurrency = new TreeMap<>();
    changes.forEach(c -> byCurrency.computeIfAbsent(c.currency(), x -> new ArrayList<>()).add(c));
    SortedMap<CurrencyUnit, CollectionMetrics> metrics = CollectionMetrics.of(accounts, day);
    assertThat(byCurrency.keySet()).isEqualTo(metrics.keySet());
    metrics.forEach(
        (currency, m) -> {
          Money zero = Money.zero(currency);
          List<MonthlyChange> own = byCurrency.get(currency);
          assertThat(own.stream().map(MonthlyChange::open).reduce(zero, Money::plus))
              .isEqualTo(m.receivables());
          assertThat(own.stream().map(MonthlyChange::overdue).reduce(zero, Money::plus))
              .isEqualTo(m.overdue());
          assertThat(own.stream().map(MonthlyChange::openBefore).reduce(zero, Money::plus))
              .isEqualTo(m.month().opening());
          assertThat(own.stream().map(MonthlyChange::invoiced).reduce(zero, Money::plus))
              .isEqualTo(m.salesOfMonth());
        });
    assertThat(MonthlyChange.of(until(accounts, day), day, MonthlyChange.Limits.STANDARD))
        .isEqualTo(changes);
  }
}
