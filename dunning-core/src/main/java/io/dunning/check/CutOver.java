package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.ledger.Account;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
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
 * are handed over, or lose their place because the new ladder does not know their steps. A step
 * that both policies ask for on that day is not remarkable, so that a policy compared with itself
 * has no lines. Prints as text.
 *
 * @param day the first day of the new policy
 * @param before the name of the policy before
 * @param after the name of the policy after
 * @param accounts how many accounts were looked at
 * @param contactsBefore how many customers the policy before would contact on that day
 * @param contactsAfter how many customers the policy after contacts on that day
 * @param atStake what is overdue of the debts for which the policy after has a step on that day, by
 *     currency
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
    /** The step leaves out milder steps that the debt has not seen. */
    JUMPS,
    /**
     * The debt has seen the step, and it is not one that the ladder repeats; or it has seen the
     * same message in a step that the new ladder does not have.
     */
    REPEATS,
    /**
     * The step is milder than one that the debt has seen, and that stands later in the new ladder
     * or not in it.
     */
    GOES_BACK,
    /** The debt is handed over, or a claim is filed. */
    HANDED_OVER,
    /**
     * The debt has seen steps that the ladder before has and the new one does not; they do not
     * count for it.
     */
    STEPS_UNKNOWN,
    /** The policy before has a step for the debt, and the policy after has none. */
    RESTS;

    /** Such as {@code handed over}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * Something remarkable.
   *
   * @param kind what
   * @param customer the customer's id
   * @param invoices the invoices that it is about
   * @param what the step or steps
   */
  public record Line(Kind kind, String customer, List<String> invoices, String what) {
    /**
     * Something remarkable.
     *
     * @param kind what
     * @param customer the customer's id
     * @param invoices the invoices that it is about
     * @param what the step or steps
     */
    public Line {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(customer, "customer");
      Objects.requireNonNull(invoices, "invoices");
      Objects.requireNonNull(what, "what");
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
   * @param atStake what is overdue of the debts with a step
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
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(day, "day");
    CutOverLook look = new CutOverLook(before, after, DunningEvaluator.on(calendar), day);
    accounts.forEach(look::at);
    return new CutOver(
        day,
        before.name(),
        after.name(),
        look.accounts,
        look.contactsBefore,
        look.contactsAfter,
        look.atStake,
        look.lines);
  }

  /** Several lines, in English. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(before + " -> " + after + " on " + day);
    text.append("\n").append(accounts).append(accounts == 1 ? " account" : " accounts");
    text.append("; customers contacted on that day: ").append(contactsAfter);
    text.append(" instead of ").append(contactsBefore);
    text.append("\nat stake: ");
    text.append(
        atStake.isEmpty()
            ? "nothing"
            : String.join(", ", atStake.values().stream().map(Money::toString).toList()));
    lines.forEach(l -> text.append("\n").append(l));
    return text.toString();
  }
}
