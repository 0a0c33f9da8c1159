package io.dunning.reports;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.portfolio.Worklist;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is to be done about one customer: all lines of a worklist that are about them. Immutable.
 *
 * @param customer the id of the customer
 * @param name the name; the id if no name is known
 * @param worth what decides the order: the sum of the lines, or their highest where lines are
 *     sorted by age or risk
 * @param entries the lines to do today, most important first
 * @param later the lines that have to wait until some days after the contact of today, because the
 *     policy asks for days between two contacts
 * @param overdue all that the customer has overdue in the currencies of the lines, whether these
 *     lines are about it or not
 * @param overdueSince the oldest due date of what is overdue
 */
public record CustomerWork(
    String customer,
    String name,
    BigDecimal worth,
    List<Worklist.Entry> entries,
    List<Later> later,
    List<Money> overdue,
    Optional<LocalDate> overdueSince) {

  /**
   * A line of the worklist that waits until today's contact is some days old.
   *
   * @param entry the line
   * @param from the first day on which it can be due again if nothing else happens; empty if there
   *     is none
   */
  public record Later(Worklist.Entry entry, Optional<LocalDate> from) {
    /**
     * A line that waits.
     *
     * @param entry the line
     * @param from the first day on which it can be due again
     */
    public Later {
      Objects.requireNonNull(entry, "entry");
      Objects.requireNonNull(from, "from");
    }
  }

  /**
   * What is to be done about one customer.
   *
   * @param customer the id of the customer
   * @param name the name
   * @param worth what decides the order
   * @param entries the lines to do today, at least one
   * @param later the lines that wait for today's contact
   * @param overdue all that is overdue
   * @param overdueSince the oldest due date of what is overdue
   * @throws IllegalArgumentException if there is no line
   */
  public CustomerWork {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(worth, "worth");
    Objects.requireNonNull(overdueSince, "overdueSince");
    later = List.copyOf(later);
    overdue = List.copyOf(overdue);
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("nothing is to be done about customer: " + customer);
    }
  }

  /**
   * The work of a list by customer. A customer with nothing to do today is left out.
   *
   * @param worklist the worklist; what is beyond its capacity is left out
   * @param order the order it has
   * @param standing what else is known about the customer with an id
   */
  static List<CustomerWork> of(
      Worklist worklist, Worklist.Order order, Function<String, Standing> standing) {
    List<CustomerWork> all = new ArrayList<>();
    for (List<Worklist.Entry> lines : CustomerOrder.of(worklist.entries(), order)) {
      String customer = lines.get(0).recommendation().subject().customer();
      of(customer, lines, CustomerOrder.worth(lines, order), standing.apply(customer))
          .ifPresent(all::add);
    }
    return all;
  }

  private static Optional<CustomerWork> of(
      String customer, List<Worklist.Entry> lines, BigDecimal worth, Standing standing) {
    List<Worklist.Entry> today =
        lines.stream().filter(e -> !standing.waits(e.recommendation())).toList();
    if (today.isEmpty()) {
      return Optional.empty();
    }
    Set<CurrencyUnit> currencies =
        lines.stream()
            .flatMap(e -> e.recommendation().overdue().stream())
            .map(Money::currency)
            .collect(Collectors.toSet());
    return Optional.of(
        new CustomerWork(
            customer,
            lines.get(0).recommendation().subject().customerName(),
            worth,
            today,
            lines.stream()
                .filter(e -> standing.waits(e.recommendation()))
                .map(e -> new Later(e, standing.from(e.recommendation())))
                .toList(),
            standing.overdue(currencies),
            standing.overdueSince(currencies)));
  }

  /** {@return what is overdue by the lines to do today, by currency} */
  public List<Money> overdueOfEntries() {
    SortedMap<CurrencyUnit, Money> sums = new TreeMap<>();
    for (Worklist.Entry each : entries) {
      each.recommendation().overdue().forEach(m -> sums.merge(m.currency(), m, Money::plus));
    }
    return List.copyOf(sums.values());
  }
}
