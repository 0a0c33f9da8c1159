package io.dunning.evaluation;

import io.dunning.calendar.DateSpan;
import io.dunning.calendar.EpochDay;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.Concession;
import io.dunning.ledger.Account;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Concessions;
import io.dunning.ledger.Patience;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.ledger.Standing;
import io.dunning.money.CurrencyUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the books say at the end of a day about what was agreed with the customer: promises, plans,
 * offers, deferrals and holds, and how far the patience of the policy goes with them. What belongs
 * to one invoice is asked for by its place in the account.
 */
final class AgreedBooks {
  private final PreparedPolicy policy;
  private final Account account;
  private final Balances balances;
  private final LocalDate asOf;

  /** What the account's own events add up to. */
  private final Standing whole;

  /** The last days of the account's own offer, hold and plan; {@link EpochDay#NONE} without. */
  private final long offeredThrough;

  private final long heldThrough;
  private final long planThrough;

  /** The day to which everything was deferred; {@link EpochDay#NONE} without. */
  private final long deferredTo;

  private List<PromiseOutcome> accountPromises;
  private Concessions[] concessions;
  private PromisedAmounts promised;
  private List<DateSpan> spans;
  private int spansOf = -1;

  AgreedBooks(PreparedPolicy policy, Account account, LocalDate asOf, Balances balances) {
    this.policy = policy;
    this.account = account;
    this.asOf = asOf;
    this.balances = balances;
    whole = balances.whole();
    boolean plain = balances.isAccountPlain();
    boolean deals = !plain && !whole.isAsBilled();
    heldThrough = plain ? EpochDay.NONE : whole.agreements().heldThroughDay();
    deferredTo = deals ? whole.agreements().deferredToDay() : EpochDay.NONE;
    offeredThrough = deals ? whole.agreements().offerThroughDay() : EpochDay.NONE;
    planThrough = deals ? Breaches.through(accountPlan()) : EpochDay.NONE;
  }

  List<PromiseOutcome> promises(int place) {
    return account
        .invoices()
        .get(place)
        .promises(asOf, policy.agreements.promiseTolerance, policy.calendar);
  }

  List<PromiseOutcome> accountPromises() {
    if (accountPromises == null) {
      accountPromises = account.promises(asOf, policy.agreements.promiseTolerance, policy.calendar);
    }
    return accountPromises;
  }

  /** What a promise for an invoice holds of it. */
  Promised promisedOfInvoice(int place, Standing own) {
    return own.agreements().isPromised()
        ? promised().ofInvoice(place).noLongerThan(promiseCap(place, false))
        : Promised.NOTHING;
  }

  /** What a promise for the account holds of an invoice. */
  Promised promisedOfAccount(int place) {
    return whole.agreements().isPromised()
        ? promised().ofAccount(place).noLongerThan(promiseCap(place, true))
        : Promised.NOTHING;
  }

  private long promiseCap(int place, boolean ofAccount) {
    return concessions(place).latestThroughDay(Concession.PROMISE, ofAccount);
  }

  private PromisedAmounts promised() {
    if (promised == null) {
      promised = new PromisedAmounts(policy, balances, this);
    }
    return promised;
  }

  List<PlanOutcome> plans(int place) {
    return account.invoices().get(place).plans(asOf, policy.agreements.planCure, policy.calendar);
  }

  List<PlanOutcome> accountPlans() {
    return account.plans(asOf, policy.agreements.planCure, policy.calendar);
  }

  /** The plan that counts for an invoice alone; null without. */
  PlanOutcome plan(int place) {
    return balances.standing(place).agreements().plan().isEmpty()
        ? null
        : Breaches.latest(plans(place));
  }

  /** The plan that counts for the account as a whole; null without. */
  PlanOutcome accountPlan() {
    return whole.agreements().plan().isEmpty() ? null : Breaches.latest(accountPlans());
  }

  /** The plan that counts for the account as a whole, if it is about an invoice; null if not. */
  PlanOutcome accountPlanAbout(int place) {
    PlanOutcome plan = accountPlan();
    return plan != null && isAbout(place, plan.plan().date()) ? plan : null;
  }

  /** The promises for the account that are about an invoice. */
  List<PromiseOutcome> accountPromisesAbout(int place) {
    return accountPromises().stream().filter(p -> isAbout(place, p.promise())).toList();
  }

  /**
   * Whether what was agreed for the account on a day is about an invoice: it was issued by then.
   */
  boolean isAbout(int place, LocalDate agreedOn) {
    return balances.issuedDay(place) <= agreedOn.toEpochDay();
  }

  /**
   * Whether a promise for the account is about an invoice: it was issued by then and, if an amount
   * was promised, is in its currency.
   */
  boolean isAbout(int place, PromiseToPay promise) {
    return isAbout(place, promise.date())
        && promise.amount().stream().allMatch(a -> a.currency().equals(balances.currency(place)));
  }

  /**
   * How many promises of the account count as broken at the end of a day, of those that are about
   * any of some invoices.
   *
   * @param firstIssued when the first invoice in each currency was issued, of those asked about
   */
  int brokenPromises(Map<CurrencyUnit, Long> firstIssued, long day) {
    int count = 0;
    for (PromiseOutcome each : accountPromises()) {
      count += isAboutAny(firstIssued, each.promise()) && Breaches.isBroken(each, day) ? 1 : 0;
    }
    return count;
  }

  private static boolean isAboutAny(Map<CurrencyUnit, Long> firstIssued, PromiseToPay promise) {
    long day = promise.date().toEpochDay();
    return promise
        .amount()
        .map(a -> firstIssued.getOrDefault(a.currency(), EpochDay.NEVER) <= day)
        .orElseGet(() -> firstIssued.values().stream().anyMatch(issued -> issued <= day));
  }

  /**
   * The last day on which the account's own plan holds an invoice; {@link EpochDay#NONE} if it does
   * not. It is about nothing that was issued after it was agreed.
   */
  long accountPlanThrough(int place) {
    return planThrough == EpochDay.NONE || accountPlanAbout(place) == null
        ? EpochDay.NONE
        : withPatience(planThrough, place, true);
  }

  /** The last day on which its own plan holds an invoice; {@link EpochDay#NONE} without. */
  long planThrough(int place) {
    return withPatience(Breaches.through(plan(place)), place, false);
  }

  /** What settled a debt settles it, whatever the patience. */
  private long withPatience(long through, int place, boolean ofAccount) {
    return through == EpochDay.NONE || through == EpochDay.LAST
        ? through
        : Math.min(through, concessions(place).latestThroughDay(Concession.PLAN, ofAccount));
  }

  /**
   * The last day on which an offer to settle an invoice, or its account, stands; {@link
   * EpochDay#NONE} without.
   *
   * @param own what the invoice's own events add up to; null if they offer nothing
   */
  long offeredThrough(Standing own) {
    return own == null
        ? offeredThrough
        : Math.max(offeredThrough, own.agreements().offerThroughDay());
  }

  /** The last day of a hold on an invoice or its account; {@link EpochDay#NONE} without. */
  long heldThrough(int place, Standing own) {
    Concessions granted = concessions(place);
    if (granted.limits(Concession.HOLD)) {
      return granted.longestHold().map(h -> h.throughDay()).orElse(EpochDay.NONE);
    }
    return own == null ? heldThrough : Math.max(heldThrough, own.agreements().heldThroughDay());
  }

  /** The day to which an invoice or its account was deferred; {@link EpochDay#NONE} without. */
  long deferredTo(int place, Standing own) {
    Concessions granted = concessions(place);
    if (granted.limits(Concession.DEFERRAL)) {
      return granted.deferredToDay();
    }
    return own == null ? deferredTo : Math.max(deferredTo, own.agreements().deferredToDay());
  }

  /** How long what was granted for an invoice and its account may hold. */
  Concessions concessions(int place) {
    Patience patience = policy.agreements.patience;
    if (patience == null) {
      return Concessions.UNLIMITED;
    }
    if (concessions == null) {
      concessions = new Concessions[balances.size()];
    }
    if (concessions[place] == null) {
      Standing own = balances.standing(place);
      concessions[place] =
          account.concessions(
              account.invoices().get(place),
              asOf,
              patience,
              Math.max(Restarts.cycleFrom(policy, own), balances.issuedDay(place)),
              Restarts.dueDay(policy, balances, place, own),
              policy.agreements.promiseTolerance,
              policy.agreements.planCure,
              policy.calendar);
    }
    return concessions[place];
  }

  /** The spans of days on which an invoice was or will be held; those asked for last are kept. */
  List<DateSpan> heldSpans(int place) {
    if (spansOf != place) {
      spans =
          account.heldSpans(
              account.invoices().get(place),
              asOf,
              policy.agreements.promiseTolerance,
              policy.agreements.promiseHoldsAllFrom,
              policy.agreements.planCure,
              policy.calendar,
              concessions(place));
      spansOf = place;
    }
    return spans;
  }
}
