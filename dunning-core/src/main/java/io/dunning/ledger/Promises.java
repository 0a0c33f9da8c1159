package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.Subject;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.PromiseOutcome.State;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Derives what became of promises from the payments that followed them. */
final class Promises {
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final EventLog log;
  private final List<InvoiceHistory> debts;
  private final Map<LocalDate, List<Money>> openOn = new TreeMap<>();
  private final Days tolerance;
  private final BusinessCalendar calendar;

  /**
   * @param log promises and payments together
   * @param debts what is promised about
   */
  Promises(EventLog log, List<InvoiceHistory> debts, Days tolerance, BusinessCalendar calendar) {
    this.log = log;
    this.debts = debts;
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

  /** What was open on each day on which all of it was promised, in one pass over each debt. */
  private void lookAtDaysOfPromises(LocalDate asOf) {
    for (int i = 0; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      if (log.get(i) instanceof PromiseToPay promise && promise.amount().isEmpty()) {
        openOn.putIfAbsent(promise.date(), new ArrayList<>());
      }
    }
    if (!openOn.isEmpty()) {
      List<LocalDate> days = List.copyOf(openOn.keySet());
      for (InvoiceHistory debt : debts) {
        List<Money> opens = debt.openOn(days);
        for (int i = 0; i < days.size(); i++) {
          openOn.get(days.get(i)).add(opens.get(i));
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
      if (promise.amount().isPresent() || event.date().isAfter(promise.date())) {
        MoneyMoved.by(event)
            .ifPresent(m -> paid.merge(m.currency().code(), m.amount(), BigDecimal::add));
      }
    }
    return new PromiseOutcome(promise, lastDay, state(promise, paid, end, lastDay, asOf));
  }

  private State state(
      PromiseToPay promise,
      Map<String, BigDecimal> paid,
      LocalDate end,
      LocalDate lastDay,
      LocalDate asOf) {
    boolean kept =
        promised(promise).entrySet().stream()
            .allMatch(e -> paid.getOrDefault(e.getKey(), ZERO).compareTo(e.getValue()) >= 0);
    if (kept) {
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

  /** What has to come in, by currency; sums are kept as decimals, which never overflow. */
  private Map<String, BigDecimal> promised(PromiseToPay promise) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    promise
        .amount()
        .map(List::of)
        .orElseGet(() -> openOn.get(promise.date()))
        .forEach(m -> sums.merge(m.currency().code(), m.amount(), BigDecimal::add));
    return sums;
  }
}
