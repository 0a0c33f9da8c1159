package io.dunning.benchmarks;

/** What is overdue on an account, added up by a rule. */
public final class TotalFact {
  private final long total;
  private final int oldest;

  /**
   * A sum.
   *
   * @param total what is overdue; 0 if nothing is
   * @param oldest the age of the oldest invoice
   */
  public TotalFact(long total, int oldest) {
    this.total = total;
    this.oldest = oldest;
  }

  /**
   * The sum.
   *
   * @return minor units
   */
  public long getTotal() {
    return total;
  }

  /**
   * The age.
   *
   * @return days
   */
  public int getOldest() {
    return oldest;
  }
}
