package io.dunning.charge;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.event.ChargeEvent;
import io.dunning.ledger.Invoice;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.Money;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What an invoice costs that is paid late: interest, fees, a cap, and what a payment pays first.
 *
 * <p>{@link #accrue} computes it anew from the events of an invoice, so a payment that is booked
 * late counts from its own day, and one that bounced never counted. Immutable and thread-safe.
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
    /** It runs on; what accrued on the disputed amount falls away if the customer wins. */
    RUN_ON,
    /** It does not accrue on the disputed amount. */
    PAUSE
  }

  /** What becomes of charges that are still owed when the principal has been paid. */
  public enum OnceSettled {
    /** They stay owed. */
    OWED,
    /** They are given up. */
    WAIVED
  }

  /**
   * The interest.
   *
   * @return the rule; empty if none is charged
   */
  public abstract Optional<LateInterest> interest();

  /**
   * The fees.
   *
   * @return the fees; each step and each fee that arises by itself adds up
   */
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
   * @return {@link AllocationOrder#COSTS_INTEREST_PRINCIPAL} unless set
   */
  @Value.Default
  public AllocationOrder order() {
    return AllocationOrder.COSTS_INTEREST_PRINCIPAL;
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
   * What becomes of charges that are still owed when the principal has been paid.
   *
   * @return {@link OnceSettled#OWED} unless set
   */
  @Value.Default
  public OnceSettled onceSettled() {
    return OnceSettled.OWED;
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
   * What a law says.
   *
   * @param law the regime
   * @return its interest and its fixed compensation
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
    return new ImmutableChargeRules.Builder().addFees(fees).build();
  }

  private ImmutableChargeRules.Builder with() {
    return new ImmutableChargeRules.Builder().from(this);
  }

  /**
   * With interest, in place of any there was.
   *
   * @param interest the rule
   * @return the rules
   */
  public ChargeRules with(LateInterest interest) {
    return with().interest(interest).build();
  }

  /**
   * With what a law says, in place of any interest there was; its fixed compensation is added.
   *
   * @param law the regime
   * @return the rules
   */
  public ChargeRules with(StatutoryInterest law) {
    ImmutableChargeRules.Builder all = with().interest(law.interest()).source(law.source());
    law.compensation().ifPresent(all::addFees);
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
   * With another treatment of disputed debts.
   *
   * @param rule what interest does meanwhile
   * @return the rules
   */
  public ChargeRules inDispute(InDispute rule) {
    return with().inDispute(rule).build();
  }

  /**
   * With another treatment of what is owed once the principal is paid.
   *
   * @param rule what becomes of it
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
   * @param asOf the day; its events count and it bears interest, later ones do not
   * @return the charges
   */
  public AccruedCharges accrue(InvoiceHistory history, LocalDate asOf) {
    return accrue(history, asOf, BusinessCalendar.everyDay());
  }

  /**
   * What an invoice has cost by the end of a day; nothing accrues later than a hundred years after
   * the due date.
   *
   * @param history the invoice and what happened to it
   * @param asOf the day; its events count and it bears interest, later ones do not
   * @param calendar says which days are business days, for days of grace
   * @return the charges
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public AccruedCharges accrue(InvoiceHistory history, LocalDate asOf, BusinessCalendar calendar) {
    return new Accrual(this, history, asOf, calendar).run();
  }

  /**
   * The most that fees and interest of an invoice can come to, ever.
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
   * What to assess on an invoice when a step is taken: the fees of the step, unless they were
   * assessed before, what arose by itself and was not assessed yet, and the interest since then.
   *
   * @param history the invoice and what happened to it
   * @param step the name of the step
   * @param asOf the day
   * @param calendar says which days are business days, for days of grace
   * @return the events to record, without empty ones; a fee no higher than the cap leaves room for
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public List<ChargeEvent.ChargeAssessed> assess(
      InvoiceHistory history, String step, LocalDate asOf, BusinessCalendar calendar) {
    return new Assessment(this, asOf, calendar).of(history, step);
  }

  /**
   * Whether the fee of a step was assessed on an invoice, and not by mistake.
   *
   * @param history the invoice and what happened to it
   * @param step the name of the step
   * @param asOf the day, included
   * @return true if it must not be assessed again
   */
  public static boolean isAssessed(InvoiceHistory history, String step, LocalDate asOf) {
    return StepFee.isAssessed(history, step, asOf);
  }

  /**
   * The fee of a letter about several invoices, for the {@linkplain LateFee#perDocument fees} that
   * it bears once.
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

  /** Such as {@code German base rate + 9%, ACT/365F; 40.00 EUR, once}. */
  @Override
  public String toString() {
    if (isNone()) {
      return "no charges";
    }
    Stream<String> rules =
        Stream.of(
                interest().stream().map(i -> i + (source().isEmpty() ? "" : " (" + source() + ")")),
                fees().stream().map(LateFee::toString),
                cap().stream().map(ChargeCap::toString),
                Stream.of("payments pay " + order()),
                Stream.of("paused in dispute").filter(s -> inDispute() == InDispute.PAUSE),
                Stream.of("waived once settled").filter(s -> onceSettled() == OnceSettled.WAIVED))
            .flatMap(s -> s);
    return rules.collect(Collectors.joining("; "));
  }
}
