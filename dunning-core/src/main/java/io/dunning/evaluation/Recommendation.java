package io.dunning.evaluation;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.action.Tone;
import io.dunning.behaviour.PaymentProfile;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.AccruedCharges;
import io.dunning.charge.ChargeRules;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactWindow;
import io.dunning.event.ChargeEvent;
import io.dunning.event.LedgerEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import io.dunning.policy.PolicySet;
import io.dunning.settlement.PaymentPlan;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.RecoveryEstimate;
import io.dunning.settlement.SettlementQuote;
import io.dunning.settlement.SettlementRule;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to do next about a debt, the reason that decided, and when to look again.
 *
 * <p>The decision is verdict, step, actions, channel and the kind of reason. If nothing happens, it
 * is the same on every day up to the day before {@link #reviewOn}, and differs on {@code reviewOn}.
 * Without a review date it stays as it is. Amounts, ages and the invoices concerned may grow
 * meanwhile; they are not part of the decision.
 *
 * <p>Immutable and thread-safe. Keeps the account it is about.
 */
public final class Recommendation implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Channel[] CHANNELS = Channel.values();
  private static final Tone[] TONES = Tone.values();

  private final DunningEvaluator evaluator;

  /** Where the policy comes from; null if it is for the whole account. */
  private final PolicySet policies;

  private final DunningPolicy policy;
  private final Account account;
  private final int from;
  private final int to;
  private final CurrencyUnit only;
  private final long asOfDay;
  private final Verdict verdict;
  private final int step;
  private final Decision.Rule rule;
  private final Condition heldWhile;
  private final int manner;
  private final Reason reason;
  private final long reviewDay;

  Recommendation(
      DunningEvaluator evaluator,
      PolicySet policies,
      DunningPolicy policy,
      Account account,
      int from,
      int to,
      CurrencyUnit only,
      long asOfDay,
      Verdict verdict,
      int step,
      Decision.Rule rule,
      Condition heldWhile,
      int manner,
      Reason reason,
      long reviewDay) {
    this.evaluator = evaluator;
    this.policies = policies;
    this.policy = policy;
    this.account = account;
    this.from = from;
    this.to = to;
    this.only = only;
    this.asOfDay = asOfDay;
    this.verdict = verdict;
    this.step = step;
    this.rule = rule;
    this.heldWhile = heldWhile;
    this.manner = manner;
    this.reason = reason;
    this.reviewDay = reviewDay;
  }

  /**
   * The day at whose end the debt was looked at.
   *
   * @return the day
   */
  public LocalDate asOf() {
    return LocalDate.ofEpochDay(asOfDay);
  }

  /**
   * The policy that was applied.
   *
   * @return the policy
   */
  public DunningPolicy policy() {
    return policy;
  }

  /**
   * The policy by name, version and {@linkplain DunningPolicy#fingerprint fingerprint}, to be
   * stored with what was done.
   *
   * @return such as {@code standard-b2b version 2026-03 (0f1e2d3c4b5a6978)}
   */
  public String policyId() {
    String version = policy.version().isEmpty() ? "" : " version " + policy.version();
    return policy.name() + version + " (" + policy.fingerprint() + ")";
  }

  /**
   * The account that owes.
   *
   * @return the account
   */
  public Account account() {
    return account;
  }

  /**
   * What is to be done, in one word.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * The step to take, or the one that is waited for.
   *
   * @return the step; empty if none is in question
   */
  public Optional<EscalationStep> step() {
    return step < 0 ? Optional.empty() : Optional.of(policy.ladder().steps().get(step));
  }

  /** The place of the step in the ladder; -1 without one. */
  int stepPlace() {
    return step;
  }

  /**
   * What to do now, by the {@link #channel}.
   *
   * @return the actions of the step; empty unless the verdict is {@link Verdict#ACT}
   */
  public List<DunningAction> actions() {
    if (verdict != Verdict.ACT) {
      return List.of();
    }
    EscalationStep taken = step().orElseThrow();
    if (channel().equals(taken.channel())) {
      return taken.actions();
    }
    Channel other = channel().orElseThrow();
    return taken.actions().stream()
        .map(a -> a.channel().equals(taken.channel()) ? a.by(other) : a)
        .toList();
  }

  /**
   * How to reach the customer now: the first channel of the step that is open.
   *
   * @return the channel; empty unless the verdict is {@link Verdict#ACT} and the step contacts the
   *     customer
   */
  public Optional<Channel> channel() {
    int place = manner % 8;
    return place == 0 ? Optional.empty() : Optional.of(CHANNELS[place - 1]);
  }

  /**
   * At which hours of {@link #asOf} the customer may be contacted by the {@link #channel}.
   *
   * @return the hours, by the customer's clock; empty unless the verdict is {@link Verdict#ACT} and
   *     the step contacts the customer
   */
  public Optional<ContactWindow> contactWindow() {
    return channel().map(c -> decided().facts.check().windowOn(asOf(), c));
  }

  /**
   * How to speak to the customer.
   *
   * @return the tone; empty unless the verdict is {@link Verdict#ACT} and the step has one
   */
  public Optional<Tone> tone() {
    int place = manner / 8;
    return place == 0 ? Optional.empty() : Optional.of(TONES[place - 1]);
  }

  /**
   * Whether a person has to approve before the step is taken, and has not: the step says so, or it
   * goes to court, writes off, or offers less than its authority.
   *
   * @return false unless the verdict is {@link Verdict#ACT} and the step needs approval
   */
  public boolean approvalNeeded() {
    if (verdict != Verdict.ACT) {
      return false;
    }
    Decision decided = decided();
    boolean needed =
        decided.prepared.byPerson[step]
            || settlements().values().stream().anyMatch(q -> q.approvalBy().isPresent());
    return needed && !decided.approved;
  }

  /**
   * The payment deadline to state, if the step is taken on {@link #asOf}.
   *
   * @return the day; empty unless the verdict is {@link Verdict#ACT} and the step grants one that
   *     the calendar reaches
   */
  public Optional<LocalDate> deadline() {
    return verdict == Verdict.ACT
        ? step().orElseThrow().deadline().flatMap(d -> evaluator.calendar().find(asOf(), d))
        : Optional.empty();
  }

  /**
   * The reason that decided.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * The first later day on which the decision differs, if nothing happens until then.
   *
   * @return the day; empty if it never differs, or not before the end of {@link LocalDate}
   */
  public Optional<LocalDate> reviewOn() {
    return reviewDay > Facts.LAST_DAY
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(reviewDay));
  }

  /**
   * The invoices the decision is about: those overdue and not held. Before anything is overdue, the
   * oldest; of a debt that is held or closed, none.
   *
   * @return invoice numbers, in the order of the account
   */
  public List<String> invoices() {
    return verdict == Verdict.HOLD ? List.of() : decided().debt.invoices();
  }

  /**
   * Open invoices that were looked at and are neither overdue nor held; a letter may list them for
   * information.
   *
   * @return invoice numbers, in the order of the account
   */
  public List<String> forInformation() {
    return decided().debt.forInformation();
  }

  /**
   * The invoices that were looked at, whatever their state.
   *
   * @return invoice numbers, in the order of the account
   */
  public List<String> scope() {
    return histories().stream().map(h -> h.invoice().number()).toList();
  }

  /**
   * Whether the decision is about the account as a whole, so that a step taken is recorded on the
   * account.
   *
   * @return false if a step is recorded on the invoices concerned
   */
  public boolean isOfAccount() {
    return policies == null
        && policy.account().unit() == AccountRules.Unit.ACCOUNT
        && policy.account().documentLevel() != AccountRules.DocumentLevel.OWN;
  }

  /**
   * What is open on the invoices that were looked at, due or not, held or not.
   *
   * @return an amount a currency, by currency, without zeros
   */
  public List<Money> open() {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    for (InvoiceHistory history : histories()) {
      Money open = history.standingOn(asOfDay).balance().open();
      if (open.isPositive() && history.invoice().issuedDay() <= asOfDay) {
        sums.merge(open.currency(), open, Money::plus);
      }
    }
    return List.copyOf(sums.values());
  }

  /**
   * What is overdue and not held.
   *
   * @return an amount a currency, by currency, without zeros
   */
  public List<Money> overdue() {
    return verdict == Verdict.HOLD ? List.of() : decided().debt.overdueSums();
  }

  /**
   * What the {@link #invoices} have cost by the end of the day, by the {@linkplain
   * DunningPolicy#charges charges} of the policy.
   *
   * @return an entry an invoice; none without charges
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public List<AccruedCharges> charges() {
    ChargeRules rules = policy.charges();
    if (rules.isNone()) {
      return List.of();
    }
    return chased().stream().map(h -> rules.accrue(h, asOf(), evaluator.calendar())).toList();
  }

  /**
   * The charges to record once the step is taken: fees of the step, and what accrued since charges
   * were assessed last.
   *
   * @return events by invoice number, only of invoices that have any; none unless the verdict is
   *     {@link Verdict#ACT} and the step {@linkplain DunningAction#assessCharges assesses charges}
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public SortedMap<String, List<ChargeEvent.ChargeAssessed>> assessments() {
    boolean assesses =
        verdict == Verdict.ACT
            && step().orElseThrow().actions().contains(DunningAction.assessCharges());
    return assesses && !policy.charges().isNone()
        ? new Assessments(policy.charges(), step().orElseThrow().name(), this).byInvoice()
        : new TreeMap<>();
  }

  /**
   * What is owed on the {@link #invoices}, {@linkplain #assessments charges of the step} included:
   * what a letter states.
   *
   * @return principal, fees and interest, an entry a currency, by currency
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public List<AccruedCharges.Owed> owed() {
    SortedMap<CurrencyUnit, AccruedCharges.Owed> sums = new TreeMap<>();
    for (InvoiceHistory each : charged()) {
      AccruedCharges.Owed owed = policy.charges().accrue(each, asOf(), evaluator.calendar()).owed();
      sums.merge(owed.principal().currency(), owed, AccruedCharges.Owed::plus);
    }
    return List.copyOf(sums.values());
  }

  /** The invoices that are chased, as they are once the charges of the step are recorded. */
  private List<InvoiceHistory> charged() {
    Map<String, List<ChargeEvent.ChargeAssessed>> events = assessments();
    return chased().stream()
        .map(
            h ->
                h.with(
                    events
                        .getOrDefault(h.invoice().number(), List.of())
                        .toArray(new LedgerEvent[0])))
        .toList();
  }

  /** Whether rules of contact, or the customer, were asked. */
  boolean asksConduct() {
    return !policy.outreach().conduct().equals(Conduct.PLAIN)
        || !account.customer().wishes().isNone();
  }

  /** Whether any condition asks how the customer has paid. */
  boolean asksProfile() {
    return decided().prepared.asksProfile;
  }

  BusinessCalendar calendar() {
    return evaluator.calendar();
  }

  /** The histories of the invoices that the decision is about. */
  List<InvoiceHistory> chased() {
    List<String> numbers = invoices();
    return histories().stream().filter(h -> numbers.contains(h.invoice().number())).toList();
  }

  /**
   * The due date of the oldest item that is overdue and not held; days past due count from it.
   *
   * @return the day; empty if nothing is overdue
   */
  public Optional<LocalDate> overdueSince() {
    Debt debt = decided().debt;
    return debt.isOverdue()
        ? Optional.of(LocalDate.ofEpochDay(debt.oldestDue()))
        : Optional.empty();
  }

  /**
   * The offers that the step makes.
   *
   * @return a quote an invoice, by invoice number; none unless the verdict is {@link Verdict#ACT}
   *     and the step offers a settlement
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public SortedMap<String, SettlementQuote> settlements() {
    SortedMap<String, SettlementQuote> all = new TreeMap<>();
    if (verdict == Verdict.ACT && step().orElseThrow().offersSettlement()) {
      SettlementRule rule = policy.settlement().orElseThrow();
      Percentage share = rule.shareAt(decided().debt.daysPastDue()).orElseThrow();
      for (InvoiceHistory each : charged()) {
        AccruedCharges.Owed owed =
            policy.charges().accrue(each, asOf(), evaluator.calendar()).owed();
        all.put(each.invoice().number(), rule.offer(owed, share, asOf(), evaluator.calendar()));
      }
    }
    return all;
  }

  /**
   * The payment plans that the step proposes.
   *
   * @return a plan an invoice, by invoice number; none unless the verdict is {@link Verdict#ACT}
   *     and the step proposes a plan
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public SortedMap<String, PaymentPlan> paymentPlans() {
    SortedMap<String, PaymentPlan> all = new TreeMap<>();
    if (verdict == Verdict.ACT && step().orElseThrow().proposesPlan()) {
      PlanRule rule = policy.plans().orElseThrow();
      for (InvoiceHistory each : charged()) {
        all.put(
            each.invoice().number(),
            rule.propose(each, policy.charges(), asOf(), evaluator.calendar()));
      }
    }
    return all;
  }

  /**
   * The routes that the debt can take, by the endgame rule of the policy, and what is open in the
   * currency of the oldest item.
   *
   * @return what is worth most first; none without such a rule, or if nothing is overdue or all is
   *     held
   */
  public List<RecoveryEstimate> routes() {
    Decision decided = decided();
    boolean any = verdict != Verdict.HOLD && decided.debt.free() > 0 && decided.debt.isOverdue();
    return any ? decided.debt.routes() : List.of();
  }

  /**
   * How the customer has paid, as the conditions of the policy see it.
   *
   * @return the profile as of the day
   */
  public PaymentProfile profile() {
    return decided().facts.profile(asOfDay);
  }

  /**
   * Every rule that decided and every step that was left out, with the facts.
   *
   * @return the explanation
   */
  public Explanation explain() {
    return Explanation.of(this, decided());
  }

  private List<InvoiceHistory> histories() {
    boolean[] members = DunningEvaluator.members(policy, policies, account);
    List<InvoiceHistory> all = new ArrayList<>();
    for (int i = from; i < to; i++) {
      InvoiceHistory history = account.invoices().get(i);
      boolean fits = only == null || only.equals(history.invoice().amount().currency());
      if (fits && (members == null || members[i])) {
        all.add(history);
      }
    }
    return all;
  }

  private Decision decided() {
    return evaluator.decide(this, asOfDay, null);
  }

  /** The decision on another day, or if more were owed. */
  Decision decided(long day, Money supposed) {
    return evaluator.decide(this, day, supposed);
  }

  void about(Decision decision) {
    decision.about(from, to, only, DunningEvaluator.members(policy, policies, account));
  }

  /** What goes into one document with this: equal for what does. */
  Object documentKey() {
    if (policy.account().documentLevel() != AccountRules.DocumentLevel.OWN) {
      return List.of(policy, from, to, only == null ? "" : only);
    }
    boolean apart = policy.account().unit() == AccountRules.Unit.ACCOUNT_AND_CURRENCY;
    Object currency = account.invoices().get(from).invoice().amount().currency();
    return List.of(policy, apart ? currency : "");
  }

  /**
   * Whether another recommendation decides the same: equal verdict, step, actions, channel and kind
   * of reason, whatever the day and the amounts.
   *
   * @param other another recommendation, by the same policy
   * @return true if the decision is the same
   */
  public boolean decidesLike(Recommendation other) {
    return policy.equals(other.policy)
        && verdict == other.verdict
        && step == other.step
        && rule == other.rule
        && manner == other.manner
        && Objects.equals(heldWhile, other.heldWhile);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recommendation that
        && decidesLike(that)
        && asOfDay == that.asOfDay
        && reviewDay == that.reviewDay
        && from == that.from
        && to == that.to
        && Objects.equals(only, that.only)
        && reason.equals(that.reason)
        && account.equals(that.account);
  }

  @Override
  public int hashCode() {
    return Objects.hash(asOfDay, verdict, step, rule, reviewDay, account.customer());
  }

  /** Such as {@code act: first notice: 14 days past due was reached on 2026-02-17}. */
  @Override
  public String toString() {
    return verdict + ": " + reason + reviewOn().map(d -> "; look again on " + d).orElse("");
  }
}
