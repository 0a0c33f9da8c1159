package io.dunning.charge;

import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.event.ChargeEvent.Charge;

/** Lets time pass: fees arise by themselves, and interest accrues. */
final class PassingTime {
  private final Claims claims;
  private final ArisingFees arising;
  private final long delay;

  PassingTime(Claims claims, ArisingFees arising, InterestPeriod period) {
    this.claims = claims;
    this.arising = arising;
    delay = period.paymentDay() == PaymentDay.INCLUDED ? 0 : 1;
  }

  /** Up to the events of a day, which bears interest if the day of a payment does. */
  void upToEventsOf(long day) {
    arising.raise(day, day - 1);
    claims.accrue(day - delay);
  }

  /**
   * Up to a waiver of one kind of charge, which covers its own day if all is given up. Before fees
   * are given up, interest accrues through the day before: a fee of the day may round only that.
   */
  void upToWaiver(long day, Charge charge, boolean all) {
    if (charge == Charge.FEE) {
      arising.raise(day, all ? day : day - 1);
      claims.accrue(day - 1);
    } else {
      upToEventsOf(day);
      claims.accrue(all ? day : day - delay);
    }
  }

  /** To the end of a day. */
  void through(long day) {
    arising.raise(day, day);
    claims.accrue(day);
  }
}
