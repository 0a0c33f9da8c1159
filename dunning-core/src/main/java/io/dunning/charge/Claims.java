package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.EpochDay;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.ledger.Invoice;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * The claims from one invoice while its events are gone through: principal, fees and interest, each
 * in minor units, with the statement that says how they came about.
 */
final class Claims {
  final Principal principal;
  final ChargeBalance fees = new ChargeBalance(Charge.FEE);
  final ChargeBalance interest = new ChargeBalance(Charge.INTEREST);
  final Statement statement;
  final CapRoom room;

  private final boolean bearsInterest;
  private final LateInterest rule;
  private final Interest meter;
  private final CurrencyUnit currency;
  private boolean writtenOff;

  /** The last day through which interest was let accrue. */
  private long accruedThrough = EpochDay.NONE;

  Claims(
      AccrualTerms terms,
      Invoice invoice,
      BusinessCalendar calendar,
      Arrival arrival,
      List<DisputedSpans.Span> free,
      List<DisputedSpans.Span> paused) {
    bearsInterest = terms.bearsInterest();
    currency = invoice.amount().currency();
    rule = terms.interest();
    principal = new Principal(invoice, rule.period(), calendar, arrival);
    statement = new Statement(currency);
    meter = new Interest(terms, statement, free, paused);
    room = new CapRoom(terms.cap(), invoice);
  }

  Money money(long minorUnits) {
    return statement.money(minorUnits);
  }

  ChargeBalance of(Charge charge) {
    return charge == Charge.FEE ? fees : interest;
  }

  /** Whether the debt was written off: then nothing new is owed. */
  boolean isWrittenOff() {
    return writtenOff;
  }

  /** Which rate is not known; empty text if all are. */
  String missingRate() {
    return meter.missing;
  }

  /** Lets interest accrue through a day. */
  void accrue(long last) {
    if (!bearsInterest) {
      return;
    }
    long end = accruedThrough;
    do {
      end = periodEnd(end, last);
      meter.accrue(principal.parts(), end);
      // what accrued beyond the end of a period belongs to the next one
      if (room.isCapped() && room.lastDay(end) == end && end >= accruedThrough) {
        settle(end);
      }
    } while (end < last);
    accruedThrough = Math.max(accruedThrough, last);
  }

  /** Where a cap counts within months or years, the end of the one that interest has come to. */
  private long periodEnd(long after, long last) {
    if (!room.isPeriodic() || after >= last) {
      return last;
    }
    long accrues =
        principal.parts().stream().filter(Part::accrues).mapToLong(p -> p.next).min().orElse(last);
    long next = Math.min(accrues, statement.firstPending());
    return next > last ? last : Math.min(last, room.lastDay(Math.max(next, after + 1)));
  }

  /** Rounds the interest that accrued, within the cap, so that it can be paid. */
  void settle(long day) {
    addRounded(day, meter.settle());
  }

  /** Like {@link #settle}, but what rounding adds or drops is made up for when it is next done. */
  void settleForWaiver(long day) {
    addRounded(day, meter.settleForWaiver());
  }

  private void addRounded(long day, long rounded) {
    if (rounded != 0) {
      addWithinCap(interest, day, rounded);
    }
  }

  /** Adds a fee to what is owed, within the cap. */
  void addFee(long day, long amount) {
    addWithinCap(fees, day, amount);
  }

  private void addWithinCap(ChargeBalance balance, long day, long amount) {
    long within = room.take(day, amount);
    if (within < amount) {
      LocalDate date = LocalDate.ofEpochDay(day);
      statement.charge(balance.cappedKind(), date, money(within - amount), room.toString());
    }
    balance.add(within);
  }

  /** A fee arises by itself, within the cap. */
  void arises(LateFee fee, long day, long base) {
    Money amount = fee.of(money(base));
    if (amount.isZero()) {
      return;
    }
    if (room.isCapped()) {
      accrue(day - 1);
      settle(day - 1);
    }
    statement.fee(LocalDate.ofEpochDay(day), money(base), fee, amount);
    addFee(day, amount.minorUnits());
  }

  /** What can be paid of a claim now. */
  long payable(Claim claim) {
    return switch (claim) {
      case COSTS -> fees.owed();
      case INTEREST -> interestAsked();
      case PRINCIPAL -> principal.open();
    };
  }

  void pay(Claim claim, long amount) {
    switch (claim) {
      case COSTS -> fees.pay(amount);
      case INTEREST -> {
        interest.pay(amount);
        meter.lower(principal.parts(), amount);
      }
      case PRINCIPAL -> principal.lower(amount);
    }
  }

  /** The fees and the interest that were paid back are owed again. */
  void refund(Shares back) {
    fees.refund(back.costs());
    interest.refund(back.interest());
    meter.raise(principal.parts(), back.interest());
  }

  void waive(ChargeBalance balance, long amount, long day, String why) {
    if (amount == 0) {
      return;
    }
    statement.charge(balance.waivedKind(), LocalDate.ofEpochDay(day), money(-amount), why);
    balance.waive(amount);
    if (balance == interest) {
      meter.lower(principal.parts(), amount);
    }
  }

  /** Gives up all fees and interest that are owed. */
  void waiveAll(long day, String why) {
    waive(fees, fees.owed(), day, why);
    waive(interest, interest.owed(), day, why);
  }

  /**
   * What was given up is owed again.
   *
   * @param accrues whether it was owed because it accrued, and not because it was assessed
   */
  void reinstate(ChargeBalance balance, long amount, LocalDate date, boolean accrues) {
    if (amount > 0) {
      statement.charge(balance.waivedKind(), date, money(amount), "reinstated");
    }
    balance.reinstate(amount, accrues);
    if (balance == interest) {
      meter.raise(principal.parts(), amount);
    }
  }

  /** Closes the principal; the charges that are owed by then stay owed. */
  void writeOff(long day) {
    settle(day);
    principal.writeOff();
    writtenOff = true;
  }

  /** The interest that is asked for: none below the minimum, unless some was asked for before. */
  private long interestAsked() {
    Money least = rule.minimums().get(currency);
    boolean tooLittle =
        least != null
            && !interest.isAsked()
            && statement.sum(ChargeLine.Kind.INTEREST) < least.minorUnits();
    return tooLittle ? 0 : interest.owed();
  }

  /** Gives up interest that comes to less than the least amount. */
  void dropTooLittle(long day) {
    if (interest.owed() > 0 && interestAsked() == 0) {
      waive(interest, interest.owed(), day, "not below " + rule.minimums().get(currency));
    }
  }
}
