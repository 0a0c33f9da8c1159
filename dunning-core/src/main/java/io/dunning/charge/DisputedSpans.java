package io.dunning.charge;

import io.dunning.calendar.EpochDay;
import io.dunning.charge.ChargeRules.InDispute;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.util.ArrayList;
import java.util.List;

/** The days on which disputed amounts bear no interest. */
final class DisputedSpans implements DisputeEvent.Visitor {
  private final boolean paused;
  private final List<Span> spans = new ArrayList<>();
  private final List<DisputeEvent.DisputeOpened> open = new ArrayList<>();

  /**
   * Days on which an amount bears no interest.
   *
   * @param from the first day, an epoch day
   * @param through the last day, an epoch day
   * @param amount the amount in minor units; the largest number for the whole invoice
   */
  record Span(long from, long through, long amount) {
    boolean includes(long day) {
      return from <= day && through >= day;
    }
  }

  private DisputedSpans(InDispute rule) {
    paused = rule == InDispute.PAUSE;
  }

  /** The spans of the disputes that were opened through a day. */
  static List<Span> of(InvoiceHistory history, long through, InDispute rule) {
    DisputedSpans found = new DisputedSpans(rule);
    for (LedgerEvent event : history.events()) {
      if (event.date().toEpochDay() > through) {
        break;
      }
      if (event instanceof DisputeEvent e) {
        e.accept(found);
      }
    }
    if (found.paused) {
      found.open.forEach(d -> found.add(d, EpochDay.NEVER));
    }
    return found.spans;
  }

  @Override
  public void disputeOpened(DisputeEvent.DisputeOpened event) {
    open.add(event);
  }

  @Override
  public void disputeResolved(DisputeEvent.DisputeResolved event) {
    if (paused || event.outcome() == DisputeEvent.Outcome.CUSTOMER_WON) {
      open.forEach(d -> add(d, event.date().toEpochDay() - 1));
    }
    open.clear();
  }

  private void add(DisputeEvent.DisputeOpened dispute, long through) {
    long from = dispute.date().toEpochDay();
    if (from <= through) {
      long amount = dispute.amount().map(Money::minorUnits).orElse(Long.MAX_VALUE);
      spans.add(new Span(from, through, amount));
    }
  }
}
