package io.dunning.charge;

import io.dunning.event.ChargeEvent;
import io.dunning.event.ChargeEvent.Charge;
import io.dunning.money.Money;
import java.util.Optional;

/** What recorded charges do to the claims: assessed, given up, owed again, or a mistake. */
final class ChargeEntries implements ChargeEvent.Visitor {
  private final Claims claims;
  private final PassingTime time;
  private final boolean interestAccrues;
  private final boolean feesArise;

  ChargeEntries(Claims claims, PassingTime time, boolean interestAccrues, ArisingFees arising) {
    this.claims = claims;
    this.time = time;
    this.interestAccrues = interestAccrues;
    feesArise = arising.any();
  }

  /** Whether a charge is owed because it accrued, and not because it was assessed. */
  private boolean accrues(Charge charge, Optional<String> step) {
    return charge == Charge.INTEREST ? interestAccrues : feesArise && step.isEmpty();
  }

  /** Assessing an accrued charge marks it as assessed; any other charge becomes owed as well. */
  @Override
  public void chargeAssessed(ChargeEvent.ChargeAssessed event) {
    ChargeBalance balance = claims.of(event.charge());
    boolean accrued = accrues(event.charge(), event.step());
    if (!accrued) {
      if (claims.isWrittenOff()) {
        return;
      }
      owe(event, balance);
    }
    balance.assessed.assess(event.amount().minorUnits());
  }

  private void owe(ChargeEvent.ChargeAssessed event, ChargeBalance balance) {
    boolean takesRoom = event.charge() == Charge.FEE && claims.room.isCapped();
    long day = event.date().toEpochDay();
    if (takesRoom) {
      time.upToEventsOf(day);
    }
    String rule = event.step().map(s -> "as assessed with " + s).orElse("as assessed");
    claims.statement.charge(balance.kind(), event.date(), event.amount(), rule);
    if (takesRoom) {
      claims.settle(day);
    }
    if (event.charge() == Charge.FEE) {
      claims.addFee(day, event.amount().minorUnits());
    } else {
      balance.add(event.amount().minorUnits());
    }
  }

  @Override
  public void chargeWaived(ChargeEvent.ChargeWaived event) {
    if (claims.isWrittenOff()) {
      return;
    }
    long day = event.date().toEpochDay();
    time.upToWaiver(day, event.charge(), event.amount().isEmpty());
    if (event.charge() == Charge.INTEREST) {
      claims.settleForWaiver(day);
    }
    ChargeBalance balance = claims.of(event.charge());
    long amount = event.amount().map(Money::minorUnits).orElse(balance.owed());
    claims.waive(balance, Math.min(amount, balance.owed()), day, "waived by the creditor");
  }

  @Override
  public void chargeReinstated(ChargeEvent.ChargeReinstated event) {
    if (claims.isWrittenOff()) {
      return;
    }
    ChargeBalance balance = claims.of(event.charge());
    long amount = Math.min(event.amount().minorUnits(), balance.waived());
    boolean accrues = accrues(event.charge(), Optional.empty());
    claims.reinstate(balance, amount, event.date(), accrues);
  }

  /**
   * What accrued has to be assessed again; what was owed only because it was assessed is not owed.
   */
  @Override
  public void chargeReversed(ChargeEvent.ChargeReversed event) {
    ChargeBalance balance = claims.of(event.charge());
    long amount = event.amount().minorUnits();
    if (accrues(event.charge(), event.step())) {
      balance.assessed.reverse(amount);
      return;
    }
    long dropped = Math.min(Math.min(amount, balance.assessed.sum()), balance.owed());
    if (dropped > 0 && !claims.isWrittenOff()) {
      balance.drop(dropped);
      claims.statement.charge(
          balance.kind(), event.date(), claims.money(-dropped), "assessed by mistake");
    }
  }
}
