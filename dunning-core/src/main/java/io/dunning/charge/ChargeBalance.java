package io.dunning.charge;

import io.dunning.event.ChargeEvent.Charge;

/** Fees or interest: what is owed of them, what was given up, and what was told, in minor units. */
final class ChargeBalance {
  final Charge charge;
  final Watermark told = new Watermark();
  private long owed;
  private long waived;

  /** What was given up before it was told or paid. */
  private long waivedUntold;

  ChargeBalance(Charge charge) {
    this.charge = charge;
  }

  long owed() {
    return owed;
  }

  long waived() {
    return waived;
  }

  /** Whether any of it was told or paid; giving it up asks for nothing. */
  boolean isAsked() {
    return told.told > waivedUntold;
  }

  /** A charge is owed from now on. */
  void add(long amount) {
    owed = Math.addExact(owed, amount);
  }

  void pay(long amount) {
    owed -= amount;
    told.pay(amount);
  }

  /** What was paid was paid back. */
  void refund(long amount) {
    owed += amount;
    told.refund(amount);
  }

  void waive(long amount) {
    long before = told.told;
    pay(amount);
    waived += amount;
    waivedUntold += told.told - before;
  }

  /**
   * What was given up is owed again.
   *
   * @param accrues whether it was owed because it accrued; then it has to be told again
   */
  void reinstate(long amount, boolean accrues) {
    owed += amount;
    waived -= amount;
    if (accrues) {
      told.owedAgain(amount);
      waivedUntold = Math.max(0, waivedUntold - amount);
    } else {
      told.refund(amount);
    }
  }

  /** What was owed only because it was assessed is not owed: that was a mistake. */
  void drop(long amount) {
    owed -= amount;
    told.untell(amount);
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
