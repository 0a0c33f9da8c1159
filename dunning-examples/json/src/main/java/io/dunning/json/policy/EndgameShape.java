package io.dunning.json.policy;

import io.dunning.money.Money;
import io.dunning.money.Percentage;
import io.dunning.settlement.EndgameRule;
import io.dunning.settlement.EndgameRule.Terms;
import io.dunning.settlement.RecoveryCurve;
import io.dunning.settlement.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Which route is worth most for an old debt. */
final class EndgameShape extends Shape<EndgameRule, EndgameRule> {
  private static final String TYPE = "EndgameRule.";
  private static final EndgameRule USUAL = EndgameRule.of();
  private static final Form<Route> ROUTE = Forms.choice("a route", Route.values());

  private final Key<EndgameRule, EndgameRule, List<Terms>> routes;

  EndgameShape() {
    super("an endgame");
    routes =
        key(
            "routes",
            TYPE + "routes",
            Forms.many(new TermsShape()),
            e -> any(e.routes()),
            "What each route brings in, costs and takes.");
    key(
        "curve",
        TYPE + "curve",
        new CurveShape(),
        e -> unless(RecoveryCurve.SURVEY, e.curve()),
        EndgameRule::curve,
        "Which share of a debt is recovered, by its age in months; a survey unless set.");
    key(
        "rate",
        TYPE + "rate",
        Forms.PERCENT.such("10%"),
        e -> unless(USUAL.rate(), e.rate()),
        EndgameRule::rate,
        "The rate a year at which later money counts less.");
    key(
        "acceptance",
        TYPE + "acceptance",
        Forms.PERCENT.such("50%"),
        e -> unless(USUAL.acceptance(), e.acceptance()),
        EndgameRule::acceptance,
        "How likely it is that a settlement is accepted.");
    judgement();
  }

  private void judgement() {
    key(
        "goodwill",
        TYPE + "goodwill",
        new Table<>(ROUTE, Forms.many(Forms.MONEY).such("50.00 EUR")),
        e -> Table.some(e.goodwill()),
        EndgameShape::goodwill,
        "What a route does to the relation with the customer, by currency.");
    key(
        "loses customer",
        TYPE + "customerLoss",
        new Table<>(ROUTE, Forms.PERCENT.such("20%")),
        e -> Table.some(e.customerLoss()),
        EndgameShape::losses,
        "How likely a route is to lose the customer, who is worth what is recorded.");
    key(
        "approval for",
        TYPE + "approval",
        new RoutesForm(),
        e -> unless(List.copyOf(USUAL.approval()), List.copyOf(e.approval())),
        (e, all) -> e.approval(all.toArray(Route[]::new)),
        "The routes that a person has to approve, or \"none\"; court and write off unless set.");
  }

  private static EndgameRule goodwill(EndgameRule rule, SortedMap<Route, List<Money>> all) {
    EndgameRule with = rule;
    for (var each : all.entrySet()) {
      for (Money amount : each.getValue()) {
        with = with.goodwill(each.getKey(), amount);
      }
    }
    return with;
  }

  private static EndgameRule losses(EndgameRule rule, SortedMap<Route, Percentage> all) {
    EndgameRule with = rule;
    for (var each : all.entrySet()) {
      with = with.losingCustomer(each.getKey(), each.getValue());
    }
    return with;
  }

  @Override
  EndgameRule start(Values values) {
    return EndgameRule.of(values.find(routes).orElse(List.of()).toArray(Terms[]::new));
  }

  @Override
  EndgameRule end(EndgameRule draft) {
    return draft;
  }

  /** Routes, or none. */
  private static final class RoutesForm implements Form<List<Route>> {
    private static final String NONE = "none";
    private final Form<List<Route>> some = Forms.many(ROUTE);

    @Override
    public Optional<List<Route>> read(Spot spot, Problems problems) {
      return spot.node() instanceof Node.Scalar s && s.text().equals(NONE)
          ? Optional.of(List.of())
          : some.read(spot, problems);
    }

    @Override
    public Node write(List<Route> all) {
      return all.isEmpty() ? Node.text(NONE) : some.write(all);
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("anyOf", List.of(Map.of("const", NONE), some.schema()));
    }

    @Override
    public String example() {
      return some.example();
    }
  }

  private static final class TermsShape extends Shape<Terms, Terms> {
    private static final Percentage NONE = Percentage.percent("0");

    private final Key<Terms, Terms, Route> route;
    private final Key<Terms, Terms, Percentage> ofCurve;
    private final Key<Terms, Terms, Percentage> fee;
    private final Key<Terms, Terms, List<Money>> costs;
    private final Key<Terms, Terms, Integer> months;

    TermsShape() {
      super("a route");
      route = required("route", "Terms.route", ROUTE, Terms::route, "The route.");
      ofCurve =
          required(
              "of the curve",
              "Terms.ofCurve",
              Forms.PERCENT.such("90%"),
              Terms::ofCurve,
              "The share of the curve that the route brings in.");
      fee =
          key(
              "fee",
              "Terms.fee",
              Forms.PERCENT.such("25%"),
              t -> unless(NONE, t.fee()),
              "The share of what is brought in that the route costs.");
      costs = costs();
      months =
          required(
              "takes",
              "Terms.months",
              Forms.counted("month").such("6 months"),
              Terms::months,
              "How long the route takes.");
    }

    private Key<Terms, Terms, List<Money>> costs() {
      return key(
          "costs",
          "Terms.costs",
          Forms.many(Forms.MONEY).such("35.00 EUR"),
          t -> any(t.costs()),
          "What the route costs in any case, by currency.");
    }

    @Override
    Terms start(Values values) {
      return new Terms(
          values.get(route),
          values.get(ofCurve),
          values.find(fee).orElse(NONE),
          values.find(costs).orElse(List.of()),
          values.get(months));
    }

    @Override
    Terms end(Terms draft) {
      return draft;
    }
  }

  private static final class CurveShape extends Shape<RecoveryCurve, RecoveryCurve> {
    private final Key<RecoveryCurve, RecoveryCurve, String> source;
    private final Key<RecoveryCurve, RecoveryCurve, SortedMap<Integer, Percentage>> points;

    CurveShape() {
      super("a curve");
      source =
          required(
              "source",
              "RecoveryCurve.source",
              Forms.text("a source", "our own books, 2020 to 2025"),
              RecoveryCurve::source,
              "Where the shares come from.");
      points =
          key(
              "recovered by age",
              "RecoveryCurve.points",
              new Table<>(Forms.counted("month").such("6 months"), Forms.PERCENT.such("51.3%")),
              c -> Table.some(c.points()),
              "The share that is recovered, by the age of the debt.");
    }

    @Override
    RecoveryCurve start(Values values) {
      RecoveryCurve curve = RecoveryCurve.of(values.get(source));
      for (var each : values.find(points).map(SortedMap::entrySet).orElse(java.util.Set.of())) {
        curve = curve.with(each.getKey(), each.getValue().value().toPlainString());
      }
      return curve;
    }

    @Override
    RecoveryCurve end(RecoveryCurve draft) {
      return draft;
    }
  }
}
