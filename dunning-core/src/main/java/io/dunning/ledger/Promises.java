package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.Subject;
import io.dunning.ledger.PromiseOutcome.State;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Derives what became of promises from what was paid, and is owed, after them. */
final class Promises {
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  /**
   * A promise, and the days that can keep it.
   *
   * @param index its place in the log
   * @param lastDay its last day, tolerance included
   * @param end the day on which it was taken back or replaced by then; null if it was not
   * @param judgedOn the last day that counts
   */
  private record Made(
      PromiseToPay promise, int index, LocalDate lastDay, LocalDate end, LocalDate judgedOn) {}

  private final AgreementLog log;
  private final PromisedDebts debts;
  private final Days tolerance;
  private final BusinessCalendar calendar;

  /**
   * @param log promises and payments together
   * @param debts what is promised about
   */
  Promises(AgreementLog log, PromisedDebts debts, Days tolerance, BusinessCalendar calendar) {
    this.log = log;
    this.debts = debts;
    this.tolerance = tolerance;
    this.calendar = calendar;
  }

  List<PromiseOutcome> outcomes(LocalDate asOf) {
    List<Made> promises = new ArrayList<>();
    TreeSet<LocalDate> days = new TreeSet<>();
    for (int i = 0; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      if (log.get(i) instanceof PromiseToPay promise) {
        Made made = made(i, promise, asOf);
        promises.add(made);
        days.add(promise.date());
        days.add(made.judgedOn());
      }
    }
    debts.lookAt(days);
    return promises.stream().map(made -> outcome(made, asOf)).toList();
  }

  private Made made(int index, PromiseToPay promise, LocalDate asOf) {
    LocalDate lastDay = calendar.find(promise.until(), tolerance).orElse(promise.until());
    LocalDate through = asOf.isBefore(lastDay) ? asOf : lastDay;
    for (int i = index + 1; i < log.size() && !log.get(i).date().isAfter(through); i++) {
      if (log.get(i) instanceof AgreementEvent e && e.subject() == Subject.PROMISE) {
        return new Made(promise, index, lastDay, e.date(), e.date());
      }
    }
    return new Made(promise, index, lastDay, null, through);
  }

  private PromiseOutcome outcome(Made made, LocalDate asOf) {
    PromiseToPay promise = made.promise();
    MoneySince paid = paid(made, made.judgedOn());
    Map<String, BigDecimal> owed = debts.owed(promise);
    boolean kept = isKept(made, owed, paid, made.judgedOn());
    State state = kept ? State.KEPT : unkept(made, paid, asOf);
    LocalDate lastDay = kept ? keptOn(made, owed) : made.lastDay();
    if (promise.amount().isEmpty()) {
      return new PromiseOutcome(promise, lastDay, state, 0, 0);
    }
    CurrencyUnit currency = promise.amount().get().currency();
    BigDecimal promised = owed.getOrDefault(currency.code(), ZERO);
    long left = kept ? 0 : left(promised, paid.in(currency.code()), currency);
    return new PromiseOutcome(promise, lastDay, state, debts.partOf(currency, promise), left);
  }

  /** Whether a promise is kept at the end of a day by what came in by then, or is owed then. */
  private boolean isKept(Made made, Map<String, BigDecimal> owed, MoneySince paid, LocalDate day) {
    return owed.entrySet().stream().allMatch(e -> paid.in(e.getKey()).compareTo(e.getValue()) >= 0)
        || debts.isNothingOwed(made.promise(), day);
  }

  /** Since when a promise is kept that is kept on the last day that counts. */
  private LocalDate keptOn(Made made, Map<String, BigDecimal> owed) {
    LocalDate first = made.promise().date();
    TreeSet<LocalDate> days = debts.changesBetween(first, made.judgedOn());
    int i = made.index() + 1;
    for (; i < log.size() && !log.get(i).date().isAfter(made.judgedOn()); i++) {
      days.add(log.get(i).date());
    }
    days.add(first);
    LocalDate keptOn = null;
    MoneySince paid = new MoneySince();
    int next = made.index() + 1;
    for (LocalDate day : days) {
      next = addPaid(made, next, day, paid);
      boolean kept = isKept(made, owed, paid, day);
      keptOn = !kept ? null : keptOn == null ? day : keptOn;
    }
    return keptOn == null ? made.judgedOn() : keptOn;
  }

  /**
   * What came in after the day of a promise. What came on that day was known when it was made,
   * whichever of them was entered first.
   */
  private MoneySince paid(Made made, LocalDate through) {
    MoneySince paid = new MoneySince();
    addPaid(made, made.index() + 1, through, paid);
    return paid;
  }

  /** Adds what came in from an event on through a day; the place of the first event after it. */
  private int addPaid(Made made, int from, LocalDate through, MoneySince paid) {
    LocalDate madeOn = made.promise().date();
    int i = from;
    for (; i < log.size() && !log.get(i).date().isAfter(through); i++) {
      if (log.get(i).date().isAfter(madeOn)) {
        log.count(i, madeOn, paid);
      }
    }
    return i;
  }

  private static State unkept(Made made, MoneySince paid, LocalDate asOf) {
    if (made.end() != null) {
      return State.WITHDRAWN;
    }
    if (!asOf.isAfter(made.lastDay())) {
      return State.RUNNING;
    }
    return paid.isAnything() ? State.PARTLY_KEPT : State.BROKEN;
  }

  private static long left(BigDecimal owed, BigDecimal paid, CurrencyUnit currency) {
    BigDecimal left = owed.subtract(paid).max(ZERO).min(owed);
    return Money.of(left, currency).minorUnits();
  }
}
