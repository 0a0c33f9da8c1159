package io.dunning.portfolio;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Closure;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.portfolio.MonthlyChange.Limits;
import io.dunning.portfolio.MonthlyChange.Signal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up the month of an account and the month before it, by currency. */
final class ChangeSums {
  /** Longer than this is long overdue. */
  private static final int LONG_OVERDUE = 60;

  private final Account account;
  private final LocalDate asOf;
  private final LocalDate first;
  private final LocalDate before;
  private final Limits limits;
  private final SortedMap<CurrencyUnit, Sums> sums = new TreeMap<>();

  ChangeSums(Account account, LocalDate asOf, Limits limits) {
    this.account = account;
    this.asOf = asOf;
    this.limits = limits;
    first = asOf.withDayOfMonth(1);
    before = first.minusDays(1);
  }

  /** What is open at the end of a day. */
  private static final class Open {
    private long open;
    private long overdue;
    private long oldest;

    void add(Standing standing, LocalDate day) {
      long minor = standing.balance().openMinor();
      open = Math.addExact(open, minor);
      long past = day.toEpochDay() - standing.balance().dueDay();
      if (minor > 0 && past > 0) {
        overdue = Math.addExact(overdue, minor);
        oldest = Math.max(oldest, past);
      }
    }
  }

  private static final class Sums {
    private final Open then = new Open();
    private final Open now = new Open();
    private long invoiced;
    private long received;
    private long settledThen;
    private long lateThen;
    private long settled;
    private long late;
    private int promisesBroken;
    private int returned;
    private int disputes;
  }

  List<MonthlyChange> changes() {
    for (InvoiceHistory history : account.invoices()) {
      if (!history.invoice().issued().isAfter(asOf)) {
        Sums of = sums.computeIfAbsent(history.invoice().amount().currency(), c -> new Sums());
        add(of, history);
        events(of, history.events());
        of.promisesBroken += broken(history.promises(asOf, Days.NONE, everyDay()));
      }
    }
    for (Sums each : sums.values()) {
      events(each, account.events());
      each.promisesBroken += broken(account.promises(asOf, Days.NONE, everyDay()));
    }
    List<MonthlyChange> changes = new ArrayList<>();
    sums.forEach((currency, of) -> changes.add(change(currency, of)));
    return changes;
  }

  private static BusinessCalendar everyDay() {
    return BusinessCalendar.everyDay();
  }

  private void add(Sums of, InvoiceHistory history) {
    Standing now = history.standingOn(asOf);
    of.now.add(now, asOf);
    long paidBefore = 0;
    if (!history.invoice().issued().isAfter(before)) {
      Standing then = history.standingOn(before);
      of.then.add(then, before);
      paidBefore = then.balance().paid().minorUnits();
    } else if (now.balance().closure() != Closure.VOIDED) {
      of.invoiced = Math.addExact(of.invoiced, history.invoice().amount().minorUnits());
    }
    long received = now.balance().paid().minorUnits() - paidBefore;
    of.received = Math.addExact(of.received, received);
    Optional<LocalDate> settled = Figures.settledByMoney(history, now);
    if (settled.isPresent() && !settled.get().isBefore(before.withDayOfMonth(1))) {
      long late = settled.get().toEpochDay() - now.balance().due().toEpochDay();
      boolean isNow = !settled.get().isBefore(first);
      of.settled += isNow ? 1 : 0;
      of.late += isNow ? Math.max(0, late) : 0;
      of.settledThen += isNow ? 0 : 1;
      of.lateThen += isNow ? 0 : Math.max(0, late);
    }
  }

  private boolean inMonth(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(asOf);
  }

  private void events(Sums of, List<LedgerEvent> events) {
    for (LedgerEvent each : events) {
      if (inMonth(each.date())) {
        of.returned += each instanceof MoneyEvent.PaymentReversed ? 1 : 0;
        of.disputes += each instanceof DisputeEvent.DisputeOpened ? 1 : 0;
      }
    }
  }

  private int broken(List<PromiseOutcome> promises) {
    return (int)
        promises.stream()
            // it is broken on the day after its last one
            .filter(p -> !p.lastDay().isBefore(before) && p.lastDay().isBefore(asOf))
            .filter(PromiseOutcome::isBroken)
            .count();
  }

  private MonthlyChange change(CurrencyUnit currency, Sums of) {
    return new MonthlyChange(
        account.customer().id(),
        asOf,
        Money.ofMinor(of.then.open, currency),
        Money.ofMinor(of.now.open, currency),
        Money.ofMinor(of.then.overdue, currency),
        Money.ofMinor(of.now.overdue, currency),
        of.then.oldest,
        of.now.oldest,
        Money.ofMinor(of.invoiced, currency),
        Money.ofMinor(of.received, currency),
        average(of.lateThen, of.settledThen),
        average(of.late, of.settled),
        of.promisesBroken,
        of.returned,
        of.disputes,
        signals(of));
  }

  private static Optional<BigDecimal> average(long sum, long count) {
    return ReceivablePeriod.quotient(BigInteger.valueOf(sum), BigInteger.valueOf(count));
  }

  private List<Signal> signals(Sums of) {
    List<Signal> all = new ArrayList<>();
    // compare averages without dividing: the limit is exact
    long later = of.late * of.settledThen - of.lateThen * of.settled;
    boolean both = of.settled > 0 && of.settledThen > 0;
    if (both && later >= limits.daysLater() * of.settled * of.settledThen) {
      all.add(Signal.PAYS_LATER);
    }
    if (of.now.overdue > of.then.overdue && isGrown(of)) {
      all.add(Signal.MORE_OVERDUE);
    }
    if (of.now.oldest > LONG_OVERDUE && of.then.oldest <= LONG_OVERDUE) {
      all.add(Signal.LONG_OVERDUE);
    }
    if (of.promisesBroken > 0) {
      all.add(Signal.PROMISE_BROKEN);
    }
    if (of.returned > 0) {
      all.add(Signal.PAYMENT_RETURNED);
    }
    if (of.disputes > 0) {
      all.add(Signal.DISPUTE_OPENED);
    }
    return all;
  }

  private boolean isGrown(Sums of) {
    BigDecimal growth =
        BigDecimal.valueOf(100).multiply(BigDecimal.valueOf(of.now.overdue - of.then.overdue));
    BigDecimal limit = limits.overdueGrowth().value().multiply(BigDecimal.valueOf(of.then.overdue));
    return growth.compareTo(limit) >= 0;
  }
}
