package io.dunning.compiled;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.charge.AllocationOrder;
import io.dunning.charge.ChargeRules;
import io.dunning.ledger.Patience;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.AgreementRules;
import io.dunning.policy.Assignment;
import io.dunning.policy.Condition;
import io.dunning.policy.ConditionNeeds;
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
import java.util.stream.Stream;

/**
 * A policy as tables: what deciding about a packed standing asks of it, a number each. Covers
 * ladders whose steps count from the due date, climbed one by one, with conditions on amounts,
 * minimum amounts, grace, distances between contacts, approvals, and the usual holds.
 *
 * <p>A step may ask for more, such as rules of contact. Then the tables cover the decisions in
 * which that is not asked: most accounts wait for the day of their next step. Immutable and
 * thread-safe.
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

  /** Of each step: whether it counts from an earlier step, whose day these tables do not follow. */
  final boolean[] anchored;

  final boolean anyAnchored;

  /** Of each step: for which sums it applies. */
  private final AmountTest[] conditions;

  /** Whether any step asks a condition, so that what falls due later can change the step. */
  final boolean anyCondition;

  final boolean[] contacts;
  final int[] gap;
  final boolean[] needsApproval;

  /** Of each step: whether something has to come about before it. */
  final boolean[] hasPrerequisites;

  /** Of each step: whether taking it asks for rules of contact, a tone or a performer. */
  final boolean[] asksMore;

  /** Whether the books of an account may change with what its payments paid of charges. */
  final boolean charges;

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
    anchored = new boolean[steps];
    conditions = new AmountTest[steps];
    contacts = new boolean[steps];
    gap = new int[steps];
    needsApproval = new boolean[steps];
    hasPrerequisites = new boolean[steps];
    asksMore = new boolean[steps];
    charges = !policy.charges().equals(ChargeRules.NONE);
    minimums = new long[steps + 1][];
    minimums[steps] = byCurrency(policy.minimumAmounts());
    short[] found = new short[0];
    boolean approvals = false;
    boolean addressees = false;
    boolean asked = false;
    boolean anchors = false;
    for (int i = 0; i < steps; i++) {
      EscalationStep step = ladder.get(i);
      triggers[i] = step.trigger().orElseThrow();
      days[i] = calendarDaysPastDue(triggers[i]);
      anchored[i] = isAnchored(triggers[i]);
      anchors |= anchored[i];
      conditions[i] =
          step.offersSettlement() ? AmountTest.UNKNOWN : AmountTest.of(step.condition());
      hasPrerequisites[i] = !step.prerequisites().isEmpty();
      asksMore[i] = asksMore(policy, step);
      asked |= !conditions[i].equals(AmountTest.ALWAYS);
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
    anyAnchored = anchors;
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
            && isUsual(policy.charges())
            && isUsual(policy.outreach())
            && policy.ladder().progression() == Progression.CLIMB
            && policy.ladder().steps().size() < Short.MAX_VALUE
            && policy.liveFrom().map(CompiledPolicy::fits).orElse(true)
            && Holding.of(policy.holdWhile()) != null
            && (policy.grace().days().unit() == Days.Unit.CALENDAR || isEndless(calendar))
            && policy.ladder().steps().stream().allMatch(s -> isUsual(policy, s))
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
    return rules.thanksWithin().isEmpty()
        && rules.deliveryGivenUpAfter().isEmpty()
        && rules.minimumDaysBetweenContacts() < Packing.MOST_DAYS
        && rules.minimumDaysBetweenSteps() < Packing.MOST_DAYS;
  }

  /** Payments pay the principal first, and the charges that are left open no debt of their own. */
  private static boolean isUsual(ChargeRules rules) {
    return rules.order() == AllocationOrder.PRINCIPAL_INTEREST_COSTS
        && rules.onceSettled() != ChargeRules.OnceSettled.CHASED;
  }

  private static boolean isUsual(DunningPolicy policy, EscalationStep step) {
    Trigger trigger = step.trigger().orElseThrow();
    return (trigger instanceof Trigger.PastDue
            || trigger instanceof Trigger.EndOfMonthPastDue
            || isAnchored(trigger))
        && conditions(step).noneMatch(c -> isUnforeseeable(policy, c.needs()))
        && step.minimumDaysSinceLastContact().orElse(0) < Packing.MOST_DAYS;
  }

  private static boolean isAnchored(Trigger trigger) {
    return trigger instanceof Trigger.AfterStep || trigger instanceof Trigger.AfterDeadline;
  }

  /** Whatever is asked about a step. */
  private static Stream<Condition> conditions(EscalationStep step) {
    return Stream.of(
            Stream.of(step.condition(), step.softerTone()),
            step.prerequisites().stream(),
            step.performers().stream().map(Assignment::condition))
        .flatMap(all -> all);
  }

  /** Whether nobody can foresee when a condition changes, so that its step is reviewed daily. */
  private static boolean isUnforeseeable(DunningPolicy policy, ConditionNeeds needs) {
    boolean risk = needs.risk() || needs.settlement() || needs.routes();
    return needs.dailyReview() || risk && policy.riskModel().dailyReview();
  }

  private static boolean asksMore(DunningPolicy policy, EscalationStep step) {
    return !policy.outreach().conduct().rules().isEmpty()
        || step.tone().isPresent() && !step.softerTone().equals(Condition.never())
        || !step.performers().isEmpty()
            && !step.performers().get(0).condition().equals(Condition.always());
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

  /** The first step from a place on that may apply to what is open and overdue; else the end. */
  int applying(int from, long openSum, long overdueSum, int currency) {
    int next = from;
    while (next < steps && !conditions[next].holds(openSum, overdueSum, currency)) {
      next++;
    }
    return next;
  }

  /**
   * Whether these tables do not know if a step applies, because of its condition, or when it is
   * reached.
   */
  boolean isUnknown(int step) {
    return anchored[step] || conditions[step].isUnknown();
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
