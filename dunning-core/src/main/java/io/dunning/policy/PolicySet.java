package io.dunning.policy;

import io.dunning.ledger.Customer;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which policy applies to which debt. The most specific one wins: that of the invoice, else of the
 * customer, else of the customer's segment, else the default. Rules may say who is in a segment,
 * and a trial may give some customers another policy. Immutable and thread-safe: each method
 * returns a new set.
 */
public final class PolicySet implements Serializable {
  private static final long serialVersionUID = 1L;

  private final DunningPolicy byDefault;
  private final TreeMap<String, DunningPolicy> segments;
  private final TreeMap<String, DunningPolicy> customers;
  private final TreeMap<String, DunningPolicy> invoices;
  private final List<SegmentRule> segmentRules;
  private final List<PolicyTrial> trials;

  private PolicySet(
      DunningPolicy byDefault,
      SortedMap<String, DunningPolicy> segments,
      SortedMap<String, DunningPolicy> customers,
      SortedMap<String, DunningPolicy> invoices,
      List<SegmentRule> segmentRules,
      List<PolicyTrial> trials) {
    this.byDefault = Objects.requireNonNull(byDefault, "policy");
    this.segments = new TreeMap<>(segments);
    this.customers = new TreeMap<>(customers);
    this.invoices = new TreeMap<>(invoices);
    this.segmentRules = List.copyOf(segmentRules);
    this.trials = List.copyOf(trials);
  }

  /**
   * One policy for all.
   *
   * @param policy the default
   * @return the set
   */
  public static PolicySet byDefault(DunningPolicy policy) {
    return new PolicySet(
        policy, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
  }

  /**
   * This set with a policy for a segment; it replaces one set before.
   *
   * @param segment the segment
   * @param policy the policy
   * @return the set
   */
  public PolicySet forSegment(String segment, DunningPolicy policy) {
    Objects.requireNonNull(segment, "segment");
    return new PolicySet(
        byDefault, with(segments, segment, policy), customers, invoices, segmentRules, trials);
  }

  /**
   * This set with a policy for a customer; it replaces one set before.
   *
   * @param customer the customer's identifier
   * @param policy the policy
   * @return the set
   */
  public PolicySet forCustomer(String customer, DunningPolicy policy) {
    Objects.requireNonNull(customer, "customer");
    return new PolicySet(
        byDefault, segments, with(customers, customer, policy), invoices, segmentRules, trials);
  }

  /**
   * This set with a policy for an invoice; it replaces one set before.
   *
   * @param invoice the invoice number
   * @param policy the policy
   * @return the set
   */
  public PolicySet forInvoice(String invoice, DunningPolicy policy) {
    Objects.requireNonNull(invoice, "invoice");
    return new PolicySet(
        byDefault, segments, customers, with(invoices, invoice, policy), segmentRules, trials);
  }

  /**
   * This set with one more rule that puts customers into a segment. Rules are asked in the order in
   * which they were added; the first whose condition holds decides. It goes before the segment that
   * is recorded of the customer, which counts if no rule holds. The profile is taken by the window,
   * the least number of settled invoices and the risk model of the default policy.
   *
   * @param segment the segment
   * @param condition which customers it is for; it asks about the customer and the payment profile
   *     only
   * @return the set
   * @throws IllegalArgumentException if the segment is blank, or the condition asks for more
   */
  public PolicySet segmentIf(String segment, Condition condition) {
    List<SegmentRule> all = new ArrayList<>(segmentRules);
    all.add(new SegmentRule(segment, condition));
    return new PolicySet(byDefault, segments, customers, invoices, all, trials);
  }

  /**
   * This set with a trial: where the champion would apply by segment or by default, the challenger
   * applies to the customers whom the trial takes in. Policies of customers and invoices are left
   * alone. Of several trials of one champion, the first that takes a customer in counts.
   *
   * @param trial the trial
   * @return the set
   * @throws IllegalArgumentException if the set has a trial of that name
   */
  public PolicySet trying(PolicyTrial trial) {
    Objects.requireNonNull(trial, "trial");
    if (trials.stream().anyMatch(t -> t.name().equals(trial.name()))) {
      throw new IllegalArgumentException("trial stands twice: " + trial.name());
    }
    List<PolicyTrial> all = new ArrayList<>(trials);
    all.add(trial);
    return new PolicySet(byDefault, segments, customers, invoices, segmentRules, all);
  }

  private static TreeMap<String, DunningPolicy> with(
      SortedMap<String, DunningPolicy> all, String key, DunningPolicy policy) {
    TreeMap<String, DunningPolicy> more = new TreeMap<>(all);
    more.put(key, Objects.requireNonNull(policy, "policy"));
    return more;
  }

  /** {@return the policy for all debts that have no other} */
  public DunningPolicy defaultPolicy() {
    return byDefault;
  }

  /** {@return the policies of segments, by segment} */
  public SortedMap<String, DunningPolicy> segments() {
    return Collections.unmodifiableSortedMap(segments);
  }

  /** {@return the policies of customers, by the customer's identifier} */
  public SortedMap<String, DunningPolicy> customers() {
    return Collections.unmodifiableSortedMap(customers);
  }

  /** {@return the policies of invoices, by invoice number} */
  public SortedMap<String, DunningPolicy> invoices() {
    return Collections.unmodifiableSortedMap(invoices);
  }

  /** {@return the rules that put customers into segments, in the order in which they are asked} */
  public List<SegmentRule> segmentRules() {
    return segmentRules;
  }

  /** {@return the trials, in the order in which they are asked} */
  public List<PolicyTrial> trials() {
    return trials;
  }

  /**
   * The trial that gives a customer another policy than otherwise.
   *
   * @param customer who owes, in the segment that the rules give
   * @return the trial; empty if the customer takes part in none
   */
  public Optional<PolicyTrial> trialOf(Customer customer) {
    if (trials.isEmpty() || customers.containsKey(customer.id())) {
      return Optional.empty();
    }
    DunningPolicy otherwise = bySegment(customer);
    return trials.stream()
        .filter(t -> t.champion().equals(otherwise) && t.includes(customer.id()))
        .findFirst();
  }

  /**
   * Whether an invoice can have a policy of its own.
   *
   * @return false if all invoices of a customer have the customer's
   */
  public boolean differsByInvoice() {
    return !invoices.isEmpty();
  }

  /**
   * The policy for an invoice.
   *
   * @param customer who owes
   * @param invoice the invoice number
   * @return the most specific policy
   */
  public DunningPolicy policyFor(Customer customer, String invoice) {
    DunningPolicy own = invoices.get(invoice);
    return own != null ? own : policyFor(customer);
  }

  /**
   * The policy for a customer's invoices without one of their own. It goes by the segment that is
   * recorded of the customer; {@link #segmentRules} need to know how the customer has paid, and an
   * evaluator asks them first.
   *
   * @param customer who owes
   * @return the customer's policy, else that of the segment, else the default; the challenger of a
   *     trial that takes the customer in
   */
  public DunningPolicy policyFor(Customer customer) {
    DunningPolicy own = customers.get(customer.id());
    if (own != null) {
      return own;
    }
    return trialOf(customer).map(PolicyTrial::challenger).orElseGet(() -> bySegment(customer));
  }

  private DunningPolicy bySegment(Customer customer) {
    return customer.segment().map(segments::get).orElse(byDefault);
  }

  /**
   * All policies in this set.
   *
   * @return each once: the default, then those of segments, customers and invoices, by key, then
   *     the challengers of trials
   */
  public Collection<DunningPolicy> policies() {
    LinkedHashSet<DunningPolicy> all = new LinkedHashSet<>();
    all.add(byDefault);
    all.addAll(segments.values());
    all.addAll(customers.values());
    all.addAll(invoices.values());
    trials.forEach(t -> all.add(t.challenger()));
    return List.copyOf(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicySet that
        && byDefault.equals(that.byDefault)
        && segments.equals(that.segments)
        && customers.equals(that.customers)
        && invoices.equals(that.invoices)
        && segmentRules.equals(that.segmentRules)
        && trials.equals(that.trials);
  }

  @Override
  public int hashCode() {
    return Objects.hash(byDefault, segments, customers, invoices, segmentRules, trials);
  }

  /** The names of the policies, and what they are for. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("default: ").append(byDefault.name());
    segments.forEach((k, p) -> text.append("\nsegment ").append(k).append(": ").append(p.name()));
    customers.forEach((k, p) -> text.append("\ncustomer ").append(k).append(": ").append(p.name()));
    invoices.forEach((k, p) -> text.append("\ninvoice ").append(k).append(": ").append(p.name()));
    segmentRules.forEach(r -> text.append('\n').append(r));
    trials.forEach(t -> text.append('\n').append(t));
    return text.toString();
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(
        () -> new PolicySet(byDefault, segments, customers, invoices, segmentRules, trials));
  }
}
