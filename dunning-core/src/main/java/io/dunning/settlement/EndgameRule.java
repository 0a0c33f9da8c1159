package io.dunning.settlement;

import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * Which route is worth most for an old debt: each by its odds, costs and time, the highest first.
 * What was spent before does not count; only what is owed and how old it is do. Immutable and
 * thread-safe; prints as text.
 */
@Value.Immutable
public abstract class EndgameRule implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Percentage NOTHING = Percentage.percent("0");
  private static final Percentage ALL = Percentage.percent("100");

  EndgameRule() {}

  /**
   * How a route works out.
   *
   * @param route the route
   * @param ofCurve how much of the odds of the curve it has; 100% are the curve's own
   * @param fee the share that whoever collects keeps
   * @param costs what it costs in any case, one amount a currency
   * @param months until the money is there
   */
  public record Terms(
      Route route, Percentage ofCurve, Percentage fee, List<Money> costs, int months)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * How a route works out.
     *
     * @param route the route
     * @param ofCurve how much of the odds of the curve it has
     * @param fee the share that whoever collects keeps
     * @param costs what it costs in any case, one amount a currency
     * @param months until the money is there
     * @throws IllegalArgumentException if months, costs or shares are negative, or a fee above 100%
     */
    public Terms {
      costs = List.copyOf(costs);
      boolean wrong =
          months < 0
              || ofCurve.value().signum() < 0
              || fee.value().signum() < 0
              || fee.value().compareTo(HUNDRED) > 0
              || costs.stream().anyMatch(Money::isNegative);
      if (wrong) {
        throw new IllegalArgumentException(
            "terms of a route are negative, or a fee above 100%: " + route);
      }
    }

    Money cost(CurrencyUnit currency) {
      return costs.stream()
          .filter(m -> m.currency().equals(currency))
          .findFirst()
          .orElse(Money.zero(currency));
    }

    /** Such as {@code agency 100% of the curve, less 25%, 6 months}. */
    @Override
    public String toString() {
      String cost = String.join("", costs.stream().map(m -> ", costs " + m).toList());
      return route
          + " "
          + ofCurve
          + " of the curve"
          + (fee.value().signum() == 0 ? "" : ", less " + fee)
          + cost
          + ", "
          + months
          + (months == 1 ? " month" : " months");
    }
  }

  /**
   * How much is collected in the end, by age.
   *
   * @return {@link RecoveryCurve#SURVEY} unless set
   */
  @Value.Default
  public RecoveryCurve curve() {
    return RecoveryCurve.SURVEY;
  }

  /**
   * How each route works out.
   *
   * @return the routes that are weighed, beside a settlement and writing off
   */
  public abstract List<Terms> routes();

  /**
   * What money costs a year.
   *
   * @return 10 percent unless set
   */
  @Value.Default
  public Percentage rate() {
    return Percentage.percent("10");
  }

  /**
   * How likely a customer is to accept an offer to settle; if it does not, the best other route is
   * taken.
   *
   * @return 50 percent unless set
   */
  @Value.Default
  public Percentage acceptance() {
    return Percentage.percent("50");
  }

  /**
   * What a route costs in goodwill, of a customer that is still one.
   *
   * @return amounts by route, one a currency
   */
  @Value.NaturalOrder
  public abstract SortedMap<Route, List<Money>> relationship();

  /**
   * The routes for which a person has to approve.
   *
   * @return court and writing off unless set
   */
  @Value.NaturalOrder
  @Value.Default
  public SortedSet<Route> approval() {
    return APPROVED;
  }

  /** The routes for which a person has to approve, unless a rule says otherwise. */
  static final SortedSet<Route> APPROVED = new TreeSet<>(List.of(Route.COURT, Route.WRITE_OFF));

  /**
   * A rule with the routes that need no more than asking or an agency: going on has half of the
   * curve's odds, an agency all of them for a quarter of what it collects, both after half a year.
   * Usual figures of the trade, without an authority; put in your own.
   *
   * @return the rule
   */
  public static EndgameRule standard() {
    return of(terms(Route.KEEP_ASKING, "50", "0", 6), terms(Route.AGENCY, "100", "25", 6));
  }

  /**
   * A rule with these routes, beside a settlement, if the policy has a rule for it, and writing
   * off.
   *
   * @param routes how each works out
   * @return the rule
   */
  public static EndgameRule of(Terms... routes) {
    return new ImmutableEndgameRule.Builder().addRoutes(routes).build();
  }

  /**
   * How a route works out.
   *
   * @param route the route
   * @param ofCurve how much of the odds of the curve it has, in percent
   * @param fee the share that whoever collects keeps, in percent
   * @param months until the money is there
   * @param costs what it costs in any case, one amount a currency
   * @return the terms
   */
  public static Terms terms(Route route, String ofCurve, String fee, int months, Money... costs) {
    return new Terms(
        route, Percentage.percent(ofCurve), Percentage.percent(fee), List.of(costs), months);
  }

  private ImmutableEndgameRule.Builder copy() {
    return new ImmutableEndgameRule.Builder().from(this);
  }

  /**
   * Another curve.
   *
   * @param curve how much is collected in the end, by age
   * @return the rule
   */
  public EndgameRule curve(RecoveryCurve curve) {
    return copy().curve(curve).build();
  }

  /**
   * One more route, or other terms for one.
   *
   * @param terms how it works out
   * @return the rule
   */
  public EndgameRule with(Terms terms) {
    List<Terms> all = new ArrayList<>(routes());
    all.removeIf(t -> t.route() == terms.route());
    all.add(terms);
    return copy().routes(all).build();
  }

  /**
   * What money costs a year.
   *
   * @param rate the rate
   * @return the rule
   */
  public EndgameRule rate(Percentage rate) {
    return copy().rate(rate).build();
  }

  /**
   * How likely a customer is to accept an offer to settle.
   *
   * @param odds the odds
   * @return the rule
   */
  public EndgameRule acceptance(Percentage odds) {
    return copy().acceptance(odds).build();
  }

  /**
   * What a route costs in goodwill.
   *
   * @param route the route
   * @param amount the amount, in one more currency
   * @return the rule
   */
  public EndgameRule relationship(Route route, Money amount) {
    SortedMap<Route, List<Money>> all = new TreeMap<>(relationship());
    List<Money> amounts = new ArrayList<>(all.getOrDefault(route, List.of()));
    amounts.removeIf(m -> m.currency().equals(amount.currency()));
    amounts.add(amount);
    all.put(route, List.copyOf(amounts));
    return copy().relationship(all).build();
  }

  /**
   * The routes for which a person has to approve, instead of the default.
   *
   * @param routes which
   * @return the rule
   */
  public EndgameRule approval(Route... routes) {
    return copy().approval(new TreeSet<>(List.of(routes))).build();
  }

  /** What a unit is worth today that comes at the end of each route. */
  @Value.Lazy
  SortedMap<Route, BigDecimal> discounts() {
    SortedMap<Route, BigDecimal> all = new TreeMap<>();
    routes().forEach(t -> all.put(t.route(), RecoveryEstimate.discount(rate(), t.months())));
    return all;
  }

  @Value.Check
  void check() {
    List<String> problems = new ArrayList<>();
    SortedSet<Route> seen = new TreeSet<>();
    for (Terms each : routes()) {
      if (each.route() == Route.SETTLE || each.route() == Route.WRITE_OFF) {
        problems.add("needs no terms of its own: " + each.route());
      }
      if (!seen.add(each.route())) {
        problems.add("appears twice: " + each.route());
      }
    }
    if (acceptance().value().signum() < 0 || acceptance().compareTo(ALL) > 0) {
      problems.add("acceptance is not between 0% and 100%: " + acceptance());
    }
    if (rate().value().signum() < 0) {
      problems.add("rate is negative: " + rate());
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("endgame rule: " + String.join("; ", problems));
    }
  }

  /**
   * The routes for a debt, what is worth most first; of equal ones the milder.
   *
   * @param amount what is owed, without what accrues by the day
   * @param months for how many whole months it has been overdue
   * @param settlement what would settle it; empty if no offer is made
   * @return an estimate a route; none if nothing is owed
   */
  public List<RecoveryEstimate> rank(Money amount, int months, Optional<Money> settlement) {
    if (!amount.isPositive()) {
      return List.of();
    }
    CurrencyUnit currency = amount.currency();
    List<RecoveryEstimate> all = new ArrayList<>();
    for (Terms each : routes()) {
      Percentage odds = odds(each.ofCurve(), months);
      Money cost = each.cost(currency).plus(goodwill(each.route(), currency));
      all.add(
          RecoveryEstimate.of(
              each.route(),
              amount,
              odds,
              each.fee(),
              cost,
              each.months(),
              rate(),
              discounts().get(each.route())));
    }
    all.add(
        RecoveryEstimate.of(
            Route.WRITE_OFF,
            amount,
            NOTHING,
            NOTHING,
            goodwill(Route.WRITE_OFF, currency),
            0,
            rate()));
    all.sort(ORDER);
    settlement.ifPresent(q -> all.add(settle(q, all.get(0).expected())));
    all.sort(ORDER);
    return List.copyOf(all);
  }

  private static final Comparator<RecoveryEstimate> ORDER =
      Comparator.comparing((RecoveryEstimate e) -> e.expected().minorUnits())
          .reversed()
          .thenComparing(RecoveryEstimate::route);

  /** Accepted at its odds; else the best other route is taken. */
  private RecoveryEstimate settle(Money quote, Money otherwise) {
    Money cost = goodwill(Route.SETTLE, quote.currency());
    RecoveryEstimate paid =
        RecoveryEstimate.of(Route.SETTLE, quote, acceptance(), NOTHING, cost, 0, rate());
    Percentage refusal = Percentage.percent(HUNDRED.subtract(acceptance().value()).toPlainString());
    Money more =
        RecoveryEstimate.of(
                Route.SETTLE, otherwise, refusal, NOTHING, Money.zero(quote.currency()), 0, rate())
            .expected();
    return new RecoveryEstimate(
        Route.SETTLE, quote, acceptance(), NOTHING, cost, 0, rate(), paid.expected().plus(more));
  }

  private Money goodwill(Route route, CurrencyUnit currency) {
    return relationship().getOrDefault(route, List.of()).stream()
        .filter(m -> m.currency().equals(currency))
        .findFirst()
        .orElse(Money.zero(currency));
  }

  private Percentage odds(Percentage ofCurve, int months) {
    BigDecimal odds = curve().at(months).value().multiply(ofCurve.value()).movePointLeft(2);
    return Percentage.percent(odds.min(HUNDRED).toPlainString());
  }

  /** Such as {@code routes agency 100% of the curve, less 25%, 6 months, money at 10%}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    routes().forEach(t -> parts.add(t.toString()));
    parts.add("money at " + rate());
    parts.add("settlements accepted at " + acceptance());
    relationship().forEach((r, m) -> parts.add("relation " + r + " " + m));
    if (!approval().equals(APPROVED)) {
      parts.add("approval " + approval());
    }
    parts.add("curve " + curve());
    return "routes " + String.join("; ", parts);
  }
}
