package io.dunning.compiled;

/**
 * Reads an answer of the compiled decider, which is one {@code long}: what was decided in the low
 * half, the review date in the high half.
 */
public final class Answer {
  /** The tables do not cover the account or the day. */
  static final int UNCOVERED = 0;

  /** Bits below the review date: one more than the finding, then holder, then step. */
  private static final int FINDING_MASK = 15;

  static final int HOLDER_SHIFT = 4;
  private static final int HOLDER_MASK = 3;
  static final int STEP_SHIFT = 6;

  private static final Finding[] FINDINGS = Finding.values();
  private static final Holder[] HOLDERS = Holder.values();

  private Answer() {}

  static int of(Finding finding) {
    return finding.ordinal() + 1;
  }

  /**
   * Whether the tables cover the account and the day. If not, ask the readable decider: the answer
   * says nothing else.
   *
   * @param answer an answer
   * @return false if nothing was decided
   */
  public static boolean isCovered(long answer) {
    return (int) answer != UNCOVERED;
  }

  /**
   * What was found.
   *
   * @param answer an answer that is covered
   * @return the finding, which stands for verdict and rule
   */
  public static Finding finding(long answer) {
    return FINDINGS[((int) answer & FINDING_MASK) - 1];
  }

  /**
   * What holds the debt.
   *
   * @param answer an answer whose finding is {@link Finding#HELD}
   * @return what holds it
   */
  public static Holder holder(long answer) {
    return HOLDERS[(int) answer >> HOLDER_SHIFT & HOLDER_MASK];
  }

  /**
   * The step that is taken or waited for.
   *
   * @param answer an answer
   * @return its place in the ladder; -1 if no step is in question
   */
  public static int step(long answer) {
    return ((int) answer >> STEP_SHIFT) - 1;
  }

  /**
   * The first later day on which the decision differs, if nothing happens until then.
   *
   * @param answer an answer
   * @return the epoch day; {@link Integer#MAX_VALUE} if it never differs
   */
  public static int reviewDay(long answer) {
    return (int) (answer >> 32);
  }
}
