package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.NonpaymentReason;
import io.dunning.event.Reached;
import io.dunning.event.Reply;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the two sides said and sent up to the end of a day, outside the steps of the ladder:
 * contacts, replies, deliveries and the channels that work. Immutable and thread-safe.
 */
public final class Correspondence {
  /** Nobody said or sent anything. */
  static final Correspondence NONE = new Correspondence();

  final long lastRepliedDay;
  final Reply latestReply;
  final NonpaymentReason latestReason;
  final long undeliveredDay;
  final long deliveredDay;
  final ChannelRecord channels;
  final long[] repliedDays;
  final long[] reachedDays;
  final Map<String, Long> deliveredSteps;
  final Map<String, Long> returnedSteps;
  final GrowingList<LocalDate> attempts;
  private final long lastContactDay;
  private final long lastAnswerDay;
  private final long arrivedDay;
  private final long reasonDay;
  private final long addressUnknownDay;
  private final long addressFoundDay;

  private Correspondence() {
    lastContactDay = EpochDay.NONE;
    lastRepliedDay = EpochDay.NONE;
    lastAnswerDay = EpochDay.NONE;
    latestReply = null;
    latestReason = null;
    reasonDay = EpochDay.NONE;
    undeliveredDay = EpochDay.NONE;
    arrivedDay = EpochDay.NONE;
    deliveredDay = EpochDay.NONE;
    channels = ChannelRecord.NONE;
    repliedDays = none(Reply.values().length);
    reachedDays = none(Reached.values().length);
    deliveredSteps = Map.of();
    returnedSteps = Map.of();
    attempts = GrowingList.empty();
    addressUnknownDay = EpochDay.NONE;
    addressFoundDay = EpochDay.NONE;
  }

  /** What a tally comes to; what it has not changed is shared. */
  Correspondence(CorrespondenceTally tally) {
    lastContactDay = tally.lastContactDay;
    lastRepliedDay = tally.lastRepliedDay;
    lastAnswerDay = tally.lastAnswerDay;
    latestReply = tally.latestReply;
    latestReason = tally.latestReason;
    reasonDay = tally.reasonDay;
    undeliveredDay = tally.undeliveredDay;
    arrivedDay = tally.arrivedDay;
    deliveredDay = tally.deliveredDay;
    channels = tally.channels;
    repliedDays = shared(tally.repliedDays, NONE.repliedDays);
    reachedDays = shared(tally.reachedDays, NONE.reachedDays);
    deliveredSteps = tally.deliveredSteps.isEmpty() ? Map.of() : tally.deliveredSteps;
    returnedSteps = tally.returnedSteps.isEmpty() ? Map.of() : tally.returnedSteps;
    attempts = tally.attempts;
    addressUnknownDay = tally.addressUnknownDay;
    addressFoundDay = tally.addressFoundDay;
  }

  private static long[] none(int length) {
    long[] days = new long[length];
    Arrays.fill(days, EpochDay.NONE);
    return days;
  }

  private static long[] shared(long[] days, long[] none) {
    return Arrays.equals(days, none) ? none : days;
  }

  /**
   * The last contact outside the ladder that the creditor began.
   *
   * @return the epoch day, or {@link EpochDay#NONE} if there was none
   */
  public long lastContactDay() {
    return lastContactDay;
  }

  /** {@return the day of the customer's last reply; empty if there was none} */
  public Optional<LocalDate> lastRepliedOn() {
    return EpochDay.date(lastRepliedDay);
  }

  /** {@return what the customer's last reply came to; empty if there was none} */
  public Optional<Reply> latestReply() {
    return Optional.ofNullable(latestReply);
  }

  /**
   * {@return the latest reason for not paying that the customer gave; empty if the customer gave
   * none} A later reply without a reason leaves it in place.
   */
  public Optional<NonpaymentReason> latestReason() {
    return Optional.ofNullable(latestReason);
  }

  /**
   * The day on which the customer gave the latest reason for not paying.
   *
   * @return the epoch day, or {@link EpochDay#NONE} if the customer gave none
   */
  public long latestReasonDay() {
    return reasonDay;
  }

  /**
   * The day of the last reply of a kind.
   *
   * @param reply what the reply came to
   * @return the epoch day, or {@link EpochDay#NONE}
   */
  public long repliedDay(Reply reply) {
    return repliedDays[reply.ordinal()];
  }

  /**
   * The day of the last contact that reached somebody.
   *
   * @param whom who was reached
   * @return the epoch day, or {@link EpochDay#NONE}
   */
  public long reachedDay(Reached whom) {
    return reachedDays[whom.ordinal()];
  }

  /**
   * The last day on which the customer answered, called, or was reached.
   *
   * @return the epoch day, or {@link EpochDay#NONE}
   */
  public long lastAnswerDay() {
    return lastAnswerDay;
  }

  /**
   * How often in a row nobody was reached: calls without an answer, letters that came back.
   *
   * @param sinceDay an epoch day; earlier attempts are left out
   * @return the number of attempts after the last answer
   */
  public int unansweredAttempts(long sinceDay) {
    int count = 0;
    for (int i = attempts.size() - 1; i >= 0; i--) {
      if (attempts.get(i).toEpochDay() < sinceDay) {
        break;
      }
      count++;
    }
    return count;
  }

  /**
   * {@return the day since which the invoice is known not to have arrived; empty if the invoice
   * arrived, or if no failed delivery is recorded}
   */
  public Optional<LocalDate> undeliveredSince() {
    return EpochDay.date(undeliveredDay);
  }

  /**
   * The day on which an invoice arrived that had failed to arrive before.
   *
   * @return the epoch day, or {@link EpochDay#NONE}
   */
  public long arrivedDay() {
    return arrivedDay;
  }

  /**
   * The due date that counts: if the invoice failed to arrive and arrived later, the time to pay
   * runs again from that day.
   *
   * @param dueDay the agreed due date, an epoch day
   * @param issuedDay the invoice date, an epoch day
   * @return the epoch day, never before the agreed one
   */
  public long dueDayAnew(long dueDay, long issuedDay) {
    if (arrivedDay == EpochDay.NONE) {
      return dueDay;
    }
    long term = Math.max(0, dueDay - issuedDay);
    return Math.max(dueDay, Math.min(arrivedDay + term, EpochDay.LAST));
  }

  /** {@return the day on which the invoice was delivered; empty if no delivery is recorded} */
  public Optional<LocalDate> deliveredOn() {
    return EpochDay.date(deliveredDay);
  }

  /**
   * The day on which the letter of a step was delivered last.
   *
   * @param step the name of the step
   * @return the epoch day, or {@link EpochDay#NONE}
   */
  public long deliveredDay(String step) {
    Long day = deliveredSteps.get(step);
    return day == null ? EpochDay.NONE : day;
  }

  /**
   * The day on which it became known last that the letter of a step did not arrive.
   *
   * @param step the name of the step
   * @return the epoch day, or {@link EpochDay#NONE} if it never came back
   */
  public long returnedDay(String step) {
    Long day = returnedSteps.get(step);
    return day == null ? EpochDay.NONE : day;
  }

  /** {@return whether the letter of any step ever came back} */
  public boolean anyReturned() {
    return !returnedSteps.isEmpty();
  }

  /**
   * The day since which nobody knows where the customer lives.
   *
   * @return the epoch day, or {@link EpochDay#NONE} while an address is known
   */
  public long addressUnknownDay() {
    return addressUnknownDay;
  }

  /**
   * The last day on which a new address became known.
   *
   * @return the epoch day, or {@link EpochDay#NONE}
   */
  public long addressFoundDay() {
    return addressFoundDay;
  }

  /**
   * The channels that failed and have not worked since, and those the customer opted out of.
   *
   * @return a bit for each channel, by its {@linkplain Enum#ordinal place}
   */
  public int closedChannelBits() {
    return channels.closed();
  }

  /** Whether the invoice failed to arrive, even if it arrived later. */
  boolean failedToArrive() {
    return undeliveredDay != EpochDay.NONE || arrivedDay != EpochDay.NONE;
  }

  /** Whether no more is known than the day of the last contact. */
  boolean isSilent() {
    return this == NONE
        || lastAnswerDay == EpochDay.NONE
            && !failedToArrive()
            && deliveredDay == EpochDay.NONE
            && closedChannelBits() == 0
            && addressUnknownDay == EpochDay.NONE
            && addressFoundDay == EpochDay.NONE
            && reachedDays == NONE.reachedDays
            && deliveredSteps.isEmpty()
            && attempts.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Correspondence that
        && lastContactDay == that.lastContactDay
        && lastRepliedDay == that.lastRepliedDay
        && lastAnswerDay == that.lastAnswerDay
        && latestReply == that.latestReply
        && latestReason == that.latestReason
        && reasonDay == that.reasonDay
        && undeliveredDay == that.undeliveredDay
        && arrivedDay == that.arrivedDay
        && deliveredDay == that.deliveredDay
        && channels.equals(that.channels)
        && Arrays.equals(repliedDays, that.repliedDays)
        && Arrays.equals(reachedDays, that.reachedDays)
        && deliveredSteps.equals(that.deliveredSteps)
        && returnedSteps.equals(that.returnedSteps)
        && attempts.equals(that.attempts)
        && addressUnknownDay == that.addressUnknownDay
        && addressFoundDay == that.addressFoundDay;
  }

  @Override
  public int hashCode() {
    return Objects.hash(lastContactDay, lastRepliedDay, lastAnswerDay, deliveredDay, attempts);
  }
}
