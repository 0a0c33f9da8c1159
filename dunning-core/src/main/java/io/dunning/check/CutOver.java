package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change of policy does to live accounts on its first day: how many customers are contacted,
 * what money that is about, and which debts jump a step, hear one again or go back to a milder one,
 * are newly contacted or handed over, lose an approval, or lose their place because the new ladder
 * lacks steps of the old one that they have seen. What both policies do on that day, under whatever
 * name, is not remarkable, so that a policy compared with itself has no lines. Prints as text.
 *
 * @param day the first day of the new policy
 * @param before the name of the policy before
 * @param after the name of the policy after
 * @param accounts how many accounts were looked at
 * @param contactsBefore how many customers the policy before would contact on that day
 * @param contactsAfter how many customers the policy after contacts on that day
 * @param atStake what is open of the overdue invoices for which the policy after has a step on that
 *     day, by currency
 * @param lines what is remarkable, in the order of the accounts
 */
public record CutOver(
    LocalDate day,
    String before,
    String after,
    int accounts,
    int contactsBefore,
    int contactsAfter,
    SortedMap<CurrencyUnit, Money> atStake,
    List<Line> lines) {

  /** What is remarkable about a debt on the first day. */
  public enum Kind {
    /** The step leaves out milder steps of which the debt has not seen the like. */
    JUMPS,
    /**
     * The debt has seen the step, and it is not one that the ladder repeats; or it has seen the
     * same message in a step that the new ladder does not have, at least as often as the new ladder
     * sends it to every debt up to this step.
     */
    REPEATS,
    /**
     * The step is milder than one that the debt has seen, and that stands later in the new ladder
     * or not in it.
     */
    GOES_BACK,
    /**
     * The new policy contacts the customer about the debt on that day, the policy before does not,
     * and none of the above is the case.
     */
    NEWLY_CONTACTED,
    /**
     * A hand-over, or a claim at a court, is due on that day or waits for its approval, and the
     * policy before neither does nor proposes it on that day.
     */
    HANDED_OVER,
    /**
     * The new policy hands over, gives up or stops supply at once, and the policy before would have
     * waited for an approval.
     */
    APPROVAL_LOST,
    /**
     * The debt has seen steps that the ladder before has and the new one does not; they do not
     * count for it.
     */
    STEPS_UNKNOWN,
    /** The policy before has a step for the invoices, and the policy after has none. */
    RESTS;

    /** Such as {@code handed over}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * What it means, for a reader who sees it for the first time.
     *
     * @return such as {@code milder steps that the debt has not seen are left out}
     */
    public String meaning() {
      return switch (this) {
        case JUMPS -> "milder steps that the debt has not seen are left out";
        case REPEATS -> "the customer hears again what was said before";
        case GOES_BACK -> "a milder step comes after a more severe one";
        case NEWLY_CONTACTED -> "the policy before would not contact them on that day";
        case HANDED_OVER -> "proposed or done, where the policy before would not";
        case APPROVAL_LOST -> "done at once, where the policy before waits for an approval";
        case STEPS_UNKNOWN -> "steps of the old ladder that the new one lacks do not count";
        case RESTS -> "the policy before has a step on that day, and the new one has none";
      };
    }
  }

  /**
   * Something remarkable.
   *
   * @param kind what
   * @param customer the customer's id
   * @param invoices the invoices that it is about
   * @param what the step or steps
   * @param overdue what is open of those of these invoices that are overdue, held or not, by
   *     currency
   */
  public record Line(
      Kind kind,
      String customer,
      List<String> invoices,
      String what,
      SortedMap<CurrencyUnit, Money> overdue) {
    /**
     * Something remarkable.
     *
     * @param kind what
     * @param customer the customer's id
     * @param invoices the invoices that it is about
     * @param what the step or steps
     * @param overdue what is open of those that are overdue
     */
    public Line {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(customer, "customer");
      Objects.requireNonNull(invoices, "invoices");
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(overdue, "overdue");
      overdue = Collections.unmodifiableSortedMap(new TreeMap<>(overdue));
      invoices = List.copyOf(invoices);
    }

    /** Such as {@code C-7 INV-3 jumps: final demand}. */
    @Override
    public String toString() {
      return customer + " " + String.join(", ", invoices) + " " + kind + ": " + what;
    }
  }

  /**
   * A report.
   *
   * @param day the first day of the new policy
   * @param before the name of the policy before
   * @param after the name of the policy after
   * @param accounts how many accounts were looked at
   * @param contactsBefore how many customers the policy before would contact
   * @param contactsAfter how many customers the policy after contacts
   * @param atStake what is open of the overdue invoices with a step
   * @param lines what is remarkable
   */
  public CutOver {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(atStake, "atStake");
    Objects.requireNonNull(lines, "lines");
    atStake = Collections.unmodifiableSortedMap(new TreeMap<>(atStake));
    lines = List.copyOf(lines);
  }

  /**
   * Looks at accounts on the day on which a policy takes the place of another.
   *
   * @param before the policy before
   * @param after the policy after
   * @param calendar the calendar that counts business days
   * @param accounts the accounts with all that has happened
   * @param day the first day of the policy after
   * @return what it does on that day
   */
  public static CutOver of(
      DunningPolicy before,
      DunningPolicy after,
      BusinessCalendar calendar,
      Iterable<Account> accounts,
      LocalDate day) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    return of(PolicySet.byDefault(before), PolicySet.byDefault(after), calendar, accounts, day);
  }

  /**
   * Looks at accounts on the day on which policies take the place of others: each debt has the
   * policy that either set gives it.
   *
   * @param before the policies before
   * @param after the policies after
   * @param calendar the calendar that counts business days
   * @param accounts the accounts with all that has happened
   * @param day the first day of the policies after
   * @return what they do on that day; the name of several policies is that of each, joined by
   *     commas
   */
  public static CutOver of(
      PolicySet before,
      PolicySet after,
      BusinessCalendar calendar,
      Iterable<Account> accounts,
      LocalDate day) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(day, "day");
    CutOverLook look = new CutOverLook(before, after, DunningEvaluator.on(calendar), day);
    accounts.forEach(look::at);
    return new CutOver(
        day,
        LedgerTally.names(before),
        LedgerTally.names(after),
        look.accounts,
        look.contactsBefore,
        look.contactsAfter,
        look.atStake,
        look.lines);
  }

  /**
   * How many debts a kind is about, and what is open of their overdue invoices.
   *
   * @param debts how many debts
   * @param overdue what is open of their overdue invoices, by currency
   */
  public record Total(int debts, SortedMap<CurrencyUnit, Money> overdue) {
    /**
     * A total.
     *
     * @param debts how many debts
     * @param overdue what is open of their overdue invoices
     */
    public Total {
      Objects.requireNonNull(overdue, "overdue");
      overdue = Collections.unmodifiableSortedMap(new TreeMap<>(overdue));
    }

    /** Such as {@code 2 debts, 450.00 EUR overdue}. */
    @Override
    public String toString() {
      return debts + (debts == 1 ? " debt, " : " debts, ") + words(overdue) + " overdue";
    }
  }

  /** {@return the lines added up, by kind; without kinds that have no lines} */
  public SortedMap<Kind, Total> totals() {
    SortedMap<Kind, Total> all = new TreeMap<>();
    for (Line each : lines) {
      Total sum = all.getOrDefault(each.kind(), new Total(0, new TreeMap<>()));
      SortedMap<CurrencyUnit, Money> overdue = new TreeMap<>(sum.overdue());
      each.overdue().forEach((c, m) -> overdue.merge(c, m, Money::plus));
      all.put(each.kind(), new Total(sum.debts() + 1, overdue));
    }
    return all;
  }

  private static String words(SortedMap<CurrencyUnit, Money> amounts) {
    return amounts.isEmpty()
        ? "nothing"
        : String.join(", ", amounts.values().stream().map(Money::toString).toList());
  }

  /** Several lines, in English: what is contacted, a total of each kind, and then each debt. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(before + " -> " + after + " on " + day);
    text.append("\n").append(accounts).append(accounts == 1 ? " account" : " accounts");
    text.append("; customers contacted on that day: ").append(contactsAfter);
    text.append(contactsAfter == contactsBefore ? ", as before" : " instead of " + contactsBefore);
    text.append("\noverdue of the debts that get a step of the new policy: ")
        .append(words(atStake));
    totals()
        .forEach(
            (kind, total) ->
                text.append("\n  ")
                    .append(kind)
                    .append(" (")
                    .append(kind.meaning())
                    .append("): ")
                    .append(total));
    lines.forEach(l -> text.append("\n").append(l));
    return text.toString();
  }
}
