package io.dunning.policy;

import io.dunning.behaviour.RiskModel;
import io.dunning.calendar.Days;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.StatutoryInterest;
import io.dunning.conduct.Conduct;
import io.dunning.ledger.Patience;
import io.dunning.ledger.Tolerance;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementRule;
import io.dunning.terms.GracePeriod;
import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Collects the rules of a policy, in any order: see {@link DunningPolicy#named}. Each rule that is
 * not set has the default that its accessor in {@link DunningPolicy} states; a rule that is set
 * twice has the later value, unless its method says that it adds one. Not thread-safe.
 */
public final class PolicyDraft {
  private final ImmutableDunningPolicy.Builder rules;
  private final ImmutableAccountRules.Builder account = new ImmutableAccountRules.Builder();
  private final ImmutableAgreementRules.Builder agreements = new ImmutableAgreementRules.Builder();
  private final ImmutablePaymentRules.Builder payments = new ImmutablePaymentRules.Builder();
  private final ImmutableReopeningRules.Builder reopening = new ImmutableReopeningRules.Builder();
  private final ImmutableOutreachRules.Builder outreach = new ImmutableOutreachRules.Builder();
  private final SortedMap<CurrencyUnit, Money> minimums = new TreeMap<>();
  private ChargeRules charges = ChargeRules.NONE;
  private boolean hasLadder;

  PolicyDraft(String name) {
    rules = new ImmutableDunningPolicy.Builder().name(name);
  }

  /**
   * Sets the version, in your own counting.
   *
   * @param text such as {@code "2026-03"}
   * @return this draft
   */
  public PolicyDraft version(String text) {
    rules.version(text);
    return this;
  }

  /**
   * Sets the ladder; a policy needs one.
   *
   * @param ladder the steps
   * @return this draft
   */
  public PolicyDraft ladder(EscalationLadder ladder) {
    rules.ladder(ladder);
    hasLadder = true;
    return this;
  }

  /**
   * Sets the fees and the interest for paying late; replaces all charges set before.
   *
   * @param all the charges
   * @return this draft
   */
  public PolicyDraft charges(ChargeRules all) {
    Objects.requireNonNull(all, "all");
    charges = all;
    return this;
  }

  /**
   * Sets the interest by contract, instead of any other; the compensation of a law stays.
   *
   * @param interest the interest
   * @return this draft
   */
  public PolicyDraft lateInterest(LateInterest interest) {
    return charges(charges.with(interest));
  }

  /**
   * Sets interest and fixed compensation by law, instead of those of any other law or contract.
   *
   * @param law the regime
   * @return this draft
   */
  public PolicyDraft lateInterest(StatutoryInterest law) {
    return charges(charges.with(law));
  }

  /**
   * Adds a late fee. Fees of steps arise with the steps that assess charges.
   *
   * @param fee one more fee
   * @return this draft
   */
  public PolicyDraft lateFee(LateFee fee) {
    return charges(charges.with(fee));
  }

  /**
   * Leaves a debt alone for some days after the due date, the last of them included.
   *
   * @param days how long
   * @return this draft
   */
  public PolicyDraft grace(Days days) {
    rules.grace(new GracePeriod(days));
    return this;
  }

  /**
   * Sets what one decision is about: an invoice, or an account.
   *
   * @param unit the unit
   * @return this draft
   */
  public PolicyDraft per(AccountRules.Unit unit) {
    account.unit(unit);
    return this;
  }

  /**
   * Holds an item while a condition is true; replaces the default condition.
   *
   * @param condition the condition
   * @return this draft
   */
  public PolicyDraft holdWhile(Condition condition) {
    rules.holdWhile(condition);
    return this;
  }

  /**
   * Sets how many days must pass between two contacts.
   *
   * @param days 0 or more
   * @return this draft
   */
  public PolicyDraft minimumDaysBetweenContacts(int days) {
    outreach.minimumDaysBetweenContacts(days);
    return this;
  }

  /**
   * Sets how many days at least lie between two steps of a debt that contact the customer; two
   * steps whose triggers are fewer days apart keep that distance instead.
   *
   * @param days 0 or more; with 0, a day has to pass
   * @return this draft
   */
  public PolicyDraft minimumDaysBetweenSteps(int days) {
    outreach.minimumDaysBetweenSteps(days);
    return this;
  }

  /**
   * Sets the day on which the policy begins for debts that are old by then: see {@link
   * DunningPolicy#liveFrom}.
   *
   * @param day the first day on which the policy is applied
   * @return this draft
   */
  public PolicyDraft liveFrom(LocalDate day) {
    rules.liveFrom(day);
    return this;
  }

  /**
   * Sets how long after a step was taken its letter counts as delivered, unless it came back.
   *
   * @param days how long: calendar days, business days or months
   * @return this draft
   */
  public PolicyDraft deliveryPresumedAfter(Days days) {
    outreach.deliveryPresumedAfter(days);
    return this;
  }

  /**
   * Sets how long after a step was taken its delivery is given up if it was not confirmed, where
   * another step requires the delivery. The ladder then asks for the step again.
   *
   * @param days how long: calendar days, business days or months
   * @return this draft
   */
  public PolicyDraft deliveryGivenUpAfter(Days days) {
    outreach.deliveryGivenUpAfter(days);
    return this;
  }

  /**
   * Sets for how long after the payment that settled the last debt the customer is to be thanked.
   *
   * @param days how long: calendar days, business days or months; the last of them is included
   * @return this draft
   */
  public PolicyDraft thanksWithin(Days days) {
    outreach.thanksWithin(days);
    return this;
  }

  /**
   * Sets how much less than the debt settles it.
   *
   * @param rule the rule
   * @return this draft
   */
  public PolicyDraft settlement(SettlementRule rule) {
    rules.settlement(rule);
    return this;
  }

  /**
   * Sets how a debt may be paid in instalments.
   *
   * @param rule the rule
   * @return this draft
   */
  public PolicyDraft plans(PlanRule rule) {
    rules.plans(rule);
    return this;
  }

  /**
   * Sets how the routes of an old debt are weighed.
   *
   * @param rule the rule
   * @return this draft
   */
  public PolicyDraft endgame(EndgameRule rule) {
    rules.endgame(rule);
    return this;
  }

  /**
   * Sets how far back settled invoices count when a customer is judged by past payments.
   *
   * @param days calendar days, the day of the decision being the last
   * @return this draft
   */
  public PolicyDraft profileWindow(Days days) {
    rules.profileWindow(days);
    return this;
  }

  /**
   * Sets how many invoices must have been settled before the risk band judges by them.
   *
   * @param invoices 1 or more
   * @return this draft
   */
  public PolicyDraft leastSettledInvoices(int invoices) {
    rules.leastSettledInvoices(invoices);
    return this;
  }

  /**
   * Sets how the likelihood of a late payment is found.
   *
   * @param model the model
   * @return this draft
   */
  public PolicyDraft riskModel(RiskModel model) {
    rules.riskModel(model);
    return this;
  }

  /**
   * Sets who collects, and under which rules of contact.
   *
   * @param conduct the rules
   * @return this draft
   */
  public PolicyDraft conduct(Conduct conduct) {
    outreach.conduct(conduct);
    return this;
  }

  /**
   * Adds, for one currency, how much has to be overdue before anything is done.
   *
   * @param amount reached at exactly that amount
   * @return this draft
   */
  public PolicyDraft minimumAmount(Money amount) {
    Objects.requireNonNull(amount, "amount");
    minimums.put(amount.currency(), amount);
    return this;
  }

  /**
   * Sets how long after its day a promise can still be kept.
   *
   * @param days how long
   * @return this draft
   */
  public PolicyDraft promiseTolerance(Days days) {
    agreements.promiseTolerance(days);
    return this;
  }

  /**
   * Sets from which share of what was overdue a promise of an amount holds the whole debt.
   *
   * @param share more than 0 % and at most 100 %
   * @return this draft
   */
  public PolicyDraft promiseHoldsAllFrom(Percentage share) {
    agreements.promiseHoldsAllFrom(share);
    return this;
  }

  /**
   * Sets how the ladder goes on once a promise was broken.
   *
   * @param resumption how it goes on
   * @return this draft
   */
  public PolicyDraft brokenPromise(Resumption resumption) {
    agreements.brokenPromise(resumption);
    return this;
  }

  /**
   * Sets how long after its due date an instalment of a payment plan can still be paid.
   *
   * @param days how long
   * @return this draft
   */
  public PolicyDraft planCure(Days days) {
    agreements.planCure(days);
    return this;
  }

  /**
   * Sets how the ladder goes on once a payment plan was broken.
   *
   * @param resumption how it goes on
   * @return this draft
   */
  public PolicyDraft brokenPlan(Resumption resumption) {
    agreements.brokenPlan(resumption);
    return this;
  }

  /**
   * Sets how many promises, payment plans, deferrals and holds a debt gets, and for how long.
   *
   * @param limits the limits
   * @return this draft
   */
  public PolicyDraft patience(Patience limits) {
    agreements.patience(limits);
    return this;
  }

  /**
   * Sets for how long a candidate receipt that names no last day holds the step it may answer.
   *
   * @param days from the day on which it was proposed; the last of them is included
   * @return this draft
   */
  public PolicyDraft receiptsHold(Days days) {
    payments.receiptsHold(days);
    return this;
  }

  /**
   * Sets how old the bank data may be before steps wait for newer ones.
   *
   * @param days usually business days; the data are stale from the day after
   * @return this draft
   */
  public PolicyDraft bankDataStaleAfter(Days days) {
    payments.bankDataStaleAfter(days);
    return this;
  }

  /**
   * Sets the first step of the ladder that waits while the bank data are stale.
   *
   * @param step the name of a step; all later ones wait, too
   * @return this draft
   */
  public PolicyDraft staleBankDataHoldsFrom(String step) {
    payments.staleBankDataHoldsFrom(step);
    return this;
  }

  /**
   * Sets what happens to a customer whose invoices you collect, before a collection failed.
   *
   * @param what whether steps wait
   * @return this draft
   */
  public PolicyDraft untilCollectionFailed(PaymentRules.UntilCollectionFailed what) {
    payments.untilCollectionFailed(what);
    return this;
  }

  /**
   * Sets for how long at most steps wait for a collection.
   *
   * @param days from the due date or, if later, the planned day; the last of them is included
   * @return this draft
   */
  public PolicyDraft collectionAwaitedFor(Days days) {
    payments.collectionAwaitedFor(days);
    return this;
  }

  /**
   * Sets which item says how far an account has been taken; only for accounts.
   *
   * @param level which
   * @return this draft
   */
  public PolicyDraft documentLevel(AccountRules.DocumentLevel level) {
    account.documentLevel(level);
    return this;
  }

  /**
   * Sets what credits of an account do; only for accounts.
   *
   * @param credits what they do
   * @return this draft
   */
  public PolicyDraft credits(AccountRules.Credits credits) {
    account.credits(credits);
    return this;
  }

  /**
   * Sets how much may be left of an invoice for it to count as settled.
   *
   * @param left how much, by currency
   * @return this draft
   */
  public PolicyDraft tolerance(Tolerance left) {
    account.tolerance(left);
    return this;
  }

  /**
   * Sets what the ladder's clock does during holds.
   *
   * @param clock what it does
   * @return this draft
   */
  public PolicyDraft clock(DunningPolicy.Clock clock) {
    rules.clock(clock);
    return this;
  }

  /**
   * Sets the day from which a reopened debt is aged.
   *
   * @param from from when
   * @return this draft
   */
  public PolicyDraft reversedAge(ReopeningRules.ReversedAge from) {
    reopening.age(from);
    return this;
  }

  /**
   * Sets what becomes of the steps of a reopened debt.
   *
   * @param steps what becomes of them
   * @return this draft
   */
  public PolicyDraft reversedSteps(ReopeningRules.ReversedSteps steps) {
    reopening.steps(steps);
    return this;
  }

  /**
   * Sets which steps of the account count for its oldest item.
   *
   * @param steps which
   * @return this draft
   */
  public PolicyDraft accountSteps(AccountRules.AccountSteps steps) {
    account.accountSteps(steps);
    return this;
  }

  /**
   * Adds promises about the policy, for a check of it: see {@link DunningPolicy#invariants}.
   *
   * @param invariants further invariants
   * @return this draft
   */
  public PolicyDraft keeping(Invariant... invariants) {
    Objects.requireNonNull(invariants, "invariants");
    rules.addInvariants(invariants);
    return this;
  }

  /**
   * Makes the policy. The draft can be changed and built again.
   *
   * @return the policy
   * @throws InvalidPolicyException if the rules contradict each other; names every violation
   */
  public DunningPolicy build() {
    if (!hasLadder) {
      rules.ladder(EscalationLadder.of());
      hasLadder = true;
    }
    return rules
        .minimumAmounts(minimums)
        .charges(charges)
        .account(account.build())
        .agreements(agreements.build())
        .payments(payments.build())
        .reopening(reopening.build())
        .outreach(outreach.build())
        .build();
  }
}
