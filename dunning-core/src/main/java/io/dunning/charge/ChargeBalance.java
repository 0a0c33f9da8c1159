package io.dunning.charge;

import io.dunning.event.ChargeEvent.Charge;

/** Fees or interest: what is owed of them, what was given up, and what was told, in minor units. */
final class ChargeBalance {
  final Charge charge;
  final Watermark told = new Watermark();
  private long owed;
  private long waived;

  ChargeBalance(Charge charge) {
    this.charge = charge;
  }

  long owed() {
    return owed;
  }

  long waived() {
    return waived;
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
    pay(amount);
    waived += amount;
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
