package io.dunning.charge;

import io.dunning.event.ChargeEvent.Charge;

/**
 * Fees or interest: what is owed of them, what was given up, and what was assessed, in minor units.
 */
final class ChargeBalance {
  final Charge charge;
  final Assessed assessed = new Assessed();
  private long owed;
  private long waived;

  /** What was given up before it was assessed or paid. */
  private long waivedUnassessed;

  ChargeBalance(Charge charge) {
    this.charge = charge;
  }

  long owed() {
    return owed;
  }

  long waived() {
    return waived;
  }

  /** Whether any of it was assessed or paid; giving it up asks for nothing. */
  boolean isAsked() {
    return assessed.sum() > waivedUnassessed;
  }

  /** A charge is owed from now on. */
  void add(long amount) {
    owed = Math.addExact(owed, amount);
  }

  void pay(long amount) {
    owed -= amount;
    assessed.pay(amount);
  }

  /** What was paid was paid back. */
  void refund(long amount) {
    owed += amount;
    assessed.refund(amount);
  }

  void waive(long amount) {
    long before = assessed.sum();
    pay(amount);
    waived += amount;
    waivedUnassessed += assessed.sum() - before;
  }

  /**
   * What was given up is owed again.
   *
   * @param accrues whether it was owed because it accrued; then it has to be assessed again
   */
  void reinstate(long amount, boolean accrues) {
    owed += amount;
    waived -= amount;
    if (accrues) {
      assessed.owedAgain(amount);
      waivedUnassessed = Math.max(0, waivedUnassessed - amount);
    } else {
      assessed.refund(amount);
    }
  }

  /** What was owed only because it was assessed is not owed: that was a mistake. */
  void drop(long amount) {
    owed -= amount;
    assessed.reverse(amount);
  }

  ChargeLine.Kind kind() {
    return charge == Charge.FEE ? ChargeLine.Kind.FEE : ChargeLine.Kind.INTEREST;
  }

  ChargeLine.Kind waivedKind() {
    return charge == Charge.FEE ? ChargeLine.Kind.FEE_WAIVED : ChargeLine.Kind.INTEREST_WAIVED;
  }

  ChargeLine.Kind cappedKind() {
    return charge == Charge.FEE ? ChargeLine.Kind.FEE_CAPPED : ChargeLine.Kind.INTEREST_CAPPED;
  }
}
