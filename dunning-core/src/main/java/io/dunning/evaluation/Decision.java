package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.Tone;
import io.dunning.conduct.ContactCheck;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides about a debt on one day after the other. Deciding twice about the same day with the same
 * facts comes out the same; between a day and the day before {@link #changesOn} it does, too.
 */
final class Decision {
  private static final long NEVER = PreparedPolicy.NEVER;

  /** The rule that decided; with verdict and step it is what a review date is about. */
  enum Rule {
    CLOSED,
    NOT_ISSUED,
    HELD,
    NOT_DUE,
    DEFERRED,
    IN_GRACE,
    COVERED,
    BELOW_MINIMUM,
    LADDER_DONE,
    DAY_UNKNOWN,
    TOO_EARLY,
    STEP_BELOW_MINIMUM,
    PREREQUISITE_MISSING,
    CONTACT_TOO_SOON,
    CONTACT_NOT_ALLOWED,
    DUE,
    BROUGHT_FORWARD,
    REPEATS
  }

  final Facts facts = new Facts();
  final Debt debt = new Debt(facts);
  final Ladder ladder = new Ladder(debt);

  /** All of an account whose items each keep their own level: what minimums and credits count. */
  private final Debt group = new Debt(facts);

  private boolean grouped;
  private long groupDay;
  PreparedPolicy prepared;

  Verdict verdict;
  int step;
  Rule rule;
  Condition heldWhile;

  /** How the step speaks; null unless it is to be taken, and says so. */
  Tone tone;

  /** How the step reaches the customer; null unless it is to be taken, and does. */
  Channel channel;

  /** Whether a person approved the step that is to be taken. */
  boolean approved;

  private Condition missing;
  private Money[] covered;
  private int furthestStep;
  private long furthestReachedOn;
  private long furthestDue;
  private long furthestChangesOn;
  private long furthestConditionsOn;
  private long changesOn;
  private long othersOn;
  private boolean certain;
  private boolean opaque;
  private Money[] shortOf;
  private long lastContact;
  private long allowedOn;
  private ContactCheck.Stop stop;
  private Channel stopped;

  /** Turns to an account on a day; {@link #about} then says which of its invoices. */
  void begin(PreparedPolicy policy, Account account, long day) {
    prepared = policy;
    facts.begin(policy, account, day);
    ladder.begin();
    grouped = false;
  }

  /** Turns to some invoices of the account: from a place to before another, of one currency. */
  void about(int from, int to, CurrencyUnit only, boolean[] members) {
    debt.begin(from, to, only, members);
    boolean needed = prepared.ownLevel && (prepared.nets || !prepared.minimums.isEmpty());
    boolean ofAccount = prepared.policy.account().unit() == AccountRules.Unit.ACCOUNT;
    if (needed && (!grouped || !ofAccount)) {
      CurrencyUnit own = ofAccount ? null : facts.balances.currency(from);
      group.beginGroup(own, members);
      grouped = true;
      groupDay = NEVER;
    }
  }

  /** Supposes that more is owed, or less, until it turns elsewhere. */
  void suppose(Money more) {
    debt.suppose(more);
    if (grouped) {
      group.suppose(more);
    }
  }

  /** Lets go of the account. */
  void end() {
    facts.end();
    ladder.begin();
  }

  /** Decides about the end of a day. */
  void decide(long day) {
    debt.look(day);
    step = -1;
    heldWhile = null;
    tone = null;
    channel = null;
    approved = false;
    opaque = debt.holds.isOpaque();
    changesOn = Math.min(debt.holds.releaseOn(), debt.firstIssue());
    certain = false;
    if (debt.open() == 0) {
      conclude(Verdict.CLOSED, Rule.CLOSED);
    } else if (debt.free() == 0) {
      if (debt.holds.anyHeld()) {
        changesOn = Math.min(debt.holds.heldChangesOn(), debt.firstIssue());
        hold();
      } else {
        conclude(Verdict.NOT_DUE, Rule.NOT_ISSUED);
      }
    } else {
      decideFree();
    }
  }

  private void decideFree() {
    boolean early = !debt.isOverdue();
    if (early && debt.holds.heldOverdue() && prepared.onlyPastDue && !debt.holds.isOpaque()) {
      // no step can be reached before something is overdue and free
      changesOn = Math.min(debt.holds.heldChangesOn(), debt.firstIssue());
      hold();
      return;
    }
    lookUpLadder();
    if (early) {
      decideBeforeDue();
    } else {
      decideOverdue();
    }
  }

  /** Finds the step in question; asks each overdue item if the furthest one leads. */
  private void lookUpLadder() {
    furthestConditionsOn = NEVER;
    furthestChangesOn = prepared.highest ? debt.amountsChangeOn() : NEVER;
    int n = prepared.highest ? debt.overdueCount() : 0;
    int furthest = -1;
    for (int i = 0; i < n; i++) {
      int place = debt.overdueItem(i);
      debt.leadBy(place);
      ladder.look();
      furthestChangesOn = Math.min(furthestChangesOn, ladder.changesOn());
      furthestConditionsOn = Math.min(furthestConditionsOn, ladder.conditionsOn());
      opaque |= ladder.isOpaque();
      if (furthest < 0 || isFurther()) {
        furthest = place;
        furthestStep = ladder.candidate();
        furthestReachedOn = ladder.candidateReachedOn();
        furthestDue = debt.leadDue();
      }
    }
    if (furthest >= 0) {
      debt.leadBy(furthest);
    }
    ladder.look();
  }

  /** Reached before waited for; the most severe step reached, the first one waited for; older. */
  private boolean isFurther() {
    int other = ladder.candidate();
    boolean reached = other >= 0 && ladder.candidateReachedOn() <= debt.day();
    boolean wasReached = furthestStep >= 0 && furthestReachedOn <= debt.day();
    if (reached != wasReached) {
      return reached;
    }
    if (reached && other != furthestStep) {
      return other > furthestStep;
    }
    if (!reached && ladder.candidateReachedOn() != furthestReachedOn) {
      return ladder.candidateReachedOn() < furthestReachedOn;
    }
    return other >= 0 && furthestStep < 0 || debt.leadDue() < furthestDue;
  }

  private void conclude(Verdict what, Rule why) {
    verdict = what;
    rule = why;
  }

  private void hold() {
    heldWhile = debt.holds.heldWhile();
    conclude(Verdict.HOLD, Rule.HELD);
  }

  private void decideBeforeDue() {
    watchLadder();
    long overdueFrom = prepared.overdueFrom(debt.oldestDue());
    boolean reached = ladder.candidate() >= 0 && ladder.candidateReachedOn() <= debt.day();
    changeBy(overdueFrom);
    changeBy(debt.amountsChangeOn());
    if (reached) {
      act();
    } else if (debt.holds.heldOverdue()) {
      hold();
    } else if (debt.day() > debt.oldestDue()) {
      conclude(Verdict.NOT_DUE, Rule.IN_GRACE);
    } else if (debt.oldestDeferred()) {
      changeBy(debt.oldestDue() + 1);
      conclude(Verdict.NOT_DUE, Rule.DEFERRED);
    } else {
      changeBy(debt.oldestDue() + 1);
      // once it is past its due date a free item is overdue, or in grace
      certain = debt.oldestStaysFree() && debt.oldestDue() + 1 < othersOn;
      conclude(Verdict.NOT_DUE, Rule.NOT_DUE);
    }
  }

  private void decideOverdue() {
    if (isCovered() || isShort(sums(), prepared.minimums, -1)) {
      return;
    }
    watchLadder();
    int candidate = ladder.candidate();
    if (candidate < 0 && debt.leadRestrictions() != 0) {
      debt.holdByLead();
      hold();
    } else if (candidate < 0) {
      conclude(Verdict.EXHAUSTED, Rule.LADDER_DONE);
    } else if (ladder.candidateReachedOn() > debt.day()) {
      step = candidate;
      boolean known = ladder.candidateReachedOn() != NEVER;
      certain = prepared.climbs && !prepared.highest && ladder.candidateReachedOn() < othersOn;
      conclude(Verdict.WAIT, known ? Rule.TOO_EARLY : Rule.DAY_UNKNOWN);
    } else {
      act();
    }
  }

  /** The day has come: minimum amounts, prerequisites, then the distance from the last contact. */
  private void act() {
    if (!debt.isOverdue() && isShort(sums(), prepared.minimums, -1)) {
      return;
    }
    step = ladder.candidate();
    if (isShort(debt, prepared.stepMinimums.get(step), step) || isMissing() || isTooSoon()) {
      return;
    }
    channel = prepared.channel(step, facts.closedChannels);
    if (facts.asksConduct() && isNotAllowed()) {
      return;
    }
    takeStep();
    conclude(
        Verdict.ACT,
        ladder.repeats()
            ? Rule.REPEATS
            : ladder.isBroughtForward() ? Rule.BROUGHT_FORWARD : Rule.DUE);
  }

  private void takeStep() {
    approved = ladder.isApproved(step);
    tone = prepared.tones[step];
    Condition softer = prepared.softer[step];
    if (tone != null && softer != NEVER_SOFTER) {
      changeBy(softer.changesOn(debt));
      opaque |= softer.needs().dailyReview();
      tone = softer.holds(debt) ? tone.softer() : tone;
    }
  }

  private static final Condition NEVER_SOFTER = Condition.never();

  /** What has to come about before the step, if anything has not. */
  private boolean isMissing() {
    boolean any = false;
    for (Condition each : prepared.prerequisites[step]) {
      changeBy(each.changesOn(debt));
      opaque |= each.needs().dailyReview();
      if (!any && !each.holds(debt)) {
        missing = each;
        any = true;
      }
    }
    if (any) {
      conclude(Verdict.WAIT, Rule.PREREQUISITE_MISSING);
    }
    return any;
  }

  /** The debt whose sums count: the whole account's, if its items keep their own level. */
  private Debt sums() {
    if (!grouped) {
      return debt;
    }
    if (groupDay != debt.day()) {
      group.look(debt.day());
      groupDay = debt.day();
    }
    changeBy(
        Math.min(group.amountsChangeOn(), Math.min(group.holds.releaseOn(), group.firstIssue())));
    return group;
  }

  private boolean isCovered() {
    covered = prepared.nets ? sums().covered() : null;
    if (covered == null) {
      return false;
    }
    changeBy(debt.amountsChangeOn());
    conclude(Verdict.WAIT, Rule.COVERED);
    return true;
  }

  private boolean isShort(Debt of, Map<CurrencyUnit, Money> minimums, int ofStep) {
    shortOf = of.shortOf(minimums);
    if (shortOf == null) {
      return false;
    }
    step = ofStep;
    changeBy(of.amountsChangeOn());
    conclude(Verdict.WAIT, ofStep < 0 ? Rule.BELOW_MINIMUM : Rule.STEP_BELOW_MINIMUM);
    return true;
  }

  private boolean isTooSoon() {
    int gap = prepared.gaps[step];
    boolean contacts = prepared.contacts[step];
    long sinceAny = gap == 0 ? Long.MIN_VALUE : facts.lastContact();
    long fromAny = sinceAny == Long.MIN_VALUE ? sinceAny : sinceAny + gap;
    if (fromAny > debt.day() && isForgiven(sinceAny)) {
      fromAny = Long.MIN_VALUE;
    }
    long sinceOwn = contacts ? ladder.lastOwnContact() : Long.MIN_VALUE;
    long fromOwn = sinceOwn == Long.MIN_VALUE ? sinceOwn : sinceOwn + 1;
    allowedOn = Math.max(fromAny, fromOwn);
    if (allowedOn <= debt.day()) {
      return false;
    }
    lastContact = fromAny >= fromOwn ? sinceAny : sinceOwn;
    certain = prepared.climbs && !prepared.highest && allowedOn < Math.min(othersOn, changesOn);
    changeBy(allowedOn);
    conclude(Verdict.WAIT, Rule.CONTACT_TOO_SOON);
    return true;
  }

  /** Whether rules of contact, or the customer, forbid the step today. */
  private boolean isNotAllowed() {
    Before before = prepared.befores[step];
    if (channel == null && before == null) {
      return false;
    }
    int[] places = debt.places();
    Channel preferred = channel;
    long earliest = permittedOn(places, preferred, before);
    if (prepared.orNextChannel && channel != null && earliest > debt.day()) {
      for (Channel each : prepared.channels[step]) {
        boolean open = (facts.closedChannels & PreparedPolicy.bit(each)) == 0;
        long on = open ? permittedOn(places, each, before) : NEVER;
        if (on <= debt.day()) {
          channel = each;
          break;
        }
        earliest = Math.min(earliest, on);
      }
    }
    boolean allowed = earliest <= debt.day() || channel != preferred;
    if (earliest > debt.day()) {
      // the first day of all channels that would be preferred
      changeBy(earliest);
    }
    if (allowed) {
      changeBy(stoppedOn(places, before));
      return false;
    }
    stop = facts.check().stop(places, preferred, Before.CONTACT, debt.day());
    if (stop == null || preferred == null) {
      stop = facts.check().stop(places, null, before, debt.day());
    }
    stopped = preferred;
    allowedOn = earliest;
    channel = null;
    conclude(Verdict.WAIT, Rule.CONTACT_NOT_ALLOWED);
    return true;
  }

  /** The first later day on which the step is stopped by the channel it now goes by. */
  private long stoppedOn(int[] places, Before before) {
    ContactCheck check = facts.check();
    long tomorrow = debt.day() + 1;
    long on = before == null ? NEVER : check.stoppedOn(places, null, before, tomorrow);
    return channel == null
        ? on
        : Math.min(on, check.stoppedOn(places, channel, Before.CONTACT, tomorrow));
  }

  /** The first day on which the step is allowed by a channel, and after the notices it needs. */
  private long permittedOn(int[] places, Channel by, Before before) {
    ContactCheck check = facts.check();
    long on = debt.day();
    if (before != null) {
      on = check.allowedOn(places, null, before, on);
    }
    return by == null || on == NEVER ? on : check.allowedOn(places, by, Before.CONTACT, on);
  }

  /** Whether a promise or plan broken since the last contact lets the next step come at once. */
  private boolean isForgiven(long contact) {
    if (!prepared.forgives) {
      return false;
    }
    boolean own = !debt.leadIsPlain();
    boolean whole = !facts.balances.isAccountPlain();
    if (prepared.forgivesPromise
        && (own && isBroken(debt.standing(), contact, debt.lead())
            || whole && isBroken(facts.whole, contact, null))) {
      return true;
    }
    return prepared.forgivesPlan
        && (own && isBroken(facts.plan(debt.leadPlace()), contact)
            || whole && isBroken(facts.accountPlan(), contact));
  }

  private boolean isBroken(PlanOutcome plan, long contact) {
    long on = Facts.breach(plan);
    if (on > debt.day()) {
      changeBy(on);
    }
    return on <= debt.day() && on > contact;
  }

  private boolean isBroken(Standing standing, long contact, InvoiceHistory history) {
    if (!standing.agreements().isPromised()) {
      return false;
    }
    var promise = standing.agreements().promise().orElseThrow();
    long through = prepared.promiseThrough(promise);
    if (promise.until().toEpochDay() < contact) {
      return false;
    }
    if (through >= debt.day()) {
      changeBy(through + 1);
      return false;
    }
    if (!facts.account.hasMoneyMoved()) {
      return promise.amount().map(Money::isPositive).orElse(true);
    }
    List<PromiseOutcome> outcomes =
        history == null ? facts.accountPromises() : facts.promises(history);
    return outcomes.get(outcomes.size() - 1).state() != PromiseOutcome.State.KEPT;
  }

  private void watchLadder() {
    othersOn = Math.min(changesOn, Math.min(ladder.conditionsOn(), furthestConditionsOn));
    changeBy(Math.min(ladder.changesOn(), furthestChangesOn));
    opaque |= ladder.isOpaque();
  }

  private void changeBy(long day) {
    changesOn = Math.min(changesOn, day);
  }

  /**
   * The first later day on which deciding again can come out otherwise; never after it.
   *
   * @return an epoch day after the one decided about, or never
   */
  long changesOn() {
    return Math.max(changesOn, debt.day() + 1);
  }

  /**
   * Whether deciding again on that day comes out otherwise, without trying: nothing but the waited
   * for day comes to pass on it.
   */
  boolean changesForSure() {
    return certain;
  }

  /** Whether a condition was asked whose changes nobody can foresee. */
  boolean isOpaque() {
    return opaque;
  }

  /**
   * How the step is taken, in bits: the place of the channel plus 1, eight times the place of the
   * tone plus 1. Nothing, unless it is to be taken.
   */
  int manner() {
    return (channel == null ? 0 : channel.ordinal() + 1)
        + 8 * (tone == null ? 0 : tone.ordinal() + 1);
  }

  /** Whether another decision comes out the same. */
  boolean isLike(Decision other) {
    return verdict == other.verdict
        && step == other.step
        && rule == other.rule
        && manner() == other.manner()
        && Objects.equals(heldWhile, other.heldWhile);
  }

  /** The reason that decided, with its facts. */
  Reason reason() {
    String name = step < 0 ? "" : prepared.steps[step].name();
    return switch (rule) {
      case CLOSED -> debt.closed();
      case NOT_ISSUED -> new Reason.NotIssued(date(debt.firstIssue()));
      case HELD -> debt.holds.reason();
      case NOT_DUE -> new Reason.NotDue(date(debt.oldestDue()));
      case DEFERRED -> new Reason.Deferred(date(debt.oldestDue()));
      case COVERED -> new Reason.CoveredByCredits(covered[0], covered[1]);
      case PREREQUISITE_MISSING -> new Reason.PrerequisiteMissing(name, missing.toString());
      case BROUGHT_FORWARD ->
          new Reason.StepBroughtForward(name, date(ladder.broughtOn()).minusDays(1));
      case IN_GRACE -> new Reason.InGrace(date(prepared.overdueFrom(debt.oldestDue()) - 1));
      case BELOW_MINIMUM -> new Reason.BelowMinimum(shortOf[0], shortOf[1]);
      case LADDER_DONE -> new Reason.LadderDone(lastTaken());
      case DAY_UNKNOWN -> ladder.dayUnknown(step);
      case TOO_EARLY ->
          ladder.repeats()
              ? new Reason.StepRepeats(name, takenOn(step), date(ladder.candidateReachedOn()))
              : new Reason.StepTooEarly(
                  name, prepared.trigger(step), date(ladder.candidateReachedOn()));
      case STEP_BELOW_MINIMUM -> new Reason.StepBelowMinimum(name, shortOf[0], shortOf[1]);
      case CONTACT_NOT_ALLOWED ->
          new Reason.ContactNotAllowed(
              name,
              Optional.ofNullable(stopped),
              stop,
              allowedOn == NEVER ? Optional.empty() : Optional.of(date(allowedOn)));
      case CONTACT_TOO_SOON -> new Reason.ContactTooSoon(name, date(lastContact), date(allowedOn));
      case DUE ->
          new Reason.StepDue(name, prepared.trigger(step), date(ladder.candidateReachedOn()));
      case REPEATS ->
          new Reason.StepRepeats(name, takenOn(step), date(ladder.candidateReachedOn()));
    };
  }

  private LocalDate takenOn(int index) {
    return date(ladder.takenOn(index));
  }

  private Optional<String> lastTaken() {
    int level = ladder.levelReached();
    return level < 0 ? Optional.empty() : Optional.of(prepared.steps[level].name());
  }

  static LocalDate date(long epochDay) {
    return LocalDate.ofEpochDay(Math.min(epochDay, Facts.LAST_DAY));
  }
}
