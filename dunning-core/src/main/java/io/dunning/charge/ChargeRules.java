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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  public static final int LONGEST = 36_525;

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

  /**
   * The interest.
   *
   * @return the rule; empty if none is charged
   */
  public abstract Optional<LateInterest> interest();

  /** {@return the fees that can arise; all that do are added up} */
  public abstract List<LateFee> fees();

  /**
   * The most that fees and interest come to together.
   *
   * @return the cap; empty if there is none
   */
  public abstract Optional<ChargeCap> cap();

  /**
   * What a payment pays first.
   *
   * @return {@link AllocationOrder#PRINCIPAL_INTEREST_COSTS} unless set
   */
  @Value.Default
  public AllocationOrder order() {
    return AllocationOrder.PRINCIPAL_INTEREST_COSTS;
  }

  /**
   * What interest does while a debt is disputed.
   *
   * @return {@link InDispute#RUN_ON} unless set
   */
  @Value.Default
  public InDispute inDispute() {
    return InDispute.RUN_ON;
  }

  /**
   * What happens to charges that are still owed once the principal is paid.
   *
   * @return {@link OnceSettled#OWED} unless set
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

  /**
   * The law or contract behind the interest.
   *
   * @return the source, empty text unless set
   */
  @Value.Default
  public String source() {
    return "";
  }

  /**
   * Interest alone.
   *
   * @param interest the rule
   * @return the rules
   */
  public static ChargeRules of(LateInterest interest) {
    return NONE.with(interest);
  }

  /**
   * The interest and the fixed compensation of a law.
   *
   * @param law the regime
   * @return the rules
   */
  public static ChargeRules of(StatutoryInterest law) {
    return NONE.with(law);
  }

  /**
   * Fees alone.
   *
   * @param fees the fees
   * @return the rules
   */
  public static ChargeRules of(LateFee... fees) {
    Objects.requireNonNull(fees, "fees");
    return new ImmutableChargeRules.Builder().addFees(fees).build();
  }

  private ImmutableChargeRules.Builder with() {
    return new ImmutableChargeRules.Builder().from(this);
  }

  /**
   * With this interest instead of any other.
   *
   * @param interest the rule
   * @return the rules
   */
  public ChargeRules with(LateInterest interest) {
    return with().interest(interest).build();
  }

  /**
   * With the interest of a law instead of any other, and its fixed compensation as a further fee.
   * {@link StatutoryInterest#withoutCompensation} leaves the compensation out.
   *
   * @param law the regime
   * @return the rules
   */
  public ChargeRules with(StatutoryInterest law) {
    Objects.requireNonNull(law, "law");
    ImmutableChargeRules.Builder all = with().interest(law.interest()).source(law.source());
    law.compensation().map(LateFee::asCompensation).ifPresent(all::addFees);
    return all.build();
  }

  /**
   * With one more fee.
   *
   * @param fee the fee
   * @return the rules
   */
  public ChargeRules with(LateFee fee) {
    return with().addFees(fee).build();
  }

  /**
   * These rules for a customer: without the fees that have to be {@linkplain LateFee#onlyIfAgreed
   * agreed} and were not. The evaluator applies them so; if you call {@link #accrue} yourself, do
   * the same.
   *
   * @param customer who owes
   * @return the rules; these if no fee has to be left out
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
   * With a cap.
   *
   * @param cap the most that fees and interest come to together
   * @return the rules
   */
  public ChargeRules capped(ChargeCap cap) {
    return with().cap(cap).build();
  }

  /**
   * With another order in which a payment pays costs, interest and principal.
   *
   * @param order the order
   * @return the rules
   */
  public ChargeRules paying(AllocationOrder order) {
    return with().order(order).build();
  }

  /**
   * With another rule for disputed debts.
   *
   * @param rule what interest does while a debt is disputed
   * @return the rules
   */
  public ChargeRules inDispute(InDispute rule) {
    return with().inDispute(rule).build();
  }

  /**
   * With another rule for charges while a restriction is in force.
   *
   * @param restriction the restriction
   * @param rule what charges do
   * @return the rules
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
   * With another rule for charges that are still owed once the principal is paid.
   *
   * @param rule what happens to them
   * @return the rules
   */
  public ChargeRules onceSettled(OnceSettled rule) {
    return with().onceSettled(rule).build();
  }

  /**
   * With the law or contract behind the interest.
   *
   * @param text the source
   * @return the rules
   */
  public ChargeRules by(String text) {
    return with().source(text).build();
  }

  /**
   * Whether nothing is charged.
   *
   * @return true if there are neither interest nor fees
   */
  public boolean isNone() {
    return interest().isEmpty() && fees().isEmpty();
  }

  /**
   * What an invoice has cost by the end of a day, with every day a business day.
   *
   * @param history the invoice and what happened to it
   * @param asOf the day, included: its events count, and it bears interest
   * @return the charges
   */
  public AccruedCharges accrue(InvoiceHistory history, LocalDate asOf) {
    return accrue(history, asOf, BusinessCalendar.everyDay());
  }

  /**
   * What an invoice has cost by the end of a day. Nothing accrues later than a hundred years after
   * the due date.
   *
   * @param history the invoice and what happened to it
   * @param asOf the day, included: its events count, and it bears interest
   * @param calendar says which days are business days, for days of grace
   * @return the charges
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public AccruedCharges accrue(InvoiceHistory history, LocalDate asOf, BusinessCalendar calendar) {
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(calendar, "calendar");
    InvoiceHistory discounted = new PostedCharges(this, asOf, calendar).discounted(history);
    return new Hindsight(this, discounted, asOf, calendar).charges();
  }

  /**
   * An invoice as the books show it by these rules: what payments paid of fees and interest by the
   * {@link #order} is recorded as {@link MoneyEvent.ChargesPaid}, so that what is open is the
   * {@linkplain AccruedCharges#principal principal} that {@link #accrue} states. What was recorded
   * of the kind before is replaced.
   *
   * @param history the invoice and what happened to it
   * @param asOf the day, included
   * @param calendar says which days are business days, for days of grace
   * @return the history; the same one if no payment paid any charges
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public InvoiceHistory posted(InvoiceHistory history, LocalDate asOf, BusinessCalendar calendar) {
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(calendar, "calendar");
    return new PostedCharges(this, asOf, calendar).of(history, history);
  }

  /**
   * An account as the books show it by these rules: every invoice as {@link #posted(InvoiceHistory,
   * LocalDate, BusinessCalendar)}. Age and evaluate it to see what the statements say. An invoice
   * whose sums do not fit into minor units stays as it is.
   *
   * @param account the account
   * @param asOf the day, included
   * @param calendar says which days are business days, for days of grace
   * @return the account; the same one if no payment paid any charges
   */
  public Account posted(Account account, LocalDate asOf, BusinessCalendar calendar) {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(calendar, "calendar");
    return new PostedCharges(this, asOf, calendar).of(account);
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
   * The most that fees and interest of an invoice can ever come to.
   *
   * @param invoice the invoice
   * @return the limit of a cap over all time; empty without one
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
   * Whether the fee of a step was assessed on an invoice. Assessments that were reversed do not
   * count.
   *
   * @param history the invoice and what happened to it
   * @param step the name of the step
   * @param asOf the day, included
   * @return true if it must not be assessed again
   */
  public static boolean isAssessed(InvoiceHistory history, String step, LocalDate asOf) {
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(step, "step");
    return StepFee.isAssessed(history, step, asOf);
  }

  /**
   * The fee of a letter about several invoices: those {@linkplain LateFee#perDocument fees} that
   * are charged once for a letter.
   *
   * @param step the name of the step
   * @param overdue what is overdue on all of them
   * @return the fee; zero if there is none
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

  private static String words(Map.Entry<Restriction, InRestriction> rule) {
    String what =
        switch (rule.getValue()) {
          case RUN_ON -> "running on";
          case PAUSE -> "paused";
          case WAIVE -> "waived";
        };
    return what + " while " + rule.getKey();
  }

  /**
   * Whether what was recorded of charges that payments paid counts, because these rules neither
   * charge anything nor let payments pay charges first.
   */
  boolean followsRecords() {
    return isNone() && order().isPrincipalFirst();
  }

  /** The rule for interest and its source, in words; empty text without interest. */
  @Value.Lazy
  String interestWords() {
    return interest().map(i -> i + (source().isEmpty() ? "" : " (" + source() + ")")).orElse("");
  }

  /** The fees that arise without a step. */
  @Value.Lazy
  List<LateFee> arisingFees() {
    return fees().stream().filter(f -> f.arises() != LateFee.Arises.WITH_STEP).toList();
  }

  /** Such as {@code German base rate + 9%, ACT/365F; 40.00 EUR, once}. */
  @Override
  public String toString() {
    if (isNone()) {
      return "no charges";
    }
    Stream<String> rules =
        Stream.of(
                Stream.of(interestWords()).filter(w -> !w.isEmpty()),
                fees().stream().map(LateFee::toString),
                cap().stream().map(ChargeCap::toString),
                Stream.of("payments pay " + order()),
                Stream.of("paused in dispute").filter(s -> inDispute() == InDispute.PAUSE),
                inRestriction().entrySet().stream().map(ChargeRules::words),
                Stream.of("waived once settled").filter(s -> onceSettled() == OnceSettled.WAIVED),
                Stream.of("chased once settled").filter(s -> onceSettled() == OnceSettled.CHASED))
            .flatMap(s -> s);
    return rules.collect(Collectors.joining("; "));
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableChargeRules.Builder().from(this).build());
  }
}
