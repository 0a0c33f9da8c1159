package io.dunning.ledger;

import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the events of an invoice, or of an account, add up to at the end of a day.
 *
 * <p>Amounts: paid is what came in less what bounced or was paid back, never below nothing (a
 * reversal of what was never paid reopens nothing); open is the amount less credits and what was
 * paid, never below nothing; what is beyond is {@link #credit}. The standing of an account has no
 * amounts of its own. Immutable and thread-safe.
 *
 * <p>Days are also offered as epoch days ({@link LocalDate#toEpochDay}), so that millions of
 * standings can be looked at without creating an object each.
 */
public final class Standing {
  /** An epoch day that stands for "never" in the accessors that say so. */
  public static final long NEVER = Long.MAX_VALUE;

  private final Replay facts;

  Standing(Replay facts) {
    this.facts = facts;
  }

  /**
   * What is owed.
   *
   * @return the open amount, never negative
   */
  public Money open() {
    return Money.ofMinor(facts.open, facts.currency());
  }

  /**
   * What is owed, in minor units.
   *
   * @return never negative
   */
  public long openMinor() {
    return facts.open;
  }

  /**
   * What the customer paid too much.
   *
   * @return never negative
   */
  public Money credit() {
    return Money.ofMinor(facts.credit, facts.currency());
  }

  /**
   * What came in and stayed.
   *
   * @return never negative
   */
  public Money paid() {
    return Money.ofMinor(facts.paid(), facts.currency());
  }

  /**
   * Whether and why nothing is owed.
   *
   * @return {@link Closure#OPEN} while something is owed
   */
  public Closure closure() {
    return facts.closure;
  }

  /**
   * The day since which nothing has been owed.
   *
   * @return the day of the closing event; empty while something is owed, or if nothing ever was
   */
  public Optional<LocalDate> closedOn() {
    return day(facts.closedOn);
  }

  /**
   * The day on which a settled debt was reopened by a reversal or a refund.
   *
   * @return the epoch day of the last reopening, or {@link #NEVER}
   */
  public long reopenedDay() {
    return facts.reopenedOn;
  }

  /**
   * The due date of the earliest part that is still open.
   *
   * @return the epoch day; the invoice's due date if nothing is open
   */
  public long dueDay() {
    return facts.dueDay;
  }

  /**
   * What of the open amount fell due before a day.
   *
   * @param day an epoch day, itself excluded
   * @return minor units
   */
  public long openDueBefore(long day) {
    return facts.openDueBefore(day);
  }

  /**
   * Whether a dispute is open.
   *
   * @return true from the day of the dispute to the day before its resolution
   */
  public boolean disputed() {
    return facts.dispute != null;
  }

  /**
   * The dispute that is open.
   *
   * @return the latest one; empty if none
   */
  public Optional<LedgerEvent.DisputeOpened> dispute() {
    return Optional.ofNullable(facts.dispute);
  }

  /**
   * The hold in force that lasts longest.
   *
   * @return the hold; empty if none has been placed that is not released; it may have run out
   */
  public Optional<LedgerEvent.Hold> hold() {
    return Optional.ofNullable(facts.hold);
  }

  /**
   * The last day of the hold that lasts longest.
   *
   * @return the epoch day, included; {@link #NEVER} for a hold without an end; {@link
   *     Long#MIN_VALUE} without a hold
   */
  public long heldThroughDay() {
    return facts.heldThrough;
  }

  /**
   * The promise that counts: the latest, unless it was taken back.
   *
   * @return the promise, kept or not; empty if there is none
   */
  public Optional<LedgerEvent.PromiseToPay> promise() {
    return Optional.ofNullable(facts.promise);
  }

  /**
   * Whether there is a {@link #promise}.
   *
   * @return true if there is
   */
  public boolean promised() {
    return facts.promise != null;
  }

  /**
   * The steps that were taken and not withdrawn.
   *
   * @return by day, then by order of entry
   */
  public List<LedgerEvent.StepTaken> steps() {
    return facts.steps;
  }

  /**
   * The {@link #steps}, side by side.
   *
   * @return the steps
   */
  public StepsTaken stepsTaken() {
    return facts.stepsTaken;
  }

  /**
   * The steps that were taken and withdrawn; they remain contacts.
   *
   * @return by day, then by order of entry
   */
  public List<LedgerEvent.StepTaken> withdrawnSteps() {
    return facts.withdrawn;
  }

  /**
   * The last contact outside the ladder.
   *
   * @return the epoch day, or {@link Long#MIN_VALUE} if there was none
   */
  public long lastContactDay() {
    return facts.lastContact;
  }

  /**
   * The day of the customer's last reply.
   *
   * @return the day; empty if there was none
   */
  public Optional<LocalDate> lastReply() {
    return facts.lastReply == Long.MIN_VALUE ? Optional.empty() : day(facts.lastReply);
  }

  private static Optional<LocalDate> day(long epochDay) {
    return epochDay == NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(epochDay));
  }
}
