package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.conduct.Conduct;
import io.dunning.conduct.ContactRules;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.law.LawAssumption;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    Look look = new Look(policy, assumption, DunningEvaluator.on(calendar), day);
    accounts.forEach(look::at);
    return new LawComparison(assumption, day, look.accounts, look.lines, look.totals);
  }

  /** Looks at accounts, one after the other. */
  private static final class Look {
    private final DunningPolicy policy;
    private final DunningPolicy policyThen;
    private final LawAssumption assumption;
    private final DunningEvaluator evaluator;
    private final LocalDate day;
    private final List<Line> lines = new ArrayList<>();
    private final SortedMap<CurrencyUnit, Totals> totals = new TreeMap<>();
    private int accounts;

    Look(
        DunningPolicy policy, LawAssumption assumption, DunningEvaluator evaluator, LocalDate day) {
      this.policy = policy;
      this.assumption = assumption;
      this.evaluator = evaluator;
      this.day = day;
      policyThen = assumption.contact().map(c -> with(policy, c)).orElse(policy);
    }

    private static DunningPolicy with(DunningPolicy policy, ContactRules more) {
      Conduct own = policy.outreach().conduct();
      List<ContactRules> rules = new ArrayList<>(own.rules());
      rules.add(more);
      return Redraft.of(policy)
          .conduct(new Conduct(rules, own.collector(), own.debt(), own.otherwise()))
          .build();
    }

    void at(Account account) {
      Account then = assumption.apply(account);
      accounts++;
      Map<String, String> before = decisions(policy, account);
      Map<String, String> after = decisions(policyThen, then);
      for (int i = 0; i < account.invoices().size(); i++) {
        InvoiceHistory history = account.invoices().get(i);
        if (!history.invoice().issued().isAfter(day)) {
          at(account, history, then.invoices().get(i), before, after);
        }
      }
    }

    private void at(
        Account account,
        InvoiceHistory now,
        InvoiceHistory then,
        Map<String, String> before,
        Map<String, String> after) {
      String number = now.invoice().number();
      Money charges = charges(account, now);
      Money chargesThen = charges(account, then);
      Line line =
          new Line(
              account.customer().id(),
              number,
              now.standingOn(day).balance().due(),
              then.standingOn(day).balance().due(),
              before.getOrDefault(number, ""),
              after.getOrDefault(number, ""),
              charges,
              chargesThen);
      if (line.differs()) {
        lines.add(line);
      }
      totals.merge(
          charges.currency(),
          new Totals(overdue(now), overdue(then), charges, chargesThen),
          Totals::plus);
    }

    private Money overdue(InvoiceHistory history) {
      long minor = history.standingOn(day).balance().openDueBefore(day.toEpochDay());
      return Money.ofMinor(minor, history.invoice().amount().currency());
    }

    private Money charges(Account account, InvoiceHistory history) {
      var charges =
          policy
              .charges()
              .agreedWith(account.customer())
              .accrue(account.withRestrictions(history), day, evaluator.calendar());
      return charges.accruedInterest().plus(charges.accruedFees());
    }

    private Map<String, String> decisions(DunningPolicy by, Account account) {
      Map<String, String> all = new TreeMap<>();
      for (Recommendation each : evaluator.evaluate(by, account, day).recommendations()) {
        String words =
            each.verdict()
                + each.step().map(s -> ": " + s).orElse("")
                + each.addressee().map(p -> " to " + p.name()).orElse("");
        each.subject().invoices().forEach(number -> all.put(number, words));
      }
      return all;
    }
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
