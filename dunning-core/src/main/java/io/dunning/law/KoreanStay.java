package io.dunning.law;

import io.dunning.event.LedgerEvent;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Objects;

/**
 * The stay of contact of the Korean Personal Financial Debtor Protection Act, section 17, and its
 * Decree, section 16. Three months from the day on which the cause was confirmed; or, by agreement,
 * a time of up to three months, which can be extended once by that same time: six months at most.
 *
 * <p>Contact is allowed again if the debtor cannot be reached and the like (Decree 16(2)). The
 * notice that says when was not read; you decide, and release the hold. Immutable and thread-safe.
 *
 * @param cause why the debtor gets a stay
 * @param confirmedOn the day on which the cause was confirmed
 * @param agreed the time that was agreed; {@link #STATUTORY} if none was
 * @param isExtended whether the time was extended
 */
public record KoreanStay(Cause cause, LocalDate confirmedOn, Period agreed, boolean isExtended) {
  /** Three months, if nothing was agreed; they cannot be extended. */
  public static final Period STATUTORY = Period.ZERO;

  private static final Period LONGEST = Period.ofMonths(3);

  /** Why a debtor gets a stay. */
  public enum Cause {
    /** The debtor lives in a special disaster area and gets special support (Decree 16(3)). */
    DISASTER("disaster"),
    /**
     * Surgery or hospital after an accident or illness, of the debtor, the spouse, or an ascendant
     * or descendant of either (Decree 16(4)1).
     */
    HOSPITAL("hospital"),
    /** Marriage of the debtor or an own ascendant or descendant (Decree 16(4)2). */
    MARRIAGE("marriage"),
    /** Death of one of the persons who count for {@link #HOSPITAL} (Decree 16(4)3). */
    DEATH("death");

    private final String word;

    Cause(String word) {
      this.word = word;
    }

    /** Such as {@code hospital}. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * A stay.
   *
   * @param cause why the debtor gets a stay
   * @param confirmedOn the day on which the cause was confirmed
   * @param agreed the time that was agreed; {@link #STATUTORY} if none was
   * @param isExtended whether the time was extended
   * @throws IllegalArgumentException if the time is negative or ends after three months, or a stay
   *     is extended that was not agreed
   */
  public KoreanStay {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(confirmedOn, "confirmedOn");
    Objects.requireNonNull(agreed, "agreed");
    LocalDate end = confirmedOn.plus(agreed);
    if (end.isBefore(confirmedOn) || end.isAfter(confirmedOn.plus(LONGEST))) {
      throw new IllegalArgumentException("stay is not agreed for up to 3 months: " + agreed);
    }
    if (isExtended && agreed.isZero()) {
      throw new IllegalArgumentException("stay of the statute cannot be extended");
    }
  }

  /**
   * {@return the stay of three months that the statute grants}
   *
   * @param cause why the debtor gets a stay
   * @param confirmedOn the day on which the cause was confirmed
   */
  public static KoreanStay of(Cause cause, LocalDate confirmedOn) {
    return new KoreanStay(cause, confirmedOn, STATUTORY, false);
  }

  /**
   * {@return a stay for a time that was agreed}
   *
   * @param cause why the debtor gets a stay
   * @param confirmedOn the day on which the cause was confirmed
   * @param time how long, up to three months
   * @throws IllegalArgumentException if the time is not above zero, or ends after three months
   */
  public static KoreanStay agreed(Cause cause, LocalDate confirmedOn, Period time) {
    if (Objects.requireNonNull(time, "time").isZero()) {
      throw new IllegalArgumentException("stay is agreed for no time");
    }
    return new KoreanStay(cause, confirmedOn, time, false);
  }

  /**
   * {@return this stay, extended by the time that was agreed}
   *
   * @throws IllegalArgumentException if it was extended before, or was not agreed
   */
  public KoreanStay extended() {
    if (isExtended) {
      throw new IllegalArgumentException("stay was extended before; it can be only once");
    }
    return new KoreanStay(cause, confirmedOn, agreed, true);
  }

  /** {@return the last day of the stay, included} */
  public LocalDate through() {
    Period once = agreed.isZero() ? LONGEST : agreed;
    return confirmedOn.plus(isExtended ? once.multipliedBy(2) : once);
  }

  /**
   * Whether a further stay may be refused because the debtor had one for the cause: once for each
   * of hospital, marriage and death (Decree 16(5)); the limit does not name a disaster.
   *
   * @param cause the cause of the further stay
   * @param before the stays that the debtor had for the debt
   * @return true if it may
   */
  public static boolean isUsedUp(Cause cause, Collection<KoreanStay> before) {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(before, "before");
    return cause != Cause.DISASTER && before.stream().anyMatch(s -> s.cause == cause);
  }

  /** {@return the event that keeps the debtor from being contacted until the stay ends} */
  public LedgerEvent hold() {
    return LedgerEvent.hold(
        confirmedOn, "stay of contact: " + cause + ", Act 17, Decree 16", through());
  }

  /** Such as {@code stay for hospital from 2026-03-02 through 2026-06-02}. */
  @Override
  public String toString() {
    return "stay for "
        + cause
        + " from "
        + confirmedOn
        + " through "
        + through()
        + (isExtended ? ", extended" : "");
  }
}
