package io.dunning.reports;

import io.dunning.portfolio.Worklist;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts the lines of a worklist about one customer together, who matters most first. */
public final class CustomerOrder {
  private CustomerOrder() {}

  /**
   * Groups lines by customer. Customers stand in the order of the {@link #worth} of their lines;
   * among equals the identifier decides.
   *
   * @param lines the lines, most important first; those of a customer stay in this order
   * @param order the order of the worklist
   * @return the lines of each customer, who matters most first
   */
  public static List<List<Worklist.Entry>> of(
      Collection<Worklist.Entry> lines, Worklist.Order order) {
    Objects.requireNonNull(order, "order");
    Map<String, List<Worklist.Entry>> byCustomer = new LinkedHashMap<>();
    for (Worklist.Entry each : lines) {
      byCustomer.computeIfAbsent(customer(each), c -> new ArrayList<>()).add(each);
    }
    Map<String, BigDecimal> worths = new LinkedHashMap<>();
    byCustomer.forEach((customer, own) -> worths.put(customer, worth(own, order)));
    List<List<Worklist.Entry>> all = new ArrayList<>(byCustomer.values());
    all.sort(
        Comparator.comparing((List<Worklist.Entry> own) -> worths.get(customer(own.get(0))))
            .reversed()
            .thenComparing(own -> customer(own.get(0))));
    return List.copyOf(all);
  }

  /**
   * {@return what decides the place of a customer: the sum of the lines, or their highest where
   * lines are sorted by age or risk}
   *
   * @param lines the lines about the customer
   * @param order the order of the worklist
   */
  public static BigDecimal worth(Collection<Worklist.Entry> lines, Worklist.Order order) {
    boolean adds = order == Worklist.Order.GAIN || order == Worklist.Order.AMOUNT;
    return lines.stream()
        .map(Worklist.Entry::worth)
        .reduce(adds ? BigDecimal::add : BigDecimal::max)
        .orElse(BigDecimal.ZERO);
  }

  private static String customer(Worklist.Entry of) {
    return of.recommendation().subject().customer();
  }
}
