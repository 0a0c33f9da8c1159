package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.check.PolicyComparison.Kind;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import io.dunning.scenario.Backtest;
import io.dunning.scenario.Timeline;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How two policies would have treated real accounts, invoice by invoice, while their customers did
 * what they really did: who is contacted earlier, later, more or less, charged more or less, or
 * left alone, how much money was open then, and the extreme case of each. What the creditor did at
 * the time is left out, as in a {@link Backtest}, and every step is approved at once. Prints as
 * text.
 *
 * @param before the name of the policy before
 * @param after the name of the policy after
 * @param first the first day on which steps could be taken
 * @param last the last day, included
 * @param accounts how many accounts there were
 * @param invoices how many invoices they had
 * @param harsher how many invoices are treated more harshly, in the sense of {@link
 *     PolicyComparison}
 * @param effects what differs, in the order of the kinds; empty if nothing does
 */
public record LedgerComparison(
    String before,
    String after,
    LocalDate first,
    LocalDate last,
    int accounts,
    int invoices,
    int harsher,
    List<Effect> effects) {

  /**
   * What differs for some invoices.
   *
   * @param kind what
   * @param customers how many customers have such an invoice
   * @param invoices how many invoices
   * @param money of charges, how much more or less is assessed; else what was open of the invoices
   *     on the day on which the contact, notice, demand, stop, hand-over or approved step came,
   *     with the policy with which it came first; by currency
   * @param most how much in the extreme case, such as {@code 7 days}; empty if that is no amount
   * @param extreme the invoice for which it differs most
   */
  public record Effect(
      Kind kind,
      int customers,
      int invoices,
      SortedMap<CurrencyUnit, Money> money,
      String most,
      Case extreme) {
    /**
     * What differs for some invoices.
     *
     * @param kind what
     * @param customers how many customers
     * @param invoices how many invoices
     * @param money the money that it is about
     * @param most how much in the extreme case
     * @param extreme the invoice for which it differs most
     */
    public Effect {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(money, "money");
      Objects.requireNonNull(most, "most");
      Objects.requireNonNull(extreme, "extreme");
      money = Collections.unmodifiableSortedMap(new TreeMap<>(money));
    }

    /**
     * Such as {@code contacted earlier: 3 invoices of 2 customers, 450.00 EUR open, by 7 days at
     * most}.
     */
    @Override
    public String toString() {
      return "%s: %s of %s, %s%s"
          .formatted(
              kind,
              counted(invoices, "invoice"),
              counted(customers, "customer"),
              sums(),
              most.isEmpty() ? "" : ", by " + most + " at most");
    }

    private String sums() {
      String sums = String.join(" and ", money.values().stream().map(Money::toString).toList());
      return sums + (LedgerTally.isCharge(kind) ? " in charges" : " open");
    }
  }

  /**
   * One invoice with both policies.
   *
   * @param customer the customer's id
   * @param invoice the invoice number
   * @param before the steps that the policy before takes about it
   * @param after the steps that the policy after takes about it
   */
  public record Case(
      String customer, String invoice, List<Timeline.Entry> before, List<Timeline.Entry> after) {
    /**
     * One invoice with both policies.
     *
     * @param customer the customer's id
     * @param invoice the invoice number
     * @param before the steps that the policy before takes
     * @param after the steps that the policy after takes
     */
    public Case {
      Objects.requireNonNull(customer, "customer");
      Objects.requireNonNull(invoice, "invoice");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    /** Both timelines, a line for each step, with what it charges for the invoice. */
    @Override
    public String toString() {
      return customer + " " + invoice + told("before: ", before) + told("after:  ", after);
    }

    private String charges(Timeline.Entry step) {
      List<String> all =
          step.recommendation().assessments().getOrDefault(invoice, List.of()).stream()
              .map(c -> c.charge() + " of " + c.amount())
              .toList();
      return all.isEmpty() ? "" : ", charges " + String.join(" and ", all);
    }

    private String told(String title, List<Timeline.Entry> steps) {
      StringBuilder text = new StringBuilder("\n").append(title);
      String next = "";
      for (Timeline.Entry each : steps) {
        text.append(next).append(each.date()).append(" ").append(each.step());
        text.append(charges(each));
        next = "\n" + " ".repeat(title.length());
      }
      return steps.isEmpty() ? text.append("nothing").toString() : text.toString();
    }
  }

  /**
   * A comparison.
   *
   * @param before the name of the policy before
   * @param after the name of the policy after
   * @param first the first day
   * @param last the last day, included
   * @param accounts how many accounts there were
   * @param invoices how many invoices they had
   * @param harsher how many invoices are treated more harshly
   * @param effects what differs
   */
  public LedgerComparison {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    Objects.requireNonNull(effects, "effects");
    effects = List.copyOf(effects);
  }

  /**
   * Plays two policies against accounts.
   *
   * @param before the policy before
   * @param after the policy after
   * @param calendar the calendar that counts business days
   * @param accounts the accounts with all that has happened
   * @param first the first day on which steps may be taken
   * @param last the last day, included
   * @return what differs
   * @throws IllegalArgumentException if the last day is before the first
   */
  public static LedgerComparison of(
      DunningPolicy before,
      DunningPolicy after,
      BusinessCalendar calendar,
      Iterable<Account> accounts,
      LocalDate first,
      LocalDate last) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    return of(
        PolicySet.byDefault(before), PolicySet.byDefault(after), calendar, accounts, first, last);
  }

  /**
   * Plays policies against accounts: each debt has the policy that either set gives it.
   *
   * @param before the policies before
   * @param after the policies after
   * @param calendar the calendar that counts business days
   * @param accounts the accounts with all that has happened
   * @param first the first day on which steps may be taken
   * @param last the last day, included
   * @return what differs; the name of several policies is that of each, joined by commas
   * @throws IllegalArgumentException if the last day is before the first
   */
  public static LedgerComparison of(
      PolicySet before,
      PolicySet after,
      BusinessCalendar calendar,
      Iterable<Account> accounts,
      LocalDate first,
      LocalDate last) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "comparison ends before it starts: " + first + ".." + last);
    }
    DunningEvaluator evaluator = DunningEvaluator.on(calendar);
    LedgerTally tally = new LedgerTally(last);
    for (Account account : accounts) {
      Account customersDid = Backtest.withoutCreditor(account);
      Timeline was = Timeline.of(evaluator, before, customersDid, first, last);
      Timeline is = Timeline.of(evaluator, after, customersDid, first, last);
      tally.account(account.customer().id());
      for (InvoiceHistory each : customersDid.invoices()) {
        tally.add(each, was, is);
      }
    }
    return tally.result(LedgerTally.names(before), LedgerTally.names(after), first);
  }

  static String counted(int number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  /** {@return whether no invoice is treated otherwise} */
  public boolean isEmpty() {
    return effects.isEmpty() && harsher == 0;
  }

  /** A line for each effect and one about harshness; {@link #stories} tells the extreme cases. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(before + " -> " + after);
    text.append(", ").append(first).append(" to ").append(last).append("\n");
    text.append(counted(invoices, "invoice")).append(" of ").append(counted(accounts, "customer"));
    effects.forEach(e -> text.append("\n").append(e));
    text.append(isEmpty() ? "\nnobody is treated otherwise" : "");
    text.append("\n").append(harsher == 0 ? "no invoice is" : counted(harsher, "invoice"));
    text.append(harsher == 0 ? "" : harsher == 1 ? " is" : " are");
    return text.append(" treated more harshly").toString();
  }

  /**
   * The extreme case of each effect, with what both policies do.
   *
   * @return several lines, in English; empty if nothing differs
   */
  public String stories() {
    StringBuilder text = new StringBuilder();
    effects.forEach(e -> text.append(e).append("\n").append(e.extreme().toString().indent(2)));
    return text.toString();
  }
}
