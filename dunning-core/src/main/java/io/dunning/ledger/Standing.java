package io.dunning.ledger;

import io.dunning.event.AgreementEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
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
   * The due date of the earliest part that is still open.
   *
   * @return the day; the invoice's due date if nothing is open
   */
  public LocalDate due() {
    return LocalDate.ofEpochDay(facts.dueDay);
  }

  /**
   * The parts in which the invoice falls due.
   *
   * @return the instalments, earliest first; empty if it falls due as a whole, by itself or since
   *     new terms were agreed
   */
  public List<Instalment> instalments() {
    return facts.instalments();
  }

  /**
   * Whether all that is open is contested.
   *
   * @return true from the day of the dispute to the day before its resolution
   */
  public boolean disputed() {
    return facts.isDisputed();
  }

  /**
   * What of the open amount is contested.
   *
   * @return minor units; all of it if the dispute is not over a part
   */
  public long disputedMinor() {
    return facts.disputedOpen();
  }

  /**
   * The dispute that is open.
   *
   * @return the latest one; empty if none
   */
  public Optional<DisputeEvent.DisputeOpened> dispute() {
    return Optional.ofNullable(facts.dispute);
  }

  /**
   * The hold in force that lasts longest.
   *
   * @return the hold; empty if none has been placed that is not released; it may have run out
   */
  public Optional<RestrictionEvent.Hold> hold() {
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
  public Optional<AgreementEvent.PromiseToPay> promise() {
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
  public List<StepEvent.StepTaken> steps() {
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
  public List<StepEvent.StepTaken> withdrawnSteps() {
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

  /**
   * Whether a part is contested, new terms, a plan or a deferral were agreed, a restriction is or
   * was in force, or the invoice failed to arrive.
   *
   * @return false if amount, due date, hold, dispute and promise say all
   */
  public boolean hasDealings() {
    return facts.dealings.changesDebt();
  }

  /**
   * Whether neither side said or sent anything: no dispute, plan, deferral, restriction, delivery,
   * reply, decision, and no contact of which more is known than its day.
   *
   * @return true if amounts, holds, promises and steps say all
   */
  public boolean isQuiet() {
    return facts.dispute == null && facts.dealings == Dealings.NOTHING;
  }

  /**
   * The payment plan that counts: the latest, unless it was cancelled.
   *
   * @return the plan, kept or not; empty if there is none
   */
  public Optional<AgreementEvent.PlanAgreed> plan() {
    return Optional.ofNullable(facts.dealings.plan);
  }

  /**
   * The day from which steps count, if time was granted.
   *
   * @return the epoch day, or {@link Long#MIN_VALUE}
   */
  public long deferredToDay() {
    return facts.dealings.deferredTo;
  }

  /**
   * The day on which new terms were agreed.
   *
   * @return the epoch day, or {@link Long#MIN_VALUE}
   */
  public long renegotiatedDay() {
    return facts.dealings.renegotiatedOn;
  }

  /**
   * A restriction that was not lifted.
   *
   * @param restriction which
   * @return the restriction; empty if there is none; it may have run out
   */
  public Optional<RestrictionEvent.Restricted> restriction(Restriction restriction) {
    return Optional.ofNullable(facts.dealings.restricted[restriction.ordinal()]);
  }

  /**
   * The last day of a restriction.
   *
   * @param restriction which
   * @return the epoch day, included; {@link #NEVER} for one without an end; {@link Long#MIN_VALUE}
   *     without the restriction
   */
  public long restrictedThroughDay(Restriction restriction) {
    RestrictionEvent.Restricted found = facts.dealings.restricted[restriction.ordinal()];
    if (found == null) {
      return Long.MIN_VALUE;
    }
    return found.until().map(LocalDate::toEpochDay).orElse(NEVER);
  }

  /**
   * The day since which the invoice is known not to have arrived.
   *
   * @return the day; empty if it arrived, or nobody says otherwise
   */
  public Optional<LocalDate> undeliveredSince() {
    return dealt(facts.dealings.undeliveredSince);
  }

  /**
   * The day on which an invoice arrived that had failed to arrive before.
   *
   * @return the epoch day, or {@link Long#MIN_VALUE}
   */
  public long arrivedDay() {
    return facts.dealings.arrivedOn;
  }

  /**
   * The day on which the invoice was delivered.
   *
   * @return the day; empty if nobody says so
   */
  public Optional<LocalDate> deliveredOn() {
    return dealt(facts.dealings.deliveredOn);
  }

  /**
   * The day on which the letter of a step was delivered last.
   *
   * @param step the name of the step
   * @return the epoch day, or {@link Long#MIN_VALUE}
   */
  public long deliveredDay(String step) {
    return facts.dealings.deliveredOn(step);
  }

  /**
   * Channels that failed and have not worked since.
   *
   * @return a bit a channel, by its {@linkplain Enum#ordinal place}
   */
  public int closedChannelBits() {
    return facts.dealings.failedChannels | facts.dealings.refusedChannels;
  }

  /**
   * The latest offer to settle.
   *
   * @return the offer, whatever became of it; empty if there was none
   */
  public Optional<AgreementEvent.SettlementOffered> offer() {
    return Optional.ofNullable(facts.dealings.offer);
  }

  /**
   * The last day on which the latest offer to settle stands: not accepted, not off the table.
   *
   * @return the epoch day; {@link Long#MIN_VALUE} if there was none
   */
  public long offerThroughDay() {
    return facts.dealings.offerThrough;
  }

  /**
   * What a person decided last about a step that needs approval.
   *
   * @param step the name of the step
   * @return {@link StepEvent.StepApproved} or {@link StepEvent.StepRefused}; empty if nothing
   */
  public Optional<LedgerEvent> approval(String step) {
    return Optional.ofNullable(facts.dealings.approval(step));
  }

  /**
   * What the customer's last reply came to.
   *
   * @return the reply; empty if there was none
   */
  public Optional<Reply> latestReply() {
    return Optional.ofNullable(facts.dealings.lastReply);
  }

  /**
   * The day of the last reply of a kind.
   *
   * @param reply what the reply came to
   * @return the epoch day, or {@link Long#MIN_VALUE}
   */
  public long repliedDay(Reply reply) {
    return facts.dealings.repliedOn(reply);
  }

  /**
   * The day of the last contact that reached somebody.
   *
   * @param whom who was reached
   * @return the epoch day, or {@link Long#MIN_VALUE}
   */
  public long reachedDay(Reached whom) {
    return facts.dealings.reachedOn(whom);
  }

  /**
   * The last day on which the customer answered, called, or was reached.
   *
   * @return the epoch day, or {@link Long#MIN_VALUE}
   */
  public long lastAnswerDay() {
    return facts.dealings.lastAnswer;
  }

  /**
   * How often in a row nobody was reached: calls without an answer, letters that came back.
   *
   * @param sinceDay an epoch day; earlier attempts are left out
   * @return the number of attempts after the last answer
   */
  public int unansweredAttempts(long sinceDay) {
    return facts.dealings.unansweredSince(sinceDay);
  }

  private static Optional<LocalDate> dealt(long epochDay) {
    return epochDay == Long.MIN_VALUE ? Optional.empty() : day(epochDay);
  }

  private static Optional<LocalDate> day(long epochDay) {
    return epochDay == NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(epochDay));
  }
}
