package io.dunning.evaluation;

import static io.dunning.evaluation.Reasons.date;

import io.dunning.action.Performer;
import io.dunning.action.Tone;
import io.dunning.calendar.EpochDay;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The thirteen rules by which a debt is decided about, in their order: the first that applies
 * decides. This file is the specification in code of {@code docs/reference/algorithm.md}; the
 * numbers are the same. Each rule also notes every later day on which its own answer can change.
 *
 * <p>Decides about one debt on one day, once.
 */
final class Decider {
  /** How often another channel or person may become allowed until nobody looks further ahead. */
  private static final int MOST_WAYS = 400;

  private final Debt debt;
  private final Books books;
  private final PreparedPolicy policy;
  private final long day;
  private final NextChange.Watch change;

  /** The step in question; null while no rule has asked for it. */
  private NextStep nextStep;

  /** The first later day on which something other than the awaited day can change the decision. */
  private long othersChangeOn;

  /** The permission that rule 11 found. */
  private Permission permission;

  /** When another channel or person would be allowed; matters to a step that is taken. */
  private NextChange.Watch ways;

  private Decider(Debt debt) {
    this.debt = debt;
    books = debt.books();
    policy = books.policy;
    day = debt.day();
    change = new NextChange.Watch(day);
  }

  /** Decides about the invoices of a scope at the end of a day. */
  static Decision decide(Scope scope, long day) {
    return decide(scope, day, Trace.OFF);
  }

  /** Decides, and records in a trace why steps are left out. */
  static Decision decide(Scope scope, long day, Trace trace) {
    Decider decider = new Decider(Debt.on(scope, day));
    Ruling ruling = decider.firstRuleThatApplies();
    NextChange next = decider.change.next();
    return trace.record(decider.debt, decider.nextStep, ruling, next);
  }

  private Ruling firstRuleThatApplies() {
    Ruling ruling = closed(); // rule 1
    ruling = ruling == null ? held() : ruling; // rule 2
    ruling = ruling == null ? notDue() : ruling; // rule 3
    ruling = ruling == null ? coveredByCredits() : ruling; // rule 4
    ruling = ruling == null ? belowMinimum() : ruling; // rule 5
    ruling = ruling == null ? noCandidateStep() : ruling; // rule 6
    ruling = ruling == null ? tooEarly() : ruling; // rule 7
    ruling = ruling == null ? belowMinimumOfStep() : ruling; // rule 8
    ruling = ruling == null ? prerequisiteMissing() : ruling; // rule 9
    ruling = ruling == null ? contactTooSoon() : ruling; // rule 10
    ruling = ruling == null ? contactNotAllowed() : ruling; // rule 11
    ruling = ruling == null ? paymentUnderWay() : ruling; // rule 12
    return ruling == null ? takeStep() : ruling; // rule 13
  }

  /** Rule 1: nothing is open; the customer may have to be thanked for the payment. */
  private Ruling closed() {
    if (debt.open() > 0) {
      return null;
    }
    Thanks thanks = policy.thanksWithin == null ? null : Thanks.after(debt, change);
    return thanks == null
        ? new Ruling(
            Outcome.of(Verdict.CLOSED, Rule.CLOSED), () -> StepReasons.closed(debt.scope()))
        : new Ruling(
            Outcome.of(Verdict.CLOSED, Rule.THANKS),
            () -> new DueReason.ThanksDue(date(thanks.paidOn()), date(thanks.through())));
  }

  /**
   * Rule 2: every item is held. Also the end of rule 3, early where it is cheap: an overdue item is
   * held, no free item is overdue, and the policy takes no step before one is.
   */
  private Ruling held() {
    Holds holds = debt.holds();
    change.by(debt.firstIssue());
    change.opaque(holds.opaque());
    boolean noneIsFree = debt.free() == 0 && holds.any();
    boolean noneIsDue =
        !debt.isOverdue() && holds.overdue() && policy.onlyPastDue && !holds.opaque();
    if (noneIsFree || noneIsDue) {
      change.by(holds.changesOn());
      return heldBy(holds.by());
    }
    change.by(holds.releaseOn());
    return null;
  }

  private Ruling heldBy(Holds.HeldItem held) {
    return new Ruling(Outcome.held(held.part()), () -> HoldReasons.of(books, held));
  }

  /** Rule 3: nothing is issued; or nothing is overdue, and no step that comes before is reached. */
  private Ruling notDue() {
    if (debt.free() == 0) {
      LocalDate issued = date(debt.firstIssue());
      return new Ruling(
          Outcome.of(Verdict.NOT_DUE, Rule.NOT_ISSUED), () -> new DueReason.NotIssued(issued));
    }
    if (debt.isOverdue()) {
      return null;
    }
    if (policy.onlyPastDue) {
      othersChangeOn = change.on();
    } else {
      watchLadder();
    }
    long due = debt.oldest().due();
    long overdueFrom = policy.overdueFrom(due);
    // it becomes overdue no sooner than amounts can change
    change.by(debt.amountsChangeOn());
    if (!policy.onlyPastDue && ladder().isReached()) {
      return null;
    }
    return debt.holds().overdue() ? heldBy(debt.holds().by()) : notOverdue(due, overdueFrom);
  }

  /** In grace, deferred or not due: nothing is overdue, and no step is reached. */
  private Ruling notOverdue(long due, long overdueFrom) {
    if (day > due) {
      return new Ruling(
          Outcome.of(Verdict.NOT_DUE, Rule.IN_GRACE),
          () -> new DueReason.InGrace(date(overdueFrom - 1)));
    }
    change.by(due + 1);
    if (debt.oldest().deferred()) {
      return new Ruling(
          Outcome.of(Verdict.NOT_DUE, Rule.DEFERRED), () -> new DueReason.Deferred(date(due)));
    }
    // once it is past its due date a free item is overdue, or in grace
    long firstChange = Math.min(othersChangeOn, debt.amountsChangeOn());
    change.certainly(debt.oldestStaysFree() && due + 1 <= firstChange);
    return new Ruling(
        Outcome.of(Verdict.NOT_DUE, Rule.NOT_DUE), () -> new DueReason.NotDue(date(due)));
  }

  /** Rule 4: credits cover what is overdue in every currency. */
  private Ruling coveredByCredits() {
    Debt counting = debt.isOverdue() && policy.nets ? countingDebt() : debt;
    Money[] covered = counting.covered();
    if (covered == null) {
      return null;
    }
    watchGrowth(counting);
    return new Ruling(
        Outcome.waiting(Rule.COVERED, -1),
        () -> new AmountReason.CoveredByCredits(covered[0], covered[1]));
  }

  /** Rule 5: the overdue sum of no currency reaches the minimum of the policy. */
  private Ruling belowMinimum() {
    Debt counting = countingDebt();
    Money[] shortOf = shortOf(counting, policy.minimums);
    return shortOf == null
        ? null
        : new Ruling(
            Outcome.waiting(Rule.BELOW_MINIMUM, -1),
            () -> new AmountReason.BelowMinimum(shortOf[0], shortOf[1]));
  }

  private Money[] shortOf(Debt counting, Map<CurrencyUnit, Money> minimums) {
    Money[] shortOf = counting.shortOf(minimums);
    if (shortOf == null) {
      change.by(counting.shrinksOn());
    } else {
      watchGrowth(counting);
    }
    return shortOf;
  }

  /** The debt whose sums count: that of the account, if its items keep their own level. */
  private Debt countingDebt() {
    Scope scope = debt.scope();
    if (!scope.countsTogether()) {
      return debt;
    }
    Debt together = scope.kept().on(scope.together(), day);
    change.by(together.firstIssue());
    change.by(together.holds().itemsChangeOn());
    if (!together.isOverdue()) {
      change.by(together.amountsChangeOn());
    }
    return together;
  }

  /** What is overdue mostly grows with time, so that this matters while it is too little. */
  private void watchGrowth(Debt counting) {
    change.by(counting.amountsChangeOn());
  }

  /** Rule 6: no step of the ladder is left to be taken. */
  private Ruling noCandidateStep() {
    if (debt.isOverdue()) {
      watchLadder();
    }
    Ladder ladder = ladder();
    if (ladder.candidate() >= 0) {
      return null;
    }
    LeadingItem lead = ladder.debt().lead;
    if (lead.restrictions() != 0) {
      Condition longest = debt.item(lead.place()).longestRestriction();
      return heldBy(new Holds.HeldItem(lead.place(), longest, EpochDay.NEVER, lead.due()));
    }
    return new Ruling(
        Outcome.of(Verdict.EXHAUSTED, Rule.LADDER_DONE), () -> StepReasons.ladderDone(ladder));
  }

  private Ladder ladder() {
    if (nextStep == null) {
      nextStep = new NextStep(debt);
    }
    return nextStep.ladder();
  }

  private void watchLadder() {
    ladder();
    othersChangeOn = Math.min(change.on(), nextStep.conditionsChangeOn());
    change.by(nextStep.changesOn());
    change.opaque(nextStep.isOpaque());
    change.namesAmounts(nextStep.namesAmounts());
  }

  /** Rule 7: the trigger of the candidate is not reached. */
  private Ruling tooEarly() {
    Ladder ladder = ladder();
    if (ladder.isReached()) {
      return null;
    }
    if (ladder.reachedOn() == EpochDay.NEVER) {
      return dayUnknown(ladder);
    }
    change.certainly(isAloneUntil(ladder.reachedOn()));
    return waiting(Rule.TOO_EARLY, () -> StepReasons.tooEarly(ladder));
  }

  /** Nobody knows the day yet; if for want of a calendar, the answer changes on its last day. */
  private Ruling dayUnknown(Ladder ladder) {
    boolean lacksCalendar = !ladder.awaitsAnchor(ladder.candidate());
    if (lacksCalendar && day < policy.calendarEnds) {
      change.by(policy.calendarEnds);
    }
    return waiting(
        lacksCalendar && day >= policy.calendarEnds ? Rule.CALENDAR_OVER : Rule.DAY_UNKNOWN,
        () -> StepReasons.dayUnknown(ladder, ladder.candidate()));
  }

  private Ruling waiting(Rule rule, Supplier<Reason> why) {
    return new Ruling(Outcome.waiting(rule, ladder().candidate()), why);
  }

  /** Whether nothing else can change before a day, so that the answer differs on it for sure. */
  private boolean isAloneUntil(long on) {
    return policy.climbs() && !policy.highest && on < othersChangeOn;
  }

  /** Rule 8: what is overdue does not reach the minimum of the step. */
  private Ruling belowMinimumOfStep() {
    PreparedStep step = step();
    Money[] shortOf = shortOf(debt, step.minimums);
    return shortOf == null
        ? null
        : waiting(
            Rule.STEP_BELOW_MINIMUM,
            () -> new AmountReason.StepBelowMinimum(step.name, shortOf[0], shortOf[1]));
  }

  private PreparedStep step() {
    return policy.steps[ladder().candidate()];
  }

  /** Rule 9: something has to come about before the step; all that is open is named. */
  private Ruling prerequisiteMissing() {
    PreparedStep step = step();
    List<PreparedCondition> open = List.of();
    for (PreparedCondition each : step.prerequisites) {
      if (!change.asks(each, ladder().debt())) {
        open = open.isEmpty() ? new ArrayList<>() : open;
        open.add(each);
      }
    }
    if (open.isEmpty()) {
      return null;
    }
    List<PreparedCondition> all = open;
    return waiting(Rule.PREREQUISITE_MISSING, () -> StepReasons.prerequisitesMissing(step, all));
  }

  /** Rule 10: too few days have passed since the customer was contacted. */
  private Ruling contactTooSoon() {
    PreparedStep step = step();
    ContactGap gap = ContactGap.before(step, ladder(), change);
    if (gap.allowedOn() <= day) {
      return null;
    }
    change.certainly(isAloneUntil(gap.allowedOn()) && gap.allowedOn() < change.on());
    change.by(gap.allowedOn());
    return waiting(
        Rule.CONTACT_TOO_SOON,
        () ->
            new ContactReason.ContactTooSoon(
                step.name, date(gap.lastContact()), date(gap.allowedOn())));
  }

  /** The place of the invoice that leads. */
  private int lead() {
    return ladder().debt().lead.place();
  }

  /** Rule 11: rules of contact, or the customer, forbid the step today. */
  private Ruling contactNotAllowed() {
    PreparedStep step = step();
    ways = new NextChange.Watch(day);
    permission = Permission.of(step, debt, lead(), ways);
    if (permission.isGiven()) {
      return null;
    }
    change.by(ways.on());
    return waiting(Rule.CONTACT_NOT_ALLOWED, () -> permission.refusal(step.name));
  }

  /** Rule 12: the step may be answered already, or has to wait for the bank. */
  private Ruling paymentUnderWay() {
    BankCheck check =
        books.bank == null ? null : new BankCheck(debt, countingDebt(), ladder(), change);
    Rule rule = check == null ? null : check.holds();
    if (rule == null) {
      change.by(ways.on());
      return null;
    }
    change.by(forbiddenOn());
    return new Ruling(Outcome.held(rule, ladder().candidate()), () -> check.reason(rule));
  }

  /**
   * The first later day on which the step may go by no channel and to nobody, before the answer
   * changes otherwise: while a step is held, it does not matter by which channel it would go.
   */
  private long forbiddenOn() {
    long on = ways.on();
    if (on >= change.on() || Permission.lasts(step(), debt, lead())) {
      return EpochDay.NEVER;
    }
    for (int i = 0; i < MOST_WAYS && on < change.on(); i++) {
      NextChange.Watch later = new NextChange.Watch(on);
      if (!Permission.of(step(), Debt.on(debt.scope(), on), lead(), later).isGiven()) {
        return on;
      }
      on = later.on();
    }
    return EpochDay.NEVER;
  }

  /** Rule 13: the step is taken, once a person has approved it if it needs that. */
  private Ruling takeStep() {
    Ladder ladder = ladder();
    PreparedStep step = step();
    boolean waits = needsApproval(step) && !ladder.isApproved(ladder.candidate());
    Rule rule =
        ladder.repeats()
            ? Rule.REPEATS
            : ladder.isBroughtForward() ? Rule.BROUGHT_FORWARD : Rule.DUE;
    Outcome outcome =
        new Outcome(
            waits ? Verdict.AWAIT_APPROVAL : Verdict.ACT,
            rule,
            ladder.candidate(),
            null,
            permission.channel(),
            permission.addressee(),
            tone(step),
            performer(step));
    return new Ruling(outcome, () -> StepReasons.due(ladder, rule));
  }

  /** Whether a person must approve: the policy says so, or the offer is too low. */
  private boolean needsApproval(PreparedStep step) {
    return step.needsPerson
        || step.step.offersSettlement() && policy.offerNeedsApproval(debt.daysPastDue());
  }

  private Tone tone(PreparedStep step) {
    if (step.tone == null || step.softer.isNever()) {
      return step.tone;
    }
    return change.asks(step.softer, ladder().debt()) ? step.tone.softer() : step.tone;
  }

  /** Who performs the step: the first to whom it is assigned today. */
  private Performer performer(PreparedStep step) {
    for (int i = 0; i < step.performers.length; i++) {
      if (change.asks(step.performs[i], ladder().debt())) {
        return step.performers[i];
      }
    }
    return Performer.IN_HOUSE;
  }
}
