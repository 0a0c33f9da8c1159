package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.Restriction;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.ReopeningRules;
import io.dunning.policy.Trigger;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.Route;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A policy taken apart once, so that evaluating an account touches arrays only. */
final class PreparedPolicy {
  static final long NEVER = Long.MAX_VALUE;

  /** The restrictions as conditions, by their place. */
  static final Condition[] RESTRICTED =
      Arrays.stream(Restriction.values()).map(Condition::restricted).toArray(Condition[]::new);

  static final Condition UNDELIVERED = Condition.invoiceNotDelivered();

  /** How a trigger counts. */
  enum Counts {
    BEFORE_DUE,
    PAST_DUE,
    END_OF_MONTH,
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

  /** Whether any condition asks for charges. */
  final boolean asksCharges;

  final int graceDays;
  final boolean calendarGrace;
  final boolean fromReversal;
  final boolean startsAgain;
  final boolean countsSinceDue;
  final boolean forgivesPromise;
  final boolean forgivesPlan;
  final boolean forgives;

  /** The step at which the ladder goes on after a broken promise or plan; -1 where it was. */
  final int afterPromise;

  final int afterPlan;

  /** Whether no step can be reached before its item is overdue. */
  final boolean onlyPastDue;

  /** How much less settles a debt, and how routes are weighed; null without. */
  final SettlementRule settlement;

  final EndgameRule endgame;

  /** Whether a person has to approve a step, whatever it offers. */
  final boolean[] byPerson;

  /** What of a history tells how a customer pays. */
  final PaymentProfile.Scope profileScope;

  /** Whether any condition, or the settlement rule, asks how the customer has paid. */
  final boolean asksProfile;

  /** Whether rules of contact are to be asked, whoever the customer is. */
  final boolean anyContactRules;

  /** Whether a step goes by its next channel if the first is not allowed today. */
  final boolean orNextChannel;

  /** What notices have to come before each step, beyond those before contacts; null for none. */
  final Before[] befores;

  final Condition[][] prerequisites;
  final Channel[][] channels;
  final int[] allowedDuring;
  final boolean[] approvals;
  final Tone[] tones;
  final Condition[] softer;
  final boolean highest;
  final boolean ownLevel;
  final boolean nets;
  final Days cure;

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
    prerequisites = new Condition[n][];
    channels = new Channel[n][];
    allowedDuring = new int[n];
    approvals = new boolean[n];
    tones = new Tone[n];
    softer = new Condition[n];
    befores = new Before[n];
    byPerson = new boolean[n];
    for (int i = 0; i < n; i++) {
      prepare(i);
    }
    settlement = policy.settlement().orElse(null);
    endgame = policy.endgame().orElse(null);
    profileScope =
        new PaymentProfile.Scope(
            policy.profileWindow(),
            Optional.empty(),
            policy.agreements().promiseTolerance(),
            calendar);
    anyContactRules = !policy.outreach().conduct().rules().isEmpty();
    orNextChannel = policy.outreach().conduct().otherwise() == Conduct.Otherwise.NEXT_CHANNEL;
    minimums = Map.copyOf(policy.minimumAmounts());
    stepMinimums =
        policy.ladder().steps().stream().map(s -> Map.copyOf(s.minimumAmounts())).toList();
    holdWhile = policy.holdWhile();
    opaqueHold = holdWhile.needs().dailyReview();
    asksCharges = allConditions().anyMatch(c -> c.needs().charges());
    asksProfile =
        allConditions().anyMatch(c -> c.needs().profile())
            || settlement != null && settlement.fromRisk().isPresent();
    holdsOnlyClaims = holdWhile.needs().dealings() && !opaqueHold;
    startsAgain = policy.reopening().steps() == ReopeningRules.ReversedSteps.START_AGAIN;
    countsSinceDue = policy.account().accountSteps() == AccountRules.AccountSteps.SINCE_DUE;
    onlyPastDue =
        Arrays.stream(counts).allMatch(c -> c == Counts.PAST_DUE || c == Counts.END_OF_MONTH);
    forgivesPromise = policy.agreements().brokenPromise().ignoresEarlierContacts();
    forgivesPlan = policy.agreements().brokenPlan().ignoresEarlierContacts();
    forgives = forgivesPromise || forgivesPlan;
    afterPromise =
        policy.agreements().brokenPromise().startingStep().map(policy.ladder()::indexOf).orElse(-1);
    afterPlan =
        policy.agreements().brokenPlan().startingStep().map(policy.ladder()::indexOf).orElse(-1);
    highest = policy.account().documentLevel() == AccountRules.DocumentLevel.HIGHEST;
    ownLevel = policy.account().documentLevel() == AccountRules.DocumentLevel.OWN;
    nets = policy.account().credits() == AccountRules.Credits.NET;
    cure = policy.agreements().planCure();
    fromReversal = policy.reopening().age() == ReopeningRules.ReversedAge.FROM_REVERSAL;
    stops = policy.clock() == DunningPolicy.Clock.STOPS;
    var progression = policy.ladder().progression();
    skips = progression == EscalationLadder.Progression.SKIP;
    catchesUp = progression == EscalationLadder.Progression.CATCH_UP;
    climbs = !skips && !catchesUp;
    repeat = policy.ladder().repeat();
    grace = policy.grace().days();
    graceDays = grace.count();
    calendarGrace = grace.unit() == Days.Unit.CALENDAR || graceDays == 0;
    tolerance = policy.agreements().promiseTolerance();
  }

  private Stream<Condition> allConditions() {
    return Stream.of(
            Stream.of(holdWhile),
            Arrays.stream(conditions),
            Arrays.stream(softer),
            Arrays.stream(prerequisites).flatMap(Arrays::stream))
        .flatMap(c -> c);
  }

  private void prepare(int i) {
    EscalationStep step = steps[i];
    Trigger trigger = step.trigger().orElseThrow();
    triggers[i] = trigger;
    conditions[i] =
        step.offersSettlement()
            ? both(step.condition(), Condition.settlementPossible())
            : step.condition();
    days[i] = trigger.days();
    contacts[i] = step.contactsCustomer();
    gaps[i] =
        step.minimumDaysSinceLastContact()
            .orElse(contacts[i] ? policy.outreach().minimumDaysBetweenContacts() : 0);
    prerequisites[i] = step.prerequisites().toArray(new Condition[0]);
    allowedDuring[i] = step.allowedDuring().stream().mapToInt(PreparedPolicy::bit).sum();
    byPerson[i] = step.approvalNeeded() || asksPerson(step);
    approvals[i] = byPerson[i] || step.offersSettlement();
    boolean court = step.actions().contains(DunningAction.fileClaim());
    boolean agency = step.actions().contains(DunningAction.referToAgency());
    befores[i] = court ? Before.COURT : agency ? Before.HANDOVER : null;
    tones[i] = step.tone().orElse(null);
    softer[i] = step.softerTone();
    channels[i] =
        Stream.concat(step.channel().stream(), step.fallbackChannels().stream())
            .toArray(Channel[]::new);
    anchors[i] = -1;
    counts[i] = trigger.accept(new Counting(i));
  }

  /** How a trigger counts; notes the step that it counts from. */
  private final class Counting implements Trigger.Visitor<Counts> {
    private final int step;

    Counting(int step) {
      this.step = step;
    }

    @Override
    public Counts beforeDue(Trigger.BeforeDue t) {
      return Counts.BEFORE_DUE;
    }

    @Override
    public Counts pastDue(Trigger.PastDue t) {
      return Counts.PAST_DUE;
    }

    @Override
    public Counts endOfMonthPastDue(Trigger.EndOfMonthPastDue t) {
      return Counts.END_OF_MONTH;
    }

    @Override
    public Counts afterInvoice(Trigger.AfterInvoice t) {
      return Counts.AFTER_INVOICE;
    }

    @Override
    public Counts afterStep(Trigger.AfterStep t) {
      anchors[step] = policy.ladder().indexOf(t.step());
      return Counts.AFTER_STEP;
    }

    @Override
    public Counts afterDeadline(Trigger.AfterDeadline t) {
      anchors[step] = policy.ladder().indexOf(t.step());
      return Counts.AFTER_DEADLINE;
    }
  }

  static int bit(Enum<?> value) {
    return 1 << value.ordinal();
  }

  /** Whether any step may be taken during all of some restrictions. */
  boolean allowsDuring(int restrictions) {
    for (int allowed : allowedDuring) {
      if ((restrictions & ~allowed) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The channel by which a step reaches the customer; null if all of its are closed. */
  Channel channel(int step, int closed) {
    for (Channel channel : channels[step]) {
      if ((closed & bit(channel)) == 0) {
        return channel;
      }
    }
    return null;
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

  private static Condition both(Condition own, Condition more) {
    return own.equals(Condition.always()) ? more : own.and(more);
  }

  /** Whether the step takes a route for which a person has to approve. */
  private boolean asksPerson(EscalationStep step) {
    Set<Route> routes = policy.endgame().orElseGet(EndgameRule::standard).approval();
    return routes.contains(Route.COURT) && step.actions().contains(DunningAction.fileClaim())
        || routes.contains(Route.WRITE_OFF) && step.actions().contains(DunningAction.writeOff())
        || routes.contains(Route.AGENCY) && step.actions().contains(DunningAction.referToAgency())
        || routes.contains(Route.SETTLE) && step.offersSettlement();
  }

  /** The channel of a step by its name; empty if it is no step, or no contact. */
  Optional<Channel> channelOf(String name) {
    int index = policy.ladder().indexOf(name);
    return index < 0 ? Optional.empty() : steps[index].channel();
  }

  /** A day so many days later; never where the calendar does not reach. */
  long plus(long day, Days count) {
    if (day == NEVER || count.unit() == Days.Unit.CALENDAR) {
      return day == NEVER ? NEVER : capped(day + count.count());
    }
    return calendar.find(LocalDate.ofEpochDay(day), count).map(LocalDate::toEpochDay).orElse(NEVER);
  }

  /** The last day of the month in which a day lies. */
  static long endOfMonth(long day) {
    return day == NEVER
        ? NEVER
        : LocalDate.ofEpochDay(day).with(TemporalAdjusters.lastDayOfMonth()).toEpochDay();
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
