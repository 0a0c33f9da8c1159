package io.dunning.evaluation;

import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.conduct.ContactLimit.Before;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Correspondence;
import io.dunning.ledger.Standing;
import io.dunning.ledger.StepsTaken;

/**
 * How far the leading item of a debt has been taken: which steps, of its own and of its account,
 * count for it in the present dunning cycle. Immutable.
 */
final class Progress {
  private final Books books;
  private final PreparedPolicy policy;
  private final LeadingItem lead;
  private final long day;

  /** The item's own steps, null if no invoice has any; and the account's. */
  private final StepsTaken own;

  private final StepsTaken whole;

  private final Letters letters;
  private final boolean inInstalments;

  /** The day it is due, the whole term after it arrived; whatever was granted since. */
  private final long due;

  /** The first day of the present cycle, if something made the ladder start again. */
  private final long restartedOn;

  private final Breach breach;

  /** When triggers are reached by the age of the item, and, for an old one, since the policy. */
  private final TriggerDays ages;

  private final TriggerDays triggers;
  private final int level;

  private Progress(Books books, LeadingItem lead, long day) {
    this.books = books;
    this.lead = lead;
    this.day = day;
    policy = books.policy;
    Balances balances = books.balances;
    boolean plain = balances.isPlain(lead.place());
    Standing standing =
        plain && !balances.anyInvoiceSteps() && balances.isRoutine(lead.place())
            ? null
            : balances.standing(lead.place());
    Correspondence ofItem = standing == null ? null : standing.correspondence();
    letters = new Letters(policy, ofItem, books.whole.correspondence(), day);
    own = balances.anyInvoiceSteps() ? standing.steps().columns() : null;
    whole = balances.accountSteps();
    long chasedFrom = balances.chasedFromDay(lead.place());
    boolean chased = chasedFrom != EpochDay.NONE;
    inInstalments = !plain && !chased && !standing.balance().instalments().isEmpty();
    long billed = balances.dueDay(lead.place());
    due =
        plain || ofItem == null
            ? billed
            : ofItem.dueDayAnew(billed, balances.issuedDay(lead.place()));
    restartedOn = plain ? chasedFrom : Math.max(chasedFrom, Restarts.cycleFrom(policy, standing));
    breach = Breach.of(books, lead, restartedOn, day);
    ages = TriggerDays.of(books, lead);
    triggers = ages.sinceLive();
    level = Math.max(own == null ? -1 : level(own, false), level(whole, true));
  }

  static Progress of(Books books, LeadingItem lead, long day) {
    return new Progress(books, lead, day);
  }

  private int level(StepsTaken of, boolean ofAccount) {
    int highest = -1;
    for (int i = of.count() - 1; i >= 0; i--) {
      int index = policy.indexOf(of.name(i));
      if (index > highest) {
        highest = Math.max(highest, countsAs(index, of.day(i), ofAccount));
      }
    }
    return highest;
  }

  /** As which step a step taken on a day counts for the item, in its present cycle; -1 if not. */
  private int countsAs(int index, long on, boolean ofAccount) {
    if (on < restartedOn || letters.isReturned(index, on, ofAccount)) {
      return -1;
    }
    if (index <= breach.step() && on >= breach.on()) {
      return index;
    }
    if (!ofAccount) {
      // a later instalment is a debt of its own: it was not warned before it was old enough
      return !inInstalments || on >= ageOf(index) ? index : -1;
    }
    if (wasTakenAsFarAs(index, on)) {
      return index;
    }
    if (wasLeftOut(index, on)) {
      return -1;
    }
    if (policy.highest) {
      int as = index;
      while (as >= 0 && on < ageOf(as)) {
        as--;
      }
      return as;
    }
    return policy.countsSinceDue && on >= lead.due() || on >= ageOf(index) ? index : -1;
  }

  /**
   * Whether a step of the account handed over other items on a day, and not this one: they had been
   * announced, and it had not.
   */
  private boolean wasLeftOut(int index, long on) {
    Before before = policy.steps[index].before;
    return before != null
        && books.asksConduct
        && !books.check().isAnnounced(lead.place(), before, on)
        && books.check().isAnyAnnounced(before, on);
  }

  /** The last day on which a step was taken in the present cycle, whether or not it arrived. */
  long lastTaking(int index) {
    long onItem = own == null ? EpochDay.NONE : lastTaking(index, own);
    return Math.max(onItem, lastTaking(index, whole));
  }

  private long lastTaking(int index, StepsTaken of) {
    for (int i = of.count() - 1; i >= 0; i--) {
      if (policy.indexOf(of.name(i)) == index) {
        return of.day(i) >= restartedOn ? of.day(i) : EpochDay.NONE;
      }
    }
    return EpochDay.NONE;
  }

  /** The day on which the delivery of a step, as last taken, was given up; never if it was not. */
  long givenUpOn(int index) {
    long taken = lastTaking(index);
    long on = taken == EpochDay.NONE ? EpochDay.NEVER : letters.givenUpOn(index, taken);
    return on <= day ? on : EpochDay.NEVER;
  }

  /** The next day on which the delivery of a step is given up. */
  long givesUpOn() {
    long ofItem = own == null ? EpochDay.NEVER : letters.givesUpOn(own);
    return Math.min(ofItem, letters.givesUpOn(whole));
  }

  /** Whether the letter of a step came back in the present cycle, or was given up. */
  boolean isReturned(int index) {
    if (givenUpOn(index) <= day) {
      return true;
    }
    long returned = letters.returnedOn(index);
    return returned != EpochDay.NONE && isOfDebt(returned);
  }

  /**
   * The first day on which the item can have been taken as far as a step: by triggers alone, by
   * itself, with its account since it fell due, or brought forward by a breach.
   */
  private long ageOf(int index) {
    int anchor = policy.steps[index].anchor;
    long age = ages.reachedOn(index, anchor < 0 ? EpochDay.NEVER : ageOf(anchor));
    if (own != null && !inInstalments) {
      age = Math.min(age, firstTaken(index, own, restartedOn));
    }
    if (policy.countsSinceDue) {
      age = Math.min(age, firstTaken(index, whole, Math.max(lead.due(), restartedOn)));
    }
    return index == breach.step() ? Math.min(age, breach.on()) : age;
  }

  private long firstTaken(int index, StepsTaken of, long from) {
    for (int i = 0; i < of.count(); i++) {
      if (of.day(i) >= from && policy.indexOf(of.name(i)) == index) {
        return of.day(i);
      }
    }
    return EpochDay.NEVER;
  }

  /**
   * Whether the item itself had been taken as far as a step by a day: the step was a repetition.
   */
  private boolean wasTakenAsFarAs(int index, long by) {
    for (int i = 0; own != null && i < own.count(); i++) {
      boolean inCycle = own.day(i) >= restartedOn && own.day(i) <= by;
      int taken = inCycle ? policy.indexOf(own.name(i)) : -1;
      if (taken >= index && countsAs(taken, own.day(i), false) >= index) {
        return true;
      }
    }
    return false;
  }

  /** The most severe step that counts; -1 if none does. */
  int level() {
    return level;
  }

  /** The mildest step that has neither been taken nor passed over. */
  int first() {
    return Math.max(level + 1, breach.step());
  }

  /** What brings the ladder forward. */
  Breach breach() {
    return breach;
  }

  /** Whether what happened on a day can be about the item: in its present cycle, once issued. */
  boolean isOfDebt(long on) {
    return on >= Math.max(restartedOn, books.balances.issuedDay(lead.place()));
  }

  /**
   * Whether a decision about a step of the account is about the item: it was past due on that day,
   * or old enough for the step, which may come before the due date.
   */
  boolean isMeantBy(LedgerEvent decision, int index) {
    long on = decision.date().toEpochDay();
    return on > due || on >= ageOf(index);
  }

  /**
   * The last day on which a step was taken and its letter did not come back, whether or not it
   * counts for the item; {@link EpochDay#NONE} if it was not.
   */
  long carriedOutOn(int index) {
    long onItem = own == null ? EpochDay.NONE : carriedOutOn(index, own, false);
    return Math.max(onItem, carriedOutOn(index, whole, true));
  }

  private long carriedOutOn(int index, StepsTaken of, boolean ofAccount) {
    for (int i = of.count() - 1; i >= 0; i--) {
      if (policy.indexOf(of.name(i)) == index && !letters.isReturned(index, of.day(i), ofAccount)) {
        return of.day(i);
      }
    }
    return EpochDay.NONE;
  }

  /** The last day on which a step was taken; {@link EpochDay#NONE} if it was not. */
  long takenOn(int index) {
    long onItem = own == null ? EpochDay.NONE : takenOn(index, own, false);
    return Math.max(onItem, takenOn(index, whole, true));
  }

  private long takenOn(int index, StepsTaken of, boolean ofAccount) {
    for (int i = of.count() - 1; i >= 0; i--) {
      if (isTaking(index, of, i, ofAccount)) {
        return of.day(i);
      }
    }
    return EpochDay.NONE;
  }

  private boolean isTaking(int index, StepsTaken of, int place, boolean ofAccount) {
    int taken = policy.indexOf(of.name(place));
    boolean may = taken == index || ofAccount && policy.highest && taken > index;
    return may && countsAs(taken, of.day(place), ofAccount) == index;
  }

  /** The first day on which a step was taken; never if it was not. */
  private long firstTakenOn(int index, StepsTaken of, boolean ofAccount) {
    for (int i = 0; i < of.count(); i++) {
      if (isTaking(index, of, i, ofAccount)) {
        return of.day(i);
      }
    }
    return EpochDay.NEVER;
  }

  /** The day on which a step that was taken is repeated; held days are left out likewise. */
  long repeatedOn(int index, Days every) {
    long onItem = own == null ? EpochDay.NEVER : firstTakenOn(index, own, false);
    long first = Math.min(onItem, firstTakenOn(index, whole, true));
    return triggers.repeatedOn(index, first, takenOn(index), every);
  }

  /** The last day on which any step was taken; {@link EpochDay#NONE} if none was. */
  long lastStep() {
    long onItem = own == null ? EpochDay.NONE : last(own, false, false);
    return Math.max(onItem, last(whole, true, false));
  }

  /** The last day on which any step contacted the customer; {@link EpochDay#NONE} if none did. */
  long lastContact() {
    long onItem = own == null ? EpochDay.NONE : last(own, false, true);
    return Math.max(onItem, last(whole, true, true));
  }

  /** The step by which the customer was contacted on such a day; -1 if by none. */
  int stepOf(long contactDay) {
    int onItem = own == null ? -1 : stepOf(contactDay, own, false);
    return Math.max(onItem, stepOf(contactDay, whole, true));
  }

  private int stepOf(long contactDay, StepsTaken of, boolean ofAccount) {
    int found = -1;
    for (int i = of.count() - 1; i >= 0 && of.day(i) >= contactDay; i--) {
      int index = of.day(i) == contactDay ? policy.indexOf(of.name(i)) : -1;
      if (index >= 0 && books.contacts().isContact(of, i)) {
        found = Math.max(found, countsAs(index, of.day(i), ofAccount));
      }
    }
    return found;
  }

  /** The day on which a step is reached if every step before it comes on its day. */
  long onTime(int index) {
    int anchor = policy.steps[index].anchor;
    return triggers.reachedOn(index, anchor < 0 ? EpochDay.NEVER : onTime(anchor));
  }

  private long last(StepsTaken of, boolean ofAccount, boolean contacts) {
    for (int i = of.count() - 1; i >= 0; i--) {
      int index = policy.indexOf(of.name(i));
      boolean counts = index >= 0 && (!contacts || books.contacts().isContact(of, i));
      if (counts && countsAs(index, of.day(i), ofAccount) >= 0) {
        return of.day(i);
      }
    }
    return EpochDay.NONE;
  }

  /** The first day on which the trigger of a step is reached; never if that cannot be said. */
  long reachedOn(int index, long anchorDay) {
    long on = triggers.reachedOn(index, anchorDay);
    return index == breach.step() ? Math.min(on, breach.on()) : on;
  }

  /** Whether a step comes before its trigger, because a promise or a plan was broken. */
  boolean isBroughtForward(int index, long anchorDay) {
    return index == breach.step() && breach.on() < triggers.reachedOn(index, anchorDay);
  }
}
