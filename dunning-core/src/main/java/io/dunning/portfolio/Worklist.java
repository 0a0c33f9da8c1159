package io.dunning.portfolio;

import io.dunning.evaluation.Recommendation;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The recommendations that are due, in the order in which collectors should handle them, cut at
 * what they can do in a day. Ties are broken by the customer's identifier and then by the invoices,
 * so that the list does not depend on the order of the accounts. Immutable and thread-safe.
 *
 * @param entries what to do, most important first
 * @param beyondCapacity what is due but exceeds the capacity, in the same order
 */
public record Worklist(List<Entry> entries, List<Entry> beyondCapacity) {

  /** The order of a worklist. */
  public enum Order {
    /**
     * The highest expected gain of the best route first; without an endgame rule the highest
     * overdue amount first.
     */
    GAIN,
    /** The highest overdue amount first. */
    AMOUNT,
    /** The oldest debt first. */
    AGE,
    /** The customer most likely to pay late first. */
    RISK
  }

  /**
   * A line of the list.
   *
   * @param recommendation what to do
   * @param worth the figure that decides the order: an amount in the reporting currency, days, or
   *     percent
   * @param reason that figure in words
   */
  public record Entry(Recommendation recommendation, BigDecimal worth, String reason) {
    /**
     * An entry.
     *
     * @param recommendation what to do
     * @param worth the figure that decides the order: an amount in the reporting currency, days, or
     *     percent
     * @param reason that figure in words
     */
    public Entry {
      Objects.requireNonNull(recommendation, "recommendation");
      Objects.requireNonNull(worth, "worth");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * How to order and cut a worklist.
   *
   * @param order the order
   * @param rates what one unit of each currency is worth in the reporting currency
   * @param capacity how many lines can be done
   */
  public record Rule(Order order, Rates rates, int capacity) {

    /**
     * Creates a rule.
     *
     * @param order the order
     * @param rates what one unit of each currency is worth in the reporting currency
     * @param capacity how many lines can be done
     * @throws IllegalArgumentException if the capacity is negative
     */
    public Rule {
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(rates, "rates");
      if (capacity < 0) {
        throw new IllegalArgumentException("capacity is negative: " + capacity);
      }
    }
  }

  /** What one unit of a currency is worth in the reporting currency. */
  @FunctionalInterface
  public interface Rates {
    /** Rates of 1 for every currency, for accounts in a single currency. */
    Rates ONE = currency -> BigDecimal.ONE;

    /**
     * {@return what one unit of a currency is worth}
     *
     * @param currency the currency
     */
    BigDecimal of(CurrencyUnit currency);
  }

  /**
   * Creates a list.
   *
   * @param entries what to do, most important first
   * @param beyondCapacity what is due but exceeds the capacity
   */
  public Worklist {
    Objects.requireNonNull(entries, "entries");
    Objects.requireNonNull(beyondCapacity, "beyondCapacity");
    entries = List.copyOf(entries);
    beyondCapacity = List.copyOf(beyondCapacity);
  }

  /**
   * {@return the worklist of what is due}
   *
   * @param due the recommendations; those without an action are left out
   * @param rule the order and the capacity
   */
  public static Worklist of(Collection<Recommendation> due, Rule rule) {
    return of(due, rule, r -> true);
  }

  /**
   * {@return the worklist of what is due for one collector}
   *
   * @param due the recommendations; those without an action are left out
   * @param rule the order and the capacity
   * @param mine picks the recommendations that the collector handles
   */
  public static Worklist of(
      Collection<Recommendation> due, Rule rule, Predicate<Recommendation> mine) {
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(mine, "mine");
    List<Entry> all = new ArrayList<>();
    for (Recommendation each : due) {
      if (each.step().isPresent() && mine.test(each)) {
        all.add(entry(each, rule));
      }
    }
    all.sort(
        Comparator.comparing(Entry::worth)
            .reversed()
            .thenComparing(e -> e.recommendation.subject().customer())
            .thenComparing(e -> String.join(" ", e.recommendation.invoices())));
    int cut = Math.min(rule.capacity, all.size());
    return new Worklist(all.subList(0, cut), all.subList(cut, all.size()));
  }

  /**
   * Returns a worklist for each collector, cut at the collector's own capacity.
   *
   * @param due the recommendations; those without an action are left out
   * @param rule the order, and the capacity of collectors without one of their own
   * @param collector gives the name of the collector who handles a recommendation
   * @param capacities how many lines each collector can do, by name
   * @return the lists by name, for all collectors with something to do or with a capacity of their
   *     own
   * @throws IllegalArgumentException if a capacity is negative
   */
  public static SortedMap<String, Worklist> byCollector(
      Collection<Recommendation> due,
      Rule rule,
      Function<Recommendation, String> collector,
      Map<String, Integer> capacities) {
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(collector, "collector");
    Objects.requireNonNull(capacities, "capacities");
    SortedMap<String, List<Recommendation>> shares = new TreeMap<>();
    capacities.keySet().forEach(name -> shares.put(name, new ArrayList<>()));
    for (Recommendation each : due) {
      if (each.step().isPresent()) {
        shares.computeIfAbsent(collector.apply(each), name -> new ArrayList<>()).add(each);
      }
    }
    SortedMap<String, Worklist> lists = new TreeMap<>();
    shares.forEach(
        (name, share) -> {
          int capacity = capacities.getOrDefault(name, rule.capacity);
          lists.put(name, of(share, new Rule(rule.order, rule.rates, capacity)));
        });
    return lists;
  }

  private static Entry entry(Recommendation of, Rule rule) {
    return switch (rule.order) {
      case GAIN -> gain(of, rule.rates);
      case AMOUNT -> amount(of, rule.rates);
      case AGE -> {
        long days = of.overdueSince().map(d -> ChronoUnit.DAYS.between(d, of.asOf())).orElse(0L);
        yield new Entry(of, BigDecimal.valueOf(days), days + " days past due");
      }
      case RISK -> {
        Percentage risk =
            of.risk()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "recommendation states no risk: "
                                + of
                                + "\nMaybe evaluate with DunningEvaluator.statingRisk()"));
        yield new Entry(of, risk.value(), "risk " + risk);
      }
    };
  }

  private static Entry gain(Recommendation of, Rates rates) {
    return of.routes().stream()
        .findFirst()
        .map(r -> new Entry(of, worth(r.expected(), rates), "expects " + r))
        .orElseGet(() -> amount(of, rates));
  }

  private static Entry amount(Recommendation of, Rates rates) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Money each : of.overdue()) {
      sum = sum.add(worth(each, rates));
    }
    List<String> words = of.overdue().stream().map(Money::toString).toList();
    return new Entry(
        of, sum, words.isEmpty() ? "nothing overdue" : String.join(" + ", words) + " overdue");
  }

  private static BigDecimal worth(Money amount, Rates rates) {
    return amount.amount().multiply(rates.of(amount.currency()));
  }
}
