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
 * What is due, in the order in which people should do it, as many as they can do in a day. Ties are
 * broken by the customer's id and the first invoice, so that the list is the same for any order of
 * accounts. Immutable and thread-safe.
 *
 * @param entries what to do, first things first
 * @param leftOver what is due beyond the capacity, in the same order
 */
public record Worklist(List<Entry> entries, List<Entry> leftOver) {

  /** What comes first. */
  public enum Order {
    /** What the best route is expected to bring; without an endgame rule the amount. */
    GAIN,
    /** The most overdue amount. */
    AMOUNT,
    /** The oldest debt. */
    AGE,
    /** The customer most likely to be late. */
    RISK
  }

  /**
   * A line of the list.
   *
   * @param recommendation what to do
   * @param worth what it is ordered by, in the reporting currency, days or percent
   * @param reason why it stands where it does, in words
   */
  public record Entry(Recommendation recommendation, BigDecimal worth, String reason) {}

  /**
   * Puts what is due in order.
   *
   * @param order what comes first
   * @param rates what a unit of each currency is worth in the reporting currency
   * @param capacity how many lines can be done
   */
  public record Rule(Order order, Rates rates, int capacity) {

    /**
     * A rule.
     *
     * @param order what comes first
     * @param rates what a unit of each currency is worth in the reporting currency
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

  /** What a unit of a currency is worth in the reporting currency. */
  @FunctionalInterface
  public interface Rates {
    /** All currencies are worth the same: for accounts in one currency. */
    Rates ONE = currency -> BigDecimal.ONE;

    /**
     * The rate.
     *
     * @param currency a currency
     * @return what a unit is worth
     */
    BigDecimal of(CurrencyUnit currency);
  }

  /**
   * A list.
   *
   * @param entries what to do, first things first
   * @param leftOver what is due beyond the capacity
   */
  public Worklist {
    entries = List.copyOf(entries);
    leftOver = List.copyOf(leftOver);
  }

  /**
   * The list of what is due.
   *
   * @param due recommendations with a step to take or to approve; others are left out
   * @param rule the order and the capacity
   * @return the list
   * @throws IllegalArgumentException if it is ordered by risk, and a recommendation states none
   */
  public static Worklist of(Collection<Recommendation> due, Rule rule) {
    return of(due, rule, r -> true);
  }

  /**
   * The list of what is due for one collector.
   *
   * @param due recommendations with a step to take or to approve; others are left out
   * @param rule the order and the capacity
   * @param mine what the collector does
   * @return the list
   */
  public static Worklist of(
      Collection<Recommendation> due, Rule rule, Predicate<Recommendation> mine) {
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
   * A list for each collector, as long as their own day.
   *
   * @param due recommendations with a step to take or to approve; others are left out
   * @param rule the order, and the capacity of collectors of whom none is said
   * @param collector who does what, by name
   * @param capacities how many lines a collector can do, by name
   * @return the lists by name: of those who have anything to do, or of whom a capacity is said
   * @throws IllegalArgumentException if a capacity is negative
   */
  public static SortedMap<String, Worklist> byCollector(
      Collection<Recommendation> due,
      Rule rule,
      Function<Recommendation, String> collector,
      Map<String, Integer> capacities) {
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
