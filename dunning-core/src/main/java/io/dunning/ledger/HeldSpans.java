package io.dunning.ledger;

import io.dunning.calendar.DateSpan;
import io.dunning.event.AgreementEvent;
import io.dunning.event.AgreementEvent.FurtherGranted;
import io.dunning.event.AgreementEvent.PlanAgreed;
import io.dunning.event.AgreementEvent.PlanCancelled;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.AgreementEvent.PromiseWithdrawn;
import io.dunning.event.AgreementEvent.SettlementLapsed;
import io.dunning.event.AgreementEvent.SettlementOffered;
import io.dunning.event.ChargeEvent;
import io.dunning.event.Concession;
import io.dunning.event.ContactEvent;
import io.dunning.event.DeliveryEvent;
import io.dunning.event.DeliveryEvent.DeliveryConfirmed;
import io.dunning.event.DeliveryEvent.DeliveryFailed;
import io.dunning.event.DisputeEvent;
import io.dunning.event.DisputeEvent.DisputeResolved;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Restriction;
import io.dunning.event.RestrictionEvent;
import io.dunning.event.RestrictionEvent.Hold;
import io.dunning.event.RestrictionEvent.HoldReleased;
import io.dunning.event.RestrictionEvent.Restricted;
import io.dunning.event.RestrictionEvent.RestrictionLifted;
import io.dunning.event.StepEvent;
import io.dunning.event.TermsEvent;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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

  /** Adds the days on which payment plans held. */
  static void addTo(
      List<DateSpan> spans, List<PlanOutcome> plans, Concessions granted, boolean ofAccount) {
    Spans held = new Spans();
    for (int i = 0; i < plans.size(); i++) {
      PlanOutcome each = plans.get(i);
      LocalDate last = granted.last(Concession.PLAN, ofAccount, i, each.lastDay());
      held.start(each.plan().date(), last);
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

  private static final class PromiseSpans implements AgreementEvent.Visitor {
    private final Spans spans = new Spans();
    private final Iterator<PromiseOutcome> outcomes;
    private final Predicate<PromiseOutcome> holds;
    private final Concessions granted;
    private final boolean ofAccount;
    private int count;

    private PromiseSpans(
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

  private static final class RestrictionSpans implements RestrictionEvent.Visitor {
    private final Spans holds = new Spans();
    private final Map<Restriction, Spans> ofKind = new EnumMap<>(Restriction.class);
    private final Concessions granted;
    private final boolean ofAccount;
    private int count;

    private RestrictionSpans(Concessions granted, boolean ofAccount) {
      this.granted = granted;
      this.ofAccount = ofAccount;
    }

    private Spans of(Restriction kind) {
      return ofKind.computeIfAbsent(kind, k -> new Spans());
    }

    @Override
    public void hold(Hold event) {
      LocalDate until = event.until().orElse(LocalDate.MAX);
      holds.start(event.date(), granted.last(Concession.HOLD, ofAccount, count++, until));
    }

    @Override
    public void holdReleased(HoldReleased event) {
      holds.end(event.date());
    }

    @Override
    public void restricted(Restricted event) {
      of(event.restriction()).end(event.date());
      of(event.restriction()).start(event.date(), event.until().orElse(LocalDate.MAX));
    }

    @Override
    public void restrictionLifted(RestrictionLifted event) {
      of(event.restriction()).end(event.date());
    }
  }

  /** A letter of a step that came back holds nothing; an invoice that did not arrive does. */
  private static final class DeliverySpans implements DeliveryEvent.Visitor {
    private final Spans spans = new Spans();

    @Override
    public void addressUnknown(DeliveryEvent.AddressUnknown event) {}

    @Override
    public void addressFound(DeliveryEvent.AddressFound event) {}

    @Override
    public void deliveryFailed(DeliveryFailed event) {
      if (event.step().isEmpty()) {
        spans.start(event.date(), LocalDate.MAX);
      }
    }

    @Override
    public void deliveryConfirmed(DeliveryConfirmed event) {
      if (event.step().isEmpty()) {
        spans.end(event.date());
      }
    }
  }
}
