package io.dunning.reports;

import io.dunning.aging.AgeBand;
import io.dunning.aging.AgingBasis;
import io.dunning.aging.AgingLine;
import io.dunning.aging.AgingReport;
import io.dunning.aging.AgingSchedule;
import io.dunning.aging.Receivables;
import io.dunning.evaluation.Explanation;
import io.dunning.evaluation.Recommendation;
import io.dunning.ledger.Account;
import io.dunning.ledger.Customer;
import io.dunning.money.CurrencyUnit;
import io.dunning.policy.DunningPolicy;
import io.dunning.policy.PolicySet;
import io.dunning.portfolio.CollectionMetrics;
import io.dunning.portfolio.Concentration;
import io.dunning.portfolio.PortfolioRun;
import io.dunning.portfolio.RollRates;
import io.dunning.portfolio.Worklist;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a report says about some accounts at the end of a day: every figure comes from the core, so
 * it is the one that the command line prints. {@link HtmlReport} shows it as a page, {@link
 * ExcelReport} as a workbook. Events after the day are ignored. Immutable.
 */
public final class Report {
  private static final int MONTHS = 12;
  private static final int MOST_EXPLAINED = 1_000;

  private final LocalDate asOf;
  private final PolicySet policies;
  private final ReportSettings settings;
  private final List<Debtor> debtors;
  private final Map<String, Debtor> byCustomer = new HashMap<>();
  private final List<String> failures;
  private final AgingReport aging;
  private final SortedMap<LocalDate, AgingReport> trend;
  private final SortedMap<CurrencyUnit, CollectionMetrics> metrics;
  private final SortedMap<CurrencyUnit, Concentration> concentration;
  private final SortedMap<CurrencyUnit, RollRates> rollRates;
  private final List<Worklist> worklists;
  private final Map<String, Standing> standings = new HashMap<>();
  private final List<List<CustomerWork>> work;

  private Report(
      List<Account> accounts, PolicySet policies, LocalDate asOf, ReportSettings settings) {
    this.asOf = asOf;
    this.policies = policies;
    this.settings = settings;
    failures = Collections.synchronizedList(new ArrayList<>());
    debtors = decide(accounts);
    debtors.forEach(d -> byCustomer.put(d.account().customer().id(), d));
    aging = AgingReport.ofAccounts(settings.schedule(), asOf, accounts);
    trend = Receivables.ofAccounts(accounts).trend(settings.schedule(), monthEnds(asOf));
    metrics = CollectionMetrics.of(accounts, asOf);
    concentration = Concentration.of(aging);
    rollRates =
        settings.schedule().basis() == AgingBasis.DUE_DATE
            ? RollRates.of(accounts, settings.schedule(), rollsFrom(), asOf)
            : new TreeMap<>();
    worklists = plan();
    debtors.forEach(
        d -> standings.put(d.account().customer().id(), Standing.of(d, settings, policies, asOf)));
    work =
        worklists.stream().map(w -> CustomerWork.of(w, settings.order(), standings::get)).toList();
  }

  /**
   * Makes a report.
   *
   * @param accounts the accounts
   * @param policies which policy is for whom
   * @param asOf the day at whose end everything is looked at
   * @param settings how the report is made
   * @return the report
   * @throws ArithmeticException if a sum does not fit into a {@code long} of minor units
   */
  public static Report of(
      Collection<Account> accounts, PolicySet policies, LocalDate asOf, ReportSettings settings) {
    Objects.requireNonNull(policies, "policies");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(settings, "settings");
    return new Report(accounts.stream().map(a -> a.asOf(asOf)).toList(), policies, asOf, settings);
  }

  private static SortedSet<LocalDate> monthEnds(LocalDate asOf) {
    SortedSet<LocalDate> days = new TreeSet<>();
    days.add(asOf);
    for (int i = 1; i <= MONTHS; i++) {
      days.add(YearMonth.from(asOf).minusMonths(i).atEndOfMonth());
    }
    return days;
  }

  private List<Debtor> decide(List<Account> accounts) {
    List<Debtor> decided = new ArrayList<>();
    PortfolioRun.of(settings.evaluator(), policies, asOf)
        .run(
            accounts.iterator(),
            result -> {
              if (result instanceof PortfolioRun.Evaluated done) {
                decided.add(new Debtor(done.account(), done.recommendation(), List.of()));
              } else if (result instanceof PortfolioRun.Failed failed) {
                failures.add(failed.account().customer().id() + ": " + failed.cause().getMessage());
              }
            });
    return settings.monthsAhead() == 0
        ? decided
        : decided.parallelStream().map(this::lookAhead).toList();
  }

  private Debtor lookAhead(Debtor of) {
    try {
      return of.ahead(settings, policies, asOf);
    } catch (IllegalStateException e) {
      // a policy that asks for a step twice has no course; what is due today stands all the same
      failures.add(of.account().customer().id() + ": what comes next cannot be told");
      return of;
    }
  }

  /** One list of work, or one for each currency if amounts of two cannot be compared. */
  private List<Worklist> plan() {
    List<Recommendation> due =
        debtors.stream()
            .flatMap(d -> d.now().recommendations().stream())
            .filter(r -> r.step().isPresent())
            .toList();
    Worklist.Rule rule =
        new Worklist.Rule(
            settings.order(), settings.rates().orElse(Worklist.Rates.ONE), Integer.MAX_VALUE);
    if (settings.rates().isPresent()
        || settings.order() == Worklist.Order.AGE
        || settings.order() == Worklist.Order.RISK) {
      return List.of(Worklist.of(due, rule));
    }
    Map<String, List<Recommendation>> byCurrency =
        due.stream()
            .collect(Collectors.groupingBy(Report::currency, TreeMap::new, Collectors.toList()));
    return byCurrency.values().stream().map(each -> Worklist.of(each, rule)).toList();
  }

  private static String currency(Recommendation of) {
    return of.overdue().stream().map(m -> m.currency().code()).collect(Collectors.joining(" + "));
  }

  /** {@return the day at whose end everything is looked at} */
  public LocalDate asOf() {
    return asOf;
  }

  /** {@return which policy is for whom} */
  public PolicySet policies() {
    return policies;
  }

  /** {@return how the report is made} */
  public ReportSettings settings() {
    return settings;
  }

  /** {@return what is open, by age: a line for each customer and currency} */
  public AgingReport aging() {
    return aging;
  }

  /** {@return what was open at the last twelve ends of a month, and on the day} */
  public SortedMap<LocalDate, AgingReport> trend() {
    return Collections.unmodifiableSortedMap(trend);
  }

  /** {@return how well each currency is collected} */
  public SortedMap<CurrencyUnit, CollectionMetrics> metrics() {
    return Collections.unmodifiableSortedMap(metrics);
  }

  /** {@return how much a few customers owe, by currency} */
  public SortedMap<CurrencyUnit, Concentration> concentration() {
    return Collections.unmodifiableSortedMap(concentration);
  }

  /**
   * {@return what became of the bands since {@link #rollsFrom}, by currency; empty if the bands do
   * not count from the due date}
   */
  public SortedMap<CurrencyUnit, RollRates> rollRates() {
    return Collections.unmodifiableSortedMap(rollRates);
  }

  /** {@return the day with which roll rates begin: the last end of a month before the day} */
  public LocalDate rollsFrom() {
    return YearMonth.from(asOf).minusMonths(1).atEndOfMonth();
  }

  /**
   * {@return the work that is due, with what has to be approved: a list for each currency, or one
   * for all if there are rates, or if the order does not compare amounts}
   */
  public List<Worklist> worklists() {
    return worklists;
  }

  /**
   * {@return what is to be done today by customer, who matters most first: a list for each of
   * {@link #worklists}. Of several steps for one customer, those that would come too soon after the
   * first one are kept apart}
   */
  public List<List<CustomerWork>> work() {
    return work;
  }

  /** What a customer has overdue, and what waits for today's contact. */
  Standing standing(String customer) {
    return standings.get(customer);
  }

  /** {@return which accounts could not be decided about, and why} */
  public List<String> failures() {
    return failures.stream().sorted().toList();
  }

  List<Debtor> debtors() {
    return debtors;
  }

  /**
   * {@return what happened to an invoice and what comes next; empty if there is no such invoice}
   *
   * @param customer the id of the customer
   * @param invoice the number of the invoice
   */
  public Optional<InvoiceStory> story(String customer, String invoice) {
    Objects.requireNonNull(invoice, "invoice");
    return Optional.ofNullable(byCustomer.get(Objects.requireNonNull(customer, "customer")))
        .flatMap(d -> InvoiceStory.of(d, invoice, asOf));
  }

  /**
   * {@return the decisions about a customer with their traces; none for a customer who is not in
   * the report, or who has so many invoices that nobody reads them}
   *
   * @param customer the id of the customer
   */
  public List<Explanation> explanations(String customer) {
    Debtor debtor = byCustomer.get(Objects.requireNonNull(customer, "customer"));
    return debtor == null || debtor.account().invoices().size() > MOST_EXPLAINED
        ? List.of()
        : settings.evaluator().explain(policies, debtor.account(), asOf);
  }

  /** The band of an item. */
  AgeBand bandOf(LocalDate issued, LocalDate due) {
    AgingSchedule schedule = settings.schedule();
    return schedule.band(schedule.basis() == AgingBasis.DUE_DATE ? due : issued, asOf);
  }

  /** The name of a customer; the id if no name is known. */
  String nameOf(String customer) {
    Debtor debtor = byCustomer.get(customer);
    return debtor == null ? customer : debtor.account().customer().name();
  }

  /** The currency in which most items are open. */
  CurrencyUnit mainCurrency() {
    return aging.totals().values().stream()
        .max(Comparator.comparing(AgingLine::totalCount))
        .map(AgingLine::currency)
        .orElse(CurrencyUnit.of("EUR"));
  }

  /** A customer to whom a policy applies: the one who owes most, if there is any. */
  Customer typical(DunningPolicy policy) {
    return concentration.values().stream()
        .flatMap(c -> c.debtors().stream())
        .map(d -> byCustomer.get(d.customer()))
        .filter(Objects::nonNull)
        .map(d -> d.account().customer())
        .filter(c -> policies.policyFor(c).equals(policy))
        .findFirst()
        .orElse(Customer.of("example"));
  }
}
