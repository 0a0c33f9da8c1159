package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.Subject;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.PlanOutcome.State;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Derives what became of payment plans from the payments that followed them. */
final class Plans {
  private final AgreementLog log;
  private final Days cure;
  private final BusinessCalendar calendar;

  /**
   * @param log plans and payments together
   * @param cure how long after its due date an instalment can still be paid
   */
  Plans(AgreementLog log, Days cure, BusinessCalendar calendar) {
    this.log = log;
    this.cure = cure;
    this.calendar = calendar;
  }

  List<PlanOutcome> outcomes(LocalDate asOf) {
    List<PlanOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      if (log.get(i) instanceof PlanAgreed plan) {
        outcomes.add(outcome(i, plan, asOf));
      }
    }
    return List.copyOf(outcomes);
  }

  private PlanOutcome outcome(int index, PlanAgreed plan, LocalDate asOf) {
    Map<String, BigDecimal> paid = paidSinceProposal(index, plan);
    Instalment open = firstUnpaid(plan, paid);
    LocalDate keptOn = open == null ? plan.date() : null;
    if (open == null && !plan.settles()) {
      return new PlanOutcome(plan, State.KEPT, keptOn, Optional.empty());
    }
    for (int i = index + 1; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      LedgerEvent event = log.get(i);
      if (open != null && lastDay(open).isBefore(event.date())) {
        return new PlanOutcome(plan, State.BROKEN, lastDay(open), Optional.of(open));
      }
      if (open != null && (event instanceof AgreementEvent e && e.subject() == Subject.PLAN)) {
        LocalDate last = event.date().minusDays(1);
        return new PlanOutcome(plan, State.CANCELLED, last, Optional.of(open));
      }
      Optional<Money> reduction = moved(i, plan);
      if (reduction.isPresent()) {
        Money change = reduction.get();
        paid.merge(change.currency().code(), change.amount(), BigDecimal::add);
        open = firstUnpaid(plan, paid);
        keptOn = open != null ? null : keptOn == null ? event.date() : keptOn;
        if (open == null && !plan.settles()) {
          return new PlanOutcome(plan, State.KEPT, keptOn, Optional.empty());
        }
        if (open != null && lastDay(open).isBefore(event.date())) {
          // a payment bounced after its instalment was cured
          LocalDate last = event.date().minusDays(1);
          return new PlanOutcome(plan, State.BROKEN, last, Optional.of(open));
        }
      }
    }
    if (open == null) {
      return new PlanOutcome(plan, State.KEPT, keptOn, Optional.empty());
    }
    State state = lastDay(open).isBefore(asOf) ? State.BROKEN : State.RUNNING;
    return new PlanOutcome(plan, state, lastDay(open), Optional.of(open));
  }

  /** What came in after the day of the proposal, before the plan was agreed. */
  private Map<String, BigDecimal> paidSinceProposal(int index, PlanAgreed plan) {
    Map<String, BigDecimal> paid = new TreeMap<>();
    for (int i = index - 1; i >= 0 && log.get(i).date().isAfter(plan.proposedOn()); i--) {
      moved(i, plan).ifPresent(m -> paid.merge(m.currency().code(), m.amount(), BigDecimal::add));
    }
    return paid;
  }

  /** How much an event lowers what is owed, of what the plan is about. */
  private Optional<Money> moved(int i, PlanAgreed plan) {
    return log.mayKeep(i, plan.date()) ? MoneyMoved.by(log.get(i)) : Optional.empty();
  }

  private LocalDate lastDay(Instalment part) {
    return calendar.find(part.due(), cure).orElse(part.due());
  }

  private static Instalment firstUnpaid(PlanAgreed plan, Map<String, BigDecimal> paid) {
    Map<String, BigDecimal> left = new TreeMap<>(paid);
    for (Instalment part : plan.instalments()) {
      BigDecimal rest =
          left.merge(
              part.amount().currency().code(), part.amount().amount().negate(), BigDecimal::add);
      if (rest.signum() < 0) {
        return part;
      }
    }
    return null;
  }
}
