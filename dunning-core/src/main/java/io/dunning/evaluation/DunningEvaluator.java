package io.dunning.evaluation;

import io.dunning.behaviour.RiskBand;
import io.dunning.calendar.BusinessCalendar;
import io.dunning.compiled.Decided;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.ledger.InvoiceHistory;
import io.dunning.policy.AccountRules;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import io.dunning.policy.PolicyTrial;
import io.dunning.policy.SegmentRule;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Answers what to do next, and why. A pure function of policy, history and day: no clock, no
 * memory, no side effects; every history and every day gets an answer. Thread-safe; make one and
 * keep it.
 *
 * <p>{@code evaluate} gives the answer; {@code explain} gives the same answer with its trace: why
 * each other step was left out, and which change would make the answer another one.
 */
public final class DunningEvaluator implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Customer SOMEONE = Customer.of("(customer)");

  /** More policies than a host has for its segments; a few more are prepared again and again. */
  private static final int MOST_KNOWN = 32;

  private static final PreparedPolicy[] NONE = {};

  private final BusinessCalendar calendar;
  private final boolean statesRisk;

  /** The risk band that is supposed of every customer; null if that of the profile counts. */
  private final RiskBand supposedBand;

  /** Whether readable answers make their facts once somebody asks. */
  private final boolean lazy;

  /** The policies used last, prepared, newest first: a cache, whose size changes no answer. */
  private transient volatile PreparedPolicy[] known = NONE;

  private DunningEvaluator(
      BusinessCalendar calendar, boolean statesRisk, RiskBand supposedBand, boolean lazy) {
    this.calendar = Objects.requireNonNull(calendar, "calendar");
    this.statesRisk = statesRisk;
    this.supposedBand = supposedBand;
    this.lazy = lazy;
  }

  /**
   * An evaluator that counts business days by a calendar.
   *
   * @param calendar the calendar
   * @return the evaluator
   */
  public static DunningEvaluator on(BusinessCalendar calendar) {
    return new DunningEvaluator(calendar, false, null, false);
  }

  /**
   * An evaluator whose answers keep their accounts until somebody asks for their facts; for
   * explorations only, which read the decision of most answers and keep few.
   */
  static DunningEvaluator lazy(BusinessCalendar calendar) {
    return new DunningEvaluator(calendar, false, null, true);
  }

  /**
   * {@return an evaluator that also states how the customer has paid, and the risk, wherever a step
   * is to be taken; also if the policy does not ask for it}
   */
  public DunningEvaluator statingRisk() {
    return new DunningEvaluator(calendar, true, supposedBand, lazy);
  }

  /** {@return the calendar} */
  public BusinessCalendar calendar() {
    return calendar;
  }

  /**
   * What to do next about a single invoice, without anything known of its customer, who is called
   * {@code (customer)} in the answer. To store keys or postings, evaluate an account.
   *
   * @param policy the policy
   * @param history the invoice and what happened to it
   * @param asOf the day; events up to its end count, later ones are ignored
   * @return the recommendation
   */
  public Recommendation evaluate(DunningPolicy policy, InvoiceHistory history, LocalDate asOf) {
    return evaluate(policy, alone(history), asOf).recommendations().get(0);
  }

  /**
   * What to do next about an account: one recommendation for each unit of decision of the policy.
   * What is recommended together does not count as a contact until it is recorded as taken.
   *
   * @param policy the policy
   * @param account the account
   * @param asOf the day; events up to its end count, later ones are ignored
   * @return the recommendations
   */
  public AccountRecommendation evaluate(DunningPolicy policy, Account account, LocalDate asOf) {
    PreparedPolicy prepared = prepared(policy);
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(asOf, "asOf");
    long[] row = compiles(prepared) ? CompiledEvaluation.row(account) : null;
    if (row == null) {
      return readably(prepared, account, asOf);
    }
    CompiledEvaluation compiled = new CompiledEvaluation(prepared, asOf);
    compiled.turnTo(account, row);
    return evaluate(compiled, prepared, account, asOf);
  }

  /** Whether the compiled decider may be asked about accounts of a policy. */
  boolean compiles(PreparedPolicy prepared) {
    return !statesRisk && prepared.compiled != null;
  }

  /** By the compiled decider, which turned to the account, where it covers all; else readably. */
  AccountRecommendation evaluate(
      CompiledEvaluation compiled, PreparedPolicy prepared, Account account, LocalDate asOf) {
    if (prepared.policy.account().unit() == AccountRules.Unit.INVOICE) {
      return eachInvoice(compiled, prepared, account, asOf);
    }
    Recommendation all = compiled.ofAll();
    return all == null
        ? readably(prepared, account, asOf)
        : new AccountRecommendation(account.customer().id(), List.of(all));
  }

  /** By the compiled decider those invoices that are open and that it covers. */
  private AccountRecommendation eachInvoice(
      CompiledEvaluation compiled, PreparedPolicy prepared, Account account, LocalDate asOf) {
    Recommendation[] all = new Recommendation[account.invoices().size()];
    int missing = all.length;
    for (int i = 0; i < compiled.items(); i++) {
      Recommendation made = compiled.of(i);
      all[compiled.place(i)] = made;
      missing -= made == null ? 0 : 1;
    }
    List<Scope> scopes = missing == 0 ? List.of() : Scopes.of(prepared, null, account, asOf);
    for (int i = 0; missing > 0 && i < all.length; i++) {
      all[i] = all[i] == null ? recommend(scopes.get(i), false) : all[i];
    }
    return new AccountRecommendation(account.customer().id(), List.of(all));
  }

  private AccountRecommendation readably(PreparedPolicy prepared, Account account, LocalDate asOf) {
    List<Scope> scopes = Scopes.of(prepared, null, account, asOf);
    Recommendation[] all = new Recommendation[scopes.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = recommend(scopes.get(i), false);
    }
    return new AccountRecommendation(account.customer().id(), List.of(all));
  }

  /**
   * What is decided about an account, without the facts. Only the table of accounts in {@code
   * io.dunning.portfolio} calls it, through a method handle, for what it cannot decide itself.
   */
  private Decided[] decide(DunningPolicy policy, Account account, LocalDate asOf) {
    return Deciding.of(prepared(policy), account, asOf);
  }

  /**
   * What to do next about an account, each invoice by the policy that is for it. Invoices of one
   * policy are decided about together, if it says so; contacts count for all.
   *
   * @param policies which policy is for which invoice
   * @param account the account
   * @param asOf the day; events up to its end count, later ones are ignored
   * @return the recommendations, policy by policy in the order of the invoices
   */
  public AccountRecommendation evaluate(PolicySet policies, Account account, LocalDate asOf) {
    return policies.segmentRules().isEmpty()
        ? evaluatePlaced(policies, account, asOf)
        : new PlacedEvaluation(this, policies, account, asOf).recommend();
  }

  /**
   * What to do next about many accounts: the same as {@link #evaluate(PolicySet, Account,
   * LocalDate)} answers about each of them, with less memory and mostly in less time. A few hundred
   * accounts are enough for that. If a condition of your own throws, there is no answer about any
   * of them; {@link io.dunning.portfolio.PortfolioRun} tells whose it was.
   *
   * @param policies which policy is for which invoice
   * @param accounts the accounts
   * @param asOf the day; events up to its end count, later ones are ignored
   * @return the recommendations about each account, in the order of the accounts
   */
  public List<AccountRecommendation> evaluateAll(
      PolicySet policies, List<Account> accounts, LocalDate asOf) {
    Objects.requireNonNull(policies, "policies");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(asOf, "asOf");
    return new ManyAccounts(this, policies, asOf).evaluate(accounts);
  }

  /** By a set whose rules were asked, so that the customer is in the segment that they give. */
  AccountRecommendation evaluatePlaced(PolicySet policies, Account account, LocalDate asOf) {
    List<DunningPolicy> needed = Scopes.needed(policies, account);
    if (needed.size() == 1) {
      return evaluate(needed.get(0), account, asOf);
    }
    List<Recommendation> all = new ArrayList<>();
    for (DunningPolicy policy : needed) {
      Scopes.of(prepared(policy), policies, account, asOf)
          .forEach(s -> all.add(recommend(s, true)));
    }
    return new AccountRecommendation(account.customer().id(), all);
  }

  /**
   * What to do next about a single invoice, and why.
   *
   * @param policy the policy
   * @param history the invoice and what happened to it
   * @param asOf the day; events up to its end count, later ones are ignored
   * @return the recommendation that {@link #evaluate(DunningPolicy, InvoiceHistory, LocalDate)}
   *     gives, with its trace
   */
  public Explanation explain(DunningPolicy policy, InvoiceHistory history, LocalDate asOf) {
    return explain(policy, alone(history), asOf).get(0);
  }

  /**
   * What to do next about an account, and why.
   *
   * @param policy the policy
   * @param account the account
   * @param asOf the day; events up to its end count, later ones are ignored
   * @return an explanation for each recommendation that {@link #evaluate(DunningPolicy, Account,
   *     LocalDate)} gives, in the same order
   */
  public List<Explanation> explain(DunningPolicy policy, Account account, LocalDate asOf) {
    return Scopes.of(prepared(policy), null, account, asOf).stream()
        .map(s -> trace(s, false))
        .toList();
  }

  /**
   * What to do next about an account, each invoice by the policy that is for it, and why.
   *
   * @param policies which policy is for which invoice
   * @param account the account
   * @param asOf the day; events up to its end count, later ones are ignored
   * @return an explanation for each recommendation that {@link #evaluate(PolicySet, Account,
   *     LocalDate)} gives, in the same order
   */
  public List<Explanation> explain(PolicySet policies, Account account, LocalDate asOf) {
    return policies.segmentRules().isEmpty()
        ? explainPlaced(policies, account, asOf)
        : new PlacedEvaluation(this, policies, account, asOf).explain();
  }

  /** By a set whose rules were asked. */
  List<Explanation> explainPlaced(PolicySet policies, Account account, LocalDate asOf) {
    List<DunningPolicy> needed = Scopes.needed(policies, account);
    List<Explanation> all = new ArrayList<>();
    if (needed.size() == 1) {
      all.addAll(explain(needed.get(0), account, asOf));
    } else {
      for (DunningPolicy policy : needed) {
        Scopes.of(prepared(policy), policies, account, asOf).forEach(s -> all.add(trace(s, true)));
      }
    }
    policies
        .trialOf(account.customer())
        .ifPresent(t -> all.replaceAll(e -> inTrial(e, t, account.customer())));
    return all;
  }

  /** Says which trial gave the policy, if it did. */
  private static Explanation inTrial(Explanation made, PolicyTrial trial, Customer customer) {
    if (!made.recommendation().policy().equals(PolicyId.of(trial.challenger()))) {
      return made;
    }
    List<Reason> leftOut = new ArrayList<>(made.leftOut());
    String id = customer.id();
    leftOut.add(
        0,
        new LeftOutReason.InTrial(
            trial.name(), trial.champion().name(), trial.share(), trial.numberOf(id)));
    return new Explanation(made.recommendation(), leftOut, made.flips());
  }

  /**
   * The segment in which the customer of an account is on a day, by the rules of a set.
   *
   * @param policies the set
   * @param account the account
   * @param asOf the day; events up to its end count, later ones are ignored
   * @return the segment of the first rule that holds, else the one that is recorded of the
   *     customer; empty if there is neither
   */
  public Optional<String> segment(PolicySet policies, Account account, LocalDate asOf) {
    Placing placing = placing(policies, account, asOf);
    return placing.placed(placing.on(asOf.toEpochDay())).customer().segment();
  }

  Placing placing(PolicySet policies, Account account, LocalDate asOf) {
    Objects.requireNonNull(policies, "policies");
    return new Placing(policies, prepared(policies.defaultPolicy()), account, asOf);
  }

  /**
   * Why new orders of a customer are blocked on a day.
   *
   * @param policy the policy
   * @param account the account
   * @param asOf the day; events up to its end count, later ones are ignored
   * @return the blocks in force, in the order of the invoices; none if orders are accepted
   */
  public List<OrderBlock> orderBlocks(DunningPolicy policy, Account account, LocalDate asOf) {
    return OrderBlock.of(new Books(prepared(policy), account, asOf));
  }

  /**
   * The decisions that can come out about an account while some facts are unknown. Each combination
   * of their values is decided about: those that the rules of the policy name, and one for all
   * others.
   *
   * @param policy the policy
   * @param account the account as far as it is known
   * @param asOf the day; events up to its end count, later ones are ignored
   * @param unknowns the facts that nobody knows; they take the place of what the account says of
   *     the customer, but not of a delivery or a reason that is recorded
   * @return each decision with the values that lead to it
   * @throws IllegalArgumentException if the account lacks an invoice that is named, or if there are
   *     more than 10,000 combinations
   */
  public Possibilities possible(
      DunningPolicy policy, Account account, LocalDate asOf, Collection<Unknown> unknowns) {
    return possible(PolicySet.byDefault(policy), account, asOf, unknowns);
  }

  /**
   * The decisions that can come out about an account by a set of policies while some facts are
   * unknown; also which policy applies can depend on them.
   *
   * @param policies which policy is for which invoice
   * @param account the account as far as it is known
   * @param asOf the day; events up to its end count, later ones are ignored
   * @param unknowns the facts that nobody knows
   * @return each decision with the values that lead to it
   * @throws IllegalArgumentException as {@link #possible(DunningPolicy, Account, LocalDate,
   *     Collection)}
   */
  public Possibilities possible(
      PolicySet policies, Account account, LocalDate asOf, Collection<Unknown> unknowns) {
    Objects.requireNonNull(policies, "policies");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(unknowns, "unknowns");
    Supposing supposing =
        new Supposing(
            List.copyOf(policies.policies()),
            policies.segmentRules().stream().map(SegmentRule::condition).toList(),
            new TreeSet<>(policies.segments().keySet()));
    return new PossibleAnswers(
            supposing, account, asOf, unknowns, (a, band) -> on(band).evaluate(policies, a, asOf))
        .of(account);
  }

  private DunningEvaluator on(RiskBand band) {
    return band == null ? this : new DunningEvaluator(calendar, statesRisk, band, lazy);
  }

  private static Account alone(InvoiceHistory history) {
    return Account.of(SOMEONE, List.of(Objects.requireNonNull(history, "history")));
  }

  private Recommendation recommend(Scope scope, boolean ofSet) {
    Decision decision = Decider.decide(scope, scope.books().asOf);
    RecommendationMaker maker = new RecommendationMaker(decision, ofSet);
    return lazy && !statesRisk ? maker.makeLazily() : maker.make(statesRisk);
  }

  private Explanation trace(Scope scope, boolean ofSet) {
    Trace trace = Trace.on();
    Decision decision = Decider.decide(scope, scope.books().asOf, trace);
    Recommendation made = new RecommendationMaker(decision, ofSet).make(statesRisk);
    return new Explanation(made, trace.leftOut(), Flips.of(decision, made.reviewOn()));
  }

  /** Each policy once, without hashing it: nearly always it is the very same for all invoices. */
  PreparedPolicy prepared(DunningPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    PreparedPolicy[] all = known;
    for (PreparedPolicy each : all) {
      if (each.policy == policy) {
        return each;
      }
    }
    PreparedPolicy prepared = new PreparedPolicy(policy, calendar, supposedBand);
    PreparedPolicy[] more = Arrays.copyOf(all, Math.min(all.length + 1, MOST_KNOWN));
    System.arraycopy(all, 0, more, 1, more.length - 1);
    more[0] = prepared;
    known = more;
    return prepared;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    known = NONE;
  }
}
