package io.dunning.evaluation;

import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    IN_GRACE,
    BELOW_MINIMUM,
    LADDER_DONE,
    DAY_UNKNOWN,
    TOO_EARLY,
    STEP_BELOW_MINIMUM,
    CONTACT_TOO_SOON,
    DUE,
    REPEATS
  }

  final Debt debt = new Debt();
  final Ladder ladder = new Ladder(debt);
  PreparedPolicy prepared;

  Verdict verdict;
  int step;
  Rule rule;
  Condition heldWhile;
  private long changesOn;
  private long othersOn;
  private boolean certain;
  private boolean opaque;
  private Money[] shortOf;
  private long lastContact;
  private long allowedOn;

  /** Turns to an account on a day; {@link #about} then says which of its invoices. */
  void begin(PreparedPolicy policy, Account account, long day) {
    prepared = policy;
    debt.facts.begin(policy, account, day);
    ladder.begin();
  }

  /** Turns to some invoices of the account: from a place to before another, of one currency. */
  void about(int from, int to, CurrencyUnit only) {
    debt.begin(from, to, only);
  }

  /** Lets go of the account. */
  void end() {
    debt.facts.end();
    ladder.begin();
  }

  /** Decides about the end of a day. */
  void decide(long day) {
    debt.look(day);
    step = -1;
    heldWhile = null;
    opaque = debt.isOpaque();
    changesOn = Math.min(debt.releaseOn(), debt.firstIssue());
    certain = false;
    if (debt.open() == 0) {
      conclude(Verdict.CLOSED, Rule.CLOSED);
    } else if (debt.free() == 0) {
      if (debt.anyHeld()) {
        changesOn = Math.min(debt.heldChangesOn(), debt.firstIssue());
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
    if (early && debt.heldOverdue() && prepared.onlyPastDue && !debt.isOpaque()) {
      // no step can be reached before something is overdue and free
      changesOn = Math.min(debt.heldChangesOn(), debt.firstIssue());
      hold();
      return;
    }
    ladder.look();
    if (early) {
      decideBeforeDue();
    } else {
      decideOverdue();
    }
  }

  private void conclude(Verdict what, Rule why) {
    verdict = what;
    rule = why;
  }

  private void hold() {
    heldWhile = debt.heldWhile();
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
    } else if (debt.heldOverdue()) {
      hold();
    } else if (debt.day() > debt.oldestDue()) {
      conclude(Verdict.NOT_DUE, Rule.IN_GRACE);
    } else {
      changeBy(debt.oldestDue() + 1);
      // once it is past its due date a free item is overdue, or in grace
      certain = debt.oldestStaysFree() && debt.oldestDue() + 1 < othersOn;
      conclude(Verdict.NOT_DUE, Rule.NOT_DUE);
    }
  }

  private void decideOverdue() {
    if (isShort(prepared.minimums, -1)) {
      return;
    }
    watchLadder();
    int candidate = ladder.candidate();
    if (candidate < 0) {
      conclude(Verdict.EXHAUSTED, Rule.LADDER_DONE);
    } else if (ladder.candidateReachedOn() > debt.day()) {
      step = candidate;
      boolean known = ladder.candidateReachedOn() != NEVER;
      certain = prepared.climbs && ladder.candidateReachedOn() < othersOn;
      conclude(Verdict.WAIT, known ? Rule.TOO_EARLY : Rule.DAY_UNKNOWN);
    } else {
      act();
    }
  }

  /** The day has come: minimum amounts, then the distance from the last contact. */
  private void act() {
    if (!debt.isOverdue() && isShort(prepared.minimums, -1)) {
      return;
    }
    step = ladder.candidate();
    if (isShort(prepared.stepMinimums.get(step), step) || isTooSoon()) {
      return;
    }
    conclude(Verdict.ACT, ladder.repeats() ? Rule.REPEATS : Rule.DUE);
  }

  private boolean isShort(Map<CurrencyUnit, Money> minimums, int of) {
    shortOf = debt.shortOf(minimums);
    if (shortOf == null) {
      return false;
    }
    step = of;
    changeBy(debt.amountsChangeOn());
    conclude(Verdict.WAIT, of < 0 ? Rule.BELOW_MINIMUM : Rule.STEP_BELOW_MINIMUM);
    return true;
  }

  private boolean isTooSoon() {
    int gap = prepared.gaps[step];
    boolean contacts = prepared.contacts[step];
    long sinceAny = gap == 0 ? Long.MIN_VALUE : debt.facts.lastContact();
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
    certain = prepared.climbs && allowedOn < Math.min(othersOn, changesOn);
    changeBy(allowedOn);
    conclude(Verdict.WAIT, Rule.CONTACT_TOO_SOON);
    return true;
  }

  /** Whether a promise broken since the last contact lets the next step come at once. */
  private boolean isForgiven(long contact) {
    if (!prepared.forgives) {
      return false;
    }
    return !debt.oldestIsPlain() && isBroken(debt.oldestStanding(), contact, debt.oldest())
        || !debt.facts.balances.isAccountPlain() && isBroken(debt.facts.whole, contact, null);
  }

  private boolean isBroken(Standing standing, long contact, InvoiceHistory history) {
    if (!standing.promised()) {
      return false;
    }
    var promise = standing.promise().orElseThrow();
    long through = prepared.promiseThrough(promise);
    if (promise.until().toEpochDay() < contact) {
      return false;
    }
    if (through >= debt.day()) {
      changeBy(through + 1);
      return false;
    }
    if (!debt.facts.account.hasMoneyMoved()) {
      return promise.amount().map(Money::isPositive).orElse(true);
    }
    List<PromiseOutcome> outcomes =
        history == null ? debt.facts.accountPromises() : debt.facts.promises(history);
    return outcomes.get(outcomes.size() - 1).state() != PromiseOutcome.State.KEPT;
  }

  private void watchLadder() {
    othersOn = Math.min(changesOn, ladder.conditionsOn());
    changeBy(ladder.changesOn());
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

  /** The reason that decided, with its facts. */
  Reason reason() {
    String name = step < 0 ? "" : prepared.steps[step].name();
    return switch (rule) {
      case CLOSED -> debt.closed();
      case NOT_ISSUED -> new Reason.NotIssued(date(debt.firstIssue()));
      case HELD -> debt.hold();
      case NOT_DUE -> new Reason.NotDue(date(debt.oldestDue()));
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
