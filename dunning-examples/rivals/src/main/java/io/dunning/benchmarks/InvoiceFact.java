package io.dunning.benchmarks;

/** An invoice as the rules see it. */
public final class InvoiceFact {
  private final int daysLate;
  private final long open;
  private final boolean disputed;

  InvoiceFact(int daysLate, long open, boolean disputed) {
    this.daysLate = daysLate;
    this.open = open;
    this.disputed = disputed;
  }

  /**
   * The age.
   *
   * @return days since the due date
   */
  public int getDaysLate() {
    return daysLate;
  }

  /**
   * What is open.
   *
   * @return minor units
   */
  public long getOpen() {
    return open;
  }

  /**
   * Whether the invoice is contested.
   *
   * @return true if it is
   */
  public boolean isDisputed() {
    return disputed;
  }
}
