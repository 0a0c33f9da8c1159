package io.dunning.evaluation;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.ledger.LedgerEvent.PromiseToPay;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy taken apart once, so that evaluating an account touches arrays only. */
final class PreparedPolicy {
  static final long NEVER = Long.MAX_VALUE;

  /** How a trigger counts. */
  enum Counts {
    BEFORE_DUE,
    PAST_DUE,
    AFTER_INVOICE,
    AFTER_STEP,
    AFTER_DEADLINE
  }

  final DunningPolicy policy;
  final BusinessCalendar calendar;
  final EscalationStep[] steps;
  final String[] names;
  private final Trigger[] triggers;
  final Condition[] conditions;
  final Counts[] counts;
  final Days[] days;
  final int[] anchors;
  final boolean[] contacts;
  final int[] gaps;
  final Map<CurrencyUnit, Money> minimums;
  final List<Map<CurrencyUnit, Money>> stepMinimums;
  final Condition holdWhile;
  final boolean holdsOnlyClaims;
  final boolean opaqueHold;
  final int graceDays;
  final boolean calendarGrace;
  final boolean fromReversal;
  final boolean startsAgain;
  final boolean countsSinceDue;
  final boolean forgives;

  /** Whether no step can be reached before its item is overdue. */
  final boolean onlyPastDue;

  final boolean stops;
  final boolean skips;
  final boolean catchesUp;
  final boolean climbs;
  final Optional<Days> repeat;
  final Days grace;
  final Days tolerance;

  PreparedPolicy(DunningPolicy policy, BusinessCalendar calendar) {
    this.policy = policy;
    this.calendar = calendar;
    this.steps = policy.ladder().steps().toArray(new EscalationStep[0]);
    int n = steps.length;
    names = new String[n];
    triggers = new Trigger[n];
    for (int i = 0; i < n; i++) {
      names[i] = steps[i].name().intern();
    }
    conditions = new Condition[n];
    counts = new Counts[n];
    days = new Days[n];
    anchors = new int[n];
    contacts = new boolean[n];
    gaps = new int[n];
    for (int i = 0; i < n; i++) {
      prepare(i);
    }
    minimums = Map.copyOf(policy.minimumAmounts());
    stepMinimums =
        policy.ladder().steps().stream().map(s -> Map.copyOf(s.minimumAmounts())).toList();
    holdWhile = policy.holdWhile();
    opaqueHold = holdWhile.isOpaque();
    holdsOnlyClaims = holdWhile.needsDisputeOrPromise() && !holdWhile.isOpaque();
    startsAgain = policy.reversedSteps() == DunningPolicy.ReversedSteps.START_AGAIN;
    countsSinceDue = policy.accountSteps() == DunningPolicy.AccountSteps.SINCE_DUE;
    onlyPastDue = Arrays.stream(counts).allMatch(c -> c == Counts.PAST_DUE);
    forgives = policy.brokenPromise() == DunningPolicy.BrokenPromise.AT_ONCE;
    fromReversal = policy.reversedAge() == DunningPolicy.ReversedAge.FROM_REVERSAL;
    stops = policy.clock() == DunningPolicy.Clock.STOPS;
    var progression = policy.ladder().progression();
    skips = progression == EscalationLadder.Progression.SKIP;
    catchesUp = progression == EscalationLadder.Progression.CATCH_UP;
    climbs = !skips && !catchesUp;
    repeat = policy.ladder().repeat();
    grace = policy.grace().days();
    graceDays = grace.count();
    calendarGrace = grace.unit() == Days.Unit.CALENDAR || graceDays == 0;
    tolerance = policy.promiseTolerance();
  }

  private void prepare(int i) {
    EscalationStep step = steps[i];
    Trigger trigger = step.trigger().orElseThrow();
    triggers[i] = trigger;
    conditions[i] = step.condition();
    days[i] = trigger.days();
    contacts[i] = step.contactsCustomer();
    gaps[i] =
        step.minimumDaysSinceLastContact()
            .orElse(contacts[i] ? policy.minimumDaysBetweenContacts() : 0);
    anchors[i] = -1;
    if (trigger instanceof Trigger.BeforeDue) {
      counts[i] = Counts.BEFORE_DUE;
    } else if (trigger instanceof Trigger.PastDue) {
      counts[i] = Counts.PAST_DUE;
    } else if (trigger instanceof Trigger.AfterInvoice) {
      counts[i] = Counts.AFTER_INVOICE;
    } else if (trigger instanceof Trigger.AfterStep t) {
      counts[i] = Counts.AFTER_STEP;
      anchors[i] = policy.ladder().indexOf(t.step());
    } else if (trigger instanceof Trigger.AfterDeadline t) {
      counts[i] = Counts.AFTER_DEADLINE;
      anchors[i] = policy.ladder().indexOf(t.step());
    }
  }

  /** The place of a step by its interned name; -1 if there is none. */
  int indexOf(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i] == name) {
        return i;
      }
    }
    return -1;
  }

  Trigger trigger(int i) {
    return triggers[i];
  }

  /** A day so many days later; never where the calendar does not reach. */
  long plus(long day, Days count) {
    if (day == NEVER || count.unit() == Days.Unit.CALENDAR) {
      return day == NEVER ? NEVER : capped(day + count.count());
    }
    return calendar.find(LocalDate.ofEpochDay(day), count).map(LocalDate::toEpochDay).orElse(NEVER);
  }

  long minus(long day, Days count) {
    if (count.unit() == Days.Unit.CALENDAR) {
      return Math.max(LocalDate.MIN.toEpochDay(), day - count.count());
    }
    return calendar
        .findBefore(LocalDate.ofEpochDay(day), count)
        .map(LocalDate::toEpochDay)
        .orElse(NEVER);
  }

  private static long capped(long day) {
    return day > Facts.LAST_DAY ? NEVER : day;
  }

  /** The first day after the grace period; where the calendar does not reach, in calendar days. */
  long overdueFrom(long due) {
    if (calendarGrace) {
      return Math.min(due + graceDays, Facts.LAST_DAY) + 1;
    }
    long last = plus(due, grace);
    return Math.min(last == NEVER ? due + graceDays : last, Facts.LAST_DAY) + 1;
  }

  /** The last day of a promise, its tolerance included. */
  long promiseThrough(PromiseToPay promise) {
    long until = promise.until().toEpochDay();
    if (tolerance.count() == 0) {
      return until;
    }
    long last = plus(until, tolerance);
    return last == NEVER ? until : last;
  }
}
