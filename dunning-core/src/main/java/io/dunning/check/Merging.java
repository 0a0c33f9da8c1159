package io.dunning.check;

import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent;
import io.dunning.event.ContactEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Restriction;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.Agreements;
import io.dunning.ledger.Correspondence;
import io.dunning.ledger.DisputeCase;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Standing;
import io.dunning.ledger.StepRecord;
import io.dunning.policy.ConditionParts.Topic;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.Resumption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tells which worlds go on alike. Two worlds do if everything that the policy, the findings and the
 * invariants can ask from the next look on is equal: what is owed, which steps were taken when, and
 * what of agreements and messages still matters. Where a rule reads the history itself, the events
 * that it reads have to be equal, too.
 */
final class Merging {
  /** The order of a refusal among what happens on one day. */
  static final int REFUSAL = 10;

  private static final Restriction[] RESTRICTIONS = Restriction.values();

  private final DunningPolicy policy;
  private final Boundary boundary;
  private final boolean possible;

  /** How long a payment matters to findings and invariants. */
  private final int paymentDays;

  /** How long a contact keeps the next one away. */
  private final int spacingDays;

  private final Fingerprint state = new Fingerprint();
  private final int promiseDays;
  private final boolean promisesLast;

  /** Whether what was paid long ago still matters. */
  private final boolean moneyLasts;

  /** Whether the policy counts how often it was patient. */
  private final boolean countsAgreements;

  private final boolean offersLast;

  Merging(DunningPolicy policy, Boundary boundary, int paymentDays) {
    this.policy = policy;
    this.boundary = boundary;
    this.paymentDays = paymentDays;
    possible =
        policy.clock() == DunningPolicy.Clock.RUNS && !boundary.topics.contains(Topic.DESCRIBED);
    int spacing =
        Math.max(
            policy.outreach().minimumDaysBetweenContacts(),
            policy.outreach().minimumDaysBetweenSteps());
    for (EscalationStep each : policy.ladder().steps()) {
      spacing = Math.max(spacing, each.minimumDaysSinceLastContact().orElse(0));
    }
    spacingDays = spacing;
    promiseDays = Nominal.calendarDays(policy.agreements().promiseTolerance()) + 5;
    moneyLasts =
        boundary.charges
            || boundary.topics.contains(Topic.BEHAVIOUR)
            || policy.outreach().thanksWithin().isPresent();
    countsAgreements = !policy.agreements().patience().isUnlimited();
    promisesLast =
        boundary.topics.contains(Topic.PROMISE)
            || !policy.agreements().brokenPromise().equals(Resumption.whereItWas());
    offersLast = policy.settlement().isPresent() || boundary.topics.contains(Topic.OFFER);
  }

  /** Whether a world may be compared with others. */
  boolean applies(Path path) {
    return possible && path.events > 0;
  }

  /** What decides how a world goes on from the look on a day; valid until the next is asked for. */
  Fingerprint state(Account account, LocalDate date, Path path) {
    long day = date.toEpochDay();
    state.begin();
    state.add(day);
    boolean plan = false;
    for (InvoiceHistory each : account.invoices()) {
      Standing standing = each.standingOn(day);
      state.add(standing.balance());
      plan |= add(standing, day);
    }
    plan |= add(account.standingOn(day), day);
    LocalDate remembered = date.minusDays(paymentDays);
    for (Path each = path; !each.isStart(); each = each.before) {
      if (each.event != null && isRead(each.event, plan, each.day.isAfter(remembered))) {
        state.add(each.event);
      }
    }
    return state;
  }

  /** Whether an event is read by what looks at the history itself. */
  private boolean isRead(LedgerEvent event, boolean plan, boolean recent) {
    if (event instanceof MoneyEvent) {
      return recent || plan || moneyLasts;
    }
    if (event instanceof AgreementEvent && countsAgreements) {
      return true;
    }
    if (event instanceof ContactEvent) {
      return boundary.conduct || boundary.topics.contains(Topic.REACHED);
    }
    boolean charged = boundary.charges && !(event instanceof StepEvent);
    return charged && !(event instanceof AgreementEvent.PromiseToPay);
  }

  /** Adds what still matters of a standing; whether a plan has to be kept. */
  private boolean add(Standing standing, long day) {
    add(standing.steps());
    add(standing.agreements(), day);
    add(standing.correspondence(), day);
    if (boundary.topics.contains(Topic.COLLECTION)) {
      standing.bank().failures().forEach(state::add);
    }
    return standing.agreements().plan().isPresent();
  }

  private void add(StepRecord steps) {
    add(steps.taken());
    add(steps.withdrawn());
    List<StepEvent> decided = steps.decided();
    state.add(decided.size());
    for (StepEvent each : decided) {
      state.add(each);
    }
  }

  private void add(List<StepEvent.StepTaken> steps) {
    state.add(steps.size());
    for (StepEvent.StepTaken each : steps) {
      state.add(each.date().toEpochDay());
      state.add(policy.ladder().indexOf(each.step()));
      state.add(number(each.channel()));
      if (!each.person().isEmpty()) {
        state.add(each.person());
      }
    }
  }

  /** The place of a constant, from 1; 0 if there is none. */
  private static long number(Optional<? extends Enum<?>> constant) {
    return constant.isEmpty() ? 0 : 1L + constant.get().ordinal();
  }

  private void add(Agreements agreed, long day) {
    for (DisputeCase each : agreed.disputes()) {
      if (boundary.topics.contains(Topic.DISPUTE)) {
        state.add(each);
      } else if (each.isOpen() || each.isCreditOwed()) {
        state.add(each.isOpen() ? 1 : 2);
        state.add(each.amountMinor());
        state.add(each.creditedMinor());
      }
    }
    state.add(agreed.heldThroughDay());
    agreed
        .promise()
        .filter(p -> promisesLast || p.until().toEpochDay() + promiseDays >= day)
        .ifPresent(state::add);
    agreed.plan().ifPresent(state::add);
    agreed.offer().filter(o -> offersLast).ifPresent(state::add);
    state.add(agreed.deferredToDay());
    state.add(agreed.renegotiatedDay());
    for (Restriction each : RESTRICTIONS) {
      long through = agreed.restrictedThroughDay(each);
      state.add(through >= day ? through : EpochDay.NONE);
    }
  }

  private void add(Correspondence said, long day) {
    long contact = said.lastContactDay();
    state.add(contact != EpochDay.NONE && day - contact <= spacingDays ? contact : EpochDay.NONE);
    state.add(said.closedChannelBits());
    state.add(day(said.undeliveredSince()));
    state.add(said.arrivedDay());
    if (said.anyReturned()) {
      for (EscalationStep each : policy.ladder().steps()) {
        state.add(said.returnedDay(each.name()));
      }
    }
    for (String each : boundary.delivered) {
      state.add(said.deliveredDay(each));
    }
    if (!boundary.replies.isEmpty() || boundary.topics.contains(Topic.REACHED)) {
      state.add(day(said.lastRepliedOn()));
      state.add(number(said.latestReply()));
      state.add(said.lastAnswerDay());
    }
    state.add(number(said.latestReason()));
    state.add(said.latestReasonDay());
    state.add(said.addressUnknownDay());
    state.add(said.addressFoundDay());
  }

  private static long day(Optional<LocalDate> date) {
    return date.isEmpty() ? EpochDay.NONE : date.get().toEpochDay();
  }
}
