package io.dunning.evaluation;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.ledger.StepsTaken;
import io.dunning.policy.Condition;
import java.time.LocalDate;
import java.util.List;

/**
 * Where a debt stands on the ladder on a day, and which step is next. Asks the debt's oldest item;
 * finds the first later day on which the answer could differ.
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
  private List<DateSpan> spans;
  private InvoiceHistory spansOf;

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
  }

  /** Turns to the account that the facts are about. */
  void begin() {
    prepared = facts.prepared;
    spansOf = null;
    spans = null;
  }

  /** Finds the candidate for the oldest item of the debt, as the debt was last looked at. */
  void look() {
    day = debt.day();
    due = debt.oldestDue();
    issued = debt.oldestIssued();
    overdueFrom = prepared.overdueFrom(due);
    whole = facts.balances.accountSteps();
    own = facts.balances.anyInvoiceSteps() ? debt.oldestStanding().stepsTaken() : null;
    startAgainOn = NONE;
    if (prepared.startsAgain && !debt.oldestIsPlain()) {
      long reopened = debt.oldestStanding().reopenedDay();
      startAgainOn = reopened == Standing.NEVER ? NONE : reopened;
    }
    if (prepared.stops && spansOf != debt.oldest()) {
      spansOf = debt.oldest();
      spans = facts.heldSpans(spansOf);
    }
    candidate = -1;
    reachedOn = NEVER;
    repeats = false;
    changesOn = NEVER;
    conditionsOn = NEVER;
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

  private int level() {
    int highest = own == null ? -1 : level(own, false, -1);
    return level(whole, true, highest);
  }

  private int level(StepsTaken of, boolean ofAccount, int least) {
    int highest = least;
    for (int i = of.count() - 1; i >= 0; i--) {
      int index = prepared.indexOf(of.name(i));
      if (index > highest && counts(index, of.day(i), ofAccount)) {
        highest = index;
      }
    }
    return highest;
  }

  /** Whether a step taken on a day counts for the oldest item, in its present cycle. */
  private boolean counts(int index, long on, boolean ofAccount) {
    if (on < startAgainOn) {
      return false;
    }
    return !ofAccount
        || prepared.countsSinceDue && on >= due
        || on >= oldEnoughOn(index)
        || hadGoneAsFar(index, on);
  }

  /**
   * Whether the item itself had been taken as far as a step by a day: the step was a repetition.
   */
  private boolean hadGoneAsFar(int index, long by) {
    for (int i = 0; own != null && i < own.count(); i++) {
      boolean inCycle = own.day(i) >= startAgainOn && own.day(i) <= by;
      if (inCycle && prepared.indexOf(own.name(i)) >= index) {
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
      if (prepared.indexOf(of.name(i)) == index && counts(index, of.day(i), ofAccount)) {
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
      if (index >= 0 && facts.isContact(of, i) && counts(index, of.day(i), ofAccount)) {
        return of.day(i);
      }
    }
    return NONE;
  }

  private void climb() {
    for (int i = level + 1; i < prepared.steps.length; i++) {
      if (applies(i)) {
        candidate = i;
        reachedOn = reachedOn(i);
        return;
      }
    }
  }

  private void catchUp() {
    for (int i = prepared.steps.length - 1; i > level; i--) {
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
    for (int i = prepared.steps.length - 1; i > level; i--) {
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

  /** Whether the condition of a step holds; notes when that can change. */
  boolean applies(int index) {
    Condition condition = prepared.conditions[index];
    if (condition == ALWAYS) {
      return true;
    }
    conditionsOn = Math.min(conditionsOn, condition.changesOn(debt));
    opaque |= condition.isOpaque();
    return condition.holds(debt);
  }

  private static final Condition ALWAYS = Condition.always();

  /** The first day on which the trigger of a step is reached; never if that cannot be said. */
  long reachedOn(int index) {
    int anchor = prepared.anchors[index];
    return reachedOn(index, anchor < 0 ? NEVER : anchor(anchor));
  }

  /** As {@link #reachedOn(int)}, whether or not the earlier steps apply today. */
  private long oldEnoughOn(int index) {
    int anchor = prepared.anchors[index];
    if (anchor < 0) {
      return reachedOn(index, NEVER);
    }
    long taken = takenOn(anchor);
    return reachedOn(index, taken != NONE ? taken : oldEnoughOn(anchor));
  }

  private long reachedOn(int index, long anchorDay) {
    Days count = prepared.days[index];
    return switch (prepared.counts[index]) {
      case BEFORE_DUE -> prepared.minus(due, count);
      case PAST_DUE -> {
        long on = plus(due, count);
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
    boolean passedOver = index < level || prepared.skips || !applies(index);
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
