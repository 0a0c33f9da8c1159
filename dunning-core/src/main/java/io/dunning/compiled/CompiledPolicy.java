package io.dunning.compiled;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.charge.ChargeRules;
import io.dunning.ledger.Patience;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.AgreementRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.OutreachRules;
import io.dunning.policy.Trigger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A policy as tables: what deciding about a packed standing asks of it, a number each. Covers
 * ladders whose steps count from the due date and ask for no more than an amount, climbed one by
 * one, with minimum amounts, grace, distances between contacts, approvals, and the usual holds.
 * Immutable and thread-safe.
 */
public final class CompiledPolicy {
  private static final int NEVER = Packing.NEVER;

  /** More days than any policy reviews ahead; the rest is counted anew. */
  private static final int MOST_KNOWN = 1024;

  private final DunningPolicy policy;
  private final BusinessCalendar calendar;

  /** What one decision is about. */
  final AccountRules.Unit unit;

  final int steps;

  /** Of each step: when it is reached in calendar days past due; -1 if it counts otherwise. */
  final int[] days;

  private final Trigger[] triggers;

  /** Of each step: for which sums it applies. */
  private final AmountTest[] conditions;

  /** Whether any step asks a condition, so that what falls due later can change the step. */
  final boolean anyCondition;

  final boolean[] contacts;
  final int[] gap;
  final boolean[] needsApproval;
  final boolean anyApproval;
  final boolean anyAddressee;

  /** Of each step, then of the policy, the minimum by number of currency; null without any. */
  private final long[][] minimums;

  /** The place of a step by the number of its name. */
  private final short[] places;

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

  /** The last due date that is overdue on a day, by day; null if that takes no calendar. */
  private final AtomicLongArray knownLate;

  private CompiledPolicy(DunningPolicy policy, BusinessCalendar calendar) {
    this.policy = policy;
    this.calendar = calendar;
    unit = policy.account().unit();
    List<EscalationStep> ladder = policy.ladder().steps();
    steps = ladder.size();
    days = new int[steps];
    triggers = new Trigger[steps];
    conditions = new AmountTest[steps];
    contacts = new boolean[steps];
    gap = new int[steps];
    needsApproval = new boolean[steps];
    minimums = new long[steps + 1][];
    minimums[steps] = byCurrency(policy.minimumAmounts());
    short[] found = new short[0];
    boolean approvals = false;
    boolean addressees = false;
    boolean asked = false;
    for (int i = 0; i < steps; i++) {
      EscalationStep step = ladder.get(i);
      triggers[i] = step.trigger().orElseThrow();
      days[i] = calendarDaysPastDue(triggers[i]);
      conditions[i] = AmountTest.of(step.condition());
      asked |= !conditions[i].always();
      contacts[i] = step.contactsCustomer();
      gap[i] =
          step.minimumDaysSinceLastContact()
              .orElse(contacts[i] ? policy.outreach().minimumDaysBetweenContacts() : 0);
      needsApproval[i] = policy.needsApproval(step);
      approvals |= needsApproval[i];
      addressees |= !step.addressees().isEmpty();
      minimums[i] = byCurrency(step.minimumAmounts());
      found = with(found, Names.step(step.name()), i);
    }
    places = found;
    anyApproval = approvals;
    anyAddressee = addressees;
    anyCondition = asked;
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
    knownLate = calendarGrace ? null : new AtomicLongArray(MOST_KNOWN);
  }

  /**
   * Compiles a policy.
   *
   * @param policy the policy
   * @param calendar the calendar that counts business days
   * @return the tables; null if they do not cover the policy
   */
  public static CompiledPolicy of(DunningPolicy policy, BusinessCalendar calendar) {
    boolean covered =
        isUsual(policy.account())
            && isUsual(policy.agreements())
            && policy.clock() == DunningPolicy.Clock.RUNS
            && policy.charges().equals(ChargeRules.NONE)
            && isUsual(policy.outreach())
            && policy.ladder().progression() == Progression.CLIMB
            && policy.ladder().steps().size() < Short.MAX_VALUE
            && policy.liveFrom().map(CompiledPolicy::fits).orElse(true)
            && Holding.of(policy.holdWhile()) != null
            && (policy.grace().days().unit() == Days.Unit.CALENDAR || isEndless(calendar))
            && policy.ladder().steps().stream().allMatch(CompiledPolicy::isUsual)
            && policy.ladder().steps().stream().allMatch(CompiledPolicy::hasNumbers)
            && haveNumbers(policy.minimumAmounts());
    return covered ? new CompiledPolicy(policy, calendar) : null;
  }

  private static boolean fits(LocalDate day) {
    return Math.abs(day.toEpochDay()) < Packing.MOST_DAYS;
  }

  private static boolean isEndless(BusinessCalendar calendar) {
    return calendar.covered().first().toEpochDay() < -Packing.MOST_DAYS
        && calendar.covered().lastInclusive().toEpochDay() > 2L * Packing.MOST_DAYS;
  }

  private static boolean isUsual(AccountRules rules) {
    return rules.documentLevel() == AccountRules.DocumentLevel.OLDEST
        && rules.credits() == AccountRules.Credits.APART
        && rules.tolerance().isNone();
  }

  private static boolean isUsual(AgreementRules rules) {
    return rules.brokenPromise().startingStep().isEmpty()
        && rules.patience().equals(Patience.UNLIMITED);
  }

  private static boolean isUsual(OutreachRules rules) {
    return rules.conduct().rules().isEmpty()
        && rules.thanksWithin().isEmpty()
        && rules.minimumDaysBetweenContacts() < Packing.MOST_DAYS
        && rules.minimumDaysBetweenSteps() < Packing.MOST_DAYS;
  }

  private static boolean isUsual(EscalationStep step) {
    Trigger trigger = step.trigger().orElseThrow();
    return (trigger instanceof Trigger.PastDue || trigger instanceof Trigger.EndOfMonthPastDue)
        && AmountTest.of(step.condition()) != null
        && step.prerequisites().isEmpty()
        && (step.tone().isEmpty() || step.softerTone().equals(Condition.never()))
        && (step.performers().isEmpty()
            || step.performers().get(0).condition().equals(Condition.always()))
        && !step.offersSettlement()
        && step.minimumDaysSinceLastContact().orElse(0) < Packing.MOST_DAYS;
  }

  private static boolean hasNumbers(EscalationStep step) {
    return Names.step(step.name()) != Names.UNKNOWN && haveNumbers(step.minimumAmounts());
  }

  private static boolean haveNumbers(Map<CurrencyUnit, Money> amounts) {
    return amounts.keySet().stream().allMatch(c -> Names.currency(c) != Names.UNKNOWN);
  }

  private static int calendarDaysPastDue(Trigger trigger) {
    boolean plain =
        trigger instanceof Trigger.PastDue && trigger.days().unit() == Days.Unit.CALENDAR;
    return plain ? trigger.days().count() : -1;
  }

  private static long[] byCurrency(Map<CurrencyUnit, Money> amounts) {
    long[] found = new long[0];
    for (Map.Entry<CurrencyUnit, Money> each : amounts.entrySet()) {
      int number = Names.currency(each.getKey());
      found = number < found.length ? found : Arrays.copyOf(found, number + 1);
      found[number] = each.getValue().minorUnits();
    }
    return found;
  }

  private static short[] with(short[] places, int number, int place) {
    short[] longer = places;
    if (number >= places.length) {
      longer = Arrays.copyOf(places, number + 1);
      Arrays.fill(longer, places.length, longer.length, (short) -1);
    }
    longer[number] = (short) place;
    return longer;
  }

  /** The place of a step by the number of its name; -1 if the ladder has no such step. */
  int place(int name) {
    return name < places.length ? places[name] : -1;
  }

  /** The first step from a place on that applies to what is open and overdue; else the end. */
  int applying(int from, long openSum, long overdueSum, int currency) {
    int next = from;
    while (next < steps && !conditions[next].holds(openSum, overdueSum, currency)) {
      next++;
    }
    return next;
  }

  /** Whether a sum misses the minimum of a step, or, behind the last, of the policy. */
  boolean isShort(long sum, int step, int currency) {
    long[] of = minimums[step];
    return currency < of.length && sum < of[currency];
  }

  /** The last due date of which an item is overdue on a day. */
  long lateThrough(long day) {
    return calendarGrace ? day - grace.count() - 1 : knownLateThrough(day);
  }

  /** As {@code lateThrough}; the days asked for last are kept, each in one word with its answer. */
  private long knownLateThrough(long day) {
    int slot = (int) day & MOST_KNOWN - 1;
    long known = knownLate.getOpaque(slot);
    if ((int) (known >> 32) == (int) day && known != 0) {
      return (int) known;
    }
    long through = countedLateThrough(day);
    knownLate.setOpaque(slot, day << 32 | through & 0xFFFFFFFFL);
    return through;
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
    return 1 + (calendarGrace ? due + grace.count() : later(due, grace));
  }

  /** The day on which a step is reached, grace aside; never if nobody knows. */
  long reachedOn(int step, long due) {
    if (days[step] >= 0) {
      return due + days[step];
    }
    long on = later(due, triggers[step].days());
    return on == NEVER || triggers[step] instanceof Trigger.PastDue ? on : endOfMonth(on);
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

  private long later(long day, Days count) {
    return calendar
        .find(LocalDate.ofEpochDay(day), count)
        .map(LocalDate::toEpochDay)
        .orElse((long) NEVER);
  }

  @Override
  public String toString() {
    return "compiled " + policy.name();
  }

  /** Whether a day is one that the tables can tell of. */
  static boolean isCovered(long day) {
    return day > -Packing.MOST_DAYS && day < Packing.MOST_DAYS && day != EpochDay.NONE;
  }
}
