package io.dunning.policy;

import io.dunning.behaviour.RiskModel;
import io.dunning.behaviour.Scorecard;
import io.dunning.calendar.Days;
import io.dunning.charge.ChargeRules;
import io.dunning.charge.LateFee;
import io.dunning.charge.LateInterest;
import io.dunning.charge.StatutoryInterest;
import io.dunning.conduct.Conduct;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.PlanRule;
import io.dunning.settlement.SettlementRule;
import io.dunning.terms.GracePeriod;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What to do about debts, and when: a ladder of steps, and the rules around it. Every rule has a
 * default, which its method states. Immutable and thread-safe; prints as text.
 */
@Value.Immutable
public abstract class DunningPolicy implements Serializable {
  private static final long serialVersionUID = 1L;

  DunningPolicy() {}

  /** What is decided about at once. */
  public enum Unit {
    /** Each invoice on its own. */
    INVOICE,
    /** All items of an account together; the oldest sets the age. */
    ACCOUNT,
    /** All items of an account in one currency together; the oldest sets the age. */
    ACCOUNT_AND_CURRENCY
  }

  /** What the ladder's clock does while an item is held, disputed or promised. */
  public enum Clock {
    /** It runs on. */
    RUNS,
    /** It stops: those days do not count towards the next step. */
    STOPS
  }

  /** From when a debt is aged that was paid and reopened by a reversal. */
  public enum ReversedAge {
    /** From the original due date. */
    FROM_DUE_DATE,
    /** From the day of the reversal. */
    FROM_REVERSAL
  }

  /** What becomes of steps taken before a payment that was reversed. */
  public enum ReversedSteps {
    /** They count. */
    COUNT,
    /** They do not: the ladder starts again. */
    START_AGAIN
  }

  /** Which item of an account says how far the account is taken. */
  public enum DocumentLevel {
    /** The oldest: it alone goes up the ladder, and the others are listed with it. */
    OLDEST,
    /**
     * The one that has come furthest. An item that was listed counts as taken as far as it was old
     * enough for.
     */
    HIGHEST,
    /** Each keeps its own level; what is due on one day goes into one document. */
    OWN
  }

  /** What credits of an account do: over-paid invoices, credit notes, unapplied payments. */
  public enum Credits {
    /** They stand beside what is owed. */
    APART,
    /** They lower what is overdue in their currency; what they cover is not chased. */
    NET
  }

  /** Which steps, taken for a whole account, count for the item that is now its oldest. */
  public enum AccountSteps {
    /** Those for which the item itself was old enough on that day: no warning is skipped. */
    WHEN_OLD_ENOUGH,
    /** Those, and all that were taken since the item fell due. */
    SINCE_DUE
  }

  /**
   * The name.
   *
   * @return the name
   */
  public abstract String name();

  /**
   * The version, in the user's own counting.
   *
   * @return empty text unless set
   */
  @Value.Default
  public String version() {
    return "";
  }

  /**
   * The ladder.
   *
   * @return the ladder
   */
  public abstract EscalationLadder ladder();

  /**
   * A short text that is the same for equal rules on every machine, and differs for others. Of
   * {@linkplain Condition#described described} conditions only the sentence counts.
   *
   * @return the first 16 hexadecimal digits of the SHA-256 of the {@linkplain #toString text} and
   *     of the rates behind its interest
   */
  @Value.Lazy
  public String fingerprint() {
    return PolicyRules.fingerprint(this);
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
   * What an invoice costs that is paid late. Charges stand beside what is open: the ladder goes by
   * the books, and steps that {@linkplain io.dunning.action.DunningAction#assessCharges assess
   * charges} tell the customer what they come to.
   *
   * @return {@link ChargeRules#NONE} unless set
   */
  @Value.Default
  public ChargeRules charges() {
    return ChargeRules.NONE;
  }

  /**
   * What is decided about at once.
   *
   * @return {@link Unit#INVOICE} unless set
   */
  @Value.Default
  public Unit unit() {
    return Unit.INVOICE;
  }

  /**
   * While this holds of an item, nothing is done about it. Holds in the ledger hold in any case.
   *
   * @return a dispute is open, a promise or a payment plan is active, or an offer to settle stands,
   *     unless set
   */
  @Value.Default
  public Condition holdWhile() {
    return PolicyRules.DEFAULT_HOLD;
  }

  /**
   * How many days must have passed since the last contact before the customer is contacted again.
   *
   * @return 0 unless set
   */
  @Value.Default
  public int minimumDaysBetweenContacts() {
    return 0;
  }

  /**
   * How much less than the debt settles it.
   *
   * @return empty if no settlement is offered
   */
  public abstract Optional<SettlementRule> settlement();

  /**
   * How a debt may be paid in parts.
   *
   * @return empty if no plan is proposed
   */
  public abstract Optional<PlanRule> plans();

  /**
   * Which route is worth most for an old debt.
   *
   * @return empty if routes are not weighed
   */
  public abstract Optional<EndgameRule> endgame();

  /**
   * How far back settled invoices tell how a customer pays.
   *
   * @return calendar days; empty if all count
   */
  public abstract Optional<Days> profileWindow();

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
   * Who collects, and under which rules of contact.
   *
   * @return {@link Conduct#PLAIN} unless set: only the wishes of the customer
   */
  @Value.Default
  public Conduct conduct() {
    return Conduct.PLAIN;
  }

  /**
   * How much has to be overdue for anything to be done, by currency.
   *
   * @return a currency without an amount has no minimum
   */
  @Value.NaturalOrder
  public abstract SortedMap<CurrencyUnit, Money> minimumAmounts();

  /**
   * How long after its day a promise can still be kept.
   *
   * @return no days unless set
   */
  @Value.Default
  public Days promiseTolerance() {
    return Days.NONE;
  }

  /**
   * How the ladder goes on once a promise was broken.
   *
   * @return {@link Resumption#whereItWas} unless set
   */
  @Value.Default
  public Resumption brokenPromise() {
    return Resumption.whereItWas();
  }

  /**
   * How long after its due date an instalment of a payment plan can still be paid.
   *
   * @return no days unless set
   */
  @Value.Default
  public Days planCure() {
    return Days.NONE;
  }

  /**
   * How the ladder goes on once a payment plan was broken.
   *
   * @return {@link Resumption#whereItWas} unless set
   */
  @Value.Default
  public Resumption brokenPlan() {
    return Resumption.whereItWas();
  }

  /**
   * Which item says how far an account is taken.
   *
   * @return {@link DocumentLevel#OLDEST} unless set
   */
  @Value.Default
  public DocumentLevel documentLevel() {
    return DocumentLevel.OLDEST;
  }

  /**
   * What credits of an account do.
   *
   * @return {@link Credits#APART} unless set
   */
  @Value.Default
  public Credits credits() {
    return Credits.APART;
  }

  /**
   * What the clock does during holds.
   *
   * @return {@link Clock#RUNS} unless set
   */
  @Value.Default
  public Clock clock() {
    return Clock.RUNS;
  }

  /**
   * From when a reopened debt is aged.
   *
   * @return {@link ReversedAge#FROM_DUE_DATE} unless set
   */
  @Value.Default
  public ReversedAge reversedAge() {
    return ReversedAge.FROM_DUE_DATE;
  }

  /**
   * What becomes of the steps of a reopened debt.
   *
   * @return {@link ReversedSteps#COUNT} unless set
   */
  @Value.Default
  public ReversedSteps reversedSteps() {
    return ReversedSteps.COUNT;
  }

  /**
   * Which steps of the account count for its oldest item.
   *
   * @return {@link AccountSteps#WHEN_OLD_ENOUGH} unless set
   */
  @Value.Default
  public AccountSteps accountSteps() {
    return AccountSteps.WHEN_OLD_ENOUGH;
  }

  /**
   * Starts a policy.
   *
   * @param name the name
   * @return a draft, to be built
   */
  public static Draft named(String name) {
    return new Draft(name);
  }

  @Value.Check
  void check() {
    List<String> violations = PolicyRules.violations(this);
    if (!violations.isEmpty()) {
      throw new InvalidPolicyException(name(), violations);
    }
  }

  /** The name and version, then the rules that differ from their defaults, then the ladder. */
  @Override
  public String toString() {
    String named = name() + (version().isEmpty() ? "" : " version " + version());
    return named + PolicyRules.described(this) + "\n" + ladder();
  }

  /** Collects the rules of a policy. Not thread-safe. */
  public static final class Draft {
    private final ImmutableDunningPolicy.Builder rules;
    private final SortedMap<CurrencyUnit, Money> minimums = new TreeMap<>();
    private ChargeRules charges = ChargeRules.NONE;
    private boolean hasLadder;

    private Draft(String name) {
      rules = new ImmutableDunningPolicy.Builder().name(name);
    }

    /**
     * The version, in the user's own counting.
     *
     * @param text such as {@code "2026-03"}
     * @return this draft
     */
    public Draft version(String text) {
      rules.version(text);
      return this;
    }

    /**
     * The ladder; required.
     *
     * @param ladder the steps
     * @return this draft
     */
    public Draft ladder(EscalationLadder ladder) {
      rules.ladder(ladder);
      hasLadder = true;
      return this;
    }

    /**
     * What an invoice costs that is paid late; replaces all charges named before.
     *
     * @param all the charges
     * @return this draft
     */
    public Draft charges(ChargeRules all) {
      charges = all;
      return this;
    }

    /**
     * Interest by contract.
     *
     * @param interest the interest
     * @return this draft
     */
    public Draft lateInterest(LateInterest interest) {
      return charges(charges.with(interest));
    }

    /**
     * Interest and fixed compensation by law.
     *
     * @param law the regime
     * @return this draft
     */
    public Draft lateInterest(StatutoryInterest law) {
      return charges(charges.with(law));
    }

    /**
     * A fee; those of steps arise with the steps that assess charges.
     *
     * @param fee one more fee
     * @return this draft
     */
    public Draft lateFee(LateFee fee) {
      return charges(charges.with(fee));
    }

    /**
     * Nothing is chased for so many days after the due date, the last of them included.
     *
     * @param days how long
     * @return this draft
     */
    public Draft grace(Days days) {
      rules.grace(new GracePeriod(days));
      return this;
    }

    /**
     * What is decided about at once.
     *
     * @param unit the unit
     * @return this draft
     */
    public Draft per(Unit unit) {
      rules.unit(unit);
      return this;
    }

    /**
     * While this holds of an item, nothing is done about it; replaces the default.
     *
     * @param condition the condition
     * @return this draft
     */
    public Draft holdWhile(Condition condition) {
      rules.holdWhile(condition);
      return this;
    }

    /**
     * How many days must have passed between two contacts.
     *
     * @param days 0 or more
     * @return this draft
     */
    public Draft minimumDaysBetweenContacts(int days) {
      rules.minimumDaysBetweenContacts(days);
      return this;
    }

    /**
     * How much less than the debt settles it.
     *
     * @param rule the rule
     * @return this draft
     */
    public Draft settlement(SettlementRule rule) {
      rules.settlement(rule);
      return this;
    }

    /**
     * How a debt may be paid in parts.
     *
     * @param rule the rule
     * @return this draft
     */
    public Draft plans(PlanRule rule) {
      rules.plans(rule);
      return this;
    }

    /**
     * Which route is worth most for an old debt.
     *
     * @param rule the rule
     * @return this draft
     */
    public Draft endgame(EndgameRule rule) {
      rules.endgame(rule);
      return this;
    }

    /**
     * How far back settled invoices tell how a customer pays.
     *
     * @param days calendar days, the day of the decision being the last
     * @return this draft
     */
    public Draft profileWindow(Days days) {
      rules.profileWindow(days);
      return this;
    }

    /**
     * How likely it is that a customer will be late.
     *
     * @param model the model
     * @return this draft
     */
    public Draft riskModel(RiskModel model) {
      rules.riskModel(model);
      return this;
    }

    /**
     * Who collects, and under which rules of contact.
     *
     * @param conduct the rules
     * @return this draft
     */
    public Draft conduct(Conduct conduct) {
      rules.conduct(conduct);
      return this;
    }

    /**
     * How much has to be overdue for anything to be done, in one more currency.
     *
     * @param amount reached at exactly that amount
     * @return this draft
     */
    public Draft minimumAmount(Money amount) {
      minimums.put(amount.currency(), amount);
      return this;
    }

    /**
     * How long after its day a promise can still be kept.
     *
     * @param days how long
     * @return this draft
     */
    public Draft promiseTolerance(Days days) {
      rules.promiseTolerance(days);
      return this;
    }

    /**
     * How the ladder goes on once a promise was broken.
     *
     * @param resumption how it goes on
     * @return this draft
     */
    public Draft brokenPromise(Resumption resumption) {
      rules.brokenPromise(resumption);
      return this;
    }

    /**
     * How long after its due date an instalment of a payment plan can still be paid.
     *
     * @param days how long
     * @return this draft
     */
    public Draft planCure(Days days) {
      rules.planCure(days);
      return this;
    }

    /**
     * How the ladder goes on once a payment plan was broken.
     *
     * @param resumption how it goes on
     * @return this draft
     */
    public Draft brokenPlan(Resumption resumption) {
      rules.brokenPlan(resumption);
      return this;
    }

    /**
     * Which item says how far an account is taken; only for accounts.
     *
     * @param level which
     * @return this draft
     */
    public Draft documentLevel(DocumentLevel level) {
      rules.documentLevel(level);
      return this;
    }

    /**
     * What credits of an account do; only for accounts.
     *
     * @param credits what they do
     * @return this draft
     */
    public Draft credits(Credits credits) {
      rules.credits(credits);
      return this;
    }

    /**
     * What the clock does during holds.
     *
     * @param clock what it does
     * @return this draft
     */
    public Draft clock(Clock clock) {
      rules.clock(clock);
      return this;
    }

    /**
     * From when a debt is aged that a reversal reopened.
     *
     * @param from from when
     * @return this draft
     */
    public Draft reversedAge(ReversedAge from) {
      rules.reversedAge(from);
      return this;
    }

    /**
     * What becomes of the steps of a debt that a reversal reopened.
     *
     * @param steps what becomes of them
     * @return this draft
     */
    public Draft reversedSteps(ReversedSteps steps) {
      rules.reversedSteps(steps);
      return this;
    }

    /**
     * Which steps of the account count for its oldest item.
     *
     * @param steps which
     * @return this draft
     */
    public Draft accountSteps(AccountSteps steps) {
      rules.accountSteps(steps);
      return this;
    }

    /**
     * The policy.
     *
     * @return the policy
     * @throws InvalidPolicyException if it contradicts itself; every violation is named
     */
    public DunningPolicy build() {
      if (!hasLadder) {
        rules.ladder(EscalationLadder.of());
        hasLadder = true;
      }
      return Objects.requireNonNull(rules.minimumAmounts(minimums).charges(charges).build());
    }
  }
}
