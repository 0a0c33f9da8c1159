package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ChargeEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.event.Restriction;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * The rules for what a late invoice costs: interest, fees, a cap, and what a payment pays first.
 *
 * <p>{@link #accrue} always computes from all events of an invoice. A payment that is booked late
 * therefore counts from its own day, and one that bounced never counted. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class ChargeRules implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No charges. */
  public static final ChargeRules NONE = new ImmutableChargeRules.Builder().build();

  /** The days after the due date after which nothing accrues: a hundred years. */
  public static final int LONGEST = AccrualTerms.LONGEST;

  ChargeRules() {}

  /** What interest does while a debt is disputed. */
  public enum InDispute {
    /** It goes on. If the customer wins, what accrued on the disputed amount is not owed. */
    RUN_ON,
    /** It does not accrue on the disputed amount. */
    PAUSE
  }

  /** What charges do while a restriction is in force. */
  public enum InRestriction {
    /** Interest accrues, and fees arise. */
    RUN_ON,
    /** No interest accrues, and no fee arises; what was owed before stays owed. */
    PAUSE,
    /** As {@link #PAUSE}, and what was owed when it began is given up. */
    WAIVE
  }

  /** What happens to charges that are still owed once the principal is paid. */
  public enum OnceSettled {
    /** They stay owed; nobody is reminded of them. */
    OWED,
    /**
     * They are a debt of their own, which falls due on the day on which the principal was settled:
     * the ladder starts again for it.
     */
    CHASED,
    /** The creditor gives them up. */
    WAIVED
  }

  /** {@return the interest; empty if none is charged} */
  public abstract Optional<LateInterest> interest();

  /** {@return the fees that can arise; all that do are added up} */
  public abstract List<LateFee> fees();

  /** {@return the most that fees and interest come to together; empty if there is none} */
  public abstract Optional<ChargeCap> cap();

  /**
   * {@return what a payment pays first; {@link AllocationOrder#PRINCIPAL_INTEREST_COSTS} unless
   * set}
   */
  @Value.Default
  public AllocationOrder order() {
    return AllocationOrder.PRINCIPAL_INTEREST_COSTS;
  }

  /** {@return what interest does while a debt is disputed; {@link InDispute#RUN_ON} unless set} */
  @Value.Default
  public InDispute inDispute() {
    return InDispute.RUN_ON;
  }

  /**
   * {@return what happens to charges that are still owed once the principal is paid; {@link
   * OnceSettled#OWED} unless set}
   */
  @Value.Default
  public OnceSettled onceSettled() {
    return OnceSettled.OWED;
  }

  @Value.NaturalOrder
  abstract SortedMap<Restriction, InRestriction> inRestriction();

  /**
   * What charges do while a restriction is in force. The restriction has to be recorded on the
   * invoice; the evaluator takes those of the account into account as well.
   *
   * @param restriction the restriction
   * @return unless set, {@link InRestriction#PAUSE} in a {@linkplain Restriction#BREATHING_SPACE
   *     breathing space} (in England and Wales regulation 7 of the Debt Respite Scheme Regulations
   *     2020, SI 2020/1311), else {@link InRestriction#RUN_ON}
   */
  public InRestriction whileRestricted(Restriction restriction) {
    return inRestriction().getOrDefault(restriction, usually(restriction));
  }

  private static InRestriction usually(Restriction restriction) {
    return restriction == Restriction.BREATHING_SPACE ? InRestriction.PAUSE : InRestriction.RUN_ON;
  }

  /** {@return the law or contract behind the interest; empty text unless set} */
  @Value.Default
  public String source() {
    return "";
  }

  /**
   * {@return rules with interest alone}
   *
   * @param interest the rule
   */
  public static ChargeRules of(LateInterest interest) {
    return NONE.with(interest);
  }

  /**
   * {@return rules with the interest and the fixed compensation of a law}
   *
   * @param law the regime
   */
  public static ChargeRules of(StatutoryInterest law) {
    return NONE.with(law);
  }

  /**
   * {@return rules with fees alone}
   *
   * @param fees the fees
   */
  public static ChargeRules of(LateFee... fees) {
    Objects.requireNonNull(fees, "fees");
    return new ImmutableChargeRules.Builder().addFees(fees).build();
  }

  private ImmutableChargeRules.Builder with() {
    return new ImmutableChargeRules.Builder().from(this);
  }

  /**
   * {@return these rules with this interest instead of any other} The compensation of a law stays.
   *
   * @param interest the rule
   */
  public ChargeRules with(LateInterest interest) {
    return with().interest(interest).build();
  }

  /**
   * {@return these rules with the interest of a law instead of any other, and its fixed
   * compensation instead of that of any other law} {@link StatutoryInterest#withoutCompensation}
   * leaves the compensation out.
   *
   * @param law the regime
   */
  public ChargeRules with(StatutoryInterest law) {
    Objects.requireNonNull(law, "law");
    List<LateFee> others = fees().stream().filter(f -> !f.isCompensation()).toList();
    ImmutableChargeRules.Builder all =
        with().fees(others).interest(law.interest()).source(law.source());
    law.compensation().map(LateFee::asCompensation).ifPresent(all::addFees);
    return all.build();
  }

  /**
   * {@return these rules with one more fee}
   *
   * @param fee the fee
   */
  public ChargeRules with(LateFee fee) {
    return with().addFees(fee).build();
  }

  /**
   * {@return these rules for a customer: without the fees that have to be {@linkplain
   * LateFee#onlyIfAgreed agreed} and were not; these if no fee has to be left out} The evaluator
   * applies them so; if you call {@link #accrue} yourself, do the same.
   *
   * @param customer who owes
   */
  public ChargeRules agreedWith(Customer customer) {
    Objects.requireNonNull(customer, "customer");
    for (LateFee each : fees()) {
      if (!each.isAgreedWith(customer)) {
        return with().fees(fees().stream().filter(f -> f.isAgreedWith(customer)).toList()).build();
      }
    }
    return this;
  }

  /**
   * {@return these rules with a cap}
   *
   * @param cap the most that fees and interest come to together
   */
  public ChargeRules capped(ChargeCap cap) {
    return with().cap(cap).build();
  }

  /**
   * {@return these rules with another order in which a payment pays costs, interest and principal}
   *
   * @param order the order
   */
  public ChargeRules paying(AllocationOrder order) {
    return with().order(order).build();
  }

  /**
   * {@return these rules with another rule for disputed debts}
   *
   * @param rule what interest does while a debt is disputed
   */
  public ChargeRules inDispute(InDispute rule) {
    return with().inDispute(rule).build();
  }

  /**
   * {@return these rules with another rule for charges while a restriction is in force}
   *
   * @param restriction the restriction
   * @param rule what charges do
   */
  public ChargeRules whileRestricted(Restriction restriction, InRestriction rule) {
    Objects.requireNonNull(restriction, "restriction");
    SortedMap<Restriction, InRestriction> all = new TreeMap<>(inRestriction());
    all.put(restriction, rule);
    // rules that say the same are equal
    all.remove(restriction, usually(restriction));
    return with().inRestriction(all).build();
  }

  /**
   * {@return these rules with another rule for charges that are still owed once the principal is
   * paid}
   *
   * @param rule what happens to them
   */
  public ChargeRules onceSettled(OnceSettled rule) {
    return with().onceSettled(rule).build();
  }

  /**
   * {@return these rules with the law or contract behind the interest}
   *
   * @param text the source
   */
  public ChargeRules by(String text) {
    return with().source(text).build();
  }

  /** {@return whether nothing is charged} */
  public boolean isNone() {
    return interest().isEmpty() && fees().isEmpty();
  }

  /**
   * {@return what an invoice has cost by the end of a day, with every day a business day}
   *
   * @param history the invoice and what happened to it
   * @param asOf the day, included: its events count, and it bears interest
   */
  public AccruedCharges accrue(InvoiceHistory history, LocalDate asOf) {
    return accrue(history, asOf, BusinessCalendar.everyDay());
  }

  /**
   * {@return what an invoice has cost by the end of a day} Nothing accrues later than a hundred
   * years after the due date.
   *
   * @param history the invoice and what happened to it
   * @param asOf the day, included: its events count, and it bears interest
   * @param calendar says which days are business days, for days of grace
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public AccruedCharges accrue(InvoiceHistory history, LocalDate asOf, BusinessCalendar calendar) {
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(calendar, "calendar");
    InvoiceHistory discounted = new PostedCharges(terms(), asOf, calendar).discounted(history);
    return new Hindsight(terms(), discounted, asOf, calendar).charges();
  }

  /**
   * {@return an invoice as the books show it by these rules: what payments paid of fees and
   * interest by the {@link #order} is recorded as {@link MoneyEvent.ChargesPaid}, so that what is
   * open is the {@linkplain AccruedCharges#principal principal} that {@link #accrue} states; the
   * same one if no payment paid any charges} What was recorded of the kind before is replaced.
   *
   * @param history the invoice and what happened to it
   * @param asOf the day, included
   * @param calendar says which days are business days, for days of grace
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public InvoiceHistory posted(InvoiceHistory history, LocalDate asOf, BusinessCalendar calendar) {
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(calendar, "calendar");
    return new PostedCharges(terms(), asOf, calendar).of(history, history);
  }

  /**
   * {@return an account as the books show it by these rules: every invoice as {@link
   * #posted(InvoiceHistory, LocalDate, BusinessCalendar)}; the same one if no payment paid any
   * charges} Age and evaluate it to see what the statements say. An invoice whose sums do not fit
   * into minor units stays as it is.
   *
   * @param account the account
   * @param asOf the day, included
   * @param calendar says which days are business days, for days of grace
   */
  public Account posted(Account account, LocalDate asOf, BusinessCalendar calendar) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(calendar, "calendar");
    return new PostedCharges(terms(), asOf, calendar).of(account);
  }

  @Value.Check
  void check() {
    boolean grow =
        interest().map(i -> i.compounding() != LateInterest.Compounding.NONE).orElse(false);
    if (onceSettled() == OnceSettled.CHASED && grow) {
      throw new IllegalArgumentException(
          "charges that are chased cannot bear interest: "
              + interest().get()
              + "\nMaybe: keep them as owed, or charge simple interest");
    }
  }

  /**
   * {@return the most that fees and interest of an invoice can ever come to, by a cap over all
   * time; empty without one}
   *
   * @param invoice the invoice
   */
  public Optional<Money> most(Invoice invoice) {
    return cap()
        .filter(c -> c.within() == ChargeCap.Within.ALL_TIME)
        .map(c -> Money.ofMinor(c.limit(invoice.amount()), invoice.amount().currency()));
  }

  /**
   * What to assess on an invoice when a step is taken: the fees of the step unless they were
   * assessed before, and the fees and the interest that accrued and were not assessed yet. Once you
   * have recorded the events, asking again on the same day returns nothing.
   *
   * @param history the invoice and what happened to it
   * @param step the name of the step
   * @param asOf the day
   * @param calendar says which days are business days, for days of grace
   * @return the events to record, each with an amount above zero and within the cap
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public List<ChargeEvent.ChargeAssessed> assess(
      InvoiceHistory history, String step, LocalDate asOf, BusinessCalendar calendar) {
    return new Assessment(this, asOf, calendar).of(history, step);
  }

  /**
   * {@return whether the fee of a step was assessed on an invoice} Assessments that were reversed
   * do not count.
   *
   * @param history the invoice and what happened to it
   * @param step the name of the step
   * @param asOf the day, included
   */
  public static boolean isAssessed(InvoiceHistory history, String step, LocalDate asOf) {
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(step, "step");
    return StepFee.isAssessed(history, step, asOf);
  }

  /**
   * {@return the fee of a letter about several invoices: those {@linkplain LateFee#perDocument
   * fees} that are charged once for a letter; zero if there is none}
   *
   * @param step the name of the step
   * @param overdue what is overdue on all of them
   */
  public Money documentFee(String step, Money overdue) {
    return feeOf(step, overdue, true);
  }

  /** The fees of a step, of each invoice or of the letter as a whole. */
  Money feeOf(String step, Money overdue, boolean ofDocument) {
    Money fee = Money.zero(overdue.currency());
    for (LateFee each : fees()) {
      fee = each.arisesWith(step, ofDocument) ? fee.plus(each.of(overdue)) : fee;
    }
    return fee;
  }

  /** What the calculation of charges reads of these rules. */
  @Value.Lazy
  AccrualTerms terms() {
    return new AccrualTerms(
        interest().isPresent(),
        interest().orElse(AccrualTerms.NO_INTEREST),
        ChargeRulesText.interest(this),
        fees().stream().filter(f -> f.arises() != LateFee.Arises.WITH_STEP).toList(),
        cap(),
        order(),
        inDispute() == InDispute.PAUSE,
        restrictions(InRestriction.PAUSE, InRestriction.WAIVE),
        restrictions(InRestriction.WAIVE),
        onceSettled() == OnceSettled.WAIVED,
        isNone() && order().isPrincipalFirst());
  }

  private Set<Restriction> restrictions(InRestriction... rules) {
    List<InRestriction> some = List.of(rules);
    return Stream.of(Restriction.values())
        .filter(r -> some.contains(whileRestricted(r)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Such as {@code German base rate + 9%, ACT/365F; 40.00 EUR, once}. */
  @Override
  public String toString() {
    return ChargeRulesText.of(this);
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableChargeRules.Builder().from(this).build());
  }
}
