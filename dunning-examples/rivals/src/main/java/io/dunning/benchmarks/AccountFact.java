package io.dunning.benchmarks;

/** An account as the rules see it, and the answer they find. */
public final class AccountFact {
  private static final int[] MIN_DAYS = {1, 7, 14, 21, 30, 45, 60, 90};
  private static final int[] CADENCE = {0, 5, 5, 5, 7, 10, 10, 14};
  private static final long[] MINIMUM = {0, 0, 0, 0, 0, 0, 5_000, 10_000};

  private final Accounts.PlainAccount account;
  private int kind = -1;
  private int rung;

  AccountFact(Accounts.PlainAccount account) {
    this.account = account;
  }

  /**
   * Whether the account is on hold.
   *
   * @return true if it is
   */
  public boolean isHold() {
    return account.hold();
  }

  /**
   * Whether a promise is running.
   *
   * @return true if its day is not over
   */
  public boolean isPromised() {
    return account.promise() >= Draws.AS_OF;
  }

  /**
   * The least sum for which anything is done.
   *
   * @return minor units
   */
  public long getMinimum() {
    return account.currency() == 3 ? 1_500 : 1_000;
  }

  /**
   * The last reminder of the present episode.
   *
   * @param oldest the age of the oldest invoice
   * @return its rung; 0 without one
   */
  public int last(int oldest) {
    int last = 0;
    for (int k = 0; k < account.sentOn().length; k++) {
      last = account.sentOn()[k] >= Draws.AS_OF - oldest ? k + 1 : last;
    }
    return last;
  }

  /**
   * Whether the next rung is old enough.
   *
   * @param last the last rung
   * @param oldest the age of the oldest invoice
   * @return true if its days are reached
   */
  public boolean reached(int last, int oldest) {
    return oldest >= MIN_DAYS[last];
  }

  /**
   * Whether the next rung has enough to be about.
   *
   * @param last the last rung
   * @param total what is overdue
   * @return true if its minimum is reached
   */
  public boolean enough(int last, long total) {
    return total >= MINIMUM[last];
  }

  /**
   * Whether the last contact is too recent.
   *
   * @param last the last rung
   * @return true if the next has to wait
   */
  public boolean tooSoon(int last) {
    int contact = account.lastContact();
    int promise = account.promise();
    boolean broken = promise != Integer.MIN_VALUE && promise < Draws.AS_OF && promise >= contact;
    return contact != Integer.MIN_VALUE && !broken && Draws.AS_OF - contact < CADENCE[last];
  }

  /**
   * Sets the answer.
   *
   * @param of the kind
   * @param step the rung
   */
  public void answer(int of, int step) {
    kind = of;
    rung = step;
  }

  /**
   * Whether there is an answer.
   *
   * @return the kind; -1 without an answer
   */
  public int getKind() {
    return kind;
  }

  int rung() {
    return rung;
  }
}
