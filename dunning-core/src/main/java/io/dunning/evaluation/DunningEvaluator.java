package io.dunning.evaluation;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Answers what to do next. A pure function of policy, history and day: no clock, no memory, no side
 * effects; every history and every day gets an answer. Thread-safe; make one and keep it.
 */
public final class DunningEvaluator implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Customer SOMEONE = Customer.of("(customer)");

  private final BusinessCalendar calendar;

  /** The policy used last, taken apart; replacing it by another changes no answer. */
  private transient volatile PreparedPolicy latest;

  /** Working memory of an evaluation that is over; whoever finds none makes its own. */
  private transient AtomicReference<Decision> spare = new AtomicReference<>();

  private DunningEvaluator(BusinessCalendar calendar) {
    this.calendar = Objects.requireNonNull(calendar, "calendar");
  }

  /**
   * An evaluator that counts business days by a calendar.
   *
   * @param calendar the calendar
   * @return the evaluator
   */
  public static DunningEvaluator on(BusinessCalendar calendar) {
    return new DunningEvaluator(calendar);
  }

  /**
   * The calendar.
   *
   * @return the calendar
   */
  public BusinessCalendar calendar() {
    return calendar;
  }

  /**
   * What to do next about a single invoice, without anything known of its customer.
   *
   * @param policy the policy
   * @param history the invoice and what happened to it
   * @param asOf the day; its events count, later ones do not exist
   * @return the recommendation
   */
  public Recommendation evaluate(DunningPolicy policy, InvoiceHistory history, LocalDate asOf) {
    return evaluate(policy, Account.of(SOMEONE, List.of(history)), asOf).recommendations().get(0);
  }

  /**
   * What to do next about an account: one recommendation a unit of decision of the policy. What is
   * recommended together does not count as a contact until it is recorded as taken.
   *
   * @param policy the policy
   * @param account the account
   * @param asOf the day; its events count, later ones do not exist
   * @return the recommendations
   */
  public AccountRecommendation evaluate(DunningPolicy policy, Account account, LocalDate asOf) {
    Decision decision = borrow();
    decision.begin(prepared(policy), account, asOf.toEpochDay());
    AccountRecommendation all =
        new AccountRecommendation(account, recommendations(policy, account, decision));
    decision.end();
    spare.set(decision);
    return all;
  }

  private List<Recommendation> recommendations(
      DunningPolicy policy, Account account, Decision decision) {
    int n = decision.debt.facts.balances.size();
    return switch (policy.unit()) {
      case ACCOUNT -> List.of(recommend(decision, 0, n, null));
      case ACCOUNT_AND_CURRENCY -> {
        List<Recommendation> all = new ArrayList<>();
        currencies(account).forEach(c -> all.add(recommend(decision, 0, n, c)));
        yield List.copyOf(all);
      }
      case INVOICE -> {
        Recommendation[] all = new Recommendation[n];
        for (int i = 0; i < n; i++) {
          all[i] = recommend(decision, i, i + 1, null);
        }
        yield List.of(all);
      }
    };
  }

  private Decision borrow() {
    Decision decision = spare.getAndSet(null);
    return decision == null ? new Decision() : decision;
  }

  private static SortedSet<CurrencyUnit> currencies(Account account) {
    SortedSet<CurrencyUnit> all = new TreeSet<>();
    account.invoices().forEach(h -> all.add(h.invoice().amount().currency()));
    return all;
  }

  private PreparedPolicy prepared(DunningPolicy policy) {
    PreparedPolicy prepared = latest;
    if (prepared == null || prepared.policy != policy) {
      prepared = new PreparedPolicy(policy, calendar);
      latest = prepared;
    }
    return prepared;
  }

  private Recommendation recommend(Decision decision, int from, int to, CurrencyUnit only) {
    long asOf = decision.debt.facts.asOf;
    decision.about(from, to, only);
    decision.decide(asOf);
    Verdict verdict = decision.verdict;
    int step = decision.step;
    Decision.Rule rule = decision.rule;
    Condition heldWhile = decision.heldWhile;
    Reason reason = decision.reason();
    long review = review(decision);
    return new Recommendation(
        this,
        decision.prepared.policy,
        decision.debt.facts.account,
        from,
        to,
        only,
        asOf,
        verdict,
        step,
        rule,
        heldWhile,
        reason,
        review);
  }

  /** Decides again on each day on which something can change, until something does. */
  private static long review(Decision decision) {
    Verdict verdict = decision.verdict;
    int step = decision.step;
    Decision.Rule rule = decision.rule;
    var heldWhile = decision.heldWhile;
    if (decision.isOpaque()) {
      return decision.debt.day() + 1;
    }
    if (decision.changesForSure()) {
      return decision.changesOn();
    }
    for (long day = decision.changesOn(); day <= Facts.LAST_DAY; day = decision.changesOn()) {
      decision.decide(day);
      boolean same =
          decision.verdict == verdict
              && decision.step == step
              && decision.rule == rule
              && Objects.equals(decision.heldWhile, heldWhile);
      if (!same || decision.isOpaque()) {
        return day;
      }
    }
    return PreparedPolicy.NEVER;
  }

  /** Decides once more, with nothing but the answer kept. */
  Decision decide(
      DunningPolicy policy, Account account, int from, int to, CurrencyUnit only, long day) {
    Decision decision = new Decision();
    decision.begin(prepared(policy), account, day);
    decision.about(from, to, only);
    decision.decide(day);
    return decision;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    spare = new AtomicReference<>();
  }
}
