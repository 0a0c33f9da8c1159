package io.dunning.ledger;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.FurtherGranted;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.PromiseWithdrawn;
import io.dunning.event.Concession;
import io.dunning.event.LedgerEvent;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.event.RestrictionEvent.HoldReleased;
import io.dunning.event.TermsEvent.Deferral;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Collects what was granted to an invoice and to its account, and how long each of it lasts. */
final class GrantedLog {
  private final Invoice invoice;
  private final LocalDate asOf;
  final List<Granted> granted = new ArrayList<>();
  final List<FurtherGranted> further = new ArrayList<>();

  GrantedLog(Invoice invoice, LocalDate asOf) {
    this.invoice = invoice;
    this.asOf = asOf;
  }

  /** Adds what a log says, given what became of its promises and plans, in their order. */
  void add(
      EventLog log, boolean ofAccount, List<PromiseOutcome> promises, List<PlanOutcome> plans) {
    List<Granted> holds = new ArrayList<>();
    Granted promise = null;
    int promised = 0;
    int planned = 0;
    for (int i = 0; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      LedgerEvent event = log.get(i);
      if (event instanceof PromiseToPay || event instanceof PromiseWithdrawn) {
        end(promise, event.date());
      }
      if (event instanceof PromiseToPay made) {
        PromiseOutcome outcome = promises.get(promised++);
        boolean concerns =
            isAbout(event, ofAccount)
                && made.amounts().stream()
                    .allMatch(a -> a.currency().equals(invoice.amount().currency()));
        promise = added(Concession.PROMISE, ofAccount, event, day(outcome.lastDay()), concerns);
      } else if (event instanceof PlanAgreed) {
        added(
            Concession.PLAN,
            ofAccount,
            event,
            day(plans.get(planned++).lastDay()),
            isAbout(event, ofAccount));
      } else if (event instanceof Deferral deferral) {
        added(Concession.DEFERRAL, ofAccount, event, day(deferral.until()), true);
      } else if (event instanceof Hold hold) {
        long until = hold.until().map(GrantedLog::day).orElse(EpochDay.NEVER);
        holds.add(added(Concession.HOLD, ofAccount, event, until, true));
      } else if (event instanceof HoldReleased) {
        holds.forEach(h -> end(h, event.date()));
        holds.clear();
      } else if (event instanceof FurtherGranted more) {
        further.add(more);
      }
    }
  }

  /** A promise or plan of the account is about no invoice that was issued after it. */
  private boolean isAbout(LedgerEvent event, boolean ofAccount) {
    return !ofAccount || !invoice.issued().isAfter(event.date());
  }

  private Granted added(
      Concession kind, boolean ofAccount, LedgerEvent event, long until, boolean concerns) {
    Hold hold = event instanceof Hold found ? found : null;
    Granted one = new Granted(kind, ofAccount, event.date(), until, hold, concerns);
    granted.add(one);
    return one;
  }

  private static void end(Granted running, LocalDate day) {
    if (running != null) {
      running.endBefore(day);
    }
  }

  private static long day(LocalDate date) {
    return date.toEpochDay();
  }
}
