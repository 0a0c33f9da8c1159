package io.dunning.ledger;

import io.dunning.event.DisputeEvent;
import io.dunning.event.DisputeEvent.DisputeOpened;
import io.dunning.event.DisputeEvent.DisputeResolved;
import io.dunning.event.DisputeEvent.Outcome;
import io.dunning.event.MoneyEvent.Credit;
import io.dunning.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps, event by event, which disputes there are and what became of each. */
final class DisputeTally implements DisputeEvent.Visitor {
  private final List<DisputeCase> cases;

  /** What is open when an event happens; {@link DisputeCase#ALL} on an account. */
  private long open;

  DisputeTally(List<DisputeCase> from) {
    cases = new ArrayList<>(from);
  }

  List<DisputeCase> cases() {
    return List.copyOf(cases);
  }

  void add(DisputeEvent event, long nowOpen) {
    open = nowOpen;
    event.accept(this);
  }

  @Override
  public void disputeOpened(DisputeOpened event) {
    cases.add(new DisputeCase(event));
  }

  /** A dispute that nobody opened cannot end. */
  @Override
  public void disputeResolved(DisputeResolved event) {
    int place = placeOf(event);
    if (place >= 0) {
      cases.set(place, ended(cases.get(place), event));
    }
  }

  private int placeOf(DisputeResolved event) {
    for (int i = cases.size() - 1; i >= 0; i--) {
      DisputeCase each = cases.get(i);
      boolean named = event.id().isPresent() && event.id().equals(each.opened().id());
      if (named || event.id().isEmpty() && each.isOpen()) {
        return i;
      }
    }
    return -1;
  }

  private DisputeCase ended(DisputeCase of, DisputeResolved event) {
    long amount = of.amountMinor();
    if (of.opened().amount().isEmpty()) {
      boolean known = event.outcome() == Outcome.CUSTOMER_WON && open != DisputeCase.ALL;
      amount = known ? saturated(open, of.creditedMinor()) : DisputeCase.ALL;
    }
    return new DisputeCase(of.opened(), Optional.of(event), amount, of.credits());
  }

  static long saturated(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** A credit counts for what is owed to the customer first, then for open disputes. */
  void credit(Credit event) {
    long left = event.amount().minorUnits();
    for (int i = 0; i < cases.size() && left > 0; i++) {
      left -= credit(i, event, Math.min(left, cases.get(i).creditOwedMinor()));
    }
    for (int i = 0; i < cases.size() && left > 0; i++) {
      DisputeCase each = cases.get(i);
      if (each.isOpen()) {
        left -= credit(i, event, Math.min(left, each.amountMinor() - each.creditedMinor()));
      }
    }
  }

  private long credit(int place, Credit event, long part) {
    if (part <= 0) {
      return 0;
    }
    DisputeCase each = cases.get(place);
    List<Credit> credits = new ArrayList<>(each.credits());
    credits.add(new Credit(event.date(), Money.ofMinor(part, event.amount().currency())));
    cases.set(place, new DisputeCase(each.opened(), each.resolved(), each.amountMinor(), credits));
    return part;
  }
}
