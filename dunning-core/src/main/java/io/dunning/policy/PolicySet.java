package io.dunning.policy;

import io.dunning.ledger.Customer;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which policy applies to which debt. The most specific one wins: that of the invoice, else of the
 * customer, else of the customer's segment, else the default. Immutable and thread-safe: each
 * method returns a new set.
 */
public final class PolicySet implements Serializable {
  private static final long serialVersionUID = 1L;

  private final DunningPolicy byDefault;
  private final TreeMap<String, DunningPolicy> segments;
  private final TreeMap<String, DunningPolicy> customers;
  private final TreeMap<String, DunningPolicy> invoices;

  private PolicySet(
      DunningPolicy byDefault,
      SortedMap<String, DunningPolicy> segments,
      SortedMap<String, DunningPolicy> customers,
      SortedMap<String, DunningPolicy> invoices) {
    this.byDefault = Objects.requireNonNull(byDefault, "policy");
    this.segments = new TreeMap<>(segments);
    this.customers = new TreeMap<>(customers);
    this.invoices = new TreeMap<>(invoices);
  }

  /**
   * One policy for all.
   *
   * @param policy the default
   * @return the set
   */
  public static PolicySet byDefault(DunningPolicy policy) {
    return new PolicySet(policy, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
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
    return new PolicySet(byDefault, with(segments, segment, policy), customers, invoices);
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
    return new PolicySet(byDefault, segments, with(customers, customer, policy), invoices);
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
    return new PolicySet(byDefault, segments, customers, with(invoices, invoice, policy));
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
   * The policy for a customer's invoices without one of their own.
   *
   * @param customer who owes
   * @return the customer's policy, else that of the segment, else the default
   */
  public DunningPolicy policyFor(Customer customer) {
    DunningPolicy own = customers.get(customer.id());
    if (own != null) {
      return own;
    }
    return customer.segment().map(segments::get).orElse(byDefault);
  }

  /**
   * All policies in this set.
   *
   * @return each once: the default, then those of segments, customers and invoices, by key
   */
  public Collection<DunningPolicy> policies() {
    LinkedHashSet<DunningPolicy> all = new LinkedHashSet<>();
    all.add(byDefault);
    all.addAll(segments.values());
    all.addAll(customers.values());
    all.addAll(invoices.values());
    return List.copyOf(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicySet that
        && byDefault.equals(that.byDefault)
        && segments.equals(that.segments)
        && customers.equals(that.customers)
        && invoices.equals(that.invoices);
  }

  @Override
  public int hashCode() {
    return Objects.hash(byDefault, segments, customers, invoices);
  }

  /** The names of the policies, and what they are for. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("default: ").append(byDefault.name());
    segments.forEach((k, p) -> text.append("\nsegment ").append(k).append(": ").append(p.name()));
    customers.forEach((k, p) -> text.append("\ncustomer ").append(k).append(": ").append(p.name()));
    invoices.forEach((k, p) -> text.append("\ninvoice ").append(k).append(": ").append(p.name()));
    return text.toString();
  }

  private Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new PolicySet(byDefault, segments, customers, invoices));
  }
}
