package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.TermsEvent.LimitationSet;
import io.dunning.event.TermsEvent.LimitationSuspended;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Until when a claim can be enforced at law, by the events up to the end of a day. The day that was
 * recorded last counts. Each day of a suspension that begins while the claim can be enforced makes
 * it last a day longer; days of two suspensions that overlap count once. A day that is recorded
 * during a suspension is one without the rest of it. Immutable and thread-safe.
 */
public final class Limitation {
  /** Nothing is known. */
  static final Limitation UNKNOWN =
      new Limitation(null, EpochDay.NEVER, EpochDay.NONE, EpochDay.NONE, "");

  private final LimitationSet set;

  /** The last day, with all suspensions but the latest. */
  private final long last;

  /** The first and the last day of the latest suspension; none if there is none. */
  private final long from;

  private final long through;
  private final String why;

  private Limitation(LimitationSet set, long last, long from, long through, String why) {
    this.set = set;
    this.last = last;
    this.from = from;
    this.through = through;
    this.why = why;
  }

  /** What is known once a last day is recorded; what was suspended before it does not count. */
  Limitation with(LimitationSet event) {
    long lastDay = event.lastDay().toEpochDay();
    long counts = Math.max(from, event.date().toEpochDay());
    return from == EpochDay.NONE || through < counts
        ? new Limitation(event, lastDay, EpochDay.NONE, EpochDay.NONE, "")
        : new Limitation(event, lastDay, counts, through, why);
  }

  /** What is known once the time stands still. */
  Limitation with(LimitationSuspended event) {
    long on = event.date().toEpochDay();
    long until = event.until().map(LocalDate::toEpochDay).orElse(EpochDay.NEVER);
    return from != EpochDay.NONE && on <= EpochDay.after(through)
        ? new Limitation(set, last, from, Math.max(through, until), event.why())
        : new Limitation(set, lastDay(), on, until, event.why());
  }

  /** What is known once the time runs again from a day on. */
  Limitation resumedOn(LocalDate day) {
    long before = day.toEpochDay() - 1;
    if (from == EpochDay.NONE || through <= before) {
      return this;
    }
    return before < from
        ? new Limitation(set, last, EpochDay.NONE, EpochDay.NONE, "")
        : new Limitation(set, last, from, before, why);
  }

  /**
   * The last day on which the claim can be enforced, if nothing more happens.
   *
   * @return the epoch day, included; {@link EpochDay#NEVER} if nobody recorded it, or if a
   *     suspension has no end
   */
  public long lastDay() {
    if (last == EpochDay.NEVER || from == EpochDay.NONE || from > last) {
      return last;
    }
    return through == EpochDay.NEVER
        ? through
        : Math.min(last + (through - from) + 1, EpochDay.LAST);
  }

  /** {@return the last day as it was recorded, and why; empty if nobody recorded it} */
  public Optional<LimitationSet> set() {
    return Optional.ofNullable(set);
  }

  /**
   * Whether the time stands still on a day, and the claim can still be enforced.
   *
   * @param day the epoch day
   * @return true from the first through the last day of a suspension
   */
  public boolean isSuspendedOn(long day) {
    return from != EpochDay.NONE && from <= day && day <= through && from <= last;
  }

  /** {@return what suspends the limitation, as it was recorded last; empty text if nothing does} */
  public String suspendedBy() {
    return why;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Limitation that
        && Objects.equals(set, that.set)
        && last == that.last
        && from == that.from
        && through == that.through
        && why.equals(that.why);
  }

  @Override
  public int hashCode() {
    return Objects.hash(set, last, from, through, why);
  }

  /** Such as {@code enforceable through 2029-12-31}. */
  @Override
  public String toString() {
    long day = lastDay();
    return day == EpochDay.NEVER
        ? "enforceable without a known end"
        : "enforceable through " + LocalDate.ofEpochDay(day);
  }
}
