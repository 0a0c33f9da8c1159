package io.dunning.ledger;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.Days;
import io.dunning.event.AgreementEvent;
import io.dunning.event.BankEvent;
import io.dunning.event.ChargeEvent;
import io.dunning.event.Concession;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DisputeEvent;
import io.dunning.event.DisputeEvent.DisputeResolved;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Percentage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the days on which a hold, a dispute, a promise, a plan, a restriction or a failed delivery
 * was in force.
 */
final class HeldSpans implements LedgerEvent.Visitor {
  private final PromiseSpans promises;
  private final RestrictionSpans restrictions;
  private final DeliverySpans deliveries = new DeliverySpans();

  private HeldSpans(
      Iterator<PromiseOutcome> outcomes,
      Predicate<PromiseOutcome> holds,
      Concessions granted,
      boolean ofAccount) {
    promises = new PromiseSpans(outcomes, holds, granted, ofAccount);
    restrictions = new RestrictionSpans(granted, ofAccount);
  }

  /**
   * How long promises, plans and other concessions hold.
   *
   * @param tolerance how long after its day a promise can still be kept
   * @param promiseHoldsAllFrom from which share of what was overdue a promise of an amount counts
   * @param cure how long after its due date an instalment of a plan can still be paid
   * @param calendar says which days are business days
   * @param granted how long each promise, plan and hold may hold
   */
  record Terms(
      Days tolerance,
      Percentage promiseHoldsAllFrom,
      Days cure,
      BusinessCalendar calendar,
      Concessions granted) {}

  /** The days on which something was in force that holds an invoice of an account. */
  static List<DateSpan> of(
      Account account, EventLog log, InvoiceHistory history, LocalDate asOf, Terms terms) {
    List<DateSpan> spans = new ArrayList<>();
    CurrencyUnit currency = history.invoice().amount().currency();
    Predicate<PromiseOutcome> holds =
        p ->
            p.isOfAll(terms.promiseHoldsAllFrom())
                && p.promise().amounts().stream().allMatch(a -> a.currency().equals(currency));
    List<PromiseOutcome> own = history.promises(asOf, terms.tolerance(), terms.calendar());
    addTo(spans, history.log(), asOf, own, holds, terms.granted(), false);
    LocalDate issued = history.invoice().issued();
    List<PromiseOutcome> ofAccount = account.promises(asOf, terms.tolerance(), terms.calendar());
    Predicate<PromiseOutcome> concerns = p -> !issued.isAfter(p.promise().date());
    addTo(spans, log, asOf, ofAccount, holds.and(concerns), terms.granted(), true);
    addTo(spans, history.standingOn(asOf).agreements().disputes(), issued);
    addTo(spans, account.standingOn(asOf.toEpochDay()).agreements().disputes(), issued);
    List<PlanOutcome> ownPlans = history.plans(asOf, terms.cure(), terms.calendar());
    addTo(spans, ownPlans, p -> true, terms.granted(), false);
    List<PlanOutcome> plans = account.plans(asOf, terms.cure(), terms.calendar());
    addTo(spans, plans, p -> !issued.isAfter(p.plan().date()), terms.granted(), true);
    return Spans.merged(spans);
  }

  /**
   * Adds the spans of the events of a log up to a day, which is included.
   *
   * @param promises what became of the promises of the log, in their order
   * @param holds which of them hold all of the invoice
   * @param granted how long each promise and hold may hold
   * @param ofAccount whether the log is that of the account
   */
  static void addTo(
      List<DateSpan> spans,
      EventLog log,
      LocalDate asOf,
      List<PromiseOutcome> promises,
      Predicate<PromiseOutcome> holds,
      Concessions granted,
      boolean ofAccount) {
    HeldSpans held = new HeldSpans(promises.iterator(), holds, granted, ofAccount);
    for (int i = 0; i < log.size() && !log.get(i).date().isAfter(asOf); i++) {
      log.get(i).accept(held);
    }
    held.promises.spans.addTo(spans);
    held.restrictions.holds.addTo(spans);
    held.restrictions.ofKind.values().forEach(each -> each.addTo(spans));
    held.deliveries.spans.addTo(spans);
  }

  /** Adds the days on which those payment plans held that are about an invoice. */
  private static void addTo(
      List<DateSpan> spans,
      List<PlanOutcome> plans,
      Predicate<PlanOutcome> concerns,
      Concessions granted,
      boolean ofAccount) {
    Spans held = new Spans();
    for (int i = 0; i < plans.size(); i++) {
      PlanOutcome each = plans.get(i);
      LocalDate last = granted.last(Concession.PLAN, ofAccount, i, each.lastDay());
      if (concerns.test(each)) {
        held.start(each.plan().date(), last);
      }
    }
    held.addTo(spans);
  }

  /**
   * Adds the days on which disputes over all that is open hold an invoice; those over a part hold
   * nothing. What the customer won holds until it is credited, but no later invoice.
   */
  static void addTo(List<DateSpan> spans, List<DisputeCase> disputes, LocalDate issued) {
    for (DisputeCase each : disputes) {
      if (each.opened().amount().isEmpty()) {
        Spans held = new Spans();
        held.start(each.opened().date(), LocalDate.MAX);
        endOf(each, issued).ifPresent(held::end);
        held.addTo(spans);
      }
    }
  }

  /** The first day on which a dispute does not hold an invoice any more. */
  private static Optional<LocalDate> endOf(DisputeCase dispute, LocalDate issued) {
    LocalDate resolved = dispute.resolved().map(DisputeResolved::date).orElse(null);
    if (resolved == null || dispute.isCreditOwed() && !issued.isAfter(resolved)) {
      return Optional.empty();
    }
    boolean won = dispute.outcome().orElseThrow() == DisputeEvent.Outcome.CUSTOMER_WON;
    LocalDate credited =
        dispute.credits().stream().map(c -> c.date()).reduce(resolved, (one, later) -> later);
    return Optional.of(won && credited.isAfter(resolved) ? credited : resolved);
  }

  /** Disputes are looked at together with what was credited. */
  @Override
  public void dispute(DisputeEvent event) {}

  /** Plans are looked at together with what was paid. */
  @Override
  public void agreement(AgreementEvent event) {
    event.accept(promises);
  }

  @Override
  public void restriction(RestrictionEvent event) {
    event.accept(restrictions);
  }

  /** What may be paid holds a step and not the clock of the ladder. */
  @Override
  public void bank(BankEvent event) {}

  @Override
  public void delivery(DeliveryEvent event) {
    event.accept(deliveries);
  }

  @Override
  public void money(MoneyEvent event) {}

  @Override
  public void charge(ChargeEvent event) {}

  @Override
  public void terms(TermsEvent event) {}

  @Override
  public void step(StepEvent event) {}

  @Override
  public void contact(ContactEvent event) {}
}
