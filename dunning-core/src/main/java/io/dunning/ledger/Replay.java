package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BankEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.MoneyEvent.Credit;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes on from a standing, event by event: hands each event to the tallies of its family. What no
 * event touches is taken over as it was.
 */
final class Replay implements LedgerEvent.Visitor {
  private final Standing start;
  private MoneyTally money;
  private StepTally steps;
  private AgreementTally agreements;
  private CorrespondenceTally correspondence;
  private BankTally bank;

  private Replay(Standing start) {
    this.start = start;
  }

  /**
   * The standing after all events of a log from a place on.
   *
   * @param start the standing after the events before that place
   * @throws ArithmeticException if a sum does not fit
   */
  static Standing from(Standing start, EventLog log, int place) {
    return through(start, log, place, EpochDay.LAST);
  }

  /** The standing after the events of a log up to a day, which is included. */
  static Standing through(Standing start, EventLog log, long lastDay) {
    return through(start, log, 0, lastDay);
  }

  private static Standing through(Standing start, EventLog log, int place, long lastDay) {
    Replay replay = new Replay(start);
    int next = place;
    for (; next < log.size() && log.get(next).date().toEpochDay() <= lastDay; next++) {
      log.get(next).accept(replay);
    }
    return next == place ? start : replay.standing();
  }

  /**
   * The standings at the end of some days, which are in order; in one pass over the events. They
   * tell what is open and agreed, but neither steps nor correspondence nor what the bank says.
   */
  static List<Standing> standingsOn(Invoice invoice, EventLog log, List<LocalDate> days) {
    List<Standing> standings = new ArrayList<>(days.size());
    Replay replay = new Replay(Standing.of(invoice));
    int next = 0;
    for (LocalDate day : days) {
      for (; next < log.size() && !log.get(next).date().isAfter(day); next++) {
        log.get(next).accept(replay);
      }
      standings.add(replay.ofMoney());
    }
    return standings;
  }

  private Standing ofMoney() {
    Balance balance = new Balance(money());
    long open = balance.openMinor();
    Agreements now =
        agreements == null ? start.agreements().over(open) : new Agreements(agreements, open);
    return new Standing(balance, StepRecord.NONE, now, Correspondence.NONE, BankRecord.NONE);
  }

  private Standing standing() {
    Balance balance = null;
    if (start.isOfInvoice()) {
      balance = money == null ? start.balance() : new Balance(money);
    }
    long open = balance == null ? 0 : balance.openMinor();
    return new Standing(
        balance,
        steps == null ? start.steps() : steps.record(),
        agreements == null ? start.agreements().over(open) : new Agreements(agreements, open),
        correspondence == null ? start.correspondence() : new Correspondence(correspondence),
        bank == null ? start.bank() : new BankRecord(bank));
  }

  private MoneyTally money() {
    if (money == null) {
      money = new MoneyTally(start.balance());
    }
    return money;
  }

  private StepTally steps() {
    if (steps == null) {
      steps = new StepTally(start.steps());
    }
    return steps;
  }

  private AgreementTally agreements() {
    if (agreements == null) {
      agreements = new AgreementTally(start.agreements());
    }
    return agreements;
  }

  private CorrespondenceTally correspondence() {
    if (correspondence == null) {
      correspondence = new CorrespondenceTally(start.correspondence());
    }
    return correspondence;
  }

  private BankTally bank() {
    if (bank == null) {
      bank = new BankTally(start.bank());
    }
    return bank;
  }

  /** Money that came in for an account waits to be applied; it lowers no debt. */
  @Override
  public void money(MoneyEvent event) {
    if (!start.isOfInvoice()) {
      return;
    }
    event.accept(money());
    if (event instanceof Credit credit && anyDispute()) {
      agreements().credit(credit);
    }
  }

  private boolean anyDispute() {
    return agreements == null ? !start.agreements().disputes().isEmpty() : agreements.anyDispute();
  }

  /** Charges stand beside what is open; the rules for them say what they come to. */
  @Override
  public void charge(ChargeEvent event) {}

  @Override
  public void dispute(DisputeEvent event) {
    agreements().dispute(event, openOn(event.date()));
  }

  /** What of the invoice a dispute can be about; an account has no amounts of its own. */
  private long openOn(LocalDate day) {
    if (!start.isOfInvoice()) {
      return DisputeCase.ALL;
    }
    Balance before = start.balance();
    boolean issued = !before.invoice.issued().isAfter(day);
    return issued ? money == null ? before.openMinor() : money.open : 0;
  }

  @Override
  public void agreement(AgreementEvent event) {
    event.accept(agreements());
  }

  @Override
  public void terms(TermsEvent event) {
    event.accept(agreements());
    if (start.isOfInvoice()) {
      event.accept(money());
    }
  }

  @Override
  public void restriction(RestrictionEvent event) {
    event.accept(agreements());
  }

  @Override
  public void step(StepEvent event) {
    event.accept(steps());
  }

  @Override
  public void contact(ContactEvent event) {
    event.accept(correspondence());
  }

  @Override
  public void bank(BankEvent event) {
    event.accept(bank());
  }

  @Override
  public void delivery(DeliveryEvent event) {
    event.accept(correspondence());
    event.accept(steps());
  }
}
