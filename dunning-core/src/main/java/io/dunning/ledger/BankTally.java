package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.BankEvent;
import io.dunning.event.BankEvent.BankDataAsOf;
import io.dunning.event.BankEvent.CandidateBooked;
import io.dunning.event.BankEvent.CandidateReceipt;
import io.dunning.event.BankEvent.CandidateRejected;
import io.dunning.event.BankEvent.Collected;
import io.dunning.event.BankEvent.CollectionFailed;
import io.dunning.event.BankEvent.CollectionPlanned;
import io.dunning.event.BankEvent.PaidBy;
import io.dunning.event.PaymentMethod;
import java.util.ArrayList;
import java.util.List;

/** Keeps, event by event, what the bank says. */
final class BankTally implements BankEvent.Visitor {
  final List<CandidateReceipt> candidates;
  long bankDataDay;
  PaymentMethod method;
  long plannedDay;
  long plannedSinceDay;
  long paidByDay;
  long collectedDay;
  final List<CollectionFailed> failures;

  /** Goes on from what the bank said. */
  BankTally(BankRecord from) {
    candidates = new ArrayList<>(from.candidates());
    bankDataDay = from.bankDataDay();
    method = from.paymentMethod().orElse(null);
    plannedDay = from.collectionPlannedDay();
    plannedSinceDay = from.plannedSinceDay();
    paidByDay = from.paidByDay();
    collectedDay = from.collectedDay();
    failures = new ArrayList<>(from.failures());
  }

  @Override
  public void candidateReceipt(CandidateReceipt event) {
    remove(event.id());
    candidates.add(event);
  }

  @Override
  public void candidateBooked(CandidateBooked event) {
    remove(event.id());
  }

  @Override
  public void candidateRejected(CandidateRejected event) {
    remove(event.id());
  }

  private void remove(String id) {
    candidates.removeIf(c -> c.id().equals(id));
  }

  @Override
  public void bankDataAsOf(BankDataAsOf event) {
    bankDataDay = event.date().toEpochDay();
  }

  @Override
  public void paidBy(PaidBy event) {
    method = event.method();
    paidByDay = event.date().toEpochDay();
    startAgain();
  }

  @Override
  public void collectionPlanned(CollectionPlanned event) {
    plannedDay = event.on().toEpochDay();
    plannedSinceDay = event.date().toEpochDay();
  }

  @Override
  public void collectionFailed(CollectionFailed event) {
    plannedDay = EpochDay.NONE;
    plannedSinceDay = EpochDay.NONE;
    failures.add(event);
  }

  @Override
  public void collected(Collected event) {
    collectedDay = event.date().toEpochDay();
    startAgain();
  }

  private void startAgain() {
    plannedDay = EpochDay.NONE;
    plannedSinceDay = EpochDay.NONE;
    failures.clear();
  }
}
