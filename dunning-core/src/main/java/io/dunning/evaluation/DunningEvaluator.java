package io.dunning.evaluation;

import io.dunning.calendar.BusinessCalendar;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.policy.AccountRules;
import io.dunning.policy.Condition;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** More policies than a host has for its segments; a few more are prepared again and again. */
  private static final int MOST_KNOWN = 32;

  private static final PreparedPolicy[] NONE = {};

  /** The policies used last, taken apart, the newest first; leaving any out changes no answer. */
  private transient volatile PreparedPolicy[] known = NONE;

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
    return new AccountRecommendation(account, recommendations(policy, null, account, asOf));
  }

  /**
   * What to do next about an account, each invoice by the policy that is for it. Invoices of one
   * policy are decided about together, if it says so; contacts count for all.
   *
   * @param policies which policy is for which invoice
   * @param account the account
   * @param asOf the day; its events count, later ones do not exist
   * @return the recommendations, policy by policy in the order of the invoices
   */
  public AccountRecommendation evaluate(PolicySet policies, Account account, LocalDate asOf) {
    if (!policies.differsByInvoice()) {
      return evaluate(policies.policyFor(account.customer()), account, asOf);
    }
    List<DunningPolicy> needed = needed(policies, account);
    if (needed.size() < 2) {
      DunningPolicy only =
          needed.isEmpty() ? policies.policyFor(account.customer()) : needed.get(0);
      return evaluate(only, account, asOf);
    }
    List<Recommendation> all = new ArrayList<>();
    for (DunningPolicy policy : needed) {
      all.addAll(recommendations(policy, policies, account, asOf));
    }
    return new AccountRecommendation(account, all);
  }

  /** Each policy once, without hashing it: nearly always it is the very same for all invoices. */
  private static List<DunningPolicy> needed(PolicySet policies, Account account) {
    List<DunningPolicy> needed = new ArrayList<>(2);
    DunningPolicy before = null;
    for (InvoiceHistory history : account.invoices()) {
      DunningPolicy policy = policies.policyFor(account.customer(), history.invoice().number());
      if (policy != before && !needed.contains(policy)) {
        needed.add(policy);
      }
      before = policy;
    }
    return needed;
  }

  private List<Recommendation> recommendations(
      DunningPolicy policy, PolicySet policies, Account account, LocalDate asOf) {
    Decision decision = borrow();
    decision.begin(prepared(policy), account, asOf.toEpochDay());
    List<Recommendation> all = recommendations(policy, policies, account, decision);
    decision.end();
    spare.set(decision);
    return all;
  }

  private List<Recommendation> recommendations(
      DunningPolicy policy, PolicySet policies, Account account, Decision decision) {
    int n = decision.facts.balances.size();
    boolean[] members = members(policy, policies, account);
    if (policy.account().unit() == AccountRules.Unit.INVOICE || decision.prepared.ownLevel) {
      List<Recommendation> all = new ArrayList<>(n);
      for (int i = 0; i < n; i++) {
        if (members == null || members[i]) {
          all.add(recommend(decision, i, i + 1, null, policies, members));
        }
      }
      return all;
    }
    if (policy.account().unit() == AccountRules.Unit.ACCOUNT) {
      return List.of(recommend(decision, 0, n, null, policies, members));
    }
    List<Recommendation> all = new ArrayList<>();
    currencies(account, members)
        .forEach(c -> all.add(recommend(decision, 0, n, c, policies, members)));
    return all;
  }

  /** The invoices for which a policy is; null if it is for all. */
  static boolean[] members(DunningPolicy policy, PolicySet policies, Account account) {
    if (policies == null) {
      return null;
    }
    boolean[] members = new boolean[account.invoices().size()];
    for (int i = 0; i < members.length; i++) {
      String number = account.invoices().get(i).invoice().number();
      members[i] = policies.policyFor(account.customer(), number).equals(policy);
    }
    return members;
  }

  private Decision borrow() {
    Decision decision = spare.getAndSet(null);
    return decision == null ? new Decision() : decision;
  }

  private static SortedSet<CurrencyUnit> currencies(Account account, boolean[] members) {
    SortedSet<CurrencyUnit> all = new TreeSet<>();
    for (int i = 0; i < account.invoices().size(); i++) {
      if (members == null || members[i]) {
        all.add(account.invoices().get(i).invoice().amount().currency());
      }
    }
    return all;
  }

  private PreparedPolicy prepared(DunningPolicy policy) {
    PreparedPolicy[] all = known;
    for (PreparedPolicy each : all) {
      if (each.policy == policy) {
        return each;
      }
    }
    PreparedPolicy prepared = new PreparedPolicy(policy, calendar);
    PreparedPolicy[] more = Arrays.copyOf(all, Math.min(all.length + 1, MOST_KNOWN));
    System.arraycopy(all, 0, more, 1, more.length - 1);
    more[0] = prepared;
    known = more;
    return prepared;
  }

  private Recommendation recommend(
      Decision decision,
      int from,
      int to,
      CurrencyUnit only,
      PolicySet policies,
      boolean[] members) {
    long asOf = decision.facts.asOf;
    decision.about(from, to, only, members);
    decision.decide(asOf);
    Verdict verdict = decision.verdict;
    int step = decision.step;
    Decision.Rule rule = decision.rule;
    Condition heldWhile = decision.heldWhile;
    int manner = decision.manner();
    Reason reason = decision.reason();
    long review = review(decision);
    return new Recommendation(
        this,
        policies,
        decision.prepared.policy,
        decision.facts.account,
        from,
        to,
        only,
        asOf,
        verdict,
        step,
        rule,
        heldWhile,
        manner,
        reason,
        review);
  }

  /** Decides again on each day on which something can change, until something does. */
  private static long review(Decision decision) {
    Verdict verdict = decision.verdict;
    int step = decision.step;
    Decision.Rule rule = decision.rule;
    Condition heldWhile = decision.heldWhile;
    int manner = decision.manner();
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
              && decision.manner() == manner
              && Objects.equals(decision.heldWhile, heldWhile);
      if (!same || decision.isOpaque()) {
        return day;
      }
    }
    return PreparedPolicy.NEVER;
  }

  /** Decides about a recommendation's debt once more, with nothing but the answer kept. */
  Decision decide(Recommendation of, long day, Money supposed) {
    Decision decision = new Decision();
    decision.begin(prepared(of.policy()), of.account(), of.asOf().toEpochDay());
    of.about(decision);
    if (supposed != null) {
      decision.suppose(supposed);
    }
    decision.decide(day);
    return decision;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    known = NONE;
    spare = new AtomicReference<>();
  }
}
