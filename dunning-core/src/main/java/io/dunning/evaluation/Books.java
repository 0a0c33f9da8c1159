package io.dunning.evaluation;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.calendar.DateSpan;
import io.dunning.calendar.EpochDay;
import io.dunning.charge.ChargeRules;
import io.dunning.conduct.ContactCheck;
import io.dunning.event.Concession;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Concessions;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.Patience;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.ledger.Standing;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.AccountRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the books say about an account at the end of a day, read once for all decisions about it.
 * Values that few policies need are computed on first use. For one evaluation on one thread.
 */
final class Books {
  static final Restriction[] RESTRICTIONS = Restriction.values();

  final PreparedPolicy policy;
  final Account account;
  final List<InvoiceHistory> invoices;
  final Balances balances;

  /** What the account's own events add up to. */
  final Standing whole;

  /** The day whose events are the last that are known. */
  final long asOf;

  private final LocalDate asOfDate;

  /** The last day on which an offer to settle the account as a whole stands. */
  final long offeredThrough;

  /** The last days of the account's own hold and plan; {@link EpochDay#NONE} without. */
  final long heldThrough;

  private final long planThrough;

  /** The day to which everything was deferred; {@link EpochDay#NONE} without. */
  final long deferredTo;

  /** Until which invoice date everything is contested; {@link EpochDay#NONE} without. */
  final long contestedIssuedThrough;

  /** Whether the account as a whole is or was restricted. */
  final boolean restricted;

  /** Whether nothing can hold an invoice of which only amount and due date are known. */
  final boolean plainIsFree;

  /** The channels that must not be used, a bit each. */
  final int closedChannels;

  /** Whether rules of contact, or the wishes of the customer, may stop a step. */
  final boolean asksConduct;

  /** What stays owed on invoices whose principal is settled. */
  final ChargesLeft chargesLeft;

  private ChargeForecast forecast;
  private Endgame endgame;
  private Contacts contacts;
  private ContactCheck check;
  private PaymentProfile profile;
  private Percentage risk;
  private List<PromiseOutcome> accountPromises;
  private Concessions[] concessions;
  private PromisedAmounts promised;
  private List<DateSpan> spans;
  private int spansOf = -1;
  private List<Money> credits;

  /** {@link EpochDay#NONE} until it was asked for. */
  private long overdueFrom = EpochDay.NONE;

  Books(PreparedPolicy policy, Account account, LocalDate asOfDate) {
    this.policy = policy;
    this.asOfDate = Objects.requireNonNull(asOfDate, "asOf");
    asOf = asOfDate.toEpochDay();
    this.account = policy.posted(Objects.requireNonNull(account, "account"), asOfDate);
    invoices = this.account.invoices();
    Balances settled = this.account.balancesOn(asOf).within(policy.policy.account().tolerance());
    chargesLeft = new ChargesLeft(policy, this.account, asOfDate, settled);
    balances = policy.chasesCharges ? chargesLeft.chased() : settled;
    whole = balances.whole();
    boolean plain = balances.isAccountPlain();
    heldThrough = plain ? EpochDay.NONE : whole.agreements().heldThroughDay();
    contestedIssuedThrough = plain ? EpochDay.NONE : whole.agreements().contestsIssuedThroughDay();
    boolean deals = !plain && !whole.isAsBilled();
    deferredTo = deals ? whole.agreements().deferredToDay() : EpochDay.NONE;
    restricted = deals && isRestricted(whole);
    offeredThrough = deals ? whole.agreements().offerThroughDay() : EpochDay.NONE;
    planThrough = deals ? Breaches.through(accountPlan()) : EpochDay.NONE;
    plainIsFree = policy.holdsOnlyClaims && plain;
    closedChannels = balances.closedChannelBits();
    asksConduct = policy.anyContactRules || !account.customer().wishes().isNone();
  }

  private static boolean isRestricted(Standing standing) {
    for (Restriction each : RESTRICTIONS) {
      if (standing.agreements().restrictedThroughDay(each) != EpochDay.NONE) {
        return true;
      }
    }
    return false;
  }

  Customer customer() {
    return account.customer();
  }

  LocalDate asOfDate() {
    return asOfDate;
  }

  /** How the customer has paid, as of a day that is not before the one asked about. */
  PaymentProfile profile(long day) {
    if (profile == null || profile.asOf().toEpochDay() != day) {
      profile =
          PaymentProfile.ahead(account, asOfDate(), LocalDate.ofEpochDay(day), policy.profileScope);
      risk = null;
    }
    return profile;
  }

  /** What the customer has to their credit, by currency; of the same invoices at every call. */
  List<Money> credits(boolean[] members) {
    if (credits == null) {
      Scope all = Scope.of(this, 0, balances.size(), null, members);
      credits = List.copyOf(Credits.of(all, null, asOf).values());
    }
    return credits;
  }

  /** The first day on which any open invoice of the account is overdue, held or not. */
  long overdueFrom() {
    if (overdueFrom == EpochDay.NONE) {
      overdueFrom = EpochDay.NEVER;
      for (int i = 0; i < balances.size(); i++) {
        if (balances.openMinor(i) > 0) {
          long from =
              balances.isPlain(i)
                  ? policy.overdueFrom(balances.dueDay(i))
                  : Item.at(this, i, asOf, 0).overdueFrom();
          overdueFrom = Math.min(overdueFrom, Math.max(from, balances.issuedDay(i)));
        }
      }
    }
    return overdueFrom;
  }

  /** How likely it is that the customer pays late, as of such a day. */
  Percentage risk(long day) {
    PaymentProfile of = profile(day);
    if (risk == null) {
      risk = policy.policy.riskModel().probability(of);
    }
    return risk;
  }

  /** What the rules of contact say. */
  ContactCheck check() {
    if (check == null) {
      check =
          new ContactCheck(
              policy.policy.outreach().conduct(),
              account,
              asOfDate(),
              policy.calendar,
              policy::channelOf,
              policy.policy.account().unit() != AccountRules.Unit.INVOICE);
    }
    return check;
  }

  /** Who was contacted when. */
  Contacts contacts() {
    if (contacts == null) {
      contacts = new Contacts(policy, balances);
    }
    return contacts;
  }

  /** The rules for charges that were agreed with the customer. */
  ChargeRules chargeRules() {
    return policy.policy.charges().agreedWith(account.customer());
  }

  /** An invoice as its charges see it: restricted with its account, without a difference. */
  InvoiceHistory charged(int place) {
    return chargesLeft.charged(place);
  }

  /** When charges come to an amount. */
  ChargeForecast forecast() {
    if (forecast == null) {
      forecast = new ChargeForecast(policy, account, asOfDate);
    }
    return forecast;
  }

  /** How the debt may end. */
  Endgame endgame() {
    if (endgame == null) {
      endgame = new Endgame(policy);
    }
    return endgame;
  }

  List<PromiseOutcome> promises(int place) {
    return invoices
        .get(place)
        .promises(asOfDate(), policy.agreements.promiseTolerance, policy.calendar);
  }

  List<PromiseOutcome> accountPromises() {
    if (accountPromises == null) {
      accountPromises =
          account.promises(asOfDate(), policy.agreements.promiseTolerance, policy.calendar);
    }
    return accountPromises;
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
      long restarted = Progress.restartedOn(policy, own);
      concessions[place] =
          account.concessions(
              invoices.get(place),
              asOfDate,
              patience,
              Math.max(restarted, balances.issuedDay(place)),
              Item.restartedDue(this, place, own),
              policy.agreements.promiseTolerance,
              policy.agreements.planCure,
              policy.calendar);
    }
    return concessions[place];
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
      promised = new PromisedAmounts(this);
    }
    return promised;
  }

  List<PlanOutcome> plans(int place) {
    return invoices.get(place).plans(asOfDate(), policy.agreements.planCure, policy.calendar);
  }

  List<PlanOutcome> accountPlans() {
    return account.plans(asOfDate(), policy.agreements.planCure, policy.calendar);
  }

  /** The day since which no more has been left of an invoice than the tolerance allows. */
  Optional<LocalDate> settledOn(int place) {
    return invoices.get(place).settledOn(asOfDate, policy.policy.account().tolerance());
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

  /**
   * The last day on which the account's own plan holds an invoice; {@link EpochDay#NONE} if it does
   * not. A settlement settles nothing that was issued after it was agreed.
   */
  long accountPlanThrough(int place) {
    boolean settled = planThrough == EpochDay.LAST;
    return settled && balances.issuedDay(place) > accountPlan().plan().date().toEpochDay()
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

  /** The spans of days on which an invoice was or will be held; those asked for last are kept. */
  List<DateSpan> heldSpans(int place) {
    if (spansOf != place) {
      spans =
          account.heldSpans(
              invoices.get(place),
              asOfDate(),
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
