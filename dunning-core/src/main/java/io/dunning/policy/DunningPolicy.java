package io.dunning.policy;

import io.dunning.behaviour.ProfileScope;
import io.dunning.behaviour.RiskModel;
import io.dunning.behaviour.Scorecard;
import io.dunning.calendar.Days;
import io.dunning.charge.ChargeRules;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.serial.Checked;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementRule;
import io.dunning.terms.GracePeriod;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;

/**
 * What to do about debts, and when: a ladder of steps, and the rules around it. Every rule has a
 * default, which its method states. Immutable and thread-safe; prints as text.
 */
@Value.Immutable
public abstract class DunningPolicy implements Serializable {
  private static final long serialVersionUID = 1L;

  static final Condition DEFAULT_HOLD =
      Condition.disputeOpen()
          .or(Condition.promiseActive())
          .or(Condition.planActive())
          .or(Condition.settlementOffered());

  DunningPolicy() {}

  /** What the ladder's clock does while an item is held, disputed or promised. */
  public enum Clock {
    /** It runs on. */
    RUNS,
    /** It stops: those days do not count towards the next step. */
    STOPS
  }

  /**
   * The name of the policy.
   *
   * @return a text that is not blank
   */
  public abstract String name();

  /**
   * The version, in your own counting.
   *
   * @return an empty text unless set
   */
  @Value.Default
  public String version() {
    return "";
  }

  /**
   * The steps, and how to go up them.
   *
   * @return a ladder with at least one step
   */
  public abstract EscalationLadder ladder();

  /**
   * A short text that is the same for equal policies on every machine and differs for unequal ones.
   * Name, version, ladder and all rules count, the rates behind the interest included; of
   * {@linkplain Condition#described described} conditions and risk models only the sentence counts.
   *
   * @return 16 hexadecimal digits, the first of a SHA-256 digest
   */
  @Value.Lazy
  public String fingerprint() {
    return PolicyFingerprint.of(this);
  }

  /**
   * How long after the due date nothing is chased.
   *
   * @return no grace unless set
   */
  @Value.Default
  public GracePeriod grace() {
    return GracePeriod.NONE;
  }

  /**
   * The fees and the interest for paying late. Charges stand beside the open balance: the ladder
   * goes by the books, and steps that {@linkplain io.dunning.action.DunningAction#assessCharges
   * assess charges} tell the customer what they come to.
   *
   * @return {@link ChargeRules#NONE} unless set
   */
  public abstract ChargeRules charges();

  /**
   * Whether the policy decides for each invoice or for whole accounts.
   *
   * @return the defaults of {@link AccountRules} unless set
   */
  public abstract AccountRules account();

  /**
   * The condition that holds an item: while it is true, nothing is done about the item. Holds that
   * are recorded as events hold in any case.
   *
   * @return unless set, true while a dispute is open, a promise or a payment plan is active, or an
   *     offer to settle stands
   */
  @Value.Default
  public Condition holdWhile() {
    return DEFAULT_HOLD;
  }

  /**
   * How often the customer is contacted, and under which rules.
   *
   * @return the defaults of {@link OutreachRules} unless set
   */
  public abstract OutreachRules outreach();

  /**
   * {@return how much less than the debt settles it, and when that is offered; empty if no
   * settlement is offered}
   */
  public abstract Optional<SettlementRule> settlement();

  /** {@return how a debt may be paid in instalments; empty if no plan is proposed} */
  public abstract Optional<PlanRule> plans();

  /** {@return which route is worth most for an old debt; empty if routes are not weighed} */
  public abstract Optional<EndgameRule> endgame();

  /**
   * How far back settled invoices count when a customer is judged by past payments.
   *
   * @return calendar days; empty if all settled invoices count
   */
  public abstract Optional<Days> profileWindow();

  /**
   * How many invoices must have been settled, within the profile window, before the {@linkplain
   * io.dunning.behaviour.RiskBand risk band} of a customer judges by them. Until then the band is
   * unknown, unless an invoice was written off or is long overdue.
   *
   * @return {@link ProfileScope#LEAST_SETTLED}, which is 3, unless set
   */
  @Value.Default
  public int leastSettledInvoices() {
    return ProfileScope.LEAST_SETTLED;
  }

  /**
   * How likely it is that a customer will be late.
   *
   * @return {@link Scorecard#standard} unless set
   */
  @Value.Default
  public RiskModel riskModel() {
    return Scorecard.standard();
  }

  /**
   * How much has to be overdue for anything to be done, by currency.
   *
   * @return a currency without an amount has no minimum
   */
  @Value.NaturalOrder
  public abstract SortedMap<CurrencyUnit, Money> minimumAmounts();

  /**
   * How long promises and payment plans can still be kept, and what follows when they are broken.
   *
   * @return the defaults of {@link AgreementRules} unless set
   */
  public abstract AgreementRules agreements();

  /**
   * What a step waits for because the customer may have paid, or is not expected to pay before you
   * collect.
   *
   * @return the defaults of {@link PaymentRules} unless set
   */
  public abstract PaymentRules payments();

  /**
   * What the ladder's clock does during holds.
   *
   * @return {@link Clock#RUNS} unless set
   */
  @Value.Default
  public Clock clock() {
    return Clock.RUNS;
  }

  /**
   * How a debt goes on that was paid and reopened by a reversal.
   *
   * @return the defaults of {@link ReopeningRules} unless set
   */
  public abstract ReopeningRules reopening();

  /**
   * {@return the day on which the policy begins for debts that are old by then; empty if old debts
   * are treated like any others} For a debt that fell due before it, triggers count as if the debt
   * had fallen due, and the invoice had been issued, on this day; so an old debt climbs the whole
   * ladder at the usual pace. Its age in conditions, charges and reports stays what it is.
   */
  public abstract Optional<LocalDate> liveFrom();

  /**
   * What the author of the policy promises about it, for a check of the policy. Invariants decide
   * nothing: they are no part of the {@link #fingerprint}, and policies that differ in nothing else
   * are equal.
   *
   * @return the invariants, in the order given; none unless set
   */
  @Value.Auxiliary
  public abstract List<Invariant> invariants();

  /**
   * Whether a person has to approve a step: the step says so, or the endgame rule does for the
   * route that it takes. Without an endgame rule, that of {@link EndgameRule#standard} says it.
   *
   * @param step one of the steps
   * @return true if the step may be taken only once it was approved, whatever it offers
   */
  public boolean needsApproval(EscalationStep step) {
    return Approvals.needed(this, Objects.requireNonNull(step, "step"));
  }

  /**
   * Starts a policy.
   *
   * @param name the name, not blank
   * @return a draft; set its rules, then {@linkplain PolicyDraft#build build} it
   */
  public static PolicyDraft named(String name) {
    return new PolicyDraft(name);
  }

  /**
   * What is probably a mistake: a step that comes while the payment deadline that an earlier step
   * granted still runs; a step that hands the debt over and, on a late ladder, may come before the
   * deadline of the demand is over; a step that assesses charges where there are none. A policy
   * that contradicts itself is refused instead.
   *
   * @return a sentence each, in the order of the ladder; none for most policies
   */
  public List<String> warnings() {
    return PolicyWarnings.of(this);
  }

  @Value.Check
  void check() {
    List<PolicyViolation> violations = PolicyViolations.of(this);
    if (!violations.isEmpty()) {
      throw new InvalidPolicyException(name(), violations);
    }
  }

  /** The name and version, then the rules that differ from their defaults, then the ladder. */
  @Override
  public String toString() {
    return PolicyText.of(this);
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableDunningPolicy.Builder().from(this).build());
  }
}
