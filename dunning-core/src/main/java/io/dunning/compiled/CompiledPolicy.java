package io.dunning.compiled;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.charge.ChargeRules;
import io.dunning.conduct.Conduct;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.Trigger;
import java.time.LocalDate;

/**
 * A policy as tables: what deciding about a packed standing asks of it, a number each. Covers
 * ladders whose steps count from a date of the invoice or from another step, climbed one by one,
 * with conditions on amounts, minimum amounts, grace, distances between contacts, approvals, the
 * usual holds, simple interest, and rules of contact where nothing happened lately.
 *
 * <p>A step may ask for more. Then the tables cover the decisions in which that is not asked: most
 * accounts wait for the day of their next step. Immutable and thread-safe.
 */
public final class CompiledPolicy extends LadderTables {
  private static final int NEVER = Packing.NEVER;

  /** More days than any policy reviews ahead; the rest is counted anew. */
  private static final int MOST_KNOWN = 1024;

  private final String name;
  private final BusinessCalendar calendar;

  /** What one decision is about. */
  final AccountRules.Unit unit;

  /** Whether the books of an account may change with what its payments paid of charges. */
  final boolean charges;

  final boolean holdsDisputes;
  final boolean holdsPromises;
  final boolean holdsOnlyOverdue;
  final boolean promiseLiftsGap;
  private final Days promiseTolerance;
  final boolean countsSinceDue;
  final boolean repeats;
  final int daysBetweenSteps;

  /** The first day of the policy; {@link Packing#NONE} without. */
  final int liveFrom;

  private final Days grace;

  /** Whether the grace period counts no business days. */
  private final boolean calendarGrace;

  /** The last due date that is overdue on a day; null if that takes no calendar. */
  private final KnownDays knownLate;

  /** The first day on which an item of a due date is overdue; null if that takes no calendar. */
  private final KnownDays knownOverdue;

  /** How many days rules of contact look back. */
  private final int lookBack;

  /** On which days rules of contact allow what; null if no step asks these tables. */
  private final FreeDays freeDays;

  private CompiledPolicy(DunningPolicy policy, BusinessCalendar calendar) {
    super(policy);
    name = policy.name();
    this.calendar = calendar;
    unit = policy.account().unit();
    charges = !policy.charges().equals(ChargeRules.NONE);
    Holding holding = Holding.of(policy.holdWhile());
    holdsDisputes = holding.disputes();
    holdsPromises = holding.promises();
    holdsOnlyOverdue = holding.onlyOverdue();
    promiseLiftsGap = policy.agreements().brokenPromise().ignoresEarlierContacts();
    promiseTolerance = policy.agreements().promiseTolerance();
    countsSinceDue = policy.account().accountSteps() == AccountRules.AccountSteps.SINCE_DUE;
    repeats = policy.ladder().repeat().isPresent();
    daysBetweenSteps = policy.outreach().minimumDaysBetweenSteps();
    liveFrom = policy.liveFrom().map(d -> (int) d.toEpochDay()).orElse(Packing.NONE);
    grace = policy.grace().days();
    calendarGrace = grace.unit() == Days.Unit.CALENDAR || grace.count() == 0;
    knownOverdue =
        calendarGrace
            ? null
            : new KnownDays(MOST_KNOWN, due -> Math.min(NEVER, 1 + later(due, grace)));
    knownLate = calendarGrace ? null : new KnownDays(MOST_KNOWN, this::countedLateThrough);
    Conduct conduct = policy.outreach().conduct();
    lookBack = conduct.lookBackDays().orElse(0);
    freeDays = anyContactAsked ? new FreeDays(conduct, calendar) : null;
  }

  /**
   * Compiles a policy.
   *
   * @param policy the policy
   * @param calendar the calendar that counts business days
   * @return the tables; null if they do not cover the policy
   */
  public static CompiledPolicy of(DunningPolicy policy, BusinessCalendar calendar) {
    return Coverage.covers(policy, calendar) ? new CompiledPolicy(policy, calendar) : null;
  }

  /** The last due date of which an item is overdue on a day. */
  long lateThrough(long day) {
    return calendarGrace ? day - grace.count() - 1 : knownLate.of(day);
  }

  private long countedLateThrough(long day) {
    long through = day - grace.count() - 1;
    while (overdueFrom(through) > day) {
      through--;
    }
    return through;
  }

  /** The first day on which an item is overdue. */
  long overdueFrom(long due) {
    return calendarGrace ? due + grace.count() + 1 : knownOverdue.of(due);
  }

  /** The day on which a step is reached, grace aside; never if nobody knows. */
  long reachedOn(int step, long due) {
    if (days[step] >= 0) {
      return due + days[step];
    }
    long on = later(due, trigger(step).days());
    return on == NEVER || trigger(step) instanceof Trigger.PastDue ? on : endOfMonth(on);
  }

  /** The day on which a step is reached that counts from another one, taken on a day. */
  long reachedAfter(int step, long taken) {
    long from = granted[step] == null ? taken : later(taken, granted[step]);
    return from == NEVER ? NEVER : later(from, trigger(step).days());
  }

  private static long endOfMonth(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return date.withDayOfMonth(date.lengthOfMonth()).toEpochDay();
  }

  /** The last day of a promise, its tolerance included. */
  long promiseThrough(long until) {
    if (promiseTolerance.count() == 0) {
      return until;
    }
    long through = later(until, promiseTolerance);
    return through == NEVER ? until : through;
  }

  /** Whether nothing that happened up to a day matters to rules of contact on another day. */
  boolean isQuiet(long lastDay, long day) {
    return lastDay < day - lookBack;
  }

  /** Rule 11: the first day, from a day on, on which a step may go to a customer of a group. */
  long permittedOn(int step, int group, long day) {
    return freeDays.allowedOn(group, channels[step], day);
  }

  /** The first day, from a day on, on which it may not. */
  long forbiddenOn(int step, int group, long day) {
    return freeDays.stoppedOn(group, channels[step], day);
  }

  private long later(long day, Days count) {
    return calendar
        .find(LocalDate.ofEpochDay(day), count)
        .map(LocalDate::toEpochDay)
        .orElse((long) NEVER);
  }

  @Override
  public String toString() {
    return "compiled " + name;
  }

  /** Whether a day is one that the tables can tell of. */
  static boolean isCovered(long day) {
    return day > -Packing.MOST_DAYS && day < Packing.MOST_DAYS && day != EpochDay.NONE;
  }
}
