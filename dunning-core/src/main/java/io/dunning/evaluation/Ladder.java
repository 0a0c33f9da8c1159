package io.dunning.evaluation;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.event.LedgerEvent;
import io.dunning.event.StepEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.ledger.Standing;
import io.dunning.ledger.StepsTaken;
import io.dunning.policy.Condition;
import java.time.LocalDate;
import java.util.List;

/**
 * Where a debt stands on the ladder on a day, and which step is next. Asks the item that leads the
 * debt; finds the first later day on which the answer could differ.
 */
final class Ladder {
  private static final long NEVER = PreparedPolicy.NEVER;
  private static final long NONE = Long.MIN_VALUE;

  private final Facts facts;
  private final Debt debt;
  private PreparedPolicy prepared;

  private long day;
  private StepsTaken own;
  private StepsTaken whole;
  private long due;
  private long issued;
  private long startAgainOn;
  private long overdueFrom;
  private boolean inInstalments;
  private int restrictions;
  private List<DateSpan> spans;
  private InvoiceHistory spansOf;

  /** The step at which a broken promise or plan makes the ladder go on, and since when. */
  private int broughtTo;

  private long broughtOn;

  private int level;
  private int candidate;
  private long reachedOn;
  private boolean repeats;
  private long changesOn;
  private long conditionsOn;
  private boolean opaque;

  Ladder(Debt debt) {
    this.debt = debt;
    this.facts = debt.facts;
    debt.ladder = this;
  }

  /** Turns to the account that the facts are about. */
  void begin() {
    prepared = facts.prepared;
    spansOf = null;
    spans = null;
  }

  /** Finds the candidate for the leading item of the debt, as the debt was last looked at. */
  void look() {
    day = debt.day();
    due = debt.leadDue();
    issued = debt.issuedDay();
    overdueFrom = prepared.overdueFrom(due);
    whole = facts.balances.accountSteps();
    own = facts.balances.anyInvoiceSteps() ? debt.standing().steps().columns() : null;
    restrictions = debt.leadRestrictions();
    startAgainOn = NONE;
    inInstalments = false;
    boolean plain = debt.leadIsPlain();
    if (!plain) {
      lookBack(debt.standing());
    }
    if (prepared.stops && spansOf != debt.lead()) {
      spansOf = debt.lead();
      spans = facts.heldSpans(spansOf);
    }
    broughtTo = -1;
    broughtOn = NEVER;
    conditionsOn = NEVER;
    if (!plain || !facts.balances.isAccountPlain()) {
      lookForBreaches();
    }
    candidate = -1;
    reachedOn = NEVER;
    repeats = false;
    changesOn = NEVER;
    opaque = false;
    level = level();
    if (prepared.skips) {
      skip();
    } else if (prepared.catchesUp) {
      catchUp();
    } else {
      climb();
    }
    if (candidate < 0) {
      repeatLast();
    }
    if (reachedOn > day) {
      changesOn = Math.min(changesOn, reachedOn);
    }
  }

  /** What happened to the leading item that makes its ladder start again. */
  private void lookBack(Standing standing) {
    inInstalments = !standing.balance().instalments().isEmpty();
    startAgainOn =
        Math.max(standing.agreements().renegotiatedDay(), standing.correspondence().arrivedDay());
    long reopened = standing.balance().reopenedDay();
    if (prepared.startsAgain && reopened != EpochDay.NEVER) {
      startAgainOn = Math.max(startAgainOn, reopened);
    }
  }

  /** Whether any promise or plan was broken after which the ladder goes on at a certain step. */
  private void lookForBreaches() {
    if (prepared.afterPromise >= 0) {
      promises(facts.promises(debt.lead()));
      promises(facts.accountPromises());
    }
    if (prepared.afterPlan >= 0) {
      plans(facts.plans(debt.leadPlace()));
      plans(facts.accountPlans());
    }
  }

  private void promises(List<PromiseOutcome> outcomes) {
    for (PromiseOutcome each : outcomes) {
      breach(prepared.afterPromise, Facts.breach(each));
    }
  }

  private void plans(List<PlanOutcome> outcomes) {
    for (PlanOutcome each : outcomes) {
      breach(prepared.afterPlan, Facts.breach(each));
    }
  }

  private void breach(int step, long on) {
    if (on > day) {
      conditionsOn = Math.min(conditionsOn, on);
    } else if (on > due && on >= startAgainOn) {
      boolean further = step > broughtTo || step == broughtTo && on < broughtOn;
      broughtOn = further ? on : broughtOn;
      broughtTo = Math.max(step, broughtTo);
    }
  }

  private int level() {
    int highest = own == null ? -1 : level(own, false, -1);
    return level(whole, true, highest);
  }

  private int level(StepsTaken of, boolean ofAccount, int least) {
    int highest = least;
    for (int i = of.count() - 1; i >= 0; i--) {
      int index = prepared.indexOf(of.name(i));
      if (index > highest) {
        highest = Math.max(highest, counted(index, of.day(i), ofAccount));
      }
    }
    return highest;
  }

  /**
   * As which step a step taken on a day counts for the leading item, in its present cycle; -1 if it
   * does not.
   */
  private int counted(int index, long on, boolean ofAccount) {
    if (on < startAgainOn) {
      return -1;
    }
    if (index <= broughtTo && on >= broughtOn) {
      return index;
    }
    if (!ofAccount) {
      // a later instalment is a debt of its own: it was not warned before it was old enough
      return !inInstalments || on >= ageOf(index) ? index : -1;
    }
    if (hadGoneAsFar(index, on)) {
      return index;
    }
    if (prepared.highest) {
      int as = index;
      while (as >= 0 && on < ageOf(as)) {
        as--;
      }
      return as;
    }
    boolean counts =
        prepared.countsSinceDue && on >= due || on >= ageOf(index) || hadGoneAsFar(index, on);
    return counts ? index : -1;
  }

  /**
   * The first day on which the item can have been taken as far as a step: by triggers alone, by
   * itself, with its account since it fell due, or brought forward.
   */
  private long ageOf(int index) {
    int anchor = prepared.anchors[index];
    long age = byTrigger(index, anchor < 0 ? NEVER : ageOf(anchor));
    if (own != null && !inInstalments) {
      age = Math.min(age, firstTaken(index, own, startAgainOn));
    }
    if (prepared.countsSinceDue) {
      age = Math.min(age, firstTaken(index, whole, Math.max(due, startAgainOn)));
    }
    return index == broughtTo ? Math.min(age, broughtOn) : age;
  }

  private long firstTaken(int index, StepsTaken of, long from) {
    for (int i = 0; i < of.count(); i++) {
      if (of.day(i) >= from && prepared.indexOf(of.name(i)) == index) {
        return of.day(i);
      }
    }
    return NEVER;
  }

  /**
   * Whether the item itself had been taken as far as a step by a day: the step was a repetition.
   */
  private boolean hadGoneAsFar(int index, long by) {
    for (int i = 0; own != null && i < own.count(); i++) {
      boolean inCycle = own.day(i) >= startAgainOn && own.day(i) <= by;
      int taken = inCycle ? prepared.indexOf(own.name(i)) : -1;
      if (taken >= index && counted(taken, own.day(i), false) >= index) {
        return true;
      }
    }
    return false;
  }

  /** The last day on which a step was taken in the present cycle; the least long if it was not. */
  long takenOn(int index) {
    long onItem = own == null ? NONE : takenOn(index, own, false);
    return Math.max(onItem, takenOn(index, whole, true));
  }

  private long takenOn(int index, StepsTaken of, boolean ofAccount) {
    for (int i = of.count() - 1; i >= 0; i--) {
      int taken = prepared.indexOf(of.name(i));
      boolean may = taken == index || ofAccount && prepared.highest && taken > index;
      if (may && counted(taken, of.day(i), ofAccount) == index) {
        return of.day(i);
      }
    }
    return NONE;
  }

  /** The last day on which any step of the present cycle was taken; the least long if none was. */
  long lastStep() {
    long onItem = own == null ? NONE : lastStep(own, false);
    return Math.max(onItem, lastStep(whole, true));
  }

  private long lastStep(StepsTaken of, boolean ofAccount) {
    for (int i = of.count() - 1; i >= 0; i--) {
      int index = prepared.indexOf(of.name(i));
      if (index >= 0 && counted(index, of.day(i), ofAccount) >= 0) {
        return of.day(i);
      }
    }
    return NONE;
  }

  /** The last day on which any step of the present cycle contacted the customer. */
  long lastOwnContact() {
    long onItem = own == null ? NONE : lastOwnContact(own, false);
    return Math.max(onItem, lastOwnContact(whole, true));
  }

  private long lastOwnContact(StepsTaken of, boolean ofAccount) {
    for (int i = of.count() - 1; i >= 0; i--) {
      int index = prepared.indexOf(of.name(i));
      if (index >= 0 && facts.isContact(of, i) && counted(index, of.day(i), ofAccount) >= 0) {
        return of.day(i);
      }
    }
    return NONE;
  }

  /** The mildest step that has not been taken or passed over. */
  int first() {
    return Math.max(level + 1, broughtTo);
  }

  private void climb() {
    for (int i = first(); i < prepared.steps.length; i++) {
      if (applies(i)) {
        candidate = i;
        reachedOn = reachedOn(i);
        return;
      }
    }
  }

  private void catchUp() {
    for (int i = prepared.steps.length - 1; i >= first(); i--) {
      if (!applies(i)) {
        continue;
      }
      long on = reachedOn(i);
      if (on <= day) {
        changesOn = Math.min(changesOn, candidate < 0 ? NEVER : reachedOn);
        candidate = i;
        reachedOn = on;
        return;
      }
      if (candidate < 0 || on < reachedOn || on == NEVER && reachedOn == NEVER) {
        candidate = i;
        reachedOn = on;
      }
    }
  }

  private void skip() {
    for (int i = prepared.steps.length - 1; i >= first(); i--) {
      if (!applies(i)) {
        continue;
      }
      long on = reachedOn(i);
      if (on == day) {
        candidate = i;
        reachedOn = on;
        changesOn = Math.min(changesOn, day + 1);
        return;
      }
      if (on > day && (candidate < 0 || on < reachedOn || on == NEVER && reachedOn == NEVER)) {
        candidate = i;
        reachedOn = on;
      }
    }
  }

  private void repeatLast() {
    int last = prepared.steps.length - 1;
    if (level == last && prepared.repeat.isPresent() && applies(last)) {
      candidate = last;
      repeats = true;
      reachedOn = plus(takenOn(last), prepared.repeat.get());
    }
  }

  /**
   * Whether a step may be taken at all: its condition holds, no restriction forbids it, a channel
   * is open, nobody refused it. Notes when that can change.
   */
  boolean applies(int index) {
    return !isForbidden(index) && hasChannel(index) && !isRefused(index) && isMet(index);
  }

  /** Whether a restriction in force forbids a step. */
  boolean isForbidden(int index) {
    return (restrictions & ~prepared.allowedDuring[index]) != 0;
  }

  /** Whether a step can reach the customer, if it has to. */
  boolean hasChannel(int index) {
    return facts.closedChannels == 0
        || !prepared.contacts[index]
        || prepared.channel(index, facts.closedChannels) != null;
  }

  private boolean isRefused(int index) {
    return prepared.approvals[index] && decided(index) instanceof StepEvent.StepRefused;
  }

  /** Whether a person approved a step that needs it. */
  boolean isApproved(int index) {
    return prepared.approvals[index] && decided(index) instanceof StepEvent.StepApproved;
  }

  /** What a person decided last about a step, since it was last taken; null if nothing. */
  LedgerEvent decided(int index) {
    if (debt.quiet()) {
      return null;
    }
    String step = prepared.steps[index].name();
    LedgerEvent onItem = debt.standing().steps().decision(step).orElse(null);
    LedgerEvent onAccount = facts.whole.steps().decision(step).orElse(null);
    LedgerEvent latest =
        onItem == null || onAccount != null && onAccount.date().isAfter(onItem.date())
            ? onAccount
            : onItem;
    if (latest == null) {
      return null;
    }
    long on = latest.date().toEpochDay();
    return on >= startAgainOn && on > takenOn(index) ? latest : null;
  }

  private boolean isMet(int index) {
    Condition condition = prepared.conditions[index];
    if (condition == ALWAYS) {
      return true;
    }
    conditionsOn = Math.min(conditionsOn, condition.changesOn(debt));
    opaque |= condition.needs().dailyReview();
    return condition.holds(debt);
  }

  private static final Condition ALWAYS = Condition.always();

  /** The first day on which the trigger of a step is reached; never if that cannot be said. */
  long reachedOn(int index) {
    int anchor = prepared.anchors[index];
    long on = byTrigger(index, anchor < 0 ? NEVER : anchor(anchor));
    return index == broughtTo ? Math.min(on, broughtOn) : on;
  }

  /** Whether the next step comes before its trigger, because a promise or a plan was broken. */
  boolean isBroughtForward() {
    if (candidate != broughtTo || candidate < 0) {
      return false;
    }
    int anchor = prepared.anchors[candidate];
    return broughtOn < byTrigger(candidate, anchor < 0 ? NEVER : anchor(anchor));
  }

  /** The step at which a breach makes the ladder go on; -1 without one. */
  int broughtTo() {
    return broughtTo;
  }

  long broughtOn() {
    return broughtOn;
  }

  private long byTrigger(int index, long anchorDay) {
    Days count = prepared.days[index];
    return switch (prepared.counts[index]) {
      case BEFORE_DUE -> prepared.minus(due, count);
      case PAST_DUE -> {
        long on = plus(due, count);
        yield on == NEVER ? NEVER : Math.max(on, overdueFrom);
      }
      case END_OF_MONTH -> {
        long on = PreparedPolicy.endOfMonth(plus(due, count));
        yield on == NEVER ? NEVER : Math.max(on, overdueFrom);
      }
      case AFTER_INVOICE -> plus(issued, count);
      case AFTER_STEP -> plus(anchorDay, count);
      case AFTER_DEADLINE -> {
        Days granted = prepared.steps[prepared.anchors[index]].deadline().orElseThrow();
        yield plus(plus(anchorDay, granted), count);
      }
    };
  }

  /** The day an earlier step was taken; or could have been, if it was passed over. */
  private long anchor(int index) {
    long taken = takenOn(index);
    if (taken != NONE) {
      return taken;
    }
    boolean passedOver = index < first() || prepared.skips || !applies(index);
    return passedOver ? reachedOn(index) : NEVER;
  }

  /** Why nobody can say when the day of a step comes. */
  Reason dayUnknown(int index) {
    String name = prepared.steps[index].name();
    int anchor = prepared.anchors[index];
    return anchor >= 0 && anchor(anchor) == NEVER
        ? new Reason.StepAwaits(name, prepared.steps[anchor].name())
        : new Reason.StepOutsideCalendar(name, prepared.trigger(index));
  }

  /** So many days later; days on which the item was held are left out if the clock stops. */
  private long plus(long from, Days count) {
    if (!prepared.stops || from == NEVER || spans.isEmpty()) {
      return prepared.plus(from, count);
    }
    long end = from;
    if (count.unit() == Days.Unit.CALENDAR) {
      end += count.count();
      for (DateSpan span : spans) {
        long first = Math.max(span.first().toEpochDay(), from + 1);
        long last = span.lastInclusive().toEpochDay();
        if (first <= end && last >= first) {
          end += last - first + 1;
        }
      }
      return end > Facts.LAST_DAY ? NEVER : end;
    }
    for (int left = count.count(); left > 0; ) {
      end++;
      if (end > Facts.LAST_DAY || !covers(end)) {
        return NEVER;
      }
      DateSpan held = span(end);
      if (held != null) {
        end = held.lastInclusive().toEpochDay();
      } else if (prepared.calendar.isBusinessDay(LocalDate.ofEpochDay(end))) {
        left--;
      }
    }
    return end;
  }

  private boolean covers(long epochDay) {
    BusinessCalendar calendar = prepared.calendar;
    return calendar.covered().contains(LocalDate.ofEpochDay(epochDay));
  }

  private DateSpan span(long epochDay) {
    for (DateSpan span : spans) {
      if (span.contains(LocalDate.ofEpochDay(epochDay))) {
        return span;
      }
    }
    return null;
  }

  int levelReached() {
    return level;
  }

  /** The place of the next step; -1 if none is left. */
  int candidate() {
    return candidate;
  }

  long candidateReachedOn() {
    return reachedOn;
  }

  boolean repeats() {
    return repeats;
  }

  long changesOn() {
    return Math.min(changesOn, conditionsOn);
  }

  /** The first later day on which the condition of a step that was asked can change. */
  long conditionsOn() {
    return conditionsOn;
  }

  boolean isOpaque() {
    return opaque;
  }
}
