package io.dunning.settlement;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.charge.ChargeRules;
import io.dunning.event.LedgerEvent;
import io.dunning.event.MoneyEvent;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.terms.Instalment;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * How a debt may be paid in parts: at least so much at a time, at most so often, equal or rising,
 * with interest going on or waived. Immutable and thread-safe; prints as text.
 */
@Value.Immutable
public abstract class PlanRule implements Serializable {
  private static final long serialVersionUID = 1L;

  PlanRule() {}

  /**
   * The least that each part has to be, but for a last one.
   *
   * @return amounts by currency; a currency without one has none
   */
  @Value.NaturalOrder
  public abstract SortedMap<CurrencyUnit, Money> leastParts();

  /**
   * The most parts.
   *
   * @return how many
   */
  public abstract int mostParts();

  /**
   * The time between parts.
   *
   * @return a month unless set
   */
  @Value.Default
  public Period every() {
    return Period.ofMonths(1);
  }

  /**
   * How many days after the proposal the first part is due.
   *
   * @return 0 unless set: on the day itself
   */
  @Value.Default
  public int firstAfterDays() {
    return 0;
  }

  /**
   * By how many percent of the first part each part is more than the one before.
   *
   * @return 0 unless set: equal parts
   */
  @Value.Default
  public int risingByPercent() {
    return 0;
  }

  /**
   * Whether the interest that accrues during the plan is owed.
   *
   * @return false unless set: it is waived if the plan is kept
   */
  @Value.Default
  public boolean interestGoesOn() {
    return false;
  }

  /**
   * Parts, a month between.
   *
   * @param most how many at most
   * @return the rule
   */
  public static PlanRule monthly(int most) {
    return new ImmutablePlanRule.Builder().mostParts(most).build();
  }

  private ImmutablePlanRule.Builder copy() {
    return new ImmutablePlanRule.Builder().from(this);
  }

  /**
   * The least that each part has to be, in one more currency.
   *
   * @param amount the least
   * @return the rule
   */
  public PlanRule ofAtLeast(Money amount) {
    SortedMap<CurrencyUnit, Money> all = new TreeMap<>(leastParts());
    all.put(amount.currency(), amount);
    return copy().leastParts(all).build();
  }

  /**
   * The time between parts.
   *
   * @param time such as 14 days
   * @return the rule
   */
  public PlanRule every(Period time) {
    return copy().every(time).build();
  }

  /**
   * How many days after the proposal the first part is due.
   *
   * @param days how many
   * @return the rule
   */
  public PlanRule firstAfter(int days) {
    return copy().firstAfterDays(days).build();
  }

  /**
   * Parts that rise.
   *
   * @param percent by how many percent of the first part
   * @return the rule
   */
  public PlanRule risingBy(int percent) {
    return copy().risingByPercent(percent).build();
  }

  /**
   * The interest that accrues during the plan is owed, with its last part.
   *
   * @return the rule
   */
  public PlanRule withInterest() {
    return copy().interestGoesOn(true).build();
  }

  @Value.Check
  void check() {
    List<String> problems = new ArrayList<>();
    if (mostParts() < 1 || mostParts() > 600) {
      problems.add("parts are not between 1 and 600: " + mostParts());
    }
    if (firstAfterDays() < 0 || risingByPercent() < 0) {
      problems.add("days or rise are negative: " + firstAfterDays() + ", " + risingByPercent());
    }
    if (!LocalDate.EPOCH.plus(every()).isAfter(LocalDate.EPOCH)) {
      problems.add("no time between parts: " + every());
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("plan rule: " + String.join("; ", problems));
    }
  }

  /**
   * A plan for an amount, without interest: as many parts as the least part allows.
   *
   * @param amount what is to be paid
   * @param on the day of the proposal
   * @return the plan; without parts if the amount is not more than zero
   */
  public PaymentPlan propose(Money amount, LocalDate on) {
    return plan(amount, Money.zero(amount.currency()), on);
  }

  /**
   * A plan for what is owed on an invoice, with the interest of the plan if the rule says so: on
   * the balance as it falls, by the charges.
   *
   * @param history the invoice
   * @param charges what a late payment costs
   * @param on the day of the proposal
   * @param calendar says what a business day is
   * @return the plan
   * @throws ArithmeticException if a sum does not fit into minor units
   */
  public PaymentPlan propose(
      InvoiceHistory history, ChargeRules charges, LocalDate on, BusinessCalendar calendar) {
    InvoiceHistory known =
        InvoiceHistory.of(
            history.invoice(),
            history.events().stream().filter(e -> !e.date().isAfter(on)).toList());
    var now = charges.accrue(known, on, calendar);
    PaymentPlan plain = propose(now.owed().total(), on);
    if (!interestGoesOn() || plain.instalments().isEmpty()) {
      return plain;
    }
    InvoiceHistory paid =
        known.with(
            plain.instalments().stream()
                .map(i -> new MoneyEvent.Payment(i.due(), i.amount()))
                .toArray(LedgerEvent[]::new));
    var end =
        charges.accrue(
            paid, plain.instalments().get(plain.instalments().size() - 1).due(), calendar);
    Money interest = end.accruedInterest().minus(now.accruedInterest());
    return plan(now.owed().total(), interest, on);
  }

  private PaymentPlan plan(Money amount, Money interest, LocalDate on) {
    if (!amount.isPositive()) {
      return new PaymentPlan(on, List.of(), amount, interest, Money.zero(amount.currency()));
    }
    int n = parts(amount);
    long[] weights = new long[n];
    long sum = 0;
    for (int i = 0; i < n; i++) {
      weights[i] = 100L + (long) i * risingByPercent();
      sum += weights[i];
    }
    long left = amount.minorUnits();
    List<Instalment> parts = new ArrayList<>();
    LocalDate first = PaymentPlan.later(on, Period.ofDays(firstAfterDays()), 1);
    long residue = 0;
    for (int i = 0; i < n; i++) {
      long exact = share(amount.minorUnits(), weights[i], sum);
      long minor = i < n - 1 ? exact : left;
      residue = i < n - 1 ? residue : left - exact;
      left -= minor;
      long due = minor + (i < n - 1 ? 0 : interest.minorUnits());
      LocalDate day = PaymentPlan.later(first, every(), i);
      parts.add(new Instalment(day, Money.ofMinor(due, amount.currency())));
    }
    return new PaymentPlan(on, parts, amount, interest, Money.ofMinor(residue, amount.currency()));
  }

  private static long share(long amount, long weight, long sum) {
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(weight))
        .divide(BigInteger.valueOf(sum))
        .longValueExact();
  }

  /** The most parts of which the first, the smallest, is large enough. */
  private int parts(Money amount) {
    long least =
        Math.max(
            1,
            leastParts()
                .getOrDefault(amount.currency(), Money.zero(amount.currency()))
                .minorUnits());
    int n = mostParts();
    while (n > 1) {
      long sum = 100L * n + (long) n * (n - 1) / 2 * risingByPercent();
      if (share(amount.minorUnits(), 100, sum) >= least) {
        return n;
      }
      n--;
    }
    return 1;
  }

  /** Such as {@code up to 6 parts of at least 100.00 EUR every month, interest waived}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("up to " + mostParts() + " parts");
    leastParts().values().forEach(m -> text.append(" of at least ").append(m));
    text.append(every().equals(Period.ofMonths(1)) ? " every month" : " every " + every());
    if (firstAfterDays() > 0) {
      text.append(", first after ").append(firstAfterDays()).append(" days");
    }
    if (risingByPercent() > 0) {
      text.append(", rising by ").append(risingByPercent()).append('%');
    }
    return text.append(interestGoesOn() ? ", interest goes on" : ", interest waived").toString();
  }
}
