package io.dunning.charge;

import io.dunning.calendar.EpochDay;
import io.dunning.charge.InterestPeriod.PaymentDay;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.MoneyEvent.Credit;
import io.dunning.ledger.DisputeCase;
import io.dunning.ledger.InvoiceHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which disputed amounts bear no interest: while a dispute runs, if interest pauses or
 * the customer won; and after the customer won, until the amount is credited.
 */
final class DisputedSpans {
  private final List<Span> spans = new ArrayList<>();

  /** What a credit lowers bears interest on the day of the credit, if that of a payment does. */
  private final int delay;

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

  private DisputedSpans(LateInterest rule) {
    delay = rule.period().paymentDay() == PaymentDay.INCLUDED ? 1 : 0;
  }

  /** The spans of the disputes that were opened through a day. */
  static List<Span> of(InvoiceHistory history, long through, AccrualTerms terms) {
    List<DisputeCase> disputes = history.standingOn(through).agreements().disputes();
    DisputedSpans found = new DisputedSpans(terms.interest());
    for (DisputeCase each : disputes) {
      if (each.outcome().filter(o -> o == Outcome.CUSTOMER_WON).isPresent()) {
        found.addWon(each);
      } else if (terms.pausesInDispute()) {
        long end = each.resolved().map(r -> r.date().toEpochDay()).orElse(EpochDay.NEVER);
        found.add(each.opened().date().toEpochDay(), end, each.amountMinor());
      }
    }
    return found.spans;
  }

  /** What is credited bit by bit is free of interest as far as it is not credited yet. */
  private void addWon(DisputeCase dispute) {
    long from = dispute.opened().date().toEpochDay();
    if (dispute.opened().amount().isEmpty()) {
      add(from, dispute.resolved().orElseThrow().date().toEpochDay(), Long.MAX_VALUE);
    }
    long left = dispute.amountMinor();
    for (Credit each : dispute.credits()) {
      long credited = each.date().toEpochDay() + delay;
      add(from, credited, left);
      from = credited;
      left -= each.amount().minorUnits();
    }
    add(from, EpochDay.NEVER, left);
  }

  /** The last day is excluded. */
  private void add(long from, long until, long amount) {
    if (from < until && amount > 0) {
      spans.add(new Span(from, until - 1, amount));
    }
  }
}
