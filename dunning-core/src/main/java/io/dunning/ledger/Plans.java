package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.Subject;
import io.dunning.ledger.PlanOutcome.State;
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

  /** What became of a plan, judged at the end of each day on which something happened. */
  private PlanOutcome outcome(int index, PlanAgreed plan, LocalDate asOf) {
    MoneySince paid = new MoneySince();
    int from = firstThatCounts(index, plan);
    int to = endOf(plan.date(), index);
    Instalment open = openAfter(from, to, plan, paid);
    LocalDate keptOn = open == null ? plan.date() : null;
    LocalDate day = plan.date();
    boolean over = isEndedIn(index + 1, to);
    while (!over && to < log.size() && !log.get(to).date().isAfter(asOf)) {
      day = log.get(to).date();
      if (open != null && lastDay(open).isBefore(day)) {
        break;
      }
      from = to;
      to = endOf(day, from);
      Instalment unpaid = openAfter(from, to, plan, paid);
      // once all was paid, what the creditor pays back opens nothing again
      open = open != null || anyReversal(from, to) ? unpaid : null;
      keptOn = open != null ? null : keptOn == null ? day : keptOn;
      over = isEndedIn(from, to);
      if (open != null && !over && lastDay(open).isBefore(day)) {
        // a payment bounced after its instalment was cured
        return new PlanOutcome(plan, State.BROKEN, day.minusDays(1), Optional.of(open));
      }
    }
    if (open == null) {
      return new PlanOutcome(plan, State.KEPT, keptOn, Optional.empty());
    }
    if (over) {
      return new PlanOutcome(plan, State.CANCELLED, day.minusDays(1), Optional.of(open));
    }
    State state = lastDay(open).isBefore(asOf) ? State.BROKEN : State.RUNNING;
    return new PlanOutcome(plan, state, lastDay(open), Optional.of(open));
  }

  /** The place of the first event that counts: after the plan, or after the day it was proposed. */
  private int firstThatCounts(int index, PlanAgreed plan) {
    int first = index;
    while (first > 0 && log.get(first - 1).date().isAfter(plan.proposedOn())) {
      first--;
    }
    return first;
  }

  /** The place of the first event after a day, from a place on. */
  private int endOf(LocalDate day, int from) {
    int end = from;
    while (end < log.size() && !log.get(end).date().isAfter(day)) {
      end++;
    }
    return end;
  }

  /** Adds what came in by some events; the earliest instalment that is not paid then, or null. */
  private Instalment openAfter(int from, int to, PlanAgreed plan, MoneySince paid) {
    for (int i = from; i < to; i++) {
      log.count(i, plan.date(), paid);
    }
    return firstUnpaid(plan, paid);
  }

  private boolean anyReversal(int from, int to) {
    for (int i = from; i < to; i++) {
      if (log.isReversal(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the plan was cancelled or replaced by one of some events. */
  private boolean isEndedIn(int from, int to) {
    for (int i = from; i < to; i++) {
      if (log.get(i) instanceof AgreementEvent e && e.subject() == Subject.PLAN) {
        return true;
      }
    }
    return false;
  }

  private LocalDate lastDay(Instalment part) {
    return calendar.find(part.due(), cure).orElse(part.due());
  }

  private static Instalment firstUnpaid(PlanAgreed plan, MoneySince paid) {
    Map<String, BigDecimal> due = new TreeMap<>();
    for (Instalment part : plan.instalments()) {
      String currency = part.amount().currency().code();
      BigDecimal soFar = due.merge(currency, part.amount().amount(), BigDecimal::add);
      if (soFar.compareTo(paid.in(currency)) > 0) {
        return part;
      }
    }
    return null;
  }
}
