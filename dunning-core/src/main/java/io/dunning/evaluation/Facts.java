package io.dunning.evaluation;

import io.dunning.behaviour.PaymentProfile;
import io.dunning.calendar.DateSpan;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.ChargeRules;
import io.dunning.conduct.ContactCheck;
import io.dunning.event.LedgerEvent;
import io.dunning.event.Restriction;
import io.dunning.event.StepEvent.StepTaken;
import io.dunning.ledger.Account;
import io.dunning.ledger.Balances;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.ledger.PlanOutcome;
import io.dunning.ledger.PromiseOutcome;
import io.dunning.ledger.Standing;
import io.dunning.ledger.StepsTaken;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.AccountRules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known about an account at the end of a day; the same for all its debts. */
final class Facts {
  static final long LAST_DAY = LocalDate.MAX.toEpochDay();
  private static final long NONE = Long.MIN_VALUE;

  PreparedPolicy prepared;
  Account account;
  List<InvoiceHistory> invoices;
  Balances balances;
  Standing whole;
  long asOf;

  /** The last day of the account's own promise; the least long without one. */
  long promisedThrough;

  /** The last day of the account's own hold; the least long without one. */
  long heldThrough;

  /** Whether the account as a whole is disputed. */
  boolean disputed;

  /** Whether a plain invoice cannot be held: nothing on the account holds, nor can the policy. */
  boolean plainIsFree;

  /** The last day of the account's own payment plan; the least long without one that is kept. */
  long planThrough;

  /** The day to which everything was deferred; the least long without. */
  long deferredTo;

  /** Whether the account as a whole is or was restricted. */
  boolean anyRestricted;

  /** The channels that must not be used, a bit each. */
  int closedChannels;

  /** What the rules of contact say; null until anybody asks. */
  private ContactCheck check;

  /** How the debt may end. */
  final Endgame endgame = new Endgame();

  /** How the customer has paid, on the day asked about last. */
  private PaymentProfile profile;

  private Percentage risk;

  private long lastContact;
  private boolean lastContactKnown;
  private List<PromiseOutcome> accountPromises;

  /** When the charges of an invoice come to an amount; null until anybody asks. */
  private Map<List<Object>, Long> chargesReach;

  /** Turns to an account on a day. */
  void begin(PreparedPolicy policy, Account of, long day) {
    prepared = policy;
    account = of;
    invoices = of.invoices();
    balances = of.balancesOn(day);
    whole = balances.whole();
    asOf = day;
    lastContactKnown = false;
    accountPromises = null;
    chargesReach = null;
    check = null;
    profile = null;
    endgame.begin(policy);
    boolean plain = balances.isAccountPlain();
    promisedThrough =
        plain || !whole.agreements().isPromised()
            ? NONE
            : policy.promiseThrough(whole.agreements().promise().orElseThrow());
    heldThrough = plain ? NONE : whole.agreements().heldThroughDay();
    disputed = !plain && whole.agreements().isDisputed();
    boolean deals = !plain && !whole.isAsBilled();
    deferredTo = deals ? whole.agreements().deferredToDay() : NONE;
    anyRestricted = deals && isRestricted(whole);
    planThrough = deals ? through(accountPlan()) : NONE;
    closedChannels = balances.closedChannelBits();
    plainIsFree = policy.holdsOnlyClaims && plain;
  }

  /** Lets go of the account. */
  void end() {
    account = null;
    invoices = null;
    balances = null;
    whole = null;
    accountPromises = null;
    chargesReach = null;
    check = null;
    profile = null;
  }

  Customer customer() {
    return account.customer();
  }

  /** How the customer has paid, as of a day that is not before the one asked about. */
  PaymentProfile profile(long day) {
    if (profile == null || profile.asOf().toEpochDay() != day) {
      LocalDate known = LocalDate.ofEpochDay(asOf);
      profile =
          PaymentProfile.ahead(account, known, LocalDate.ofEpochDay(day), prepared.profileScope);
      risk = null;
    }
    return profile;
  }

  Percentage risk(long day) {
    PaymentProfile of = profile(day);
    if (risk == null) {
      risk = prepared.policy.riskModel().probability(of);
    }
    return risk;
  }

  /** Whether rules of contact, or the customer, may stop a step. */
  boolean asksConduct() {
    return prepared.anyContactRules || !customer().wishes().isNone();
  }

  ContactCheck check() {
    if (check == null) {
      check =
          new ContactCheck(
              prepared.policy.outreach().conduct(),
              account,
              LocalDate.ofEpochDay(asOf),
              prepared.calendar,
              prepared::channelOf,
              prepared.policy.account().unit() != AccountRules.Unit.INVOICE);
    }
    return check;
  }

  /** The day of the last contact with the customer, about whatever; the least long without one. */
  long lastContact() {
    if (!lastContactKnown) {
      lastContact = Math.max(balances.lastContactDay(), lastContact(balances.accountSteps()));
      if (balances.anyWithdrawnSteps()) {
        lastContact = Math.max(lastContact, lastWithdrawn(whole));
      }
      for (int i = 0; balances.anyInvoiceSteps() && i < invoices.size(); i++) {
        Standing standing = balances.standing(i);
        lastContact = Math.max(lastContact, lastContact(standing.steps().columns()));
        lastContact = Math.max(lastContact, lastWithdrawn(standing));
      }
      lastContactKnown = true;
    }
    return lastContact;
  }

  private long lastContact(StepsTaken steps) {
    for (int i = steps.count() - 1; i >= 0; i--) {
      if (isContact(steps, i)) {
        return steps.day(i);
      }
    }
    return NONE;
  }

  private long lastWithdrawn(Standing standing) {
    long last = NONE;
    for (StepTaken step : standing.steps().withdrawn()) {
      int index = prepared.indexOf(step.step());
      boolean contact = step.channel().isPresent() || index < 0 || prepared.contacts[index];
      last = contact ? step.date().toEpochDay() : last;
    }
    return last;
  }

  /** A step without a channel is a contact unless the policy knows it as something else. */
  boolean isContact(StepsTaken steps, int i) {
    if (steps.hasChannel(i)) {
      return true;
    }
    int index = prepared.indexOf(steps.name(i));
    return index < 0 || prepared.contacts[index];
  }

  List<PromiseOutcome> promises(InvoiceHistory history) {
    return history.promises(LocalDate.ofEpochDay(asOf), prepared.tolerance, prepared.calendar);
  }

  List<PromiseOutcome> accountPromises() {
    if (accountPromises == null) {
      accountPromises =
          account.promises(LocalDate.ofEpochDay(asOf), prepared.tolerance, prepared.calendar);
    }
    return accountPromises;
  }

  /**
   * The first day, the one asked about at the earliest, on which the charges of an invoice come to
   * an amount; they never shrink with time.
   */
  long chargesReachOn(int place, Money amount) {
    if (!amount.currency().equals(balances.currency(place))) {
      return PreparedPolicy.NEVER;
    }
    if (chargesReach == null) {
      chargesReach = new HashMap<>();
    }
    return chargesReach.computeIfAbsent(
        List.of(place, amount), k -> reachOn(known(place), amount.minorUnits()));
  }

  /** Tries days further and further ahead, then halves the span in which the amount is reached. */
  private long reachOn(InvoiceHistory history, long amount) {
    Optional<Money> most = prepared.policy.charges().most(history.invoice());
    if (most.isPresent() && most.get().minorUnits() < amount) {
      return PreparedPolicy.NEVER;
    }
    if (charges(history, asOf) >= amount) {
      return asOf;
    }
    long due = history.invoice().due().toEpochDay();
    long last = Math.min(LAST_DAY, Math.max(asOf, due) + ChargeRules.LONGEST);
    long below = asOf;
    long reached = Math.min(last, asOf + 1);
    for (long step = 1; charges(history, reached) < amount; step *= 2) {
      if (reached == last) {
        return PreparedPolicy.NEVER;
      }
      below = reached;
      reached = Math.min(last, reached + step);
    }
    while (reached - below > 1) {
      long middle = below + (reached - below) / 2;
      if (charges(history, middle) >= amount) {
        reached = middle;
      } else {
        below = middle;
      }
    }
    return reached;
  }

  private long charges(InvoiceHistory history, long day) {
    AccruedCharges now =
        prepared.policy.charges().accrue(history, LocalDate.ofEpochDay(day), prepared.calendar);
    return now.fees().minorUnits() + now.interest().minorUnits();
  }

  /** The invoice without what happens later than the day that is asked about. */
  private InvoiceHistory known(int place) {
    InvoiceHistory history = invoices.get(place);
    List<LedgerEvent> events = history.events();
    LocalDate day = LocalDate.ofEpochDay(asOf);
    boolean all = events.isEmpty() || !events.get(events.size() - 1).date().isAfter(day);
    return all
        ? history
        : InvoiceHistory.of(
            history.invoice(), events.stream().filter(e -> !e.date().isAfter(day)).toList());
  }

  /** The plan that counts for an invoice alone; null without. */
  PlanOutcome plan(int place) {
    return balances.standing(place).agreements().plan().isEmpty() ? null : latest(plans(place));
  }

  /** The plan that counts for the account as a whole; null without. */
  PlanOutcome accountPlan() {
    return whole.agreements().plan().isEmpty() ? null : latest(accountPlans());
  }

  List<PlanOutcome> plans(int place) {
    return invoices.get(place).plans(LocalDate.ofEpochDay(asOf), prepared.cure, prepared.calendar);
  }

  List<PlanOutcome> accountPlans() {
    return account.plans(LocalDate.ofEpochDay(asOf), prepared.cure, prepared.calendar);
  }

  private static PlanOutcome latest(List<PlanOutcome> outcomes) {
    return outcomes.get(outcomes.size() - 1);
  }

  /**
   * The last day on which a plan that is kept so far holds, for ever if it settled the debt; the
   * least long if none is.
   */
  static long through(PlanOutcome plan) {
    if (plan != null && plan.state() == PlanOutcome.State.KEPT && plan.plan().settles()) {
      return LAST_DAY;
    }
    return plan == null || plan.state() != PlanOutcome.State.RUNNING
        ? NONE
        : plan.lastDay().toEpochDay();
  }

  /** The first day on which a plan is broken; the least long if nothing can break it any more. */
  static long breach(PlanOutcome plan) {
    boolean breaks =
        plan != null
            && (plan.state() == PlanOutcome.State.RUNNING
                || plan.state() == PlanOutcome.State.BROKEN);
    return breaks ? plan.lastDay().toEpochDay() + 1 : NONE;
  }

  /** The first day on which a promise is broken; the least long if nothing can break it. */
  static long breach(PromiseOutcome promise) {
    boolean breaks = promise.isBroken() || promise.state() == PromiseOutcome.State.RUNNING;
    return breaks ? promise.lastDay().toEpochDay() + 1 : NONE;
  }

  /** The next day on which an invoice's plan or the account's is broken. */
  long planEndsOn(PlanOutcome own, long day) {
    return Math.min(endsOn(own, day), endsOn(accountPlan(), day));
  }

  private static long endsOn(PlanOutcome plan, long day) {
    long through = through(plan);
    return through >= day ? through + 1 : PreparedPolicy.NEVER;
  }

  /** Whether an invoice's plan or the account's is broken on a day. */
  boolean planBroken(PlanOutcome own, long day) {
    LocalDate on = LocalDate.ofEpochDay(day);
    PlanOutcome ofAccount = accountPlan();
    return own != null && own.isBrokenOn(on) || ofAccount != null && ofAccount.isBrokenOn(on);
  }

  /**
   * The last day on which the account's own plan holds an invoice; the least long if it does not. A
   * settlement settles nothing that was issued after it was agreed.
   */
  long accountPlanThrough(int place) {
    boolean settled = planThrough == LAST_DAY;
    return settled && balances.issuedDay(place) > accountPlan().plan().date().toEpochDay()
        ? NONE
        : planThrough;
  }

  static boolean isRestricted(Standing standing) {
    for (Restriction each : RESTRICTIONS) {
      if (standing.agreements().restrictedThroughDay(each) != NONE) {
        return true;
      }
    }
    return false;
  }

  static final Restriction[] RESTRICTIONS = Restriction.values();

  /** How many of the promises count as broken at the end of a day, if nothing more is paid. */
  static int broken(List<PromiseOutcome> outcomes, long day) {
    int count = 0;
    for (PromiseOutcome each : outcomes) {
      boolean over =
          each.state() == PromiseOutcome.State.RUNNING && each.lastDay().toEpochDay() < day;
      count += over || each.isBroken() ? 1 : 0;
    }
    return count;
  }

  /** The next day on which a running promise is over and may count as broken. */
  static long nextEnd(List<PromiseOutcome> outcomes, long day) {
    long next = PreparedPolicy.NEVER;
    for (PromiseOutcome each : outcomes) {
      long last = each.lastDay().toEpochDay();
      if (each.state() == PromiseOutcome.State.RUNNING && last >= day) {
        next = Math.min(next, last + 1);
      }
    }
    return next;
  }

  List<DateSpan> heldSpans(InvoiceHistory history) {
    return account.heldSpans(
        history, LocalDate.ofEpochDay(asOf), prepared.tolerance, prepared.cure, prepared.calendar);
  }
}
