package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.law.LawAssumption;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ledger under today's law and under law that may come: which debts fall due earlier, what is
 * then decided about them, and what delay costs. Everything else is equal: the same policy, the
 * same events, the same day. Customers would perhaps pay earlier; nobody knows. Prints as text.
 *
 * @param assumption what is assumed
 * @param day the day at whose end both are compared
 * @param accounts how many accounts were looked at
 * @param lines each invoice that differs in its due date, its decision or its charges, in the order
 *     of the accounts
 * @param totals by currency, over all invoices, those that do not differ included
 */
public record LawComparison(
    LawAssumption assumption,
    LocalDate day,
    int accounts,
    List<Line> lines,
    SortedMap<CurrencyUnit, Totals> totals) {

  /**
   * An invoice that differs.
   *
   * @param customer the customer's identifier
   * @param invoice the number of the invoice
   * @param due the due date by today's law
   * @param dueThen the due date if the assumption were law
   * @param decision what is decided by today's law, such as {@code wait} or {@code act: notice to
   *     Petra Klein}
   * @param decisionThen what would be decided
   * @param charges what delay has cost by today's law: interest and fees
   * @param chargesThen what it would have cost
   */
  public record Line(
      String customer,
      String invoice,
      LocalDate due,
      LocalDate dueThen,
      String decision,
      String decisionThen,
      Money charges,
      Money chargesThen) {
    /**
     * An invoice that differs.
     *
     * @param customer the customer's identifier
     * @param invoice the number of the invoice
     * @param due the due date by today's law
     * @param dueThen the due date if the assumption were law
     * @param decision what is decided by today's law
     * @param decisionThen what would be decided
     * @param charges what delay has cost by today's law
     * @param chargesThen what it would have cost
     */
    public Line {
      Objects.requireNonNull(customer, "customer");
      Objects.requireNonNull(invoice, "invoice");
      Objects.requireNonNull(due, "due");
      Objects.requireNonNull(dueThen, "dueThen");
      Objects.requireNonNull(decision, "decision");
      Objects.requireNonNull(decisionThen, "decisionThen");
      Objects.requireNonNull(charges, "charges");
      Objects.requireNonNull(chargesThen, "chargesThen");
    }

    boolean differs() {
      return !due.equals(dueThen) || !decision.equals(decisionThen) || !charges.equals(chargesThen);
    }

    /** Such as {@code C-7 INV-3: due 2026-03-30, then 2026-03-01; wait, then act: notice}. */
    @Override
    public String toString() {
      String text = customer + " " + invoice + ":";
      text += due.equals(dueThen) ? " due " + due : " due " + due + ", then " + dueThen;
      text += "; " + decision;
      text += decision.equals(decisionThen) ? "" : ", then " + decisionThen;
      text += "; charges " + charges;
      return text + (charges.equals(chargesThen) ? "" : ", then " + chargesThen);
    }
  }

  /**
   * The sums of a currency.
   *
   * @param overdue what is overdue by today's law
   * @param overdueThen what would be overdue
   * @param charges what delay has cost by today's law
   * @param chargesThen what it would have cost
   */
  public record Totals(Money overdue, Money overdueThen, Money charges, Money chargesThen) {
    /**
     * The sums of a currency.
     *
     * @param overdue what is overdue by today's law
     * @param overdueThen what would be overdue
     * @param charges what delay has cost by today's law
     * @param chargesThen what it would have cost
     */
    public Totals {
      Objects.requireNonNull(overdue, "overdue");
      Objects.requireNonNull(overdueThen, "overdueThen");
      Objects.requireNonNull(charges, "charges");
      Objects.requireNonNull(chargesThen, "chargesThen");
    }

    Totals plus(Totals more) {
      return new Totals(
          overdue.plus(more.overdue),
          overdueThen.plus(more.overdueThen),
          charges.plus(more.charges),
          chargesThen.plus(more.chargesThen));
    }

    /** Such as {@code 100.00 EUR overdue, then 300.00 EUR; charges 0.00 EUR, then 1.20 EUR}. */
    @Override
    public String toString() {
      return overdue
          + " overdue, then "
          + overdueThen
          + "; charges "
          + charges
          + ", then "
          + chargesThen;
    }
  }

  /**
   * A comparison.
   *
   * @param assumption what is assumed
   * @param day the day at whose end both are compared
   * @param accounts how many accounts were looked at
   * @param lines each invoice that differs
   * @param totals by currency, over all invoices
   */
  public LawComparison {
    Objects.requireNonNull(assumption, "assumption");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(lines, "lines");
    Objects.requireNonNull(totals, "totals");
    lines = List.copyOf(lines);
    totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
  }

  /**
   * Compares a ledger under today's law with the same ledger under an assumption.
   *
   * @param policy the policy; rules of contact of the assumption come on top of its own
   * @param assumption what is assumed
   * @param calendar the calendar that counts business days
   * @param accounts the accounts with all that has happened
   * @param day the day at whose end both are compared
   * @return how they differ
   */
  public static LawComparison of(
      DunningPolicy policy,
      LawAssumption assumption,
      BusinessCalendar calendar,
      Iterable<Account> accounts,
      LocalDate day) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(assumption, "assumption");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(day, "day");
    LawLook look = new LawLook(policy, assumption, DunningEvaluator.on(calendar), day);
    accounts.forEach(look::at);
    return new LawComparison(assumption, day, look.accounts, look.lines, look.totals);
  }

  /** The totals and the invoices that differ. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("on ").append(day).append(", if ").append(assumption).append(" were law\n");
    totals.forEach((c, t) -> text.append(t).append('\n'));
    lines.forEach(l -> text.append("  ").append(l).append('\n'));
    return text.toString();
  }
}
