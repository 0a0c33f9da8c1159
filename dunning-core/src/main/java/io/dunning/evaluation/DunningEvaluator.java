package io.dunning.evaluation;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.policy.DunningPolicy;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

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
    Facts facts = new Facts(prepared(policy), account, asOf.toEpochDay());
    int n = account.invoices().size();
    return new AccountRecommendation(
        account,
        switch (policy.unit()) {
          case ACCOUNT -> List.of(recommend(facts, 0, n, null));
          case ACCOUNT_AND_CURRENCY -> {
            List<Recommendation> all = new ArrayList<>();
            currencies(account).forEach(c -> all.add(recommend(facts, 0, n, c)));
            yield all;
          }
          case INVOICE -> {
            List<Recommendation> all = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
              all.add(recommend(facts, i, i + 1, null));
            }
            yield all;
          }
        });
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

  private Recommendation recommend(Facts facts, int from, int to, CurrencyUnit only) {
    Decision decision = new Decision(new Debt(facts, from, to, only));
    decision.decide(facts.asOf);
    Reason reason = decision.reason();
    Recommendation now =
        new Recommendation(
            this,
            facts.prepared.policy,
            facts.account,
            from,
            to,
            only,
            decision,
            reason,
            PreparedPolicy.NEVER);
    long review = review(decision);
    return review == PreparedPolicy.NEVER ? now : now.reviewedOn(review);
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

  Decision decide(
      DunningPolicy policy, Account account, int from, int to, CurrencyUnit only, long day) {
    Decision decision =
        new Decision(new Debt(new Facts(prepared(policy), account, day), from, to, only));
    decision.decide(day);
    return decision;
  }
}
