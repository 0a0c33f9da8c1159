package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.behaviour.ProfileScope;
import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.calendar.Days;
import io.dunning.calendar.EpochDay;
import io.dunning.charge.ChargeRules;
import io.dunning.compiled.CompiledPolicy;
import io.dunning.conduct.Conduct;
import io.dunning.event.AgreementEvent.PromiseToPay;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.AccountRules.DocumentLevel;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationLadder.Progression;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.ReopeningRules;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.SettlementRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A policy taken apart once, so that deciding about an account reads fields only. */
final class PreparedPolicy extends PreparedDays {
  /** What holds few debts, as conditions that are made once the first debt is held so. */
  private static final class Rare {
    static final Condition UNDELIVERED = Condition.invoiceNotDelivered();

    /** The restrictions, by their place. */
    static final Condition[] RESTRICTED = restricted();

    private static Condition[] restricted() {
      Restriction[] all = Restriction.values();
      Condition[] conditions = new Condition[all.length];
      for (int i = 0; i < all.length; i++) {
        conditions[i] = Condition.restricted(all[i]);
      }
      return conditions;
    }
  }

  final DunningPolicy policy;
  final AppliedPolicy id;
  final PreparedStep[] steps;
  final Condition holdWhile;

  /** Whether an invoice of which only amount and due date are known can never be held. */
  final boolean holdsOnlyClaims;

  final boolean opaqueHold;

  /** Whether that condition names every amount at which it changes. */
  final boolean holdNamesAmounts;

  final boolean asksCharges;
  final boolean asksProfile;

  /** What of a history tells how a customer pays. */
  final ProfileScope profileScope;

  final Map<CurrencyUnit, Money> minimums;
  final boolean anyContactRules;

  /** How many days at least lie between two steps that contact the customer. */
  final int daysBetweenSteps;

  /** The first day of the policy, from which old debts count; {@link EpochDay#NONE} without. */
  final long liveFrom;

  /** Whether a step goes by its next channel if the first is not allowed today. */
  final boolean orNextChannel;

  final PreparedDelivery delivery;

  /** For how long the customer is to be thanked after a payment; null if not at all. */
  final Days thanksWithin;

  final PreparedAgreements agreements;

  /** What is said about money that may be under way. */
  final PreparedPayments payments;

  final boolean agesFromReversal;
  final boolean reversalStartsAgain;
  final boolean countsSinceDue;
  final boolean clockStops;

  /** Whether no step can be reached before its item is overdue. */
  final boolean onlyPastDue;

  /** Whether the item of an account that has come furthest leads; or each keeps its own level. */
  final boolean highest;

  final boolean ownLevel;
  final boolean nets;
  final boolean chasesCharges;
  final Optional<Days> repeat;

  /** How much less settles a debt, and how routes are weighed; null without. */
  final SettlementRule settlement;

  final EndgameRule endgame;

  /** The policy as tables; null if these do not cover all that its answers say. */
  final CompiledPolicy compiled;

  final CompiledOutcomes outcomes;

  /** The risk band that is supposed; null if that of the profile counts. */
  final RiskBand supposedBand;

  PreparedPolicy(DunningPolicy policy, BusinessCalendar calendar, RiskBand supposedBand) {
    super(calendar, policy.grace().days());
    this.policy = policy;
    this.supposedBand = supposedBand;
    id = AppliedPolicy.of(policy);
    steps = steps(policy);
    holdWhile = policy.holdWhile();
    opaqueHold = PreparedCondition.isOpaque(policy, holdWhile.needs());
    holdNamesAmounts = PreparedCondition.namesAmounts(holdWhile.needs());
    holdsOnlyClaims = holdWhile.needs().failsForPlainInvoices() && !opaqueHold;
    settlement = policy.settlement().orElse(null);
    endgame = policy.endgame().orElse(null);
    asksCharges = conditions().stream().anyMatch(c -> c.needs().charges());
    asksProfile = settlesByRisk() || conditions().stream().anyMatch(c -> c.needs().profile());
    minimums = Map.copyOf(policy.minimumAmounts());
    anyContactRules = !policy.outreach().conduct().rules().isEmpty();
    daysBetweenSteps = policy.outreach().minimumDaysBetweenSteps();
    liveFrom = policy.liveFrom().map(LocalDate::toEpochDay).orElse(EpochDay.NONE);
    orNextChannel = policy.outreach().conduct().otherwise() == Conduct.Otherwise.NEXT_CHANNEL;
    delivery = new PreparedDelivery(policy);
    thanksWithin = policy.outreach().thanksWithin().orElse(null);
    agreements = new PreparedAgreements(policy);
    payments = new PreparedPayments(policy);
    agesFromReversal = policy.reopening().age() == ReopeningRules.ReversedAge.FROM_REVERSAL;
    reversalStartsAgain = policy.reopening().steps() == ReopeningRules.ReversedSteps.START_AGAIN;
    countsSinceDue = policy.account().accountSteps() == AccountRules.AccountSteps.SINCE_DUE;
    clockStops = policy.clock() == DunningPolicy.Clock.STOPS;
    onlyPastDue =
        agreements.bringNothingForward() && Arrays.stream(steps).allMatch(PreparedStep::isPastDue);
    highest = policy.account().documentLevel() == DocumentLevel.HIGHEST;
    ownLevel = policy.account().documentLevel() == DocumentLevel.OWN;
    nets = policy.account().credits() == AccountRules.Credits.NET;
    chasesCharges = policy.charges().onceSettled() == ChargeRules.OnceSettled.CHASED;
    repeat = policy.ladder().repeat();
    profileScope = profileScope(policy, agreements.promiseTolerance, calendar);
    compiled = hasTables() ? CompiledPolicy.of(policy, calendar) : null;
    outcomes = compiled == null ? null : new CompiledOutcomes(steps);
  }

  /** Whether tables can cover all that its answers say. */
  private boolean hasTables() {
    return settlement == null
        && endgame == null
        && !asksProfile
        && policy.charges().equals(ChargeRules.NONE)
        && policy.ladder().steps().stream().noneMatch(EscalationStep::proposesPlan);
  }

  private boolean settlesByRisk() {
    return settlement != null && settlement.fromRisk().isPresent();
  }

  private static ProfileScope profileScope(
      DunningPolicy policy, Days promiseTolerance, BusinessCalendar calendar) {
    return new ProfileScope(
        policy.profileWindow(),
        Optional.empty(),
        promiseTolerance,
        calendar,
        policy.leastSettledInvoices(),
        policy.account().tolerance());
  }

  private static PreparedStep[] steps(DunningPolicy policy) {
    List<EscalationStep> ladder = policy.ladder().steps();
    PreparedStep[] steps = new PreparedStep[ladder.size()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = new PreparedStep(policy, ladder.get(i), steps);
    }
    return steps;
  }

  /** The day on which the delivery of a step is given up if it is not confirmed; never if not. */
  long deliveryGivenUpOn(int index, long takenOn) {
    Days after = delivery.givenUpAfter(index);
    return after == null ? EpochDay.NEVER : plus(takenOn, after);
  }

  /** An account as the books show it by the rules for charges; itself without any. */
  Account posted(Account account, LocalDate asOf) {
    return posts()
        ? policy.charges().agreedWith(account.customer()).posted(account, asOf, calendar)
        : account;
  }

  /** Rules that charge nothing may still say what payments pay of charges that were assessed. */
  private boolean posts() {
    return !policy.charges().equals(ChargeRules.NONE);
  }

  boolean skips() {
    return policy.ladder().progression() == Progression.SKIP;
  }

  boolean catchesUp() {
    return policy.ladder().progression() == Progression.CATCH_UP;
  }

  boolean climbs() {
    return policy.ladder().progression() == Progression.CLIMB;
  }

  /** What is asked before holding and taking steps. */
  List<Condition> conditions() {
    List<Condition> all = new ArrayList<>();
    all.add(holdWhile);
    for (PreparedStep step : steps) {
      for (PreparedCondition each : step.conditions()) {
        all.add(each.condition());
      }
    }
    return all;
  }

  /** The bit of a value in a set of bits. */
  static int bit(Enum<?> value) {
    return 1 << value.ordinal();
  }

  static Condition restricted(Restriction restriction) {
    return Rare.RESTRICTED[restriction.ordinal()];
  }

  static Condition undelivered() {
    return Rare.UNDELIVERED;
  }

  /** Whether any step may be taken during all of some restrictions. */
  boolean allowsDuring(int restrictions) {
    for (PreparedStep each : steps) {
      if ((restrictions & ~each.allowedDuring) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The place of a step by its interned name; -1 if the ladder has no such step. */
  int indexOf(String name) {
    for (int i = 0; i < steps.length; i++) {
      if (steps[i].name == name) {
        return i;
      }
    }
    return -1;
  }

  /** The channel of a step by its name; empty if the ladder has no such step, or it has none. */
  Optional<Channel> channelOf(String name) {
    int index = policy.ladder().indexOf(name);
    return index < 0 ? Optional.empty() : steps[index].step.channel();
  }

  /** Whether an offer to settle a debt of an age is below what may be offered without a person. */
  boolean offerNeedsApproval(long daysPastDue) {
    return settlement.approvalBelow().isPresent()
        && settlement
            .shareAt(daysPastDue)
            .filter(share -> share.compareTo(settlement.approvalBelow().get()) < 0)
            .isPresent();
  }

  /** The amounts in a currency from which on, in minor units, the policy can decide otherwise. */
  Set<Long> thresholds(CurrencyUnit unit) {
    return new Thresholds(this, unit).all();
  }

  /** The last day of a promise, its tolerance included. */
  long promiseThrough(PromiseToPay promise) {
    long until = promise.until().toEpochDay();
    if (agreements.promiseTolerance.count() == 0) {
      return until;
    }
    long last = plus(until, agreements.promiseTolerance);
    return last == EpochDay.NEVER ? until : last;
  }
}
