package io.dunning.settlement;

import io.dunning.action.Performer;
import io.dunning.money.CurrencyUnit;
import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.money.Rounding;
import io.dunning.serial.Checked;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * Ranks the routes for an old debt by what each is expected to bring, given its odds, costs and
 * time. Only what is owed and how old it is count; money that was already spent does not. Immutable
 * and thread-safe.
 */
@Value.Immutable
public abstract class EndgameRule implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Percentage ALL = Percentage.percent("100");

  EndgameRule() {}

  /**
   * The odds, costs and duration of a route.
   *
   * @param route the route
   * @param ofCurve the odds of the route as a share of the recovery curve; 100% for those of the
   *     curve itself
   * @param fee the share of the money that the collector keeps
   * @param costs what the route costs in any case, at most one amount in each currency
   * @param months how many months it takes until the money arrives
   */
  public record Terms(
      Route route, Percentage ofCurve, Percentage fee, List<Money> costs, int months)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the terms of a route.
     *
     * @param route the route
     * @param ofCurve the odds of the route as a share of the recovery curve
     * @param fee the share of the money that the collector keeps
     * @param costs what the route costs in any case, at most one amount in each currency
     * @param months how many months it takes until the money arrives
     * @throws IllegalArgumentException if months, costs or shares are negative, or the fee is above
     *     100%
     */
    public Terms {
      Objects.requireNonNull(route, "route");
      Objects.requireNonNull(ofCurve, "ofCurve");
      Objects.requireNonNull(fee, "fee");
      Objects.requireNonNull(costs, "costs");
      costs = List.copyOf(costs);
      boolean wrong =
          months < 0
              || ofCurve.value().signum() < 0
              || fee.value().signum() < 0
              || fee.value().compareTo(HUNDRED) > 0
              || costs.stream().anyMatch(Money::isNegative);
      if (wrong) {
        throw new IllegalArgumentException(
            "months, costs or shares are negative, or the fee is above 100%: " + route);
      }
    }

    Money cost(CurrencyUnit currency) {
      return costs.stream()
          .filter(m -> m.currency().equals(currency))
          .findFirst()
          .orElse(Money.zero(currency));
    }

    /** Returns the terms as text, such as {@code agency 100% of the curve, less 25%, 6 months}. */
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
   * {@return the share of debts that is collected in the end, by age; {@link RecoveryCurve#SURVEY}
   * unless set}
   */
  @Value.Default
  public RecoveryCurve curve() {
    return RecoveryCurve.SURVEY;
  }

  /** {@return the terms of the routes that are compared with a settlement and a write-off} */
  public abstract List<Terms> routes();

  /** {@return the cost of capital per year; 10 percent unless set} */
  @Value.Default
  public Percentage rate() {
    return Percentage.percent("10");
  }

  /**
   * {@return how likely a customer is to accept an offer to settle; 50 percent unless set. If the
   * customer refuses, the best other route is taken}
   */
  @Value.Default
  public Percentage acceptance() {
    return Percentage.percent("50");
  }

  /**
   * {@return what a route costs in goodwill while the customer still buys: at most one amount in
   * each currency for each route}
   */
  @Value.NaturalOrder
  public abstract SortedMap<Route, List<Money>> goodwill();

  /**
   * {@return how likely a route is to lose the customer: that share of what the customer is
   * {@linkplain io.dunning.ledger.Customer#worth worth} is a cost of the route; a route without a
   * share loses nobody}
   */
  @Value.NaturalOrder
  public abstract SortedMap<Route, Percentage> customerLoss();

  /** {@return the routes that a person has to approve; court and write-off unless set} */
  @Value.NaturalOrder
  @Value.Default
  public SortedSet<Route> approval() {
    return APPROVED;
  }

  /** The routes that a person has to approve by default. */
  static final SortedSet<Route> APPROVED = new TreeSet<>(List.of(Route.COURT, Route.WRITE_OFF));

  /**
   * {@return a rule with two routes} {@link Route#KEEP_ASKING} has half the odds of the recovery
   * curve; {@link Route#AGENCY} has the full odds and keeps a quarter of the money; both take half
   * a year. These figures are common in the trade but have no official source. Replace them with
   * your own.
   */
  public static EndgameRule standard() {
    return of(terms(Route.KEEP_ASKING, "50", "0", 6), terms(Route.AGENCY, "100", "25", 6));
  }

  /**
   * {@return a rule with some routes} They are compared with a write-off, and with a settlement if
   * the policy has a rule for it.
   *
   * @param routes the terms of each route
   * @throws IllegalArgumentException if a route appears twice, or is a settlement or a write-off
   */
  public static EndgameRule of(Terms... routes) {
    Objects.requireNonNull(routes, "routes");
    return new ImmutableEndgameRule.Builder().addRoutes(routes).build();
  }

  /**
   * {@return the terms of a route}
   *
   * @param route the route
   * @param ofCurve the odds of the route as a share of the recovery curve, in percent
   * @param fee the share of the money that the collector keeps, in percent
   * @param months how many months it takes until the money arrives
   * @param costs what the route costs in any case, at most one amount in each currency
   * @throws IllegalArgumentException if months, costs or shares are negative, or the fee is above
   *     100%
   */
  public static Terms terms(Route route, String ofCurve, String fee, int months, Money... costs) {
    Objects.requireNonNull(costs, "costs");
    Objects.requireNonNull(ofCurve, "ofCurve");
    Objects.requireNonNull(fee, "fee");
    return new Terms(
        route, Percentage.percent(ofCurve), Percentage.percent(fee), List.of(costs), months);
  }

  private ImmutableEndgameRule.Builder copy() {
    return new ImmutableEndgameRule.Builder().from(this);
  }

  /**
   * {@return this rule with another recovery curve}
   *
   * @param curve the share of debts that is collected in the end, by age
   */
  public EndgameRule curve(RecoveryCurve curve) {
    return copy().curve(curve).build();
  }

  /**
   * {@return this rule with one more route, or with other terms for a route it has}
   *
   * @param terms the terms of the route
   * @throws IllegalArgumentException if the route is a settlement or a write-off
   */
  public EndgameRule with(Terms terms) {
    Objects.requireNonNull(terms, "terms");
    List<Terms> all = new ArrayList<>(routes());
    all.removeIf(t -> t.route() == terms.route());
    all.add(terms);
    return copy().routes(all).build();
  }

  /**
   * {@return this rule without a route; itself if it has no terms for it}
   *
   * @param route the route
   */
  public EndgameRule without(Route route) {
    Objects.requireNonNull(route, "route");
    List<Terms> left = routes().stream().filter(t -> t.route() != route).toList();
    return left.size() == routes().size() ? this : copy().routes(left).build();
  }

  /**
   * {@return this rule with the commission of an agency as the fee of the {@link Route#AGENCY}
   * route} The odds, costs and months of the route stay as they are.
   *
   * @param agency the agency, with its commission
   * @throws IllegalArgumentException if this is no agency, if its commission is not known, or if
   *     the rule has no route of agencies
   */
  public EndgameRule through(Performer agency) {
    Objects.requireNonNull(agency, "agency");
    Percentage fee =
        agency
            .commission()
            .filter(c -> agency.kind() == Performer.Kind.AGENCY)
            .orElseThrow(
                () -> new IllegalArgumentException("not an agency with a commission: " + agency));
    Terms terms =
        routes().stream()
            .filter(t -> t.route() == Route.AGENCY)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("the rule has no route of agencies: " + this));
    return with(new Terms(Route.AGENCY, terms.ofCurve(), fee, terms.costs(), terms.months()));
  }

  /**
   * {@return this rule with another cost of capital}
   *
   * @param rate the cost of capital per year
   * @throws IllegalArgumentException if the rate is negative
   */
  public EndgameRule rate(Percentage rate) {
    return copy().rate(rate).build();
  }

  /**
   * {@return this rule with other odds that a customer accepts an offer to settle}
   *
   * @param odds the odds, 0 to 100 percent
   * @throws IllegalArgumentException if the odds are not between 0 and 100 percent
   */
  public EndgameRule acceptance(Percentage odds) {
    return copy().acceptance(odds).build();
  }

  /**
   * {@return this rule with the goodwill that a route costs, in one more currency}
   *
   * @param route the route
   * @param amount what the route costs in goodwill
   * @throws IllegalArgumentException if the amount is negative
   */
  public EndgameRule goodwill(Route route, Money amount) {
    Objects.requireNonNull(route, "route");
    Objects.requireNonNull(amount, "amount");
    SortedMap<Route, List<Money>> all = new TreeMap<>(goodwill());
    List<Money> amounts = new ArrayList<>(all.getOrDefault(route, List.of()));
    amounts.removeIf(m -> m.currency().equals(amount.currency()));
    amounts.add(amount);
    all.put(route, List.copyOf(amounts));
    return copy().goodwill(all).build();
  }

  /**
   * {@return this rule with the odds that a route loses the customer; they take the place of
   * earlier ones}
   *
   * @param route the route
   * @param odds how likely it is, 0 to 100 percent
   * @throws IllegalArgumentException if the odds are not between 0 and 100 percent
   */
  public EndgameRule losingCustomer(Route route, Percentage odds) {
    Objects.requireNonNull(route, "route");
    Objects.requireNonNull(odds, "odds");
    SortedMap<Route, Percentage> all = new TreeMap<>(customerLoss());
    all.put(route, odds);
    return copy().customerLoss(all).build();
  }

  /**
   * {@return this rule for a customer who is worth something to keep} The odds that a route loses
   * the customer, times the worth, rounded half up, become goodwill that the route costs.
   *
   * @param worth what the customer is worth
   * @throws IllegalArgumentException if the worth is negative
   */
  public EndgameRule forCustomerWorth(Money worth) {
    Objects.requireNonNull(worth, "worth");
    if (worth.isNegative()) {
      throw new IllegalArgumentException("worth of a customer is negative: " + worth);
    }
    EndgameRule rule = copy().customerLoss(new TreeMap<>()).build();
    for (SortedMap.Entry<Route, Percentage> each : customerLoss().entrySet()) {
      Money lost = worth.times(each.getValue(), Rounding.HALF_UP);
      rule = rule.goodwill(each.getKey(), lost.plus(goodwill(each.getKey(), worth.currency())));
    }
    return rule;
  }

  /** What a route costs in goodwill in a currency, whoever the customer is. */
  Money goodwill(Route route, CurrencyUnit currency) {
    return goodwill().getOrDefault(route, List.of()).stream()
        .filter(m -> m.currency().equals(currency))
        .findFirst()
        .orElse(Money.zero(currency));
  }

  /**
   * {@return this rule with other routes that a person has to approve}
   *
   * @param routes the routes, in place of the default
   */
  public EndgameRule approval(Route... routes) {
    Objects.requireNonNull(routes, "routes");
    return copy().approval(new TreeSet<>(List.of(routes))).build();
  }

  /** The present value of one unit that arrives at the end of each route. */
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
        problems.add("cannot have terms of its own: " + each.route());
      }
      if (!seen.add(each.route())) {
        problems.add("route appears twice: " + each.route());
      }
    }
    if (acceptance().value().signum() < 0 || acceptance().compareTo(ALL) > 0) {
      problems.add("acceptance is not between 0% and 100%: " + acceptance());
    }
    for (Percentage each : customerLoss().values()) {
      if (each.value().signum() < 0 || each.compareTo(ALL) > 0) {
        problems.add("odds to lose the customer are not between 0% and 100%: " + each);
      }
    }
    goodwill()
        .forEach(
            (route, amounts) ->
                amounts.stream()
                    .filter(Money::isNegative)
                    .forEach(m -> problems.add("goodwill of " + route + " is negative: " + m)));
    if (rate().value().signum() < 0) {
      problems.add("rate is negative: " + rate());
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("endgame rule: " + String.join("; ", problems));
    }
  }

  /**
   * Ranks the routes for a debt by what they are expected to bring, the highest first, where no
   * settlement is offered. If two bring the same, the milder route comes first.
   *
   * @param amount the amount owed, without interest that accrues daily
   * @param months for how many whole months the debt has been overdue
   * @return an estimate for each route; none if nothing is owed
   */
  public List<RecoveryEstimate> rank(Money amount, int months) {
    return rank(amount, months, Optional.empty());
  }

  /**
   * Ranks the routes for a debt by what they are expected to bring, the highest first, where a
   * settlement is offered. If two bring the same, the milder route comes first.
   *
   * @param amount the amount owed, without interest that accrues daily
   * @param months for how many whole months the debt has been overdue
   * @param settlement the amount that would settle the debt
   * @return an estimate for each route; none if nothing is owed
   */
  public List<RecoveryEstimate> rank(Money amount, int months, Money settlement) {
    return rank(amount, months, Optional.of(Objects.requireNonNull(settlement, "settlement")));
  }

  private List<RecoveryEstimate> rank(Money amount, int months, Optional<Money> settlement) {
    Objects.requireNonNull(amount, "amount");
    if (!amount.isPositive()) {
      return List.of();
    }
    return new RouteRanking(this, amount).rank(months, settlement);
  }

  /**
   * Returns the rule as text, such as {@code routes agency 100% of the curve, less 25%, 6 months,
   * money at 10%}.
   */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    routes().forEach(t -> parts.add(t.toString()));
    parts.add("money at " + rate());
    parts.add("settlements accepted at " + acceptance());
    goodwill().forEach((r, m) -> parts.add("goodwill " + r + " " + m));
    customerLoss().forEach((r, p) -> parts.add(r + " loses the customer at " + p));
    if (!approval().equals(APPROVED)) {
      parts.add("approval " + approval());
    }
    parts.add("curve " + curve());
    return "routes " + String.join("; ", parts);
  }

  /** Reads a value as if it were built anew. */
  Object readResolve() throws InvalidObjectException {
    return Checked.read(() -> new ImmutableEndgameRule.Builder().from(this).build());
  }
}
