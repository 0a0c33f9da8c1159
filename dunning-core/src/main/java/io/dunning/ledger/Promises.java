package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.Subject;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.PromiseOutcome.State;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Derives what became of promises from the payments that followed them. */
final class Promises {
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final AgreementLog log;
  private final List<InvoiceHistory> debts;
  private final boolean ofAccount;
  private final Map<LocalDate, List<Standing>> debtsOn = new TreeMap<>();
  private final Days tolerance;
  private final BusinessCalendar calendar;

  /**
   * @param log promises and payments together
   * @param debts what is promised about
   * @param ofAccount whether they are those of an account, so that a promise is about those that
   *     were issued by its day
   */
  Promises(
      AgreementLog log,
      List<InvoiceHistory> debts,
      boolean ofAccount,
      Days tolerance,
      BusinessCalendar calendar) {
    this.log = log;
    this.debts = debts;
    this.ofAccount = ofAccount;
    this.tolerance = tolerance;
    this.calendar = calendar;
  }

  List<PromiseOutcome> outcomes(LocalDate asOf) {
    lookAtDaysOfPromises(asOf);
    List<PromiseOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      if (log.get(i) instanceof PromiseToPay promise) {
        outcomes.add(outcome(i, promise, asOf));
      }
    }
    return List.copyOf(outcomes);
  }

  /** What the debts came to on each day of a promise, in one pass over each debt. */
  private void lookAtDaysOfPromises(LocalDate asOf) {
    for (int i = 0; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      if (log.get(i) instanceof PromiseToPay promise) {
        debtsOn.putIfAbsent(promise.date(), new ArrayList<>(debts.size()));
      }
    }
    List<LocalDate> days = List.copyOf(debtsOn.keySet());
    for (InvoiceHistory debt : debts) {
      List<Standing> standings = debt.standingsOn(days);
      for (int i = 0; i < days.size(); i++) {
        if (!ofAccount || !debt.invoice().issued().isAfter(days.get(i))) {
          debtsOn.get(days.get(i)).add(standings.get(i));
        }
      }
    }
  }

  private PromiseOutcome outcome(int index, PromiseToPay promise, LocalDate asOf) {
    LocalDate lastDay = calendar.find(promise.until(), tolerance).orElse(promise.until());
    LocalDate end = null;
    Map<String, BigDecimal> paid = new TreeMap<>();
    for (int i = index + 1; i < log.size(); i++) {
      LedgerEvent event = log.get(i);
      if (event.date().isAfter(asOf) || event.date().isAfter(lastDay)) {
        break;
      }
      if (event instanceof AgreementEvent e && e.subject() == Subject.PROMISE) {
        end = event.date();
        break;
      }
      // all that is open means open at the end of that day, so that only later money counts
      boolean counts = promise.amount().isPresent() || event.date().isAfter(promise.date());
      if (counts && log.mayKeep(i, promise.date())) {
        Money moved = MoneyMoved.by(event).orElse(null);
        if (moved != null) {
          paid.merge(moved.currency().code(), moved.amount(), BigDecimal::add);
        }
      }
    }
    State state = state(promise, paid, end, lastDay, asOf);
    if (promise.amount().isEmpty()) {
      return new PromiseOutcome(promise, lastDay, state, 0, 0);
    }
    return new PromiseOutcome(
        promise,
        lastDay,
        state,
        partOf(promise.amount().get().currency(), promise.date()),
        left(promise.amount().get(), paid));
  }

  private static long left(Money amount, Map<String, BigDecimal> paid) {
    BigDecimal left = amount.amount().subtract(paid.getOrDefault(amount.currency().code(), ZERO));
    return left.compareTo(amount.amount()) >= 0
        ? amount.minorUnits()
        : left.signum() <= 0 ? 0 : Money.of(left, amount.currency()).minorUnits();
  }

  /** What was overdue and not disputed at the end of a day; what was to fall due first if none. */
  private long partOf(CurrencyUnit currency, LocalDate date) {
    long day = date.toEpochDay();
    long overdue = 0;
    long firstDue = EpochDay.NEVER;
    for (Standing each : debtsOn.get(date)) {
      Balance balance = each.balance();
      if (isOpenOn(day, balance, currency)) {
        overdue = DisputeTally.saturated(overdue, undisputedDueBefore(day, each));
        firstDue = Math.min(firstDue, balance.dueDay());
      }
    }
    if (overdue > 0) {
      return overdue;
    }
    for (Standing each : debtsOn.get(date)) {
      if (isOpenOn(day, each.balance(), currency)) {
        overdue = DisputeTally.saturated(overdue, undisputedDueBefore(firstDue + 1, each));
      }
    }
    return overdue;
  }

  private static boolean isOpenOn(long day, Balance balance, CurrencyUnit currency) {
    return balance.openMinor() > 0
        && balance.invoice.issuedDay() <= day
        && balance.invoice.amount().currency().equals(currency);
  }

  private static long undisputedDueBefore(long day, Standing standing) {
    long undisputed = standing.balance().openMinor() - standing.agreements().disputedMinor();
    return Math.min(undisputed, standing.balance().openDueBefore(day));
  }

  private State state(
      PromiseToPay promise,
      Map<String, BigDecimal> paid,
      LocalDate end,
      LocalDate lastDay,
      LocalDate asOf) {
    if (paid.isEmpty() ? promisesNothing(promise) : isCovered(promise, paid)) {
      return State.KEPT;
    }
    if (end != null) {
      return State.WITHDRAWN;
    }
    if (!asOf.isAfter(lastDay)) {
      return State.RUNNING;
    }
    return paid.values().stream().anyMatch(a -> a.signum() > 0) ? State.PARTLY_KEPT : State.BROKEN;
  }

  private boolean promisesNothing(PromiseToPay promise) {
    if (promise.amount().isPresent()) {
      return !promise.amount().get().isPositive();
    }
    for (Standing each : debtsOn.get(promise.date())) {
      if (each.balance().openMinor() > 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isCovered(PromiseToPay promise, Map<String, BigDecimal> paid) {
    return promised(promise).entrySet().stream()
        .allMatch(e -> paid.getOrDefault(e.getKey(), ZERO).compareTo(e.getValue()) >= 0);
  }

  /** What has to come in, by currency; sums are kept as decimals, which never overflow. */
  private Map<String, BigDecimal> promised(PromiseToPay promise) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    promise
        .amount()
        .map(Stream::of)
        .orElseGet(() -> debtsOn.get(promise.date()).stream().map(s -> s.balance().open()))
        .forEach(m -> sums.merge(m.currency().code(), m.amount(), BigDecimal::add));
    return sums;
  }
}
