package io.dunning.charge;

import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.event.ChargeEvent.Charge;

/** Lets time pass: fees arise by themselves, and interest accrues. */
final class PassingTime {
  private final Claims claims;
  private final ArisingFees arising;
  private final long delay;

  PassingTime(Claims claims, ArisingFees arising, ChargeRules rules) {
    this.claims = claims;
    this.arising = arising;
    boolean included =
        rules.interest().map(i -> i.period().paymentDay() == PaymentDay.INCLUDED).orElse(true);
    delay = included ? 0 : 1;
  }

  /** Up to the events of a day, which bears interest if the day of a payment does. */
  void upToEventsOf(long day) {
    arising.raise(day, day - 1);
    claims.accrue(day - delay);
  }

  /** Lets one kind of charge come to the end of a day, so that all of it can be given up. */
  void throughWholeDay(long day, Charge charge) {
    if (charge == Charge.FEE) {
      arising.raise(day, day);
    } else {
      claims.accrue(day);
    }
  }

  /** To the end of a day. */
  void through(long day) {
    arising.raise(day, day);
    claims.accrue(day);
  }
}
