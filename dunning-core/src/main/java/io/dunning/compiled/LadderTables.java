package io.dunning.compiled;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.calendar.Days;
import io.dunning.conduct.Conduct;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The steps of a policy as tables, by their place on the ladder: when a step is reached, for which
 * sums it applies, and what it asks for.
 */
abstract sealed class LadderTables permits CompiledPolicy {
  final int steps;

  /** Of each step: when it is reached in calendar days past due; -1 if it counts otherwise. */
  final int[] days;

  private final Trigger[] triggers;

  /** Of each step: whether it counts from an earlier step. */
  final boolean[] anchored;

  /** Of each step: the place of the earlier step that it counts from; -1 if it counts otherwise. */
  final int[] anchor;

  /** Of each step: how long after that step its deadline is; null if it does not count from one. */
  final Days[] granted;

  final boolean anyAnchored;

  /** Of each step: for which sums it applies. */
  private final AmountTest[] conditions;

  /** What the oldest item costs, if a step asks for that; null if none does. */
  final ChargeMeter meter;

  /** Whether any step asks a condition, so that what falls due later can change the step. */
  final boolean anyCondition;

  final boolean[] contacts;
  final int[] gap;
  final boolean[] needsApproval;

  /** Of each step: whether something has to come about before it. */
  final boolean[] hasPrerequisites;

  /** Of each step: the channel that rules of contact have to allow; null if none of them asks. */
  final Channel[] channels;

  final boolean anyContactAsked;

  /** Of each step: when its tone is the softer one, by how the customer pays; null without. */
  final BandTest[] softer;

  /** Of each step: whether taking it asks for more, such as a tone or a performer. */
  final boolean[] asksMore;

  /** Of each step: whether notices have to come before it, so that it may leave invoices out. */
  final boolean[] announced;

  final boolean anyApproval;
  final boolean anyAddressee;

  /** Of each step, then of the policy, the minimum by number of currency; null without any. */
  private final long[][] minimums;

  /** The place of a step by the number of its name. */
  private final short[] places;

  LadderTables(DunningPolicy policy) {
    List<EscalationStep> ladder = policy.ladder().steps();
    steps = ladder.size();
    days = new int[steps];
    triggers = new Trigger[steps];
    anchored = new boolean[steps];
    anchor = new int[steps];
    granted = new Days[steps];
    conditions = new AmountTest[steps];
    contacts = new boolean[steps];
    gap = new int[steps];
    needsApproval = new boolean[steps];
    hasPrerequisites = new boolean[steps];
    channels = new Channel[steps];
    softer = new BandTest[steps];
    asksMore = new boolean[steps];
    announced = new boolean[steps];
    minimums = new long[steps + 1][];
    ChargeMeter charges = ChargeMeter.of(policy.charges());
    minimums[steps] = byCurrency(policy.minimumAmounts());
    for (int i = 0; i < steps; i++) {
      fill(i, ladder.get(i), policy, charges != null);
    }
    places = places(ladder);
    anyAnchored = any(anchored);
    boolean asksAny = false;
    boolean asksCharges = false;
    boolean asksContact = false;
    for (int i = 0; i < steps; i++) {
      asksAny |= conditions[i] != AmountTest.ALWAYS;
      asksCharges |= conditions[i].asksCharges();
      asksContact |= channels[i] != null;
    }
    anyCondition = asksAny;
    meter = asksCharges ? charges : null;
    anyContactAsked = asksContact;
    anyAddressee = ladder.stream().anyMatch(s -> !s.addressees().isEmpty());
    anyApproval = any(needsApproval);
  }

  private void fill(int place, EscalationStep step, DunningPolicy policy, boolean metered) {
    Trigger trigger = step.trigger().orElseThrow();
    triggers[place] = trigger;
    days[place] = calendarDaysPastDue(trigger);
    anchored[place] = Coverage.isAnchored(trigger);
    anchor(place, trigger, policy.ladder().steps());
    conditions[place] =
        step.offersSettlement() ? AmountTest.UNKNOWN : AmountTest.of(step.condition(), metered);
    hasPrerequisites[place] = !step.prerequisites().isEmpty();
    channels[place] = channelAsked(policy, step);
    softer[place] = softer(policy, step);
    asksMore[place] = asksMore(policy, step, softer[place]);
    announced[place] = isAnnounced(policy, step);
    contacts[place] = step.contactsCustomer();
    gap[place] =
        step.minimumDaysSinceLastContact()
            .orElse(contacts[place] ? policy.outreach().minimumDaysBetweenContacts() : 0);
    needsApproval[place] = policy.needsApproval(step);
    minimums[place] = byCurrency(step.minimumAmounts());
  }

  private void anchor(int place, Trigger trigger, List<EscalationStep> ladder) {
    anchor[place] = -1;
    if (trigger instanceof Trigger.AfterStep after) {
      anchor[place] = placeOf(after.step(), ladder);
    } else if (trigger instanceof Trigger.AfterDeadline after) {
      anchor[place] = placeOf(after.step(), ladder);
      granted[place] = ladder.get(anchor[place]).deadline().orElseThrow();
    }
  }

  private static int placeOf(String name, List<EscalationStep> ladder) {
    return ladder.stream().map(EscalationStep::name).toList().indexOf(name);
  }

  private static boolean any(boolean[] column) {
    for (boolean each : column) {
      if (each) {
        return true;
      }
    }
    return false;
  }

  private static Channel channelAsked(DunningPolicy policy, EscalationStep step) {
    return policy.outreach().conduct().rules().isEmpty()
        ? null
        : step.channel().or(() -> step.fallbackChannels().stream().findFirst()).orElse(null);
  }

  private static BandTest softer(DunningPolicy policy, EscalationStep step) {
    boolean judgesByMany = policy.leastSettledInvoices() > 0;
    return judgesByMany && step.tone().isPresent() ? BandTest.of(step.softerTone()) : null;
  }

  private static boolean asksMore(DunningPolicy policy, EscalationStep step, BandTest softer) {
    Conduct conduct = policy.outreach().conduct();
    boolean goesByAnother =
        conduct.otherwise() == Conduct.Otherwise.NEXT_CHANNEL && !step.fallbackChannels().isEmpty();
    return !conduct.rules().isEmpty() && (goesByAnother || conduct.lookBackDays().isEmpty())
        || step.tone().isPresent() && softer == null && !step.softerTone().equals(Condition.never())
        || !step.performers().isEmpty()
            && !step.performers().get(0).condition().equals(Condition.always());
  }

  private static boolean isAnnounced(DunningPolicy policy, EscalationStep step) {
    return policy.outreach().conduct().lookBackDays().isEmpty()
        && step.actions().stream()
            .anyMatch(
                a ->
                    a.equals(DunningAction.fileClaim())
                        || a.equals(DunningAction.referToAgency())
                        || a.equals(DunningAction.sellClaim()));
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

  private static short[] places(List<EscalationStep> ladder) {
    short[] places = new short[0];
    for (int i = 0; i < ladder.size(); i++) {
      places = with(places, Names.stepOfPolicy(ladder.get(i).name()), i);
    }
    return places;
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
  final int place(int name) {
    return name < places.length ? places[name] : -1;
  }

  /**
   * The first step from a place on that may apply to what is open, overdue and charged; else the
   * end.
   */
  final int applying(int from, long open, long overdue, long charges, int currency) {
    int next = from;
    while (next < steps && !conditions[next].holds(open, overdue, charges, currency)) {
      next++;
    }
    return next;
  }

  /** Whether these tables do not know if a step applies, because of its condition. */
  final boolean isUnknown(int step) {
    return conditions[step].isUnknown();
  }

  /** The least charges in a currency for which a step applies; none if it does not ask for them. */
  final long leastCharges(int step, int currency) {
    AmountTest test = conditions[step];
    return test.asksCharges() && test.currency() == currency ? test.least() : Long.MIN_VALUE;
  }

  /** Whether a sum misses the minimum of a step, or, behind the last, of the policy. */
  final boolean isShort(long sum, int step, int currency) {
    long[] of = minimums[step];
    return currency < of.length && sum < of[currency];
  }

  /** When a step is reached. */
  final Trigger trigger(int step) {
    return triggers[step];
  }
}
