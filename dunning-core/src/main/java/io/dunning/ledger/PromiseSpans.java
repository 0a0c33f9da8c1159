package io.dunning.ledger;

import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.FurtherGranted;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.PlanCancelled;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.PromiseWithdrawn;
import io.dunning.event.AgreementEvent.SettlementLapsed;
import io.dunning.event.AgreementEvent.SettlementOffered;
import io.dunning.event.Concession;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.function.Predicate;

/** The days on which a promise was in force that holds an item. */
final class PromiseSpans implements AgreementEvent.Visitor {
  final Spans spans = new Spans();
  private final Iterator<PromiseOutcome> outcomes;
  private final Predicate<PromiseOutcome> holds;
  private final Concessions granted;
  private final boolean ofAccount;
  private int count;

  PromiseSpans(
      Iterator<PromiseOutcome> outcomes,
      Predicate<PromiseOutcome> holds,
      Concessions granted,
      boolean ofAccount) {
    this.outcomes = outcomes;
    this.holds = holds;
    this.granted = granted;
    this.ofAccount = ofAccount;
  }

  @Override
  public void promiseToPay(PromiseToPay event) {
    spans.end(event.date());
    PromiseOutcome outcome = outcomes.next();
    LocalDate last = granted.last(Concession.PROMISE, ofAccount, count++, outcome.lastDay());
    if (holds.test(outcome)) {
      spans.start(event.date(), last);
    }
  }

  @Override
  public void promiseWithdrawn(PromiseWithdrawn event) {
    spans.end(event.date());
  }

  @Override
  public void planAgreed(PlanAgreed event) {}

  @Override
  public void planCancelled(PlanCancelled event) {}

  @Override
  public void settlementOffered(SettlementOffered event) {}

  @Override
  public void settlementLapsed(SettlementLapsed event) {}

  @Override
  public void furtherGranted(FurtherGranted event) {}
}
