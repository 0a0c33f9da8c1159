package io.dunning.check;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.evaluation.DunningEvaluator;
import io.dunning.evaluation.Recommendation;
import io.dunning.evaluation.Verdict;
import io.dunning.event.StepEvent;
import io.dunning.ledger.Account;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.EscalationStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change of policy does to live accounts on its first day: how many customers are contacted,
 * what money that is about, and which debts jump or repeat a step, are handed over, or lose their
 * place because the new ladder does not know their steps. Prints as text.
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
    /** The step is no more severe than one that the debt has seen already. */
    REPEATS,
    /** The debt is handed over, or a claim is filed. */
    HANDED_OVER,
    /** The debt has seen steps that the new ladder does not have; they do not count for it. */
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
    Look look = new Look(before, after, DunningEvaluator.on(calendar), day);
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

  /** Looks at accounts, one after the other. */
  private static final class Look {
    private final DunningPolicy before;
    private final DunningPolicy after;
    private final DunningEvaluator evaluator;
    private final LocalDate day;
    private final SortedMap<CurrencyUnit, Money> atStake = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private int accounts;
    private int contactsBefore;
    private int contactsAfter;

    Look(DunningPolicy before, DunningPolicy after, DunningEvaluator evaluator, LocalDate day) {
      this.before = before;
      this.after = after;
      this.evaluator = evaluator;
      this.day = day;
    }

    void at(Account account) {
      accounts++;
      List<Recommendation> was = evaluator.evaluate(before, account, day).recommendations();
      List<Recommendation> is = evaluator.evaluate(after, account, day).recommendations();
      contactsBefore += was.stream().anyMatch(Look::contacts) ? 1 : 0;
      contactsAfter += is.stream().anyMatch(Look::contacts) ? 1 : 0;
      is.forEach(r -> debt(account, r));
      Set<String> treated = new HashSet<>();
      is.stream().filter(r -> r.step().isPresent()).forEach(r -> treated.addAll(about(r)));
      was.stream()
          .filter(r -> r.step().isPresent() && Collections.disjoint(about(r), treated))
          .forEach(r -> line(Kind.RESTS, account, r, r.step().orElseThrow()));
    }

    private static List<String> about(Recommendation now) {
      return now.invoices().isEmpty() ? now.subject().invoices() : now.invoices();
    }

    private static boolean contacts(Recommendation now) {
      return now.channel().isPresent() && now.verdict() == Verdict.ACT;
    }

    private void debt(Account account, Recommendation now) {
      Set<String> seen = seen(account, now);
      List<String> unknown = seen.stream().filter(s -> after.ladder().indexOf(s) < 0).toList();
      if (now.verdict() != Verdict.CLOSED && !unknown.isEmpty()) {
        line(Kind.STEPS_UNKNOWN, account, now, String.join(", ", unknown));
      }
      if (now.step().isEmpty()) {
        return;
      }
      now.overdue().forEach(m -> atStake.merge(m.currency(), m, Money::plus));
      String step = now.step().get();
      EscalationStep next = after.ladder().steps().get(after.ladder().indexOf(step));
      if (StepKinds.handsOver(next)) {
        line(Kind.HANDED_OVER, account, now, step);
      }
      int rank = Treatment.rank(next);
      if (leavesOut(next, seen)) {
        line(Kind.JUMPS, account, now, step);
      } else if (rank > 0 && rank <= mostSevere(seen)) {
        line(Kind.REPEATS, account, now, step);
      }
    }

    /** The steps that were taken about the debt, by their names. */
    private Set<String> seen(Account account, Recommendation now) {
      Set<String> names = new LinkedHashSet<>();
      for (InvoiceHistory each : account.invoices()) {
        if (now.subject().invoices().contains(each.invoice().number())) {
          each.standingOn(day).steps().taken().stream()
              .map(StepEvent.StepTaken::step)
              .forEach(names::add);
        }
      }
      account.standingOn(day.toEpochDay()).steps().taken().stream()
          .map(StepEvent.StepTaken::step)
          .forEach(names::add);
      return names;
    }

    /** Whether a step comes although a milder one, which applies to every debt, was not seen. */
    private boolean leavesOut(EscalationStep next, Set<String> seen) {
      int rank = Treatment.rank(next);
      boolean told = mostSevere(seen) >= rank - 1;
      for (EscalationStep each : after.ladder().steps()) {
        if (each.equals(next)) {
          return false;
        }
        if (!told
            && each.contactsCustomer()
            && !each.lapses()
            && StepKinds.isUnconditional(each)
            && !seen.contains(each.name())) {
          return true;
        }
      }
      return false;
    }

    private int mostSevere(Set<String> seen) {
      int most = 0;
      for (String name : seen) {
        for (DunningPolicy policy : List.of(before, after)) {
          int index = policy.ladder().indexOf(name);
          most =
              index < 0 ? most : Math.max(most, Treatment.rank(policy.ladder().steps().get(index)));
        }
      }
      return most;
    }

    private void line(Kind kind, Account account, Recommendation now, String what) {
      lines.add(new Line(kind, account.customer().id(), about(now), what));
    }
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
