package io.dunning.reports;

import io.dunning.evaluation.Recommendation;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.portfolio.Worklist;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be done about one customer: all lines of a worklist that are about them. Immutable.
 *
 * @param customer the id of the customer
 * @param name the name; the id if no name is known
 * @param worth what decides the order: the sum of the lines, or their highest where lines are
 *     sorted by age or risk
 * @param entries the lines, most important first
 */
public record CustomerWork(
    String customer, String name, BigDecimal worth, List<Worklist.Entry> entries) {

  /**
   * What is to be done about one customer.
   *
   * @param customer the id of the customer
   * @param name the name
   * @param worth what decides the order
   * @param entries the lines, at least one
   * @throws IllegalArgumentException if there is no line
   */
  public CustomerWork {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(worth, "worth");
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("nothing is to be done about customer: " + customer);
    }
  }

  /**
   * {@return a worklist by customer, who matters most first}
   *
   * @param worklist the worklist; what is beyond its capacity is left out
   * @param order the order it has
   */
  public static List<CustomerWork> of(Worklist worklist, Worklist.Order order) {
    Objects.requireNonNull(order, "order");
    Map<String, List<Worklist.Entry>> byCustomer = new LinkedHashMap<>();
    for (Worklist.Entry each : worklist.entries()) {
      String customer = each.recommendation().subject().customer();
      byCustomer.computeIfAbsent(customer, c -> new ArrayList<>()).add(each);
    }
    boolean adds = order == Worklist.Order.GAIN || order == Worklist.Order.AMOUNT;
    List<CustomerWork> all = new ArrayList<>();
    byCustomer.forEach(
        (customer, entries) ->
            all.add(
                new CustomerWork(
                    customer,
                    entries.get(0).recommendation().subject().customerName(),
                    entries.stream()
                        .map(Worklist.Entry::worth)
                        .reduce(adds ? BigDecimal::add : BigDecimal::max)
                        .orElseThrow(),
                    entries)));
    all.sort(
        Comparator.comparing(CustomerWork::worth).reversed().thenComparing(CustomerWork::customer));
    return all;
  }

  /** {@return what is overdue by these lines, by currency} */
  public List<Money> overdue() {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    for (Worklist.Entry each : entries) {
      each.recommendation().overdue().forEach(m -> sums.merge(m.currency(), m, Money::plus));
    }
    return List.copyOf(sums.values());
  }

  /** {@return the oldest due date that these lines are about} */
  public Optional<LocalDate> overdueSince() {
    return entries.stream()
        .map(Worklist.Entry::recommendation)
        .flatMap((Recommendation r) -> r.overdueSince().stream())
        .min(Comparator.naturalOrder());
  }
}
