package io.dunning.settlement;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.ChargeRules;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * How a debt may be paid in instalments: the smallest instalment, the highest number of them,
 * whether they rise, and whether interest continues or is waived. Immutable and thread-safe.
 */
@Value.Immutable
public abstract class PlanRule implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int DAYS_TO_ANSWER = 7;

  PlanRule() {}

  /**
   * {@return the minimum instalment by currency; a currency without an entry has none. A debt below
   * the minimum is paid in one instalment}
   */
  @Value.NaturalOrder
  public abstract SortedMap<CurrencyUnit, Money> minimumInstalments();

  /** {@return the highest number of instalments} */
  public abstract int maximumInstalments();

  /** {@return the time between instalments; one month unless set} */
  @Value.Default
  public Period every() {
    return Period.ofMonths(1);
  }

  /**
   * {@return how many days after the proposal the first instalment is due, so that the answer can
   * arrive before it; 7 unless set}
   */
  @Value.Default
  public int firstAfterDays() {
    return DAYS_TO_ANSWER;
  }

  /**
   * {@return by how many percent of the first instalment each one exceeds the one before; 0, for
   * equal instalments, unless set}
   */
  @Value.Default
  public int risingByPercent() {
    return 0;
  }

  /**
   * {@return whether the customer owes the interest that accrues during the plan; false unless set,
   * so that it is waived if the plan is kept}
   */
  @Value.Default
  public boolean interestGoesOn() {
    return false;
  }

  /**
   * {@return a rule for monthly instalments}
   *
   * @param most the highest number of instalments, 1 to 600
   * @throws IllegalArgumentException if the number is not between 1 and 600
   */
  public static PlanRule monthly(int most) {
    return new ImmutablePlanRule.Builder().maximumInstalments(most).build();
  }

  private ImmutablePlanRule.Builder copy() {
    return new ImmutablePlanRule.Builder().from(this);
  }

  /**
   * {@return this rule with a minimum instalment in one more currency}
   *
   * @param amount the minimum, included
   */
  public PlanRule ofAtLeast(Money amount) {
    Objects.requireNonNull(amount, "amount");
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>(minimumInstalments());
    all.put(amount.currency(), amount);
    return copy().minimumInstalments(all).build();
  }

  /**
   * {@return this rule with another time between instalments}
   *
   * @param time the time, such as 14 days
   * @throws IllegalArgumentException if the time is not above zero
   */
  public PlanRule every(Period time) {
    return copy().every(time).build();
  }

  /**
   * {@return this rule with an earlier or later first instalment}
   *
   * @param days how many days after the proposal it is due
   * @throws IllegalArgumentException if the number of days is negative
   */
  public PlanRule firstAfter(int days) {
    return copy().firstAfterDays(days).build();
  }

  /**
   * {@return this rule with rising instalments}
   *
   * @param percent by how many percent of the first instalment each one exceeds the one before
   * @throws IllegalArgumentException if the percentage is negative
   */
  public PlanRule risingBy(int percent) {
    return copy().risingByPercent(percent).build();
  }

  /**
   * {@return this rule with interest: what accrues during the plan is due with the last instalment}
   */
  public PlanRule withInterest() {
    return copy().interestGoesOn(true).build();
  }

  @Value.Check
  void check() {
    List<String> problems = new ArrayList<>();
    if (maximumInstalments() < 1 || maximumInstalments() > 600) {
      problems.add("number of instalments is not between 1 and 600: " + maximumInstalments());
    }
    if (firstAfterDays() < 0 || risingByPercent() < 0) {
      problems.add(
          "days before the first instalment or rise in percent are negative: "
              + firstAfterDays()
              + ", "
              + risingByPercent());
    }
    if (!LocalDate.EPOCH.plus(every()).isAfter(LocalDate.EPOCH)) {
      problems.add("time between instalments is not above zero: " + every());
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("plan rule: " + String.join("; ", problems));
    }
  }

  /**
   * Proposes a plan for an amount, without interest, with as many instalments as the minimum
   * allows.
   *
   * @param amount the amount to be paid
   * @param on the day of the proposal
   * @return the plan; without instalments if the amount is not above zero
   */
  public PaymentPlan propose(Money amount, LocalDate on) {
    return InstalmentSplit.plan(this, amount, Money.zero(amount.currency()), on);
  }

  /**
   * Proposes a plan for what is owed on an invoice. If the rule includes interest, the charges are
   * applied to the balance as the plan reduces it.
   *
   * @param history the invoice with its events; events after the day of the proposal are ignored
   * @param charges the rules for late charges
   * @param on the day of the proposal
   * @param calendar the calendar that defines business days
   * @return the plan
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public PaymentPlan propose(
      InvoiceHistory history, ChargeRules charges, LocalDate on, BusinessCalendar calendar) {
    return new PlanProposal(this, charges, on, calendar).forOne(history);
  }

  /**
   * Proposes one plan for what is owed on several invoices of an account together. The smallest
   * instalment and the number of instalments are those of the whole. If the rule includes interest,
   * the charges are applied as the plan pays the invoices, the oldest due date first.
   *
   * @param histories the invoices with their events, in one currency, at least one; events after
   *     the day of the proposal are ignored
   * @param charges the rules for late charges
   * @param on the day of the proposal
   * @param calendar the calendar that defines business days
   * @return the plan; record it, once agreed, on the account
   * @throws IllegalArgumentException if there is no invoice
   * @throws io.dunning.money.CurrencyMismatchException if the invoices are in several currencies
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public PaymentPlan proposeForAll(
      List<InvoiceHistory> histories,
      ChargeRules charges,
      LocalDate on,
      BusinessCalendar calendar) {
    return new PlanProposal(this, charges, on, calendar).forAll(histories);
  }

  /**
   * Returns the rule as text, such as {@code up to 6 parts of at least 100.00 EUR every month,
   * interest waived}.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("up to " + maximumInstalments() + " parts");
    minimumInstalments().values().forEach(m -> text.append(" of at least ").append(m));
    text.append(every().equals(Period.ofMonths(1)) ? " every month" : " every " + every());
    if (firstAfterDays() != DAYS_TO_ANSWER) {
      text.append(", first after ").append(firstAfterDays()).append(" days");
    }
    if (risingByPercent() > 0) {
      text.append(", rising by ").append(risingByPercent()).append('%');
    }
    return text.append(interestGoesOn() ? ", interest goes on" : ", interest waived").toString();
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutablePlanRule.Builder().from(this).build());
  }
}
