package io.dunning.charge;

import io.dunning.event.ChargeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.InvoiceHistory;
import java.time.LocalDate;
import java.util.Optional;

/** What was assessed of the fee of a step, less what was assessed by mistake. */
final class StepFee implements ChargeEvent.Visitor {
  private final Optional<String> step;
  private long assessed;

  private StepFee(String step) {
    this.step = Optional.of(step);
  }

  /** Whether anything of the fee of a step stands as assessed at the end of a day. */
  static boolean isAssessed(InvoiceHistory history, String step, LocalDate asOf) {
    StepFee fee = new StepFee(step);
    for (LedgerEvent event : history.events()) {
      if (event.date().isAfter(asOf)) {
        break;
      }
      if (event instanceof ChargeEvent e) {
        e.accept(fee);
      }
    }
    return fee.assessed > 0;
  }

  @Override
  public void chargeAssessed(ChargeEvent.ChargeAssessed event) {
    if (event.step().equals(step)) {
      assessed = Math.addExact(assessed, event.amount().minorUnits());
    }
  }

  /** Never below zero: a mistake about more than was assessed takes nothing from the next fee. */
  @Override
  public void chargeReversed(ChargeEvent.ChargeReversed event) {
    if (event.step().equals(step)) {
      assessed = Math.max(0, assessed - event.amount().minorUnits());
    }
  }

  /** A fee that was given up stays assessed, so that it is not asked for again. */
  @Override
  public void chargeWaived(ChargeEvent.ChargeWaived event) {}

  /** A fee that is owed again was assessed before. */
  @Override
  public void chargeReinstated(ChargeEvent.ChargeReinstated event) {}
}
